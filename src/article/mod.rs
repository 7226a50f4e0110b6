//! The article's inner structure.
//!
//! In: pasted plain text or HTML. Out: an [`Article`]: the readable text and its [`Section`]s. Whole web
//! pages are reduced to their article before this (the page uses a readability library for that).

mod blocks;
mod byline;
mod credit;
mod dateline;
mod dates;
mod furniture;
mod head;
mod html;
mod line;
mod plain;
mod rows;
mod section;
mod senses;
mod structure;
mod words;
mod wrap;

use std::borrow::Cow;

pub use section::{Section, SectionKind};
pub(crate) use words::Words;

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
#[inline(never)]
pub(crate) fn read(source: &str, format: Format) -> Article<'_> {
    match format {
        Format::Text => plain::read(source),
        Format::Html => html::read(source),
    }
}

/// The promises of [`Article::sections`].
#[cfg(test)]
fn check_sections(article: &Article<'_>) -> Result<(), proptest::test_runner::TestCaseError> {
    use proptest::prelude::*;

    use crate::text::{is_blank, Text};

    let text = Text::new(&article.text);
    let mut end = 0;
    for section in &article.sections {
        prop_assert!(section.span.start() >= end, "sections overlap at {:?}", section);
        prop_assert!(!section.span.is_empty());
        prop_assert_eq!(text.trim(section.span), section.span);
        let between = text.slice(Span::new(end, section.span.start()));
        prop_assert!(between.chars().all(is_blank), "{:?} is in no section", between);
        end = section.span.end();
    }
    let rest = text.slice(Span::new(end, text.all().end()));
    prop_assert!(rest.chars().all(is_blank), "{:?} is in no section", rest);
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Pieces that look like parts of articles, in any order.
    fn pasted() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            4 => "[A-ZÄÖÜ][a-zäöü ]{0,40}[.!?:]? ?",
            2 => prop::sample::select(vec![
                "\n", "\n\n", "\r\n", "\n\n\n\n", " ", "\t", "\u{c}", "\u{a0}", "\u{200b}", "\u{feff}", "\u{2028}", " | ", "   ",
            ]).prop_map(str::to_owned),
            3 => prop::sample::select(vec![
                "date 2024-07 1 ", "Foto: Lea Muster/AP/dpa", "© dpa", "(Archivbild)", "Tokio - ", "BERLIN (dpa) – ", "(dpa)",
                "LONDON, May 3 (Reuters) - ", "Von Max Muster", "Anzeige", "Mehr zum Thema", "• ", "1. ", "2) ", "28.07.2024, 14:30 Uhr",
                "Stand: ", "Lesen Sie auch: ", "+++ ", "3:1", "©", "(", ")", "[", "…", "–", "»", "„", "/", "©", "İ", "ß", "ﬁ", "ŉ", "e\u{301}",
            ]).prop_map(str::to_owned),
            1 => "\\PC{0,8}",
        ];
        proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn every_visible_character_is_in_one_section(source in pasted()) {
            check_sections(&read(&source, Format::Text))?;
        }
    }
}
