//! How points in time are put together.
//!
//! In: the figures of a sentence. Out: the longest expression that begins at a place, as a [`When`] whose parts are
//! what the words say. What it means in this article is left to `resolve`.

mod dates;
mod parts;
mod ranges;
mod relative;

use super::when::{small, Period, Shift, Unit, When};
use crate::layers::figures::{Class, Figures};
use crate::layers::tokens::TokenKind;
use dates::{month, number, ordinal, year};
use parts::{clock, named, part_of_day};
pub(super) use ranges::{first_clock, link, second_clock};
use relative::shifted;
pub(super) use relative::{NEAREST, NEW_YEAR};

/// A part of an expression: where it ends, and what it says.
pub(super) type Part = (usize, When);

/// The longest expression that begins at `at`.
pub(super) fn chain(figures: Figures<'_, '_>, at: usize) -> Option<Part> {
    let (mut end, mut when) = edge(figures, at).or_else(|| component(figures, at, &When::default()))?;
    while let Some((longer, joined)) = next(figures, end, &when) {
        (end, when) = (longer, joined);
    }
    Some((end, when))
}

/// `3.` in `am 3. und 4. Mai`, `2. April` in `2. April bis 20. Juni 1943`: what is left out stands in the next part.
pub(super) fn elliptic(figures: Figures<'_, '_>, at: usize) -> Option<Part> {
    let figure = figures.get(at)?;
    let day = (figure.kind == TokenKind::Ordinal
        || !figures.words.rules.days_are_ordinals && figure.kind == TokenKind::Number)
        .then(|| figure.number?.as_whole())
        .flatten()
        .and_then(|day| u8::try_from(day).ok())
        .or_else(|| figures.value(at, Class::ORDINAL).map(small))
        .filter(|day| (1..=31).contains(day));
    let (end, when) = match chain(figures, at) {
        Some(found) => found,
        None => (at + 1, When { day: Some(day?), ..When::default() }),
    };
    let lacks_month = when.day.is_some() && when.month.is_none();
    let lacks_year = when.year.is_none() && when.shift.is_none();
    if !lacks_year || !lacks_month && when.month.is_none() || when.is_time() {
        return None;
    }
    let mut next = end;
    // `3., 4. und 5. Mai`
    for _ in 0..4 {
        let link = figures.skip(figures.skip(next, Class::RANGE), Class::AND);
        let link = link
            + usize::from(
                link == next
                    && figures.get(next).is_some_and(|mark| matches!(mark.text, "–" | "-" | "," | "/")),
            );
        if link == next {
            return None;
        }
        let start = figures.skip(figures.skip(figures.skip(link, Class::ON), Class::TO), Class::ARTICLE);
        if let Some((_, other)) = chain(figures, start) {
            let month =
                if lacks_month { Some(other.month.filter(|_| other.day.is_some())?) } else { when.month };
            let shift = other.shift.filter(|shift| shift.unit == Unit::Year);
            return (lacks_month || other.month.is_some() && (other.year.is_some() || shift.is_some())).then(
                || {
                    // `Dezember bis Mai 2022`
                    let year = other.year.map(|year| year - i32::from(month > other.month));
                    (end, When { year, month, shift, ..when })
                },
            );
        }
        if figures.get(start)?.kind != TokenKind::Ordinal {
            return None;
        }
        next = start + 1;
    }
    None
}

/// What follows `when` at `end` and belongs to it.
fn next(figures: Figures<'_, '_>, end: usize, when: &When) -> Option<Part> {
    for link in Link::ALL {
        let Some(start) = link.end(figures, end) else { continue };
        let more = component(figures, start, when);
        let more =
            more.or_else(|| bare_unit(figures, start).filter(|(_, more)| link == Link::Of && more.is_year()));
        if let Some((longer, more)) = more {
            if link.fits(when, &more) {
                return when.join(&more).map(|joined| (longer, joined));
            }
        }
    }
    None
}

/// What stands between the parts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    None,
    Comma,
    /// `, den`, `, am`
    CommaArticle,
    /// `des`, `of the`
    Of,
    /// `am`, `on`
    On,
    /// `um`, `kurz nach`
    Clock,
}

impl Link {
    const ALL: [Self; 6] = [Self::None, Self::Comma, Self::CommaArticle, Self::Of, Self::On, Self::Clock];

    /// Where it ends, if it begins at `at`.
    fn end(self, figures: Figures<'_, '_>, at: usize) -> Option<usize> {
        let comma = figures.is_mark(at, ",").then_some(at + 1);
        let word = |class| Some(figures.skip(at, class)).filter(|end| *end > at);
        match self {
            Self::None => Some(at),
            Self::Comma => comma,
            Self::CommaArticle => {
                let at = comma.unwrap_or(at);
                let end = figures.skip(figures.skip(at, Class::ON), Class::ARTICLE);
                (end > at).then_some(end)
            }
            // `Juli des Jahres` is read with `bare_unit`.
            Self::Of => word(Class::OF).map(|end| figures.skip(end, Class::ARTICLE)),
            Self::On => word(Class::ON).map(|end| figures.skip(end, Class::ARTICLE)),
            Self::Clock => {
                let at = comma.unwrap_or(at);
                let end = figures.skip(figures.skip(at, Class::CLOCK_LINK), Class::APPROXIMATE);
                (end > at).then_some(end)
            }
        }
    }

    /// Whether `more` may follow `when` behind it.
    fn fits(self, when: &When, more: &When) -> bool {
        let is_date = more.month.is_some() && more.day.is_some();
        let is_holiday = matches!(when.period, Some(Period::Holiday(_)));
        let has_day = when.day.is_some() || when.weekday.is_some() || when.is_day_shift() || is_holiday;
        let is_year = more.is_year();
        if is_year {
            let takes_year = when.month.is_some() || when.period.is_some();
            return takes_year
                && (when.clock.is_none() || when.month.is_some())
                && match self {
                    Self::None | Self::Of => true,
                    Self::Comma => when.day.is_some() && more.year.is_some(),
                    _ => false,
                };
        }
        if more.clock.is_some() && more.month.is_none() && more.weekday.is_none() {
            return (has_day || when.part.is_some())
                && matches!(self, Self::None | Self::Comma | Self::Clock);
        }
        if more.part.is_some() && more.month.is_none() && more.weekday.is_none() {
            return (has_day || when.clock.is_some())
                && matches!(self, Self::None | Self::On | Self::CommaArticle);
        }
        if is_date {
            let after_day = when.weekday.is_some() && self != Self::Of && self != Self::On
                || when.is_day_shift() && self == Self::None;
            return after_day || (when.part.is_some() || when.clock.is_some()) && self == Self::Of;
        }
        // `gestrigen Karfreitag`
        if matches!(more.period, Some(Period::Holiday(_))) && when.is_day_shift() {
            return self == Self::None;
        }
        if more.weekday.is_some() {
            return when.is_day_shift() && self == Self::None
                || when.month.is_none()
                    && (when.part.is_some() || when.clock.is_some())
                    && matches!(self, Self::Of | Self::On);
        }
        if more.is_day_shift() {
            return when.is_time() && self == Self::Of;
        }
        // `Montag nächster Woche`
        when.weekday.is_some()
            && more.shift.is_some_and(|shift| shift.unit == Unit::Week)
            && matches!(self, Self::None | Self::Of)
    }
}

/// One part that begins at `at`; `before` is what was said before it.
///
/// Invariant: no part holds another of its kind, so that no text makes this call itself more than once.
fn component(figures: Figures<'_, '_>, at: usize, before: &When) -> Option<Part> {
    let figure = figures.get(at)?;
    if figure.number.is_some() && figure.has_figures {
        return number(figures, at, before);
    }
    shifted(figures, at)
        .or_else(|| part_of_day(figures, at, before))
        .or_else(|| ordinal(figures, at))
        .or_else(|| month(figures, at))
        .or_else(|| named(figures, at))
        .or_else(|| clock(figures, at))
}

/// The year behind a period: `2004`, `des Jahres 2004`, `of last year`.
fn year_behind(figures: Figures<'_, '_>, at: usize) -> Option<Part> {
    let at = figures.skip(figures.skip(at, Class::OF), Class::ARTICLE);
    let found = year(figures, at, &When::period(Period::Half(1))).or_else(|| named(figures, at));
    found.filter(|(_, when)| when.is_year()).or_else(|| {
        let by = figures.value(at, Class::SHIFT)?;
        let is_year = figures.value(at + 1, Class::UNIT) == Some(Unit::Year as i16);
        (is_year && !figures.is(at + 1, Class::PLURAL))
            .then(|| (at + 2, When::shift(Shift::document(Unit::Year, by))))
    })
}

/// `Anfang 2007`, `Mitte Juli`, `Ende der Woche`, `Jahresende`
fn edge(figures: Figures<'_, '_>, at: usize) -> Option<Part> {
    for (class, unit) in
        [(Class::YEAR_EDGE, Unit::Year), (Class::MONTH_EDGE, Unit::Month), (Class::WEEK_EDGE, Unit::Week)]
    {
        if let Some(edge) = figures.value(at, class) {
            let mut when = When::shift(Shift::document(unit, 0));
            let mut end = at + 1;
            if let Some(found) = year_behind(figures, end).filter(|_| unit == Unit::Year) {
                (end, when) = found;
            } else if unit == Unit::Year && edge == 0 {
                // `zu Jahresbeginn` is in January, `seit Jahresbeginn` since its first day.
                let day = figures.follows(at, Class::SINCE).then_some(1);
                return Some((end, When { month: Some(1), day, ..when }));
            }
            return Some((end, When { edge: Some(small(edge)), ..when }));
        }
    }
    let edge = figures.value(at, Class::EDGE)?;
    let start = figures.skip(figures.skip(at + 1, Class::OF), Class::ARTICLE);
    let has_of = start > at + 1;
    let (end, when) = component(figures, start, &When::period(Period::Half(1)))
        .filter(|(_, when)| !when.is_time() && when.weekday.is_none() && !when.is_day_shift())
        .or_else(|| has_of.then(|| bare_unit(figures, start))?)?;
    let (mut end, mut when) = (end, When { edge: Some(small(edge)), ..when });
    if when.day.is_some() {
        return None;
    }
    if let Some((longer, joined)) =
        next(figures, end, &when).filter(|(_, joined)| joined.day.is_none() && !joined.is_time())
    {
        (end, when) = (longer, joined);
    }
    Some((end, when))
}

/// `Jahres`, `Woche` behind `Ende des`: the one that is going on.
fn bare_unit(figures: Figures<'_, '_>, at: usize) -> Option<Part> {
    let unit = Unit::from(figures.value(at, Class::UNIT)?)?;
    let can = matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Quarter | Unit::HalfYear)
        && !figures.is(at, Class::PLURAL);
    can.then(|| (at + 1, When::shift(Shift::document(unit, 0))))
}
