//! Sentence ends against gold.
//!
//! In: treebanks (`# text` lines of CoNLL-U) and articles (JSON lines with sentence spans). Out: a Markdown table.
//!
//! Treebank sentences are joined with a blank, five at a time, and only the four inner ends count: the fifth is the
//! text's own end. An article's ends count all, except those before its first gold sentence (the headline), as in
//! the scorer beside the corpora.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use kernsatz::{Analyzer, Language, Options};
use serde::Deserialize;

/// How many treebank sentences make a text.
const JOINED: usize = 5;

struct Corpus {
    name: &'static str,
    path: &'static str,
    language: Language,
}

const CORPORA: [Corpus; 7] = [
    Corpus { name: "PUD", path: "ud-de/de_pud-ud-test.conllu", language: Language::German },
    Corpus { name: "GSD dev", path: "ud-de/de_gsd-ud-dev.conllu", language: Language::German },
    Corpus { name: "GSD test", path: "ud-de/de_gsd-ud-test.conllu", language: Language::German },
    Corpus { name: "Wikinews dev", path: "wikinews-de/dev.jsonl", language: Language::German },
    Corpus { name: "EWT train", path: "english/ud-ewt-train.conllu", language: Language::English },
    Corpus { name: "EWT dev", path: "english/ud-ewt-dev.conllu", language: Language::English },
    Corpus { name: "GUM news", path: "english/gum-news", language: Language::English },
];

/// A text and where its sentences end, in bytes.
struct Case {
    text: String,
    ends: BTreeSet<usize>,
    /// Ends up to here do not count.
    from: usize,
    /// Ends from here on do not count.
    to: usize,
}

#[derive(Default)]
struct Count {
    right: usize,
    found: usize,
    gold: usize,
}

impl Count {
    fn row(&self, name: &str) -> String {
        let percent = |part: f64, whole: f64| if whole == 0.0 { 0.0 } else { 100.0 * part / whole };
        let (right, found, gold) = (self.right as f64, self.found as f64, self.gold as f64);
        format!(
            "| {name} | {} | {:.2} | {:.2} | {:.2} |",
            self.gold,
            percent(right, found),
            percent(right, gold),
            percent(2.0 * right, found + gold)
        )
    }
}

pub(crate) fn run(corpora: &Path, errors: Option<&str>) -> Result<(), String> {
    println!("| corpus | sentence ends | precision | recall | F1 |\n|---|---|---|---|---|");
    for corpus in &CORPORA {
        let cases = read(&corpora.join(corpus.path))?;
        let mut count = Count::default();
        for case in &cases {
            measure(case, corpus.language, &mut count, errors == Some(corpus.name))?;
        }
        println!("{}", count.row(corpus.name));
    }
    Ok(())
}

fn measure(case: &Case, language: Language, count: &mut Count, show: bool) -> Result<(), String> {
    let options = Options { language: Some(language.tag().to_owned()), ..Options::default() };
    let analysis =
        Analyzer::new(Vec::new()).analyze(&case.text, &options).map_err(|error| error.to_string())?;
    let counts = |end: &usize| *end > case.from && *end < case.to;
    let found: BTreeSet<usize> =
        analysis.sentences.iter().map(|sentence| sentence.span.end() as usize).filter(counts).collect();
    let gold: BTreeSet<usize> = case.ends.iter().copied().filter(counts).collect();
    count.right += found.intersection(&gold).count();
    count.found += found.len();
    count.gold += gold.len();
    if show {
        for end in found.symmetric_difference(&gold) {
            let kind = if gold.contains(end) { "missing" } else { "wrong  " };
            println!("{kind}  {}", around(&case.text, *end));
        }
    }
    Ok(())
}

fn around(text: &str, end: usize) -> String {
    let (before, after) = text.split_at(end);
    let before: Vec<char> = before.chars().rev().take(60).collect();
    let after: String = after.chars().take(50).collect();
    format!("{} ‖ {after}", before.into_iter().rev().collect::<String>()).replace('\n', "⏎")
}

fn read(path: &Path) -> Result<Vec<Case>, String> {
    let fail = |error: std::io::Error| format!("{}: {error}", path.display());
    if path.is_dir() {
        let mut files: Vec<PathBuf> =
            fs::read_dir(path).map_err(fail)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
        files.sort();
        let cases: Result<Vec<_>, _> = files.iter().map(|file| read(file)).collect();
        return Ok(cases?.into_iter().flatten().collect());
    }
    let source = fs::read_to_string(path).map_err(fail)?;
    if path.extension().is_some_and(|extension| extension == "jsonl") {
        source
            .lines()
            .map(|line| article(line).map_err(|error| format!("{}: {error}", path.display())))
            .collect()
    } else {
        let sentences: Vec<&str> = source.lines().filter_map(|line| line.strip_prefix("# text = ")).collect();
        Ok(sentences.chunks(JOINED).map(joined).collect())
    }
}

fn joined(sentences: &[&str]) -> Case {
    let mut text = String::new();
    let mut ends = BTreeSet::new();
    for sentence in sentences {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(sentence.trim());
        ends.insert(text.len());
    }
    let to = text.len();
    Case { text, ends, from: 0, to }
}

#[derive(Deserialize)]
struct Article {
    text: String,
    sentences: Vec<(usize, usize)>,
}

fn article(line: &str) -> Result<Case, serde_json::Error> {
    let article: Article = serde_json::from_str(line)?;
    let bytes: Vec<usize> =
        article.text.char_indices().map(|(at, _)| at).chain([article.text.len()]).collect();
    let byte = |character: usize| bytes.get(character).copied().unwrap_or(article.text.len());
    let trimmed = |end: usize| article.text.get(..byte(end)).map_or(0, |before| before.trim_end().len());
    let ends = article.sentences.iter().map(|(_, end)| trimmed(*end)).collect();
    let from = article.sentences.iter().map(|(start, _)| byte(*start)).min().unwrap_or(0);
    let to = article.text.len() + 1;
    Ok(Case { ends, from, to, text: article.text })
}
