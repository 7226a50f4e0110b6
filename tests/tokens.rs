//! Runs the cases in `tests/cases/tokens`: a text, its tokens, and all tokens of some kinds; and checks what holds
//! for every text.

#[path = "support/cases.rs"]
mod cases;

use kernsatz::{Analysis, Analyzer, Options, TokenKind};
use proptest::prelude::*;

fn analyze<'t>(text: &'t str, language: &str) -> Analysis<'t> {
    let options = Options { language: Some(language.to_owned()), ..Options::default() };
    Analyzer::default().analyze(text, &options).unwrap()
}

fn name(kind: TokenKind) -> String {
    let name = format!("{kind:?}");
    name[..1].to_lowercase() + &name[1..]
}

fn run(file: &str, language: &str) {
    let mut failures = Vec::new();
    for case in cases::texts("tokens").into_iter().filter(|case| case.place.contains(file)) {
        let (source, expected) = case.lines.split_first().unwrap();
        let analysis = analyze(source, language);
        let words = |wanted: Option<&str>| -> String {
            let tokens =
                analysis.tokens.iter().filter(|token| wanted.is_none_or(|kind| name(token.kind) == kind));
            tokens.map(|token| analysis.text().slice(token.span)).collect::<Vec<_>>().join(" | ")
        };
        for line in expected {
            let kind = line.split_once(": ").filter(|(kind, _)| {
                kind.chars().all(char::is_alphabetic)
                    && !line.starts_with(source.as_str())
                    && name_exists(kind)
            });
            let (found, line) = match kind {
                Some((kind, words_of_kind)) => (words(Some(kind)), words_of_kind),
                None => (words(None), line.as_str()),
            };
            if found != line {
                failures.push(format!("{}\n  expected {line}\n  found    {found}", case.place));
            }
        }
    }
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}

fn name_exists(wanted: &str) -> bool {
    use TokenKind::{
        Abbreviation, ClockTime, CloseQuote, Email, Number, OpenQuote, Ordinal, Punctuation, Symbol,
        Terminal, Url, Word,
    };
    let kinds = [
        Word,
        Abbreviation,
        Number,
        Ordinal,
        ClockTime,
        Url,
        Email,
        OpenQuote,
        CloseQuote,
        Terminal,
        Punctuation,
        Symbol,
    ];
    kinds.iter().any(|kind| name(*kind) == wanted)
}

#[test]
fn german() {
    run("tokens/de.txt", "de");
}

#[test]
fn english() {
    run("tokens/en.txt", "en");
}

#[test]
fn neutral() {
    run("tokens/neutral.txt", "und");
}

/// Pieces that meet in no good text.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Z0-9 .,:;!?'\"()\\[\\]-]{0,16}",
        "[äöüßÄÖÜ]{1,3}",
        "[„“”‚‘’»«›‹\"'`]{1,3}",
        "[0-9]{1,4}[.,:'/ -][0-9]{0,3}",
        "(Dr|bzw|usw|z\\. B|Mio|Jan|U\\.S|XVI|1|No)\\. ?",
        "(https?://|www\\.|a@|@b\\.de|x\\.de/)[a-z.()]{0,6}",
        Just("e\u{301}o\u{308}\u{301}".to_owned()),
        Just("👩\u{200d}👩\u{200d}👧🇩🇪👍🏽".to_owned()),
        Just("שלום عليكم हिन्दी ไทย 日本語。".to_owned()),
        Just("\r\n\u{feff}\u{200b}\u{200d}\u{ad}\u{a0}".to_owned()),
        "\\PC{0,6}",
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn layers_keep_their_invariants(
        pieces in proptest::collection::vec(piece(), 0..40),
        language in prop_oneof![Just("de"), Just("en"), Just("und")],
    ) {
        let source = pieces.concat();
        let analysis = analyze(&source, language);
        let text = analysis.text();

        let mut end = 0;
        for token in &analysis.tokens {
            prop_assert!(!token.span.is_empty() && token.span.start() >= end);
            let between = text.slice(kernsatz::Span::new(end, token.span.start()));
            prop_assert!(text.trim(kernsatz::Span::new(end, token.span.start())).is_empty(), "lost {between:?}");
            end = token.span.end();
        }
        prop_assert!(text.trim(kernsatz::Span::new(end, text.all().end())).is_empty());

        let mut next_token = 0;
        let mut end = 0;
        for sentence in &analysis.sentences {
            prop_assert!(sentence.span.start() >= end && !sentence.span.is_empty());
            prop_assert_eq!(text.trim(sentence.span), sentence.span);
            prop_assert!(analysis.sections[sentence.section as usize].span.contains(sentence.span));
            prop_assert_eq!(sentence.tokens.start, next_token);
            for token in &analysis.tokens[sentence.token_range()] {
                prop_assert!(sentence.span.contains(token.span));
            }
            next_token = sentence.tokens.end;
            end = sentence.span.end();
        }
        prop_assert_eq!(next_token as usize, analysis.tokens.len());
    }
}
