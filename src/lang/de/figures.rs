//! German numbers and the words by which German articles tell times and amounts: the words are in `numbers.txt`, `times.txt` and
//! `amounts.txt`.

use std::sync::OnceLock;

use crate::layers::figures::FigureWords;

/// The words, read once.
pub(crate) fn figure_words() -> &'static FigureWords {
    static WORDS: OnceLock<FigureWords> = OnceLock::new();
    WORDS.get_or_init(|| {
        let lists = [include_str!("numbers.txt"), include_str!("times.txt"), include_str!("amounts.txt")];
        FigureWords::read(&lists, true)
    })
}
