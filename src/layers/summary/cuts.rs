//! What can be left out of a sentence.
//!
//! In: a sentence. Out: spans in the order of the text: brackets, and who says it where the words around it stand without
//! it: `…, sagte die Sprecherin`, `nach Angaben der Polizei`. Nothing is ever cut by itself: the caller is told where.

use super::super::outline::{Line, Outline};
use crate::order;
use crate::text::Span;

/// Finds what can be left out.
pub(super) fn find(outline: &Outline<'_>, line: &Line) -> Vec<Span> {
    let tokens = outline.tokens_of(line);
    let mut cuts: Vec<Span> = Vec::new();
    let mut open = None;
    for at in tokens.clone() {
        match outline.text(at) {
            "(" if open.is_none() && at > tokens.start => open = Some(at),
            ")" => {
                // With the blank before it.
                cuts.extend(open.take().map(|open: usize| {
                    let before = outline.context.tokens[open - 1].span.end();
                    Span::new(before, outline.context.tokens[at].span.end())
                }));
            }
            _ => {}
        }
    }
    let sentence = outline.context.sentences[line.sentence as usize].span;
    let first = outline.quotations.partition_point(|quotation| {
        quotation.content.last().is_some_and(|content| content.end() <= sentence.start())
    });
    for quotation in &outline.quotations[first..] {
        if quotation.content.first().is_none_or(|content| content.start() >= sentence.end()) {
            break;
        }
        let Some(frame) = quotation.frame.filter(|frame| sentence.contains(*frame)) else { continue };
        let words = outline.context.tokens.partition_point(|token| token.span.start() < frame.start());
        let end = outline.context.tokens.partition_point(|token| token.span.start() < frame.end());
        if words <= tokens.start || end > tokens.end {
            continue;
        }
        let opens = outline.words[words].class;
        let is_phrase = opens.opens_phrase() && !outline.words[words..end].iter().any(|word| word.is_verb);
        let follows_comma = outline.text(words - 1) == ",";
        let is_last = end + 1 >= tokens.end;
        let before = outline.context.tokens[words - 1 - usize::from(follows_comma && is_last)].span.end();
        let cut = Span::new(before, frame.end());
        let is_free = cuts.iter().all(|other| !other.overlaps(cut));
        if is_free && (is_phrase && !follows_comma || follows_comma && is_last && words > tokens.start + 1) {
            cuts.push(cut);
        }
    }
    order::sort_by_key(&mut cuts, |cut| cut.start());
    cuts
}
