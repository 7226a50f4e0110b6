//! Words, numbers and marks.
//!
//! In: the text. Out: its [`Token`]s in order. Where sentences end is left to `sentences`.

use crate::lang::Language;
use crate::text::{Span, Text};

/// A word, number or mark. Carries no text: slice it out of the [`Text`].
///
/// Invariant: tokens are sorted, disjoint, not empty, and hold every character that is not blank.
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
    /// A word, with its inner hyphens, apostrophes and gender marks: `US-Außenminister`, `Bürger*innen`, `don't`.
    Word,
    /// A word that its period belongs to: `Dr.`, `z.`, `Mio.`.
    Abbreviation,
    /// A number with its separators: `1.234,56`, `70,03`, `2024`.
    Number,
    /// A number whose period makes it an ordinal: `1.` in `am 1. Mai`, `XVI.`.
    Ordinal,
    /// A clock time: `14:30`, `9.15`.
    ClockTime,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// A mark that opens a quotation.
    OpenQuote,
    /// A mark that closes a quotation.
    CloseQuote,
    /// A mark that may end a sentence: `.`, `!`, `?`, `…`.
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

/// Splits `text`; `language` is `None` where no rules apply but Unicode's.
pub(crate) fn split(text: Text<'_>, _language: Option<Language>) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut offset = 0;
    for piece in text.as_str().split_inclusive(char::is_whitespace) {
        let span = text.trim(Span::new(offset, offset + piece.len() as u32));
        offset += piece.len() as u32;
        if !span.is_empty() {
            tokens.push(Token { span, kind: TokenKind::Word });
        }
    }
    tokens
}
