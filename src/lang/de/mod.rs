//! German.

pub(crate) mod article;
#[cfg(not(target_arch = "wasm32"))]
mod inflection;
#[cfg(not(target_arch = "wasm32"))]
mod recipe;
pub(crate) mod summary;

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use recipe::RECIPE;
