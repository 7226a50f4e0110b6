//! Which place is meant, if that can be told.
//!
//! In: a subject and the evidence of the article. Out: a place, or none. In doubt, none.

use super::candidates::Subject;
use super::evidence::{Evidence, Support};
use crate::model::atlas::{size, Atlas, Place, PlaceKind, TEN_TIMES};

/// From so many people on, a town is a large one.
const LARGE_TOWN: u32 = 100_000;
/// From so many people on, a town at home is named without saying where it is.
const HOME_TOWN: u32 = 200_000;
/// The same for a town elsewhere that is the only one of its name.
const UNIQUE_TOWN: u32 = 500_000;
/// From so many people on, a town is named anywhere without saying where it is.
const GREAT_CITY: u32 = 1_000_000;

/// The place that is meant whatever else the article says.
pub(super) fn plain(subject: &Subject, atlas: &Atlas) -> Option<u16> {
    if let Some(country) = subject.country(atlas) {
        let is_plain = subject.regions.is_empty() && own_towns(subject, country, atlas).next().is_none();
        return is_plain.then_some(country);
    }
    let place = largest_by_far(&subject.places, atlas)?;
    let is_only_one = || subject.places.len() == 1 && atlas.place(place).is_some_and(is_great);
    let is_plain = subject.is_qualified
        || subject.regions.is_empty() && (is_only_one() || atlas.place(place).is_some_and(is_capital));
    is_plain.then_some(place)
}

/// The place that is meant in this article.
pub(super) fn choose(subject: &Subject, evidence: &Evidence, atlas: &Atlas) -> Option<u16> {
    if let Some(country) = subject.country(atlas) {
        return choose_with_country(subject, country, evidence, atlas);
    }
    let place = choose_town(&subject.places, evidence, atlas)?;
    let may_be_region = || subject.regions.iter().any(|region| is_rival(*region, place, evidence, atlas));
    let is_certain = subject.is_qualified
        || (subject.is_dateline || !may_be_region()) && fits_in(subject, place, evidence, atlas);
    is_certain.then_some(place)
}

/// Capitals of the country that are called like it; smaller towns would be explained.
fn own_towns<'s>(subject: &'s Subject, country: u16, atlas: &'s Atlas) -> impl Iterator<Item = u16> + 's {
    let own = atlas.place(country).and_then(|place| place.country);
    let is_own = move |place: &Place| is_capital(place) && place.country == own;
    subject.places.iter().copied().filter(move |place| atlas.place(*place).is_some_and(is_own))
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
fn is_rival(region: u16, number: u16, evidence: &Evidence, atlas: &Atlas) -> bool {
    let Some(place) = atlas.place(number) else { return true };
    let country = atlas.region_country(region);
    if country == place.country {
        // `Washington` is the capital unless the article is in the state.
        return place.kind != PlaceKind::Capital || evidence.has_region(region);
    }
    let is_settled = is_great(place) || evidence.support(number, atlas) >= Support::Town;
    !is_settled || evidence.knows(country)
}

/// The town that an article like this means, of all that are called so.
fn choose_town(places: &[u16], evidence: &Evidence, atlas: &Atlas) -> Option<u16> {
    let support = |place: &u16| evidence.support(*place, atlas);
    let others_than = |chosen: u16| places.iter().copied().filter(move |place| *place != chosen);
    if let Some(largest) = largest_by_far(places, atlas) {
        let strongest = others_than(largest).map(|place| support(&place)).max().unwrap_or(Support::None);
        let is_outdone = match support(&largest) {
            // Capitals are named anywhere; of other great cities there are small ones that are at home here.
            Support::None if atlas.place(largest).is_some_and(is_great) => {
                let is_capital = atlas.place(largest).is_some_and(is_capital);
                strongest >= if is_capital { Support::Near } else { Support::Town }
            }
            own => strongest > own,
        };
        return (!is_outdone).then_some(largest);
    }
    let best = places.iter().copied().max_by_key(support)?;
    let strongest = others_than(best).map(|place| support(&place)).max().unwrap_or(Support::None);
    let is_clear = match support(&best) {
        Support::None => false,
        // A country is often named for other reasons: it speaks for its largest town, not for any.
        Support::Country => {
            let size = |place: u16| atlas.place(place).map_or(0, |place| place.size);
            strongest == Support::None && others_than(best).all(|other| size(other) <= size(best))
        }
        Support::Town => strongest == Support::None,
        Support::Near => strongest < Support::Near,
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

/// Whether an article like this would name the town without saying where it is.
fn fits_in(subject: &Subject, number: u16, evidence: &Evidence, atlas: &Atlas) -> bool {
    let Some(place) = atlas.place(number) else { return false };
    if is_great(place) {
        return true;
    }
    let support = evidence.support(number, atlas);
    if place.size < size(LARGE_TOWN) && subject.is_doubtful_word && !subject.is_dateline {
        return support == Support::Near;
    }
    let is_large = place.size >= size(LARGE_TOWN);
    let is_home = atlas.is_home(place.country);
    let is_only_one = subject.places.len() == 1 && !subject.is_doubtful_word;
    if place.size >= size(HOME_TOWN) && is_home || place.size >= size(UNIQUE_TOWN) && is_only_one {
        return true;
    }
    if evidence.is_elsewhere(place.country) {
        return support >= if is_large { Support::Country } else { Support::Town };
    }
    is_large || is_home || support >= Support::Country
}

fn is_capital(place: &Place) -> bool {
    place.kind == PlaceKind::Capital
}

/// Whether a place is known everywhere.
fn is_great(place: &Place) -> bool {
    matches!(place.kind, PlaceKind::Country | PlaceKind::Capital) || place.size >= size(GREAT_CITY)
}
