//! German.

mod abbreviations;
pub(crate) mod article;
pub(crate) mod entities;
pub(crate) mod figures;
pub(crate) mod gist;
#[cfg(not(target_arch = "wasm32"))]
mod inflection;
pub(crate) mod names;
mod nominative;
mod orthography;
pub(crate) mod places;
pub(crate) mod quotations;
#[cfg(not(target_arch = "wasm32"))]
mod recipe;
mod sentence_starts;

pub(super) use nominative::nominative;
pub(super) use orthography::ORTHOGRAPHY;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use recipe::RECIPE;
