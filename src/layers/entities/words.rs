//! What this layer must know of a language.
//!
//! In: a list of words by section (`entities.txt` in each language's folder): `[section]`, then words in lower
//! case divided by blanks; `#` opens a remark. Out: offices with their forms, and the classes of other words in
//! one look-up. How they stand in sentences is left to `titles`, `roles` and `nominals`.

use super::uses::Use;
use crate::lang::list;
use crate::map::Map;

/// The least length, in bytes, of what stands before an office in a compound: `Trichter` is no judge.
const LEAST_PREFIX: usize = 3;

/// The grammatical gender of a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Gender {
    Masculine,
    Feminine,
    Neuter,
    /// The plural, where genders are alike.
    Plural,
}

/// In which form an office stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// The nominative, and all cases that are like it.
    Base,
    /// `Ministers`.
    Genitive,
    /// `Präsidenten`: every case but the nominative.
    Oblique,
    /// `Vorsitzender`: of a man, without an article.
    Strong,
    /// `Vorsitzende`: of a woman, or of a man after `der`.
    Weak,
    /// `Vorsitzenden`: any other case of both.
    WeakOblique,
}

/// Whom an article with an office means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Definite {
    Man,
    Woman,
    /// The words do not tell the gender.
    Person,
}

impl Definite {
    pub(super) const fn gender(self) -> Option<Gender> {
        match self {
            Self::Man => Some(Gender::Masculine),
            Self::Woman => Some(Gender::Feminine),
            Self::Person => None,
        }
    }
}

/// Where an article and an office may mean many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PluralReading {
    Anywhere,
    /// As a genitive.
    AfterNoun,
}

/// A word that says what somebody is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Office {
    /// Its noun as the list has it: `minister` of `Außenminister`; the stem of those that bend as adjectives do.
    pub(super) lemma: &'static str,
    /// The byte of the word at which the noun begins.
    pub(super) at: usize,
    pub(super) form: Form,
    /// Where the word itself tells it.
    pub(super) gender: Option<Gender>,
    is_whole: bool,
}

impl Office {
    /// The same of the noun alone, without what stands before it in its word.
    pub(super) const fn alone(self) -> Self {
        Self { at: 0, ..self }
    }

    /// An office of several words that does not bend.
    pub(super) const fn phrase(lemma: &'static str) -> Self {
        Self { lemma, at: 0, form: Form::Base, gender: None, is_whole: true }
    }
}

/// The words of a language.
#[derive(Debug, Default)]
pub(crate) struct EntityWords {
    /// Whether offices stand at the end of compounds and all nouns have a capital.
    has_compounds: bool,
    offices: Map<String, Office>,
    /// The last two bytes of all offices, which tell most other words at once.
    tails: Map<[u8; 2], ()>,
    phrases: Map<&'static str, &'static str>,
    uses: Map<&'static str, Use>,
    national_prefixes: Vec<&'static str>,
    noun_endings: Vec<(&'static str, Gender)>,
    adjective_endings: Vec<&'static str>,
}

impl EntityWords {
    /// Reads a list; sections that are not known are left out (a test says which are).
    pub(crate) fn read(list: &'static str, has_compounds: bool) -> Self {
        let mut words = Self { has_compounds, ..Self::default() };
        list::read(list, &mut |section, line| {
            if section == "phrases" {
                let lemma = line.split(' ').next().unwrap_or(line);
                words.phrases.insert(line, lemma);
                let end = words.uses.or_default(line.rsplit(' ').next().unwrap_or(line));
                *end = *end | Use::PHRASE_END;
            } else {
                line.split_whitespace().for_each(|word| words.add(section, word));
            }
        });
        words.tails = words.offices.keys().filter_map(|office| tail(office)).collect();
        words
    }

    /// For languages without words.
    #[cfg(not(all(feature = "lang-de", feature = "lang-en")))]
    pub(crate) fn none() -> &'static Self {
        static NONE: std::sync::OnceLock<EntityWords> = std::sync::OnceLock::new();
        NONE.get_or_init(Self::default)
    }

    fn add(&mut self, section: &str, word: &'static str) {
        let (masculine, feminine) = (Some(Gender::Masculine), Some(Gender::Feminine));
        let base = |gender| Office { lemma: word, at: 0, form: Form::Base, gender, is_whole: false };
        let mut office = |ending: &str, form: Form, gender: Option<Gender>| {
            self.offices.insert(format!("{word}{ending}"), Office { form, ..base(gender) });
        };
        match section {
            "offices" => office("", Form::Base, None),
            "feminine offices" => office("", Form::Base, feminine),
            "masculine offices" => {
                office("", Form::Base, masculine);
                if self.has_compounds {
                    office("s", Form::Genitive, masculine);
                    office("es", Form::Genitive, masculine);
                }
            }
            "weak offices" => {
                office("", Form::Base, masculine);
                office(if word.ends_with('e') { "n" } else { "en" }, Form::Oblique, masculine);
            }
            "adjectival offices" => {
                office("er", Form::Strong, masculine);
                office("e", Form::Weak, None);
                office("en", Form::WeakOblique, None);
            }
            "whole offices" => {
                let gender =
                    if word.ends_with("in") || word.ends_with("essin") { feminine } else { masculine };
                self.offices.insert(word.to_owned(), Office { is_whole: true, ..base(gender) });
            }
            "national prefixes" => self.national_prefixes.push(word),
            "name adjectives" => self.adjective_endings.push(word),
            "masculine nouns" => self.noun_endings.push((word, Gender::Masculine)),
            "neuter nouns" => self.noun_endings.push((word, Gender::Neuter)),
            "feminine nouns" => self.noun_endings.push((word, Gender::Feminine)),
            "plural nouns" => self.noun_endings.push((word, Gender::Plural)),
            _ => {
                if let Some(new) = Use::of_section(section) {
                    let known = self.uses.or_default(word);
                    *known = *known | new;
                }
            }
        }
    }

    /// What a word is used for; `word` in any case.
    pub(super) fn uses(&self, word: &str) -> Use {
        self.uses.get(word).copied().unwrap_or_else(|| {
            if word.chars().any(char::is_uppercase) {
                self.uses.get(word.to_lowercase().as_str()).copied().unwrap_or_default()
            } else {
                Use::default()
            }
        })
    }

    pub(super) fn has(&self, word: &str, use_: Use) -> bool {
        self.uses(word).has(use_)
    }

    /// Whether nouns have capitals and make compounds.
    pub(super) const fn has_compounds(&self) -> bool {
        self.has_compounds
    }

    /// The office that a word names: the word itself, what follows its last hyphen, or the end of a compound.
    pub(super) fn office(&self, word: &str) -> Option<Office> {
        let last = word.rfind('-').map_or(0, |hyphen| hyphen + 1);
        let piece = &word[last..];
        let first = piece.chars().next()?;
        if !self.tails.contains(&tail(word)?) {
            return None;
        }
        if self.has_compounds && !first.is_uppercase() {
            return None;
        }
        let lower: String = piece.chars().flat_map(char::to_lowercase).collect();
        if let Some(office) = self.offices.get(&lower) {
            return Some(Office { at: last, ..*office });
        }
        // What shouts, and letters whose length changes with their case, are not worth a second look.
        if !self.has_compounds || piece[first.len_utf8()..].chars().any(char::is_uppercase) {
            return None;
        }
        let ends = piece.char_indices().skip(1).filter(|(at, _)| *at >= LEAST_PREFIX);
        ends.filter_map(|(at, _)| Some((at, self.offices.get(&piece[at..])?)))
            .find(|(_, office)| !office.is_whole)
            .map(|(at, office)| Office { at: last + at, ..*office })
    }

    /// The head of an office of several words, in lower case with single blanks: `secretary of state`.
    pub(super) fn phrase(&self, words: &str) -> Option<&'static str> {
        self.phrases.get(words).copied()
    }

    /// Whether a word may be the last of an office of several words.
    pub(super) fn ends_phrase(&self, word: &str) -> bool {
        !self.phrases.is_empty() && self.has(word, Use::PHRASE_END)
    }

    /// Whether a title names an office of one country by itself: `Bundeskanzler`.
    pub(super) fn is_national(&self, title: &str) -> bool {
        let lower = title.to_lowercase();
        self.national_prefixes.iter().any(|prefix| lower.starts_with(prefix))
    }

    /// Whom `article` before an office means; `None` where that is nobody or many: `die Minister`.
    pub(super) fn definite(&self, article: &str, office: Office) -> Option<Definite> {
        let uses = self.uses(article);
        let is_man = uses.has(Use::MASCULINE_ARTICLE);
        let is_woman = uses.has(Use::FEMININE_ARTICLE);
        let is_oblique = uses.has(Use::OBLIQUE_ARTICLE);
        let (man, woman, person) = match (office.form, office.gender) {
            (Form::Base, Some(Gender::Feminine)) => (false, is_woman, false),
            (Form::Base, Some(_)) => (is_man, false, false),
            (Form::Base, None) => (false, false, uses.has(Use::ARTICLE)),
            (Form::Genitive, _) => (uses.has(Use::GENITIVE_ARTICLE), false, false),
            (Form::Oblique, _) => (is_oblique, false, false),
            (Form::Strong, _) => (false, false, false),
            // `der Vorsitzende`, but `der Vorsitzenden`.
            (Form::Weak, _) => (is_man, is_woman && !is_man, false),
            (Form::WeakOblique, _) => (is_oblique, is_woman && (is_man || uses.has(Use::COMPLEMENT)), false),
        };
        match (man, woman, person) {
            (true, ..) => Some(Definite::Man),
            (_, true, _) => Some(Definite::Woman),
            (.., true) => Some(Definite::Person),
            _ => None,
        }
    }

    /// How an office with this article could be many: `None` where it cannot, else whether by its form alone,
    /// as in `den Präsidenten`, or only after a noun, as in `das Treffen der Minister`.
    pub(super) fn plural_reading(&self, article: &str, office: Office) -> Option<PluralReading> {
        if !self.has(article, Use::PLURAL) {
            return None;
        }
        match office.form {
            Form::Oblique | Form::WeakOblique => Some(PluralReading::Anywhere),
            Form::Base if office.gender == Some(Gender::Masculine) => {
                let is_alike = ["er", "el", "en"].iter().any(|ending| office.lemma.ends_with(ending));
                is_alike.then_some(PluralReading::AfterNoun)
            }
            _ => None,
        }
    }

    /// The stem of an adjective at the beginning of a name; what ends in -er may be of a town and is none.
    pub(super) fn name_adjective<'w>(&self, word: &'w str) -> Option<&'w str> {
        let stem = ["en", "es", "em", "e"].iter().find_map(|ending| word.strip_suffix(ending))?;
        let lower = stem.to_lowercase();
        self.adjective_endings.iter().any(|ending| lower.ends_with(ending)).then_some(stem)
    }

    /// The gender of a noun at the head of a name, and the noun without a genitive ending; `None` where the list
    /// does not have it.
    pub(super) fn noun<'w>(&self, word: &'w str) -> Option<(&'w str, Gender)> {
        let found = |word: &str| {
            let lower = word.to_lowercase();
            self.noun_endings.iter().find(|(ending, _)| lower.ends_with(ending)).map(|found| found.1)
        };
        if let Some(gender) = found(word) {
            return Some((word, gender));
        }
        ["es", "s"].iter().find_map(|ending| {
            let stem = word.strip_suffix(ending)?;
            let gender = found(stem)?;
            matches!(gender, Gender::Masculine | Gender::Neuter).then_some((stem, gender))
        })
    }
}

fn tail(word: &str) -> Option<[u8; 2]> {
    word.as_bytes().last_chunk().copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;

    #[test]
    fn every_section_is_known() {
        const NOUNS: [&str; 13] = [
            "name adjectives",
            "offices",
            "masculine offices",
            "weak offices",
            "adjectival offices",
            "feminine offices",
            "whole offices",
            "phrases",
            "national prefixes",
            "masculine nouns",
            "neuter nouns",
            "feminine nouns",
            "plural nouns",
        ];
        for list in [include_str!("../../lang/de/entities.txt"), include_str!("../../lang/en/entities.txt")] {
            for section in list.lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']')) {
                assert!(NOUNS.contains(&section) || Use::of_section(section).is_some(), "{section}");
            }
            let words =
                list.lines().filter(|line| !line.starts_with(['#', '['])).flat_map(str::split_whitespace);
            for word in words {
                assert_eq!(word, word.to_lowercase(), "words are compared in lower case");
            }
        }
    }

    #[test]
    fn offices_are_read_by_their_ends() {
        let words = Language::German.entity_words();
        let lemma = |word: &str| words.office(word).map(|office| office.lemma);
        assert_eq!(lemma("US-Außenminister"), Some("minister"));
        assert_eq!(lemma("Außenministerin"), Some("ministerin"));
        assert_eq!(lemma("Bundespräsidenten"), Some("präsident"));
        assert_eq!(lemma("Fraktionsvorsitzende"), Some("vorsitzend"));
        assert_eq!(lemma("Graf"), Some("graf"));
        for other in
            ["Paragraf", "Trichter", "Blinken", "Chefsache", "minister", "Kollege", "Nachfolger", "Zeuge", ""]
        {
            assert_eq!(lemma(other), None, "{other}");
        }
    }

    #[test]
    fn articles_fit_the_gender() {
        let words = Language::German.entity_words();
        let meant = |article: &str, word: &str| words.definite(article, words.office(word).unwrap());
        for (article, word) in [
            ("Der", "Minister"),
            ("des", "Ministers"),
            ("dem", "Präsidenten"),
            ("der", "Vorsitzende"),
            ("zum", "Vorsitzenden"),
        ] {
            assert_eq!(meant(article, word), Some(Definite::Man), "{article} {word}");
        }
        for (article, word) in
            [("der", "Ministerin"), ("die", "Vorsitzende"), ("der", "Vorsitzenden"), ("zur", "Vorsitzenden")]
        {
            assert_eq!(meant(article, word), Some(Definite::Woman), "{article} {word}");
        }
        for (article, word) in
            [("die", "Minister"), ("der", "Präsidenten"), ("ein", "Minister"), ("die", "Präsidenten")]
        {
            assert_eq!(meant(article, word), None, "{article} {word}");
        }
    }
}
