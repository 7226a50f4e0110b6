//! The sentences that say most of what the article says.
//!
//! In: the outline. Out: a [`Summary`]: whole sentences in the order of the text, and the order in which they were
//! chosen. What speaks for a sentence is in `features`; how much each thing counts is learned.

mod features;

use super::outline::Outline;
use crate::model::ranker::{Features, Rank};
use crate::score::Score;
#[cfg(not(target_arch = "wasm32"))]
use crate::{model::ranker::Choice, text::Span};
use features::Reader;

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

/// What a sentence loses that says only what chosen ones have said.
const REPEATS: i32 = 32;

/// Ranks the sentences and chooses as many as the article's length asks for.
pub(crate) fn choose(outline: &Outline<'_>) -> Summary {
    let mut reader = Reader::new(outline);
    let features: Vec<Features> = (0..outline.lines.len()).map(|index| reader.read(index)).collect();
    let points: Vec<i32> = features.iter().map(|features| features.points(Rank::Sentence)).collect();
    let count = length(points.len());
    let mut chosen: Vec<usize> = Vec::with_capacity(count);
    let mut told = vec![false; outline.stems.len()];
    for _ in 0..count {
        let mut best: Option<(i32, usize)> = None;
        for index in 0..points.len() {
            let stems = outline.stems_of(&outline.lines[index]);
            let repeated = stems.iter().filter(|stem| told[**stem as usize]).count() as i32;
            let points = points[index] - REPEATS * repeated / (stems.len() as i32).max(1);
            // Of equals, the earlier one.
            if !chosen.contains(&index) && best.is_none_or(|(most, _)| points > most) {
                best = Some((points, index));
            }
        }
        let Some((_, index)) = best else { break };
        for stem in outline.stems_of(&outline.lines[index]) {
            told[*stem as usize] = true;
        }
        chosen.push(index);
    }
    chosen.sort_unstable();
    let most = points.iter().copied().max().unwrap_or(0);
    let sentences = chosen.into_iter().map(|index| SummarySentence {
        sentence: outline.lines[index].sentence,
        // Each step of 32 points below the best halves it, as the ranker means it.
        score: Score::from_thousandths(1000 >> ((most - points[index]).max(0) / 32).min(10)),
        reasons: reasons(outline, index, &features[index]),
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

fn reasons(outline: &Outline<'_>, index: usize, features: &Features) -> Vec<SummaryReason> {
    let sum = |questions: &[u16]| -> i32 {
        questions.iter().map(|question| features.points_of(Rank::Sentence, *question)).sum()
    };
    let is_lead = outline.lines[index].kind == crate::article::SectionKind::Lead;
    let place = if is_lead { SummaryReason::Lead } else { SummaryReason::Early };
    let near = if index <= 2 { sum(&features::PLACE) } else { 0 };
    let mut reasons = vec![
        (near, place),
        (sum(&[features::HEADLINE]), SummaryReason::Headline),
        (sum(&features::ENTITIES), SummaryReason::Entities),
        (sum(&features::WORDS), SummaryReason::Words),
    ];
    reasons.sort_by_key(|&(points, _)| std::cmp::Reverse(points));
    // A reason that weighs next to nothing would only be noise for the reader, but one there must be.
    let telling = reasons.iter().take_while(|(points, _)| *points >= 5).count().max(1);
    reasons.truncate(telling);
    reasons.into_iter().map(|(_, reason)| reason).collect()
}

/// What the ranker learns from an article whose best sentences are known.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn choice(outline: &Outline<'_>, best: &[Span]) -> Choice {
    let mut reader = Reader::new(outline);
    let candidates = outline.lines.iter().enumerate().map(|(index, line)| {
        let span = outline.context.sentences[line.sentence as usize].span;
        let is_best = best.iter().any(|best| {
            let shared = best.end().min(span.end()).saturating_sub(best.start().max(span.start()));
            10 * shared >= 6 * best.len()
        });
        // A long sentence that is missed costs more.
        let gain = if is_best { libm::sqrt(f64::from(span.len())) } else { 0.0 };
        (reader.read(index), gain)
    });
    Choice { rank: Rank::Sentence, candidates: candidates.collect() }
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn longer_articles_have_longer_summaries() {
        assert_eq!([0, 1, 6, 7, 12, 13, 60, 61, 1000].map(length), [0, 1, 1, 2, 2, 3, 3, 4, 5]);
    }
}
