//! Which place is meant, if that can be told.
//!
//! In: a subject and the evidence of the article. Out: a place, or none. In doubt, none.

use super::candidates::Subject;
use super::evidence::{Evidence, Support};
use crate::model::atlas::{size, Atlas, Place, PlaceKind, TEN_TIMES};

/// From so many people on, a town is named without saying where it is.
const KNOWN_TO_ALL: u32 = 100_000;
/// From so many people on, a town is meant rather than a region elsewhere that is called the same.
const GREAT_CITY: u32 = 1_000_000;

/// The place that is meant whatever else the article says.
pub(super) fn plain(subject: &Subject, atlas: &Atlas) -> Option<u16> {
    if let Some(country) = subject.country(atlas) {
        return is_only_a_country(subject, country, atlas).then_some(country);
    }
    let place = largest_by_far(&subject.places, atlas)?;
    let is_certain = subject.is_qualified
        || subject.regions.is_empty() && is_known(atlas.place(place)?, atlas);
    is_certain.then_some(place)
}

/// The place that is meant in this article.
pub(super) fn choose(subject: &Subject, evidence: &Evidence, atlas: &Atlas) -> Option<u16> {
    if let Some(country) = subject.country(atlas) {
        return choose_with_country(subject, country, evidence, atlas);
    }
    let place = choose_town(&subject.places, evidence, atlas)?;
    let may_be_region = || subject.regions.iter().any(|region| is_rival(*region, place, evidence, atlas));
    let is_certain = subject.is_qualified
        || (subject.is_dateline || !may_be_region())
            && (is_known(atlas.place(place)?, atlas) || evidence.support(place, atlas) > Support::None);
    is_certain.then_some(place)
}

/// Whether nothing but the country comes to mind: a town elsewhere that is called like it would be explained.
fn is_only_a_country(subject: &Subject, country: u16, atlas: &Atlas) -> bool {
    subject.regions.is_empty() && own_towns(subject, country, atlas).next().is_none()
}

/// Towns of the country that are called like it.
fn own_towns<'s>(subject: &'s Subject, country: u16, atlas: &'s Atlas) -> impl Iterator<Item = u16> + 's {
    let of = |number: u16| atlas.place(number).and_then(|place| place.country);
    let others = subject.places.iter().copied().filter(move |place| *place != country);
    others.filter(move |place| of(*place) == of(country))
}

fn choose_with_country(subject: &Subject, country: u16, evidence: &Evidence, atlas: &Atlas) -> Option<u16> {
    let number = atlas.place(country)?.country;
    let mut towns = own_towns(subject, country, atlas);
    if let Some(town) = towns.next() {
        // `Luxemburg` is a country and a town; nobody reports from a country, and no town has an adjective.
        return match (subject.is_dateline, subject.has_adjective) {
            (true, false) => Some(town).filter(|_| towns.next().is_none()),
            (false, true) if subject.regions.is_empty() => Some(country),
            _ => None,
        };
    }
    if subject.is_dateline && subject.places.len() > 1 {
        return None;
    }
    // `Georgia` is a country and a state: the country if one of its towns is there and nothing of the other's.
    let is_abroad = |region: &u16| evidence.knows(atlas.region_country(*region));
    let is_country = subject.regions.is_empty()
        || subject.has_adjective
        || evidence.visits(number) && !subject.regions.iter().any(is_abroad);
    is_country.then_some(country)
}

/// Whether a region of the same name may be meant instead.
fn is_rival(region: u16, place: u16, evidence: &Evidence, atlas: &Atlas) -> bool {
    let Some(place_found) = atlas.place(place) else { return true };
    let country = atlas.region_country(region);
    if country == place_found.country {
        // `Washington` is the capital unless the article is in the state.
        return place_found.kind != PlaceKind::Capital || evidence.has_region(region);
    }
    let is_settled = place_found.size >= size(GREAT_CITY) || evidence.support(place, atlas) >= Support::Town;
    !is_settled || evidence.knows(country)
}

fn choose_town(places: &[u16], evidence: &Evidence, atlas: &Atlas) -> Option<u16> {
    let support = |place: &u16| evidence.support(*place, atlas);
    if let Some(largest) = largest_by_far(places, atlas) {
        let is_outdone = places.iter().any(|place| *place != largest && support(place) == Support::Near);
        return (!is_outdone || support(&largest) > Support::None).then_some(largest);
    }
    let best = places.iter().copied().max_by_key(support)?;
    let others = || places.iter().filter(|place| **place != best).map(support);
    let is_clear = match support(&best) {
        Support::None => false,
        Support::Country => others().all(|other| other == Support::None),
        Support::Town => others().all(|other| other == Support::None),
        Support::Near => others().all(|other| other < Support::Town),
    };
    is_clear.then_some(best)
}

/// The only place, or the one with ten times the people of every other.
fn largest_by_far(places: &[u16], atlas: &Atlas) -> Option<u16> {
    let people = |place: &u16| atlas.place(*place).map_or(0, |place| place.size);
    let largest = places.iter().copied().max_by_key(people)?;
    let mut others = places.iter().filter(|place| **place != largest).map(people);
    others.all(|other| other + TEN_TIMES <= people(&largest)).then_some(largest)
}

/// Whether a town is named without saying where it is.
fn is_known(place: &Place, atlas: &Atlas) -> bool {
    matches!(place.kind, PlaceKind::Country | PlaceKind::Capital)
        || place.size >= size(KNOWN_TO_ALL)
        || atlas.is_home(place.country)
}
