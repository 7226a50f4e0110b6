//! A lexicon in the making.
//!
//! In: evidence of words and phrases from lists and marked texts. Out: a [`Finished`] lexicon of entries,
//! each with the reading that the evidence favours.

use std::collections::BTreeMap;

use crate::layers::mentions::{EntityType, MentionKind};
use crate::model::Entry;

/// How many occurrences a list counts for.
const PRIOR_WEIGHT: u32 = 3;

/// What a phrase may be where it stands.
pub(crate) type Reading = (MentionKind, EntityType);

/// Words and phrases with all evidence.
#[derive(Clone, Default)]
pub(crate) struct Draft {
    pub(super) words: BTreeMap<String, Evidence>,
    things: Vec<(String, EntityType)>,
    thing_numbers: BTreeMap<String, u32>,
}

/// What lists and texts say about a word or phrase.
// Reason: independent marks of independent lists; no state machine.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    thing: Option<u32>,
    /// What lists say it is, and how surely in eighths.
    listed: Option<(Reading, u32)>,
    /// How often it is a mention in marked texts.
    pub(super) seen: BTreeMap<Reading, u32>,
    /// How often it is none, nor in one.
    pub(super) outside: u32,
    /// How often it is inside a longer mention.
    pub(super) inside: u32,
    /// How often it begins and ends a person's name of several words.
    pub(super) begins_person: u32,
    pub(super) ends_person: u32,
    first_name: u32,
    female: bool,
    male: bool,
    surname: bool,
    is_city: bool,
    /// Whether it is a frequent word when written in lower case.
    frequent: bool,
}

impl Draft {
    /// The number of the thing called `name`, new if need be.
    pub(super) fn thing(&mut self, name: &str, entity_type: EntityType) -> u32 {
        if let Some(number) = self.thing_numbers.get(name) {
            return *number;
        }
        let number = self.things.len() as u32;
        self.things.push((name.to_owned(), entity_type));
        self.thing_numbers.insert(name.to_owned(), number);
        number
    }

    /// Says that a list has `phrase`, `eighths` sure. The first list that is at least as sure holds.
    pub(super) fn list(&mut self, phrase: &str, reading: Reading, eighths: u32, thing: Option<u32>) {
        let evidence = self.words.entry(phrase.to_owned()).or_default();
        if evidence.listed.is_none_or(|(_, before)| before < eighths) {
            evidence.listed = Some((reading, eighths));
            evidence.thing = thing.or(evidence.thing);
        }
    }

    pub(super) fn list_city(&mut self, name: &str, eighths: u32) {
        self.list(name, (MentionKind::Name, EntityType::Location), eighths, None);
        self.words.entry(name.to_owned()).or_default().is_city = true;
    }

    pub(super) fn list_first_name(&mut self, name: &str, strength: u32, female: bool, male: bool) {
        let evidence = self.words.entry(name.to_owned()).or_default();
        evidence.first_name = evidence.first_name.max(strength);
        evidence.female |= female;
        evidence.male |= male;
    }

    pub(super) fn list_surname(&mut self, name: &str) {
        self.words.entry(name.to_owned()).or_default().surname = true;
    }

    pub(super) fn list_frequent(&mut self, capitalised: String) {
        self.words.entry(capitalised).or_default().frequent = true;
    }

    /// Decides every entry.
    pub(crate) fn finish(mut self) -> Finished {
        self.forget_inhabitants();
        self.words.values_mut().for_each(Evidence::agree_on_derived);
        let words = self.words.into_iter();
        let entries = words.filter_map(|(word, evidence)| {
            let entry = evidence.entry(word.contains(' '));
            (!entry.is_none() && evidence.is_worth_its_room()).then_some((word, entry))
        });
        Finished { entries: entries.collect(), things: self.things }
    }
}

impl Draft {
    /// Small places that are called as the people of a town are: `Kieler`.
    fn forget_inhabitants(&mut self) {
        let is_town = |word: &str| self.words.get(word).is_some_and(|evidence| evidence.is_city);
        let doubtful = self.words.iter().filter(|(word, evidence)| {
            evidence.is_city
                && evidence.listed.is_some_and(|(_, eighths)| eighths < 5)
                && word.strip_suffix("er").is_some_and(|stem| is_town(stem) || is_town(&format!("{stem}en")))
        });
        let doubtful: Vec<String> = doubtful.map(|(word, _)| word.clone()).collect();
        for word in doubtful {
            if let Some(evidence) = self.words.get_mut(&word) {
                evidence.listed = Some(((MentionKind::Derived, EntityType::Location), 5));
                evidence.is_city = false;
            }
        }
    }
}

impl Evidence {
    /// Whether a list or a text has it as a name.
    pub(super) fn is_name(&self) -> bool {
        self.listed.is_some() || !self.seen.is_empty()
    }

    /// Whether it may be one of `types` (letters of `PLOM`) or a word that is derived or has a name in it.
    pub(super) fn may_be(&self, types: &str) -> bool {
        !types.is_empty()
            && self.listed.map(|(reading, _)| reading).iter().chain(self.seen.keys()).any(
                |(kind, entity_type)| {
                    let letter = match entity_type {
                        EntityType::Person => 'P',
                        EntityType::Location => 'L',
                        EntityType::Organisation => 'O',
                        EntityType::Other => 'M',
                    };
                    *kind != MentionKind::Name || types.contains(letter)
                },
            )
    }

    fn entry(&self, is_phrase: bool) -> Entry {
        let common = self.common();
        let mut entry = Entry::NONE;
        if let Some(((kind, entity_type), eighths)) = self.best_reading(is_phrase, common) {
            entry = entry.with_name(kind, entity_type, eighths);
            if let Some(thing) = self.thing {
                entry = entry.with_thing(thing);
            }
        }
        if is_phrase {
            return entry;
        }
        let first_name = self.first_name_strength(common);
        if first_name > 0 {
            let gender = u32::from(self.female) | u32::from(self.male) << 1;
            entry = entry.with_first_name(first_name, gender);
        }
        let surname = if self.ends_person > 0 { 2 } else { u32::from(self.surname) };
        if common < 3 {
            entry = entry.with_surname(surname);
        }
        if self.is_city && common < 2 {
            entry = entry.with_city();
        }
        entry.with_common(common)
    }

    /// Whether it tells enough to be carried: a rare first name, a listed surname or a frequent word that nothing
    /// else is known of does not.
    fn is_worth_its_room(&self) -> bool {
        self.is_name()
            || self.first_name > 1
            || self.outside > 1
            || self.ends_person > 0
            || self.frequent && self.surname
    }

    /// The likeliest reading and how often it holds, in eighths.
    fn best_reading(&self, is_phrase: bool, common: u32) -> Option<(Reading, u32)> {
        let listed = self.listed.map(|(reading, eighths)| {
            // A small place with the name of people or of ordinary things is seldom meant.
            let is_doubtful = eighths <= 4 && (self.first_name > 1 || self.surname || common > 0);
            (reading, if is_doubtful && !is_phrase { 1 } else { eighths })
        });
        let mut scores: BTreeMap<Reading, u32> = self.seen.iter().map(|(r, n)| (*r, 8 * n)).collect();
        let mut total = self.outside + self.seen.values().sum::<u32>();
        match listed {
            Some((reading, eighths)) => {
                *scores.entry(reading).or_default() += eighths * PRIOR_WEIGHT;
                total += PRIOR_WEIGHT;
            }
            // One half of an occurrence that says no.
            None => scores.values_mut().for_each(|score| *score -= 2),
        }
        let (reading, score) = scores.into_iter().max_by_key(|(reading, score)| (*score, *reading))?;
        let eighths = (score / total.max(1)).min(7);
        (eighths > 0).then_some((reading, eighths))
    }

    /// Some texts mark adjectives of places as places; where a list knows better, they count for the list.
    fn agree_on_derived(&mut self) {
        if let Some((derived @ (MentionKind::Derived, entity_type), _)) = self.listed {
            if let Some(count) = self.seen.remove(&(MentionKind::Name, entity_type)) {
                *self.seen.entry(derived).or_default() += count;
            }
        }
    }

    /// See [`Entry::common`].
    fn common(&self) -> u32 {
        let names = self.inside + self.seen.values().sum::<u32>();
        match (self.outside, names) {
            (0, 0) => u32::from(self.frequent && self.first_name < 3 && self.listed.is_none_or(|l| l.1 < 5)),
            (0, _) => 0,
            (outside, names) if outside >= 40 * names => {
                if outside > 1 {
                    3
                } else {
                    2
                }
            }
            (outside, names) if outside >= 3 * names => 2,
            (outside, names) if 2 * outside >= names => 1,
            _ => 0,
        }
    }

    fn first_name_strength(&self, common: u32) -> u32 {
        let listed = match common {
            0 => self.first_name,
            1 => self.first_name.min(2),
            2 if self.begins_person > 0 => self.first_name.min(1),
            _ => 0,
        };
        match self.begins_person {
            _ if common > 1 => listed,
            0 => listed,
            1 => listed.max(1),
            _ => listed.max(2),
        }
    }
}

/// A lexicon that is ready to be written.
pub(crate) struct Finished {
    pub(crate) entries: BTreeMap<String, Entry>,
    pub(crate) things: Vec<(String, EntityType)>,
}
