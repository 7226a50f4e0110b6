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
    /// The number of the phrase before it that it is a wider or narrower form of: `Haftbefehl`, `drei Haftbefehle`.
    /// Readers see one of them.
    pub within: Option<u32>,
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
    let mut taken: Vec<(&Candidate, String)> = Vec::new();
    let mut distinct = 0;
    let most = order.first().map_or(0, |(points, _)| -points);
    for (points, index) in order {
        let candidate = &candidates[index];
        let text = outline.context.text.slice(candidate.shown(outline)).to_lowercase();
        if taken.iter().any(|(_, said)| *said == text) {
            continue;
        }
        let ends = |said: &String| text.ends_with(said.as_str()) || said.ends_with(&text);
        let within = taken.iter().position(|(other, said)| ends(said) || nests(candidate, other));
        taken.push((candidate, text));
        distinct += usize::from(within.is_none());
        // Headlines were read first, and may stand anywhere.
        let mut spans = candidate.spans.clone();
        order::sort_by(&mut spans, Ord::cmp);
        chosen.push(Keyphrase {
            span: candidate.shown(outline),
            spans,
            entity: candidate.entity,
            within: within.map(|other| other as u32),
            score: Score::from_thousandths(1000 >> ((most + points).max(0) / 32).min(10)),
        });
        if distinct == MOST || chosen.len() == 2 * MOST {
            break;
        }
    }
    chosen
}

/// Whether one of two phrases has all words of the other.
fn nests(a: &Candidate, b: &Candidate) -> bool {
    let inside = |a: &Candidate, b: &Candidate| a.stems.iter().all(|stem| b.stems.contains(stem));
    inside(a, b) || inside(b, a)
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
        let shown = said(&candidate.shown(outline));
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
const TOUCHES: f64 = 0.35;
