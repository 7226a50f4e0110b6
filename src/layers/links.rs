//! Places of the article in the world: by which codes and numbers others know them, and where they lie.
//!
//! In: mentions, entities and the atlas of the language's pack. Out: [`Link`]s, at most one for each entity, in the
//! order of the entities. No link is better than a wrong one: a name that several places have is left without one
//! unless the article says which (`Paris, Texas`; `Frankfurt (Oder)`), its other places do, or one of them is so much
//! larger that nobody would mean another without saying so. People and organisations are left without links.
//!
//! The parts: what places a name may mean (`candidates`), what stands beside it (`qualifiers`), what the article's other
//! places tell (`evidence`), and the choice (`choose`).

mod candidates;
mod choose;
mod evidence;
mod qualifiers;

use super::entities::Entity;
use super::mentions::{Context, EntityType, Mention};
use crate::model::atlas::{Atlas, PlaceKind};
use candidates::Subject;
use evidence::Evidence;

/// What an entity is in the world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The number of the entity.
    pub entity: u32,
    /// The number of its Wikidata item: 64 is `Q64`.
    pub wikidata: Option<u32>,
    /// Its number in `GeoNames`.
    pub geonames: Option<u32>,
    /// The ISO 3166-1 code, for countries and territories that have one.
    pub iso3166: Option<String>,
    /// Where it lies; for a country, its middle.
    pub position: Option<Position>,
}

/// A point on earth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Hundredths of a degree to the north.
    pub latitude: i16,
    /// Hundredths of a degree to the east.
    pub longitude: i16,
}

/// Links entities to places. Linear in the number of mentions and entities.
#[inline(never)]
pub(crate) fn find(
    context: Context<'_>,
    mentions: &[Mention],
    entities: &[Entity],
    atlas: &Atlas,
) -> Vec<Link> {
    let is_place = |entity: &&Entity| entity.entity_type == EntityType::Location;
    let numbered = entities.iter().zip(0_u32..).filter(|(entity, _)| is_place(entity));
    let subjects: Vec<(u32, Subject)> = numbered
        .map(|(entity, number)| {
            let mut subject = candidates::read(context, mentions, entity, atlas);
            qualifiers::apply(context, mentions, entity, atlas, &mut subject);
            (number, subject)
        })
        .collect();
    // What everybody knows tells which towns are meant, and these tell what names of several places mean. Within a
    // round nothing tells on what is chosen in it, so that no order matters.
    let mut evidence = Evidence::default();
    for (_, subject) in &subjects {
        evidence.add(subject, choose::plain(subject, atlas), atlas);
    }
    let towns: Vec<Option<u16>> =
        subjects.iter().map(|(_, subject)| choose::choose(subject, &evidence, atlas)).collect();
    for ((_, subject), place) in subjects.iter().zip(&towns) {
        evidence.add(subject, *place, atlas);
    }
    let chosen = subjects.iter().zip(towns).filter_map(|((number, subject), place)| {
        let place = place.or_else(|| choose::choose(subject, &evidence, atlas))?;
        link(*number, place, atlas)
    });
    chosen.collect()
}

fn link(entity: u32, place: u16, atlas: &Atlas) -> Option<Link> {
    let place = atlas.place(place)?;
    let code = place.country.filter(|_| place.kind == PlaceKind::Country);
    let link = Link {
        entity,
        wikidata: place.wikidata,
        geonames: place.geonames,
        iso3166: code.and_then(|country| atlas.code(country)).map(str::to_owned),
        position: place.position.map(|(latitude, longitude)| Position { latitude, longitude }),
    };
    // Of some places only is known that they are there.
    (link.is_named() || link.position.is_some()).then_some(link)
}

impl Link {
    /// Whether others know it by a code or number.
    pub fn is_named(&self) -> bool {
        self.wikidata.is_some() || self.geonames.is_some() || self.iso3166.is_some()
    }

    /// The address of the page about it.
    pub fn address(&self) -> Option<String> {
        let item = self.wikidata.map(|item| format!("https://www.wikidata.org/wiki/Q{item}"));
        item.or_else(|| self.geonames.map(|number| format!("https://www.geonames.org/{number}")))
    }

    /// What says most shortly which place it is: the code of a country, the coordinates of a town.
    pub(crate) fn label(&self) -> String {
        match (&self.iso3166, self.position, self.geonames) {
            (Some(code), _, _) => code.clone(),
            (None, Some(position), _) => position.to_string(),
            (None, None, number) => number.map_or_else(String::new, |number| format!("GeoNames {number}")),
        }
    }
}

impl std::fmt::Display for Position {
    /// Degrees with two decimals: `52.52, -13.4`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let degrees = |hundredths: i16| {
            let sign = if hundredths < 0 { "-" } else { "" };
            let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
            format!("{sign}{whole}.{rest:02}")
        };
        write!(f, "{}, {}", degrees(self.latitude), degrees(self.longitude))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_written_in_degrees() {
        let check = |latitude, longitude, expected: &str| {
            assert_eq!(Position { latitude, longitude }.to_string(), expected);
        };
        check(5252, 1340, "52.52, 13.40");
        check(-5, -18_000, "-0.05, -180.00");
    }
}
