//! The article's inner structure.
//!
//! In: pasted plain text or HTML. Out: an [`Article`]: the readable text and its [`Section`]s. Whole web
//! pages are reduced to their article before this (the page uses a readability library for that).

mod html;
mod plain;
mod section;

use std::borrow::Cow;

pub use section::{Section, SectionKind};

use crate::text::Span;

/// How the source is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Format {
    /// Plain text: every character is part of the article.
    #[default]
    Text,
    /// HTML: tags are structure, the text between them is the article.
    Html,
}

/// A readable text and its parts.
///
/// Invariant: sections are sorted, disjoint, not empty, trimmed, and hold every character of the text that
/// is not blank.
#[derive(Clone, Debug)]
pub(crate) struct Article<'s> {
    /// The readable text: the source itself if it is plain, the text between the tags if it is HTML.
    pub(crate) text: Cow<'s, str>,
    /// The parts in the order of the text.
    pub(crate) sections: Vec<Section>,
    /// For HTML: where each run of the text stands in the source, sorted. Empty for plain text.
    pub(crate) source_map: Vec<SourceRun>,
    /// A date that stands in the article's header, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub(crate) header_date: Option<String>,
}

/// A run of the readable text and the place in the HTML source that it was read from. Where both have the
/// same length, they are the same characters; a character reference (`&auml;`) is a run of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceRun {
    /// The place in the readable text.
    pub text: Span,
    /// The place in the source.
    pub source: Span,
}

/// Reads the structure of `source`.
pub(crate) fn read(source: &str, format: Format) -> Article<'_> {
    match format {
        Format::Text => plain::read(source),
        Format::Html => html::read(source),
    }
}
