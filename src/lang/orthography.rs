//! How a language writes its abbreviations, ordinals and sentence starts.
//!
//! In: the tables of a language's folder. Out: [`Orthography`], asked by tokens and sentences. What the words
//! mean is left to the lexicon.

use super::Language;

/// The tables of one language.
///
/// Invariant: every list is sorted by bytes and without doubles; a test in each folder says so.
#[derive(Debug)]
pub(crate) struct Orthography {
    /// Abbreviations without their last period and without blanks: `Dr`, `z.B`.
    pub(crate) abbreviations: &'static [(&'static str, Abbreviation)],
    /// Words that begin with a small letter inside a sentence: with a capital one they begin a sentence.
    pub(crate) starters: &'static [&'static str],
    /// Nouns that an ordinal stands before: `Mai`, `Jahrhundert`.
    pub(crate) ordinal_nouns: &'static [&'static str],
    /// Words that an ordinal stands after: `am`, `der`.
    pub(crate) ordinal_openers: &'static [&'static str],
    /// Words that a cardinal stands after: `Platz`, `Seite`.
    pub(crate) cardinal_openers: &'static [&'static str],
    /// Whether a period makes a number an ordinal.
    pub(crate) ordinal_period: bool,
    /// Letters that make a number an ordinal: `st`, `th`.
    pub(crate) ordinal_suffixes: &'static [&'static str],
    /// Endings of abbreviated compounds: `str` in `Bahnhofstr.`
    pub(crate) abbreviated_endings: &'static [&'static str],
    /// Words after a time of day: `Uhr`, `am`.
    pub(crate) clock_words: &'static [&'static str],
    /// Endings after a gender mark: `innen` in `Bürger*innen`.
    pub(crate) gender_endings: &'static [&'static str],
    /// Whether a small letter after a full stop tells that the sentence goes on, because the word is an
    /// abbreviation; where abbreviations are few and well known, it tells of careless writing instead.
    pub(crate) small_letter_goes_on: bool,
}

/// What an abbreviation does where a sentence may end after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// Stands before a name: `Dr.`, `Mr.`, `St.`; ends no sentence.
    Title,
    /// Stands before what it belongs to: `bzw.`, `z. B.`, `vgl.`; ends no sentence.
    Joining,
    /// Stands before a number: `Nr.`, `Abs.`; ends no sentence.
    BeforeNumber,
    /// An ordinary word too, so an abbreviation only before a number: `Art. 5`, `No. 1`.
    OnlyBeforeNumber,
    /// A month or a day of the week.
    Month,
    /// A unit after a number: `Mio.`, `Std.`
    Unit,
    /// Ends a sentence where a word follows that can only begin one: `u. a.`, `e. V.`, `U.S.`, `Inc.`
    Either,
    /// Ends a list, and so mostly the sentence: `usw.`, `etc.`
    Closing,
}

/// Longer keys are in no table.
const LONGEST_KEY: usize = 40;

impl Orthography {
    /// The tables of `language`; without one, a few rules that hold for most languages.
    pub(crate) fn of(language: Option<Language>) -> &'static Self {
        match language {
            #[cfg(feature = "lang-de")]
            Some(Language::German) => &super::de::ORTHOGRAPHY,
            #[cfg(feature = "lang-en")]
            Some(Language::English) => &super::en::ORTHOGRAPHY,
            _ => &NEUTRAL,
        }
    }

    /// The class of the abbreviation `word`, given without its last period; a capital letter may be the
    /// sentence's: `Bzw`.
    pub(crate) fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        let find = |word: &str| {
            let index = self.abbreviations.binary_search_by_key(&word, |entry| entry.0).ok()?;
            Some(self.abbreviations[index].1)
        };
        if word.len() < 2 {
            return find(word);
        }
        find(word).or_else(|| with_small_initial(word, find).flatten()).or_else(|| {
            let ending = self.abbreviated_endings.iter().find(|ending| word.ends_with(*ending));
            ending.map(|_| Abbreviation::Either)
        })
    }

    /// Whether `word`, found with a capital letter, is one that has it only at the start of a sentence.
    pub(crate) fn starts_sentence(&self, word: &str) -> bool {
        let stem = word.find(['\'', '’']).map_or(word, |end| word.split_at(end).0);
        with_small_initial(stem, |small| self.starters.binary_search(&small).is_ok()).unwrap_or(false)
    }
}

/// Calls `find` with `word` in lower case at its start; `None` if it is so already or too long.
fn with_small_initial<T>(word: &str, find: impl FnOnce(&str) -> T) -> Option<T> {
    let first = word.chars().next().filter(|first| first.is_uppercase())?;
    let mut small = first.to_lowercase();
    let (initial, None) = (small.next()?, small.next()) else { return None };
    let rest = word.get(first.len_utf8()..)?;
    let mut key = [0; LONGEST_KEY];
    let length = initial.len_utf8() + rest.len();
    if length > LONGEST_KEY {
        return None;
    }
    initial.encode_utf8(&mut key);
    key[initial.len_utf8()..length].copy_from_slice(rest.as_bytes());
    std::str::from_utf8(&key[..length]).ok().map(find)
}

static NEUTRAL: Orthography = Orthography {
    abbreviations: &[],
    starters: &[],
    ordinal_nouns: &[],
    ordinal_openers: &[],
    cardinal_openers: &[],
    ordinal_period: false,
    ordinal_suffixes: &[],
    abbreviated_endings: &[],
    clock_words: &[],
    gender_endings: &[],
    small_letter_goes_on: true,
};

/// Fails where a list is not sorted or has doubles; for the tests of the language folders.
#[cfg(test)]
pub(super) fn assert_sorted(orthography: &Orthography) {
    let check = |name: &str, list: &[&str]| {
        for two in list.windows(2) {
            assert!(two[0] < two[1], "{name}: {:?} stands before {:?}", two[0], two[1]);
        }
        for word in list {
            assert!(!word.is_empty() && word.len() <= LONGEST_KEY, "{name}: {word:?}");
        }
    };
    let abbreviations: Vec<&str> = orthography.abbreviations.iter().map(|entry| entry.0).collect();
    check("abbreviations", &abbreviations);
    assert!(abbreviations.iter().all(|word| !word.ends_with('.') && !word.contains(' ')));
    check("starters", orthography.starters);
    check("ordinal_nouns", orthography.ordinal_nouns);
    check("ordinal_openers", orthography.ordinal_openers);
    check("cardinal_openers", orthography.cardinal_openers);
    check("ordinal_suffixes", orthography.ordinal_suffixes);
    check("abbreviated_endings", orthography.abbreviated_endings);
    check("clock_words", orthography.clock_words);
    check("gender_endings", orthography.gender_endings);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(feature = "lang-de")]
    fn a_capital_letter_may_be_the_sentences() {
        let german = Orthography::of(Some(Language::German));
        assert_eq!(german.abbreviation("Bzw"), Some(Abbreviation::Joining));
        assert_eq!(german.abbreviation("Über"), None);
        assert!(german.starts_sentence("Über"));
        assert!(!german.starts_sentence("über"));
        assert!(!german.starts_sentence("Haus"));
        assert!(!german.starts_sentence(""));
        assert!(!german.starts_sentence(&"Ä".repeat(100)));
    }
}
