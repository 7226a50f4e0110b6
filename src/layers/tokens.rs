//! Words, numbers and marks.
//!
//! In: the text, its sections and its pairs of quotation marks. Out: its [`Token`]s in order. Where sentences
//! end is left to `sentences`.

mod address;
mod chars;
mod number;
mod period;
mod scan;

use super::quotation_marks::QuotationMarks;
use crate::article::Section;
use crate::lang::orthography::Orthography;
use crate::lang::Language;
use crate::order;
use crate::text::{Span, Text};

/// A word, number or mark. Carries no text: slice it out of the [`Text`].
///
/// Invariant: tokens are sorted, disjoint, not empty, inside one section, and hold every character that is not
/// blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A word, with its inner hyphens, apostrophes and gender marks: `US-Außenminister`, `Bürger*innen`, `don't`;
    /// with its outer hyphen where a compound is cut short: `Ost-`.
    Word,
    /// A word that its period belongs to: `Dr.`, `z.`, `Mio.`, `U.S.`
    Abbreviation,
    /// A number with its separators: `1.234,56`, `70,03`, `2024`, `24.01.2005`.
    Number,
    /// A number whose period makes it an ordinal: `1.` in `am 1. Mai`, `XVI.`; in English `1st`.
    Ordinal,
    /// A clock time: `14:30`, `9.15`.
    ClockTime,
    /// A web address or a domain: `https://example.org/a`, `example.org`.
    Url,
    /// An e-mail address.
    Email,
    /// A mark that opens a quotation.
    OpenQuote,
    /// A mark that closes a quotation.
    CloseQuote,
    /// A mark that may end a sentence: `.`, `!`, `?`, `…`, `?!`, `...`
    Terminal,
    /// Any other punctuation mark.
    Punctuation,
    /// Anything else: currency signs, emoji, arrows.
    Symbol,
}

impl TokenKind {
    /// Whether it is read as a word: a word or an abbreviation.
    pub const fn is_word(self) -> bool {
        matches!(self, Self::Word | Self::Abbreviation)
    }
}

/// Splits `sections`; `language` is `None` where no rules apply but Unicode's.
#[inline(never)]
pub(crate) fn split(
    text: Text<'_>,
    sections: &[Section],
    quotation_marks: &[QuotationMarks],
    language: Option<Language>,
) -> Vec<Token> {
    let mut quotes: Vec<Token> = Vec::with_capacity(quotation_marks.len() * 2);
    for pair in quotation_marks {
        quotes.push(Token { span: pair.open, kind: TokenKind::OpenQuote });
        quotes.extend(pair.close.map(|span| Token { span, kind: TokenKind::CloseQuote }));
    }
    order::sort_by_key(&mut quotes, |quote| quote.span);

    let orthography = Orthography::of(language);
    let mut tokens = Vec::with_capacity(text.as_str().len() / 6);
    let mut quotes = quotes.as_slice();
    for section in sections {
        let outside = quotes.partition_point(|quote| quote.span.start() < section.span.end());
        let (inside, rest) = quotes.split_at(outside);
        quotes = rest;
        scan::scan(text, section.span, inside, orthography, &mut tokens);
    }
    tokens
}
