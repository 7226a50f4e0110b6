//! What summary, keyphrases and main event must know of a language.
//!
//! In: a list of words by section (`gist.txt` in each language's folder): `[section]`, then words in lower case
//! divided by blanks; `#` opens a remark. Out: the [`Class`] of a word.

use crate::lang::list;
use crate::map::Map;

/// What a word is used for: a set of uses, and what it says where it opens a phrase or a clause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class(u32);

/// The sections that are sets of words, in the order of their bits; words of `no verb` only look like verbs.
const SETS: [&str; 15] = [
    "stop",
    "anaphoric",
    "article",
    "nominative",
    "pronoun",
    "auxiliary",
    "verb",
    "no verb",
    "coordinator",
    "relative",
    "negation",
    "planned",
    "genitive",
    "general",
    "passive",
];

/// The sections of words that open phrases and clauses; their place in the list is their number, from 1.
const OPENERS: [&str; 29] = [
    "in",
    "on",
    "at",
    "from",
    "to",
    "after",
    "before",
    "with",
    "by",
    "for",
    "against",
    "over",
    "around",
    "between",
    "since",
    "until",
    "because of",
    "despite",
    "during",
    "via",
    "as",
    "near",
    "without",
    // From here on, they open clauses.
    "because",
    "having",
    "that",
    "when",
    "so that",
    "by doing",
];
const FIRST_OF_CLAUSES: u32 = 24;
const OPENER_SHIFT: u32 = 24;
const CAUSE: u32 = 1 << 20;

impl Class {
    /// It says nothing of the matter.
    pub(crate) const STOP: Self = Self(1);
    /// Opening a sentence, it points back at another one.
    pub(crate) const ANAPHORIC: Self = Self(1 << 1);
    pub(crate) const ARTICLE: Self = Self(1 << 2);
    /// An article that a subject may have.
    pub(crate) const NOMINATIVE: Self = Self(1 << 3);
    pub(crate) const PRONOUN: Self = Self(1 << 4);
    pub(crate) const AUXILIARY: Self = Self(1 << 5);
    pub(crate) const VERB: Self = Self(1 << 6);
    pub(crate) const COORDINATOR: Self = Self(1 << 8);
    pub(crate) const RELATIVE: Self = Self(1 << 9);
    pub(crate) const NEGATION: Self = Self(1 << 10);
    /// What it is said of has not happened yet.
    pub(crate) const PLANNED: Self = Self(1 << 11);
    /// An article that what belongs to something may have.
    pub(crate) const GENITIVE: Self = Self(1 << 12);
    /// A noun that seldom says what an article is about.
    pub(crate) const GENERAL: Self = Self(1 << 13);
    /// An auxiliary by which what is done is told of whom it is done to.
    pub(crate) const PASSIVE: Self = Self(1 << 14);
    /// No noun, whatever its letters.
    pub(crate) const FUNCTION: Self =
        Self::STOP.with(Self::ARTICLE).with(Self::PRONOUN).with(Self::AUXILIARY).with(Self::RELATIVE);
    /// It speaks of causes.
    pub(crate) const CAUSE: Self = Self(CAUSE);

    /// Whether it has no use but to say something.
    pub(crate) const fn is_content(self) -> bool {
        self.0 & !(Self::GENERAL.0 | Self::CAUSE.0) == 0
    }

    /// Whether it shares a use with `other`.
    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What it says where it opens something; 0 if it opens nothing.
    pub(crate) const fn opener(self) -> u32 {
        self.0 >> OPENER_SHIFT
    }

    /// Whether it opens a phrase, as prepositions do.
    pub(crate) const fn opens_phrase(self) -> bool {
        self.opener() > 0 && self.opener() < FIRST_OF_CLAUSES
    }

    /// Whether it opens a clause, as conjunctions do.
    pub(crate) const fn opens_clause(self) -> bool {
        self.opener() >= FIRST_OF_CLAUSES
    }

    /// What a section of the list says of its words.
    fn of(section: &str) -> Self {
        let place = |list: &[&str]| list.iter().position(|name| *name == section);
        match (place(&SETS), place(&OPENERS)) {
            (Some(bit), _) => Self(1 << bit),
            (_, Some(number)) => Self((number as u32 + 1) << OPENER_SHIFT),
            _ if section == "cause" => Self::CAUSE,
            _ => Self::default(),
        }
    }
}

/// The words of a language.
#[derive(Debug, Default)]
pub(crate) struct OutlineWords {
    /// Whether a capital tells nouns from other words.
    pub(crate) nouns_are_capitalised: bool,
    classes: Map<&'static str, Class>,
    /// Endings of inflected words, longest first.
    pub(crate) endings: Vec<&'static str>,
    /// Endings of finite verbs.
    pub(crate) verb_endings: Vec<&'static str>,
    /// Endings of adverbs.
    adverb_endings: Vec<&'static str>,
    /// Endings that words have between an article and a noun that is no subject.
    pub(crate) oblique_endings: Vec<&'static str>,
}

impl OutlineWords {
    /// Reads a list; sections that are not known are left out (a test says which are).
    pub(crate) fn read(list: &'static str, nouns_are_capitalised: bool) -> Self {
        let mut words = Self { nouns_are_capitalised, ..Self::default() };
        list::read(list, &mut |section, line| {
            line.split_whitespace().for_each(|word| words.add(section, word));
        });
        words
    }

    /// For languages without words.
    #[cfg(not(all(feature = "lang-de", feature = "lang-en")))]
    pub(crate) fn none() -> &'static Self {
        static NONE: std::sync::OnceLock<OutlineWords> = std::sync::OnceLock::new();
        NONE.get_or_init(Self::default)
    }

    fn add(&mut self, section: &str, word: &'static str) {
        match section {
            "endings" => self.endings.push(word),
            "verb endings" => self.verb_endings.push(word),
            "adverb endings" => self.adverb_endings.push(word),
            "oblique endings" => self.oblique_endings.push(word),
            _ => {
                let class = Class::of(section);
                let known = self.classes.or_default(word);
                // Of two meanings of an opener, the first one listed.
                if known.opener() == 0 || class.opener() == 0 {
                    *known = known.with(class);
                }
            }
        }
    }

    /// What a word is used for; `word` in lower case.
    pub(crate) fn class(&self, word: &str) -> Class {
        self.classes.get(word).copied().unwrap_or_default()
    }

    /// A word in lower case without the ending of its form.
    pub(crate) fn stem<'w>(&self, word: &'w str) -> &'w str {
        const SHORTEST: usize = 4;
        let stripped = self.endings.iter().filter_map(|ending| word.strip_suffix(ending));
        stripped.into_iter().find(|stem| stem.len() >= SHORTEST).unwrap_or(word)
    }

    /// Whether a word ends as adverbs do.
    pub(crate) fn is_adverb(&self, word: &str) -> bool {
        self.adverb_endings.iter().any(|ending| word.ends_with(ending))
    }

    /// Whether a word that is no noun may be a finite verb; `word` in lower case.
    pub(crate) fn is_verb(&self, word: &str, class: Class) -> bool {
        class.has(Class::AUXILIARY.with(Class::VERB))
            || class.is_content()
                && word.len() > 4
                && self.verb_endings.iter().any(|ending| word.ends_with(ending))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;

    #[test]
    fn every_section_is_known() {
        for list in [include_str!("../../lang/de/gist.txt"), include_str!("../../lang/en/gist.txt")] {
            let sections = list.lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']'));
            for section in sections.filter(|section| !section.ends_with("endings")) {
                assert!(Class::of(section) != Class::default(), "{section}");
            }
        }
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        let words = Language::German.outline_words();
        for form in ["minister", "ministers", "ministern", "ministerin", "ministerinnen"] {
            assert!(words.stem(form).starts_with("minist"), "{form}");
        }
        assert_eq!(words.stem("haus"), "haus");
        assert!(words.is_verb("forderte", words.class("forderte")));
        assert!(!words.is_verb("nicht", words.class("nicht")));
        assert!(words.class("im").opens_phrase() && words.class("weil").opens_clause());
    }
}
