//! The sentences that say most of what the article says.
//!
//! In: sentences, mentions, entities. Out: a [`Summary`] of whole sentences in the order of the text.

use super::entities::Entity;
use super::mentions::{Context, Mention};
use crate::score::Score;

/// The chosen sentences, in the order of the text.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Summary {
    /// What was chosen.
    pub sentences: Vec<SummarySentence>,
}

/// A chosen sentence and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummarySentence {
    /// The index of the sentence.
    pub sentence: u32,
    /// How well it sums up.
    pub score: Score,
    /// Why it was chosen, most important first.
    pub reasons: Vec<SummaryReason>,
}

/// Why a sentence was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SummaryReason {
    /// It is the article's lead, or in it.
    Lead,
    /// It stands near the beginning.
    Early,
    /// It says what the headline says.
    Headline,
    /// It names what the article is about.
    Entities,
    /// It uses the words that the article uses most.
    Words,
}

/// Ranks and chooses.
pub(crate) fn choose(_context: Context<'_>, _mentions: &[Mention], _entities: &[Entity]) -> Summary {
    Summary::default()
}
