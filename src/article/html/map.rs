//! Where the readable text stands in the HTML source.
//!
//! In: pieces of text with their place in the source, in order. Out: sorted [`SourceRun`]s. Invariant: runs of
//! equal length on both sides are the same characters.

use crate::article::SourceRun;
use crate::text::Span;

/// Gathers runs.
#[derive(Debug, Default)]
pub(super) struct Map {
    runs: Vec<SourceRun>,
    /// Whether the last run is a copy, which can be gone on with.
    is_copy: bool,
}

impl Map {
    /// `length` bytes at `text` are a copy of those at `source`.
    pub(super) fn copy(&mut self, text: u32, source: u32, length: u32) {
        if self.is_copy {
            if let Some(last) =
                self.runs.last_mut().filter(|last| last.text.end() == text && last.source.end() == source)
            {
                last.text = Span::new(last.text.start(), text + length);
                last.source = Span::new(last.source.start(), source + length);
                return;
            }
        }
        self.is_copy = true;
        self.runs.push(SourceRun {
            text: Span::new(text, text + length),
            source: Span::new(source, source + length),
        });
    }

    /// `read`, which stands at `text`, was read from other characters at `source`.
    pub(super) fn replaced(&mut self, read: &str, text: u32, source: Span) {
        self.is_copy = false;
        let end = text + read.len() as u32;
        if read.len() as u32 != source.len() {
            self.runs.push(SourceRun { text: Span::new(text, end), source });
            return;
        }
        // As many bytes, but others: two runs of unlike lengths, or none where that cannot be.
        let first = read.chars().next().map_or(0, |c| c.len_utf8() as u32);
        let cut = source.end().saturating_sub(1);
        let (left, right) = (Span::new(text, text + first), Span::new(text + first, end));
        if !right.is_empty() && right.len() != 1 && cut > source.start() && left.len() != cut - source.start()
        {
            self.runs.push(SourceRun { text: left, source: Span::new(source.start(), cut) });
            self.runs.push(SourceRun { text: right, source: Span::new(cut, source.end()) });
        }
    }

    pub(super) fn finish(self) -> Vec<SourceRun> {
        self.runs
    }
}
