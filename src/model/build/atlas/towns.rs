//! Towns with the numbers that hold for them.
//!
//! In: Natural Earth's places and `GeoNames`' towns. Out: [`Listed`] towns. Each list has its mistakes: numbers of a
//! namesake, items of a district or of a village that is spelt nearly the same. So a number stands only where two
//! things that were written down apart agree on it; otherwise the place goes without.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::sources::{NaturalPlace, Town};
use super::Listed;
use crate::model::atlas::PlaceKind;

/// So many people are reckoned for a town of which only is known that it has more than 15,000.
const PEOPLE_OF_HOMONYM: u32 = 50_000;
/// From here on a town goes by the names of both lists.
const MANY_PEOPLE: u32 = 200_000;
/// Two spellings of one name differ in so many letters at most.
const MOST_EDITS: usize = 2;
/// Words of names of units, not of the towns in them.
const DISTRICT_WORDS: [&str; 7] =
    ["County", "District", "Municipality", "Prefecture", "Province", "Region", "Territory"];
/// What stands before or after a name of the unit that was named after its town.
const DISTRICT_PREFIXES: [&str; 3] = ["Präfektur ", "Kota ", "Amphoe Mueang "];
const DISTRICT_SUFFIXES: [&str; 2] = [" (Stadt)", "-si"];

/// Towns that one list has with everything, and those of the other that share their names or lie at home.
pub(super) fn list(places: &[NaturalPlace], towns: &[Town], home: &[&str], least_people: u32) -> Vec<Listed> {
    let by_number: HashMap<u32, &Town> = towns.iter().map(|town| (town.geonames, town)).collect();
    let codes = country_codes(places, &by_number);
    let by_name = by_name(towns, &codes);

    let own_towns = own_towns(places, &by_number, &codes, &by_name);
    let has_own_item: Vec<bool> =
        places.iter().zip(&own_towns).map(|(place, own)| is_item_of(place, *own)).collect();
    let mut items: HashMap<u32, u32> = HashMap::new();
    for (place, _) in places.iter().zip(&has_own_item).filter(|(_, has)| **has) {
        place.wikidata.into_iter().for_each(|item| *items.entry(item).or_default() += 1);
    }
    let mut listed: Vec<Listed> = Vec::new();
    for ((place, own), has_own_item) in places.iter().zip(&own_towns).zip(has_own_item) {
        let kind = match place.class.as_str() {
            "Admin-0 capital" => PlaceKind::Capital,
            "Scientific station" | "Meteorological Station" | "Historic place" => continue,
            _ => PlaceKind::Town,
        };
        let town = own.map(|own| own.town);
        let wikidata = place.wikidata.filter(|item| has_own_item && items[item] == 1);
        let is_at_home = home.contains(&place.code.as_str());
        let is_listed = kind == PlaceKind::Capital || place.people >= least_people || is_at_home;
        if !is_listed || wikidata.is_none() {
            // Others of the name must know that it is there.
            listed.push(homonym(names(place, None), &place.code, &place.region, place.people, town));
            continue;
        }
        listed.push(Listed {
            kind,
            code: place.code.clone(),
            region: place.region.clone(),
            names: names(place, town.filter(|_| place.people >= MANY_PEOPLE)),
            position: place.position,
            people: place.people,
            wikidata,
            geonames: town.map(|town| town.geonames),
            is_seat: place.class.starts_with("Admin-"),
        });
    }
    let mut taken: Vec<u32> = own_towns.iter().flatten().map(|own| own.town.geonames).collect();
    taken.sort_unstable();
    for town in towns.iter().filter(|town| taken.binary_search(&town.geonames).is_err()) {
        let code = codes.get(town.country.as_str()).map_or("", String::as_str);
        let Some(names) = names_of_town(&town.name) else { continue };
        listed.push(homonym(names, code, &town.region, PEOPLE_OF_HOMONYM, Some(town)));
    }
    listed
}

/// `Frankfurt (Oder)` is called `Frankfurt` too; `Zürich (Kreis 10) / Höngg` is a part of a town.
fn names_of_town(name: &str) -> Option<Vec<String>> {
    let Some((short, rest)) = name.split_once(" (") else { return Some(vec![name.to_owned()]) };
    let is_part = !rest.ends_with(')') || rest.contains(|c: char| c.is_ascii_digit());
    (!is_part).then(|| vec![name.to_owned(), short.to_owned()])
}

fn homonym(names: Vec<String>, code: &str, region: &str, people: u32, town: Option<&Town>) -> Listed {
    Listed {
        kind: PlaceKind::Homonym,
        code: code.to_owned(),
        region: region.to_owned(),
        names,
        position: None,
        people,
        wikidata: None,
        geonames: town.map(|town| town.geonames),
        is_seat: false,
    }
}

/// What code the countries of the second list have: that of most places which both lists give the same number.
fn country_codes<'t>(
    places: &[NaturalPlace],
    by_number: &HashMap<u32, &'t Town>,
) -> HashMap<&'t str, String> {
    let mut votes: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    for place in places {
        if let Some(town) = place.geonames.and_then(|number| by_number.get(&number)) {
            *votes.entry((&town.country, &place.code)).or_default() += 1;
        }
    }
    let mut best: HashMap<&str, (u32, String)> = HashMap::new();
    for ((country, code), count) in votes {
        let so_far = best.entry(country).or_default();
        if count > so_far.0 {
            *so_far = (count, code.to_owned());
        }
    }
    best.into_iter().map(|(country, (_, code))| (country, code)).collect()
}

type ByName<'t> = HashMap<(String, String), Vec<&'t Town>>;

/// Towns by code and folded name.
fn by_name<'t>(towns: &'t [Town], codes: &HashMap<&str, String>) -> ByName<'t> {
    let mut by_name: ByName = HashMap::new();
    for town in towns {
        if let Some(code) = codes.get(town.country.as_str()) {
            by_name.entry((code.clone(), fold(&town.name))).or_default().push(town);
        }
    }
    by_name
}

/// The town of the second list that a place is.
#[derive(Clone, Copy)]
struct Own<'t> {
    town: &'t Town,
    /// Whether both lists have the number; else the town was found by its name.
    is_agreed: bool,
}

/// For each place the town with its number if name and country agree, else the only one of its name in its country or
/// region. No town is that of two places.
fn own_towns<'t>(
    places: &[NaturalPlace],
    by_number: &HashMap<u32, &'t Town>,
    codes: &HashMap<&str, String>,
    by_name: &ByName<'t>,
) -> Vec<Option<Own<'t>>> {
    let code = |town: &Town| codes.get(town.country.as_str()).map(String::as_str);
    let agreed = |place: &NaturalPlace| {
        let town = place.geonames.and_then(|number| by_number.get(&number).copied())?;
        (code(town) == Some(place.code.as_str()) && goes_by(place, &town.name))
            .then_some(Own { town, is_agreed: true })
    };
    let mut own: Vec<Option<Own>> = places.iter().map(agreed).collect();
    leave_to_one(&mut own);
    let taken: HashSet<u32> = own.iter().flatten().map(|own| own.town.geonames).collect();
    let mut found: Vec<Option<Own>> = places.iter().map(|place| town_by_name(place, by_name)).collect();
    for (found, own) in found.iter_mut().zip(&own) {
        *found = found.filter(|found| own.is_none() && !taken.contains(&found.town.geonames));
    }
    leave_to_one(&mut found);
    own.iter().zip(found).map(|(own, found)| own.or(found)).collect()
}

/// Takes towns away from all places that share one.
fn leave_to_one(own: &mut [Option<Own<'_>>]) {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for town in own.iter().flatten() {
        *counts.entry(town.town.geonames).or_default() += 1;
    }
    for town in own.iter_mut() {
        *town = town.filter(|town| counts[&town.town.geonames] == 1);
    }
}

fn town_by_name<'t>(place: &NaturalPlace, by_name: &ByName<'t>) -> Option<Own<'t>> {
    let mut found: Vec<&Town> = Vec::new();
    for name in [&place.name, &place.english, &place.translated] {
        found.extend(by_name.get(&(place.code.clone(), fold(name))).into_iter().flatten());
    }
    found.sort_unstable_by_key(|town| town.geonames);
    found.dedup_by_key(|town| town.geonames);
    let in_region = |town: &&Town| fold(&town.region) == fold(&place.region);
    let here: Vec<&Town> = found.iter().copied().filter(in_region).collect();
    let town = match (found.as_slice(), here.as_slice()) {
        ([town], _) | (_, [town]) => Some(*town),
        _ => None,
    };
    town.map(|town| Own { town, is_agreed: false })
}

/// Whether the item that a place has is its own. The names in other languages come with the item, the name and its
/// alternatives do not: they must agree, or nearly so if both lists agree on the place itself.
fn is_item_of(place: &NaturalPlace, own: Option<Own<'_>>) -> bool {
    let label = |name: &str| fold(name.strip_suffix(" City").unwrap_or(name));
    let english = label(&place.english);
    if english.is_empty() || place.english.split(' ').any(|word| DISTRICT_WORDS.contains(&word)) {
        return false;
    }
    let names = [&place.name].into_iter().chain(&place.alternatives).chain(own.map(|own| &own.town.name));
    let names: Vec<String> = names.map(|name| label(name)).filter(|name| !name.is_empty()).collect();
    let is_agreed = own.is_some_and(|own| own.is_agreed);
    let is_label = |name: &String| {
        *name == english
            || is_agreed
                && (distance(name, &english) <= MOST_EDITS
                    || place
                        .english
                        .strip_prefix(place.name.as_str())
                        .is_some_and(|rest| rest.starts_with(' '))
                    || place.foreign.iter().any(|foreign| label(foreign) == *name))
    };
    names.iter().any(is_label)
}

/// How many letters must be put in, left out or changed to make one of the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, c) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = line + 1;
        for (column, d) in other.iter().enumerate() {
            let changed = diagonal + usize::from(c != *d);
            diagonal = row[column + 1];
            row[column + 1] = changed.min(row[column] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}

fn goes_by(place: &NaturalPlace, name: &str) -> bool {
    let name = fold(name);
    let own = [&place.name, &place.english, &place.translated].into_iter();
    let own = own.chain(&place.alternatives).chain(&place.foreign);
    own.map(|own| fold(own)).any(|own| own == name)
}

/// What a text in the language of the pack may call the place.
fn names(place: &NaturalPlace, town: Option<&Town>) -> Vec<String> {
    let translated = DISTRICT_PREFIXES.iter().find_map(|prefix| place.translated.strip_prefix(prefix));
    let translated = translated.unwrap_or(&place.translated);
    let translated =
        DISTRICT_SUFFIXES.iter().find_map(|suffix| translated.strip_suffix(suffix)).unwrap_or(translated);
    let all = [translated, place.name.as_str(), place.english.as_str()].into_iter();
    all.chain(town.map(|town| town.name.as_str())).map(str::to_owned).collect()
}

/// A name without case, accents and marks, as lists spell it in more ways than one.
pub(super) fn fold(name: &str) -> String {
    let plain = |c: char| match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ạ' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ė' | 'ě' | 'ə' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' | 'ő' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' => 'u',
        'ç' | 'ć' | 'č' => 'c',
        'ñ' | 'ń' => 'n',
        'ş' | 'š' | 'ș' | 'ś' => 's',
        'ţ' | 'ț' => 't',
        'ž' | 'ź' | 'ż' => 'z',
        'ł' => 'l',
        'ğ' => 'g',
        'ý' => 'y',
        _ => c,
    };
    name.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(name: &str, english: &str, geonames: u32) -> NaturalPlace {
        NaturalPlace {
            name: name.to_owned(),
            english: english.to_owned(),
            translated: english.to_owned(),
            code: "QX".to_owned(),
            class: "Populated place".to_owned(),
            position: Some((100, 200)),
            people: 300_000,
            geonames: Some(geonames),
            wikidata: Some(geonames + 1000),
            ..NaturalPlace::default()
        }
    }

    fn town(name: &str, country: &str, geonames: u32) -> Town {
        Town { name: name.to_owned(), country: country.to_owned(), region: String::new(), geonames }
    }

    /// A pair of lists that agree on most.
    fn both() -> (Vec<NaturalPlace>, Vec<Town>) {
        let places = vec![place("Alba", "Alba", 1), place("Brunn", "Brunn", 2), place("Cella", "Cella", 3)];
        let towns =
            vec![town("Alba", "Newland", 1), town("Brunn", "Newland", 2), town("Cella", "Newland", 3)];
        (places, towns)
    }

    #[test]
    fn a_number_of_another_town_is_not_taken() {
        let (mut places, towns) = both();
        places[2].geonames = Some(1);
        let listed = list(&places, &towns, &[], 0);
        assert_eq!(listed.iter().map(|one| one.geonames).collect::<Vec<_>>(), [Some(1), Some(2), Some(3)]);
    }

    #[test]
    fn an_item_of_another_place_is_not_taken() {
        let (mut places, towns) = both();
        places[0].english = "Altona".to_owned();
        places[1].english = "Brunn District".to_owned();
        places[2].english = "Cella City".to_owned();
        let kinds: Vec<_> = list(&places, &towns, &[], 0).iter().map(|one| one.kind).collect();
        assert_eq!(kinds, [PlaceKind::Homonym, PlaceKind::Homonym, PlaceKind::Town]);
    }

    #[test]
    fn an_item_of_two_places_is_of_neither() {
        let (mut places, towns) = both();
        places[1].wikidata = places[0].wikidata;
        let items: Vec<_> = list(&places, &towns, &[], 0).iter().map(|one| one.wikidata).collect();
        assert_eq!(items, [None, None, Some(1003)]);
    }

    #[test]
    fn names_of_districts_are_not_those_of_towns() {
        let mut tokio = place("Alba", "Alba", 1);
        tokio.translated = "Präfektur Albe".to_owned();
        assert_eq!(names(&tokio, None)[0], "Albe");
    }
}
