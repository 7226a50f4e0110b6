//! The article's parts: readable cases and the given article.
//!
//! Each Markdown file under `cases/article` (plain text) and `cases/article-html` holds cases: a heading, a fenced
//! block with what is pasted, and the sections that must come out, one `- kind: words` each. Of long sections
//! the middle is left out with `[…]`; `\n`, `\t` and `\u{…}` stand for characters that cannot be seen. `- (date):` is the
//! date that stands in the article's header. A block marked `escaped` has such escapes in its input too.

use std::fs;
use std::path::Path;

use kernsatz::{Analysis, Analyzer, CreationTimeSource, Format, Options, PositionEncoding, Report};

/// A case as it is written down.
struct Case {
    name: String,
    input: String,
    expected: Vec<String>,
}

#[test]
fn plain_text() {
    check_folder("article", Format::Text, 60);
}

#[test]
fn html() {
    check_folder("article-html", Format::Html, 30);
}

#[test]
#[allow(clippy::print_stderr)] // Tells that nothing was checked.
fn the_given_article_keeps_every_word() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    let Ok(entries) = fs::read_dir(&folder) else {
        eprintln!("skipped: {} does not exist", folder.display());
        return;
    };
    let path =
        entries.flatten().map(|entry| entry.path()).find(|path| path.extension().is_some_and(|e| e == "txt"));
    let source = fs::read_to_string(path.expect("an article")).expect("UTF-8");
    let analysis = analyze(&source, Format::Text);
    let found = describe(&analysis);
    let expected = [
        "(date): 2024-07",
        "header: date 2024-07 1",
        "caption: Die USA und Japan planen […] in Japan.",
        "credit: Foto: Hiro Komae/AP/dpa",
        "lead: Chinas Machtdemonstrationen […] vertieft werden.",
        "dateline: Tokio -",
        "body: Die USA und Japan wollen […] in Tokio.",
        "body: Die Minister hätten […]",
        "body: Blinken und Austin bekräftigten […] einschließlich Atomwaffen.",
        "body: Die Vereinbarungen seien […]",
    ];
    compare("the given article", &found, &expected.map(str::to_owned));
    let kept: Vec<&str> =
        analysis.sections.iter().flat_map(|s| source[s.span.range()].split_whitespace()).collect();
    assert_eq!(kept, source.split_whitespace().collect::<Vec<_>>());
}

fn check_folder(folder: &str, format: Format, at_least: usize) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(folder);
    let mut files: Vec<_> =
        fs::read_dir(&folder).expect("the cases").flatten().map(|entry| entry.path()).collect();
    files.sort();
    let mut count = 0;
    for file in files {
        for case in read_cases(&fs::read_to_string(&file).expect("UTF-8")) {
            let analysis = analyze(&case.input, format);
            let name = format!("{}: {}", file.display(), case.name);
            compare(&name, &describe(&analysis), &case.expected);
            // The report converts every place of text and source without a panic.
            Report::new(&analysis, &case.input, PositionEncoding::Utf16);
            count += 1;
        }
    }
    assert!(count >= at_least, "only {count} cases in {}", folder.display());
}

fn analyze(source: &str, format: Format) -> Analysis<'_> {
    let options = Options { format, ..Options::default() };
    Analyzer::default().analyze(source, &options).expect("any text gives an analysis")
}

/// What was found, one line for each section.
fn describe(analysis: &Analysis<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let time = &analysis.document_creation_time;
    if time.source == CreationTimeSource::Header {
        lines.extend(time.value.iter().map(|date| format!("(date): {date}")));
    }
    let text = analysis.text();
    lines.extend(analysis.sections.iter().map(|section| {
        let mut kind = format!("{:?}", section.kind);
        kind[..1].make_ascii_lowercase();
        format!("{kind}: {}", text.slice(section.span))
    }));
    lines
}

#[track_caller]
fn compare(name: &str, found: &[String], expected: &[String]) {
    let same = found.len() == expected.len()
        && found.iter().zip(expected).all(|(found, expected)| fits(found, expected));
    assert!(same, "{name}\nfound:\n  {}\nexpected:\n  {}\n", found.join("\n  "), expected.join("\n  "));
}

/// Whether `found` is `expected`, whose `[…]` stands for anything.
fn fits(found: &str, expected: &str) -> bool {
    match expected.split_once("[…]") {
        None => found == expected,
        Some((start, end)) => {
            let (start, end) = (start.trim_end(), end.trim_start());
            found.len() >= start.len() + end.len() && found.starts_with(start) && found.ends_with(end)
        }
    }
}

fn read_cases(file: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut fence: Option<(bool, Vec<&str>)> = None;
    for line in file.lines() {
        match &mut fence {
            Some((escaped, lines)) if line == "```" => {
                let input = lines.join("\n");
                let case = cases.last_mut().expect("a heading before the block");
                case.input = if *escaped { unescape(&input) } else { input };
                fence = None;
            }
            Some((_, lines)) => lines.push(line),
            None => {
                if let Some(name) = line.strip_prefix("## ") {
                    cases.push(Case { name: name.to_owned(), input: String::new(), expected: Vec::new() });
                } else if let Some(info) = line.strip_prefix("```") {
                    fence = Some((info.ends_with("escaped"), Vec::new()));
                } else if let (Some(expected), Some(case)) = (line.strip_prefix("- "), cases.last_mut()) {
                    case.expected.push(unescape(expected));
                }
            }
        }
    }
    cases
}

/// Replaces `\n`, `\r`, `\t` and `\u{…}`.
fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        rest = match after.chars().next() {
            Some('n') => {
                out.push('\n');
                &after[1..]
            }
            Some('r') => {
                out.push('\r');
                &after[1..]
            }
            Some('t') => {
                out.push('\t');
                &after[1..]
            }
            Some('u') => {
                let (code, after) =
                    after[1..].strip_prefix('{').and_then(|code| code.split_once('}')).expect("\\u{…}");
                let code = u32::from_str_radix(code, 16).expect("a number in base 16");
                out.push(char::from_u32(code).expect("a character"));
                after
            }
            _ => panic!("unknown escape in {text:?}"),
        };
    }
    out.push_str(rest);
    out
}
