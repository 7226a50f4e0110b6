//! Readings of words as names, and the choice among those that overlap.
//!
//! In: [`Candidate`]s of all finders for one sentence. Out: those that stand, in order, none over another.

use std::ops::Range;

use super::{EntityType, Mention, MentionKind};
use crate::order;
use crate::score::Score;
use crate::text::Span;

/// Below this, a reading is not believed.
const LEAST: u32 = 450;
/// What a word more is worth: longer readings know more.
const PER_WORD: u32 = 350;

/// Words read as a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// Its first token, and the one after its last.
    pub(super) tokens: (usize, usize),
    pub(super) span: Span,
    pub(super) kind: MentionKind,
    pub(super) entity_type: EntityType,
    /// How sure it is, in thousandths.
    pub(super) score: u32,
}

impl Candidate {
    pub(super) fn mention(&self) -> Mention {
        Mention {
            span: self.span,
            kind: self.kind,
            entity_type: self.entity_type,
            confidence: Score::from_thousandths(self.score.min(990)),
        }
    }

    fn weight(&self) -> u32 {
        self.score + PER_WORD * (self.tokens.1 - self.tokens.0) as u32
    }
}

/// Keeps the weightiest of `candidates` in the sentence of tokens `range`, in the order of the text.
#[inline(never)] // Called from two places, and large.
pub(super) fn choose(candidates: &mut Vec<Candidate>, range: &Range<usize>) {
    candidates.retain(|candidate| candidate.score >= LEAST);
    if candidates.len() > 1 {
        order::sort_by_key(candidates, |candidate| (std::cmp::Reverse(candidate.weight()), candidate.tokens));
        let mut taken = vec![false; range.len()];
        candidates.retain(|candidate| {
            let place = &mut taken[candidate.tokens.0 - range.start..candidate.tokens.1 - range.start];
            let free = !place.contains(&true);
            if free {
                place.fill(true);
            }
            free
        });
        order::sort_by_key(candidates, |candidate| candidate.tokens);
    }
}
