//! Pasted HTML to text and sections.
//!
//! In: any string, read as a browser would read HTML. Out: an [`Article`] whose text is what a reader sees: character
//! references decoded, blanks collapsed, a blank line between paragraphs, a line break for `<br>`, a tab between
//! the cells of a row; scripts and what is hidden left out. What the parts are is judged by
//! [`super::structure`], with the markup's word as hints.

mod builder;
mod elements;
mod hints;
mod map;
mod reader;
mod tokens;

use std::borrow::Cow;

use super::{structure, wrap, Article, SectionKind};
use crate::text::Text;

pub(super) fn read(source: &str) -> Article<'_> {
    let page = tokens::read(source);
    let text = Text::new(&page.text);
    let blocks = wrap::join(text, page.blocks);
    let (sections, header_date) = structure::read(text, &blocks);
    // A date that the markup gives counts where it stands by itself, not inside a sentence.
    let published = |at: u32| {
        let after = sections.partition_point(|section| section.span.end() <= at);
        sections
            .get(after)
            .is_some_and(|section| matches!(section.kind, SectionKind::Date | SectionKind::Byline))
    };
    let time = page.times.into_iter().find(|&(at, _)| published(at)).map(|(_, date)| date);
    Article {
        text: Cow::Owned(page.text),
        sections,
        source_map: page.source_map,
        header_date: page.date.or(time).or(header_date),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &[(SectionKind, &str)]) {
        let article = read(source);
        check_map(source, &article).unwrap();
        let found: Vec<_> = article
            .sections
            .iter()
            .map(|section| (section.kind, &article.text[section.span.range()]))
            .collect();
        assert_eq!(found, expected, "{source:?}");
    }

    /// The promises of [`Article::source_map`].
    fn check_map(source: &str, article: &Article<'_>) -> Result<(), TestCaseError> {
        let (mut text_end, mut source_end) = (0, 0);
        for run in &article.source_map {
            prop_assert!(!run.text.is_empty() && !run.source.is_empty());
            prop_assert!(run.text.start() >= text_end && run.source.start() >= source_end, "{:?}", run);
            let read = article.text.get(run.text.range());
            let written = source.get(run.source.range());
            prop_assert!(read.is_some() && written.is_some(), "{:?} cuts a character", run);
            if run.text.len() == run.source.len() {
                prop_assert_eq!(read, written);
            }
            (text_end, source_end) = (run.text.end(), run.source.end());
        }
        Ok(())
    }

    #[test]
    fn blanks_collapse_and_references_are_decoded() {
        use SectionKind::Body;
        check(
            "<p>Stra&szlig;e  und\n\tBr&uuml;cke&nbsp;&ndash; &amp;amp; &#8222;Zoll&#x201C;</p>",
            &[(Body, "Straße und Brücke\u{a0}– &amp; „Zoll“")],
        );
        check("a&b &unknown; 1 < 2 <é &amp &#0;", &[(Body, "a&b &unknown; 1 < 2 <é & \u{fffd}")]);
    }

    #[test]
    fn hostile_input_stays_text() {
        use SectionKind::Body;
        check("<p>Eins<img src=x onerror=alert(1)>Zwei</p><script>böse()</script>", &[(Body, "EinsZwei")]);
        check("<!-- nie geschlossen <p>weg", &[]);
        check("</script></script><p>da</p></div></div>", &[(Body, "da")]);
        check("<p>da<script>weg", &[(Body, "da")]);
        check("<p>a\0b</p>", &[(Body, "ab")]);
        check("<svg><title/><script/><text>weg</text></svg><p>da", &[(Body, "da")]);
    }

    #[test]
    fn nesting_costs_no_stack_and_little_time() {
        let deep = format!("{}Tief{}", "<div>".repeat(100_000), "</p></span></div>".repeat(100_000));
        let article = read(&deep);
        assert_eq!(article.text, "Tief");
        let bold = format!("<i><div>{}Fett{}", "<b>".repeat(100_000), "</i>".repeat(100_000));
        assert_eq!(read(&bold).text, "Fett");
    }

    fn markup() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            4 => "[a-zA-Zäöü .,!?]{0,12}",
            2 => "[ \t\r\n\u{c}]{1,4}",
            3 => prop::sample::select(vec![
                "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<br>", "<li>", "</li>", "<ul>", "<td>", "<tr>", "</tr>",
                "<table>", "<h1>", "</h1>", "<pre>", "</pre>", "<figcaption>", "</figcaption>", "<nav>", "</nav>",
                "<span class=credit>", "</span>", "<a href='x'>", "</a>", "<script>", "</script>", "<title>",
                "<button>", "</button>", "<time datetime=2024-07-28>", "</time>", "<!--", "-->", "<![CDATA[", "]]>",
                "<svg>", "</svg>", "<!DOCTYPE html>", "<p class='lead", "\">", "'>", "<", ">", "</", "<é",
            ])
            .prop_map(str::to_owned),
            2 => prop::sample::select(vec![
                "&amp;", "&amp", "&", "&#", "&#x", "&#0", "&#0;", "&#10;", "&#160;", "&nbsp;", "&uuml;", "&acE;", "&nGt;",
                "&unknown;", "&#x1F600;", "&#xD800;", "&#99999999;", "&shy;", "&lt", "&ndash;", "&;",
            ])
            .prop_map(str::to_owned),
            1 => prop::sample::select(vec!["\0", "\u{feff}", "\u{200b}", "😀", "e\u{301}", "\u{85}", "שלום", "\r"])
                .prop_map(str::to_owned),
        ];
        proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn the_map_leads_back_to_the_same_characters(source in markup()) {
            let article = read(&source);
            check_map(&source, &article)?;
            crate::article::check_sections(&article)?;
        }

        #[test]
        fn plain_words_are_all_kept(words in proptest::collection::vec("[a-zäöü]{1,8}", 1..20)) {
            let source = format!("<div>{}</div>", words.join("<i> "));
            let article = read(&source);
            prop_assert_eq!(article.text.split_whitespace().collect::<Vec<_>>(), words);
        }
    }
}
