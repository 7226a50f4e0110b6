//! English.

pub(crate) mod summary;
