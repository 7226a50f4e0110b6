//! The article's text and places in it.
//!
//! In: any string. Out: [`Text`], a borrowed string that hands out slices by [`Span`], and
//! [`Offsets`], which turns byte offsets into the caller's encoding. What the text means is left to
//! the layers.

mod offsets;
mod span;

pub use offsets::{Offsets, PositionEncoding};
pub use span::Span;

/// A text that is never trimmed, normalised or re-encoded, addressed by [`Span`].
///
/// ```
/// use kernsatz::{Span, Text};
/// let text = Text::new("Grüße aus Köln");
/// assert_eq!(text.slice(Span::new(12, 17)), "Köln");
/// assert_eq!(text.all(), Span::new(0, 17));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Text<'t> {
    source: &'t str,
}

impl<'t> Text<'t> {
    /// Borrows `source`.
    ///
    /// # Panics
    /// On texts of 4 GiB and more; [`crate::Analyzer`] refuses far shorter ones with an error.
    pub fn new(source: &'t str) -> Self {
        assert!(u32::try_from(source.len()).is_ok(), "offsets are u32");
        Self { source }
    }

    /// The whole string.
    pub fn as_str(self) -> &'t str {
        self.source
    }

    /// The span of the whole string.
    pub fn all(self) -> Span {
        Span::new(0, self.source.len() as u32)
    }

    /// The words at `span`.
    ///
    /// # Panics
    /// Where the span leaves the text or cuts a character; spans made by this crate do neither.
    #[track_caller]
    pub fn slice(self, span: Span) -> &'t str {
        &self.source[span.range()]
    }

    /// `span` without white space at both ends; white space is Unicode's, with the byte order mark and
    /// zero-width space added, since pasted text has them where people see nothing.
    pub fn trim(self, span: Span) -> Span {
        let slice = self.slice(span);
        let start = slice.len() - slice.trim_start_matches(is_blank).len();
        if start == slice.len() {
            return Span::empty(span.start());
        }
        let end = slice.trim_end_matches(is_blank).len();
        Span::new(span.start() + start as u32, span.start() + end as u32)
    }
}

/// A word with a capital.
#[inline(never)] // Called from many places.
pub(crate) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// White space as a reader sees it: Unicode's, the byte order mark and the zero-width space.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trim_keeps_what_is_read() {
        let check = |source: &str, expected: &str| {
            let text = Text::new(source);
            assert_eq!(text.slice(text.trim(text.all())), expected, "{source:?}");
        };
        check("\u{feff} Tokio -\r\n", "Tokio -");
        check("\u{a0}ab\u{200b} ", "ab");
        check(" \n ", "");
        check("", "");
    }
}
