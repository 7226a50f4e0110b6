//! What the German pack is made from.

use crate::lang::Language;
use crate::model::build::{
    AtlasRecipe, Corpus, CorpusFormat, Gazetteer, GazetteerFormat, Inflection, Recipe,
};

pub(crate) const RECIPE: Recipe = Recipe {
    language: Language::German,
    facts: &[
        include_str!("facts/countries.txt"),
        include_str!("facts/geography.txt"),
        include_str!("facts/organisations.txt"),
    ],
    gazetteers: &[
        gazetteer(
            "gazetteers/countries-de-official.txt",
            GazetteerFormat::OfficialCountries,
            "official work, free",
        ),
        gazetteer(
            "gazetteers/places-natural-earth.tsv",
            GazetteerFormat::NaturalEarth { name: "name_de" },
            "Natural Earth, public domain",
        ),
        gazetteer("gazetteers/places-de-osm.txt", GazetteerFormat::Places, "OpenStreetMap, CC BY-SA 2.0"),
        gazetteer(
            "gazetteers/firstnames.csv",
            GazetteerFormat::FirstNames { usual: &["Germany", "Austria", "Swiss"] },
            "Jörg Michael's name dictionary, GFDL",
        ),
        gazetteer("gazetteers/surnames-de.txt", GazetteerFormat::Surnames, "GermaNER, Apache-2.0"),
        gazetteer("gazetteers/frequency-de.txt", GazetteerFormat::Frequencies, "CC BY-SA 4.0"),
    ],
    corpora: &[
        Corpus {
            path: "wikinews-de/train.jsonl",
            format: CorpusFormat::JsonLines,
            licence: "text CC BY 2.5 (Wikinews), annotations CC BY 4.0",
            unmarked: "",
            held_out: 0,
        },
        Corpus {
            path: "written-de/train.jsonl",
            format: CorpusFormat::JsonLines,
            licence: "CC0",
            unmarked: "",
            held_out: 0,
        },
        Corpus {
            path: "germeval2014/dev.jsonl",
            format: CorpusFormat::JsonLines,
            licence: "CC BY 4.0",
            unmarked: "",
            held_out: 0,
        },
        Corpus {
            path: "germeval2014/open.jsonl",
            format: CorpusFormat::JsonLines,
            licence: "CC BY 4.0",
            unmarked: "",
            held_out: 1000,
        },
        Corpus {
            path: "smartdata-de/news.jsonl",
            format: CorpusFormat::JsonLines,
            licence: "CC BY 4.0",
            unmarked: "M",
            held_out: 0,
        },
        Corpus {
            path: "uner/de_pud.iob2",
            format: CorpusFormat::Columns { word: 1, tag: 2 },
            licence: "CC BY-SA 3.0",
            unmarked: "M",
            held_out: 0,
        },
    ],
    atlas: AtlasRecipe {
        countries: Some("deu"),
        places: "name_de",
        home: &["DE", "AT", "CH", "LI"],
        small_towns: &["DE", "AT", "CH"],
        least_people: 35_000,
    },
    genitives: &["s", "'", "’"],
    inflection: Inflection { name: super::inflection::name, derived: super::inflection::derived },
};

const fn gazetteer(path: &'static str, format: GazetteerFormat, licence: &'static str) -> Gazetteer {
    Gazetteer { path, format, licence }
}
