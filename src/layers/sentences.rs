//! Sentences.
//!
//! In: sections and tokens. Out: [`Sentence`]s in order; none crosses a section.

use std::ops::Range;

use super::tokens::Token;
use crate::article::Section;
use crate::lang::Language;
use crate::text::{Span, Text};

/// A sentence. Its number is its index.
///
/// Invariant: sentences are sorted, disjoint, not empty, and hold every token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, with its closing marks.
    pub span: Span,
    /// The index of its section.
    pub section: u32,
    /// Its tokens' indexes.
    pub tokens: Range<u32>,
}

/// Splits `sections` at sentence ends.
pub(crate) fn split(
    _text: Text<'_>,
    sections: &[Section],
    tokens: &[Token],
    _language: Option<Language>,
) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut first = 0;
    for (index, section) in sections.iter().enumerate() {
        let count = tokens[first..].partition_point(|token| token.span.start() < section.span.end());
        let range = first..first + count;
        first = range.end;
        if !range.is_empty() {
            sentences.push(Sentence {
                span: section.span,
                section: index as u32,
                tokens: range.start as u32..range.end as u32,
            });
        }
    }
    sentences
}
