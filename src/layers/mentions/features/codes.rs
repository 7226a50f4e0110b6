//! What rules, lexicon and marks say of tokens, as small numbers.
//!
//! In: candidates, entries of the lexicon, words. Out: codes that features are made of. A change here changes the
//! features: see `features`.

use super::super::rules::Class;
use super::super::words::Word;
use super::super::{Candidate, EntityType, MentionKind};
use crate::model::Entry;

/// The labels that rules or phrases give a token, as small numbers; 0 for none.
pub(super) type Codes = Vec<(u16, u16)>;

/// No quotation mark.
pub(super) const NONE: u32 = u32::MAX;

/// For each token, the quotation mark before it, and the one at or after it.
pub(super) fn quotes(words: &[Word]) -> Vec<(u32, u32)> {
    let is_quote = |word: &Word| word.class.has(Class::QUOTE);
    let mut quotes = vec![(NONE, NONE); words.len()];
    let mut last = NONE;
    for (at, word) in words.iter().enumerate() {
        quotes[at].0 = last;
        if is_quote(word) {
            last = at as u32;
        }
    }
    last = NONE;
    for (at, word) in words.iter().enumerate().rev() {
        if is_quote(word) {
            last = at as u32;
        }
        quotes[at].1 = last;
    }
    quotes
}

/// What rules or phrases say of each token: position in the name, kind and type; and how surely.
pub(super) fn codes(candidates: &[Candidate], count: usize) -> Codes {
    let mut codes = vec![(0, 0); count];
    for candidate in candidates {
        let reading = reading_code(candidate.kind, candidate.entity_type) as u16;
        let (first, end) = candidate.tokens;
        for (at, code) in codes.iter_mut().enumerate().take(end).skip(first) {
            let position = match (at == first, at + 1 == end) {
                (true, true) => 1,
                (true, false) => 2,
                (false, false) => 3,
                (false, true) => 4,
            };
            *code = (reading * 5 + position, candidate.score as u16);
        }
    }
    codes
}

/// The kind of name that a code of the rules tells, as an index; 0 for none.
pub(super) fn told(code: u16) -> usize {
    match code / 5 {
        _ if code == 0 => 0,
        reading @ 0..=3 => usize::from(reading) + 1,
        _ => 5,
    }
}

/// A number below 16.
pub(super) fn reading_code(kind: MentionKind, entity_type: EntityType) -> u64 {
    kind as u64 * 4 + entity_type as u64
}

pub(super) fn name_code(entry: Entry) -> u64 {
    if entry.name() == 0 {
        return 0;
    }
    1 + (reading_code(entry.kind(), entry.entity_type()) * 8 + u64::from(entry.name())) * 2
        + u64::from(entry.thing().is_some())
}

/// A number below 16.
pub(super) fn person_code(entry: Entry) -> u64 {
    u64::from(entry.first_name() * 4 + entry.surname())
}

/// A number below 16.
pub(super) fn common_code(entry: Entry) -> u64 {
    u64::from(entry.common() * 2 + u32::from(entry.is_city()))
}
