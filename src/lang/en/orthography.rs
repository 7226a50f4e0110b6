//! How English writes ordinals and clock times.
//!
//! In: the lists beside this file. Out: [`ORTHOGRAPHY`].

use super::abbreviations::ABBREVIATIONS;
use super::sentence_starts::STARTERS;
use crate::lang::orthography::Orthography;

pub(crate) static ORTHOGRAPHY: Orthography = Orthography {
    abbreviations: ABBREVIATIONS,
    starters: STARTERS,
    ordinal_nouns: &[],
    ordinal_openers: &[],
    cardinal_openers: &[],
    ordinal_period: false,
    ordinal_suffixes: &["nd", "rd", "st", "th"],
    abbreviated_endings: &[],
    clock_words: &["a.m", "am", "p.m", "pm"],
    gender_endings: &[],
    small_letter_goes_on: false,
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        crate::lang::orthography::assert_sorted(&ORTHOGRAPHY);
    }
}
