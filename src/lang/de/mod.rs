//! German.

pub(crate) mod summary;
