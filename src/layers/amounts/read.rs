//! Numbers with their units.
//!
//! In: the figures of a sentence. Out: the amount that begins at a place, as [`Read`]. What it counts is left to
//! `counted`.

use super::{counted, AmountKind};
use crate::layers::figures::{Class, Figures, Number};
use crate::layers::timexes::is_year_unit;
use crate::layers::tokens::TokenKind;

/// An amount as it is written.
pub(super) struct Read {
    /// Its first word.
    pub(super) from: usize,
    /// The word of its number.
    pub(super) start: usize,
    /// Behind its last word.
    pub(super) end: usize,
    pub(super) kind: AmountKind,
    pub(super) number: Number,
    pub(super) to: Option<Number>,
    pub(super) unit: Option<&'static str>,
    pub(super) is_negative: bool,
}

/// The amount that begins at `at`.
pub(super) fn amount(figures: Figures<'_, '_>, at: usize) -> Option<Read> {
    let is_negative =
        figures.is(at, Class::MINUS) && figures.get(at + 1).is_some_and(|next| next.number.is_some());
    // `US$ 4.5`
    let symbol = figures.phrase(at, Class::CURRENCY);
    let symbol = symbol.filter(|(end, _)| figures.get(*end).is_some_and(|next| next.has_figures));
    let start = symbol.map_or(at + usize::from(is_negative), |(end, _)| end);
    let symbol = symbol.map(|(_, currency)| currency);
    let figure = figures.get(start)?;
    figure.number?;
    if figure.is_joined {
        return joined(figures, start, symbol).map(|read| Read { from: at, ..read });
    }
    let (mut end, mut number) = number(figures, start)?;
    let mut to = None;
    if let Some((longer, upper)) = range(figures, at, end) {
        // `zwei bis drei Millionen`: both are.
        let scale = figures.phrase(longer - 1, Class::SCALE).map_or(0, |(_, zeros)| zeros);
        if scale > 0 && !figures.is(end - 1, Class::SCALE) {
            number = number.times(10_u64.checked_pow(scale.unsigned_abs().into())?)?;
        }
        (end, to) = (longer, Some(upper));
    }
    let read = |end, kind, number, unit| Read { from: at, start, end, kind, number, to, unit, is_negative };
    if let Some(currency) = symbol {
        return Some(read(end, AmountKind::Money, number, Some(figures.words.key(currency))));
    }
    if let Some((end, kind, unit, is_cent)) = unit(figures, end) {
        let number = if is_cent { Number { decimals: number.decimals + 2, ..number } } else { number };
        return Some(read(end, kind, number, Some(unit)));
    }
    let is_single = end == start + 1;
    let is_article = is_single && figures.is(start, Class::INDEFINITE);
    let counts = !(is_article || figures.is(start, Class::HALF));
    (counts && (!is_single || counted::is_count(figures, start, end)))
        .then(|| read(end, AmountKind::Count, number, None))
}

/// A number with what follows it in the same word: `85-prozentig`, `57-jährige`, `$120m`, `95p`.
fn joined(figures: Figures<'_, '_>, at: usize, symbol: Option<i16>) -> Option<Read> {
    let figure = figures.get(at)?;
    let number = figure.number?;
    let scaled = figures
        .value(at, Class::SCALE)
        .and_then(|zeros| number.times(10_u64.checked_pow(zeros.unsigned_abs().into())?));
    let read = |end, kind, number, unit| {
        Some(Read { from: at, start: at, end, kind, number, to: None, unit: Some(unit), is_negative: false })
    };
    if let (Some(symbol), Some(number)) = (symbol, scaled) {
        return read(at + 1, AmountKind::Money, number, figures.words.key(symbol));
    }
    if symbol.is_some() {
        return None;
    }
    if let Some((end, kind, unit, is_cent)) = unit(figures, at) {
        let number = if is_cent { Number { decimals: number.decimals + 2, ..number } } else { number };
        return read(end, kind, number, unit);
    }
    if figure.has_figures && figures.value(at, Class::SPAN_ADJECTIVE).is_some_and(is_year_unit) {
        return read(at + 1, AmountKind::Quantity, number, "a");
    }
    None
}

/// A number of one or more words: `3,5 Millionen`, `two hundred and fifty`, `zwei Dutzend`, `half a million`.
fn number(figures: Figures<'_, '_>, at: usize) -> Option<(usize, Number)> {
    let figure = figures.get(at)?;
    let mut number = figure.number?;
    if figure.kind == TokenKind::Ordinal || figure.kind == TokenKind::ClockTime {
        return None;
    }
    let mut end = at + 1;
    if figures.is(at, Class::HALF) {
        // `half a million`
        end = figures.skip(end, Class::INDEFINITE);
        if !figures.is(end, Class::SCALE) {
            end = at + 1;
        }
    } else if figures.is(end, Class::HALF) {
        // `eine halbe Million` is read from `halbe` on.
        return None;
    }
    for _ in 0..4 {
        if let Some(zeros) = figures
            .value(end, Class::SCALE)
            .filter(|_| figures.get(end).is_some_and(|scale| scale.text.len() > 1))
        {
            number = number.times(10_u64.checked_pow(zeros.unsigned_abs().into())?)?;
            end += 1;
        } else if let Some(dozen) = figures.value(end, Class::DOZEN) {
            number = number.times(dozen.unsigned_abs().into())?;
            end += 1;
        } else if let Some((longer, more)) = smaller(figures, end, number) {
            (end, number) = (longer, more);
        } else {
            break;
        }
    }
    Some((end, number))
}

/// `and fifty` behind `two hundred`.
fn smaller(figures: Figures<'_, '_>, at: usize, number: Number) -> Option<(usize, Number)> {
    if figures.words.rules.joins_numerals || !figures.follows(at, Class::SCALE) {
        return None;
    }
    let at = figures.skip(at, Class::AND);
    let figure = figures.get(at).filter(|figure| !figure.has_figures && !figure.is_joined)?;
    let more = figure.number?.as_whole()?;
    let whole = number.as_whole()?;
    (more > 0 && more < 100 && whole % 100 == 0).then(|| (at + 1, Number::whole(whole + more)))
}

/// The upper end of a range: `bis 30`, `und 30` behind `zwischen 20`.
fn range(figures: Figures<'_, '_>, at: usize, end: usize) -> Option<(usize, Number)> {
    let is_dash = figures.get(end).is_some_and(|mark| matches!(mark.text, "-" | "–"));
    let is_between = figures.follows(at, Class::BETWEEN) && figures.is(end, Class::AND);
    if !(is_between || figures.is(end, Class::RANGE) || is_dash && is_measured(figures, end + 1)) {
        return None;
    }
    let next = figures.get(end + 1)?;
    if next.number.is_none() || next.is_joined || figures.is(end + 1, Class::INDEFINITE) {
        return None;
    }
    number(figures, end + 1)
}

/// Whether a number with a unit stands at `at`: else a dash may be that of a score.
fn is_measured(figures: Figures<'_, '_>, at: usize) -> bool {
    number(figures, at).is_some_and(|(end, _)| unit(figures, end).is_some())
}

/// The unit at `at`: its end, its kind, its name, and whether it is a hundredth.
fn unit(figures: Figures<'_, '_>, at: usize) -> Option<(usize, AmountKind, &'static str, bool)> {
    let find = |class| figures.phrase(at, class).map(|(end, key)| (end, figures.words.key(key)));
    if let Some((end, key)) = find(Class::CURRENCY).or_else(|| find(Class::POUND)) {
        return Some((end, AmountKind::Money, key, false));
    }
    if let Some((end, key)) = find(Class::CENT) {
        return Some((end, AmountKind::Money, key, true));
    }
    if let Some((end, _)) = find(Class::PERCENT) {
        return Some((end, AmountKind::Percent, "%", false));
    }
    if let Some((end, _)) = find(Class::POINT) {
        return Some((end, AmountKind::Percent, "pp", false));
    }
    let (end, key) = find(Class::MEASURE)?;
    // `km/h`, `miles per hour`
    let speed = match key {
        "km" => Some("km/h"),
        "[mi_i]" => Some("[mi_i]/h"),
        _ => None,
    };
    let fraction = end + 2 * usize::from(figures.is_mark(end, "/") && figures.is_mark(end + 1, "h"));
    let end_of_speed = fraction.max(figures.skip(end, Class::PER_HOUR));
    match speed.filter(|_| end_of_speed > end) {
        Some(speed) => Some((end_of_speed, AmountKind::Quantity, speed, false)),
        None => Some((end, AmountKind::Quantity, key, false)),
    }
}
