//! One file for each layer of the analysis.
//!
//! Invariant: a pass borrows the earlier layers and returns its own; its signature says what it needs. No
//! pass changes a finished layer or keeps anything between articles.

pub(crate) mod amounts;
pub(crate) mod claims;
pub(crate) mod entities;
pub(crate) mod event;
pub(crate) mod figures;
pub(crate) mod headline;
pub(crate) mod keyphrases;
pub(crate) mod links;
pub(crate) mod mentions;
pub(crate) mod outline;
pub(crate) mod quotation_marks;
pub(crate) mod quotations;
pub(crate) mod reading;
pub(crate) mod sentences;
pub(crate) mod summary;
pub(crate) mod timexes;
pub(crate) mod tokens;
