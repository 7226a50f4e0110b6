//! The sentences that say most of what the article says.
//!
//! In: sentences, mentions, entities. Out: a [`Summary`] of whole sentences in the order of the text. News puts
//! first what matters most, so place counts most; then what a sentence shares with the headline, with the
//! article's main entities and with its frequent words; a sentence that leans on another one counts less.

mod weigh;

use super::entities::Entity;
use super::mentions::{Context, Mention};
use crate::order;
use crate::score::Score;
use weigh::{Candidate, Weights};

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
    /// It is in the article's lead.
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

/// Ranks the sentences and chooses as many as the article's length asks for.
#[inline(never)]
pub(crate) fn choose(context: Context<'_>, mentions: &[Mention], entities: &[Entity]) -> Summary {
    let weights = Weights::of(context, mentions, entities);
    let count = length(weights.candidates.len());
    let mut chosen: Vec<usize> = Vec::with_capacity(count);
    let mut told = weigh::Told::default();
    for _ in 0..count {
        let open = (0..weights.candidates.len()).filter(|index| !chosen.contains(index));
        // The earliest of equals: `max_by_key` gives the last one, so the order is turned round.
        let Some(best) = open.rev().max_by_key(|&index| weights.points_after(index, &told)) else { break };
        told.extend(weights.words(&weights.candidates[best]));
        chosen.push(best);
    }
    order::sort_by(&mut chosen, Ord::cmp);
    let sentences = chosen.into_iter().map(|index| {
        let candidate = &weights.candidates[index];
        SummarySentence {
            sentence: candidate.sentence,
            score: candidate.score(),
            reasons: reasons(candidate),
        }
    });
    Summary { sentences: sentences.collect() }
}

/// How many sentences sum up an article of `sentences`.
const fn length(sentences: usize) -> usize {
    match sentences {
        0 => 0,
        1..=6 => 1,
        7..=12 => 2,
        13..=60 => 3,
        61..=150 => 4,
        _ => 5,
    }
}

fn reasons(candidate: &Candidate) -> Vec<SummaryReason> {
    let place = if candidate.is_lead { SummaryReason::Lead } else { SummaryReason::Early };
    let near = if candidate.place <= 2 { candidate.place_points } else { 0 };
    let mut reasons = vec![
        (near, place),
        (candidate.headline_points, SummaryReason::Headline),
        (candidate.entity_points, SummaryReason::Entities),
        (candidate.word_points, SummaryReason::Words),
    ];
    order::sort_by_key(&mut reasons, |&(points, _)| std::cmp::Reverse(points));
    // A reason that weighs next to nothing would only be noise for the reader, but one there must be.
    let telling = reasons.iter().take_while(|(points, _)| *points >= 100).count().max(1);
    reasons.truncate(telling);
    reasons.into_iter().map(|(_, reason)| reason).collect()
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn longer_articles_have_longer_summaries() {
        assert_eq!([0, 1, 6, 7, 12, 13, 60, 61, 1000].map(length), [0, 1, 1, 2, 2, 3, 3, 4, 5]);
    }
}
