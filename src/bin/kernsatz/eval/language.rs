//! Languages told against gold.
//!
//! In: case files of the tests (`tag: text`), and titles, sentences and whole texts of the corpora. Out: a Markdown
//! table.

use std::fs;
use std::path::Path;

use kernsatz::{Analyzer, Options};
use serde_json::Value;

#[derive(Default)]
struct Count {
    right: usize,
    uncertain: usize,
    all: usize,
}

pub(crate) fn run(corpora: &Path, cases: &Path, errors: bool) -> Result<(), String> {
    println!("| texts | number | right, % | of these said to be uncertain, % |\n|---|---|---|---|");
    for file in ["supported.txt", "other-languages.txt", "undecidable.txt"] {
        let path = cases.join(file);
        let source = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let texts =
            source.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "));
        row(file, texts.map(|(tag, text)| (tag, text.to_owned())), errors)?;
    }
    for (name, path, tag) in [
        ("Wikinews", "wikinews-de/train.jsonl", "de"),
        ("written-de", "written-de/dev.jsonl", "de"),
        ("written-en", "written-en/dev.jsonl", "en"),
    ] {
        let documents = documents(&corpora.join(path))?;
        let field = |name: &'static str| {
            documents.iter().filter_map(move |document| document[name].as_str().map(str::to_owned))
        };
        let titles = field("text").filter_map(|text| text.lines().next().map(str::to_owned));
        row(&format!("{name}, headlines"), titles.map(|text| (tag, text)), errors)?;
        row(&format!("{name}, articles"), field("text").map(|text| (tag, text)), errors)?;
    }
    for (name, path, tag) in [
        ("PUD, sentences", "ud-de/de_pud-ud-test.conllu", "de"),
        ("GSD test, sentences", "ud-de/de_gsd-ud-test.conllu", "de"),
        ("EWT dev, sentences", "english/ud-ewt-dev.conllu", "en"),
    ] {
        let path = corpora.join(path);
        let source = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let sentences = source.lines().filter_map(|line| line.strip_prefix("# text = "));
        row(name, sentences.map(|text| (tag, text.to_owned())), errors)?;
    }
    Ok(())
}

fn documents(path: &Path) -> Result<Vec<Value>, String> {
    let source = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    source.lines().map(|line| serde_json::from_str(line).map_err(|error| error.to_string())).collect()
}

fn row<'t>(name: &str, texts: impl Iterator<Item = (&'t str, String)>, errors: bool) -> Result<(), String> {
    let mut count = Count::default();
    for (tag, text) in texts {
        let analysis =
            Analyzer::default().analyze(&text, &Options::default()).map_err(|error| error.to_string())?;
        let right = analysis.language.tag == tag;
        count.all += 1;
        count.right += usize::from(right);
        count.uncertain += usize::from(right && analysis.language.confidence.thousandths() < 500);
        if errors && !right {
            let shown: String = text.chars().take(90).collect();
            println!(
                "{tag} taken for {} ({}): {shown}",
                analysis.language.tag,
                analysis.language.confidence.thousandths()
            );
        }
    }
    let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    println!(
        "| {name} | {} | {:.1} | {:.1} |",
        count.all,
        percent(count.right, count.all),
        percent(count.uncertain, count.right)
    );
    Ok(())
}
