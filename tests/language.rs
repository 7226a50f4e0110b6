//! Runs the cases in `tests/cases/language`: lines of `tag: text`.
//!
//! Single headlines may be too short to tell, so of them a share must be right, and no text in another language may
//! be taken for a supported one without a warning. All lines of a language together leave no doubt.

use std::collections::BTreeMap;

use kernsatz::{Analysis, Analyzer, Options, WarningCode};

fn lines(source: &str) -> impl Iterator<Item = (&str, &str)> {
    source
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split_once(": ").unwrap())
}

fn analyze(text: &str) -> Analysis<'_> {
    Analyzer::default().analyze(text, &Options::default()).unwrap()
}

const SUPPORTED: &str = include_str!("cases/language/supported.txt");
const OTHERS: &str = include_str!("cases/language/other-languages.txt");
const UNDECIDABLE: &str = include_str!("cases/language/undecidable.txt");

#[track_caller]
fn check_share(source: &str, percent: usize) {
    let wrong: Vec<_> = lines(source).filter(|(tag, text)| analyze(text).language.tag != *tag).collect();
    let all = lines(source).count();
    assert!((all - wrong.len()) * 100 >= all * percent, "{} of {all} wrong: {wrong:#?}", wrong.len());
}

#[test]
fn headlines_in_supported_languages() {
    check_share(SUPPORTED, 95);
}

#[test]
fn sentences_in_other_languages() {
    check_share(OTHERS, 95);
}

#[test]
fn all_sentences_of_a_language_together() {
    let mut texts: BTreeMap<&str, String> = BTreeMap::new();
    for (tag, text) in lines(SUPPORTED).chain(lines(OTHERS)) {
        let whole = texts.entry(tag).or_default();
        whole.push_str(text);
        whole.push('\n');
    }
    assert!(texts.len() >= 25);
    for (tag, text) in &texts {
        assert_eq!(analyze(text).language.tag, *tag, "{text}");
    }
}

#[test]
fn other_languages_are_not_taken_for_supported_ones_without_a_warning() {
    for (tag, text) in lines(OTHERS) {
        let analysis = analyze(text);
        let warned = analysis.warnings.iter().any(|warning| {
            matches!(warning.code, WarningCode::UncertainLanguage | WarningCode::UnsupportedLanguage)
        });
        assert!(warned, "{tag}: {text} was taken for {:?}", analysis.language);
    }
}

#[test]
fn nothing_to_tell_by_is_undetermined() {
    for (tag, text) in lines(UNDECIDABLE).chain([("und", ""), ("und", " \n")]) {
        let language = analyze(text).language;
        assert_eq!((language.tag.as_str(), language.language), (tag, None), "{text:?}");
    }
}

#[test]
fn a_quotation_or_a_box_in_another_language_does_not_decide() {
    let german = "Die Stadt plant einen neuen Park am Fluss, und die Bürger dürfen mitreden. ".repeat(40);
    let text = format!("{german}\n\nThe mayor said that this was the best day of her life.\n\n{german}");
    assert_eq!(analyze(&text).language.tag, "de");
}
