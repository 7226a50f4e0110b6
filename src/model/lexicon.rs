//! Words and phrases with what is known of them.
//!
//! In: words as they stand in the text, case kept, or phrases joined by single spaces. Out: an [`Entry`]:
//! a few bits of evidence, and the [`Thing`] that is meant where there is one. What an entry means in a
//! sentence is left to the layers.

use fst::raw::{CompiledAddr, Fst, Output};

use super::pack::Bytes;
use super::things::Things;
use super::Entry;
use crate::error::Error;
use crate::layers::mentions::EntityType;

/// A compact automaton from words and phrases to entries, read in place.
#[derive(Clone)]
pub struct Lexicon {
    words: Fst<Bytes>,
    things: Things,
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
    pub(super) fn read(words: Bytes, things: &Bytes) -> Result<Self, Error> {
        let words = Fst::new(words).map_err(|_| Error::pack("its word list cannot be read"))?;
        Ok(Self { words, things: Things::read(things)? })
    }

    /// What is known of `words`; [`Entry::NONE`] if nothing is.
    pub(crate) fn get(&self, words: &str) -> Entry {
        self.words.get(words).map_or(Entry::NONE, |output| Entry::from_bits(output.value()))
    }

    /// The thing that an entry names.
    pub(crate) fn thing(&self, entry: Entry) -> Option<Thing<'_>> {
        let (name, entity_type) = self.things.get(entry.thing()?)?;
        Some(Thing { name, entity_type })
    }

    /// Starts reading words letter by letter.
    pub(crate) fn walk(&self) -> Walk<'_> {
        Walk { words: &self.words, node: self.words.root().addr(), output: Output::zero() }
    }
}

/// A place in the automaton, reached by the bytes read so far.
#[derive(Clone, Copy)]
pub(crate) struct Walk<'l> {
    words: &'l Fst<Bytes>,
    node: CompiledAddr,
    output: Output,
}

impl Walk<'_> {
    /// Reads on. `false` if no entry begins with what was read; then the walk is over.
    #[must_use]
    pub(crate) fn read(&mut self, bytes: &[u8]) -> bool {
        let mut node = self.words.node(self.node);
        for byte in bytes {
            let Some(index) = node.find_input(*byte) else { return false };
            let transition = node.transition(index);
            self.output = self.output.cat(transition.out);
            node = self.words.node(transition.addr);
        }
        self.node = node.addr();
        true
    }

    /// Whether an entry goes on with one of `bytes`.
    pub(crate) fn has_next(&self, bytes: &[u8]) -> bool {
        let node = self.words.node(self.node);
        bytes.iter().any(|byte| node.find_input(*byte).is_some())
    }

    /// The entry of exactly what was read.
    pub(crate) fn entry(&self) -> Option<Entry> {
        let node = self.words.node(self.node);
        node.is_final().then(|| Entry::from_bits(self.output.cat(node.final_output()).value()))
    }
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} words and phrases, {:?}", self.words.len(), self.things)
    }
}
