//! Spellings that tell languages apart where words are rare, as in headlines.
//!
//! In: a word in lower case. Out: the sets of languages that its spelling speaks for.

use super::candidates::{
    Candidates, BE, BG, CA, CS, DA, DE, EN, ES, ET, FA, FI, FR, HR, HU, ID, IT, LT, LV, MK, NB, NL, PL, PT,
    RO, RU, SK, SL, SR, SV, TR, UK, UR, VI,
};
use super::scripts;

/// Letters beyond a to z.
const LETTERS: &[(char, Candidates)] = &[
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
    ('ơ', VI),
    ('ư', VI),
    ('ы', RU | BE),
    ('э', RU | BE),
    ('ё', RU | BE),
    ('и', RU | UK | BG | SR | MK),
    ('щ', RU | UK | BG),
    ('ъ', RU | BG),
    ('і', UK | BE),
    ('ї', UK),
    ('є', UK),
    ('ґ', UK),
    ('ў', BE),
    ('ђ', SR),
    ('ћ', SR),
    ('ј', SR | MK),
    ('љ', SR | MK),
    ('њ', SR | MK),
    ('џ', SR | MK),
    ('ѓ', MK),
    ('ќ', MK),
    ('ѕ', MK),
    ('پ', FA | UR),
    ('چ', FA | UR),
    ('گ', FA | UR),
    ('ک', FA | UR),
    ('ی', FA | UR),
    ('ٹ', UR),
    ('ڈ', UR),
    ('ڑ', UR),
    ('ے', UR),
    ('ہ', UR),
];

/// Beginnings of words.
const STARTS: &[(&str, Candidates)] = &[
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
const ENDS: &[(&str, Candidates)] = &[
    ("a", ES | IT | PT | CA | PL | CS | SK | HR | SL | LV | ID),
    ("acht", DE | NL),
    ("as", ES | PT | LT | LV),
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
    ("hed", DA),
    ("heden", DA | NL),
    ("het", NB | SV),
    ("i", IT | PL | CS | SK | HR | SL | HU | FI),
    ("ije", HR),
    ("ni", IT | HR | SL | HU),
    ("o", ES | IT | PT | PL | CS | SK | HR | SL),
    ("oni", IT),
    ("os", ES | PT),
    ("та", BG | MK),
    ("ите", BG | MK),
    ("ото", BG | MK),
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

/// Vietnamese alone has letters with two marks.
const VIETNAMESE: std::ops::RangeInclusive<char> = '\u{1ea0}'..='\u{1ef9}';

/// Tells `hear` the set of languages of each letter beyond a to z in `word`: of its script, and its own.
pub(super) fn letters(word: &str, mut hear: impl FnMut(Candidates)) {
    for c in word.chars().filter(|c| !c.is_ascii()) {
        if let Some((_, languages)) = LETTERS.iter().find(|(letter, _)| *letter == c) {
            hear(*languages);
        }
        hear(if VIETNAMESE.contains(&c) { VI } else { scripts::languages(c) });
    }
}

/// Tells `hear` the sets of languages of the beginning and the end of `word`.
pub(super) fn affixes(word: &str, mut hear: impl FnMut(Candidates)) {
    let start = STARTS.iter().find(|(start, _)| word.len() > start.len() && word.starts_with(start));
    // The longest ending says all that the shorter ones do.
    let ends = ENDS.iter().filter(|(end, _)| word.len() > end.len() && word.ends_with(end));
    for (_, languages) in start.into_iter().chain(ends.max_by_key(|(end, _)| end.len())) {
        hear(*languages);
    }
}
