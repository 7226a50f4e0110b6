//! The head of an article: kicker, headline, lead.
//!
//! In: parts in order, of which those alone are known that can be told by themselves. Out: the same with the
//! head's parts named. A text without a headline gets none.

use super::blocks::{End, Shape};
use super::dateline;
use super::line::{head, Scratch};
use super::structure::Part;
use super::SectionKind;
use crate::text::Text;

/// The longest headline, in words.
const MOST_WORDS: u8 = 22;

/// The longest lead, in words.
const MOST_LEAD_WORDS: u8 = 100;

pub(super) fn read(parts: &mut [Part], text: Text<'_>, scratch: &mut Scratch) {
    let first_paragraph = parts.iter().position(is_prose).unwrap_or(parts.len());
    headline(&mut parts[..], first_paragraph, text);
    lead(parts, first_paragraph, text, scratch);
}

/// A paragraph, or what stands in place of one: a list, a table.
fn is_prose(part: &Part) -> bool {
    part.is_paragraph()
        || matches!(
            part.kind,
            Some(SectionKind::Lead | SectionKind::Body | SectionKind::ListItem | SectionKind::TableRow)
        )
}

fn headline(parts: &mut [Part], first_paragraph: usize, text: Text<'_>) {
    let is_given = parts.iter().any(|part| part.kind == Some(SectionKind::Headline));
    if !is_given {
        // The first heading of the markup stands in for a missing main one.
        let heading =
            parts[..first_paragraph].iter().position(|part| part.kind == Some(SectionKind::Subheading));
        if let Some(heading) = heading {
            parts[heading].kind = Some(SectionKind::Headline);
        }
    }
    let given = parts.iter().position(|part| part.kind == Some(SectionKind::Headline));
    // Without anything below it a short line is just a short text.
    if first_paragraph == parts.len() {
        return;
    }
    let end = given.map_or(first_paragraph, |given| given.min(first_paragraph));
    let mut titles: Vec<usize> = (0..end).filter(|&at| is_title(&parts[at], at)).collect();
    // The rubrics of a page's menu.
    let rubrics = titles.iter().take_while(|&&at| parts[at].shape.words <= 2).count();
    if rubrics >= 3 {
        for at in titles.drain(..rubrics) {
            parts[at].kind = Some(SectionKind::Furniture);
        }
    }
    if given.is_some() {
        if let Some(&last) = titles.last().filter(|&&last| parts[last].shape.words <= 8) {
            parts[last].kind = Some(SectionKind::Kicker);
        }
        return;
    }
    let mut titles = titles.into_iter();
    let Some(first) = titles.next() else { return };
    let second = titles.clone().next().filter(|&second| is_kicker(&parts[first], &parts[second], text));
    match second {
        Some(second) => {
            parts[first].kind = Some(SectionKind::Kicker);
            parts[second].kind = Some(SectionKind::Headline);
            titles.next();
        }
        None => parts[first].kind = Some(SectionKind::Headline),
    }
    // A second line below the headline; of more than one it is not known what they are.
    let deck = titles.next().filter(|&deck| parts[deck].is_title(18) && !has_figures(&parts[deck], text));
    if let (Some(deck), None) = (deck, titles.next()) {
        parts[deck].kind = Some(SectionKind::Subheading);
    }
}

/// Whether it can be a headline; the first line of all may begin with a small letter: `adidas wächst`.
fn is_title(part: &Part, at: usize) -> bool {
    let small_at_top = at == 0 && part.shape.starts_small;
    let shape = Shape { starts_small: part.shape.starts_small && !small_at_top, ..part.shape };
    part.is_open() && shape.is_title(MOST_WORDS) && part.span.len() <= 200
}

/// Whether numbers or marks in it speak against a headline: results, a date, an enumeration.
fn has_figures(part: &Part, text: Text<'_>) -> bool {
    let text = text.slice(part.span);
    text.contains([';', '\t', '|']) || text.bytes().filter(u8::is_ascii_digit).count() * 8 > text.len()
}

/// Whether of two titles the first one is a topic or a place and the second one the headline.
fn is_kicker(first: &Part, second: &Part, text: Text<'_>) -> bool {
    let (first_words, second_words) = (first.shape.words, second.shape.words);
    let in_capitals = |part: &Part| !text.slice(part.span).contains(char::is_lowercase);
    let is_topic = first_words <= 4 && second_words > first_words && second_words >= 4;
    let is_louder = in_capitals(first) && !in_capitals(second) && first_words <= 5 && second_words >= 3;
    (is_topic || is_louder) && !has_figures(second, text) && second.shape.end != End::Colon
}

/// The first paragraph, where something sets it apart from the report below it.
fn lead(parts: &mut [Part], first_paragraph: usize, text: Text<'_>, scratch: &mut Scratch) {
    let is_given = parts.iter().any(|part| part.kind == Some(SectionKind::Lead));
    let Some(first) = parts.get(first_paragraph).copied().filter(|first| first.is_paragraph() && !is_given)
    else {
        return;
    };
    let Some(next) = (first_paragraph + 1..parts.len()).find(|&at| parts[at].is_open()) else { return };
    let between = &parts[first_paragraph + 1..next];
    if first.shape.words > MOST_LEAD_WORDS
        || between.iter().any(|part| part.kind.is_some_and(SectionKind::is_prose))
    {
        return;
    }
    let is_signed =
        between.iter().any(|part| matches!(part.kind, Some(SectionKind::Byline | SectionKind::Date)));
    let mut has_dateline = |part: &Part| {
        let source = text.slice(part.span);
        let start = head(source, dateline::HEAD);
        dateline::may_open(start) && dateline::find(scratch.line(start), source.len() - start.len()).is_some()
    };
    let next = parts[next];
    let opens_below = next.is_paragraph() && has_dateline(&next) && !has_dateline(&first);
    let gap = next.breaks;
    let is_apart = gap >= 3
        && next.is_paragraph()
        && parts[first_paragraph + 1..]
            .iter()
            .filter(|part| part.is_paragraph())
            .skip(1)
            .all(|part| part.breaks < gap);
    if is_signed || opens_below || (is_apart && between.is_empty()) {
        parts[first_paragraph].kind = Some(SectionKind::Lead);
    }
}
