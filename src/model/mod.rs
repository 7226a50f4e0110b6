//! What is learned or listed, and read from packs.
//!
//! In: a pack's bytes. Out: [`Pack`] and its [`Lexicon`]. What the entries mean in a sentence is left to the
//! layers.

mod lexicon;
mod pack;

pub use lexicon::Lexicon;
pub use pack::Pack;
