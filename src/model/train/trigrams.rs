//! What trigrams of letters tell a language by.
//!
//! In: the lists of frequent words of every supported language. Out: the lines of `trigrams.txt`: a weight, then the
//! trigrams that have it. How they are used is left to `lang::identify::trigrams`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;
use std::path::Path;

use super::super::build::{self, invalid, GazetteerFormat};
use crate::lang::{trigrams, Language};

/// How many trigrams of a language are kept.
const KEPT: usize = 900;
/// Between counting each word once and as often as it is used.
const DAMPING: f64 = 0.7;
/// The share of a trigram that a language hardly has.
const LEAST_SHARE: f64 = 1e-6;
/// Steps of weight for each natural logarithm of how much more of a trigram a language has than the others.
const STEPS: f64 = 4.0;
/// The largest weight.
const LARGEST: u32 = 15;

type Shares = BTreeMap<[char; 3], f64>;

/// The list of `language` against all other supported ones; empty if there is none.
pub(super) fn list(corpora: &Path, language: Language) -> io::Result<String> {
    let own = shares(corpora, language)?;
    let mut others: Shares = BTreeMap::new();
    for other in Language::ALL.iter().filter(|other| **other != language) {
        for (trigram, share) in shares(corpora, *other)? {
            let most = others.entry(trigram).or_default();
            *most = most.max(share);
        }
    }
    let mut weighed: Vec<(f64, u32, [char; 3])> = Vec::new();
    for (trigram, share) in &own {
        let other = others.get(trigram).copied().unwrap_or_default();
        let lead = libm::log((share + LEAST_SHARE) / (other + LEAST_SHARE));
        // Reason: positive where it is kept.
        #[allow(clippy::cast_sign_loss)]
        let weight = ((lead * STEPS + 0.5).max(0.0) as u32).min(LARGEST);
        if weight > 0 {
            weighed.push((lead * share, weight, *trigram));
        }
    }
    weighed.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)));
    weighed.truncate(KEPT);

    let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for (_, weight, trigram) in weighed {
        rows.entry(weight).or_default().push(trigram.iter().collect());
    }
    let mut list = String::new();
    for (weight, mut trigrams) in rows {
        trigrams.sort_unstable();
        let _ = writeln!(list, "{weight} {}", trigrams.join(" "));
    }
    Ok(list)
}

/// How much of a language's words each trigram makes up.
fn shares(corpora: &Path, language: Language) -> io::Result<Shares> {
    let recipe = crate::lang::recipe(language);
    let lists = recipe.iter().flat_map(|recipe| recipe.gazetteers);
    let mut shares: Shares = BTreeMap::new();
    for list in lists.filter(|list| matches!(list.format, GazetteerFormat::Frequencies)) {
        for line in build::read_text(&corpora.join(list.path))?.lines() {
            let fields = line.split_once(' ').and_then(|(word, count)| Some((word, count.parse().ok()?)));
            let (word, count): (&str, f64) =
                fields.ok_or_else(|| invalid(format!("{}: {line:?} is no word and its count", list.path)))?;
            if word.chars().all(char::is_alphabetic) {
                let count = libm::pow(count, DAMPING);
                trigrams::each(word, |trigram| *shares.entry(trigram).or_default() += count);
            }
        }
    }
    let all: f64 = shares.values().sum();
    for share in shares.values_mut() {
        *share /= all;
    }
    Ok(shares)
}
