//! How English articles say who somebody is: the words are in `entities.txt`.

use std::sync::OnceLock;

use crate::lang::list::words;
use crate::layers::entities::EntityWords;

/// The words, read once.
pub(crate) fn entity_words() -> &'static EntityWords {
    static WORDS: OnceLock<EntityWords> = OnceLock::new();
    WORDS.get_or_init(|| EntityWords::read(words!("en/entities.txt"), false))
}
