//! What the fuzz targets promise, whatever the bytes are.
//!
//! In: bytes. Out: nothing, or a panic. Shared by the fuzz targets and by `tests/fuzz_regressions.rs`, which replays
//! saved inputs without a fuzzer.

use std::sync::OnceLock;

use kernsatz::{Analysis, Analyzer, Format, Language, Options, Pack, PositionEncoding, Report};

const ENCODINGS: [PositionEncoding; 3] =
    [PositionEncoding::Utf16, PositionEncoding::Utf8, PositionEncoding::Utf32];

/// Any string, as text and as HTML, in any language: every layer keeps its promises, and all encodings give the
/// same words.
pub(crate) fn analyze_any(data: &[u8]) {
    let [choice, text @ ..] = data else { return };
    let source = String::from_utf8_lossy(text);
    let language = [None, Some(Language::German), Some(Language::English)][usize::from(choice >> 1) % 3];
    let format = if choice & 1 == 0 { Format::Text } else { Format::Html };
    check(&source, format, language);
}

/// Any string as HTML: as [`analyze_any`], and the source map leads back to the same characters.
pub(crate) fn html_any(data: &[u8]) {
    check(&String::from_utf8_lossy(data), Format::Html, None);
}

/// Any bytes as a pack: an error or a pack that can be used.
pub(crate) fn pack_any(data: &[u8]) {
    if let Ok(pack) = Pack::read(data) {
        let analyzer = Analyzer::new(vec![pack]);
        for language in Language::ALL {
            let options = Options { language: Some(language.tag().to_owned()), ..Options::default() };
            let text = "Tokio - Die Minister Anna Beispiel und Max Muster kamen aus Japan. The bank in London said so.";
            analyzer.analyze(text, &options).expect("any text gives an analysis");
        }
    }
}

fn check(source: &str, format: Format, language: Option<Language>) {
    static ANALYZER: OnceLock<Analyzer> = OnceLock::new();
    let analyzer = ANALYZER.get_or_init(|| Analyzer::new(kernsatz::bundled_packs()));
    let language = language.map(|language| language.tag().to_owned());
    let options = Options { language, format, ..Options::default() };
    let analysis = analyzer.analyze(source, &options).expect("any text gives an analysis");
    check_layers(&analysis);
    check_source_map(&analysis, source);
    for encoding in ENCODINGS {
        check_report(&analysis, source, encoding);
    }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}

/// Sections and sentences are in order and apart, and sections hold all that can be seen.
fn check_layers(analysis: &Analysis<'_>) {
    let text = &*analysis.text;
    let mut end = 0;
    for section in &analysis.sections {
        let range = section.span.range();
        assert!(range.start >= end && !range.is_empty(), "{section:?} after {end}");
        assert!(
            text[end..range.start].chars().all(is_blank),
            "something before {section:?} is in no section"
        );
        assert!(
            !text[range.clone()].starts_with(is_blank) && !text[range.clone()].ends_with(is_blank),
            "{section:?}"
        );
        end = range.end;
    }
    assert!(text[end..].chars().all(is_blank), "something at the end is in no section");
    let mut end = 0;
    for token in &analysis.tokens {
        assert!(token.span.start() >= end && !token.span.is_empty(), "{token:?} after {end}");
        end = token.span.end();
    }
    let mut end = 0;
    for sentence in &analysis.sentences {
        let section = &analysis.sections[sentence.section as usize];
        assert!(sentence.span.start() >= end && !sentence.span.is_empty(), "{sentence:?} after {end}");
        assert!(section.span.contains(sentence.span), "{sentence:?} leaves {section:?}");
        end = sentence.span.end();
    }
    for mention in &analysis.mentions {
        assert!(!text[mention.span.range()].is_empty(), "{mention:?}");
    }
    for entity in &analysis.entities {
        assert!(
            entity.mentions.iter().all(|&mention| (mention as usize) < analysis.mentions.len()),
            "{entity:?}"
        );
    }
    for chosen in &analysis.summary.sentences {
        assert!((chosen.sentence as usize) < analysis.sentences.len(), "{chosen:?}");
    }
}

/// Runs are in order on both sides, cut no character, and of equal length only where the characters are equal.
fn check_source_map(analysis: &Analysis<'_>, source: &str) {
    let (mut text_end, mut source_end) = (0, 0);
    for run in &analysis.source_map {
        let (read, written) = (&analysis.text[run.text.range()], &source[run.source.range()]);
        assert!(run.text.start() >= text_end && run.source.start() >= source_end, "{run:?}");
        assert!(!read.is_empty() && !written.is_empty(), "{run:?}");
        assert!(read.len() != written.len() || read == written, "{run:?}: {read:?} is not {written:?}");
        (text_end, source_end) = (run.text.end(), run.source.end());
    }
}

/// The report's places give the same words in every encoding.
fn check_report(analysis: &Analysis<'_>, source: &str, encoding: PositionEncoding) {
    let report = Report::new(analysis, source, encoding);
    let units: Vec<u16> = analysis.text.encode_utf16().collect();
    // Code points: where each begins.
    let points: Vec<usize> =
        analysis.text.char_indices().map(|(at, _)| at).chain([analysis.text.len()]).collect();
    for (section, reported) in analysis.sections.iter().zip(&report.sections) {
        let expected = &analysis.text[section.span.range()];
        let (start, end) = (reported.span.start as usize, reported.span.end as usize);
        let found = match encoding {
            PositionEncoding::Utf16 => String::from_utf16(&units[start..end]).expect("whole characters"),
            PositionEncoding::Utf8 => analysis.text[start..end].to_owned(),
            PositionEncoding::Utf32 => analysis.text[points[start]..points[end]].to_owned(),
        };
        assert_eq!(found, expected);
    }
}
