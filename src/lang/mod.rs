//! The languages: one folder each, and this registry.
//!
//! In: nothing but what is compiled in. Out: [`Language`] and the [`Rules`] of each. A new language is
//! a folder with the same file names, a line in [`Language`] and a cargo feature.

mod identify;

#[cfg(feature = "lang-de")]
pub(crate) mod de;
#[cfg(feature = "lang-en")]
pub(crate) mod en;

pub(crate) use identify::identify;
pub use identify::LanguageGuess;

/// A supported language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// German.
    German,
    /// English.
    English,
}

impl Language {
    /// Every language that this build supports.
    pub const ALL: &'static [Self] = &[
        #[cfg(feature = "lang-de")]
        Self::German,
        #[cfg(feature = "lang-en")]
        Self::English,
    ];

    /// The BCP 47 tag: `de` or `en`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::German => "de",
            Self::English => "en",
        }
    }

    /// The supported language of a BCP 47 tag, whatever its region: `de`, `de-AT`, `EN_us`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.iter().copied().find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }
}
