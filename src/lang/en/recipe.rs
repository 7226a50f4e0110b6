//! What the English pack is made from.

use crate::lang::Language;
use crate::model::build::{
    AtlasRecipe, Corpus, CorpusFormat, Gazetteer, GazetteerFormat, Inflection, Recipe,
};

pub(crate) const RECIPE: Recipe = Recipe {
    language: Language::English,
    facts: &[include_str!("facts/places.txt"), include_str!("facts/organisations.txt")],
    gazetteers: &[
        gazetteer(
            "gazetteers/countries.json",
            GazetteerFormat::EnglishCountries,
            "mledoze/countries, ODbL 1.0",
        ),
        gazetteer(
            "gazetteers/places-natural-earth.tsv",
            GazetteerFormat::NaturalEarth { name: "name_en" },
            "Natural Earth, public domain",
        ),
        gazetteer(
            "gazetteers/firstnames.csv",
            GazetteerFormat::FirstNames { usual: &["Great Britain", "Ireland", "U.S.A."] },
            "Jörg Michael's name dictionary, GFDL",
        ),
        gazetteer("gazetteers/frequency-en.txt", GazetteerFormat::Frequencies, "CC BY-SA 4.0"),
    ],
    corpora: &[
        Corpus {
            path: "written-en/train.jsonl",
            format: CorpusFormat::JsonLines,
            licence: "CC0",
            unmarked: "",
            held_out: 0,
        },
        Corpus {
            path: "uner/en_pud.iob2",
            format: CorpusFormat::Columns { word: 1, tag: 2 },
            licence: "CC BY-SA 3.0",
            unmarked: "M",
            held_out: 0,
        },
        Corpus {
            path: "english/wikigold.tsv",
            format: CorpusFormat::Columns { word: 0, tag: 1 },
            licence: "CC BY 4.0",
            unmarked: "",
            held_out: 0,
        },
    ],
    atlas: AtlasRecipe {
        countries: None,
        places: "name_en",
        home: &["GB", "IE", "US", "CA", "AU", "NZ"],
        small_towns: &["GB", "IE"],
        least_people: 35_000,
    },
    genitives: &["'s", "’s", "'", "’"],
    inflection: Inflection { name: super::inflection::name, derived: super::inflection::derived },
};

const fn gazetteer(path: &'static str, format: GazetteerFormat, licence: &'static str) -> Gazetteer {
    Gazetteer { path, format, licence }
}
