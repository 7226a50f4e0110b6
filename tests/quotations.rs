//! Quotations on readable cases: `tests/cases/quotations/<language>.txt`.
//!
//! A case is a block of lines: a paragraph for each line, then, after `>`, every quotation in it: type, number of the
//! parent, source (`–` if there is none), `=` what a pronoun stands for, `from` the number whose speaker goes on, and content (`…` between its parts).

use kernsatz::{bundled_packs, Analysis, Analyzer, Options, Quotation, QuotationType};

#[path = "support/cases.rs"]
mod cases;

fn written(analysis: &Analysis<'_>, quotation: &Quotation) -> String {
    let quotation_type = match quotation.quotation_type {
        QuotationType::Direct => "direct",
        QuotationType::Indirect => "indirect",
        QuotationType::Reported => "reported",
        QuotationType::FreeIndirect => "freeIndirect",
        QuotationType::IndirectFreeIndirect => "indirectFreeIndirect",
    };
    let parent = quotation.parent.map_or(String::new(), |parent| format!(" in {parent}"));
    let source = quotation.source.map_or("–".to_owned(), |source| {
        let words = source.span.map_or("–", |span| analysis.text().slice(span));
        let stands_for = source.antecedent.map(|span| format!(" = {}", analysis.text().slice(span)));
        words.to_owned()
            + &stands_for.unwrap_or_default()
            + &source.inherited_from.map_or(String::new(), |from| format!(" from {from}"))
    });
    let content: Vec<&str> = quotation.content.iter().map(|span| analysis.text().slice(*span)).collect();
    format!("{quotation_type}{parent} · {source} · {}", content.join(" … "))
}

#[test]
fn quotations_are_found() {
    let analyzer = Analyzer::new(bundled_packs());
    let mut failures = Vec::new();
    for case in cases::texts("quotations") {
        let (expected, text): (Vec<_>, Vec<_>) = case.lines.iter().partition(|line| line.starts_with("> "));
        let source = text.into_iter().cloned().collect::<Vec<_>>().join("\n\n");
        let language = if case.place.contains("de.txt") { "de" } else { "en" };
        let options = Options { language: Some(language.to_owned()), ..Options::default() };
        let analysis = analyzer.analyze(&source, &options).unwrap();
        let found: Vec<String> = analysis.quotations.iter().map(|q| written(&analysis, q)).collect();
        let expected: Vec<&str> = expected.iter().map(|line| &line[2..]).collect();
        if found != expected {
            failures.push(format!("{}\n  expected {expected:#?}\n  found {found:#?}", case.place));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Its confidence says how much speaks for a quotation: mood and frame more than a verb, a verb more than an act.
#[test]
fn confidence_follows_what_speaks_for_it() {
    let analyzer = Analyzer::new(bundled_packs());
    let text = "Förster Uwe Brandt sagte, der Wald sei krank. Brandt sagte, dass das Wasser fehlt. \
                Bürgermeisterin Eva Roth kritisierte den Haushalt.";
    let analysis = analyzer.analyze(text, &Options::default()).unwrap();
    let confidences: Vec<_> = analysis.quotations.iter().map(|quotation| quotation.confidence).collect();
    assert_eq!(confidences.len(), 3, "{:?}", analysis.quotations);
    assert!(confidences.is_sorted_by(|one, other| one > other), "{confidences:?}");
}
