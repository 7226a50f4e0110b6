//! Amounts on readable cases: `tests/cases/amounts/<language>.txt`.
//!
//! A case is a paragraph, then, after `>`, every amount in it: kind, words, value with unit, how exact it is, and `of`
//! the word that it counts.

use kernsatz::{Amount, AmountKind, Analysis, Analyzer, Bound, Options};

#[path = "support/cases.rs"]
mod cases;

fn written(analysis: &Analysis<'_>, amount: &Amount) -> String {
    let kind = match amount.kind {
        AmountKind::Money => "money",
        AmountKind::Percent => "percent",
        AmountKind::Quantity => "quantity",
        AmountKind::Count => "count",
    };
    let to = amount.to.as_ref().map_or(String::new(), |to| format!("..{to}"));
    let unit = amount.unit.map_or(String::new(), |unit| format!(" {unit}"));
    let bound = amount.bound.map_or("", |bound| match bound {
        Bound::Approximate => " approx",
        Bound::MoreThan => " moreThan",
        Bound::LessThan => " lessThan",
        Bound::AtLeast => " atLeast",
        Bound::AtMost => " atMost",
    });
    let of = amount.of.map_or(String::new(), |of| format!(" of {}", analysis.text().slice(of)));
    format!("{kind} · {} · {}{to}{unit}{bound}{of}", analysis.text().slice(amount.span), amount.value)
}

#[test]
fn amounts_are_found() {
    let analyzer = Analyzer::new(Vec::new());
    let mut failures = Vec::new();
    let (mut right, mut all) = (0, 0);
    for case in cases::texts("amounts") {
        let (expected, text): (Vec<_>, Vec<_>) = case.lines.iter().partition(|line| line.starts_with("> "));
        let source = text.into_iter().cloned().collect::<Vec<_>>().join("\n\n");
        let language = if case.place.contains("de.txt") { "de" } else { "en" };
        let options = Options { language: Some(language.to_owned()), ..Options::default() };
        let analysis = analyzer.analyze(&source, &options).unwrap();
        let found: Vec<String> = analysis.amounts.iter().map(|amount| written(&analysis, amount)).collect();
        let expected: Vec<&str> = expected.iter().map(|line| &line[2..]).collect();
        all += expected.len();
        right += expected.iter().filter(|line| found.iter().any(|found| found == *line)).count();
        if found != expected {
            failures.push(format!("{}\n  expected {expected:#?}\n  found {found:#?}", case.place));
        }
    }
    assert!(failures.is_empty(), "{right} of {all}\n{}", failures.join("\n"));
}
