//! What the German pack is made from.

use crate::lang::Language;
use crate::model::build::{
    AtlasRecipe, Corpus, CorpusFormat, Gazetteer, GazetteerFormat, Inflection, Part, Raw, Recipe,
};

pub(crate) const RECIPE: Recipe = Recipe {
    language: Language::German,
    facts: &[
        include_str!("facts/countries.txt"),
        include_str!("facts/geography.txt"),
        include_str!("facts/organisations.txt"),
        include_str!("facts/companies-media-clubs.txt"),
        include_str!("facts/institutions.txt"),
        include_str!("facts/regions-sites.txt"),
        include_str!("facts/works-events-products.txt"),
        include_str!("facts/people.txt"),
    ],
    gazetteers: &[
        Gazetteer::new(
            "gazetteers/countries-de-official.txt",
            GazetteerFormat::OfficialCountries,
            "official work, free",
        ),
        Gazetteer::new(
            "gazetteers/places-natural-earth.tsv",
            GazetteerFormat::NaturalEarth { name: "name_de" },
            "Natural Earth, public domain",
        ),
        Gazetteer::new(
            "gazetteers/places-de-osm.txt",
            GazetteerFormat::Places,
            "OpenStreetMap, CC BY-SA 2.0",
        ),
        Gazetteer::new(
            "gazetteers/firstnames.csv",
            GazetteerFormat::FirstNames { usual: &["Germany", "Austria", "Swiss"] },
            "Jörg Michael's name dictionary, GFDL",
        ),
        Gazetteer::new("gazetteers/surnames-de.txt", GazetteerFormat::Surnames, "GermaNER, Apache-2.0"),
        Gazetteer::new("gazetteers/frequency-de.txt", GazetteerFormat::Frequencies, "CC BY-SA 4.0"),
    ],
    corpora: &[
        Corpus::new("wikinews-de/train.jsonl", CorpusFormat::JsonLines, WIKINEWS, ""),
        Corpus::new("written-de/train.jsonl", CorpusFormat::JsonLines, "CC0", ""),
        Corpus::new("germeval2014/dev.jsonl", CorpusFormat::JsonLines, "CC BY 4.0", ""),
        Corpus {
            part: Part::AllBut(GERMEVAL_MEASURED),
            ..Corpus::new("germeval2014/open.jsonl", CorpusFormat::JsonLines, "CC BY 4.0", "")
        },
        Corpus::new("uner/de_pud.iob2", CorpusFormat::Columns { word: 1, tag: 2 }, "CC BY-SA 3.0", "MD"),
        Corpus::new(
            "raw-de-wikipedia.txt.xz",
            CorpusFormat::Marks { marks: include_str!("marks/wikipedia.txt") },
            WIKIPEDIA,
            "",
        ),
    ],
    raw: Some(Raw { path: "raw-de-wikipedia.txt.xz", licence: WIKIPEDIA }),
    sparsity: 20,
    measured: &[
        Corpus::new("wikinews-de/dev.jsonl", CorpusFormat::JsonLines, WIKINEWS, ""),
        Corpus::new("written-de/dev.jsonl", CorpusFormat::JsonLines, "CC0", ""),
        Corpus {
            part: Part::Last(GERMEVAL_MEASURED),
            ..Corpus::new("germeval2014/open.jsonl", CorpusFormat::JsonLines, "CC BY 4.0", "")
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

const WIKINEWS: &str = "text CC BY 2.5 (Wikinews), annotations CC BY 4.0";
const WIKIPEDIA: &str = "Wikipedia, CC BY-SA 3.0";
/// How many of the open sentences are kept for measuring.
const GERMEVAL_MEASURED: usize = 1000;
