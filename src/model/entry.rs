//! What the lexicon knows of a word or phrase, in one number.
//!
//! In: bits of a pack. Out: their meaning. Invariant: a change of the layout raises the feature schema.

use crate::layers::mentions::{EntityType, MentionKind};

/// Evidence about a word or phrase, apart from any sentence.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Entry(u32);

/// A field of an entry: where its bits begin and how many they are.
#[derive(Clone, Copy)]
struct Field(u32, u32);

const THING: Field = Field(0, 14);
/// How many things entries can tell apart.
#[cfg(not(target_arch = "wasm32"))]
pub(super) const MOST_THINGS: usize = (1 << THING.1) - 1;
const KIND: Field = Field(14, 2);
const TYPE: Field = Field(16, 2);
const NAME: Field = Field(18, 3);
const FIRST_NAME: Field = Field(21, 2);
/// 1 a woman's first name, 2 a man's, 3 both; read when pronouns are.
#[cfg(not(target_arch = "wasm32"))]
const GENDER: Field = Field(23, 2);
const SURNAME: Field = Field(25, 2);
const COMMON: Field = Field(27, 2);
const CITY: Field = Field(29, 1);

impl Entry {
    /// Nothing is known.
    pub(crate) const NONE: Self = Self(0);

    /// From its two halves: the thing, and everything else.
    pub(super) const fn from_columns(thing: u16, evidence: u16) -> Self {
        Self(thing as u32 & ((1 << THING.1) - 1) | (evidence as u32) << THING.1)
    }

    /// The halves that [`Entry::from_columns`] takes.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) const fn columns(self) -> (u16, u16) {
        (self.get(THING) as u16, (self.0 >> THING.1) as u16)
    }

    const fn get(self, field: Field) -> u32 {
        self.0 >> field.0 & ((1 << field.1) - 1)
    }

    /// Whether nothing is known.
    pub(crate) const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// The number of the thing that it names.
    pub(crate) const fn thing(self) -> Option<u32> {
        self.get(THING).checked_sub(1)
    }

    /// Whether it is the name, is derived from it (`japanisch`, `Japanerin`) or has it in it (`Bundestagswahl`).
    pub(crate) const fn kind(self) -> MentionKind {
        match self.get(KIND) {
            0 => MentionKind::Name,
            1 => MentionKind::Derived,
            _ => MentionKind::Part,
        }
    }

    /// The type of what it names.
    pub(crate) const fn entity_type(self) -> EntityType {
        match self.get(TYPE) {
            0 => EntityType::Person,
            1 => EntityType::Location,
            2 => EntityType::Organisation,
            _ => EntityType::Other,
        }
    }

    /// How often it is a name where it occurs, in eighths: 0 never, 7 nearly always.
    pub(crate) const fn name(self) -> u32 {
        self.get(NAME)
    }

    /// How good a first name it is: 0 none, 1 rare, 2 known, 3 usual.
    pub(crate) const fn first_name(self) -> u32 {
        self.get(FIRST_NAME)
    }

    /// How good a surname it is: 0 none, 1 listed, 2 seen.
    pub(crate) const fn surname(self) -> u32 {
        self.get(SURNAME)
    }

    /// How common a word it is that names nothing: 0 unknown, 1 seen, 2 usual, 3 nearly never a name.
    pub(crate) const fn common(self) -> u32 {
        self.get(COMMON)
    }

    /// Whether it is a town, whose inhabitants are named by an ending: `Berliner`.
    pub(crate) const fn is_city(self) -> bool {
        self.get(CITY) == 1
    }
}

/// How `build` makes entries.
#[cfg(not(target_arch = "wasm32"))]
impl Entry {
    /// The same with `value` in `field`, at most what fits.
    fn with(self, field: Field, value: u32) -> Self {
        let most = (1 << field.1) - 1;
        let cleared = self.0 & !(most << field.0);
        Self(cleared | value.min(most) << field.0)
    }

    pub(super) fn with_thing(self, thing: u32) -> Self {
        self.with(THING, thing + 1)
    }

    pub(super) fn with_name(self, kind: MentionKind, entity_type: EntityType, eighths: u32) -> Self {
        let kind = match kind {
            MentionKind::Name => 0,
            MentionKind::Derived => 1,
            MentionKind::Part | MentionKind::Nominal => 2,
        };
        let number = match entity_type {
            EntityType::Person => 0,
            EntityType::Location => 1,
            EntityType::Organisation => 2,
            EntityType::Other => 3,
        };
        self.with(KIND, kind).with(TYPE, number).with(NAME, eighths)
    }

    pub(super) fn with_first_name(self, strength: u32, gender: u32) -> Self {
        self.with(FIRST_NAME, strength).with(GENDER, gender)
    }

    pub(super) fn with_surname(self, strength: u32) -> Self {
        self.with(SURNAME, strength)
    }

    pub(super) fn with_common(self, level: u32) -> Self {
        self.with(COMMON, level)
    }

    pub(super) fn with_city(self) -> Self {
        self.with(CITY, 1)
    }
}

impl std::fmt::Debug for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{:?} {:?} {}/8 thing {:?} first {} sur {} common {}",
            self.entity_type(),
            self.kind(),
            self.name(),
            self.thing(),
            self.first_name(),
            self.surname(),
            self.common()
        )
    }
}
