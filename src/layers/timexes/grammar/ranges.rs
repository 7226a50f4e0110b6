//! Ranges: where their second end stands, and ends that leave out what the other one tells: `8 to 11 p.m.`, `14 bis 16
//! Uhr`.
//!
//! In: the figures of a sentence. Out: a place, or the part that begins there. That no range ends before it begins is left
//! to `resolve`.

use super::parts::{clock, pointed};
use super::{chain, next, Part};
use crate::layers::figures::{Class, Figures, Number};
use crate::layers::timexes::when::{small, When};
use crate::layers::tokens::TokenKind;

/// Where the second end would begin of a range whose first one stands from `at` to `end`.
pub(in crate::layers::timexes) fn link(figures: Figures<'_, '_>, at: usize, end: usize) -> Option<usize> {
    let is_between = figures.follows(at, Class::BETWEEN)
        || figures.follows(at, Class::ARTICLE) && at > 1 && figures.is(at - 2, Class::BETWEEN);
    let word = figures.skip(end, Class::RANGE);
    let word = if is_between { figures.skip(word, Class::AND) } else { word };
    if word > end {
        return Some(figures.skip(figures.skip(word, Class::TO), Class::ARTICLE));
    }
    let is_dash = figures.is_mark(end, "–") || figures.is_mark(end, "-");
    is_dash.then_some(end + 1)
}

/// `8` in `8 to 11 p.m.`, `14` in `zwischen 14 und 16 Uhr`: what is left out stands in the second end.
pub(in crate::layers::timexes) fn first_clock(figures: Figures<'_, '_>, at: usize) -> Option<Part> {
    let (hour, minute) = bare(figures, at)?;
    let start = link(figures, at, at + 1).filter(|_| !figures.follows(at, Class::NO_TIME))?;
    bare(figures, start)?;
    clock(figures, start)?;
    let (_, end) = chain(figures, start)?;
    let second = end.clock?;
    // `8 to 11 p.m.` begins in the evening, `11 to 2 p.m.` does not.
    let is_halved = [start, start + 1].iter().any(|place| figures.phrase(*place, Class::MERIDIEM).is_some());
    let halves = [hour % 12 + 12, hour % 12].map(|hour| (hour, minute));
    let first = halves.into_iter().find(|first| *first <= second).filter(|_| is_halved && hour <= 12);
    Some((at + 1, When { clock: Some(first.unwrap_or((hour, minute))), ..end }))
}

/// `11` in `8 p.m. to 11`, `22.32` in `18:10 – 22.32`, `11 am Abend`: the end that begins at `at` of a range from a
/// clock's time on.
pub(in crate::layers::timexes) fn second_clock(
    figures: Figures<'_, '_>,
    at: usize,
    first: (u8, u8),
) -> Option<Part> {
    let (hour, minute) = bare(figures, at).filter(|_| clock(figures, at).is_none())?;
    // The first time of that figure that does not lie before the other one.
    let halves = [hour, hour + 12].map(|hour| (hour, minute));
    let is_early = hour < 12 && figures.words.rules.halves_days;
    let clock = halves.into_iter().find(|second| *second >= first && is_early).unwrap_or((hour, minute));
    let mut part = (at + 1, When { clock: Some(clock), ..When::default() });
    while let Some(longer) = next(figures, part.0, &part.1) {
        part = longer;
    }
    let is_last =
        figures.get(part.0).is_none_or(|next| !next.kind.is_word() && next.kind != TokenKind::Symbol);
    is_last.then_some(part)
}

/// The hour and minute of a figure, whatever follows.
#[inline(never)]
fn bare(figures: Figures<'_, '_>, at: usize) -> Option<(u8, u8)> {
    let figure = figures.get(at)?;
    if figure.kind == TokenKind::ClockTime || pointed(figure.text).is_some() {
        return pointed(figure.text);
    }
    let hour = figure.number.filter(|_| figure.has_figures).and_then(Number::as_whole);
    let is_plain = figure.kind == TokenKind::Number || figures.is(at, Class::MERIDIEM);
    hour.filter(|hour| *hour <= 24 && is_plain).map(|hour| (small(hour), 0))
}
