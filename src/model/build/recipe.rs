//! What a pack is made from.
//!
//! In: constants of each language's folder. Out: nothing; `build` reads the sources that are named here.

use crate::lang::Language;

/// The sources of a language's pack, and what is particular about reading them.
pub(crate) struct Recipe {
    pub(crate) language: Language,
    /// Hand-compiled lists; see `facts` for their form.
    pub(crate) facts: &'static [&'static str],
    pub(crate) gazetteers: &'static [Gazetteer],
    pub(crate) corpora: &'static [Corpus],
    /// Raw text for word clusters, if there are to be any.
    pub(crate) raw: Option<Raw>,
    /// How much evidence a weight of the tagger must have: the L1 norm, in tenths.
    pub(crate) sparsity: u16,
    /// What the pack is measured on; nothing of it is learned.
    pub(crate) measured: &'static [Corpus],
    pub(crate) atlas: AtlasRecipe,
    /// Endings that a name takes in the genitive: `s`, `'s`.
    pub(crate) genitives: &'static [&'static str],
    pub(crate) inflection: Inflection,
}

/// The forms of words in hand-compiled lists.
#[derive(Clone, Copy)]
pub(crate) struct Inflection {
    /// The forms of a name of several words, itself among them: `Europäische Union`, `Europäischen Union`.
    pub(crate) name: fn(&str) -> Vec<String>,
    /// The forms of a word that is derived from a name: `japanisch`, `japanischen`, `Japaner`, `Japanerin`.
    pub(crate) derived: fn(&str) -> Vec<String>,
}

/// Raw text, a sentence or paragraph in each line.
pub(crate) struct Raw {
    /// Relative to the folder of corpora.
    pub(crate) path: &'static str,
    pub(crate) licence: &'static str,
}

/// Which places of the world a pack has, and by which names; the sources are the same for every language.
pub(crate) struct AtlasRecipe {
    /// The key of the language in the translations of the list of countries; `None` for English.
    pub(crate) countries: Option<&'static str>,
    /// The column of the names of places in this language.
    pub(crate) places: &'static str,
    /// Codes of the countries where it is spoken: there, small towns are named without more ado.
    pub(crate) home: &'static [&'static str],
    /// Codes of the countries whose small towns are listed even without coordinates.
    pub(crate) small_towns: &'static [&'static str],
    /// How many people a town elsewhere has, unless it is a capital.
    pub(crate) least_people: u32,
}

/// A text whose names are marked.
pub(crate) struct Corpus {
    /// Relative to the folder of corpora.
    pub(crate) path: &'static str,
    pub(crate) format: CorpusFormat,
    pub(crate) licence: &'static str,
    /// What it does not mark; nothing is learned from its absence. Letters of `PLOM` for types, `D` for derived words
    /// and compounds.
    pub(crate) unmarked: &'static str,
    /// Which of its lines are meant.
    pub(crate) part: Part,
    /// Whether all of it, not only a sixth, is left out when the tagger learns how sure it may be: a corpus of
    /// other hands than the rest.
    pub(crate) calibrates: bool,
}

impl Corpus {
    /// A whole corpus, of hands like the rest.
    pub(crate) const fn new(
        path: &'static str,
        format: CorpusFormat,
        licence: &'static str,
        unmarked: &'static str,
    ) -> Self {
        Self { path, format, licence, unmarked, part: Part::All, calibrates: false }
    }
}

/// A part of a corpus of lines.
// Reason: each language has its own corpora, and a build with one language does not read the others'.
#[cfg_attr(not(all(feature = "lang-de", feature = "lang-en")), allow(dead_code))]
#[derive(Clone, Copy)]
pub(crate) enum Part {
    /// All lines.
    All,
    /// All but so many at the end.
    AllBut(usize),
    /// So many at the end.
    Last(usize),
}

impl Part {
    /// How a card says it.
    pub(crate) fn note(self) -> String {
        match self {
            Self::All => String::new(),
            Self::AllBut(count) => format!(", all but the last {count} lines"),
            Self::Last(count) => format!(", the last {count} lines"),
        }
    }

    pub(super) fn of<'l, 'a>(self, lines: &'l [&'a str]) -> &'l [&'a str] {
        match self {
            Self::All => lines,
            Self::AllBut(count) => &lines[..lines.len().saturating_sub(count)],
            Self::Last(count) => &lines[lines.len().saturating_sub(count)..],
        }
    }
}

// Reason: each language has its own corpora, and a build with one language does not read the others'.
#[cfg_attr(not(all(feature = "lang-de", feature = "lang-en")), allow(dead_code))]
#[derive(Clone, Copy)]
pub(crate) enum CorpusFormat {
    /// JSON lines with `text` and `mentions`.
    JsonLines,
    /// A token and its tag in each line, in the columns that are named; blank lines between sentences.
    Columns { word: usize, tag: usize },
    /// Sentences in lines of their own; which, and the names in them, is said by hand-made marks: see `marks`.
    Marks { marks: &'static str },
    /// A treebank; sentences without a proper noun, in which nothing is named.
    Unnamed,
}

/// A list of names.
pub(crate) struct Gazetteer {
    /// Relative to the folder of corpora.
    pub(crate) path: &'static str,
    pub(crate) format: GazetteerFormat,
    pub(crate) licence: &'static str,
}

impl Gazetteer {
    pub(crate) const fn new(path: &'static str, format: GazetteerFormat, licence: &'static str) -> Self {
        Self { path, format, licence }
    }
}

// Reason: each language has its own lists, and a build with one language does not read the others'.
#[cfg_attr(not(all(feature = "lang-de", feature = "lang-en")), allow(dead_code))]
#[derive(Clone, Copy)]
pub(crate) enum GazetteerFormat {
    /// A country's short name and its official name, in turns.
    OfficialCountries,
    /// Countries with their English names and demonyms.
    EnglishCountries,
    /// Places with populations; the column of the names in this language.
    NaturalEarth { name: &'static str },
    /// A place in each line.
    Places,
    /// First names with sex and frequency; the columns of the countries whose names are usual here.
    FirstNames { usual: &'static [&'static str] },
    /// A surname in each line.
    Surnames,
    /// Words by falling frequency, in lower case.
    Frequencies,
}
