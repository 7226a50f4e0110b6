//! What a single word can mean for an article's structure, in one look-up.
//!
//! In: a word in lower case. Out: its [`Senses`]: which of the lists of [`super::words`] hold it, in any language. The
//! table is made once from those lists; it is asked, never walked, so its order means nothing.

use std::sync::OnceLock;

use super::words::{self, List};

/// A set of lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Senses(u32);

impl Senses {
    pub(super) const AGENCY: Self = Self(1);
    pub(super) const NAME_JOINER: Self = Self(1 << 1);
    pub(super) const CREDIT_OPENER: Self = Self(1 << 2);
    pub(super) const CREDIT_NOTE: Self = Self(1 << 3);
    pub(super) const CREDIT_WORD: Self = Self(1 << 4);
    pub(super) const WEEKDAY: Self = Self(1 << 5);
    pub(super) const DATE_WORD: Self = Self(1 << 6);
    pub(super) const TIME_WORD: Self = Self(1 << 7);
    pub(super) const BUTTON: Self = Self(1 << 8);
    pub(super) const SITE: Self = Self(1 << 9);
    pub(super) const ADDRESS: Self = Self(1 << 10);
    pub(super) const FUNCTION: Self = Self(1 << 11);
    pub(super) const PLACE_PARTICLE: Self = Self(1 << 12);
    pub(super) const PLACE: Self = Self(1 << 13);
    pub(super) const PLACE_OPENER: Self = Self(1 << 14);
    /// The first word of an entry of the list that it is named for.
    pub(super) const BYLINE: Self = Self(1 << 15);
    pub(super) const CAPTION: Self = Self(1 << 16);
    pub(super) const FURNITURE: Self = Self(1 << 17);
    pub(super) const FURNITURE_LINE: Self = Self(1 << 18);
    /// The last word of what ends a teaser.
    pub(super) const FURNITURE_END: Self = Self(1 << 19);

    /// Where the month's number begins.
    const MONTH: u32 = 20;

    /// What `word` can mean.
    pub(super) fn of(word: &str) -> Self {
        static TABLE: OnceLock<Table> = OnceLock::new();
        TABLE.get_or_init(Table::new).get(word)
    }

    /// Whether it has one of the senses of `other`.
    pub(super) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The month's number from 1.
    pub(super) fn month(self) -> Option<u32> {
        let month = self.0 >> Self::MONTH;
        (month > 0).then_some(month)
    }
}

/// Lists of which each entry is one word, or counts as a whole.
const WHOLE: [(Senses, List); 15] = [
    (Senses::AGENCY, |w| w.agencies),
    (Senses::NAME_JOINER, |w| w.name_joiners),
    (Senses::CREDIT_OPENER, |w| w.credit_openers),
    (Senses::CREDIT_NOTE, |w| w.credit_notes),
    (Senses::CREDIT_WORD, |w| w.credit_words),
    (Senses::WEEKDAY, |w| w.weekdays),
    (Senses::DATE_WORD, |w| w.date_words),
    (Senses::TIME_WORD, |w| w.time_words),
    (Senses::BUTTON, |w| w.button_words),
    (Senses::SITE, |w| w.site_words),
    (Senses::ADDRESS, |w| w.address_words),
    (Senses::FUNCTION, |w| w.function_words),
    (Senses::PLACE_PARTICLE, |w| w.place_particles),
    (Senses::PLACE, |w| w.places),
    (Senses::PLACE_OPENER, |w| w.place_openers),
];

/// Lists of phrases, of which the first word is looked up before the phrase is.
const FIRST: [(Senses, List); 4] = [
    (Senses::BYLINE, |w| w.byline_openers),
    (Senses::CAPTION, |w| w.caption_openers),
    (Senses::FURNITURE, |w| w.furniture_openers),
    (Senses::FURNITURE_LINE, |w| w.furniture_lines),
];

/// An open hash table whose size is a power of two.
struct Table {
    slots: Vec<(&'static str, Senses)>,
}

const SIZE: usize = 8192;

impl Table {
    fn new() -> Self {
        let mut table = Self { slots: vec![("", Senses::default()); SIZE] };
        for language in words::all() {
            for (sense, list) in WHOLE {
                for word in list(language) {
                    table.add(word, sense);
                }
            }
            for (sense, list) in FIRST {
                for phrase in list(language) {
                    table.add(first_word(phrase), sense);
                }
            }
            for phrase in language.furniture_endings {
                table.add(phrase.rsplit(' ').next().unwrap_or_default(), Senses::FURNITURE_END);
            }
            for (names, month) in language.months.iter().zip(1..) {
                for name in *names {
                    table.add(name, Senses(month << Senses::MONTH));
                }
            }
        }
        table
    }

    fn add(&mut self, word: &'static str, sense: Senses) {
        let slot = self.find(word);
        let (held, senses) = &mut self.slots[slot];
        *held = word;
        *senses = senses.or(sense);
    }

    fn get(&self, word: &str) -> Senses {
        self.slots[self.find(word)].1
    }

    /// The slot that holds `word`, or the free one where it would stand. More than half of the table is free.
    fn find(&self, word: &str) -> usize {
        let mut slot = hash(word) as usize % SIZE;
        while !matches!(self.slots[slot].0, held if held.is_empty() || held == word) {
            slot = (slot + 1) % SIZE;
        }
        slot
    }
}

/// FNV-1a, over the first bytes and the length: long words are in no list.
fn hash(word: &str) -> u32 {
    let start = 0x811c_9dc5 ^ word.len() as u32;
    word.bytes().take(24).fold(start, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)) >> 7
}

/// The first word of a phrase, as lines are split into words.
fn first_word(phrase: &str) -> &str {
    let end =
        phrase.find(|c: char| !(c.is_alphanumeric() || super::line::is_joiner(c))).unwrap_or(phrase.len());
    phrase[..end].trim_end_matches(super::line::is_joiner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_the_senses_of_their_lists() {
        for language in words::all() {
            for (sense, list) in WHOLE {
                assert!(list(language).iter().all(|word| Senses::of(word).any(sense)), "{sense:?}");
            }
            for (sense, list) in FIRST {
                for phrase in list(language) {
                    assert!(Senses::of(first_word(phrase)).any(sense), "{phrase:?} begins with no word");
                }
            }
        }
        assert_eq!(Senses::of("mai").month(), Some(5));
        assert_eq!(Senses::of("march").month(), Some(3));
        assert_eq!(Senses::of("gibtesnicht"), Senses::default());
        assert_eq!(Senses::of(""), Senses::default());
        let table = Table::new();
        assert!(table.slots.iter().filter(|(word, _)| !word.is_empty()).count() < SIZE / 2);
    }
}
