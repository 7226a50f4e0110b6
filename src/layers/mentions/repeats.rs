//! Names that an article says again.
//!
//! In: the names that the tagger found by themselves, with their margins. Out: where the same words stand elsewhere in
//! the article, and how much that speaks for reading them in the same way: the second pass over the article adds it to
//! their scores and reads those sentences anew.

use super::features::Features;
use super::rules::Class;
use super::words::Word;
use super::EntityType;
use crate::hash::{self};
use crate::map::Map;

/// The longest name that is looked for, in tokens.
const MOST_TOKENS: usize = 6;
/// A name whose margin is smaller speaks for nothing.
const LEAST_MARGIN: u32 = 16;
/// The most that a name of one word, and one of several, speaks for itself elsewhere.
const MOST_SUPPORT: [u32; 2] = [40, 150];

/// A name where it was found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// Its first token and the one after its last.
    pub(super) tokens: (usize, usize),
    pub(super) entity_type: EntityType,
    pub(super) margin: u32,
}

/// What the article calls by name.
#[derive(Default)]
pub(super) struct Repeats {
    /// By the words of the name: its type and how much it speaks for it.
    names: Map<u64, (EntityType, u32)>,
    /// By the first word of a name: how many tokens the longest has.
    openings: Map<u64, usize>,
}

impl Repeats {
    /// Learns the names that are sure enough.
    pub(super) fn new(features: &Features<'_>, words: &[Word], found: &[Found]) -> Self {
        let mut repeats = Self::default();
        for name in found.iter().filter(|name| name.margin >= LEAST_MARGIN) {
            let (first, end) = name.tokens;
            repeats.learn(features, words, (first, end), *name);
            match name.entity_type {
                // `Merkel` after `Angela Merkel`, `von der Leyen` after `Ursula von der Leyen`.
                EntityType::Person if end > first + 1 => {
                    let is_particle = |at: &usize| words[*at].class.has(Class::PARTICLE);
                    let particles = (first + 1..end - 1).rev().take_while(is_particle).count();
                    repeats.learn(features, words, (end - 1 - particles, end), *name);
                }
                // The company without its legal form.
                EntityType::Organisation
                    if words[end - 1].class.has(Class::COMPANY_ENDING) && end > first + 1 =>
                {
                    repeats.learn(features, words, (first, end - 1), *name);
                }
                _ => {}
            }
        }
        repeats
    }

    fn learn(&mut self, features: &Features<'_>, words: &[Word], (first, end): (usize, usize), name: Found) {
        let length = end - first;
        let is_noun = length == 1 && (words[first].entry.common() > 1 || !words[first].is_capital());
        if length > MOST_TOKENS || is_noun {
            return;
        }
        let learnt = (name.entity_type, name.margin.min(MOST_SUPPORT[usize::from(length > 1)]));
        let opening = words_hash(features, first..first + 1, false);
        let longest = self.openings.or_default(opening);
        *longest = (*longest).max(length);
        for short in [false, words[end - 1].is_genitive] {
            let hash = words_hash(features, first..end, short);
            let known = self.names.or_insert(hash, learnt);
            if known.1 < learnt.1 {
                *known = learnt;
            }
        }
    }

    /// The longest known name that begins at a token: where it ends, its type and how much speaks for it. `end` is the
    /// end of the sentence.
    pub(super) fn at(
        &self,
        features: &Features<'_>,
        first: usize,
        end: usize,
    ) -> Option<(usize, EntityType, u32)> {
        let longest = *self.openings.get(&words_hash(features, first..first + 1, false))?;
        let most = longest.min(end - first);
        (1..=most).rev().find_map(|length| {
            // A noun that is somebody's name: `der Koch` cooks.
            if length == 1 && features.stands_as_noun(first) {
                return None;
            }
            let range = first..first + length;
            let whole = self.names.get(&words_hash(features, range.clone(), false));
            let (entity_type, support) =
                whole.or_else(|| self.names.get(&words_hash(features, range, true)))?;
            Some((first + length, *entity_type, *support))
        })
    }
}

/// The hash of some words; `short` takes the genitive's ending off the last.
fn words_hash(features: &Features<'_>, range: std::ops::Range<usize>, short: bool) -> u64 {
    let last = range.end - 1;
    range.fold(0, |sum, at| {
        let stem =
            if short && at == last { features.text(at).strip_suffix(['s', '\'', '’']) } else { None };
        hash::mix(sum, stem.map_or_else(|| features.hash(at), |stem| hash::of_bytes(stem.bytes())))
    })
}
