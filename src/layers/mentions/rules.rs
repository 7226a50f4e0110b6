//! What the finders of names must know of a language.
//!
//! In: a list of words by class (`names.txt` in each language's folder): `[class]`, then words divided by
//! blanks; `#` opens a remark. Out: the classes of a word in one look-up, and lists of prefixes and endings.

use std::ops::BitOr;

use crate::lang::list;
use crate::map::Map;

/// What kinds of word a word is, as a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Class(u32);

impl Class {
    pub(super) const NONE: Self = Self(0);
    pub(super) const TITLE: Self = Self(1);
    pub(super) const ROLE: Self = Self(1 << 1);
    pub(super) const PARTICLE: Self = Self(1 << 2);
    pub(super) const LINKING: Self = Self(1 << 3);
    pub(super) const LEADING: Self = Self(1 << 4);
    pub(super) const FOREIGN_NOUN: Self = Self(1 << 5);
    pub(super) const COMPANY_ENDING: Self = Self(1 << 6);
    pub(super) const BODY_HEAD: Self = Self(1 << 7);
    pub(super) const FOR_HEAD: Self = Self(1 << 8);
    pub(super) const COMPLEMENT: Self = Self(1 << 9);
    pub(super) const CLUB_HEAD: Self = Self(1 << 10);
    pub(super) const PLACE_PREPOSITION: Self = Self(1 << 11);
    pub(super) const ADJECTIVE_STEM: Self = Self(1 << 12);
    pub(super) const PLACE_NOUN: Self = Self(1 << 13);
    pub(super) const EVENT_NOUN: Self = Self(1 << 14);
    pub(super) const TOWN_BODY: Self = Self(1 << 15);
    pub(super) const TOWN_PLACE: Self = Self(1 << 16);
    pub(super) const NOT_ACRONYM: Self = Self(1 << 17);
    pub(super) const CUE_ORGANISATION: Self = Self(1 << 18);
    pub(super) const CUE_PLACE: Self = Self(1 << 19);
    pub(super) const CUE_OTHER: Self = Self(1 << 20);
    /// The cue belongs to the name.
    pub(super) const CUE_WHOLE: Self = Self(1 << 21);
    pub(super) const SPEECH: Self = Self(1 << 25);
    /// Not listed, but read of a token: a quotation mark.
    pub(super) const QUOTE: Self = Self(1 << 24);
    /// Not listed, but read of a word: it begins as parts of surnames do, `al-Baschir`.
    pub(super) const PREFIXED: Self = Self(1 << 23);
    /// Not listed, but read of a word: a noun that names nothing.
    pub(super) const NOUN: Self = Self(1 << 22);

    pub(super) const fn of(classes: &[Self]) -> Self {
        let mut all = 0;
        let mut at = 0;
        while at < classes.len() {
            all |= classes[at].0;
            at += 1;
        }
        Self(all)
    }

    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The numbers of its classes.
    pub(super) fn bits(self) -> impl Iterator<Item = u32> {
        (0..u32::BITS).filter(move |bit| self.0 >> bit & 1 == 1)
    }
}

impl BitOr for Class {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// How names stand in a language's sentences.
#[derive(Debug, Default)]
pub(crate) struct NameRules {
    /// Whether a capital says nothing, since every noun has one.
    pub(crate) nouns_are_capitalised: bool,
    /// What stands before a name of a place for a part of it.
    pub(crate) direction_prefixes: Vec<&'static str>,
    pub(super) particle_prefixes: Vec<&'static str>,
    pub(super) derived_prefixes: Vec<&'static str>,
    pub(super) derived_endings: Vec<&'static str>,
    pub(super) inhabitant_endings: Vec<&'static str>,
    pub(super) place_endings: Vec<&'static str>,
    pub(super) event_endings: Vec<&'static str>,
    pub(super) noun_endings: Endings,
    role_endings: Endings,
    classes: Map<&'static str, Class>,
}

impl NameRules {
    /// Reads a list; words of classes that are not known are left out (a test says which are).
    pub(crate) fn read(list: &'static str, nouns_are_capitalised: bool) -> Self {
        let mut rules = Self { nouns_are_capitalised, ..Self::default() };
        list::read(list, &mut |section, line| {
            line.split_whitespace().for_each(|word| rules.add(section, word));
        });
        rules
    }

    /// For languages without rules.
    #[cfg(not(all(feature = "lang-de", feature = "lang-en")))]
    pub(crate) fn none() -> &'static Self {
        static NONE: std::sync::OnceLock<NameRules> = std::sync::OnceLock::new();
        NONE.get_or_init(Self::default)
    }

    fn add(&mut self, section: &str, word: &'static str) {
        match section {
            "direction prefixes" => self.direction_prefixes.push(word),
            "particle prefixes" => self.particle_prefixes.push(word),
            "derived prefixes" => self.derived_prefixes.push(word),
            "derived endings" => self.derived_endings.push(word),
            "inhabitant endings" => self.inhabitant_endings.push(word),
            "place endings" => self.place_endings.push(word),
            "event endings" => self.event_endings.push(word),
            "noun endings" => self.noun_endings.push(word),
            "role endings" => self.role_endings.push(word),
            _ => {
                let known = self.classes.or_default(word);
                *known = *known | class(section);
            }
        }
    }

    /// The classes of a word as it is written.
    pub(super) fn class(&self, word: &str) -> Class {
        self.classes.get(word).copied().unwrap_or_default()
    }

    /// Whether a word says what somebody is: `US-Außenminister`, `Trainerin`.
    pub(crate) fn is_role(&self, word: &str) -> bool {
        self.class(word).has(Class::ROLE)
            || self.role_endings.find(word).is_some()
            || self.role_endings.find_whole(word.rsplit('-').next().unwrap_or(word))
    }
}

fn class(section: &str) -> Class {
    match section {
        "titles" => Class::TITLE,
        "roles" => Class::ROLE,
        "particles" => Class::PARTICLE,
        "linking particles" => Class::LINKING,
        "leading particles" => Class::LEADING,
        "foreign nouns" => Class::FOREIGN_NOUN,
        "company endings" => Class::COMPANY_ENDING,
        "body heads" => Class::BODY_HEAD,
        "for heads" => Class::FOR_HEAD,
        "complement words" => Class::COMPLEMENT,
        "club heads" => Class::CLUB_HEAD,
        "place prepositions" => Class::PLACE_PREPOSITION,
        "adjective stems" => Class::ADJECTIVE_STEM,
        "place nouns" => Class::PLACE_NOUN,
        "event nouns" => Class::EVENT_NOUN,
        "town bodies" => Class::TOWN_BODY,
        "town places" => Class::TOWN_PLACE,
        "speech verbs" => Class::SPEECH,
        "not acronyms" => Class::NOT_ACRONYM,
        "cue organisation" => Class::CUE_ORGANISATION,
        "cue place" => Class::CUE_PLACE,
        "cue other" => Class::CUE_OTHER,
        "cue organisation whole" => Class::CUE_ORGANISATION | Class::CUE_WHOLE,
        "cue place whole" => Class::CUE_PLACE | Class::CUE_WHOLE,
        "cue other whole" => Class::CUE_OTHER | Class::CUE_WHOLE,
        _ => Class::NONE,
    }
}

/// Endings in lower case, found by their last bytes.
#[derive(Debug, Default)]
pub(super) struct Endings {
    by_tail: Map<[u8; 2], Vec<&'static str>>,
}

impl Endings {
    fn push(&mut self, ending: &'static str) {
        if let Some(tail) = tail(ending) {
            self.by_tail.or_default(tail).push(ending);
        }
    }

    fn with_tail_of(&self, word: &str) -> &[&'static str] {
        tail(word).and_then(|tail| self.by_tail.get(&tail)).map_or(&[], Vec::as_slice)
    }

    /// The ending of a longer word.
    pub(super) fn find(&self, word: &str) -> Option<&'static str> {
        let endings = self.with_tail_of(word).iter();
        endings.copied().find(|ending| word.len() > ending.len() && word.ends_with(ending))
    }

    /// Whether the word is an ending, but for its capital.
    fn find_whole(&self, word: &str) -> bool {
        let mut letters = word.chars();
        let Some(first) = letters.next().filter(|first| first.is_uppercase()) else { return false };
        self.with_tail_of(word).iter().any(|ending| {
            let mut known = ending.chars();
            known.next() == first.to_lowercase().next() && known.as_str() == letters.as_str()
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
    fn roles_are_read_by_their_ends() {
        let rules = Language::German.name_rules();
        for role in ["US-Außenminister", "Außenministerin", "Minister", "SPD-Chef", "Cheftrainer", "Papst"]
        {
            assert!(rules.is_role(role), "{role}");
        }
        for other in ["Haus", "Blinken", "Chefsache", "minister"] {
            assert!(!rules.is_role(other), "{other}");
        }
    }

    #[test]
    fn every_section_is_known() {
        for list in [include_str!("../../lang/de/names.txt"), include_str!("../../lang/en/names.txt")] {
            let sections = list.lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']'));
            for section in
                sections.filter(|section| !section.ends_with("endings") && !section.ends_with("prefixes"))
            {
                assert!(class(section) != Class::NONE, "{section}");
            }
        }
    }
}
