//! What others do: methods without learning that summaries and keyphrases are measured beside.
//!
//! In: sentences or a text. Out: sentences in the order of choice, or five phrases. `TextRank` (Mihalcea and Tarau 2004),
//! `LexRank` (Erkan and Radev 2004), TF-IDF, and YAKE (Campos et al. 2020) for phrases of up to three words.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::summary::{words, Article};

/// In how many articles words stand, and which words are in most.
pub(super) struct Background {
    articles: f64,
    frequencies: HashMap<String, f64>,
}

impl Background {
    pub(super) fn new(articles: &[Article]) -> Self {
        let mut frequencies: HashMap<String, f64> = HashMap::new();
        for article in articles {
            for word in words(&article.text).into_iter().collect::<HashSet<_>>() {
                *frequencies.entry(word).or_default() += 1.0;
            }
        }
        Self { articles: articles.len() as f64, frequencies }
    }

    fn rarity(&self, word: &str) -> f64 {
        let frequency = self.frequencies.get(word).copied().unwrap_or(0.0);
        ((1.0 + self.articles) / (1.0 + frequency)).ln()
    }

    /// Whether a word says nothing of any article: it is in most, or short.
    fn is_stop(&self, word: &str) -> bool {
        word.chars().count() < 3 || self.frequencies.get(word).copied().unwrap_or(0.0) > self.articles / 8.0
    }
}

/// Sentences by how much they share with those that share much.
pub(super) fn text_rank(lines: &[&str]) -> Vec<usize> {
    let sets: Vec<HashSet<String>> = lines.iter().map(|line| words(line).into_iter().collect()).collect();
    let similar = |a: &HashSet<String>, b: &HashSet<String>| {
        let size = (a.len() as f64).ln() + (b.len() as f64).ln();
        if size > 0.0 {
            a.intersection(b).count() as f64 / size
        } else {
            0.0
        }
    };
    rank(&matrix(&sets, similar))
}

/// The same with the cosine of rare words.
pub(super) fn lex_rank(lines: &[&str], background: &Background) -> Vec<usize> {
    let vectors: Vec<BTreeMap<String, f64>> = lines
        .iter()
        .map(|line| {
            let mut vector = BTreeMap::new();
            for word in words(line) {
                let rarity = background.rarity(&word);
                *vector.entry(word).or_insert(0.0) += rarity;
            }
            vector
        })
        .collect();
    let norm = |a: &BTreeMap<String, f64>| a.values().map(|value| value * value).sum::<f64>().sqrt();
    let similar = |a: &BTreeMap<String, f64>, b: &BTreeMap<String, f64>| {
        let dot: f64 = a.iter().filter_map(|(word, value)| Some(value * b.get(word)?)).sum();
        let cosine = dot / (norm(a) * norm(b)).max(1e-9);
        if cosine > 0.1 {
            cosine
        } else {
            0.0
        }
    };
    rank(&matrix(&vectors, similar))
}

fn matrix<T>(items: &[T], similar: impl Fn(&T, &T) -> f64) -> Vec<Vec<f64>> {
    let row = |a: usize| {
        (0..items.len()).map(|b| if a == b { 0.0 } else { similar(&items[a], &items[b]) }).collect()
    };
    (0..items.len()).map(row).collect()
}

/// Items by their share of a random walk.
fn rank(weights: &[Vec<f64>]) -> Vec<usize> {
    const DAMPING: f64 = 0.85;
    let count = weights.len();
    let sums: Vec<f64> = weights.iter().map(|row| row.iter().sum()).collect();
    let mut shares = vec![1.0 / count.max(1) as f64; count];
    for _ in 0..50 {
        let next = |to: usize| {
            let from = |from: usize| {
                if sums[from] > 0.0 {
                    shares[from] * weights[from][to] / sums[from]
                } else {
                    0.0
                }
            };
            (1.0 - DAMPING) / count as f64 + DAMPING * (0..count).map(from).sum::<f64>()
        };
        shares = (0..count).map(next).collect();
    }
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| shares[*b].total_cmp(&shares[*a]).then(a.cmp(b)));
    order
}

/// The five words that are frequent here and rare elsewhere.
pub(super) fn tf_idf(text: &str, background: &Background) -> Vec<String> {
    let mut scores: BTreeMap<String, f64> = BTreeMap::new();
    for word in words(text).into_iter().filter(|word| !background.is_stop(word)) {
        let rarity = background.rarity(&word);
        *scores.entry(word).or_insert(0.0) += rarity;
    }
    let mut scores: Vec<_> = scores.into_iter().collect();
    scores.sort_by(|a, b| b.1.total_cmp(&a.1));
    scores.into_iter().take(5).map(|(word, _)| word).collect()
}

/// What YAKE knows of a word.
#[derive(Default)]
struct Term {
    count: f64,
    capitals: f64,
    sentences: Vec<f64>,
    left: HashSet<String>,
    right: HashSet<String>,
}

/// The five phrases of up to three words that YAKE scores lowest.
pub(super) fn yake(lines: &[&str], background: &Background) -> Vec<String> {
    let split = |line: &&str| -> Vec<String> {
        let words = line.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    let lines: Vec<Vec<String>> = lines.iter().map(split).collect();
    let mut terms: BTreeMap<String, Term> = BTreeMap::new();
    for (number, line) in lines.iter().enumerate() {
        for (at, word) in line.iter().enumerate() {
            let term = terms.entry(word.to_lowercase()).or_default();
            term.count += 1.0;
            term.capitals += f64::from(u8::from(at > 0 && word.starts_with(char::is_uppercase)));
            term.sentences.push(number as f64);
            term.left.extend(at.checked_sub(1).map(|before| line[before].to_lowercase()));
            term.right.extend(line.get(at + 1).map(|after| after.to_lowercase()));
        }
    }
    let counts: Vec<f64> = terms.values().map(|term| term.count).collect();
    let mean = counts.iter().sum::<f64>() / counts.len().max(1) as f64;
    let spread =
        (counts.iter().map(|count| (count - mean).powi(2)).sum::<f64>() / counts.len().max(1) as f64).sqrt();
    let most = counts.iter().copied().fold(1.0, f64::max);
    let weigh = |term: &Term| {
        let casing = term.capitals / (1.0 + term.count.ln());
        let place = (3.0 + term.sentences[term.sentences.len() / 2]).ln().ln();
        let frequency = term.count / (mean + spread);
        let company = |side: &HashSet<String>| side.len() as f64 / term.count;
        let relatedness = 1.0 + (company(&term.left) + company(&term.right)) * term.count / most;
        let different =
            term.sentences.iter().map(|number| *number as u64).collect::<HashSet<_>>().len() as f64;
        relatedness * place
            / (casing + frequency / relatedness + different / lines.len() as f64 / relatedness)
    };
    let weights: HashMap<&str, f64> = terms.iter().map(|(word, term)| (word.as_str(), weigh(term))).collect();
    let mut phrases: BTreeMap<String, (f64, f64, String)> = BTreeMap::new();
    for line in &lines {
        for (start, size) in (0..line.len()).flat_map(|start| (1..=3).map(move |size| (start, size))) {
            let Some(phrase) = line.get(start..start + size) else { continue };
            let lower: Vec<String> = phrase.iter().map(|word| word.to_lowercase()).collect();
            if background.is_stop(&lower[0]) || background.is_stop(&lower[size - 1]) {
                continue;
            }
            let (mut product, mut sum) = (1.0, 0.0);
            for word in &lower {
                let weight = weights.get(word.as_str()).copied().unwrap_or(1.0);
                product *= weight;
                sum += weight;
            }
            let entry =
                phrases.entry(lower.join(" ")).or_insert((0.0, product / (1.0 + sum), phrase.join(" ")));
            entry.0 += 1.0;
        }
    }
    let mut phrases: Vec<_> =
        phrases.into_values().map(|(count, weight, text)| (weight / count, text)).collect();
    phrases.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut chosen: Vec<String> = Vec::new();
    for (_, phrase) in phrases {
        let repeats = |other: &String| other.contains(&phrase) || phrase.contains(other.as_str());
        if !chosen.iter().any(repeats) {
            chosen.push(phrase);
        }
        if chosen.len() == 5 {
            break;
        }
    }
    chosen
}
