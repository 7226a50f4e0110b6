//! The languages that newspapers are written in, as far as they can be told apart.
//!
//! In: nothing. Out: [`CANDIDATES`], the BCP 47 tag of each, and a bit of that name, by which the tables of words and
//! letters say whose they are.

/// A set of candidates, one bit each.
pub(super) type Candidates = u64;

macro_rules! candidates {
    ($($name:ident $tag:literal)*) => {
        /// Places in the list, for the bits.
        #[derive(Clone, Copy)]
        enum Place { $($name,)* }

        $(pub(super) const $name: Candidates = 1 << Place::$name as u32;)*

        /// Every language that is looked for, by the places of their bits. Those that no newspaper is likely to come
        /// in are left out: a longer list makes short texts harder to tell.
        pub(super) const CANDIDATES: &[&str] = &[$($tag,)*];
    };
}

candidates! {
    DE "de" EN "en" NL "nl" DA "da" NB "nb" SV "sv" FR "fr" ES "es" IT "it" PT "pt" CA "ca" PL "pl" CS "cs" SK "sk"
    TR "tr" HU "hu" FI "fi" RO "ro" HR "hr" SL "sl" ET "et" LT "lt" LV "lv" VI "vi" ID "id"
    RU "ru" UK "uk" BG "bg" SR "sr" MK "mk" BE "be" EL "el" AR "ar" FA "fa" UR "ur" HE "he" HI "hi" BN "bn" KA "ka"
    HY "hy" ZH "zh" JA "ja" KO "ko" TH "th"
}
