//! How English articles say who said what: the words are in `quotations.txt`.

use std::sync::OnceLock;

use crate::lang::list::words;
use crate::layers::quotations::SpeechWords;

/// The words, read once.
pub(crate) fn speech_words() -> &'static SpeechWords {
    static WORDS: OnceLock<SpeechWords> = OnceLock::new();
    WORDS.get_or_init(|| SpeechWords::read(words!("en/quotations.txt"), false))
}
