//! Who says what, against gold.
//!
//! In: annotated articles (`wikinews-quotations-de`). Out: a Markdown table: which sentences stand on somebody's words,
//! with precision, recall and F1, of all quotations and of those that are surer; how often quotations of each confidence are gold; how much of the time the layer
//! takes. Spans by kind are measured by `score.py`.

use std::fs;
use std::path::Path;

use kernsatz::{bundled_packs, Analysis, Analyzer, Options, Span};
use serde_json::Value;

/// Right, found and gold.
#[derive(Clone, Copy, Default)]
struct Count {
    right: usize,
    found: usize,
    gold: usize,
}

/// How many bands of confidence are told apart.
const BANDS: usize = 10;

pub(crate) fn run(corpora: &Path) -> Result<(), String> {
    let analyzer = Analyzer::new(bundled_packs());
    println!("| sentences | number | attributed | P | R | F1 |\n|---|---|---|---|---|---|");
    let mut bands = [Count::default(); BANDS + 1];
    for (part, least) in [("train", 0), ("dev", 0), ("train, 0.4 or more", 400), ("dev, 0.4 or more", 400)] {
        let is_banded = part == "dev";
        let path =
            corpora.join(format!("wikinews-quotations-de/{}.jsonl", part.split(',').next().unwrap_or(part)));
        let source = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let (mut count, mut all) = (Count::default(), 0);
        for line in source.lines() {
            let document: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
            let text = document["text"].as_str().unwrap_or_default();
            let analysis = analyzer.analyze(text, &Options::default()).map_err(|error| error.to_string())?;
            let gold = spans(&document, text);
            all += sentences(&analysis, &gold, least, &mut count);
            if is_banded {
                confidences(&analysis, &gold, &mut bands);
            }
        }
        let (precision, recall, f1) = rates(count);
        println!("| {part} | {all} | {} | {precision:.1} | {recall:.1} | {f1:.1} |", count.gold);
    }
    println!("\n| confidence on dev | quotations | half or more in gold, % |\n|---|---|---|");
    for (band, count) in bands.iter().enumerate().filter(|(_, count)| count.found > 0) {
        println!("| 0.{band} | {} | {:.0} |", count.found, rates(*count).0);
    }
    Ok(())
}

/// What gold says somebody says, in bytes.
fn spans(document: &Value, text: &str) -> Vec<Span> {
    let starts: Vec<usize> = text.char_indices().map(|(start, _)| start).chain([text.len()]).collect();
    let at = |value: &Value| {
        let point = value.as_u64().unwrap_or_default() as usize;
        starts.get(point).copied().unwrap_or(text.len()) as u32
    };
    let quotations = document["quotations"].as_array().into_iter().flatten();
    let contents = quotations.flat_map(|quotation| quotation["content"].as_array().into_iter().flatten());
    contents
        .map(|span| (at(&span[0]), at(&span[1])))
        .filter(|(start, end)| start < end)
        .map(|(start, end)| Span::new(start, end))
        .collect()
}

/// Counts sentences of the article that somebody's words touch, or the words that say whose they are: gold takes the
/// pronoun of `Das sagte Vogt` for what is said. Quotations below a confidence are left out.
fn sentences(analysis: &Analysis<'_>, gold: &[Span], least: u16, count: &mut Count) -> usize {
    let sure = analysis.quotations.iter().filter(|quotation| quotation.confidence.thousandths() >= least);
    let found: Vec<Span> =
        sure.flat_map(|quotation| quotation.content.iter().copied().chain(quotation.frame)).collect();
    let touches = |spans: &[Span], sentence: Span| {
        spans.iter().any(|span| span.start() < sentence.end() && sentence.start() < span.end())
    };
    let prose = analysis
        .sentences
        .iter()
        .filter(|sentence| analysis.sections[sentence.section as usize].kind.is_prose());
    prose
        .map(|sentence| {
            let (is_found, is_gold) = (touches(&found, sentence.span), touches(gold, sentence.span));
            count.right += usize::from(is_found && is_gold);
            count.found += usize::from(is_found);
            count.gold += usize::from(is_gold);
        })
        .count()
}

/// Counts quotations of each confidence that lie in gold for half of their length or more.
fn confidences(analysis: &Analysis<'_>, gold: &[Span], bands: &mut [Count; BANDS + 1]) {
    for quotation in &analysis.quotations {
        let length: u32 = quotation.content.iter().map(|span| span.len()).sum();
        let shared: u32 = quotation
            .content
            .iter()
            .flat_map(|span| gold.iter().map(move |known| shared(*span, *known)))
            .sum();
        let band = &mut bands[quotation.confidence.thousandths() as usize / (1000 / BANDS)];
        band.found += 1;
        band.right += usize::from(shared * 2 >= length);
    }
}

fn shared(one: Span, other: Span) -> u32 {
    one.end().min(other.end()).saturating_sub(one.start().max(other.start()))
}

fn rates(Count { right, found, gold }: Count) -> (f64, f64, f64) {
    let percent = |whole: usize| 100.0 * right as f64 / whole.max(1) as f64;
    (percent(found), percent(gold), 200.0 * right as f64 / (found + gold).max(1) as f64)
}
