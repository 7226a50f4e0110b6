//! The sources of the atlas in their own forms.
//!
//! In: text of the gazetteers. Out: rows with the columns that are used. What is true of them is left to `towns` and
//! `countries`; numbers that others know places by are only ever copied from here.

use std::collections::HashMap;

/// A row of Natural Earth's populated places.
#[derive(Clone, Debug, Default)]
pub(super) struct NaturalPlace {
    pub(super) name: String,
    pub(super) english: String,
    /// In the language of the pack.
    pub(super) translated: String,
    /// Other names.
    pub(super) alternatives: Vec<String>,
    /// Its names in other languages, which come from its item as the English one does.
    pub(super) foreign: Vec<String>,
    pub(super) code: String,
    pub(super) region: String,
    pub(super) class: String,
    pub(super) position: Option<(i16, i16)>,
    pub(super) people: u32,
    pub(super) geonames: Option<u32>,
    pub(super) wikidata: Option<u32>,
}

/// A row of the towns that `GeoNames` counts more than 15,000 people in.
#[derive(Clone, Debug)]
pub(super) struct Town {
    pub(super) name: String,
    /// In the words of this source.
    pub(super) country: String,
    pub(super) region: String,
    pub(super) geonames: u32,
}

/// A country as two lists together have it.
#[derive(Clone, Debug)]
pub(super) struct Country {
    pub(super) code: String,
    pub(super) is_official: bool,
    pub(super) names: Vec<String>,
    pub(super) position: Option<(i16, i16)>,
    pub(super) geonames: Option<u32>,
    pub(super) wikidata: Option<u32>,
}

pub(super) fn natural_places(text: &str, translation: &str) -> Option<Vec<NaturalPlace>> {
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next()?.split('\t').collect();
    let column = |name: &str| header.iter().position(|column| *column == name);
    let [name, english, translated] = [column("name")?, column("name_en")?, column(translation)?];
    let foreign = [column("name_de")?, column("name_fr")?, column("name_es")?];
    let [code, region, class] = [column("iso_a2")?, column("adm1name")?, column("featurecla")?];
    let alternatives = column("namealt")?;
    let [latitude, longitude, people] = [column("latitude")?, column("longitude")?, column("pop_max")?];
    let [geonames, wikidata] = [column("geonameid")?, column("wikidataid")?];
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |index: usize| cells.get(index).copied().unwrap_or_default().trim();
        let position = || Some((hundredths(cell(latitude))?, hundredths(cell(longitude))?));
        NaturalPlace {
            name: cell(name).to_owned(),
            english: cell(english).to_owned(),
            translated: cell(translated).to_owned(),
            alternatives: cell(alternatives).split('|').map(str::to_owned).collect(),
            foreign: foreign.iter().map(|index| cell(*index).to_owned()).collect(),
            code: cell(code).to_owned(),
            region: cell(region).to_owned(),
            class: cell(class).to_owned(),
            position: position(),
            people: cell(people).parse().unwrap_or(0),
            geonames: cell(geonames).parse().ok(),
            wikidata: item(cell(wikidata)),
        }
    };
    Some(lines.map(row).collect())
}

pub(super) fn towns(text: &str) -> Option<Vec<Town>> {
    let rows = comma_rows(text)?;
    let towns = rows.into_iter().filter_map(|row| {
        Some(Town {
            name: row.get("name")?.clone(),
            country: row.get("country")?.clone(),
            region: row.get("subcountry")?.clone(),
            geonames: row.get("geonameid")?.parse().ok()?,
        })
    });
    Some(towns.collect())
}

/// The countries with their names in one language: `translation` is a key of the list's translations, or `None`
/// for English.
pub(super) fn countries(codes: &str, list: &str, translation: Option<&str>) -> Option<Vec<Country>> {
    let rows = comma_rows(codes)?;
    let numbers: HashMap<&str, &HashMap<&str, String>> =
        rows.iter().filter_map(|row| Some((row.get("ISO3166-1-Alpha-2")?.as_str(), row))).collect();
    let list: serde_json::Value = serde_json::from_str(list).ok()?;
    let country = |country: &serde_json::Value| {
        let code = country["cca2"].as_str()?.to_owned();
        let names = match translation {
            Some(key) => &country["translations"][key],
            None => &country["name"],
        };
        let names = ["common", "official"].iter().filter_map(|kind| names[kind].as_str());
        let place = &country["latlng"];
        let position = || Some((hundredths(&place[0].to_string())?, hundredths(&place[1].to_string())?));
        let cell = |name: &str| numbers.get(code.as_str()).and_then(|row| row.get(name));
        Some(Country {
            is_official: country["status"] == "officially-assigned",
            names: names.map(str::to_owned).collect(),
            position: position(),
            geonames: cell("Geoname ID").and_then(|number| number.parse().ok()),
            wikidata: cell("wikidata_id").and_then(|address| item(address.rsplit('/').next()?)),
            code,
        })
    };
    list.as_array()?.iter().map(country).collect()
}

/// `Q64`: 64.
fn item(text: &str) -> Option<u32> {
    text.strip_prefix('Q')?.parse().ok().filter(|number| *number > 0)
}

/// Degrees as hundredths, rounded: `-34.4857` is -3449.
fn hundredths(text: &str) -> Option<i16> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let thousandths: String = fraction.chars().chain("000".chars()).take(3).collect();
    let thousandths = whole.parse::<i32>().ok()?.checked_mul(1000)? + thousandths.parse::<i32>().ok()?;
    i16::try_from(sign * ((thousandths + 5) / 10)).ok().filter(|hundredths| hundredths.abs() <= 18_000)
}

/// Rows of comma-separated values by column. Quoted cells may hold commas, not line ends.
fn comma_rows(text: &str) -> Option<Vec<HashMap<&str, String>>> {
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next()?.split(',').collect();
    Some(lines.map(|line| header.iter().copied().zip(comma_cells(line)).collect()).collect())
}

fn comma_cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_quoted = false;
    for c in line.chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => cells.push(String::new()),
            _ => cells.last_mut().into_iter().for_each(|cell| cell.push(c)),
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_are_rounded_to_hundredths() {
        let check = |text: &str, expected: Option<i16>| assert_eq!(hundredths(text), expected, "{text}");
        check("52.5200", Some(5252));
        check("-34.4857", Some(-3449));
        check("-0.1", Some(-10));
        check("7", Some(700));
        check("179.999", Some(18_000));
        check("181", None);
        check("", None);
        check("north", None);
    }

    #[test]
    fn quoted_cells_hold_commas() {
        assert_eq!(comma_cells("a,\"b, c\",,d"), ["a", "b, c", "", "d"]);
    }

    #[test]
    fn countries_take_their_numbers_from_the_codes() {
        let codes = "ISO3166-1-Alpha-2,Geoname ID,wikidata_id\nQX,12,https://www.wikidata.org/wiki/Q34\n";
        let list = r#"[{"cca2": "QX", "status": "officially-assigned", "name": {"common": "Newland"},
            "translations": {"deu": {"common": "Neuland", "official": "Freistaat Neuland"}}, "latlng": [1.5, -2]}]"#;
        let countries = countries(codes, list, Some("deu")).unwrap();
        let country = &countries[0];
        assert_eq!(country.names, ["Neuland", "Freistaat Neuland"]);
        assert_eq!((country.geonames, country.wikidata), (Some(12), Some(34)));
        assert_eq!(country.position, Some((150, -200)));
    }
}
