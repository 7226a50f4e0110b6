//! What a character is to the scanner.
//!
//! In: a character. Out: its [`Class`]. Unicode's properties as far as the standard library knows them, with the
//! ranges of marks that it does not.

/// What a character can be part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// White space, and what looks like it.
    Blank,
    /// A letter.
    Letter,
    /// A letter of a script that writes words without blanks: a word of its own.
    Ideograph,
    /// An ASCII digit.
    Digit,
    /// `.`, `!`, `?`, `…` and their kin.
    Terminal,
    /// Any other punctuation mark.
    Punctuation,
    /// Anything else.
    Symbol,
}

pub(super) fn class(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' => Class::Letter,
        '0'..='9' => Class::Digit,
        '.' | '!' | '?' => Class::Terminal,
        '$' | '+' | '<' | '=' | '>' | '^' | '`' | '|' | '~' => Class::Symbol,
        '\u{9}'..='\u{d}' | ' ' => Class::Blank,
        '\u{21}'..='\u{7e}' => Class::Punctuation,
        '\0'..='\u{7f}' => Class::Symbol,
        _ => class_beyond_ascii(c),
    }
}

fn class_beyond_ascii(c: char) -> Class {
    match c {
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' => Class::Letter,
        '…' | '‼' | '‽' | '⁇' | '⁈' | '⁉' | '。' | '．' | '！' | '？' | '｡' | '।' | '॥' | '؟' | '۔' | '܀'
        | '։' | '።' | '၊' | '။' => Class::Terminal,
        _ if crate::text::is_blank(c) => Class::Blank,
        '\u{3005}'..='\u{3007}'
        | '\u{3040}'..='\u{309f}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' => Class::Ideograph,
        _ if c.is_alphanumeric() => Class::Letter,
        '¡'
        | '§'
        | '«'
        | '¶'
        | '·'
        | '»'
        | '¿'
        | '\u{2010}'..='\u{2027}'
        | '\u{2030}'..='\u{205e}'
        | '\u{2e00}'..='\u{2e7f}'
        | '\u{3001}'..='\u{3003}'
        | '\u{3008}'..='\u{3011}'
        | '\u{3014}'..='\u{301f}'
        | '\u{ff01}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}'
        | '\u{ff3b}'..='\u{ff3d}'
        | '،'
        | '؛' => Class::Punctuation,
        _ => Class::Symbol,
    }
}

/// Whether `c` belongs to the character before it: combining marks, soft hyphens, joiners, variation selectors,
/// skin tones, tags.
pub(super) fn extends(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6ed}'
        | '\u{93c}' | '\u{94d}' | '\u{9bc}' | '\u{9cd}' | '\u{a3c}' | '\u{a4d}' | '\u{acd}' | '\u{b4d}'
        | '\u{bcd}' | '\u{c4d}' | '\u{ccd}' | '\u{d4d}' | '\u{dca}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200c}' | '\u{200d}' | '\u{2060}'
        | '\u{20d0}'..='\u{20f0}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}')
}

/// Whether `c` joins the parts of a compound.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Whether `c` may stand for letters left out of a word.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '´' | 'ʼ')
}
