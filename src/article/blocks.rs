//! Stretches of text between breaks, before anyone has said what they are.
//!
//! In: plain text. Out: a [`Block`] for each line that is not blank; what is markup makes the same type in
//! [`super::html`]. What the blocks are is left to [`super::structure`].

use super::SectionKind;
use crate::text::{Span, Text};

/// A stretch of text without breaks, and what stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// Where it stands, trimmed and not empty.
    pub(super) span: Span,
    /// How many line breaks stand before it, 255 for more: 0 goes on in the line, 1 is a new line, 2 and more
    /// a new paragraph.
    pub(super) breaks: u8,
    /// What the markup says it is; nothing in plain text.
    pub(super) hint: Option<SectionKind>,
    /// Whether the markup makes all of it a link.
    pub(super) linked: bool,
}

impl Block {
    pub(super) const fn plain(span: Span, breaks: u8) -> Self {
        Self { span, breaks, hint: None, linked: false }
    }
}

/// How a block ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// With a full stop.
    Stop,
    /// With a question or exclamation mark or with dots.
    Mark,
    /// With a colon, a semicolon or a comma.
    Colon,
    /// With a word.
    Open,
}

impl End {
    pub(super) fn of(block: &str) -> Self {
        let bare = block.trim_end_matches(is_closing);
        match bare.chars().next_back() {
            Some('.') if bare.ends_with("..") || bare.ends_with("….") => Self::Mark,
            Some('.') if ends_abbreviated(bare) => Self::Open,
            Some('.') => Self::Stop,
            Some('!' | '?' | '…' | '‽') => Self::Mark,
            Some(':' | ';' | ',') => Self::Colon,
            _ => Self::Open,
        }
    }
}

/// What can be seen of a block without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    /// The number of words, [`MANY`] for more.
    pub(super) words: u8,
    /// How it ends; closing quotation marks and brackets do not count.
    pub(super) end: End,
    /// Whether its first letter is a small one.
    pub(super) starts_small: bool,
}

/// Where words are no longer counted.
pub(super) const MANY: u8 = 120;

impl Shape {
    pub(super) fn of(block: &str) -> Self {
        let words = count_words(block);
        let end = End::of(block);
        let first = block.chars().find(|c| c.is_alphanumeric() || c.is_ascii_digit());
        Self { words, end, starts_small: first.is_some_and(char::is_lowercase) }
    }

    /// Whether it reads like a paragraph: a sentence that is not very short, or many words.
    pub(super) fn is_paragraph(self) -> bool {
        self.words >= 25
            || (self.words >= 6 && self.end == End::Stop)
            || (self.words >= 14 && self.end != End::Open)
    }

    /// Whether it can be a title: not long, not ended like a sentence, not begun in the middle of one.
    pub(super) fn is_title(self, most_words: u8) -> bool {
        (1..=most_words).contains(&self.words)
            && matches!(self.end, End::Open | End::Mark)
            && !self.starts_small
    }
}

/// Stretches without white space that hold a letter or a digit; all that is not ASCII counts as letters.
fn count_words(text: &str) -> u8 {
    let mut words = 0;
    let mut in_word = false;
    for byte in text.bytes() {
        if byte.is_ascii_whitespace() {
            in_word = false;
        } else if !in_word && (byte.is_ascii_alphanumeric() || byte >= 0x80) {
            in_word = true;
            words += 1;
            if words == MANY {
                break;
            }
        }
    }
    words
}

/// Whether the full stop belongs to the last word: `Benedikt XVI.`, `the U.S.`
fn ends_abbreviated(text: &str) -> bool {
    let word = text.trim_end_matches('.').rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_numeral = word.len() >= 2 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    let last = word.rsplit('.').next().unwrap_or_default();
    is_numeral || (last.len() < word.len() && last.len() == 1 && last.starts_with(char::is_uppercase))
}

/// Marks that close something and say nothing of how the sentence in it ended.
pub(super) fn is_closing(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '»' | '«' | '›' | '‹' | '‘' | '’' | '\'' | ')' | ']' | '*' | ' ')
}

/// The lines of `text` that are not blank.
pub(super) fn lines(text: Text<'_>) -> Vec<Block> {
    let bytes = text.as_str().as_bytes();
    let mut blocks = Vec::new();
    let mut start = 0;
    let mut breaks = 0_u8;
    let mut at = 0;
    while let Some(next) = bytes[at..].iter().position(|&byte| MAY_BREAK[byte as usize]) {
        at += next;
        let length = break_at(bytes, at);
        if length == 0 {
            at += 1;
            continue;
        }
        push(text, start, at, &mut breaks, &mut blocks);
        // A page break parts paragraphs.
        breaks = breaks.saturating_add(if bytes[at] == b'\x0c' { 2 } else { 1 });
        at += length;
        start = at;
    }
    push(text, start, bytes.len(), &mut breaks, &mut blocks);
    blocks
}

fn push(text: Text<'_>, start: usize, end: usize, breaks: &mut u8, blocks: &mut Vec<Block>) {
    let span = text.trim(Span::new(start as u32, end as u32));
    if !span.is_empty() {
        blocks.push(Block::plain(span, *breaks));
        *breaks = 0;
    }
}

/// The bytes that line breaks begin with.
const MAY_BREAK: [bool; 256] = {
    let mut table = [false; 256];
    let bytes = [b'\n', b'\r', 0x0b, 0x0c, 0xc2, 0xe2];
    let mut index = 0;
    while index < bytes.len() {
        table[bytes[index] as usize] = true;
        index += 1;
    }
    table
};

/// The length of the line break at `at`, 0 if there is none.
fn break_at(bytes: &[u8], at: usize) -> usize {
    match bytes[at] {
        b'\r' if bytes.get(at + 1) == Some(&b'\n') => 2,
        b'\n' | b'\r' | b'\x0b' | b'\x0c' => 1,
        // Next line, line separator, paragraph separator.
        0xc2 if bytes.get(at + 1) == Some(&0x85) => 2,
        0xe2 if bytes.get(at + 1) == Some(&0x80) && matches!(bytes.get(at + 2), Some(0xa8 | 0xa9)) => 3,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_break_parts_lines() {
        let source = "eins\r\nzwei\rdrei\u{2028}vier\u{85}fünf\x0csechs\n \u{a0}\n\u{feff}sieben";
        let text = Text::new(source);
        let blocks = lines(text);
        let words: Vec<_> = blocks.iter().map(|block| text.slice(block.span)).collect();
        assert_eq!(words, ["eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben"]);
        let breaks: Vec<_> = blocks.iter().map(|block| block.breaks).collect();
        assert_eq!(breaks, [0, 1, 1, 1, 1, 2, 2]);
    }

    #[test]
    fn shapes_see_through_closing_marks() {
        let check = |text: &str, words: u8, end: End| {
            let shape = Shape::of(text);
            assert_eq!((shape.words, shape.end), (words, end), "{text:?}");
        };
        check("Er sagte: «Nein.»", 3, End::Stop);
        check("Was nun?", 2, End::Mark);
        check("Alles wird teurer ...", 3, End::Mark);
        check("Menden (Sauerland)", 2, End::Open);
        check("Die Lage:", 2, End::Colon);
        check("Ein Besuch bei Benedikt XVI.", 5, End::Open);
        check("Trade with the U.S.", 4, End::Open);
        check("-", 0, End::Open);
    }
}
