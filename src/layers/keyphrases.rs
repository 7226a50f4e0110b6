//! The phrases that an archivist would file the article under.
//!
//! In: the outline. Out: [`Keyphrase`]s, the best first, with every place where they stand. Names and noun phrases are
//! read by `candidates`; how much speaks for each is learned.

mod candidates;

use super::outline::Outline;
#[cfg(not(target_arch = "wasm32"))]
use crate::model::ranker::Choice;
use crate::model::ranker::{Features, Rank};
use crate::order;
use crate::score::Score;
use crate::text::Span;
use candidates::Candidate;

/// A name or noun phrase that says what the article is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keyphrase {
    /// Where it stands as it is shown.
    pub span: Span,
    /// Everywhere it stands, in whatever form.
    pub spans: Vec<Span>,
    /// The number of the entity that it names.
    pub entity: Option<u32>,
    /// How well it says what the article is about, beside the best.
    pub score: Score,
}

/// How many are told.
const MOST: usize = 8;

/// Finds the keyphrases.
pub(crate) fn find(outline: &Outline<'_>) -> Vec<Keyphrase> {
    let candidates = candidates::read(outline);
    let features: Vec<Features> =
        candidates.iter().map(|candidate| candidates::features(outline, candidate)).collect();
    let mut order: Vec<(i32, usize)> = features
        .iter()
        .enumerate()
        .map(|(index, features)| (-features.points(Rank::Keyphrase), index))
        .collect();
    order::sort_by(&mut order, Ord::cmp);
    let mut chosen: Vec<Keyphrase> = Vec::new();
    let mut taken: Vec<&Candidate> = Vec::new();
    let most = order.first().map_or(0, |(points, _)| -points);
    for (points, index) in order {
        let candidate = &candidates[index];
        if taken.iter().any(|other| repeats(outline, candidate, other)) {
            continue;
        }
        taken.push(candidate);
        // Headlines were read first, and may stand anywhere.
        let mut spans = candidate.spans.clone();
        order::sort_by(&mut spans, Ord::cmp);
        chosen.push(Keyphrase {
            span: candidate.shown(),
            spans,
            entity: candidate.entity,
            score: Score::from_thousandths(1000 >> ((most + points).max(0) / 32).min(10)),
        });
        if chosen.len() == MOST {
            break;
        }
    }
    chosen
}

/// Whether one of two phrases says nothing that the other does not: its words, or the end of its compound.
fn repeats(outline: &Outline<'_>, a: &Candidate, b: &Candidate) -> bool {
    let inside = |a: &Candidate, b: &Candidate| a.stems.iter().all(|stem| b.stems.contains(stem));
    let text = |candidate: &Candidate| outline.context.text.slice(candidate.shown()).to_lowercase();
    let (a_text, b_text) = (text(a), text(b));
    inside(a, b) || inside(b, a) || a_text.ends_with(&b_text) || b_text.ends_with(&a_text)
}

/// What the ranker learns from an article whose keyphrases are known.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn choice(outline: &Outline<'_>, known: &[String]) -> Choice {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let known_words: Vec<Vec<String>> = known.iter().map(|phrase| words(phrase)).collect();
    let candidates = candidates::read(outline);
    let rated = candidates.iter().map(|candidate| {
        let said = |span: &Span| words(outline.context.text.slice(*span));
        let is_known = candidate.spans.iter().any(|span| known_words.contains(&said(span)));
        let shown = said(&candidate.shown());
        let touches = known_words.iter().any(|known| known.iter().any(|word| shown.contains(word)));
        let gain = if is_known {
            1.0
        } else if touches {
            TOUCHES
        } else {
            0.0
        };
        (candidates::features(outline, candidate), gain)
    });
    Choice { rank: Rank::Keyphrase, candidates: rated.collect() }
}

/// What a phrase is worth that shares a word with a known one.
#[cfg(not(target_arch = "wasm32"))]
const TOUCHES: f64 = 0.2;
