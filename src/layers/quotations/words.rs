//! What this layer must know of a language.
//!
//! In: a list of words by section (`quotations.txt` in each language's folder): `[section]`, then words in lower
//! case divided by blanks; `#` opens a remark. Out: the [`Class`] of a word. How words stand in sentences is left
//! to `clauses`, `frames` and `sources`.

use crate::lang::list;
use crate::map::Map;

/// What a word is used for, a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u64);

/// The sections of the list with the names of their classes; the stems of verbs are read in their own way.
macro_rules! classes {
    ($($name:ident $section:literal $bit:literal)*) => {
        impl Class {
            $(pub(super) const $name: Self = Self(1 << $bit);)*
            const SECTIONS: &'static [(&'static str, Self)] = &[$(($section, Self::$name)),*];
        }
    };
}

classes! {
    SAY "say" 0
    ACT "act" 1
    SEPARABLE "separable" 2
    SPEECH_NOUN "speech nouns" 3
    SOURCE_NOUN "source nouns" 4
    SOURCE_PREPOSITION "source prepositions" 5
    NOUN_PREPOSITION "noun prepositions" 6
    POSTPOSITION "source postpositions" 7
    THEREFORE "therefore" 8
    SO "so" 9
    AS "as" 10
    CONJUNCTION "conjunctions" 11
    QUESTION "questions" 12
    SUBORDINATOR "subordinators" 13
    SUBJUNCTIVE "subjunctives" 14
    SUBJUNCTIVE2 "second subjunctives" 15
    NO_SUBJUNCTIVE "no subjunctives" 16
    HEARSAY "hearsay" 17
    PERFECT "perfect" 18
    TO "to" 19
    ARTICLE "articles" 20
    RELATIVE "relatives" 21
    PRONOUN "pronouns" 22
    ANONYMOUS "anonymous" 23
    PREPOSITION "prepositions" 24
    GENITIVE "genitives" 25
    AUXILIARY "auxiliaries" 26
    PASSIVE "passives" 27
    AGENT "agents" 28
    NAMING "naming" 29
    COORDINATOR "coordinators" 30
    PARTICIPLE "participles" 31
    ADVERB "adverbs" 32
    TIME "times" 33
    PURPOSE "purposes" 34
    DEMONSTRATIVE "demonstratives" 35
    OBJECT "objects" 36
    CITED "cited" 37
    DEFINITE "definite articles" 38
    FIRST "first person" 39
    MODAL "modals" 40
    MASCULINE "masculine" 41
    FEMININE "feminine" 42
    NO_REPORT "no reports" 43
    NO_SUBJUNCTIVE_BEFORE "no subjunctives before" 44
    DOCUMENT "documents" 45
    HEDGE "hedges" 46
    SAID_TO "said to" 47
    UNNAMED "unnamed" 48
    EXPLAINING "explaining" 49
    RELATION "relations" 50
    NUMERAL "numerals" 51
    OF "of" 52
    STRONG "strong acts" 53
    BOTH "both" 54
    TOLL "tolls" 55
    VIEW_PREPOSITION "view prepositions" 56
    VIEW "views" 57
    DOUBTFUL "doubtful subjunctives" 58
    PREDICATIVE "predicatives" 59
    SPEAKING_OF "speaking of" 60
    GOVERNED "governed" 61
    TELLING "telling" 62
}

impl Class {
    /// Whether it shares a use with `other`.
    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both.
    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The words of a language.
#[derive(Debug, Default)]
pub(crate) struct SpeechWords {
    /// Whether what is said has a clause of its own behind a comma, and a mood.
    pub(super) has_clauses: bool,
    classes: Map<String, Class>,
    /// Nouns that other nouns end with: `Polizeiangaben`.
    sources: Vec<&'static str>,
    /// The same of how somebody sees it: `Unternehmenskreisen`.
    views: Vec<&'static str>,
    /// The same of what words stand in: `Pressemitteilung`.
    documents: Vec<&'static str>,
    /// Nouns that mean the same beside a name, divided by bars.
    relations: Vec<&'static str>,
    /// The words for two, three and so on.
    numerals: Vec<&'static str>,
    /// What nouns end with that name nobody certain.
    unnamed: Vec<&'static str>,
    /// What nouns end with that name a woman.
    feminine: Vec<&'static str>,
    /// The parts that go to the end of a clause, by the verb's form.
    parts: Map<String, Vec<&'static str>>,
}

impl SpeechWords {
    /// Reads a list; sections that are not known are left out (a test says which are).
    pub(crate) fn read(list: &'static str, has_clauses: bool) -> Self {
        let mut words = Self { has_clauses, ..Self::default() };
        list::read(list, &mut |section, line| {
            line.split_whitespace().for_each(|word| words.add(section, word));
        });
        words
    }

    /// For languages without words.
    #[cfg(not(all(feature = "lang-de", feature = "lang-en")))]
    pub(crate) fn none() -> &'static Self {
        static NONE: std::sync::OnceLock<SpeechWords> = std::sync::OnceLock::new();
        NONE.get_or_init(Self::default)
    }

    fn add(&mut self, section: &str, word: &'static str) {
        let (section, is_weak) =
            section.strip_prefix("weak ").map_or((section, false), |section| (section, true));
        let Some((_, class)) = Class::SECTIONS.iter().find(|(name, _)| *name == section) else { return };
        match *class {
            Class::SOURCE_NOUN => self.sources.push(word),
            Class::NUMERAL => return self.numerals.push(word),
            Class::RELATION => return self.relations.push(word),
            Class::DOCUMENT => self.documents.push(word),
            Class::VIEW => {
                if let Some(ending) = word.strip_prefix('-') {
                    return self.views.push(ending);
                }
            }
            _ => {}
        }
        if let Some(ending) = word.strip_prefix('-') {
            match *class {
                Class::UNNAMED => self.unnamed.push(ending),
                _ => self.feminine.push(ending),
            }
            return;
        }
        let (stem, part) = word.split_once('|').map_or((word, None), |(stem, part)| (stem, Some(part)));
        let endings: &[&str] =
            if is_weak { &["e", "t", "te", "ten", "en", "n", "et", "ete", "eten"] } else { &[""] };
        for ending in endings {
            let form = format!("{stem}{ending}");
            if let Some(part) = part {
                if *class != Class::GOVERNED {
                    self.set(format!("{part}{form}"), Class::ACT);
                }
                self.parts.or_default(form.clone()).push(part);
            }
            self.set(form, *class);
        }
        if is_weak {
            let is_governed = *class == Class::GOVERNED;
            for ending in ["t", "et"] {
                let form = format!("{}ge{stem}{ending}", part.filter(|_| !is_governed).unwrap_or_default());
                if let Some(part) = part.filter(|_| is_governed) {
                    self.parts.or_default(form.clone()).push(part);
                }
                let participle = if is_governed { *class } else { class.with(Class::PARTICIPLE) };
                self.set(form, participle);
            }
        }
    }

    fn set(&mut self, word: String, class: Class) {
        let known = self.classes.or_default(word);
        *known = known.with(class);
    }

    /// What a word is used for; `word` in any case.
    pub(super) fn class(&self, word: &str) -> Class {
        if word.chars().any(char::is_uppercase) {
            return self.classes.get(word.to_lowercase().as_str()).copied().unwrap_or_default();
        }
        self.classes.get(word).copied().unwrap_or_default()
    }

    /// Whether a noun names what is known or said, or how it is seen, alone or at the end of a compound.
    pub(super) fn is_source(&self, noun: &str, is_view: bool) -> bool {
        if is_view && self.class(noun).has(Class::VIEW) {
            return true;
        }
        let noun = noun.to_lowercase();
        let nouns = if is_view { &self.views } else { &self.sources };
        nouns.iter().any(|source| noun.ends_with(source))
    }

    /// Whether a noun names what words stand in.
    pub(super) fn is_document(&self, noun: &str) -> bool {
        let noun = noun.to_lowercase();
        self.documents.iter().any(|document| noun.ends_with(document))
    }

    /// Whether the words of a source without a name mean somebody certain; a pronoun's antecedent does if it is one.
    pub(crate) fn is_known<'t>(&self, is_antecedent: bool, words: impl Iterator<Item = &'t str>) -> bool {
        let (mut is_definite, mut is_indefinite) = (is_antecedent, false);
        for word in words {
            let class = self.class(word);
            let is_noun = word.starts_with(char::is_uppercase) && !class.has(Class::ARTICLE);
            if is_noun && (class.has(Class::UNNAMED) || self.unnamed.iter().any(|end| word.ends_with(end))) {
                return false;
            }
            if is_noun && self.is_document(word) {
                return true;
            }
            is_indefinite |= class.has(Class::UNNAMED);
            is_definite |= class.has(Class::DEFINITE);
        }
        is_definite && !is_indefinite
    }

    /// Whether a word takes the noun behind it out of the nominative: `laut`, `in`, `Angaben`.
    pub(crate) fn governs(&self, word: &str) -> bool {
        let class = self.class(word);
        let prepositions = Class::PREPOSITION
            .with(Class::SOURCE_PREPOSITION)
            .with(Class::NOUN_PREPOSITION)
            .with(Class::VIEW_PREPOSITION)
            .with(Class::AGENT);
        class.has(prepositions) || self.tells_opinion(word)
    }

    /// Whether a word stands behind such a noun: `zufolge`.
    pub(crate) fn follows(&self, word: &str) -> bool {
        self.class(word).has(Class::POSTPOSITION)
    }

    /// Whether a noun is what somebody says, and no paper: `Angaben`.
    pub(crate) fn tells_opinion(&self, word: &str) -> bool {
        let class = self.class(word);
        class.has(Class::SOURCE_NOUN.with(Class::VIEW))
            && !class.has(Class::DOCUMENT)
            && word.starts_with(char::is_uppercase)
    }

    /// Whether a word stands between names that speak together.
    pub(crate) fn coordinates(&self, word: &str) -> bool {
        self.class(word).has(Class::COORDINATOR)
    }

    /// Whether a word opens a genitive.
    pub(crate) fn opens_genitive(&self, word: &str) -> bool {
        self.class(word).has(Class::GENITIVE)
    }

    /// What a noun tells of whom is named beside it: all nouns that tell the same, divided by bars.
    pub(crate) fn relation(&self, noun: &str) -> Option<&str> {
        let noun = noun.to_lowercase();
        self.relations.iter().copied().find(|group| group.split('|').any(|word| word == noun))
    }

    /// Whether a word stands between a noun and the name that belongs to it.
    pub(crate) fn is_of(&self, word: &str) -> bool {
        self.class(word).has(Class::OF)
    }

    /// Whether a word explains why two sentences say different things.
    pub(crate) fn explains(&self, word: &str) -> bool {
        self.class(word).has(Class::EXPLAINING)
    }

    /// Whether a noun counts whom something befell.
    pub(crate) fn is_toll(&self, noun: &str) -> bool {
        self.class(noun).has(Class::TOLL)
    }

    /// Whether a word says what a sentence is about.
    pub(crate) fn is_content(&self, word: &str) -> bool {
        let class = self.class(word);
        let function = Class::ARTICLE.with(Class::PREPOSITION).with(Class::SUBORDINATOR).with(Class::ADVERB);
        let other = function.with(Class::PRONOUN).with(Class::QUESTION).with(Class::AS).with(Class::TIME);
        let is_noun = word.starts_with(char::is_uppercase) && !class.has(other);
        word.len() > 4 && (class == Class::default() || is_noun)
    }

    /// The number that a word says.
    pub(crate) fn numeral(&self, word: &str) -> Option<u32> {
        let word = word.to_lowercase();
        (2..).zip(&self.numerals).find(|(_, numeral)| **numeral == word).map(|(number, _)| number)
    }

    /// Whether a noun names a woman by its ending.
    pub(super) fn is_feminine(&self, noun: &str) -> bool {
        self.feminine.iter().any(|ending| noun.ends_with(ending))
    }

    /// Whether `part` belongs to the form `verb`.
    pub(super) fn is_part(&self, verb: &str, part: &str) -> bool {
        self.parts.get(verb).is_some_and(|parts| parts.contains(&part))
    }
}
