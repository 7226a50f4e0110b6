//! What places an entity's name may mean.
//!
//! In: an entity and its mentions. Out: a [`Subject`]: places and regions of that name, and what kind of place its
//! mentions speak for. Which of them is meant is left to `choose`.

use super::super::mentions::{Context, Mention, MentionKind};
use crate::article::SectionKind;
use crate::layers::entities::Entity;
use crate::model::atlas::{Atlas, Named, PlaceKind};
use crate::order;
use crate::text::Span;

/// A name that could not be told apart from among more places than this is not worth the try.
const MOST_CANDIDATES: usize = 40;

/// What an entity may be.
// Reason: independent observations; no state machine.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Debug, Default)]
pub(super) struct Subject {
    /// Numbers of places, rising.
    pub(super) places: Vec<u16>,
    /// Numbers of regions that are called the same.
    pub(super) regions: Vec<u16>,
    /// Whether the place that an article was sent from is called so; countries send none.
    pub(super) is_dateline: bool,
    /// Whether an adjective of it is there, as countries have: `luxemburgisch`.
    pub(super) has_adjective: bool,
    /// Whether the article says in place which one it is.
    pub(super) is_qualified: bool,
    /// Whether the name, if it is that of a small town, more likely is a person or no name at all.
    pub(super) is_doubtful_word: bool,
}

pub(super) fn read(context: Context<'_>, mentions: &[Mention], entity: &Entity, atlas: &Atlas) -> Subject {
    let mut subject = Subject::default();
    add(&entity.name, atlas, &mut subject);
    subject.is_doubtful_word = is_doubtful(context, &entity.name);
    let mut has_own_name = false;
    let mut is_region = false;
    let mut is_end_of_capitals = false;
    for mention in members(mentions, entity) {
        let text = context.text.slice(mention.span);
        match mention.kind {
            MentionKind::Name => {
                has_own_name |= text.starts_with(entity.name.as_str());
                subject.is_dateline |= is_in_dateline(context, mention);
                is_region |= is_called_region(context, mention);
                is_end_of_capitals |= follows_capitals(context, mention);
            }
            MentionKind::Derived => subject.has_adjective |= text.starts_with(char::is_lowercase),
            MentionKind::Part | MentionKind::Nominal => {}
        }
    }
    if subject.places.is_empty() && subject.regions.is_empty() {
        if let Some(name) = without_capitals(&entity.name).filter(|_| !is_end_of_capitals) {
            add(&name, atlas, &mut subject);
            subject.is_doubtful_word = is_doubtful(context, &name);
        }
    } else if !has_own_name && !subject.places.is_empty() {
        // The dictionary's name may be plainer than what the article calls it, which others are called too.
        let names = members(mentions, entity).filter(|mention| mention.kind == MentionKind::Name);
        names
            .take(MOST_CANDIDATES)
            .for_each(|mention| add(context.text.slice(mention.span), atlas, &mut subject));
    }
    if is_region || subject.places.len() > MOST_CANDIDATES {
        subject.places.clear();
    }
    subject
}

/// Whether a word is none of the names of places that the lexicon has, or as well that of people.
fn is_doubtful(context: Context<'_>, name: &str) -> bool {
    let entry = context.lexicon.get(name);
    !name.contains([' ', '-'])
        && (entry.name() == 0 || entry.common() > 0 || entry.first_name() > 1 || entry.surname() > 1)
}

/// Whether the words around it say that it is a region: `Provinz Salta`, `state of Georgia`, `Durham County`.
fn is_called_region(context: Context<'_>, mention: &Mention) -> bool {
    let words = context.language.place_words();
    let has = |list: &[&str], text: &str| list.binary_search(&text).is_ok();
    let start = context.tokens.partition_point(|token| token.span.end() <= mention.span.start());
    let mut before = context.tokens[..start].iter().rev().map(|token| context.text.slice(token.span));
    let nearest = before.next().filter(|_| !is_at_line_start(context, mention));
    let noun = nearest.filter(|text| has(words.linking, text)).map_or(nearest, |_| before.next());
    let end = context.tokens.partition_point(|token| token.span.start() < mention.span.end());
    let following = context.tokens.get(end).map(|token| context.text.slice(token.span));
    noun.is_some_and(|text| has(words.before, text)) || following.is_some_and(|text| has(words.after, text))
}

/// Whether it is the end of a longer name in capitals, of which only this was taken for a name: `LOS` before `ANGELES`.
fn follows_capitals(context: Context<'_>, mention: &Mention) -> bool {
    let start = context.tokens.partition_point(|token| token.span.end() <= mention.span.start());
    let before = context.tokens[..start].last().map(|token| context.text.slice(token.span));
    let is_capitals = |text: &str| text.chars().count() > 1 && text.chars().all(char::is_uppercase);
    !is_at_line_start(context, mention) && before.is_some_and(is_capitals)
}

fn is_at_line_start(context: Context<'_>, mention: &Mention) -> bool {
    let before = context.text.slice(Span::new(0, mention.span.start()));
    before.trim_end_matches([' ', '\t']).chars().next_back().is_none_or(|c| c == '\n')
}

/// The mentions of an entity.
pub(super) fn members<'m>(mentions: &'m [Mention], entity: &'m Entity) -> impl Iterator<Item = &'m Mention> {
    entity.mentions.iter().filter_map(|index| mentions.get(*index as usize))
}

fn add(name: &str, atlas: &Atlas, subject: &mut Subject) {
    for named in atlas.find(name) {
        match named {
            Named::Place(place) if !subject.places.contains(&place) => subject.places.push(place),
            Named::Region(region) if !subject.regions.contains(&region) => subject.regions.push(region),
            Named::Place(_) | Named::Region(_) => {}
        }
    }
    order::sort_by(&mut subject.places, Ord::cmp);
    order::sort_by(&mut subject.regions, Ord::cmp);
}

fn is_in_dateline(context: Context<'_>, mention: &Mention) -> bool {
    let section = context.sections.partition_point(|section| section.span.end() <= mention.span.start());
    let section = context.sections.get(section);
    // `NAIROBI, Kenya`: the first one is the town.
    section.is_some_and(|section| {
        section.kind == SectionKind::Dateline
            && section.span.contains(mention.span)
            && context.text.slice(Span::new(section.span.start(), mention.span.start())).trim().is_empty()
    })
}

/// `NEW YORK` as `New York`; nothing for a name that has small letters, or for one like `USA`.
fn without_capitals(name: &str) -> Option<String> {
    if name.chars().count() < 4 || name.chars().any(char::is_lowercase) {
        return None;
    }
    let mut is_first = true;
    let mut plain = String::with_capacity(name.len());
    for c in name.chars() {
        if is_first {
            plain.push(c);
        } else {
            plain.extend(c.to_lowercase());
        }
        is_first = !c.is_alphabetic();
    }
    Some(plain)
}

impl Subject {
    /// The only country among the places.
    pub(super) fn country(&self, atlas: &Atlas) -> Option<u16> {
        let is_country =
            |number: &u16| atlas.place(*number).is_some_and(|place| place.kind == PlaceKind::Country);
        let mut countries = self.places.iter().copied().filter(is_country);
        countries.next().filter(|_| countries.next().is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_capitals_are_read_as_names() {
        let check =
            |name: &str, expected: Option<&str>| assert_eq!(without_capitals(name).as_deref(), expected);
        check("NEW YORK", Some("New York"));
        check("ZÜRICH", Some("Zürich"));
        check("RIO-NORD", Some("Rio-Nord"));
        check("USA", None);
        check("Bonn", None);
    }
}
