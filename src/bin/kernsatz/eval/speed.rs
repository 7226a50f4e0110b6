//! How fast text is read up to its sentences, and whether time grows with its length alone.
//!
//! In: the articles of `wikinews-de`, repeated to a size, and inputs that tempt a pass to look back or ahead too
//! far. Out: a Markdown table of milliseconds, best of three.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use kernsatz::{Analyzer, Options, Stage};
use serde::Deserialize;

const MEGABYTE: usize = 1_000_000;

/// Repeated to five megabytes each.
const PATHOLOGICAL: [&str; 26] = [
    "a",
    ".",
    "(",
    "„",
    "\"",
    "'",
    "1.",
    "1. ",
    "a. ",
    "a.",
    "z. B. ",
    "a-",
    "a_",
    "a@",
    "(a.) ",
    "\" ",
    "1 000 ",
    "é\u{301}",
    "www.",
    "Dr. ",
    "«",
    "？",
    "\n",
    "a:",
    "👩\u{200d}",
    "`` ",
];

#[derive(Deserialize)]
struct Article {
    text: String,
}

pub(crate) fn run(corpora: &Path) -> Result<(), String> {
    let path = corpora.join("wikinews-de/train.jsonl");
    let source = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut text = String::new();
    for line in source.lines() {
        let article: Article = serde_json::from_str(line).map_err(|error| error.to_string())?;
        text.push_str(&article.text);
        text.push_str("\n\n");
    }
    println!("| text | MB | structure and language, ms | tokens and sentences, ms | MB/s of both |\n|---|---|---|---|---|");
    for megabytes in [1, 10] {
        row("Wikinews", &repeated(&text, megabytes * MEGABYTE))?;
    }
    for unit in PATHOLOGICAL {
        row(&format!("`{}`", unit.escape_debug()), &repeated(unit, 5 * MEGABYTE))?;
    }
    share(&source)
}

/// How much of the time of an analysis goes into what an article comes down to; the best of three for each article.
fn share(source: &str) -> Result<(), String> {
    let analyzer = Analyzer::new(kernsatz::bundled_packs());
    let (mut gist, mut all) = (Duration::ZERO, Duration::ZERO);
    for line in source.lines() {
        let article: Article = serde_json::from_str(line).map_err(|error| error.to_string())?;
        let mut best = (Duration::ZERO, Duration::MAX);
        for _ in 0..3 {
            let start = Instant::now();
            let mut begins = start;
            let mut progress = |stage| {
                if stage == Stage::Summary {
                    begins = Instant::now();
                }
            };
            let analysis = analyzer.analyze_with_progress(&article.text, &Options::default(), &mut progress);
            analysis.map_err(|error| error.to_string())?;
            let end = Instant::now();
            if end - start < best.1 {
                best = (end - begins, end - start);
            }
        }
        gist += best.0;
        all += best.1;
    }
    let share = 100.0 * gist.as_secs_f64() / all.as_secs_f64();
    println!("\nWhat articles come down to takes {share:.1} % of their analysis.");
    Ok(())
}

fn row(name: &str, text: &str) -> Result<(), String> {
    let mut best: Option<(Duration, Duration)> = None;
    for _ in 0..3 {
        let mut marks = Vec::new();
        let start = Instant::now();
        let analysis = Analyzer::default()
            .analyze_with_progress(text, &Options::default(), &mut |stage| {
                if stage == Stage::Sentences {
                    marks.push(start.elapsed());
                }
            })
            .map_err(|error| error.to_string())?;
        let whole = start.elapsed();
        drop(analysis);
        let structure = marks.first().copied().unwrap_or(whole);
        let times = (structure, whole.saturating_sub(structure));
        best = best.filter(|best| best.0 + best.1 <= whole).or(Some(times));
    }
    let (structure, sentences) = best.unwrap_or_default();
    let megabytes = text.len() as f64 / MEGABYTE as f64;
    let rate = megabytes / (structure + sentences).as_secs_f64();
    let (structure, sentences) = (structure.as_secs_f64() * 1000.0, sentences.as_secs_f64() * 1000.0);
    println!("| {name} | {megabytes:.0} | {structure:.1} | {sentences:.1} | {rate:.0} |");
    Ok(())
}

/// `unit` again and again up to `bytes`, cut at a character.
fn repeated(unit: &str, bytes: usize) -> String {
    let mut text = unit.repeat(bytes.div_ceil(unit.len()));
    let mut end = bytes;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.truncate(end);
    text
}
