//! Places of the world by name: which there are, where they lie and by which numbers others know them.
//!
//! In: a pack's section `ATLS`. Out: an [`Atlas`]: every country, town and region of a name. Which of them a text
//! means is left to the layer `links`; where the facts come from, to `build/atlas`.
//!
//! Numbers are little endian. Layout: how many countries, regions, places and names there are (u32 each); then
//! columns, those of numbers of several bytes as one plane for each byte, because that packs best: countries (code
//! of two letters or two zeros; whether at home), regions (country), places (kind, country, region, latitude,
//! longitude, size, Wikidata, `GeoNames`); then how many names each place and each region has, and all names, each
//! with a line feed after it.

use super::pack::{u32_at, Bytes};
use crate::error::Error;
use crate::order;

/// Of no country that has a code.
pub(super) const NO_COUNTRY: u8 = u8::MAX;
/// Stands for a latitude that is not known.
pub(super) const NO_POSITION: i16 = i16::MIN;
/// One size is to the next as 1 to the fourth root of two, so that this many steps are ten times as much.
pub(crate) const TEN_TIMES: u8 = 14;
const HEADER_LEN: usize = 16;
const COUNTRY_LEN: usize = 3;
const REGION_LEN: usize = 1;
const PLACE_LEN: usize = 17;

/// Places by name.
#[derive(Clone)]
pub(crate) struct Atlas {
    countries: Vec<Country>,
    /// The country of each region.
    regions: Vec<u8>,
    places: Vec<Place>,
    /// All names; where each begins and ends and whose it is, sorted by name.
    text: Bytes,
    names: Vec<(u32, u32, u32)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Country {
    code: [u8; 2],
    is_home: bool,
}

/// A country or town.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) kind: PlaceKind,
    /// The number of its country.
    pub(crate) country: Option<u8>,
    /// The number of its region.
    pub(crate) region: Option<u16>,
    /// Latitude and longitude in hundredths of a degree.
    pub(crate) position: Option<(i16, i16)>,
    /// How many people live there, in steps of [`size`].
    pub(crate) size: u8,
    pub(crate) wikidata: Option<u32>,
    pub(crate) geonames: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlaceKind {
    Country,
    /// The capital of a country.
    Capital,
    Town,
    /// A town of which little is known but that it is there.
    Homonym,
}

/// What a name may be the name of, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Named {
    Place(u16),
    /// A part of a country; known only to tell places apart.
    Region(u16),
}

impl Atlas {
    /// Checks the whole section, so that nothing need be checked later.
    pub(super) fn read(section: &Bytes) -> Result<Self, Error> {
        let error = || Error::pack("its atlas cannot be read");
        let bytes = section.as_ref();
        if bytes.len() < HEADER_LEN {
            return Err(error());
        }
        let [countries, regions, places, names] = [0, 4, 8, 12].map(|at| u32_at(bytes, at) as usize);
        let owners = places.checked_add(regions).filter(|owners| u16::try_from(*owners).is_ok());
        let owners = owners.filter(|_| countries < usize::from(NO_COUNTRY)).ok_or_else(error)?;
        let text_at =
            HEADER_LEN + countries * COUNTRY_LEN + regions * REGION_LEN + places * PLACE_LEN + owners;
        let text = bytes.get(text_at..).and_then(|text| std::str::from_utf8(text).ok()).ok_or_else(error)?;

        let mut columns = Columns { bytes, at: HEADER_LEN };
        let countries = columns.countries(countries);
        let regions = columns.take(regions).to_vec();
        let places = columns.places(places).ok_or_else(error)?;
        let is_country = |country: &u8| *country == NO_COUNTRY || usize::from(*country) < countries.len();
        let is_sound = regions.iter().all(is_country)
            && places.iter().all(|place| {
                place.country.as_ref().is_none_or(is_country)
                    && place.region.is_none_or(|region| usize::from(region) < regions.len())
            });
        let names = index(columns.take(owners), text, names).filter(|_| is_sound).ok_or_else(error)?;
        Ok(Self { countries, regions, places, text: section.from(text_at), names })
    }

    /// Everything that is called `name`, in the order of their numbers.
    pub(crate) fn find<'a>(&'a self, name: &'a str) -> impl Iterator<Item = Named> + 'a {
        let first = self.names.partition_point(|entry| self.name(*entry) < name.as_bytes());
        let same = self.names[first..].iter().take_while(|entry| self.name(**entry) == name.as_bytes());
        same.map(|(_, _, owner)| {
            let region = (*owner as usize).checked_sub(self.places.len());
            region.map_or(Named::Place(*owner as u16), |region| Named::Region(region as u16))
        })
    }

    pub(crate) fn place(&self, number: u16) -> Option<&Place> {
        self.places.get(usize::from(number))
    }

    /// The country of a region.
    pub(crate) fn region_country(&self, region: u16) -> Option<u8> {
        self.regions.get(usize::from(region)).copied().filter(|country| *country != NO_COUNTRY)
    }

    /// The ISO 3166 code of a country.
    pub(crate) fn code(&self, country: u8) -> Option<&str> {
        let country = self.countries.get(usize::from(country))?;
        std::str::from_utf8(&country.code).ok().filter(|code| code.bytes().all(|b| b.is_ascii_uppercase()))
    }

    /// Whether the language is spoken there, so that its papers name small towns too.
    pub(crate) fn is_home(&self, country: Option<u8>) -> bool {
        country.and_then(|country| self.countries.get(usize::from(country))).is_some_and(|one| one.is_home)
    }

    fn name(&self, (start, end, _): (u32, u32, u32)) -> &[u8] {
        self.text.as_ref().get(start as usize..end as usize).unwrap_or_default()
    }
}

impl std::fmt::Debug for Atlas {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} names of {} places", self.names.len(), self.places.len())
    }
}

/// How many people live somewhere, as four times the binary logarithm.
pub(crate) const fn size(people: u32) -> u8 {
    let Some(octave) = people.checked_ilog2() else { return 0 };
    let rest = ((people as u64 * 4) >> octave) & 3;
    (octave * 4) as u8 + rest as u8
}

/// Columns read one after the other; that they fit was checked before.
struct Columns<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Columns<'b> {
    fn take(&mut self, length: usize) -> &'b [u8] {
        let column = self.bytes.get(self.at..self.at + length).unwrap_or_default();
        self.at += length;
        column
    }

    /// A column of numbers of `width` bytes, the lowest plane first.
    fn numbers(&mut self, count: usize, width: u32) -> Vec<u32> {
        let mut numbers = vec![0; count];
        for plane in 0..width {
            for (number, byte) in numbers.iter_mut().zip(self.take(count)) {
                *number |= u32::from(*byte) << (8 * plane);
            }
        }
        numbers
    }

    fn countries(&mut self, count: usize) -> Vec<Country> {
        let codes = self.take(2 * count);
        let homes = self.take(count);
        let countries = codes.chunks_exact(2).zip(homes);
        countries.map(|(code, home)| Country { code: [code[0], code[1]], is_home: *home == 1 }).collect()
    }

    fn places(&mut self, count: usize) -> Option<Vec<Place>> {
        let kinds = self.take(count);
        let countries = self.take(count);
        let regions = self.numbers(count, 2);
        let latitudes = self.numbers(count, 2);
        let longitudes = self.numbers(count, 2);
        let sizes = self.take(count);
        let wikidata = self.numbers(count, 4);
        let geonames = self.numbers(count, 4);
        let degrees = |number: u32| i16::from_le_bytes((number as u16).to_le_bytes());
        let place = |index: usize| {
            let latitude = degrees(latitudes[index]);
            Some(Place {
                kind: kind(kinds[index])?,
                country: Some(countries[index]).filter(|country| *country != NO_COUNTRY),
                region: regions[index].checked_sub(1).map(|region| region as u16),
                position: (latitude != NO_POSITION).then_some((latitude, degrees(longitudes[index]))),
                size: sizes[index],
                wikidata: Some(wikidata[index]).filter(|number| *number > 0),
                geonames: Some(geonames[index]).filter(|number| *number > 0),
            })
        };
        (0..count).map(place).collect()
    }
}

fn kind(byte: u8) -> Option<PlaceKind> {
    [PlaceKind::Country, PlaceKind::Capital, PlaceKind::Town, PlaceKind::Homonym]
        .get(usize::from(byte))
        .copied()
}

/// Where each name stands and whose it is, sorted; `None` unless there are `count` names.
fn index(counts: &[u8], text: &str, count: usize) -> Option<Vec<(u32, u32, u32)>> {
    let owners = counts.iter().zip(0_u32..).flat_map(|(count, owner)| (0..*count).map(move |_| owner));
    let mut names = Vec::new();
    let mut start = 0;
    let mut lines = text.split_inclusive('\n');
    for owner in owners {
        let name = lines.next()?.strip_suffix('\n')?;
        names.push((start, start + name.len() as u32, owner));
        start += name.len() as u32 + 1;
    }
    let name = |(start, end, _): &(u32, u32, u32)| &text.as_bytes()[*start as usize..*end as usize];
    order::sort_by(&mut names, |a, b| name(a).cmp(name(b)).then(a.2.cmp(&b.2)));
    (lines.next().is_none() && names.len() == count).then_some(names)
}

/// What [`write()`] takes.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Default)]
pub(super) struct Tables {
    /// Codes, and whether at home.
    pub(super) countries: Vec<([u8; 2], bool)>,
    /// The country of each region, and its names.
    pub(super) regions: Vec<(u8, Vec<String>)>,
    pub(super) places: Vec<(Place, Vec<String>)>,
}

/// Writes the section that [`Atlas::read`] reads.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn write(tables: &Tables) -> Vec<u8> {
    let Tables { countries, regions, places } = tables;
    let all_names = || places.iter().map(|place| &place.1).chain(regions.iter().map(|region| &region.1));
    let mut bytes = Vec::new();
    let name_count = all_names().map(Vec::len).sum();
    for count in [countries.len(), regions.len(), places.len(), name_count] {
        bytes.extend((count as u32).to_le_bytes());
    }
    bytes.extend(countries.iter().flat_map(|(code, _)| *code));
    bytes.extend(countries.iter().map(|(_, is_home)| u8::from(*is_home)));
    bytes.extend(regions.iter().map(|(country, _)| *country));
    let mut column = |width: u32, number: &dyn Fn(&Place) -> u32| {
        for plane in 0..width {
            bytes.extend(places.iter().map(|(place, _)| (number(place) >> (8 * plane)) as u8));
        }
    };
    column(1, &|place| place.kind as u32);
    column(1, &|place| u32::from(place.country.unwrap_or(NO_COUNTRY)));
    column(2, &|place| place.region.map_or(0, |region| u32::from(region) + 1));
    let degrees = |number: i16| u32::from(u16::from_le_bytes(number.to_le_bytes()));
    column(2, &|place| degrees(place.position.map_or(NO_POSITION, |position| position.0)));
    column(2, &|place| degrees(place.position.map_or(0, |position| position.1)));
    column(1, &|place| u32::from(place.size));
    column(4, &|place| place.wikidata.unwrap_or(0));
    column(4, &|place| place.geonames.unwrap_or(0));
    bytes.extend(all_names().map(|names| names.len() as u8));
    for name in all_names().flatten() {
        bytes.extend(name.as_bytes());
        bytes.push(b'\n');
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tables() -> Tables {
        let town = |country, region, size, wikidata| Place {
            kind: PlaceKind::Town,
            country,
            region,
            position: Some((-3420, 15123)),
            size,
            wikidata: Some(wikidata),
            geonames: None,
        };
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let country = Place { kind: PlaceKind::Country, position: None, ..town(Some(0), None, 0, 7) };
        Tables {
            countries: vec![(*b"AU", true), ([0, 0], false)],
            regions: vec![(0, names(&["Nordland"]))],
            places: vec![
                (country, names(&["Südland", "Terra"])),
                (town(Some(0), Some(0), 60, 70_000), names(&["Neustadt"])),
                (town(None, None, 80, 4_000_000_000), names(&["Neustadt", "Althafen"])),
            ],
        }
    }

    fn read(bytes: Vec<u8>) -> Result<Atlas, Error> {
        Atlas::read(&Bytes::whole(bytes))
    }

    #[test]
    fn what_is_written_is_read() {
        let atlas = read(write(&tables())).unwrap();
        let find = |name: &str| atlas.find(name).collect::<Vec<_>>();
        assert_eq!(find("Neustadt"), [Named::Place(1), Named::Place(2)]);
        assert_eq!(find("Terra"), [Named::Place(0)]);
        assert_eq!(find("Nordland"), [Named::Region(0)]);
        assert_eq!(find("Neu"), []);
        assert_eq!(find(""), []);
        for (index, (place, _)) in tables().places.iter().enumerate() {
            assert_eq!(atlas.place(index as u16), Some(place));
        }
        assert_eq!((atlas.code(0), atlas.code(1), atlas.code(9)), (Some("AU"), None, None));
        assert!(atlas.is_home(Some(0)) && !atlas.is_home(Some(1)) && !atlas.is_home(None));
        assert_eq!(atlas.region_country(0), Some(0));
    }

    #[test]
    fn what_is_cut_off_or_points_nowhere_is_refused() {
        let whole = write(&tables());
        for length in 0..whole.len() {
            assert!(read(whole[..length].to_vec()).is_err(), "cut at {length}");
        }
        assert!(read([whole.clone(), b"x\n".to_vec()].concat()).is_err());
        let places_at = HEADER_LEN + 2 * COUNTRY_LEN + REGION_LEN;
        for (at, what) in
            [(HEADER_LEN + 2 * COUNTRY_LEN, "region"), (places_at, "kind"), (places_at + 3, "country")]
        {
            let mut bytes = whole.clone();
            bytes[at] = 9;
            assert!(read(bytes).is_err(), "{what}");
        }
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 0xff;
            if let Ok(atlas) = read(bytes) {
                // What is not noticed must do no harm; the pack's checksum guards against damage.
                let _ = atlas.find("Neustadt").count();
            }
        }
    }

    #[test]
    fn sizes_rise_with_the_number_of_people() {
        assert_eq!(size(0), 0);
        let people = [1, 2, 3, 900, 1000, 1100, 50_000, 500_000, 38_000_000, u32::MAX];
        assert!(people.map(size).is_sorted());
        assert!(size(520_000) - size(50_000) >= TEN_TIMES - 1);
        assert!(size(400_000) - size(50_000) < TEN_TIMES);
    }
}
