//! Words and names with what is known of them.

/// A compact automaton from words to flags.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {}
