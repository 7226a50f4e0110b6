//! How much the letters of a text speak for each supported language, where words are too few to tell.
//!
//! In: a text, and each language's `trigrams.txt`, which `kernsatz train` writes from lists of frequent words: lines of
//! a weight and the trigrams that have it; `_` is the edge of a word. Out: points for each language; only their
//! differences mean something. What languages without a list have in common with these is left to the other witnesses.

use crate::lang::Language;
use crate::order;

/// The edge of a word.
pub(crate) const EDGE: char = '_';

/// Calls `hear` with each trigram of `word` in lower case, its edges included.
pub(crate) fn each(word: &str, mut hear: impl FnMut([char; 3])) {
    let mut last = ['\0', EDGE];
    let letters = word.chars().flat_map(char::to_lowercase);
    for (index, c) in letters.chain([EDGE]).enumerate() {
        if index > 0 {
            hear([last[0], last[1], c]);
        }
        last = [last[1], c];
    }
}

/// The points of each of [`Language::ALL`] for `sample`.
pub(super) fn points(sample: &str) -> Vec<u32> {
    let mut found = Vec::new();
    for word in sample.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        each(word, |trigram| found.push(trigram));
    }
    let weigh = |language: &Language| {
        let table = Table::read(language.trigrams());
        found.iter().map(|trigram| table.weight(*trigram)).sum()
    };
    Language::ALL.iter().map(weigh).collect()
}

/// The trigrams of one language with their weights, sorted.
struct Table(Vec<([char; 3], u32)>);

impl Table {
    fn read(list: &str) -> Self {
        let mut entries = Vec::new();
        for line in list.lines() {
            let mut words = line.split(' ');
            let weight = words.next().and_then(|word| word.parse().ok()).unwrap_or_default();
            for word in words {
                let mut letters = word.chars();
                if let (Some(a), Some(b), Some(c)) = (letters.next(), letters.next(), letters.next()) {
                    entries.push(([a, b, c], weight));
                }
            }
        }
        order::sort_by(&mut entries, Ord::cmp);
        Self(entries)
    }

    fn weight(&self, trigram: [char; 3]) -> u32 {
        let place = self.0.binary_search_by_key(&trigram, |entry| entry.0);
        place.map_or(0, |index| self.0[index].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_a_trigram_for_each_letter() {
        let mut found = Vec::new();
        each("Öl", |trigram| found.push(String::from_iter(trigram)));
        assert_eq!(found, ["_öl", "öl_"]);
    }

    #[test]
    fn single_letters_and_capitals() {
        let mut found = Vec::new();
        each("A", |trigram| found.push(String::from_iter(trigram)));
        assert_eq!(found, ["_a_"]);
    }

    #[test]
    fn letters_tell_headlines_apart() {
        let lead = |text: &str| {
            let points = points(text);
            i64::from(points[0]) - i64::from(*points.last().unwrap())
        };
        if Language::ALL.len() > 1 {
            assert!(lead("Schulbusfahrer streiken weiterhin") > 0);
            assert!(lead("Watchdog slams ferry operator") < 0);
        }
    }
}
