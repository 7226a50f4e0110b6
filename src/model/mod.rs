//! What is learned or listed, and read from packs.
//!
//! In: a pack's bytes. Out: [`Pack`] and its [`Lexicon`]. What the entries mean in a sentence is left to the
//! layers.

#[cfg(not(target_arch = "wasm32"))]
mod bundled;
mod lexicon;
mod pack;

#[cfg(not(target_arch = "wasm32"))]
pub use bundled::bundled_packs;
pub use lexicon::Lexicon;
pub use pack::Pack;
