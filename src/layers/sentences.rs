//! Sentences.
//!
//! In: sections and tokens. Out: [`Sentence`]s in order; none crosses a section.

mod boundary;
mod enclosures;

use std::ops::Range;

use super::tokens::{Token, TokenKind};
use crate::article::Section;
use crate::lang::Language;
use crate::text::{Span, Text};
use boundary::Boundaries;

/// A sentence. Its number is its index.
///
/// Invariant: sentences are sorted, disjoint, trimmed, not empty, inside one section, and hold every token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, with its closing marks.
    pub span: Span,
    /// The index of its section.
    pub section: u32,
    /// Its tokens' indexes.
    pub tokens: Range<u32>,
}

impl Sentence {
    /// The indexes of its tokens, to slice [`crate::Analysis::tokens`] with.
    pub const fn token_range(&self) -> Range<usize> {
        self.tokens.start as usize..self.tokens.end as usize
    }
}

/// Splits `sections` at sentence ends.
#[inline(never)]
pub(crate) fn split(
    text: Text<'_>,
    sections: &[Section],
    tokens: &[Token],
    language: Option<Language>,
) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut first = 0;
    for (index, section) in sections.iter().enumerate() {
        let rest = &tokens[first..];
        let inside = &rest[..rest.partition_point(|token| token.span.start() < section.span.end())];
        split_section(text, inside, language, |range| {
            sentences.push(Sentence {
                span: inside[range.start].span.cover(inside[range.end - 1].span),
                section: index as u32,
                tokens: (first + range.start) as u32..(first + range.end) as u32,
            });
        });
        first += inside.len();
    }
    sentences
}

/// Tells `found` the token ranges of the sentences in the section that holds `tokens`.
fn split_section(
    text: Text<'_>,
    tokens: &[Token],
    language: Option<Language>,
    mut found: impl FnMut(Range<usize>),
) {
    let boundaries = Boundaries::new(text, tokens, language);
    let mut start = 0;
    // The token up to which a bracket or a short quotation keeps its sentence together.
    let mut together = 0;
    let mut at = 0;
    while at < tokens.len() {
        match tokens[at].kind {
            TokenKind::OpenQuote | TokenKind::Punctuation => {
                together = together.max(boundaries.keeps_together(start, at));
            }
            TokenKind::Terminal | TokenKind::Abbreviation | TokenKind::Ordinal => {
                if let Some(end) = boundaries.sentence_end(start, at, together) {
                    found(start..end);
                    (start, at, together) = (end, end, end);
                    continue;
                }
            }
            _ => {}
        }
        at += 1;
    }
    if start < tokens.len() {
        found(start..tokens.len());
    }
}
