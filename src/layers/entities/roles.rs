//! Who holds which office, and of what.
//!
//! In: mentions, and the group of mentions that each belongs to. Out: [`Holding`]s in the order of the text: read
//! before a name (`US-Außenminister Antony Blinken`, `der Vorsitzende der CDU, Friedrich Merz,`), after it (`Minoru
//! Kihara, Verteidigungsminister Japans`), and taken over in a row (`US-Außenminister Blinken und
//! Verteidigungsminister Austin`).

mod after;
mod before;
mod phrases;

use super::names::Name;
use super::titles::{Reader, Title};
use super::{EntityType, MentionKind, Role};
use phrases::{Finder, Found};

/// The most roles that are listed for one person.
const MOST_ROLES: usize = 6;

/// What is known of a mention.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    group: usize,
    /// Whether it says of what it is: not `Kongressabgeordneter`, whose congress nobody knows.
    tells_thing: bool,
    is_genitive: bool,
}

impl Told {
    pub(super) const fn new(group: usize, name: &Name) -> Self {
        Self { group, tells_thing: name.tells_thing, is_genitive: name.is_genitive }
    }
}

/// Somebody's office.
#[derive(Clone, Debug)]
pub(super) struct Holding {
    /// The person's group.
    pub(super) group: usize,
    pub(super) title: Title,
    /// The group of what it is of.
    pub(super) of: Option<usize>,
    /// Whether `of` was taken over from the person before.
    is_inherited: bool,
}

/// Finds the offices of all people.
pub(super) fn find(reader: &Reader<'_>, told: &[Told]) -> Vec<Holding> {
    let finder = Finder { reader, told, types: types(reader, told) };
    let mut holdings: Vec<Holding> = Vec::new();
    // The end of the person before and where their office is among the holdings.
    let mut previous: Option<(usize, usize)> = None;
    for (mention, told) in reader.mentions.iter().zip(told) {
        let group = &told.group;
        if mention.entity_type != EntityType::Person || mention.kind != MentionKind::Name {
            continue;
        }
        let name = reader.tokens_of(mention.span);
        let sentence = reader.sentence(name.start);
        let before = finder.before(name.start, &sentence);
        let row = before.first().map(|found| (found.start, holdings.len()));
        for found in before.into_iter().chain(finder.after(name.end, &sentence)) {
            let Found { title, of, .. } = found;
            let of = of.filter(|of| of != group);
            holdings.push(Holding { group: *group, title, of, is_inherited: false });
        }
        if let (Some((start, new)), Some((end, old))) = (row, previous) {
            if finder.is_row(end..start) && may_inherit(reader, &holdings[old], &holdings[new]) {
                holdings[new].of = holdings[old].of;
                holdings[new].is_inherited = holdings[new].of.is_some();
            }
        }
        previous = row.map(|(_, new)| (finder.after_brackets(name.end, &sentence), new));
        let is_place = |group: usize| finder.types.get(group) == Some(&EntityType::Location);
        previous = previous.filter(|(_, new)| holdings[*new].of.is_some_and(is_place));
    }
    holdings
}

/// The type of each group's first mention; groups are numbered in the order of their first mentions.
fn types(reader: &Reader<'_>, told: &[Told]) -> Vec<EntityType> {
    let mut types = Vec::new();
    for (mention, told) in reader.mentions.iter().zip(told) {
        if told.group == types.len() {
            types.push(mention.entity_type);
        }
    }
    types
}

/// Whether the office of the second in a row is of the country of the first.
fn may_inherit(reader: &Reader<'_>, first: &Holding, second: &Holding) -> bool {
    let (a, b) = (&first.title, &second.title);
    // One country does not have one office twice.
    second.of.is_none()
        && a.is_state
        && b.is_state
        && a.text != b.text
        && !reader.words.is_national(&b.text)
        && first.group != second.group
}

/// The roles of a person, each once, in the fullest form.
pub(super) fn of_person(
    reader: &Reader<'_>,
    holdings: &[&Holding],
    number: impl Fn(usize) -> Option<u32>,
) -> Vec<Role> {
    let mut kept: Vec<Holding> = Vec::new();
    for holding in holdings {
        let text = holding.title.text.to_lowercase();
        let same = kept.iter().position(|known| {
            let known_text = known.title.text.to_lowercase();
            known_text == text || known_text == holding.title.head || text == known.title.head
        });
        let is_full = kept.len() >= MOST_ROLES;
        match same.and_then(|index| kept.get_mut(index)) {
            Some(known) => {
                let of = match (known.of, holding.of) {
                    (Some(_), Some(new)) if known.is_inherited && !holding.is_inherited => Some(new),
                    (of, new) => of.or(new),
                };
                known.is_inherited &= holding.of.is_none() || holding.is_inherited;
                known.of = of;
                // `Minister Habeck`, later `Wirtschaftsminister Habeck`.
                if known.title.text.chars().count() < holding.title.text.chars().count() {
                    known.title = holding.title.clone();
                }
            }
            None if !is_full => kept.push((*holding).clone()),
            None => {}
        }
    }
    kept.into_iter()
        .map(|holding| Role {
            span: reader.span(&holding.title.tokens),
            title: holding.title.text,
            of: holding.of.and_then(&number),
        })
        .collect()
}
