//! A sentence as words with their classes, cut into clauses.
//!
//! In: a sentence and the spans in quotation marks. Out: [`Clauses`]. What they say of saying is left to `frames`.

use std::ops::Range;

use super::direct::Quoted;
use super::sources::Names;
use super::words::{Class, SpeechWords};
use crate::layers::mentions::Context;
use crate::layers::sentences::Sentence;
use crate::layers::tokens::TokenKind;
use crate::text::Span;

/// How many words may be said in one clause: sentences without an end cost no more than others.
const LONGEST: usize = 400;

/// A token of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'t> {
    pub(super) span: Span,
    pub(super) text: &'t str,
    pub(super) class: Class,
    pub(super) kind: TokenKind,
    pub(super) has_capital: bool,
    /// Whether it stands in quotation marks, the marks themselves with it.
    pub(super) is_quoted: bool,
}

/// A sentence.
#[derive(Debug)]
pub(super) struct Clauses<'t> {
    pub(super) words: Vec<Word<'t>>,
    /// The words between commas, colons and dashes, none of them empty; marks in quotations cut nothing.
    pub(super) parts: Vec<Range<usize>>,
    /// The word after the last one that says something: the period is outside.
    pub(super) end: usize,
    /// Whether nouns are written with a capital.
    pub(super) has_capital_nouns: bool,
}

impl<'t> Clauses<'t> {
    pub(super) fn read(
        context: Context<'t>,
        lists: &SpeechWords,
        sentence: &Sentence,
        quoted: &[Quoted],
        names: &Names<'_>,
    ) -> Self {
        let mut quoted = quoted.iter().peekable();
        let mut words = Vec::with_capacity(sentence.tokens.len());
        let mut parts = Vec::new();
        let (mut from, mut depth) = (0, 0_u32);
        for (at, token) in context.tokens[sentence.token_range()].iter().enumerate() {
            while quoted.next_if(|quote| quote.span.end() <= token.span.start()).is_some() {}
            let is_quoted = quoted.peek().is_some_and(|quote| quote.span.contains(token.span));
            let text = context.text.slice(token.span);
            let class = if token.kind.is_word() { lists.class(text) } else { Class::default() };
            if !is_quoted && token.kind == TokenKind::Punctuation {
                match text {
                    "(" | "[" => depth += 1,
                    ")" | "]" => depth = depth.saturating_sub(1),
                    "," | ";" | ":" | "–" | "—" | "-" if depth == 0 => {
                        parts.push(from..at);
                        from = at + 1;
                    }
                    _ => {}
                }
            }
            words.push(Word {
                span: token.span,
                text,
                class,
                kind: token.kind,
                has_capital: text.contains(char::is_uppercase) || token.kind == TokenKind::Url,
                is_quoted,
            });
        }
        if lists.has_clauses && names.end(&words, 0).is_none() {
            if let Some(first) = words.first_mut() {
                first.has_capital &= !opens_without_noun(context, first);
            }
        }
        let is_end = |word: &&Word<'_>| word.kind == TokenKind::Terminal && !word.is_quoted;
        let end = words.len() - words.iter().rev().take_while(is_end).count();
        parts.push(from..end.max(from));
        parts.retain(|part| !part.is_empty());
        Self { words, parts, end, has_capital_nouns: lists.has_clauses }
    }

    /// The span of some words, without marks at its ends that only divide; nothing of no words.
    pub(super) fn span(&self, range: Range<usize>) -> Option<Span> {
        let words = self.words.get(range)?;
        let divides = |word: &&Word<'_>| {
            !word.is_quoted
                && word.kind == TokenKind::Punctuation
                && !matches!(word.text, "(" | ")" | "[" | "]")
        };
        let first = words.iter().find(|word| !divides(word))?;
        let last = words.iter().rev().find(|word| !divides(word))?;
        Some(first.span.cover(last.span))
    }

    /// The words that hold off what the sentence says; in marks they are somebody else's.
    pub(super) fn hedges(&self) -> impl Iterator<Item = Span> + '_ {
        let said_to = |at: usize| {
            // `is said to`, `are believed to`
            let near = |at: Option<usize>, class| {
                at.and_then(|at| self.words.get(at)).is_some_and(|word| word.class.has(class))
            };
            self.words[at].class.has(Class::SAID_TO)
                && near(at.checked_sub(1), Class::AUXILIARY)
                && near(Some(at + 1), Class::TO)
        };
        let is_hearsay = is_hearsay(self);
        (0..self.words.len())
            .filter(move |at| {
                let word = &self.words[*at];
                !word.is_quoted
                    && (word.class.has(Class::HEDGE)
                        || word.class.has(Class::HEARSAY) && is_hearsay
                        || said_to(*at))
            })
            .map(|at| self.words[at].span)
    }

    /// The words around `at` up to the next semicolons.
    pub(super) fn between_semicolons(&self, at: usize) -> Range<usize> {
        let is_semicolon = |at: &usize| self.words[*at].text == ";" && !self.words[*at].is_quoted;
        let start = (0..at).rev().find(is_semicolon).map_or(0, |before| before + 1);
        start..(at..self.end).find(is_semicolon).unwrap_or(self.end)
    }

    /// Whether the part ends a divider before it is a colon.
    pub(super) fn follows_colon(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.words[before].text == ":")
    }

    /// Whether all of it stands in marks.
    pub(super) fn is_quoted(&self, range: Range<usize>) -> bool {
        let said = |word: &&Word<'_>| word.kind.is_word();
        self.words[range].iter().filter(said).all(|word| word.is_quoted)
    }

    /// The first word in `range` outside marks with one of the uses.
    pub(super) fn find(&self, mut range: Range<usize>, class: Class) -> Option<usize> {
        range.find(|at| self.words[*at].class.has(class) && !self.words[*at].is_quoted)
    }
}

/// Whether the first word of a sentence has its capital from there alone: `Auch`, `Hierzu`.
fn opens_without_noun(context: Context<'_>, word: &Word<'_>) -> bool {
    let other = Class::ADVERB.with(Class::SUBORDINATOR).with(Class::AS).with(Class::SO);
    let is_inflected = word.text.ends_with(['e', 'n', 'r', 's']);
    let is_known =
        || context.clusters.is_some_and(|clusters| clusters.get(&word.text.to_lowercase()).is_some());
    word.class.has(other) || word.class == Class::default() && !is_inflected && is_known()
}

/// A colon before words in marks.
pub(super) fn colon(clauses: &Clauses<'_>) -> Option<usize> {
    let mut pairs = clauses.words.windows(2);
    pairs.position(|two| two[0].text == ":" && !two[0].is_quoted && two[1].is_quoted)
}

/// Whether a clause follows words in marks.
pub(super) fn is_behind_marks(clauses: &Clauses<'_>, part: &Range<usize>) -> bool {
    part.start.checked_sub(2).is_some_and(|before| clauses.words[before].is_quoted)
}

/// Where what begins at `from` ends: a later clause that opens with a finite verb goes on with the speaker.
pub(super) fn content_end(clauses: &Clauses<'_>, from: usize) -> usize {
    let words = &clauses.words;
    let resumes = |part: &&Range<usize>| {
        let word = &words[part.start];
        let next = words.get(part.start + 1);
        let other = Class::SUBJUNCTIVE2.with(Class::ADVERB).with(Class::ARTICLE);
        !word.is_quoted
            && !word.has_capital
            && !word.class.has(other)
            && (word.class.has(Class::SAY.with(Class::ACT).with(Class::AUXILIARY))
                || (word.text.ends_with("te") || word.text.ends_with("ten"))
                    && next.is_some_and(|next| !next.has_capital))
    };
    // `but the mayor insists`, `und die Firma erklärte`: somebody else speaks.
    let tells_on = |part: &&Range<usize>| {
        let verbs = Class::SAY.with(Class::ACT);
        let opens = words[part.start].class.has(Class::COORDINATOR) && !words[part.start].is_quoted;
        let mut next = words[part.start + 1..part.end].iter().take(6);
        opens && next.any(|word| word.class.has(verbs) && !word.is_quoted && !word.has_capital)
    };
    let later = clauses.parts.partition_point(|part| part.start <= from);
    let ends = |part: &&Range<usize>| resumes(part) || tells_on(part);
    let end = clauses.parts[later..].iter().find(ends).map_or(clauses.end, |part| part.start);
    let end = end.min(from + LONGEST);
    // `und fügte hinzu`: the speaker is told of again.
    let tells = Class::SAY.with(Class::ACT).with(Class::SEPARABLE);
    let again = (from..end.min(clauses.end)).find(|at| {
        let next = words.get(at + 1);
        words[*at].class.has(Class::COORDINATOR)
            && !words[*at].is_quoted
            && next.is_some_and(|next| {
                next.class.has(tells)
                    && !next.has_capital
                    && next.text.ends_with(['t', 'e'])
                    && !next.class.has(Class::PARTICIPLE)
            })
    });
    again.unwrap_or(end).min(clauses.end)
}

/// Whether a clause ends with an infinitive: `zu zahlen`, `vorzugehen`.
pub(super) fn is_infinitive(clauses: &Clauses<'_>, part: Range<usize>) -> bool {
    let words = &clauses.words[part];
    // `bis zu hundert Leute zu entlassen` is one, `bis er kommt` none.
    let opens_clause = |word: &Word<'_>| {
        word.class.has(Class::PURPOSE)
            || word.class.has(Class::SUBORDINATOR)
                && !words.get(1).is_some_and(|next| next.class.has(Class::PREPOSITION))
    };
    if words.first().is_some_and(opens_clause) {
        return false;
    }
    let is_verb = |text: &str| text.ends_with('n');
    words
        .windows(2)
        .rev()
        .take(12)
        .any(|two| two[0].class.has(Class::TO) && is_verb(two[1].text) && !two[1].has_capital)
        || words.last().is_some_and(|word| {
            !word.has_capital
                && is_verb(word.text)
                && word.text.get(2..).is_some_and(|rest| rest.contains("zu"))
        })
}

/// Whether a clause is hearsay: `soll geflohen sein`.
pub(super) fn is_hearsay(clauses: &Clauses<'_>) -> bool {
    clauses.parts.iter().any(|part| {
        let mut last = clauses.words[part.clone()].iter().rev();
        clauses.find(part.clone(), Class::HEARSAY).is_some()
            && last.find(|word| word.kind.is_word()).is_some_and(|word| word.class.has(Class::PERFECT))
    })
}
