//! What the tagger says of a token.
//!
//! In: kinds and types of mentions. Out: [`Label`]s by number, what each means, and which may follow which. Names
//! begin and go on; derived words and compounds are single tokens.

use crate::layers::mentions::{EntityType, MentionKind};

/// How many labels there are.
pub(crate) const LABELS: usize = 15;
/// The same, rounded up for the machine.
pub(crate) const LANES: usize = 16;

const TYPES: [EntityType; 4] =
    [EntityType::Person, EntityType::Location, EntityType::Organisation, EntityType::Other];

/// The label of a token, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Label(u8);

/// What a label means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// Nothing is named.
    Outside,
    /// A name begins.
    Begin(EntityType),
    /// The name goes on.
    Inside(EntityType),
    /// A word derived from a name, or a compound with one in it.
    Word(MentionKind, EntityType),
}

impl Label {
    /// Nothing is named.
    pub(crate) const OUTSIDE: Self = Self(0);

    /// Every label in order.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        (0..LABELS as u8).map(Self)
    }

    pub(crate) const fn from_index(index: usize) -> Self {
        Self(index as u8)
    }

    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }

    /// The label for a meaning. Words derived from other things than places are rare and have one label.
    pub(crate) fn of(meaning: Meaning) -> Self {
        let number =
            |entity_type: EntityType| TYPES.iter().position(|t| *t == entity_type).unwrap_or(0) as u8;
        Self(match meaning {
            Meaning::Outside => 0,
            Meaning::Begin(entity_type) => 1 + 2 * number(entity_type),
            Meaning::Inside(entity_type) => 2 + 2 * number(entity_type),
            Meaning::Word(MentionKind::Part, entity_type) => 11 + number(entity_type),
            Meaning::Word(_, EntityType::Location) => 9,
            Meaning::Word(_, _) => 10,
        })
    }

    pub(crate) fn meaning(self) -> Meaning {
        let index = usize::from(self.0);
        match index {
            1..=8 if index % 2 == 1 => Meaning::Begin(TYPES[(index - 1) / 2]),
            1..=8 => Meaning::Inside(TYPES[(index - 1) / 2]),
            9 => Meaning::Word(MentionKind::Derived, EntityType::Location),
            10 => Meaning::Word(MentionKind::Derived, EntityType::Organisation),
            11..=14 => Meaning::Word(MentionKind::Part, TYPES[index - 11]),
            _ => Meaning::Outside,
        }
    }

    /// Whether it may stand after `before`; `None` is the start of the sentence.
    pub(crate) fn may_follow(self, before: Option<Self>) -> bool {
        match self.meaning() {
            Meaning::Inside(entity_type) => before.is_some_and(|before| {
                matches!(before.meaning(), Meaning::Begin(t) | Meaning::Inside(t) if t == entity_type)
            }),
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_mean_what_they_were_made_of() {
        for label in Label::all() {
            assert_eq!(Label::of(label.meaning()), label);
        }
        let derived_person = Meaning::Word(MentionKind::Derived, EntityType::Person);
        assert_eq!(Label::of(derived_person).index(), 10);
    }

    #[test]
    fn names_go_on_only_from_their_own_beginning() {
        let begin = Label::of(Meaning::Begin(EntityType::Person));
        let inside = Label::of(Meaning::Inside(EntityType::Person));
        assert!(inside.may_follow(Some(begin)) && inside.may_follow(Some(inside)));
        assert!(!inside.may_follow(None) && !inside.may_follow(Some(Label::OUTSIDE)));
        assert!(!Label::of(Meaning::Inside(EntityType::Location)).may_follow(Some(begin)));
    }
}
