//! What stands beside a name to say which place is meant: `Frankfurt (Oder)`, `Paris, Texas`, `London (Kanada)`.
//!
//! In: the words after an entity's mentions. Out: its [`Subject`] with the places that fit, or with none if what stands
//! there fits none.

use super::super::mentions::{Context, EntityType, Mention, MentionKind};
use super::candidates::{members, Subject};
use crate::layers::entities::Entity;
use crate::model::atlas::{Atlas, Named, PlaceKind};
use crate::text::Span;

/// What stands in brackets is no longer than this, in bytes.
const LONGEST: usize = 40;
/// Only so many mentions of an entity are looked at.
const MOST_MENTIONS: usize = 60;

pub(super) fn apply(
    context: Context<'_>,
    mentions: &[Mention],
    entity: &Entity,
    atlas: &Atlas,
    subject: &mut Subject,
) {
    if let Some((name, area)) = entity.name.split_once(", ").filter(|_| subject.places.is_empty()) {
        // The whole was taken for one name: `Paris, Texas`.
        let places = places_called(name, atlas);
        subject.places = fitting(area, atlas, &places).unwrap_or_default();
        subject.is_qualified = true;
        return;
    }
    if subject.places.is_empty() || subject.country(atlas).is_some() {
        return;
    }
    let names = members(mentions, entity).filter(|mention| mention.kind == MentionKind::Name);
    for mention in names.take(MOST_MENTIONS) {
        if let Some(places) = narrowed(context, mentions, mention, atlas, subject) {
            subject.regions.clear();
            subject.places = places;
            subject.is_qualified = true;
            return;
        }
    }
}

/// The places that fit what stands beside a mention; `None` if nothing does that says where.
fn narrowed(
    context: Context<'_>,
    mentions: &[Mention],
    mention: &Mention,
    atlas: &Atlas,
    subject: &Subject,
) -> Option<Vec<u16>> {
    let after = context.text.slice(Span::new(mention.span.end(), context.text.all().end()));
    let line = after.split('\n').next().unwrap_or_default();
    if let Some(bracket) = line.trim_start().strip_prefix('(') {
        let inside = bracket.split_once(')')?.0;
        let name = format!("{} ({inside})", context.text.slice(mention.span));
        let whole = places_called(&name, atlas);
        if !whole.is_empty() {
            return Some(whole);
        }
        if inside.len() > LONGEST {
            return None;
        }
        let start = mention.span.end() + (line.len() - bracket.len()) as u32;
        let inside = Span::new(start, start + inside.len() as u32);
        let next = next_place(mentions, start).filter(|next| inside.contains(next.span))?;
        return Some(fitting(context.text.slice(next.span), atlas, &subject.places).unwrap_or_default());
    }
    let comma = line.strip_prefix(", ")?;
    let start = mention.span.end() + 2;
    let next = next_place(mentions, start).filter(|next| next.span.start() == start)?;
    let name = comma.get(..next.span.range().len())?;
    if is_in_list(context, mentions, next.span.end()) {
        return None;
    }
    let fitting = fitting(name, atlas, &subject.places)?;
    // A state overseas beside a town that is not there is no end of a list, its own state may be.
    let is_elsewhere =
        |place: &u16| !areas(name, atlas).any(|area| area.country(atlas) == country(*place, atlas));
    (!fitting.is_empty() || subject.places.iter().all(is_elsewhere)).then_some(fitting)
}

/// The first place by name from `start` on.
fn next_place(mentions: &[Mention], start: u32) -> Option<&Mention> {
    let index = mentions.partition_point(|mention| mention.span.start() < start);
    mentions
        .get(index)
        .filter(|next| next.kind == MentionKind::Name && next.entity_type == EntityType::Location)
}

/// Whether another place follows within three words: `Paris, Texas und London`.
fn is_in_list(context: Context<'_>, mentions: &[Mention], end: u32) -> bool {
    let Some(next) = next_place(mentions, end) else { return false };
    let first = context.tokens.partition_point(|token| token.span.start() < end);
    let following = context.tokens[first..].iter().take(3);
    let is_sentence_end = |text: &str| matches!(text, "." | "!" | "?");
    following
        .take_while(|token| !is_sentence_end(context.text.slice(token.span)))
        .any(|token| token.span.start() == next.span.start())
}

#[derive(Clone, Copy)]
enum Area {
    Country(Option<u8>),
    Region(u16),
}

impl Area {
    fn country(self, atlas: &Atlas) -> Option<u8> {
        match self {
            Self::Country(country) => country,
            Self::Region(region) => atlas.region_country(region),
        }
    }
}

/// The countries and regions of a name.
fn areas<'a>(name: &'a str, atlas: &'a Atlas) -> impl Iterator<Item = Area> + 'a {
    atlas.find(name).filter_map(|named| match named {
        Named::Region(region) => Some(Area::Region(region)),
        Named::Place(number) => {
            let place = atlas.place(number)?;
            (place.kind == PlaceKind::Country && place.country.is_some())
                .then_some(Area::Country(place.country))
        }
    })
}

/// The places that lie in the country or region called `name`; `None` if nothing is called so.
fn fitting(name: &str, atlas: &Atlas, places: &[u16]) -> Option<Vec<u16>> {
    let areas: Vec<Area> = areas(name, atlas).collect();
    if areas.is_empty() {
        return None;
    }
    let lies_in = |number: &u16, area: &Area| {
        let Some(place) = atlas.place(*number) else { return false };
        match area {
            Area::Country(country) => place.country == *country,
            Area::Region(region) => place.region == Some(*region),
        }
    };
    let fits = |number: &u16| areas.iter().any(|area| lies_in(number, area));
    Some(places.iter().copied().filter(fits).collect())
}

fn places_called(name: &str, atlas: &Atlas) -> Vec<u16> {
    let place = |named| match named {
        Named::Place(place) => Some(place),
        Named::Region(_) => None,
    };
    atlas.find(name).filter_map(place).collect()
}

fn country(place: u16, atlas: &Atlas) -> Option<u8> {
    atlas.place(place)?.country
}
