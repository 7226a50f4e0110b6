//! What the letters of a word say.
//!
//! In: a word. Out: hashes, patterns and parts of it that features are made of.

use crate::hash;

/// The hash of letters.
pub(super) fn text_hash(text: &str) -> u64 {
    hash::of_bytes(text.bytes())
}

/// The word in lower case, digits as zeros.
pub(super) fn gist(text: &str) -> String {
    text.chars().flat_map(|c| if c.is_ascii_digit() { '0' } else { c }.to_lowercase()).collect()
}

/// Its pattern of capitals, small letters, digits and marks, runs folded: `Xx-Xx`.
pub(super) fn pattern(text: &str) -> u64 {
    let mut last = '\0';
    let mut pattern = hash::of_bytes(std::iter::empty());
    for c in text.chars() {
        let class = match c {
            _ if c.is_uppercase() => 'X',
            _ if c.is_alphabetic() => 'x',
            _ if c.is_numeric() => '0',
            _ => c,
        };
        if class != last {
            pattern = hash::mix(pattern, u64::from(class));
        }
        last = class;
    }
    pattern
}

/// `U`, `US`, `US-` …
pub(super) fn beginnings(text: &str) -> impl Iterator<Item = &str> {
    text.char_indices().map(|(at, c)| &text[..at + c.len_utf8()])
}

/// `n`, `en`, `ten` …
pub(super) fn endings(text: &str) -> impl Iterator<Item = &str> {
    text.char_indices().rev().map(|(at, _)| &text[at..])
}

/// The first and the last part of a word with hyphens.
pub(super) fn parts(text: &str) -> Option<(&str, &str)> {
    let first =
        text.split(['-', '/']).next().filter(|first| first.len() < text.len() && !first.is_empty())?;
    let last = text.rsplit(['-', '/']).next().filter(|last| !last.is_empty())?;
    Some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_fold_runs() {
        assert_eq!(pattern("US-Bürger"), pattern("EU-Politik"));
        assert_ne!(pattern("US-Bürger"), pattern("Bürger"));
        assert_eq!(pattern("1999"), pattern("7"));
    }

    #[test]
    fn words_have_parts() {
        assert_eq!(parts("US-Außen-minister"), Some(("US", "minister")));
        assert_eq!(parts("Ost-"), None);
        assert_eq!(parts("Bürger"), None);
    }

    #[test]
    fn affixes_end_on_characters() {
        assert_eq!(beginnings("Öl").collect::<Vec<_>>(), ["Ö", "Öl"]);
        assert_eq!(endings("lä").collect::<Vec<_>>(), ["ä", "lä"]);
    }
}
