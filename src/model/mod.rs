//! What is learned or listed, and read from packs.
//!
//! In: a pack's bytes. Out: [`Pack`] and its [`Lexicon`]. What the entries mean in a sentence is left to the
//! layers. `build` and `bundled` are native only: the browser reads packs, it does not make or carry them.

pub(crate) mod atlas;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod build;
#[cfg(not(target_arch = "wasm32"))]
mod bundled;
mod clusters;
mod entry;
mod keys;
mod lexicon;
mod pack;
pub(crate) mod ranker;
pub(crate) mod tagger;
mod things;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod train;
mod varint;

#[cfg(not(target_arch = "wasm32"))]
pub use bundled::bundled_packs;
pub(crate) use clusters::{Cluster, Clusters};
pub(crate) use entry::Entry;
pub use lexicon::Lexicon;
pub(crate) use lexicon::Spelling;
pub use pack::Pack;
#[cfg(not(target_arch = "wasm32"))]
pub use train::{build_pack, learn_ranks, BuiltPack};
