//! Which phrase of a sentence is its subject.
//!
//! In: a sentence cut into phrases. Out: what each phrase's first words tell of its case, and the phrase that is most
//! likely the subject: what stands before the finite verb, or the first one after it that may be a subject.

use super::super::outline::{Class, Clauses, Outline, Phrase, NONE};
use super::super::tokens::TokenKind;

/// What the first words of a phrase tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// No phrase begins there.
    None,
    /// A preposition opens it.
    Opened,
    Pronoun,
    /// Its article is no subject's.
    Oblique,
    /// It belongs to the phrase before it.
    Genitive,
    Nominative,
    Time,
    /// It follows another phrase and has no article.
    Attached,
    Number,
    /// What describes its noun is no subject's.
    Described,
    Bare,
}

impl Case {
    const fn may_be_subject(self) -> bool {
        matches!(self, Self::Pronoun | Self::Nominative | Self::Number | Self::Bare)
    }
}

/// A sentence's phrases: where each begins, and its case.
#[derive(Clone, Debug)]
pub(super) struct Subjects {
    cases: Vec<(usize, Case)>,
    /// The first token of the subject.
    subject: Option<usize>,
}

impl Subjects {
    /// Looks at the phrases of a sentence that begins at `start`.
    pub(super) fn read(outline: &Outline<'_>, clauses: &Clauses, start: usize) -> Self {
        let mut end = usize::MAX;
        let cases = clauses.phrases.iter().map(|phrase| {
            let follows = end == phrase.tokens.start;
            // Nothing belongs to a time: `am Donnerstag der Hafen`.
            let last = phrase.tokens.end - 1;
            end = if outline.words[last].is_time { usize::MAX } else { phrase.tokens.end };
            (phrase.tokens.start, case(outline, phrase, follows))
        });
        let cases: Vec<(usize, Case)> = cases.collect();
        let subject = match clauses.verb {
            None => cases.iter().find(|(_, case)| case.may_be_subject()),
            Some(verb) => {
                let part = clauses.parts[clauses.main as usize].start;
                let first = if part < verb { part } else { start };
                let before = cases.iter().find(|(at, _)| (first..verb).contains(at));
                let before = before.filter(|(at, case)| case.may_be_subject() && *at <= first + 1);
                let after = |(at, case): &&(usize, Case)| {
                    (verb..clauses.main_end).contains(at) && case.may_be_subject()
                };
                before.or_else(|| cases.iter().find(after))
            }
        };
        let subject = subject.map(|(at, _)| *at);
        Self { cases, subject }
    }

    /// The case of the phrase that begins at a token.
    pub(super) fn case(&self, at: usize) -> Case {
        self.cases.iter().find(|(start, _)| *start == at).map_or(Case::None, |(_, case)| *case)
    }

    /// Whether the subject begins at a token.
    pub(super) fn is_subject(&self, at: usize) -> bool {
        self.subject == Some(at)
    }

    /// How many phrases before the one that begins at a token may be subjects; many if it may not.
    pub(super) fn order(&self, at: usize) -> u32 {
        if self.case(at).may_be_subject() {
            self.cases.iter().filter(|(start, case)| *start < at && case.may_be_subject()).count() as u32
        } else {
            u32::MAX
        }
    }
}

fn case(outline: &Outline<'_>, phrase: &Phrase, follows: bool) -> Case {
    let at = phrase.tokens.start;
    let word = outline.words[at];
    let class = word.class;
    let is_oblique = |at: usize| {
        let text = outline.text(at);
        !outline.words[at].has_capital && outline.lists.oblique_endings.iter().any(|end| text.ends_with(end))
    };
    let is_number = matches!(outline.context.tokens[at].kind, TokenKind::Number | TokenKind::Ordinal);
    let mut says =
        phrase.tokens.clone().filter(|at| outline.words[*at].has_capital || outline.words[*at].is_time);
    let case = match () {
        () if phrase.opener > 0 => return Case::Opened,
        () if class.has(Class::PRONOUN) && word.mention == NONE => Case::Pronoun,
        () if class.has(Class::ARTICLE) && !class.has(Class::NOMINATIVE) => Case::Oblique,
        () if class.has(Class::ARTICLE) && class.has(Class::GENITIVE) => {
            let describes = phrase.tokens.len() > 1 && is_oblique(at + 1);
            if describes {
                Case::Oblique
            } else if follows {
                Case::Genitive
            } else {
                Case::Nominative
            }
        }
        () if class.has(Class::ARTICLE) => Case::Nominative,
        () if word.is_time => Case::Time,
        () if is_number => Case::Number,
        () if follows => Case::Attached,
        () if is_oblique(at) => Case::Described,
        () => Case::Bare,
    };
    if case.may_be_subject() && case != Case::Pronoun && says.all(|at| outline.words[at].is_time) {
        Case::Time
    } else {
        case
    }
}
