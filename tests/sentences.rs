//! Runs the cases in `tests/cases/sentences`: one sentence a line, a blank line between texts, `#` for notes.
//!
//! The lines of a text are joined with a blank (with nothing after `~`) and must come apart again as they stand.

#[path = "support/cases.rs"]
mod cases;

use kernsatz::{Analyzer, Options, SectionKind};

fn split(text: &str, language: &str) -> Vec<String> {
    let options = Options { language: Some(language.to_owned()), ..Options::default() };
    let analysis = Analyzer::default().analyze(text, &options).unwrap();
    let mut sentences: Vec<String> = Vec::new();
    let mut joins = false;
    for sentence in &analysis.sentences {
        let words = analysis.text().slice(sentence.span);
        match sentences.last_mut() {
            Some(last) if joins => *last = format!("{last} {words}"),
            _ => sentences.push(words.to_owned()),
        }
        // A dateline is a section of its own; here it counts with the sentence that it opens.
        joins = analysis.sections[sentence.section as usize].kind == SectionKind::Dateline;
    }
    sentences
}

fn run(language: &str) -> usize {
    let mut failures = Vec::new();
    let mut count = 0;
    for case in cases::texts(&format!("sentences/{language}")) {
        let mut text = String::new();
        for line in &case.lines {
            text.push_str(line.trim_end_matches('~'));
            text.push_str(if line.ends_with('~') { "" } else { " " });
        }
        let expected: Vec<&str> = case.lines.iter().map(|line| line.trim_end_matches('~')).collect();
        let found = split(text.trim_end(), language);
        count += expected.len();
        if found != expected {
            failures.push(format!("{}\n  expected {expected:#?}\n  found {found:#?}", case.place));
        }
    }
    assert!(failures.is_empty(), "{} texts failed\n{}", failures.len(), failures.join("\n"));
    count
}

#[test]
fn german() {
    assert!(run("de") >= 150);
}

#[test]
fn english() {
    assert!(run("en") >= 80);
}

#[test]
fn a_headline_without_full_stop_ends_with_its_line() {
    let found =
        split("Brücke bleibt zu\r\n\r\nDie Sperrung dauert an. Ein Ende ist nicht absehbar.\r\n", "de");
    assert_eq!(found, ["Brücke bleibt zu", "Die Sperrung dauert an.", "Ein Ende ist nicht absehbar."]);
}

#[test]
fn no_language_means_unicode_rules() {
    let found = split("M. Dupont est parti. Il pleut. « Où va-t-il ? » Nul ne sait.", "fr");
    assert_eq!(found, ["M. Dupont est parti.", "Il pleut.", "« Où va-t-il ? »", "Nul ne sait."]);
    assert_eq!(split("我来了。你呢？", "zh"), ["我来了。", "你呢？"]);
    assert_eq!(split("मैं आया। तुम कहाँ हो?", "hi"), ["मैं आया।", "तुम कहाँ हो?"]);
}

#[test]
fn invisible_characters_change_nothing() {
    let found = split(
        "Die Donau\u{ad}dampf\u{ad}schiff\u{ad}fahrt ruht.\u{a0}\u{200b}Am 1.\u{a0}Mai fährt sie wieder.",
        "de",
    );
    assert_eq!(
        found,
        ["Die Donau\u{ad}dampf\u{ad}schiff\u{ad}fahrt ruht.", "Am 1.\u{a0}Mai fährt sie wieder."]
    );
}
