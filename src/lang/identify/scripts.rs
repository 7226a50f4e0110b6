//! What letters say outside the Latin alphabet.
//!
//! In: a character. Out: the languages whose script it is of; letters that single ones of them have are in
//! [`super::spelling`]. From the Unicode standard's blocks and the orthographies of the languages.

use super::candidates::{
    Candidates, AR, BE, BG, BN, EL, FA, HE, HI, HY, JA, KA, KO, MK, RU, SR, TH, UK, UR, ZH,
};

/// First and last character of a block and the languages written in it.
const BLOCKS: &[(char, char, Candidates)] = &[
    ('\u{370}', '\u{3ff}', EL),
    ('\u{400}', '\u{4ff}', RU | UK | BG | SR | MK | BE),
    ('\u{530}', '\u{58f}', HY),
    ('\u{590}', '\u{5ff}', HE),
    ('\u{600}', '\u{6ff}', AR | FA | UR),
    ('\u{900}', '\u{97f}', HI),
    ('\u{980}', '\u{9ff}', BN),
    ('\u{e00}', '\u{e7f}', TH),
    ('\u{10a0}', '\u{10ff}', KA),
    ('\u{1100}', '\u{11ff}', KO),
    ('\u{3040}', '\u{30ff}', JA),
    ('\u{4e00}', '\u{9fff}', ZH | JA),
    ('\u{ac00}', '\u{d7af}', KO),
];

/// The languages of `c`'s script; none for Latin letters.
pub(super) fn languages(c: char) -> Candidates {
    let block = BLOCKS.iter().find(|(first, last, _)| (*first..=*last).contains(&c));
    block.map_or(0, |(_, _, languages)| *languages)
}
