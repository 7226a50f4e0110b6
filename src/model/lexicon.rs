//! Words and phrases with what is known of them.
//!
//! In: words as they stand in the text, case kept, or phrases joined by single spaces. Out: an [`Entry`]:
//! a few bits of evidence, and the [`Thing`] that is meant where there is one. What an entry means in a
//! sentence is left to the layers.
//!
//! Words are looked up by a hash of their letters, phrases in an automaton that is read token by token.

use std::sync::Arc;

use fst::raw::{CompiledAddr, Fst, Output};

use super::keys::{take_column, Keys};
use super::pack::Bytes;
use super::things::Things;
use super::Entry;
use crate::error::Error;
use crate::hash;
use crate::layers::mentions::EntityType;

/// What is between the words of a phrase.
const JOINTS: [char; 6] = [' ', '/', '&', '.', '\'', '’'];

/// What is known of words and phrases.
#[derive(Clone)]
pub struct Lexicon {
    words: Arc<Words>,
    phrases: Fst<Bytes>,
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
    pub(super) fn read(words: &Bytes, phrases: Bytes, things: &Bytes) -> Result<Self, Error> {
        let words =
            Words::parse(words.as_ref()).ok_or_else(|| Error::pack("its word list cannot be read"))?;
        let phrases = Fst::new(phrases).map_err(|_| Error::pack("its list of phrases cannot be read"))?;
        Ok(Self { words: Arc::new(words), phrases, things: Things::read(things)? })
    }

    /// What is known of `words`; [`Entry::NONE`] if nothing is.
    pub(crate) fn get(&self, words: &str) -> Entry {
        let entry = self.words.get(Spelling::of(words));
        if entry.is_none() && words.contains(JOINTS) {
            return self.phrases.get(words).map_or(Entry::NONE, |output| Entry::from_bits(output.value()));
        }
        entry
    }

    /// What is known of the word that was spelled.
    pub(crate) fn get_spelled(&self, spelling: Spelling) -> Entry {
        self.words.get(spelling)
    }

    /// The thing that an entry names.
    pub(crate) fn thing(&self, entry: Entry) -> Option<Thing<'_>> {
        let (name, entity_type) = self.things.get(entry.thing()?)?;
        Some(Thing { name, entity_type })
    }

    /// Starts reading a phrase.
    pub(crate) fn walk(&self) -> Walk<'_> {
        Walk { phrases: &self.phrases, node: self.phrases.root().addr(), output: Output::zero() }
    }
}

impl Words {
    fn parse(mut bytes: &[u8]) -> Option<Self> {
        let keys = Keys::take(&mut bytes, 32)?;
        let things = take_column(&mut bytes, keys.len())?;
        let evidence = take_column(&mut bytes, keys.len())?;
        let entries =
            things.iter().zip(evidence).map(|(thing, evidence)| Entry::from_columns(*thing, evidence));
        bytes.is_empty().then(|| Self { entries: entries.collect(), keys })
    }

    fn get(&self, spelling: Spelling) -> Entry {
        self.keys.find(spelling.key()).map_or(Entry::NONE, |row| self.entries[row])
    }
}

/// A word that is spelled bit by bit, so that all beginnings of a word can be looked up in one go.
#[derive(Clone, Copy)]
pub(crate) struct Spelling(u64);

impl Spelling {
    /// No letters yet.
    pub(crate) fn new() -> Self {
        Self(hash::of_bytes(std::iter::empty()))
    }

    fn of(word: &str) -> Self {
        Self::new().with(word)
    }

    /// The same with `letters` after it.
    #[must_use]
    pub(crate) fn with(self, letters: &str) -> Self {
        Self(hash::more_bytes(self.0, letters.bytes()))
    }

    fn key(self) -> u32 {
        hash::fold32(self.0)
    }
}

/// A place in the automaton of phrases, reached by the bytes read so far.
#[derive(Clone, Copy)]
pub(crate) struct Walk<'l> {
    phrases: &'l Fst<Bytes>,
    node: CompiledAddr,
    output: Output,
}

impl Walk<'_> {
    /// Goes on with `bytes`; `false`, and stays, where no phrase goes on so.
    #[must_use]
    pub(crate) fn read(&mut self, bytes: &[u8]) -> bool {
        let mut node = self.phrases.node(self.node);
        let mut output = self.output;
        for byte in bytes {
            let Some(index) = node.find_input(*byte) else { return false };
            let transition = node.transition(index);
            output = output.cat(transition.out);
            node = self.phrases.node(transition.addr);
        }
        self.node = node.addr();
        self.output = output;
        true
    }

    /// Whether a phrase goes on with one of `bytes`.
    pub(crate) fn has_next(&self, bytes: &[u8]) -> bool {
        let node = self.phrases.node(self.node);
        bytes.iter().any(|byte| node.find_input(*byte).is_some())
    }

    /// The entry of exactly what was read.
    pub(crate) fn entry(&self) -> Option<Entry> {
        let node = self.phrases.node(self.node);
        node.is_final().then(|| Entry::from_bits(self.output.cat(node.final_output()).value()))
    }
}

/// Writes the sections that [`Lexicon::read`] reads: words, then phrases.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn write(
    entries: &std::collections::BTreeMap<String, Entry>,
) -> std::io::Result<(Vec<u8>, Vec<u8>)> {
    let mut words = std::collections::BTreeMap::new();
    let mut phrases = fst::MapBuilder::memory();
    for (word, entry) in entries {
        if word.contains(JOINTS) {
            phrases.insert(word, entry.bits()).map_err(std::io::Error::other)?;
        }
        if !word.contains([' ', '/', '&']) {
            // Of two words with one key, the first in the alphabet is known.
            words.entry(Spelling::of(word).key()).or_insert(*entry);
        }
    }
    let mut bytes = Vec::new();
    super::keys::put(&mut bytes, words.keys().copied());
    let (things, evidence): (Vec<u16>, Vec<u16>) = words.values().map(|entry| entry.columns()).unzip();
    super::keys::put_column(&mut bytes, &things);
    super::keys::put_column(&mut bytes, &evidence);
    Ok((bytes, phrases.into_inner().map_err(std::io::Error::other)?))
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} words, {} phrases, {:?}", self.words.keys.len(), self.phrases.len(), self.things)
    }
}
