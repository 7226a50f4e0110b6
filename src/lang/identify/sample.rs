//! A part of the article that its language is told by.
//!
//! In: the text and its sections. Out: a bounded piece of what it says, without addresses. Long articles give
//! pieces of their beginning, middle and end, so that one quotation or one box does not decide.

use crate::article::{Section, SectionKind};
use crate::text::{Span, Text};

/// A piece of the sample, in bytes.
const PIECE: u32 = 1200;

/// Pieces of a long article.
const PIECES: u32 = 3;

/// Prose shorter than this needs the headlines and captions too.
const ENOUGH: u32 = 200;

/// The sample of `text`; without sections, of the whole text.
pub(super) fn take(text: Text<'_>, sections: &[Section]) -> String {
    let spans = |wanted: fn(SectionKind) -> bool| -> Vec<Span> {
        sections.iter().filter(|section| wanted(section.kind)).map(|section| section.span).collect()
    };
    let length = |spans: &[Span]| spans.iter().map(|span| span.len()).sum::<u32>();
    let mut chosen = spans(SectionKind::is_prose);
    if length(&chosen) < ENOUGH {
        chosen = spans(|kind| !matches!(kind, SectionKind::Header | SectionKind::Furniture));
    }
    if length(&chosen) < ENOUGH {
        chosen = vec![text.all()];
    }
    let length = length(&chosen);
    let mut sample = String::with_capacity((PIECE * PIECES) as usize);
    if length <= PIECE * PIECES {
        append(text, &chosen, 0, length, &mut sample);
    } else {
        for piece in 0..PIECES {
            append(text, &chosen, (length - PIECE) / (PIECES - 1) * piece, PIECE, &mut sample);
        }
    }
    sample
}

/// Appends `length` bytes of `spans` taken together, from `from` on, in whole words.
fn append(text: Text<'_>, spans: &[Span], from: u32, length: u32, sample: &mut String) {
    let (mut skip, mut left) = (from, length);
    for span in spans {
        if skip >= span.len() {
            skip -= span.len();
            continue;
        }
        let words = text.slice(*span);
        let start = boundary(words, skip as usize);
        let end = boundary(words, (skip + left).min(span.len()) as usize);
        for word in words[start..end].split_whitespace().filter(|word| !word.contains(['@', '/'])) {
            sample.push_str(word);
            sample.push(' ');
        }
        left = left.saturating_sub((end - start) as u32);
        skip = 0;
        if left == 0 {
            break;
        }
    }
}

/// The first character boundary from `at` on.
fn boundary(words: &str, mut at: usize) -> usize {
    while !words.is_char_boundary(at) {
        at += 1;
    }
    at
}
