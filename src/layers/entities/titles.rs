//! Titles as they stand: one noun, or several words, with the country in a compound told apart.
//!
//! In: a place among the tokens. Out: the [`Title`] that ends or begins there, in the nominative. Whose it is and
//! what it is of outside of the title is left to `roles`.

use std::ops::Range;

use super::uses::Use;
use super::words::{Definite, EntityWords, Form, Gender, Office};
use super::{Context, Mention, MentionKind};
use crate::text::{capitalised, Span};

/// The most words that may stand before the noun of a title.
const MOST_WORDS_BEFORE: usize = 4;
/// The longest office of several words.
const LONGEST_PHRASE: usize = 4;
/// The endings of German adjectives, longest first.
const ADJECTIVE_ENDINGS: [&str; 5] = ["en", "er", "es", "em", "e"];

/// What somebody is called.
#[derive(Clone, Debug)]
pub(super) struct Title {
    pub(super) tokens: Range<usize>,
    /// In the nominative, without the country in it: `Außenminister` of `US-Außenminister`.
    pub(super) text: String,
    /// The noun at its end, in lower case, in the nominative.
    pub(super) head: String,
    pub(super) gender: Option<Gender>,
    /// Its noun as it stands.
    pub(super) office: Office,
    /// The mention that stands in it as the first part of a compound.
    pub(super) part: Option<usize>,
    /// Whether it is an office of a state.
    pub(super) is_state: bool,
    /// Whether it is no longer held.
    pub(super) is_former: bool,
    /// Whether it is a noun alone that says nothing by itself: `Chef`.
    pub(super) is_incomplete: bool,
}

/// Reads the article token by token.
pub(super) struct Reader<'a> {
    pub(super) context: Context<'a>,
    pub(super) words: &'static EntityWords,
    pub(super) mentions: &'a [Mention],
    /// The mention of each token.
    mention_at: Vec<Option<u32>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(context: Context<'a>, mentions: &'a [Mention]) -> Self {
        let mut mention_at = vec![None; context.tokens.len()];
        let mut first = 0;
        for (mention, index) in mentions.iter().zip(0..) {
            while context.tokens.get(first).is_some_and(|token| token.span.end() <= mention.span.start()) {
                first += 1;
            }
            let tokens = context.tokens[first..].iter().zip(&mut mention_at[first..]);
            for (_, at) in tokens.take_while(|(token, _)| token.span.start() < mention.span.end()) {
                // Of two over each other the longer one comes last; a part in a name is the name's.
                *at = Some(index);
            }
        }
        Self { context, words: context.language.entity_words(), mentions, mention_at }
    }

    pub(super) fn text(&self, token: usize) -> &'a str {
        self.context.tokens.get(token).map_or("", |token| self.context.text.slice(token.span))
    }

    /// The word without an English genitive ending.
    pub(super) fn bare(&self, token: usize) -> &'a str {
        let text = self.text(token);
        ["'s", "’s"].iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(text)
    }

    pub(super) fn uses(&self, token: usize) -> Use {
        self.words.uses(self.text(token))
    }

    pub(super) fn has(&self, token: usize, use_: Use) -> bool {
        self.uses(token).has(use_)
    }

    /// The index of the mention that a token belongs to.
    pub(super) fn mention(&self, token: usize) -> Option<usize> {
        self.mention_at.get(token).copied().flatten().map(|index| index as usize)
    }

    /// The tokens of a mention.
    pub(super) fn tokens_of(&self, mention: Span) -> Range<usize> {
        let tokens = self.context.tokens;
        let start = tokens.partition_point(|token| token.span.end() <= mention.start());
        let end = tokens.partition_point(|token| token.span.start() < mention.end());
        start..end.max(start)
    }

    /// The tokens of the sentence that holds a token.
    pub(super) fn sentence(&self, token: usize) -> Range<usize> {
        let sentences = self.context.sentences;
        let next = sentences.partition_point(|sentence| sentence.tokens.start as usize <= token);
        next.checked_sub(1).map_or(0..0, |index| sentences[index].token_range())
    }

    /// Whether no line ends between a token and the one before it.
    pub(super) fn is_in_line(&self, token: usize) -> bool {
        let tokens = self.context.tokens;
        let (Some(before), Some(here)) =
            (token.checked_sub(1).and_then(|at| tokens.get(at)), tokens.get(token))
        else {
            return false;
        };
        let gap = Span::new(before.span.end(), here.span.start().max(before.span.end()));
        !self.context.text.slice(gap).contains('\n')
    }

    pub(super) fn span(&self, tokens: &Range<usize>) -> Span {
        let all = self.context.tokens;
        match (all.get(tokens.start), tokens.end.checked_sub(1).and_then(|last| all.get(last))) {
            (Some(first), Some(last)) => {
                let ending = self.text(tokens.end - 1).len() - self.bare(tokens.end - 1).len();
                Span::new(first.span.start(), last.span.end() - ending as u32)
            }
            _ => Span::empty(0),
        }
    }

    /// The title whose last token is before `end`; it begins at or after `from`.
    pub(super) fn title_before(&self, end: usize, from: usize) -> Option<Title> {
        let last = end.checked_sub(1).filter(|last| *last >= from)?;
        if !self.context.tokens.get(last)?.kind.is_word() {
            return None;
        }
        if let Some(title) = self.phrase_before(end, from) {
            return Some(title);
        }
        let word = self.bare(last);
        let part = self.mention(last);
        if part.is_some_and(|part| {
            let mention = &self.mentions[part];
            mention.kind == MentionKind::Name || self.tokens_of(mention.span).len() > 1
        }) {
            return None;
        }
        let office = self.words.office(word)?;
        let start = self.first_word(last, from);
        let gender = office.gender.or_else(|| self.gender_by_article(start, office));
        let whole = nominative(word, office, gender);
        let noun = part.map_or_else(|| whole.clone(), |part| self.without_name(&whole, office, part));
        let uses = self.words.uses(office.lemma);
        let is_bare = start == last && noun.chars().count() == office_length(word, office, gender);
        Some(Title {
            head: nominative(&word[office.at..], office.alone(), gender).to_lowercase(),
            text: self.with_words_before(start..last, &noun, gender),
            gender,
            office,
            part,
            is_state: uses.has(Use::STATE) || self.is_state(&noun),
            is_former: (start..last).any(|at| self.is_former(at))
                || noun.split('-').rev().skip(1).any(|piece| self.words.has(piece, Use::FORMER)),
            is_incomplete: is_bare && uses.has(Use::DEPENDENT),
            tokens: start..end,
        })
    }

    /// The longest title that begins at `start` and ends at or before `end`.
    pub(super) fn title_at(&self, start: usize, end: usize) -> Option<Title> {
        let last = end.min(start + MOST_WORDS_BEFORE + 2);
        let titles = (start + 1..=last).rev().filter_map(|end| self.title_before(end, start));
        titles.into_iter().find(|title| title.tokens.start == start)
    }

    /// `Secretary of State`: an office of several words whose last one is none.
    fn phrase_before(&self, end: usize, from: usize) -> Option<Title> {
        if !self.words.ends_phrase(self.bare(end - 1)) {
            return None;
        }
        let longest = LONGEST_PHRASE.min(end - from);
        let (start, lemma) = (2..=longest).rev().find_map(|length| {
            let words = (end - length..end - 1).map(|at| self.text(at)).chain([self.bare(end - 1)]);
            let phrase = words.collect::<Vec<_>>().join(" ").to_lowercase();
            Some((end - length, self.words.phrase(&phrase)?))
        })?;
        if (start..end).any(|at| self.mention(at).is_some()) {
            return None;
        }
        let first = self.first_word(start, from);
        Some(Title {
            text: self.context.text.slice(self.span(&(first..end))).to_owned(),
            head: lemma.to_owned(),
            gender: None,
            office: Office::phrase(lemma),
            part: None,
            is_state: self.words.has(lemma, Use::STATE),
            is_former: (first..start).any(|at| self.is_former(at)),
            is_incomplete: false,
            tokens: first..end,
        })
    }

    /// Goes back over the words that belong to the title before its noun at `noun`.
    fn first_word(&self, noun: usize, from: usize) -> usize {
        let mut first = noun;
        while first > from && noun - first < MOST_WORDS_BEFORE && self.is_in_line(first) {
            let before = first - 1;
            let is_part = self.mention(before).is_none()
                && (self.belongs_to_title(before) || self.is_portfolio(before, noun, from));
            if !is_part {
                break;
            }
            first = before;
        }
        first
    }

    fn belongs_to_title(&self, token: usize) -> bool {
        let word = self.text(token);
        if self.words.has_compounds() {
            let uses = adjective_stem(word).map_or_else(Use::default, |stem| self.words.uses(stem));
            let is_capital = word.starts_with(char::is_uppercase);
            return uses.has(Use::ADJECTIVE) || is_capital && uses.has(Use::CAPITAL_ADJECTIVE);
        }
        let uses = self.words.uses(word);
        uses.has(Use::MODIFIER) || uses.has(Use::FORMER)
    }

    /// `Tourism` of `Tourism Minister`: a word with a capital before an English office with one.
    fn is_portfolio(&self, token: usize, noun: usize, from: usize) -> bool {
        let is_capital = |at: usize| self.text(at).starts_with(char::is_uppercase);
        !self.words.has_compounds()
            && token > from
            && is_capital(token)
            && is_capital(noun)
            && self.context.tokens[token].kind.is_word()
            && !self.has(token, Use::DETERMINER)
            && !self.has(token, Use::DEGREE)
            && self.bare(token).len() == self.text(token).len()
            && self.words.office(self.text(token)).is_none()
    }

    pub(super) fn is_former(&self, token: usize) -> bool {
        let word = self.text(token);
        let stem = if self.words.has_compounds() { adjective_stem(word).unwrap_or(word) } else { word };
        self.words.has(stem, Use::FORMER)
    }

    fn is_state(&self, noun: &str) -> bool {
        let lower = noun.to_lowercase();
        let ends = lower.char_indices().skip(1).map(|(at, _)| &lower[at..]);
        self.words.has_compounds() && ends.into_iter().any(|end| self.words.has(end, Use::STATE))
    }

    /// The gender that an article before an office tells: `dem Vorsitzenden`.
    fn gender_by_article(&self, start: usize, office: Office) -> Option<Gender> {
        let before = (self.sentence(start).start..start).rev().take(3);
        let read = |at: usize| (self.has(at, Use::DETERMINER), self.words.definite(self.text(at), office));
        let found = before.map(read).find(|(is_determiner, definite)| *is_determiner || definite.is_some());
        match found {
            Some((_, definite)) => definite.and_then(Definite::gender),
            // `Vorsitzende Petra Klein`: a man would be `Vorsitzender`.
            None => (office.form == Form::Weak).then_some(Gender::Feminine),
        }
    }

    /// The words before the noun, adjectives in the nominative, and the noun.
    pub(super) fn with_words_before(
        &self,
        before: Range<usize>,
        noun: &str,
        gender: Option<Gender>,
    ) -> String {
        let mut text = String::new();
        for at in before {
            let word = self.text(at);
            let ending = match gender {
                Some(Gender::Masculine) => "er",
                Some(Gender::Feminine) => "e",
                _ => "",
            };
            match adjective_stem(word).filter(|_| self.words.has_compounds() && !ending.is_empty()) {
                Some(stem) => text.extend([stem, ending, " "]),
                None => text.extend([word, " "]),
            }
        }
        text + noun
    }

    /// A compound without the name in it, where something is left that says what somebody is.
    fn without_name(&self, word: &str, office: Office, part: usize) -> String {
        let pieces: Vec<&str> = word.split('-').collect();
        let last = pieces.len() - 1;
        let lexicon = self.context.lexicon;
        let known = (0..last).find_map(|start| {
            let ends = (start + 1..=last).rev();
            let found = ends.into_iter().find(|end| {
                let name = pieces[start..*end].join("-");
                lexicon.get(&name).thing().is_some()
            });
            found.map(|end| start..end)
        });
        let is_acronym = |piece: &&str| piece.len() > 1 && piece.chars().all(char::is_uppercase);
        let named = known
            .or_else(|| pieces[..last].iter().position(is_acronym).map(|at| at..at + 1))
            .unwrap_or(0..usize::from(last > 0));
        // The whole word is the name's own office: `Bundestagspräsidentin`.
        if named.is_empty() || self.mentions[part].kind != MentionKind::Part {
            return word.to_owned();
        }
        let rest: Vec<&str> = [&pieces[..named.start], &pieces[named.end..]].concat();
        let is_bare = rest.len() == 1 && rest[0].to_lowercase().starts_with(office.lemma);
        if is_bare && self.words.has(office.lemma, Use::DEPENDENT) {
            return word.to_owned();
        }
        capitalised(&rest.join("-"))
    }
}

/// The number of letters of the office alone.
fn office_length(word: &str, office: Office, gender: Option<Gender>) -> usize {
    nominative(&word[office.at..], office.alone(), gender).chars().count()
}

/// An office in the nominative; as it stands where that cannot be told.
pub(super) fn nominative(word: &str, office: Office, gender: Option<Gender>) -> String {
    let (before, noun) = word.split_at(office.at);
    let lemma = || noun.chars().take(office.lemma.chars().count());
    let ending = match (office.form, gender) {
        (Form::Base, _) => return word.to_owned(),
        (Form::Genitive | Form::Oblique, _) => "",
        (_, Some(Gender::Masculine)) => "er",
        (_, Some(Gender::Feminine)) => "e",
        _ => return word.to_owned(),
    };
    before.chars().chain(lemma()).chain(ending.chars()).collect()
}

/// A word without the ending of an adjective.
pub(super) fn adjective_stem(word: &str) -> Option<&str> {
    let stem = ADJECTIVE_ENDINGS.iter().find_map(|ending| word.strip_suffix(ending));
    stem.filter(|stem| stem.len() > 2)
}
