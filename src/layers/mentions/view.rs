//! One sentence's words, and the questions that all finders of names ask of them.
//!
//! In: the words of the text. Out: answers about one word or its neighbours. Every index outside of the
//! sentence answers "no".

use std::ops::Range;

use super::rules::{Class, NameRules};
use super::words::{Shape, Word};
use super::{Context, EntityType, MentionKind};
use crate::model::Lexicon;
use crate::text::Span;

/// The words of a sentence.
#[derive(Clone)]
pub(super) struct View<'a> {
    context: Context<'a>,
    words: &'a [Word],
    /// The sentence's tokens.
    pub(super) range: Range<usize>,
    pub(super) rules: &'static NameRules,
    /// Whether most words have a capital, as in English headlines.
    pub(super) is_title_case: bool,
}

impl<'a> View<'a> {
    pub(super) fn new(context: Context<'a>, words: &'a [Word], range: Range<usize>) -> Self {
        let rules = context.language.name_rules();
        let (mut capitals, mut others) = (0, 0);
        if !rules.nouns_are_capitalised {
            for word in &words[range.clone()] {
                capitals += usize::from(word.is_capital());
                others += usize::from(word.shape == Shape::Lower && word.span.len() > 3);
            }
        }
        Self { context, words, range, rules, is_title_case: capitals > 3 && capitals > 3 * others }
    }

    pub(super) fn lexicon(&self) -> &'a Lexicon {
        self.context.lexicon
    }

    /// The word at a token, if the sentence has it.
    pub(super) fn word(&self, at: usize) -> Option<&'a Word> {
        self.range.contains(&at).then(|| &self.words[at])
    }

    /// Its letters, without an English genitive ending; empty outside of the sentence.
    pub(super) fn text(&self, at: usize) -> &'a str {
        self.word(at).map_or("", |word| self.context.text.slice(word.name_span()))
    }

    pub(super) fn is(&self, at: usize, text: &str) -> bool {
        self.text(at) == text
    }

    /// Whether the word is of a class.
    pub(super) fn has(&self, at: usize, class: Class) -> bool {
        self.word(at).is_some_and(|word| word.class.has(class))
    }

    pub(super) fn is_in(&self, at: usize, list: &[&str]) -> bool {
        self.range.contains(&at) && list.contains(&self.text(at))
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.word(at).is_some_and(Word::is_capital)
    }

    pub(super) fn is_lower(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.shape == Shape::Lower)
    }

    pub(super) fn is_initial_letter(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.shape == Shape::Initial)
    }

    /// How good a first name stands there.
    pub(super) fn first_name(&self, at: usize) -> u32 {
        let Some(word) = self.word(at).filter(|word| word.is_capital()) else { return 0 };
        match self.text(at).split_once('-') {
            // `Hans-Jürgen`: as good as its worse half.
            Some((first, second)) if word.entry.first_name() == 0 => {
                let strength = |name: &str| self.lexicon().get(name).first_name();
                strength(first).min(strength(second))
            }
            _ => word.entry.first_name(),
        }
    }

    /// How surely the word is a name of something else than a person.
    pub(super) fn other_name(&self, at: usize) -> u32 {
        let Some(word) = self.word(at) else { return 0 };
        let names_other =
            word.entry.entity_type() != EntityType::Person || word.entry.kind() != MentionKind::Name;
        if names_other {
            word.entry.name()
        } else {
            0
        }
    }

    /// Whether a capitalised word may be a name that no list has.
    pub(super) fn may_be_name(&self, at: usize) -> bool {
        let Some(word) = self.word(at) else { return false };
        matches!(word.shape, Shape::Capitalised | Shape::Mixed)
            && word.entry.common() < 2
            && self.other_name(at) < 3
            && !self.is_common_noun(at)
            && !self.is_role(at)
            && !self.is_title(at)
    }

    /// Whether the word is, or ends like, a noun that names nothing.
    pub(super) fn is_common_noun(&self, at: usize) -> bool {
        self.has(at, Class::NOUN)
    }

    /// Whether the word says what somebody is: `US-Außenminister`, `Trainerin`.
    pub(super) fn is_role(&self, at: usize) -> bool {
        self.has(at, Class::ROLE)
    }

    pub(super) fn is_title(&self, at: usize) -> bool {
        self.has(at, Class::TITLE)
    }

    /// The span from one token to before another.
    pub(super) fn span(&self, first: usize, end: usize) -> Span {
        Span::new(self.words[first].span.start(), self.words[end - 1].name_span().end())
    }
}
