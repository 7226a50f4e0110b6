//! Runs the cases in `tests/cases/quotation-marks`: a text, and the same text with its pairs marked.

#[path = "support/cases.rs"]
mod cases;

use kernsatz::{Analyzer, Options, Span};

#[test]
fn styles() {
    let mut failures = Vec::new();
    for case in cases::texts("quotation-marks") {
        let [source, expected] = case.lines.as_slice() else { panic!("{}: not two lines", case.place) };
        let found = marked(&source.replace('¶', "\n\n")).replace("\n\n", "¶");
        if found != *expected {
            failures.push(format!("{}\n  expected {expected}\n  found    {found}", case.place));
        }
    }
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}

/// `source` with `⟨` and `⟩` in place of paired marks.
fn marked(source: &str) -> String {
    let options = Options { language: Some("de".to_owned()), ..Options::default() };
    let analysis = Analyzer::default().analyze(source, &options).unwrap();
    let mut marks: Vec<(Span, char)> = Vec::new();
    for pair in &analysis.quotation_marks {
        marks.push((pair.open, '⟨'));
        marks.extend(pair.close.map(|close| (close, '⟩')));
    }
    marks.sort_unstable();
    let mut out = String::new();
    let mut last = 0;
    for (span, mark) in marks {
        out.push_str(analysis.text().slice(Span::new(last, span.start())));
        out.push(mark);
        last = span.end();
    }
    out + analysis.text().slice(Span::new(last, analysis.text().all().end()))
}
