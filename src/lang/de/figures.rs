//! German numbers and the words by which German articles tell times and amounts: the words are in `numbers.txt`, `times.txt` and
//! `amounts.txt`, what they do not tell is here.

use std::sync::OnceLock;

use crate::lang::list::words;
use crate::layers::figures::{FigureRules, FigureWords};

/// The words, read once.
pub(crate) fn figure_words() -> &'static FigureWords {
    static WORDS: OnceLock<FigureWords> = OnceLock::new();
    WORDS.get_or_init(|| {
        let lists = [words!("de/numbers.txt"), words!("de/times.txt"), words!("de/amounts.txt")];
        FigureWords::read(&lists, &RULES)
    })
}

static RULES: FigureRules = FigureRules {
    decimal: ',',
    joins_numerals: true,
    days_are_ordinals: true,
    nouns_have_capitals: true,
    adjective_endings: &["e", "en", "er", "em"],
    spellings: &[("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")],
    looks_back,
    looks_ahead,
    is_present: |word| word.len() > 3 && word.ends_with('t') && !looks_back(word),
    split,
    ..FigureRules::NONE
};

/// What may stand before the `ge` of participles.
const PREFIXES: [&str; 21] = [
    "ab", "an", "auf", "aus", "bei", "dar", "durch", "ein", "fest", "her", "hin", "los", "mit", "nach",
    "statt", "um", "vor", "weg", "zu", "zurück", "zusammen",
];

/// `sagte`, `gewählt`, `eingetroffen`
fn looks_back(word: &str) -> bool {
    let is_any = |endings: [&str; 2]| endings.iter().any(|ending| word.ends_with(ending));
    let stem = word.split_once("ge").map(|(prefix, _)| prefix);
    is_any(["te", "ten"])
        || stem.is_some_and(|prefix| prefix.is_empty() || PREFIXES.contains(&prefix)) && is_any(["t", "en"])
}

/// `einzuleiten`, `aufzuheben`
fn looks_ahead(word: &str) -> bool {
    word.ends_with("en") && word.split_once("zu").is_some_and(|(prefix, _)| PREFIXES.contains(&prefix))
}

/// What ends a compound of times.
const HEADS: [&str; 9] =
    ["vormittag", "nachmittag", "abend", "morgen", "mittag", "nacht", "früh", "abends", "morgens"];

/// `Montagabend`, `Dienstagnachmittag`, `Silvesternacht`
fn split(word: &str) -> Option<(&str, &str)> {
    let head = HEADS.iter().find(|head| word.ends_with(**head))?;
    word.split_at_checked(word.len() - head.len())
}
