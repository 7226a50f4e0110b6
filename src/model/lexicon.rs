//! Words and phrases with what is known of them.
//!
//! In: words as they stand in the text, case kept, or phrases joined by single spaces. Out: an [`Entry`]:
//! a few bits of evidence, and the [`Thing`] that is meant where there is one. What an entry means in a
//! sentence is left to the layers.
//!
//! Both are looked up by a hash of their letters; a second set of hashes says which beginnings phrases go on from.

use std::sync::Arc;

use super::keys::{take_column, Keys};
use super::pack::Bytes;
use super::things::Things;
use super::Entry;
use crate::error::Error;
use crate::hash;
use crate::layers::mentions::EntityType;

/// Bits of an entry's key: of a thousand unknown words, one is mistaken for a known one.
const ENTRY_BITS: u32 = 27;
/// Bits of the key of a phrase's beginning.
const OPENING_BITS: u32 = 25;

/// What is known of words and phrases.
#[derive(Clone)]
pub struct Lexicon {
    words: Arc<Words>,
    openings: Arc<Keys>,
    things: Things,
}

struct Words {
    keys: Keys,
    entries: Vec<Entry>,
}

/// Something in the world that the lexicon knows by one or more names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Thing<'l> {
    /// Its name as a dictionary would give it.
    pub(crate) name: &'l str,
    /// What it is.
    pub(crate) entity_type: EntityType,
}

impl Lexicon {
    pub(super) fn read(words: &Bytes, openings: &Bytes, things: &Bytes) -> Result<Self, Error> {
        let words =
            Words::parse(words.as_ref()).ok_or_else(|| Error::pack("its word list cannot be read"))?;
        let mut rest = openings.as_ref();
        let openings = Keys::take(&mut rest, OPENING_BITS).filter(|_| rest.is_empty());
        let openings = openings.ok_or_else(|| Error::pack("its list of phrases cannot be read"))?;
        Ok(Self { words: Arc::new(words), openings: Arc::new(openings), things: Things::read(things)? })
    }

    /// What is known of `words`; [`Entry::NONE`] if nothing is.
    pub(crate) fn get(&self, words: &str) -> Entry {
        self.get_spelled(Spelling::of(words))
    }

    /// What is known of what was spelled.
    pub(crate) fn get_spelled(&self, spelling: Spelling) -> Entry {
        self.words.keys.find(spelling.key(ENTRY_BITS)).map_or(Entry::NONE, |row| self.words.entries[row])
    }

    /// Whether phrases go on from what was spelled, a whole word or several.
    pub(crate) fn opens_phrase(&self, spelling: Spelling) -> bool {
        self.openings.find(spelling.key(OPENING_BITS)).is_some()
    }

    /// The thing that an entry names.
    pub(crate) fn thing(&self, entry: Entry) -> Option<Thing<'_>> {
        let (name, entity_type) = self.things.get(entry.thing()?)?;
        Some(Thing { name, entity_type })
    }
}

impl Words {
    fn parse(mut bytes: &[u8]) -> Option<Self> {
        let keys = Keys::take(&mut bytes, ENTRY_BITS)?;
        let things = take_column(&mut bytes, keys.len())?;
        let evidence = take_column(&mut bytes, keys.len())?;
        let entries =
            things.iter().zip(evidence).map(|(thing, evidence)| Entry::from_columns(*thing, evidence));
        bytes.is_empty().then(|| Self { entries: entries.collect(), keys })
    }
}

/// A word or phrase that is spelled bit by bit, so that all its beginnings can be looked up in one go.
#[derive(Clone, Copy)]
pub(crate) struct Spelling(u64);

impl Spelling {
    /// No letters yet.
    pub(crate) fn new() -> Self {
        Self(hash::of_bytes(std::iter::empty()))
    }

    pub(crate) fn of(words: &str) -> Self {
        Self::new().with(words)
    }

    /// The same with `letters` after it.
    #[must_use]
    pub(crate) fn with(self, letters: &str) -> Self {
        Self(hash::more_bytes(self.0, letters.bytes()))
    }

    fn key(self, bits: u32) -> u32 {
        hash::fold32(self.0) >> (32 - bits)
    }
}

/// Writes the sections that [`Lexicon::read`] reads: words and phrases, then the beginnings of phrases.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn write(entries: &std::collections::BTreeMap<String, Entry>) -> (Vec<u8>, Vec<u8>) {
    use std::collections::{BTreeMap, BTreeSet};

    let mut words = BTreeMap::new();
    let mut openings = BTreeSet::new();
    for (word, entry) in entries {
        // Of two with one key, the first in the alphabet is known.
        words.entry(Spelling::of(word).key(ENTRY_BITS)).or_insert(*entry);
        openings.extend(beginnings(word).map(|beginning| Spelling::of(beginning).key(OPENING_BITS)));
    }
    let mut bytes = Vec::new();
    super::keys::put(&mut bytes, words.keys().copied());
    let (things, evidence): (Vec<u16>, Vec<u16>) = words.values().map(|entry| entry.columns()).unzip();
    super::keys::put_column(&mut bytes, &things);
    super::keys::put_column(&mut bytes, &evidence);
    let mut opening_bytes = Vec::new();
    super::keys::put(&mut opening_bytes, openings.iter().copied());
    (bytes, opening_bytes)
}

/// What stands before each place where a phrase may be divided into tokens: at blanks, and on both sides of marks.
#[cfg(not(target_arch = "wasm32"))]
fn beginnings(phrase: &str) -> impl Iterator<Item = &str> {
    const MARKS: [char; 5] = ['/', '&', '.', '\'', '’'];
    phrase.char_indices().skip(1).filter_map(move |(at, c)| {
        let before = phrase[..at].chars().next_back()?;
        (c == ' ' || MARKS.contains(&c) || MARKS.contains(&before)).then_some(&phrase[..at])
    })
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} words and phrases, {:?}", self.words.keys.len(), self.things)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_begin_where_tokens_may_end() {
        let check = |phrase: &str, expected: &[&str]| {
            assert_eq!(beginnings(phrase).collect::<Vec<_>>(), expected);
        };
        check("Bad Köln am Rhein", &["Bad", "Bad Köln", "Bad Köln am"]);
        check("AT&T", &["AT", "AT&"]);
        check("Köln", &[]);
    }
}
