//! How German sentences say what happened: the words are in `gist.txt`.

use std::sync::OnceLock;

use crate::lang::list::words;
use crate::layers::outline::OutlineWords;

/// The words, read once.
pub(crate) fn outline_words() -> &'static OutlineWords {
    static WORDS: OnceLock<OutlineWords> = OnceLock::new();
    WORDS.get_or_init(|| OutlineWords::read(words!("de/gist.txt"), true))
}
