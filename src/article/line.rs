//! A short stretch of text as words that can be looked up.
//!
//! In: a line, or the beginning or end of a paragraph. Out: [`Line`]: the text, the same text in lower case
//! with every byte in its place, and where its words stand. What the words mean is left to the classifiers.

use std::ops::Range;

use super::senses::Senses;

/// The longest text that is read as a whole; of longer ones only the ends matter here.
pub(super) const MAX_LINE: usize = 420;

/// Buffers that are used again for each line.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    folded: String,
    words: Vec<(Range<usize>, Senses)>,
}

/// A short text and its words. A word is a stretch of letters and digits with hyphens and apostrophes inside.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'l> {
    /// As written.
    pub(super) text: &'l str,
    /// In lower case; offsets are those of `text`.
    pub(super) folded: &'l str,
    words: &'l [(Range<usize>, Senses)],
}

impl Scratch {
    pub(super) fn line<'l>(&'l mut self, text: &'l str) -> Line<'l> {
        self.folded.clear();
        self.words.clear();
        fold_into(text, &mut self.folded);
        let mut start = None;
        let mut end = 0;
        let mut at = 0;
        while let Some(&byte) = text.as_bytes().get(at) {
            let (length, is_part, joins) = if byte.is_ascii() {
                (1, byte.is_ascii_alphanumeric(), matches!(byte, b'-' | b'\''))
            } else {
                let c = text[at..].chars().next().unwrap_or_default();
                (c.len_utf8(), c.is_alphanumeric(), is_joiner(c))
            };
            if is_part {
                start.get_or_insert(at);
                end = at + length;
            } else if !(joins && end == at) {
                if let Some(start) = start.take() {
                    self.words.push((start..end, Senses::of(&self.folded[start..end])));
                }
            }
            at += length;
        }
        if let Some(start) = start {
            self.words.push((start..end, Senses::of(&self.folded[start..end])));
        }
        Line { text, folded: &self.folded, words: &self.words }
    }
}

impl<'l> Line<'l> {
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The place of the word `index`.
    pub(super) fn span(&self, index: usize) -> Range<usize> {
        self.words[index].0.clone()
    }

    /// The word `index` as written.
    pub(super) fn word(&self, index: usize) -> &'l str {
        &self.text[self.span(index)]
    }

    /// The word `index` in lower case.
    pub(super) fn key(&self, index: usize) -> &'l str {
        &self.folded[self.span(index)]
    }

    /// What stands between the word `index` and the one before it, or the beginning.
    pub(super) fn before(&self, index: usize) -> &'l str {
        let start = if index == 0 { 0 } else { self.words[index - 1].0.end };
        let end = self.words.get(index).map_or(self.text.len(), |(word, _)| word.start);
        &self.text[start..end]
    }

    /// Whether the word `index` begins with a capital letter or a digit.
    pub(super) fn is_capitalised(&self, index: usize) -> bool {
        self.word(index).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    }

    /// What the word `index` can mean.
    pub(super) fn senses(&self, index: usize) -> Senses {
        self.words[index].1
    }

    /// What each word can mean.
    pub(super) fn all_senses(&self) -> impl Iterator<Item = Senses> + 'l {
        self.words.iter().map(|(_, senses)| *senses)
    }

    /// All words in lower case.
    pub(super) fn keys(self) -> impl DoubleEndedIterator<Item = &'l str> + ExactSizeIterator {
        (0..self.len()).map(move |index| self.key(index))
    }

    /// The line in lower case from its first to its last word, without marks around it.
    pub(super) fn core(&self) -> &'l str {
        match (self.words.first(), self.words.last()) {
            (Some((first, _)), Some((last, _))) => &self.folded[first.start..last.end],
            _ => "",
        }
    }
}

/// Appends `text` in lower case, every byte in its place.
fn fold_into(text: &str, folded: &mut String) {
    let mut rest = text;
    while !rest.is_empty() {
        let ascii = rest.bytes().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
        folded.push_str(&rest[..ascii]);
        let mut chars = rest[ascii..].chars();
        folded.extend(chars.next().map(fold));
        rest = chars.as_str();
    }
    folded.make_ascii_lowercase();
}

/// `c` in lower case where that has as many bytes, else `c`.
fn fold(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) if one.len_utf8() == c.len_utf8() => one,
        _ => c,
    }
}

pub(super) fn is_joiner(c: char) -> bool {
    matches!(c, '-' | '\'' | '’' | '\u{2010}' | '\u{2011}' | '\u{ad}')
}

/// The beginning of `text`, at most `bytes` long and not through a character.
pub(super) fn head(text: &str, bytes: usize) -> &str {
    let mut end = text.len().min(bytes);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Where the end of `text`, at most `bytes` long, begins.
pub(super) fn tail_start(text: &str, bytes: usize) -> usize {
    let mut start = text.len().saturating_sub(bytes);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    start
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_keep_hyphens_and_lose_marks() {
        let mut scratch = Scratch::default();
        let line = scratch.line("«E-Mail-Adresse», AP/dpa – Ärger’s 28.07.2024!");
        assert_eq!(
            line.keys().collect::<Vec<_>>(),
            ["e-mail-adresse", "ap", "dpa", "ärger’s", "28", "07", "2024"]
        );
        assert_eq!(line.before(2), "/");
        assert_eq!(line.core(), "e-mail-adresse», ap/dpa – ärger’s 28.07.2024");
    }

    proptest! {
        #[test]
        fn folding_keeps_every_byte_in_its_place(text in "\\PC{0,60}") {
            let mut scratch = Scratch::default();
            let line = scratch.line(&text);
            prop_assert_eq!(line.text.len(), line.folded.len());
            for index in 0..line.len() {
                prop_assert!(!line.word(index).is_empty());
                prop_assert!(!line.key(index).is_empty());
            }
            for cut in 0..70 {
                prop_assert!(head(&text, cut).len() <= cut);
                prop_assert!(text.len() - tail_start(&text, cut) <= cut);
            }
        }
    }
}
