//! What an article's places tell of its other ones.
//!
//! In: the subjects of which it is known what they are. Out: [`Evidence`]: which countries and regions the article is
//! in, and near what. A place is not its own evidence: what is in doubt never gets here.

use super::candidates::Subject;
use crate::model::atlas::{Atlas, PlaceKind};

/// So many hundredths of a degree to the north or east is near.
const NEAR: i32 = 150;
/// The latitude from which on degrees to the east are half as wide.
const FAR_NORTH: u16 = 6000;
/// More places of one article would not change a choice.
const MOST_POSITIONS: usize = 100;

/// The whereabouts of an article.
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    /// Countries by name, by number.
    named_countries: Numbers,
    /// Countries with a town of the article.
    visited_countries: Numbers,
    /// Regions by name or with a town of the article.
    regions: Numbers,
    positions: Vec<(i16, i16)>,
}

/// How well a place fits the rest of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Support {
    None,
    /// Its country is named.
    Country,
    /// A town of its country is there.
    Town,
    /// Its region is named, or something near it.
    Near,
}

impl Evidence {
    /// Takes up what a subject tells; `place` is what it is known to be.
    pub(super) fn add(&mut self, subject: &Subject, place: Option<u16>, atlas: &Atlas) {
        if subject.places.is_empty() {
            // A region that nothing else is called like.
            if let [region] = subject.regions.as_slice() {
                self.regions.insert(*region);
                if let Some(country) = atlas.region_country(*region) {
                    self.named_countries.insert(country.into());
                }
            }
            return;
        }
        let Some(place) = place.and_then(|number| atlas.place(number)) else { return };
        let countries = if place.kind == PlaceKind::Country {
            &mut self.named_countries
        } else {
            &mut self.visited_countries
        };
        place.country.into_iter().for_each(|country| countries.insert(country.into()));
        place.region.into_iter().for_each(|region| self.regions.insert(region));
        if place.kind != PlaceKind::Country && self.positions.len() < MOST_POSITIONS {
            self.positions.extend(place.position);
        }
    }

    pub(super) fn support(&self, place: u16, atlas: &Atlas) -> Support {
        let Some(place) = atlas.place(place) else { return Support::None };
        let is_in = |numbers: &Numbers| place.country.is_some_and(|country| numbers.contains(country.into()));
        let is_near = |position: (i16, i16)| self.positions.iter().any(|other| near(position, *other));
        if place.region.is_some_and(|region| self.has_region(region)) || place.position.is_some_and(is_near) {
            Support::Near
        } else if is_in(&self.visited_countries) {
            Support::Town
        } else if is_in(&self.named_countries) {
            Support::Country
        } else {
            Support::None
        }
    }

    /// Whether a town of the country is there.
    pub(super) fn visits(&self, country: Option<u8>) -> bool {
        country.is_some_and(|country| self.visited_countries.contains(country.into()))
    }

    /// Whether the country is there at all.
    pub(super) fn knows(&self, country: Option<u8>) -> bool {
        self.visits(country) || country.is_some_and(|country| self.named_countries.contains(country.into()))
    }

    /// Whether another country than this is there.
    pub(super) fn is_elsewhere(&self, country: Option<u8>) -> bool {
        let others = |numbers: &Numbers| numbers.has_other_than(country.map(u16::from));
        others(&self.named_countries) || others(&self.visited_countries)
    }

    /// Whether the region or a town of it is there.
    pub(super) fn has_region(&self, region: u16) -> bool {
        self.regions.contains(region)
    }
}

/// Whether two points lie near each other: a day's errand, not more.
fn near((north, east): (i16, i16), (other_north, other_east): (i16, i16)) -> bool {
    let away = |one: i16, other: i16| (i32::from(one) - i32::from(other)).abs();
    let width = if north.unsigned_abs() > FAR_NORTH { 2 } else { 1 };
    away(north, other_north) <= NEAR
        && away(east, other_east).min(36_000 - away(east, other_east)) <= NEAR * width
}

/// A set of small numbers.
#[derive(Clone, Debug, Default)]
struct Numbers(Vec<bool>);

impl Numbers {
    fn insert(&mut self, number: u16) {
        let index = usize::from(number);
        if self.0.len() <= index {
            self.0.resize(index + 1, false);
        }
        self.0[index] = true;
    }

    fn has_other_than(&self, number: Option<u16>) -> bool {
        self.0.iter().zip(0..).any(|(is_in, other)| *is_in && Some(other) != number)
    }

    fn contains(&self, number: u16) -> bool {
        self.0.get(usize::from(number)).copied().unwrap_or(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_is_near_across_the_date_line_and_far_north() {
        assert!(near((5250, 1340), (5238, 1306)));
        assert!(!near((5250, 1340), (5355, 999)));
        assert!(near((-1680, 17_990), (-1690, -17_950)));
        assert!(near((7000, 2000), (7010, 2290)));
    }
}
