//! Spellings that tell languages apart where words are rare, as in headlines.
//!
//! In: a word in lower case. Out: the sets of languages that its spelling speaks for.

use super::candidates::{
    CA, CS, DA, DE, EN, ES, ET, FI, FR, HR, HU, IT, LT, LV, NB, NL, PL, PT, RO, SK, SL, SV, TR,
};

/// Letters beyond a to z.
const LETTERS: &[(char, u32)] = &[
    ('ß', DE),
    ('ä', DE | SV | FI | ET | SK),
    ('ö', DE | SV | FI | ET | HU | TR),
    ('ü', DE | TR | HU | ET),
    ('å', SV | DA | NB),
    ('ø', DA | NB),
    ('æ', DA | NB),
    ('ñ', ES),
    ('ç', FR | PT | CA | TR),
    ('ã', PT),
    ('õ', PT | ET),
    ('è', FR | IT | CA),
    ('ê', FR | PT),
    ('à', FR | IT | CA | PT),
    ('ò', IT | CA),
    ('ù', IT | FR),
    ('é', FR | ES | PT | HU | CS | SK | CA),
    ('í', ES | PT | HU | CS | SK | CA),
    ('ó', ES | PT | HU | PL | CA),
    ('á', ES | PT | HU | CS | SK),
    ('ú', ES | PT | HU | CS | SK),
    ('ł', PL),
    ('ą', PL | LT),
    ('ę', PL | LT),
    ('ś', PL),
    ('ż', PL),
    ('ć', PL | HR),
    ('ř', CS),
    ('ě', CS),
    ('ů', CS),
    ('č', CS | SK | HR | SL | LT | LV),
    ('š', CS | SK | HR | SL | LT | LV | ET),
    ('ž', CS | SK | HR | SL | LT | LV | ET),
    ('đ', HR),
    ('ğ', TR),
    ('ı', TR),
    ('ş', TR),
    ('ő', HU),
    ('ű', HU),
    ('ă', RO),
    ('ș', RO),
    ('ț', RO),
    ('ā', LV),
    ('ė', LT),
];

/// Beginnings of words.
const STARTS: &[(&str, u32)] = &[
    ("gh", EN),
    ("ge", DE | NL),
    ("kn", EN | DE | SV | NL),
    ("pf", DE),
    ("sch", DE | NL),
    ("sh", EN),
    ("th", EN),
    ("ver", DE | NL),
    ("wh", EN),
    ("wr", EN),
    ("zw", DE | NL),
];

/// Ends of words.
const ENDS: &[(&str, u32)] = &[
    ("acht", DE | NL),
    ("ath", EN),
    ("aux", FR),
    ("ção", PT),
    ("ción", ES),
    ("cht", DE | NL),
    ("ck", EN | DE | SV),
    ("ed", EN),
    ("eit", DE),
    ("elt", DE),
    ("ern", DE),
    ("ade", SV),
    ("arna", SV),
    ("ede", DA),
    ("ende", DE | NL | DA | NB | SV),
    ("erne", DA | NB),
    ("erna", SV),
    ("eur", FR),
    ("gh", EN),
    ("ght", EN),
    ("icht", DE),
    ("igt", DE),
    ("ij", NL),
    ("ing", EN | NL | DA | NB | SV),
    ("isch", DE | NL),
    ("kker", DA | NB),
    ("lich", DE),
    ("ll", EN),
    ("ly", EN),
    ("ness", EN),
    ("ngen", DE | DA | NB),
    ("nskab", DA),
    ("oni", IT),
    ("orna", SV),
    ("sk", SV | DA | NB),
    ("skt", SV),
    ("tte", DA | NB | IT | FR),
    ("aal", NL),
    ("iek", NL),
    ("aat", NL),
    ("een", NL),
    ("eau", FR),
    ("ados", ES | PT),
    ("dad", ES),
    ("dade", PT),
    ("ität", DE),
    ("heit", DE),
    ("gny", FR),
    ("ité", FR),
    ("ment", FR | EN | CA),
    ("oek", NL),
    ("ow", EN | PL),
    ("ption", EN | FR),
    ("rt", DE),
    ("schaft", DE),
    ("sh", EN),
    ("sse", DE),
    ("ße", DE),
    ("st", EN | DE),
    ("tet", DE | SV | DA | NB),
    ("th", EN),
    ("tion", EN | DE | FR | SV | DA),
    ("tz", DE),
    ("ung", DE),
    ("ungen", DE),
    ("ways", EN),
    ("wn", EN),
    ("zione", IT),
];

/// Tells `hear` the set of languages of each letter beyond a to z in `word`.
pub(super) fn letters(word: &str, mut hear: impl FnMut(u32)) {
    for c in word.chars().filter(|c| !c.is_ascii()) {
        if let Some((_, languages)) = LETTERS.iter().find(|(letter, _)| *letter == c) {
            hear(*languages);
        }
    }
}

/// Tells `hear` the sets of languages of the beginning and the end of `word`.
pub(super) fn affixes(word: &str, mut hear: impl FnMut(u32)) {
    let start = STARTS.iter().find(|(start, _)| word.len() > start.len() && word.starts_with(start));
    // The longest ending says all that the shorter ones do.
    let ends = ENDS.iter().filter(|(end, _)| word.len() > end.len() && word.ends_with(end));
    for (_, languages) in start.into_iter().chain(ends.max_by_key(|(end, _)| end.len())) {
        hear(*languages);
    }
}
