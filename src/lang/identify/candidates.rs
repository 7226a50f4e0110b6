//! The languages that newspapers are written in, as far as they can be told apart.
//!
//! In: nothing. Out: [`CANDIDATES`]: the detector's name of each, its BCP 47 tag and its bit.

use whatlang::Lang;

/// A language that a text may be in.
#[derive(Debug)]
pub(super) struct Candidate {
    pub(super) lang: Lang,
    pub(super) tag: &'static str,
    /// One bit where the language has words in [`super::function_words`], else none.
    pub(super) bit: u32,
}

macro_rules! candidates {
    ([$($name:ident $lang:ident $tag:literal $bit:literal;)*] [$($other:ident $other_tag:literal;)*]) => {
        $(pub(super) const $name: u32 = 1 << $bit;)*

        /// Every language that is looked for. Those that no newspaper is likely to come in are left out: a
        /// longer list makes short texts harder to tell.
        pub(super) const CANDIDATES: &[Candidate] = &[
            $(Candidate { lang: Lang::$lang, tag: $tag, bit: $name },)*
            $(Candidate { lang: Lang::$other, tag: $other_tag, bit: 0 },)*
        ];
    };
}

candidates! {
    [
    DE Deu "de" 0;
    EN Eng "en" 1;
    NL Nld "nl" 2;
    DA Dan "da" 3;
    NB Nob "nb" 4;
    SV Swe "sv" 5;
    FR Fra "fr" 6;
    ES Spa "es" 7;
    IT Ita "it" 8;
    PT Por "pt" 9;
    CA Cat "ca" 10;
    PL Pol "pl" 11;
    CS Ces "cs" 12;
    SK Slk "sk" 13;
    TR Tur "tr" 14;
    HU Hun "hu" 15;
    FI Fin "fi" 16;
    RO Ron "ro" 17;
    HR Hrv "hr" 18;
    SL Slv "sl" 19;
    ET Est "et" 20;
    LT Lit "lt" 21;
    LV Lav "lv" 22;
    ]
    [
    Vie "vi";
    Ind "id";
    Rus "ru";
    Ukr "uk";
    Bul "bg";
    Srp "sr";
    Mkd "mk";
    Bel "be";
    Ell "el";
    Ara "ar";
    Pes "fa";
    Urd "ur";
    Heb "he";
    Hin "hi";
    Ben "bn";
    Kat "ka";
    Hye "hy";
    Cmn "zh";
    Jpn "ja";
    Kor "ko";
    Tha "th";
    ]
}
