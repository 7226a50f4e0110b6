//! Summaries and keyphrases against gold, beside the methods that others use.
//!
//! In: articles with summaries and keyphrases (JSON lines). Out: a Markdown table. ROUGE-1, -2 and -L (F) of as many
//! sentences as the gold has, keyphrases at five: exact, and those that share a word. The other methods are in
//! `rivals.rs`.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use kernsatz::{bundled_packs, Analyzer, Options};
use serde::Deserialize;

use super::rivals;

#[derive(Deserialize)]
pub(super) struct Article {
    pub(super) text: String,
    summary: Vec<(usize, usize)>,
    keyphrases: Vec<String>,
}

/// The words of a text in lower case.
pub(super) fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Sums of a method's figures.
#[derive(Default)]
struct Figures {
    rouge: [f64; 3],
    articles: f64,
    exact: f64,
    partial: f64,
    told: f64,
    known: f64,
}

pub(crate) fn run(corpora: &Path) -> Result<(), String> {
    let read = |name: &str| -> Result<Vec<Article>, String> {
        let path = corpora.join(name);
        let fail = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let source = fs::read_to_string(&path).map_err(|error| fail(&error))?;
        source.lines().map(|line| serde_json::from_str(line).map_err(|error| fail(&error))).collect()
    };
    let known = read("wikinews-de/train.jsonl")?;
    let articles = read("wikinews-de/dev.jsonl")?;
    let background = rivals::Background::new(&known);
    let analyzer = Analyzer::new(bundled_packs());
    let mut figures: Vec<(&str, Figures)> = Vec::new();
    let mut add = |name: &'static str, measure: &mut dyn FnMut(&mut Figures)| {
        let at = figures.iter().position(|(known, _)| *known == name).unwrap_or_else(|| {
            figures.push((name, Figures::default()));
            figures.len() - 1
        });
        measure(&mut figures[at].1);
    };
    for article in &articles {
        let analysis =
            analyzer.analyze(&article.text, &Options::default()).map_err(|error| error.to_string())?;
        let lines: Vec<&str> = analysis
            .sentences
            .iter()
            .filter(|sentence| analysis.sections[sentence.section as usize].kind.is_prose())
            .map(|sentence| &article.text[sentence.span.range()])
            .collect();
        let count = article.summary.len();
        let ours = analysis.summary.ranking.iter().take(count);
        let mut ours: Vec<usize> = ours.map(|chosen| chosen.sentence as usize).collect();
        ours.sort_unstable();
        let ours: Vec<&str> =
            ours.iter().map(|at| &article.text[analysis.sentences[*at].span.range()]).collect();
        let gold = gold_summary(article);
        add("Kernsatz", &mut |figures| figures.summary(&ours.join(" "), &gold));
        let pick = |order: Vec<usize>| {
            let mut order: Vec<usize> = order.into_iter().take(count).collect();
            order.sort_unstable();
            order.iter().map(|at| lines[*at]).collect::<Vec<_>>().join(" ")
        };
        add("Lead-N", &mut |figures| figures.summary(&pick((0..lines.len()).collect()), &gold));
        add("TextRank", &mut |figures| figures.summary(&pick(rivals::text_rank(&lines)), &gold));
        add("LexRank", &mut |figures| figures.summary(&pick(rivals::lex_rank(&lines, &background)), &gold));
        let phrases = analysis.keyphrases.iter().take(5);
        let phrases: Vec<String> =
            phrases.map(|phrase| article.text[phrase.span.range()].to_owned()).collect();
        add("Kernsatz", &mut |figures| figures.keyphrases(&phrases, &article.keyphrases));
        add("TF-IDF", &mut |figures| {
            figures.keyphrases(&rivals::tf_idf(&article.text, &background), &article.keyphrases)
        });
        add("YAKE", &mut |figures| {
            figures.keyphrases(&rivals::yake(&lines, &background), &article.keyphrases)
        });
    }
    println!("| wikinews-de/dev | ROUGE-1 | ROUGE-2 | ROUGE-L | keyphrases@5 exact | sharing a word |\n|---|---|---|---|---|---|");
    for (name, figures) in &figures {
        println!("{}", figures.row(name));
    }
    Ok(())
}

/// The gold sentences in the order of the text.
fn gold_summary(article: &Article) -> String {
    let mut bytes: Vec<usize> = article.text.char_indices().map(|(at, _)| at).collect();
    bytes.push(article.text.len());
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(article.text.len());
    let sentences = article.summary.iter();
    let sentences = sentences.filter_map(|(start, end)| article.text.get(byte(*start)..byte(*end)));
    sentences.collect::<Vec<_>>().join(" ")
}

impl Figures {
    fn summary(&mut self, told: &str, gold: &str) {
        self.articles += 1.0;
        let (told, gold) = (words(told), words(gold));
        for (sum, value) in
            self.rouge.iter_mut().zip([grams(&told, &gold, 1), grams(&told, &gold, 2), longest(&told, &gold)])
        {
            *sum += value;
        }
    }

    fn keyphrases(&mut self, told: &[String], gold: &[String]) {
        let gold: BTreeSet<String> = gold.iter().map(|phrase| phrase.to_lowercase()).collect();
        let told: Vec<String> = told.iter().map(|phrase| phrase.to_lowercase()).collect();
        self.exact +=
            told.iter().collect::<BTreeSet<_>>().into_iter().filter(|phrase| gold.contains(*phrase)).count()
                as f64;
        let shares = |phrase: &&String| {
            let words = words(phrase);
            gold.iter().any(|known| self::words(known).iter().any(|word| words.contains(word)))
        };
        self.partial += told.iter().filter(shares).count() as f64;
        self.told += told.len() as f64;
        self.known += gold.len() as f64;
    }

    fn row(&self, name: &str) -> String {
        let percent = |part: f64, whole: f64| match whole {
            0.0 => "–".to_owned(),
            _ => format!("{:.1}", 100.0 * part / whole),
        };
        let [one, two, l] = self.rouge.map(|sum| percent(sum, self.articles));
        let f1 = |right: f64| percent(2.0 * right, self.told + self.known);
        format!("| {name} | {one} | {two} | {l} | {} | {} |", f1(self.exact), f1(self.partial))
    }
}

fn f1(shared: usize, told: usize, gold: usize) -> f64 {
    if told + gold == 0 {
        0.0
    } else {
        2.0 * shared as f64 / (told + gold) as f64
    }
}

fn grams(told: &[String], gold: &[String], size: usize) -> f64 {
    let mut counts: HashMap<&[String], i64> = HashMap::new();
    gold.windows(size).for_each(|gram| *counts.entry(gram).or_default() += 1);
    let shared = told.windows(size).filter(|gram| {
        counts.get_mut(gram).is_some_and(|count| {
            *count -= 1;
            *count >= 0
        })
    });
    f1(shared.count(), told.windows(size).len(), gold.windows(size).len())
}

fn longest(told: &[String], gold: &[String]) -> f64 {
    let mut row = vec![0_usize; gold.len() + 1];
    for word in told {
        let mut diagonal = 0;
        for (at, other) in gold.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if word == other { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    f1(row[gold.len()], told.len(), gold.len())
}
