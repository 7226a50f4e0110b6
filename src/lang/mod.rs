//! The languages: one folder each, and this registry.
//!
//! In: nothing but what is compiled in. Out: [`Language`] and the rules of each. A new language is
//! a folder with the same file names, a line in [`Language`] and a cargo feature.

mod identify;
pub(crate) mod list;
pub(crate) mod orthography;

#[cfg(feature = "lang-de")]
pub(crate) mod de;
#[cfg(feature = "lang-en")]
pub(crate) mod en;

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use identify::trigrams;
pub use identify::LanguageGuess;
pub(crate) use identify::{identify, UNCERTAIN};

/// What is known of a language's words beside names of places; sorted.
#[derive(Debug)]
pub(crate) struct PlaceWords {
    /// Words that stand before a name and say that it is a region's: `Provinz`.
    pub(crate) before: &'static [&'static str],
    /// Words between these and the name: `state of`.
    pub(crate) linking: &'static [&'static str],
    /// Words that follow such a name: `County`.
    pub(crate) after: &'static [&'static str],
}

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

    /// The trigrams of letters that speak for it against the other supported languages.
    fn trigrams(self) -> &'static str {
        match self {
            #[cfg(feature = "lang-de")]
            Self::German => include_str!("de/trigrams.txt"),
            #[cfg(feature = "lang-en")]
            Self::English => include_str!("en/trigrams.txt"),
            #[allow(unreachable_patterns)] // Only where a feature is off.
            _ => "",
        }
    }

    /// The words that give an article's parts away.
    pub(crate) fn article_words(self) -> &'static crate::article::Words {
        match self {
            #[cfg(feature = "lang-de")]
            Self::German => &de::article::WORDS,
            #[cfg(feature = "lang-en")]
            Self::English => &en::article::WORDS,
            #[allow(unreachable_patterns)] // Only where a feature is off.
            _ => &crate::article::Words::NONE,
        }
    }

    /// How names stand in its sentences; no rules where the language is not part of this build.
    pub(crate) fn name_rules(self) -> &'static crate::layers::mentions::NameRules {
        match self {
            #[cfg(feature = "lang-de")]
            Self::German => de::names::name_rules(),
            #[cfg(feature = "lang-en")]
            Self::English => en::names::name_rules(),
            #[cfg(not(all(feature = "lang-de", feature = "lang-en")))]
            _ => crate::layers::mentions::NameRules::none(),
        }
    }

    /// How it says who somebody is; no words where the language is not part of this build.
    pub(crate) fn entity_words(self) -> &'static crate::layers::entities::EntityWords {
        match self {
            #[cfg(feature = "lang-de")]
            Self::German => de::entities::entity_words(),
            #[cfg(feature = "lang-en")]
            Self::English => en::entities::entity_words(),
            #[cfg(not(all(feature = "lang-de", feature = "lang-en")))]
            _ => crate::layers::entities::EntityWords::none(),
        }
    }

    /// The words that tell regions from towns of the same name.
    pub(crate) fn place_words(self) -> &'static PlaceWords {
        match self {
            #[cfg(feature = "lang-de")]
            Self::German => &de::places::PLACE_WORDS,
            #[cfg(feature = "lang-en")]
            Self::English => &en::places::PLACE_WORDS,
            #[allow(unreachable_patterns)] // Only where a feature is off.
            _ => &PlaceWords { before: &[], linking: &[], after: &[] },
        }
    }

    /// The words of a phrase that a preposition or a noun governs, as a list names it.
    pub(crate) fn nominative(self, words: &[&str]) -> String {
        match self {
            #[cfg(feature = "lang-de")]
            Self::German => de::nominative(words),
            _ => words.join(" "),
        }
    }

    /// How it says who said what; no words where the language is not part of this build.
    pub(crate) fn speech_words(self) -> &'static crate::layers::quotations::SpeechWords {
        match self {
            #[cfg(feature = "lang-de")]
            Self::German => de::quotations::speech_words(),
            #[cfg(feature = "lang-en")]
            Self::English => en::quotations::speech_words(),
            #[cfg(not(all(feature = "lang-de", feature = "lang-en")))]
            _ => crate::layers::quotations::SpeechWords::none(),
        }
    }

    /// Its numbers and the words of times and amounts; none where the language is not part of this build.
    pub(crate) fn figure_words(self) -> &'static crate::layers::figures::FigureWords {
        match self {
            #[cfg(feature = "lang-de")]
            Self::German => de::figures::figure_words(),
            #[cfg(feature = "lang-en")]
            Self::English => en::figures::figure_words(),
            #[cfg(not(all(feature = "lang-de", feature = "lang-en")))]
            _ => crate::layers::figures::FigureWords::none(),
        }
    }

    /// How it says what happened; no words where the language is not part of this build.
    pub(crate) fn outline_words(self) -> &'static crate::layers::outline::OutlineWords {
        match self {
            #[cfg(feature = "lang-de")]
            Self::German => de::gist::outline_words(),
            #[cfg(feature = "lang-en")]
            Self::English => en::gist::outline_words(),
            #[cfg(not(all(feature = "lang-de", feature = "lang-en")))]
            _ => crate::layers::outline::OutlineWords::none(),
        }
    }
}

/// What the pack of `language` is made from; `None` for a language that this build lacks.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn recipe(language: Language) -> Option<crate::model::build::Recipe> {
    match language {
        #[cfg(feature = "lang-de")]
        Language::German => Some(de::RECIPE),
        #[cfg(feature = "lang-en")]
        Language::English => Some(en::RECIPE),
        #[allow(unreachable_patterns)] // Only where a feature is off.
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn place_words_are_sorted() {
        for language in Language::ALL {
            let words = language.place_words();
            let lists = [words.before, words.linking, words.after];
            assert!(lists.iter().all(|list| list.is_sorted()), "{language:?}");
        }
    }
}
