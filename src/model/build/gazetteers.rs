//! Lists of names that others compiled.
//!
//! In: files in their own forms. Out: evidence in the draft. How much each list is worth is said here, in
//! eighths: how often a word of the list, met in a newspaper, is that name.

use std::io;
use std::path::Path;

use super::draft::Draft;
use super::recipe::{Gazetteer, GazetteerFormat};
use super::{invalid, read_text};
use crate::layers::mentions::{EntityType, MentionKind};

const NAME_OF_PLACE: (MentionKind, EntityType) = (MentionKind::Name, EntityType::Location);
/// Words that stand in names of districts, not of the town itself.
const DISTRICT_WORDS: [&str; 8] =
    ["Präfektur", "Provinz", "Regierungsbezirk", "Distrikt", "Kreis", "Bezirk", "prefecture", "Prefecture"];

pub(super) fn add(draft: &mut Draft, folder: &Path, gazetteer: &Gazetteer) -> io::Result<()> {
    let text = read_text(&folder.join(gazetteer.path))?;
    let wrong = |what: &str| invalid(format!("{}: {what}", gazetteer.path));
    match gazetteer.format {
        GazetteerFormat::OfficialCountries => official_countries(draft, &text),
        GazetteerFormat::EnglishCountries => {
            english_countries(draft, &text).ok_or_else(|| wrong("no list of countries"))?;
        }
        GazetteerFormat::NaturalEarth { name } => {
            natural_earth(draft, &text, name).ok_or_else(|| wrong("a column is missing"))?;
        }
        GazetteerFormat::Places => text.lines().for_each(|place| draft.list_city(place.trim(), 4)),
        GazetteerFormat::FirstNames { usual } => {
            first_names(draft, &text, usual).ok_or_else(|| wrong("a column is missing"))?;
        }
        GazetteerFormat::Surnames => {
            for name in text.lines().map(str::trim).filter(|name| is_plain_name(name)) {
                draft.list_surname(name);
            }
        }
        GazetteerFormat::Frequencies => frequencies(draft, &text),
    }
    Ok(())
}

fn official_countries(draft: &mut Draft, text: &str) {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    for pair in lines.chunks_exact(2) {
        let thing = draft.thing(pair[0], EntityType::Location);
        draft.list(pair[0], NAME_OF_PLACE, 7, Some(thing));
        draft.list(pair[1], NAME_OF_PLACE, 7, Some(thing));
    }
}

fn english_countries(draft: &mut Draft, text: &str) -> Option<()> {
    let countries: serde_json::Value = serde_json::from_str(text).ok()?;
    for country in countries.as_array()? {
        let name = country["name"]["common"].as_str()?;
        let thing = draft.thing(name, EntityType::Location);
        draft.list(name, NAME_OF_PLACE, 7, Some(thing));
        if let Some(official) = country["name"]["official"].as_str() {
            draft.list(official, NAME_OF_PLACE, 7, Some(thing));
        }
        for form in ["f", "m"].iter().filter_map(|sex| country["demonyms"]["eng"][sex].as_str()) {
            if !form.is_empty() && !form.contains([' ', ',']) {
                let derived = (MentionKind::Derived, EntityType::Location);
                draft.list(form, derived, 7, Some(thing));
                if form.ends_with(['n', 'i']) {
                    draft.list(&format!("{form}s"), derived, 7, Some(thing));
                }
            }
        }
    }
    Some(())
}

fn natural_earth(draft: &mut Draft, text: &str, name_column: &str) -> Option<()> {
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next()?.split('\t').collect();
    let column = |name: &str| header.iter().position(|column| *column == name);
    let (name, english, region, population) =
        (column(name_column)?, column("name_en")?, column("adm1name")?, column("pop_max")?);
    for row in lines.map(|line| line.split('\t').collect::<Vec<_>>()) {
        let cell = |index: usize| row.get(index).copied().unwrap_or_default();
        let people: u64 = cell(population).parse().unwrap_or(0);
        let eighths = if people >= 200_000 { 6 } else { 5 };
        for name in [cell(name), cell(english)] {
            if is_place_name(name) {
                draft.list_city(name, eighths);
            }
        }
        if is_place_name(cell(region)) {
            draft.list(cell(region), NAME_OF_PLACE, 5, None);
        }
    }
    Some(())
}

fn first_names(draft: &mut Draft, text: &str, usual: &[&str]) -> Option<()> {
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next()?.split(';').collect();
    let usual: Vec<usize> =
        usual.iter().map(|name| header.iter().position(|column| column == name)).collect::<Option<_>>()?;
    for row in lines.map(|line| line.split(';').collect::<Vec<_>>()) {
        let (Some(name), Some(sex)) = (row.first(), row.get(1)) else { continue };
        let name = name.replace('+', "-");
        if !is_plain_name(&name) {
            continue;
        }
        // The list counts in powers of two: -8 is very rare, 0 and more very common.
        let frequency = |cell: &&str| cell.parse::<i32>().ok();
        let here = usual.iter().filter_map(|column| row.get(*column).and_then(frequency)).max();
        let anywhere = row[2..].iter().filter_map(frequency).max();
        let strength = match (here, anywhere) {
            (Some(-6..), _) | (_, Some(-3..)) => 3,
            (Some(_), _) | (_, Some(-6..)) => 2,
            _ => 1,
        };
        draft.list_first_name(&name, strength, sex.contains('F'), sex.contains('M'));
    }
    Some(())
}

fn frequencies(draft: &mut Draft, text: &str) {
    for word in text.lines().filter_map(|line| line.split(' ').next()) {
        let mut letters = word.chars();
        if let Some(first) = letters.next().filter(|first| first.is_lowercase()) {
            draft.list_frequent(first.to_uppercase().chain(letters).collect());
        }
    }
}

/// Whether it can be one word of a person's name.
fn is_plain_name(name: &str) -> bool {
    name.chars().count() > 1
        && name.chars().next().is_some_and(char::is_uppercase)
        && name.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
}

/// Whether it can stand in a text as the name of a place.
fn is_place_name(name: &str) -> bool {
    name.chars().count() > 2
        && name.chars().next().is_some_and(char::is_uppercase)
        && !name.contains(['(', ',', ';'])
        && !name.split(' ').any(|word| DISTRICT_WORDS.contains(&word))
}
