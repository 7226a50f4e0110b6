//! Time expressions on readable cases, `tests/cases/timexes/<language>.txt`, and what holds for all of them.

use kernsatz::{Analysis, Analyzer, Anchor, Modifier, Options, Timex, TimexType};

#[path = "support/cases.rs"]
mod cases;

fn written(analysis: &Analysis<'_>, timex: &Timex) -> String {
    let timex_type = match timex.timex_type {
        TimexType::Date => "DATE",
        TimexType::Time => "TIME",
        TimexType::Duration => "DURATION",
        TimexType::Set => "SET",
    };
    let modifier = timex.modifier.map_or("", |modifier| match modifier {
        Modifier::Start => " START",
        Modifier::Mid => " MID",
        Modifier::End => " END",
        Modifier::Approximate => " APPROX",
    });
    let anchor = timex.anchor.map_or("", |anchor| match anchor {
        Anchor::Document => " document",
        Anchor::Text => " text",
        Anchor::Missing => " missing",
    });
    format!("{timex_type} · {} · {}{modifier}{anchor}", analysis.text().slice(timex.span), timex.value)
}

#[test]
fn times_are_found_and_resolved() {
    let analyzer = Analyzer::new(Vec::new());
    let mut failures = Vec::new();
    for case in cases::texts("timexes") {
        let (expected, given): (Vec<_>, Vec<_>) = case.lines.iter().partition(|line| line.starts_with("> "));
        let [date, text @ ..] = &given[..] else { continue };
        let source = text.iter().map(|line| line.as_str()).collect::<Vec<_>>().join("\n\n");
        let language = if case.place.contains("de.txt") { "de" } else { "en" };
        let options = Options {
            language: Some(language.to_owned()),
            document_creation_time: (*date != "-").then(|| (*date).clone()),
            ..Options::default()
        };
        let analysis = analyzer.analyze(&source, &options).unwrap();
        let found: Vec<String> = analysis.timexes.iter().map(|timex| written(&analysis, timex)).collect();
        let expected: Vec<&str> = expected.iter().map(|line| &line[2..]).collect();
        if found != expected {
            failures.push(format!("{}\n  expected {expected:#?}\n  found {found:#?}", case.place));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn the_date_of_the_document_is_read() {
    let analyzer = Analyzer::new(Vec::new());
    let check = |source: &str, expected: Option<&str>| {
        let options = Options { language: Some("de".to_owned()), ..Options::default() };
        let analysis = analyzer.analyze(source, &options).unwrap();
        assert_eq!(analysis.document_creation_time.value.as_deref(), expected, "{source}");
    };
    let body = "Die Stadt baut eine Brücke. Das teilte sie am Montag mit. Die Arbeiten dauern zwei Jahre.";
    check(&format!("Neue Brücke\n\nHAMM, 14. Mai 2019 (lok) – {body}"), Some("2019-05-14"));
    check(&format!("Neue Brücke\n\nVon Karl Voss\n14.05.2019, 12:30 Uhr\n\n{body}"), Some("2019-05-14"));
    check(&format!("Neue Brücke\n\nHAMM (lok) – {body}"), None);
}
