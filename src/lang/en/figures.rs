//! English numbers and the words by which English articles tell times and amounts: the words are in `numbers.txt`, `times.txt` and
//! `amounts.txt`, what they do not tell is here.

use std::sync::OnceLock;

use crate::lang::list::words;
use crate::layers::figures::{FigureRules, FigureWords};

/// The words, read once.
pub(crate) fn figure_words() -> &'static FigureWords {
    static WORDS: OnceLock<FigureWords> = OnceLock::new();
    WORDS.get_or_init(|| {
        let lists = [words!("en/numbers.txt"), words!("en/times.txt"), words!("en/amounts.txt")];
        FigureWords::read(&lists, &RULES)
    })
}

static RULES: FigureRules = FigureRules {
    decimal: '.',
    month_comes_first: true,
    halves_days: true,
    possessives: &["'s", "’s"],
    looks_back: |word| word.ends_with("ed"),
    ..FigureRules::NONE
};
