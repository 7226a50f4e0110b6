//! What the English pack is made from.

use crate::lang::Language;
use crate::model::build::{
    AtlasRecipe, Corpus, CorpusFormat, Gazetteer, GazetteerFormat, Inflection, Recipe,
};

pub(crate) const RECIPE: Recipe = Recipe {
    language: Language::English,
    facts: &[
        include_str!("facts/places.txt"),
        include_str!("facts/organisations.txt"),
        include_str!("facts/companies-media-bodies.txt"),
        include_str!("facts/regions-sites.txt"),
        include_str!("facts/works-events-products.txt"),
        include_str!("facts/people.txt"),
    ],
    gazetteers: &[
        Gazetteer::new(
            "gazetteers/countries.json",
            GazetteerFormat::EnglishCountries,
            "mledoze/countries, ODbL 1.0",
        ),
        Gazetteer::new(
            "gazetteers/places-natural-earth.tsv",
            GazetteerFormat::NaturalEarth { name: "name_en" },
            "Natural Earth, public domain",
        ),
        Gazetteer::new(
            "gazetteers/firstnames.csv",
            GazetteerFormat::FirstNames { usual: &["Great Britain", "Ireland", "U.S.A."] },
            "Jörg Michael's name dictionary, GFDL",
        ),
        Gazetteer::new("gazetteers/frequency-en.txt", GazetteerFormat::Frequencies, "CC BY-SA 4.0"),
    ],
    corpora: &[
        Corpus::new("written-en/train.jsonl", CorpusFormat::JsonLines, "CC0", ""),
        Corpus::new("uner/en_pud.iob2", TREEBANK, "CC BY-SA 3.0", "MD"),
        Corpus { calibrates: true, ..Corpus::new("uner/en_ewt-dev.iob2", TREEBANK, "CC BY-SA 4.0", "MD") },
        Corpus::new(
            "english/ud-ewt-train.conllu",
            CorpusFormat::Marks { marks: include_str!("marks/ewt.txt") },
            "CC BY-SA 4.0",
            "",
        ),
        Corpus::new("english/ud-ewt-train.conllu", CorpusFormat::Unnamed, "CC BY-SA 4.0", "MD"),
        Corpus::new("english/wnut17train.conll", CorpusFormat::Columns { word: 0, tag: 1 }, "CC BY 4.0", "D"),
        Corpus::new("english/wikigold.tsv", CorpusFormat::Columns { word: 0, tag: 1 }, "CC BY 4.0", "D"),
    ],
    raw: None,
    sparsity: 30,
    measured: &[
        Corpus::new("uner/en_ewt-test.iob2", TREEBANK, "CC BY-SA 4.0", "MD"),
        Corpus::new("written-en/dev.jsonl", CorpusFormat::JsonLines, "CC0", ""),
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

/// The columns of Universal NER.
const TREEBANK: CorpusFormat = CorpusFormat::Columns { word: 1, tag: 2 };
