//! The places of the world, for the section `ATLS`.
//!
//! In: four gazetteers, and the recipe's lists of facts for other names of one thing. Out: the section's bytes, and what
//! the model card says of it. What the bytes mean is in `model/atlas`; which number is whose, in `towns`.
//!
//! Places stand by country and region: neighbours have numbers alike, which packs well.

mod sources;
mod towns;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write;
use std::io;
use std::path::Path;

use super::recipe::Recipe;
use super::{invalid, read_text};
use crate::model::atlas::{self, Place, PlaceKind, Tables, NO_COUNTRY};

/// Paths of the sources, and under which licence they come.
const SOURCES: [(&str, &str); 4] = [
    ("gazetteers/country-codes.csv", "datasets/country-codes, PDDL 1.0"),
    ("gazetteers/countries.json", "mledoze/countries, ODbL 1.0"),
    ("gazetteers/places-natural-earth.tsv", "Natural Earth, public domain"),
    ("gazetteers/world-cities.csv", "GeoNames, CC BY 4.0"),
];
/// Items of the list of countries that are not those of the country: this one is of a kingdom with islands overseas.
const WRONG_ITEMS: [(&str, u32); 1] = [("NL", 29_999)];
/// A region is known by name from so many towns on, at home, or if something else has its name.
const TOWNS_OF_A_REGION: usize = 5;

/// A place with the numbers that hold for it.
#[derive(Clone, Debug)]
struct Listed {
    kind: PlaceKind,
    /// The code of the country; anything but two letters if it has none.
    code: String,
    region: String,
    names: Vec<String>,
    position: Option<(i16, i16)>,
    people: u32,
    wikidata: Option<u32>,
    geonames: Option<u32>,
    /// Whether a region or country is governed from there.
    is_seat: bool,
}

/// How much an atlas holds.
pub(crate) struct Counts {
    countries: usize,
    towns: usize,
    homonyms: usize,
    regions: usize,
}

pub(crate) fn build(folder: &Path, recipe: &Recipe) -> io::Result<(Vec<u8>, Counts)> {
    let [codes, countries, places, towns] = SOURCES.map(|(path, _)| read_text(&folder.join(path)));
    let wrong = || invalid("a source of the atlas lacks a column".to_owned());
    let countries = sources::countries(&codes?, &countries?, recipe.atlas.countries).ok_or_else(wrong)?;
    let places = sources::natural_places(&places?, recipe.atlas.places).ok_or_else(wrong)?;
    let towns = sources::towns(&towns?).ok_or_else(wrong)?;

    let groups = synonyms(recipe.facts);
    let mut listed = list_countries(&countries, &groups);
    let country_items: BTreeSet<u32> = listed.iter().filter_map(|country| country.wikidata).collect();
    let mut cities = towns::list(&places, &towns, recipe.atlas.home, recipe.atlas.least_people);
    // A city that is a country is the country.
    cities.retain(|city| city.wikidata.is_none_or(|item| !country_items.contains(&item)));
    let country_names: BTreeSet<String> =
        listed.iter().flat_map(|country| country.names.iter().cloned()).collect();
    for city in &mut cities {
        // `Kuwait` is the country where the town is `Kuwait-Stadt`.
        let mut is_first = true;
        city.names.retain(|name| std::mem::take(&mut is_first) || !country_names.contains(name));
    }
    listed.append(&mut cities);
    let tables = tables(without_strangers(listed, recipe.atlas.small_towns), recipe.atlas.home)?;
    let count = |test: fn(PlaceKind) -> bool| tables.places.iter().filter(|place| test(place.0.kind)).count();
    let counts = Counts {
        countries: count(|kind| kind == PlaceKind::Country),
        towns: count(|kind| matches!(kind, PlaceKind::Capital | PlaceKind::Town)),
        homonyms: count(|kind| kind == PlaceKind::Homonym),
        regions: tables.regions.len(),
    };
    Ok((atlas::write(&tables), counts))
}

/// Names of one place in the lists of facts, the dictionary's first.
fn synonyms<'f>(facts: &[&'f str]) -> Vec<Vec<&'f str>> {
    let lines =
        facts.iter().flat_map(|list| list.lines()).filter_map(|line| line.trim().strip_prefix("LOC "));
    let names = lines.map(|line| {
        let names = line.split('|').map(str::trim).filter(|name| !name.starts_with(['~', '?']));
        names.map(|name| name.trim_end_matches('=')).collect()
    });
    names.collect()
}

fn list_countries(countries: &[sources::Country], groups: &[Vec<&str>]) -> Vec<Listed> {
    // What two countries are called is the name of neither: `Kongo`.
    let mut owners: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for country in countries {
        for name in &country.names {
            owners.entry(name).or_default().insert(&country.code);
        }
    }
    for group in groups {
        let of_group: BTreeSet<&str> =
            group.iter().filter_map(|name| owners.get(name)).flatten().copied().collect();
        if !of_group.is_empty() {
            for name in group {
                owners.entry(name).or_default().extend(&of_group);
            }
        }
    }
    let mut names: HashMap<&str, Vec<String>> = HashMap::new();
    for (name, codes) in &owners {
        if let [code] = codes.iter().collect::<Vec<_>>().as_slice() {
            names.entry(code).or_default().push((*name).to_owned());
        }
    }
    let listed = countries.iter().map(|country| Listed {
        kind: PlaceKind::Country,
        code: if country.is_official { country.code.clone() } else { String::new() },
        region: String::new(),
        names: names.remove(country.code.as_str()).unwrap_or_default(),
        position: country.position,
        people: 0,
        wikidata: country.wikidata.filter(|item| !WRONG_ITEMS.contains(&(country.code.as_str(), *item))),
        geonames: country.geonames,
        is_seat: false,
    });
    listed.collect()
}

/// Leaves out homonyms that nothing else is called like, unless they are small towns that are wanted.
fn without_strangers(listed: Vec<Listed>, small_towns: &[&str]) -> Vec<Listed> {
    let is_homonym = |one: &Listed| one.kind == PlaceKind::Homonym;
    let known: BTreeSet<String> =
        listed.iter().filter(|one| !is_homonym(one)).flat_map(|one| one.names.iter().cloned()).collect();
    let mut kept = Vec::new();
    for mut one in listed {
        if is_homonym(&one) && !(small_towns.contains(&one.code.as_str()) && one.geonames.is_some()) {
            if !one.names.iter().any(|name| known.contains(name)) {
                continue;
            }
            one.names.retain(|name| known.contains(name) || name.contains('('));
        }
        kept.push(one);
    }
    kept
}

fn tables(mut listed: Vec<Listed>, home: &[&str]) -> io::Result<Tables> {
    for one in &mut listed {
        for name in &mut one.names {
            name.truncate(name.trim_end_matches(',').len());
        }
        one.names.retain(|name| can_be_named(name));
        let mut seen = BTreeSet::new();
        one.names.retain(|name| seen.insert(name.clone()));
    }
    listed.retain(|one| !one.names.is_empty());
    let key = |one: &Listed| {
        (one.code.clone(), one.region.clone(), one.kind as u8, one.names.clone(), one.geonames)
    };
    listed.sort_by_cached_key(key);

    let codes: BTreeSet<[u8; 2]> =
        listed.iter().filter_map(|one| one.code.as_bytes().try_into().ok()).collect();
    let codes: Vec<[u8; 2]> =
        codes.into_iter().filter(|code| code.iter().all(u8::is_ascii_uppercase)).collect();
    let country = |code: &str| codes.iter().position(|known| known == code.as_bytes()).map(|at| at as u8);
    let regions = regions(&listed, home);
    let region_numbers: HashMap<(&str, &str), u16> =
        regions.iter().zip(0..).map(|((code, region, _), number)| ((*code, *region), number)).collect();
    let places = listed.iter().map(|one| {
        let place = Place {
            kind: one.kind,
            country: country(&one.code),
            region: region_numbers.get(&(one.code.as_str(), one.region.as_str())).copied(),
            position: one.position,
            size: atlas::size(one.people),
            wikidata: one.wikidata,
            geonames: one.geonames,
        };
        (place, one.names.clone())
    });
    let tables = Tables {
        places: places.collect(),
        regions: regions
            .iter()
            .map(|(code, region, is_named)| {
                let names = if *is_named { vec![(*region).to_owned()] } else { Vec::new() };
                (country(code).unwrap_or(NO_COUNTRY), names)
            })
            .collect(),
        countries: codes
            .iter()
            .map(|code| (*code, home.iter().any(|home| home.as_bytes() == code)))
            .collect(),
    };
    if tables.places.len() + tables.regions.len() > usize::from(u16::MAX) {
        return Err(invalid("the atlas has more places than it can number".to_owned()));
    }
    Ok(tables)
}

/// The regions: code, name, and whether the name may be meant in a text.
fn regions<'l>(listed: &'l [Listed], home: &[&str]) -> Vec<(&'l str, &'l str, bool)> {
    let mut by_name: BTreeMap<&str, Vec<&Listed>> = BTreeMap::new();
    let mut members: BTreeMap<(&str, &str), Vec<&Listed>> = BTreeMap::new();
    for one in listed {
        for name in &one.names {
            by_name.entry(name).or_default().push(one);
        }
        if matches!(one.kind, PlaceKind::Capital | PlaceKind::Town) && can_be_named(&one.region) {
            members.entry((&one.code, &one.region)).or_default().push(one);
        }
    }
    let mut regions = Vec::new();
    for ((code, region), towns) in members {
        let namesakes = by_name.get(region).map(Vec::as_slice).unwrap_or_default();
        let largest = towns.iter().map(|town| town.people).max();
        // Who names Madrid or Zürich means the town; who names New York may mean the state.
        let is_overshadowed = namesakes.iter().any(|other| {
            other.code == code
                && match other.kind {
                    PlaceKind::Country => true,
                    PlaceKind::Homonym => false,
                    _ => (other.is_seat || towns.len() < TOWNS_OF_A_REGION) && Some(other.people) == largest,
                }
        });
        let is_known = towns.len() >= TOWNS_OF_A_REGION || home.contains(&code);
        if is_known || !namesakes.is_empty() && !is_overshadowed {
            regions.push((code, region, !is_overshadowed));
        }
    }
    regions
}

/// Whether it can stand in a text as the name of a place.
fn can_be_named(name: &str) -> bool {
    name.chars().count() > 1
        && name.len() < 60
        && name.chars().any(char::is_uppercase)
        && !name.contains(['?', '\n', '|', ';'])
}

/// Names the sources in the model card of the pack.
pub(crate) fn add_sources(card: &[u8]) -> io::Result<Vec<u8>> {
    let mut card: serde_json::Value = serde_json::from_slice(card)?;
    if let Some(sources) = card["sources"].as_array_mut() {
        for (source, licence) in SOURCES {
            if !sources.iter().any(|known| known["source"] == source) {
                sources.push(serde_json::json!({"source": source, "licence": licence}));
            }
        }
    }
    Ok(card.to_string().into_bytes())
}

/// What the model card for people says of the atlas.
pub(crate) fn card(counts: &Counts) -> String {
    let Counts { countries, towns, homonyms, regions } = counts;
    let mut card = format!(
        "\n## Places of the world\n\n\
         Codes, numbers and coordinates are copied from these sources, never made up; where two sources\n\
         disagree on a number, the place goes without.\n\n\
         | what | number |\n|---|---|\n| countries and territories | {countries} |\n\
         | towns with coordinates | {towns} |\n| towns known by name and number only | {homonyms} |\n\
         | regions, to tell towns apart | {regions} |\n\n| source | licence |\n|---|---|\n"
    );
    for (source, licence) in SOURCES {
        let _ = writeln!(card, "| `{source}` | {licence} |");
    }
    card
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(kind: PlaceKind, code: &str, region: &str, name: &str, people: u32) -> Listed {
        Listed {
            kind,
            code: code.to_owned(),
            region: region.to_owned(),
            names: vec![name.to_owned()],
            position: None,
            people,
            wikidata: None,
            geonames: Some(people),
            is_seat: false,
        }
    }

    #[test]
    fn a_name_of_two_countries_is_of_neither() {
        let country = |code: &str, names: &[&str]| sources::Country {
            code: code.to_owned(),
            is_official: true,
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            position: None,
            geonames: None,
            wikidata: None,
        };
        let countries = [
            country("QA", &["Alba", "Republik Alba"]),
            country("QB", &["Alba (Nord)"]),
            country("QC", &["Cella"]),
        ];
        let groups =
            synonyms(&["LOC Alba | Alba (Nord) | ~albisch\nLOC Cellenland | Cella | ?Cel | ~cellisch"]);
        let names: Vec<_> = list_countries(&countries, &groups).into_iter().map(|one| one.names).collect();
        assert_eq!(names, [vec!["Republik Alba"], vec![], vec!["Cella", "Cellenland"]]);
    }

    #[test]
    fn regions_are_named_unless_their_seat_is_meant() {
        let town = |region: &str, name: &str, people, is_seat| Listed {
            is_seat,
            ..listed(PlaceKind::Town, "QA", region, name, people)
        };
        let mut places = vec![
            town("Brunn", "Brunn", 900_000, true),
            town("Alba", "Alba", 900_000, false),
            town("Ferne", "Ort", 90_000, true),
        ];
        // A region of few towns is hardly more than its town, whoever governs it.
        assert_eq!(regions(&places, &[]), []);
        for name in ["Au", "Bruck", "Cella", "Dorf"] {
            places.push(town("Brunn", name, 9000, false));
            places.push(town("Alba", name, 9000, name == "Cella"));
        }
        assert_eq!(regions(&places, &[]), [("QA", "Alba", true), ("QA", "Brunn", false)]);
        assert_eq!(regions(&places, &["QA"]).len(), 3);
    }

    #[test]
    fn homonyms_stay_only_beside_what_they_are_called_like() {
        let places = vec![
            listed(PlaceKind::Town, "QA", "", "Alba", 900_000),
            listed(PlaceKind::Homonym, "QB", "", "Alba", 1),
            listed(PlaceKind::Homonym, "QB", "", "Brunn", 2),
            listed(PlaceKind::Homonym, "QC", "", "Cella", 3),
        ];
        let kept: Vec<_> =
            without_strangers(places, &["QC"]).into_iter().map(|one| one.names[0].clone()).collect();
        assert_eq!(kept, ["Alba", "Alba", "Cella"]);
    }
}
