//! Finds every character that may be a quotation mark, with what its neighbours say.
//!
//! In: one section. Out: [`Mark`]s in order. Which of them belong together is left to `resolve`.

use crate::text::{is_blank, Span};

/// The kind of a mark, by its shape. Shapes of one kind open and close each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `„` and its typewriter form `,,`.
    LowDouble,
    /// ` `` `, the typewriter form of `“` in English.
    TypedDouble,
    /// `“`: closes in German, opens in English.
    LeftDouble,
    /// `”`.
    RightDouble,
    /// `"` and the typewriter form `''`.
    StraightDouble,
    /// `‚`.
    LowSingle,
    /// `‘`.
    LeftSingle,
    /// `’`: an apostrophe too.
    RightSingle,
    /// `'`: an apostrophe too.
    StraightSingle,
    /// `»`.
    RightGuillemet,
    /// `«`.
    LeftGuillemet,
    /// `›`.
    RightSingleGuillemet,
    /// `‹`.
    LeftSingleGuillemet,
}

impl Shape {
    /// Whether `close` may close what this opens.
    pub(super) fn closed_by(self, close: Self) -> bool {
        use Shape::{
            LeftDouble, LeftGuillemet, LeftSingle, LeftSingleGuillemet, LowDouble, LowSingle, RightDouble,
            RightGuillemet, RightSingle, RightSingleGuillemet, StraightDouble, StraightSingle, TypedDouble,
        };
        match self {
            LowDouble | StraightDouble | TypedDouble => {
                matches!(close, LeftDouble | RightDouble | StraightDouble)
            }
            LeftDouble | RightDouble => matches!(close, RightDouble | StraightDouble),
            LowSingle | StraightSingle => matches!(close, LeftSingle | RightSingle | StraightSingle),
            LeftSingle | RightSingle => matches!(close, RightSingle | StraightSingle),
            // Finnish and Swedish write »…», so the same mark may close where its neighbours say so.
            RightGuillemet | LeftGuillemet => matches!(close, RightGuillemet | LeftGuillemet),
            RightSingleGuillemet | LeftSingleGuillemet => {
                matches!(close, RightSingleGuillemet | LeftSingleGuillemet)
            }
        }
    }

    /// Whether it can do nothing but open.
    pub(super) fn only_opens(self) -> bool {
        matches!(self, Self::LowDouble | Self::LowSingle | Self::TypedDouble)
    }

    /// Whether it may be an apostrophe as well.
    pub(super) fn is_apostrophe(self) -> bool {
        matches!(self, Self::StraightSingle | Self::RightSingle | Self::LeftSingle)
    }
}

/// A character that may be a quotation mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) shape: Shape,
    /// Its neighbours let it open: nothing before it, something after it.
    pub(super) may_open: bool,
    /// Its neighbours let it close: something before it, nothing after it.
    pub(super) may_close: bool,
    /// What stands before it makes it an inch or a genitive's apostrophe as well.
    pub(super) doubtful: bool,
}

/// Finds the marks of `section`, which starts at `offset` of the text.
pub(super) fn find(section: &str, offset: u32, marks: &mut Vec<Mark>) {
    let bytes = section.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let (shape, len) = match bytes[at] {
            b'"' => (Shape::StraightDouble, 1),
            b'\'' if bytes.get(at + 1) == Some(&b'\'') && !before(section, at).is_some_and(is_quote) => {
                (Shape::StraightDouble, 2)
            }
            b'`' if bytes.get(at + 1) == Some(&b'`') => (Shape::TypedDouble, 2),
            b'\'' => (Shape::StraightSingle, 1),
            b',' if bytes.get(at + 1) == Some(&b',') && opens_low(section, at) => (Shape::LowDouble, 2),
            0xC2 if bytes[at + 1] == 0xAB => (Shape::LeftGuillemet, 2),
            0xC2 if bytes[at + 1] == 0xBB => (Shape::RightGuillemet, 2),
            0xE2 if bytes[at + 1] == 0x80 => match bytes[at + 2] {
                0x98 | 0x9B => (Shape::LeftSingle, 3),
                0x99 => (Shape::RightSingle, 3),
                0x9A => (Shape::LowSingle, 3),
                0x9C | 0x9F => (Shape::LeftDouble, 3),
                0x9D => (Shape::RightDouble, 3),
                0x9E => (Shape::LowDouble, 3),
                0xB9 => (Shape::LeftSingleGuillemet, 3),
                0xBA => (Shape::RightSingleGuillemet, 3),
                _ => {
                    at += 3;
                    continue;
                }
            },
            _ => {
                at += 1;
                continue;
            }
        };
        marks.extend(mark(section, offset, at, len, shape));
        at += len;
    }
}

/// The mark at `at`, unless it is an apostrophe inside a word.
fn mark(section: &str, offset: u32, at: usize, len: usize, shape: Shape) -> Option<Mark> {
    let left = before(section, at);
    let right = section[at + len..].chars().next();
    let word_left = left.is_some_and(char::is_alphanumeric);
    let word_right = right.is_some_and(char::is_alphanumeric);
    if shape.is_apostrophe() && (word_left && word_right || is_elision(section, at, len, left)) {
        return None;
    }
    let free_left = left.is_none_or(|c| is_blank(c) || is_opener(c));
    let free_right = right.is_none_or(|c| is_blank(c) || is_closer(c));
    let (mut may_open, mut may_close) = (free_left && !free_right, free_right && !free_left);
    if free_left == free_right && !shape.is_apostrophe() {
        // `Rede"Halt"` and ` " ` say nothing; what is open decides.
        (may_open, may_close) = (true, true);
    }
    if shape.is_apostrophe() && !free_left && !free_right {
        // `'Bild'-Zeitung` closes before its hyphen, `("'Halt'")` opens behind a mark.
        may_open = left.is_some_and(is_quote) && word_right;
        may_close = word_left || left.is_some_and(is_final);
    }
    // `’` opens in no style that has another mark to close it.
    may_open &= shape != Shape::RightSingle;
    let doubtful = match shape {
        Shape::StraightDouble | Shape::RightDouble => left.is_some_and(|c| c.is_ascii_digit()),
        Shape::StraightSingle | Shape::RightSingle => {
            left.is_some_and(|c| c.is_ascii_digit() || matches!(c, 's' | 'ß' | 'x' | 'z' | 'S'))
        }
        _ => false,
    };
    let start = offset + at as u32;
    Some(Mark { span: Span::new(start, start + len as u32), shape, may_open, may_close, doubtful })
}

fn before(section: &str, at: usize) -> Option<char> {
    section[..at].chars().next_back()
}

/// Whether `,,` opens a quotation: nothing before it, a word right after it.
fn opens_low(section: &str, at: usize) -> bool {
    before(section, at).is_none_or(|c| is_blank(c) || is_opener(c))
        && section[at + 2..].chars().next().is_some_and(char::is_alphanumeric)
}

/// Whether the mark stands for letters left out at the start of a word: `'n`, `'68er`, `'tis`.
fn is_elision(section: &str, at: usize, len: usize, left: Option<char>) -> bool {
    const ELIDED: [&str; 20] = [
        "bout", "cause", "em", "m", "n", "ne", "nem", "nen", "ner", "nes", "ran", "raus", "rein", "rum",
        "runter", "s", "til", "till", "tis", "twas",
    ];
    if left.is_some_and(|c| !is_blank(c) && !is_opener(c)) {
        return false;
    }
    let rest = &section[at + len..];
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len()).min(8);
    let Some(word) = rest.get(..end) else { return false };
    let closed = rest[end..].starts_with(['\'', '’', '‘']);
    let year = word.len() >= 2 && word.as_bytes()[..2].iter().all(u8::is_ascii_digit);
    // `rock 'n' roll` has one on each side.
    (!closed || word == "n")
        && (ELIDED.binary_search(&word).is_ok()
            || year && !word.as_bytes()[2..].iter().any(u8::is_ascii_digit))
}

/// A character that may stand before an opening mark without a blank.
fn is_opener(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '<' | '/' | '-' | '–' | '—' | '=' | '*' | '_' | '|' | '¿' | '¡')
        || is_quote(c)
}

/// A character that may stand after a closing mark without a blank.
fn is_closer(c: char) -> bool {
    is_final(c) || matches!(c, ')' | ']' | '}' | '>' | '/' | '-' | '–' | '—' | '*' | '_' | '|') || is_quote(c)
}

/// A mark that may stand right before a closing one.
fn is_final(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…')
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '„' | '“' | '”' | '‟' | '‚' | '‘' | '’' | '‛' | '»' | '«' | '›' | '‹')
}
