//! How points in time are put together.
//!
//! In: the figures of a sentence. Out: the longest expression that begins at a place, as a [`When`] whose parts are
//! what the words say. What it means in this article is left to `resolve`.

use super::when::{Period, Shift, Unit, When};
use crate::layers::figures::{Class, Figures};
use crate::layers::tokens::TokenKind;

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
        || !figures.words.is_german && figure.kind == TokenKind::Number)
        .then(|| figure.number?.as_whole())
        .flatten()
        .and_then(|day| u8::try_from(day).ok())
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
                    (end, When { month, year, shift, ..when })
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
        let has_day = when.day.is_some() || when.weekday.is_some() || when.is_day_shift();
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
            .then(|| (at + 2, When::shift(Shift::document(Unit::Year, by.into()))))
    })
}

/// What a number begins: `3. Mai`, `24.01.2005`, `2007`, `1970er Jahre`, `16. Jahrhundert`, `9 Uhr`.
fn number(figures: Figures<'_, '_>, at: usize, before: &When) -> Option<Part> {
    let figure = figures.get(at)?;
    clock(figures, at)
        .or_else(|| numeric_date(figure.text).map(|when| (at + 1, when)))
        .or_else(|| ordinal(figures, at))
        .or_else(|| decade(figures, at))
        .or_else(|| year(figures, at, before))
}

/// `24.01.2005`, `20.06.`, `2005-06-17`
fn numeric_date(text: &str) -> Option<When> {
    let mut parts = [0_u32; 3];
    let mut lengths = [0; 3];
    let sign = if text.contains('-') {
        '-'
    } else if text.contains('/') {
        '/'
    } else {
        '.'
    };
    let mut count = 0;
    for part in text.trim_end_matches('.').split(sign) {
        *parts.get_mut(count)? = part.parse().ok()?;
        lengths[count] = part.len();
        count += 1;
    }
    let is_closed = count == 2 && sign == '.' && text.ends_with('.');
    let (year, month, day) = match (count, sign) {
        (3, '-') if lengths[0] == 4 => (Some(parts[0]), parts[1], parts[2]),
        (3, '.') if lengths[2] == 4 => (Some(parts[2]), parts[1], parts[0]),
        (3, '.') if lengths[2] == 2 => {
            (Some(if parts[2] < 50 { 2000 } else { 1900 } + parts[2]), parts[1], parts[0])
        }
        (2, '.') if is_closed && lengths[1] < 3 => (None, parts[1], parts[0]),
        _ => return None,
    };
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then(|| When {
        year: year.map(|year| year as i32),
        month: Some(month as u8),
        day: Some(day as u8),
        ..When::default()
    })
}

/// `3. Mai`, `3 May`, `ersten Oktober`, `zweites Quartal`, `16. Jahrhundert`
fn ordinal(figures: Figures<'_, '_>, at: usize) -> Option<Part> {
    let figure = figures.get(at)?;
    let by_word = figures.value(at, Class::ORDINAL).map(u64::from_ne);
    let by_word = by_word.or_else(|| figures.is(at, Class::LAST).then_some(LAST));
    let number = figure.number.filter(|_| !figure.is_joined).and_then(|number| number.as_whole());
    let is_ordinal = figure.kind == TokenKind::Ordinal || by_word.is_some();
    let number = by_word.or(number)?;
    // `the 3rd of May`
    let of = figures.skip(at + 1, Class::OF);
    for next in [at + 1, of] {
        if let Some(month) = figures.value(next, Class::MONTH) {
            let day = u8::try_from(number).ok().filter(|day| (1..=31).contains(day))?;
            return (is_ordinal || !figures.words.is_german)
                .then(|| (next + 1, When { month: Some(month as u8), day: Some(day), ..When::default() }));
        }
    }
    if !is_ordinal {
        return None;
    }
    let period = match (Unit::from(figures.value(at + 1, Class::UNIT)?)?, number) {
        (Unit::Quarter, 1..=4) => Period::Quarter(number as u8),
        (Unit::Quarter, LAST) => Period::Quarter(4),
        (Unit::HalfYear, 1..=2) => Period::Half(number as u8),
        (Unit::HalfYear, LAST) => Period::Half(2),
        (Unit::Century, 1..=30) => Period::Century(number as u8),
        _ => return None,
    };
    Some((at + 2, When::period(period)))
}

/// The number of what comes last.
const LAST: u64 = 99;

trait FromValue {
    fn from_ne(value: i16) -> Self;
}

impl FromValue for u64 {
    fn from_ne(value: i16) -> Self {
        value.unsigned_abs().into()
    }
}

/// `1970er Jahre`, `90ern`, `neunziger Jahre`
fn decade(figures: Figures<'_, '_>, at: usize) -> Option<Part> {
    let figure = figures.get(at)?;
    let (value, is_sure) = match figures.value(at, Class::DECADE) {
        Some(value) => (i32::from(value), figure.text.ends_with('n') || !figures.words.is_german),
        None => {
            let number = figure.number.filter(|_| figure.is_joined)?.as_whole()?;
            let ending = figures.value(at, Class::DECADE_ENDING)?;
            (i32::try_from(number).ok()?, ending > 0)
        }
    };
    let has_noun = figures.value(at + 1, Class::UNIT) == Some(Unit::Year as i16);
    let fits = value % 10 == 0 && (value < 100 || (1000..2100).contains(&value));
    (fits && (has_noun || is_sure))
        .then(|| (at + 1 + usize::from(has_noun), When::period(Period::Decade(value as i16))))
}

/// `2007`, `2006/07`, `44 v. Chr.`
fn year(figures: Figures<'_, '_>, at: usize, before: &When) -> Option<Part> {
    let figure = figures.get(at)?;
    if figure.is_joined || figure.kind != TokenKind::Number {
        return None;
    }
    let number = figure.number?.as_whole()?;
    let mut end = at + 1;
    if let Some(era) = era(figures, end) {
        let year = i32::try_from(number).ok().filter(|year| *year < 9000)?;
        return Some((era.0, When { year: Some(if era.1 { -year } else { year }), ..When::default() }));
    }
    let is_plain = figure.text.len() == 4 && (1000..2200).contains(&number);
    if !is_plain || is_counted(figures, at, before) {
        return None;
    }
    let mut when = When { year: Some(number as i32), ..When::default() };
    // `2006/07`, `2006/2007`
    let mark = figures.is_mark(end, "/") || figures.is_mark(end, "-") || figures.is_mark(end, "–");
    if let Some(next) =
        figures.get(end + 1).filter(|_| mark && figures.touches(end) && figures.touches(end + 1))
    {
        let short =
            next.number.and_then(|number| number.as_whole()).filter(|_| next.kind == TokenKind::Number);
        let full = match next.text.len() {
            2 => short.map(|short| number / 100 * 100 + short),
            4 => short.filter(|_| figures.is_mark(end, "/")),
            _ => None,
        };
        if full == Some(number + 1) {
            when = When::period(Period::School(number as i16));
            end += 2;
        }
    }
    Some((end, when))
}

/// Whether the number at `at` counts or measures something: `2000 Euro`, `rund 1500 Menschen`.
fn is_counted(figures: Figures<'_, '_>, at: usize, before: &When) -> bool {
    if before.month.is_some() || before.period.is_some() {
        return false;
    }
    let next = figures.get(at + 1);
    let is_noun = next.is_some_and(|next| {
        next.kind.is_word()
            && next.has_capital
            && figures.words.is_german
            && !figures.is(at + 1, Class::MONTH)
    });
    let number = figures.get(at).and_then(|figure| figure.number?.as_whole()).unwrap_or(0);
    let is_modern = (1900..2040).contains(&number);
    let is_many = figures.is(at + 1, Class::COUNTED);
    let is_noun = if is_modern { is_many } else { is_noun };
    let is_unit =
        figures.is(at + 1, Class::UNIT) || next.is_some_and(|next| matches!(next.text, "%" | "€" | "$"));
    let is_sum = at
        .checked_sub(1)
        .and_then(|at| figures.get(at))
        .is_some_and(|before| matches!(before.text, "€" | "$" | "£" | "Nr." | "No." | "§"));
    let is_rough =
        at > 0 && (figures.is(at - 1, Class::APPROXIMATE) && !figures.is(at - 1, Class::CLOCK_LINK));
    let is_year = figures.follows(at, Class::IN)
        || figures.follows(at, Class::SINCE)
        || figures.follows(at, Class::UNIT);
    is_unit || is_sum || figures.follows(at, Class::NO_TIME) || (is_noun || is_rough) && !is_year
}

/// The end of `v. Chr.` at `at`, and whether it counts backwards.
fn era(figures: Figures<'_, '_>, at: usize) -> Option<(usize, bool)> {
    for (class, is_before) in [(Class::BEFORE_CHRIST, true), (Class::AFTER_CHRIST, false)] {
        if let Some((end, value)) = figures.phrase(at, class) {
            if value > 0 {
                return Some((end, is_before));
            }
            if figures.is(end, Class::CHRIST) {
                return Some((end + 1, is_before));
            }
        }
    }
    None
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
            }
            return Some((end, When { edge: Some(edge as u8), ..when }));
        }
    }
    let edge = figures.value(at, Class::EDGE)?;
    let start = figures.skip(figures.skip(at + 1, Class::OF), Class::ARTICLE);
    let has_of = start > at + 1;
    let (end, when) = component(figures, start, &When::period(Period::Half(1)))
        .filter(|(_, when)| !when.is_time() && when.weekday.is_none() && !when.is_day_shift())
        .or_else(|| has_of.then(|| bare_unit(figures, start))?)?;
    let (mut end, mut when) = (end, When { edge: Some(edge as u8), ..when });
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

/// `letzten Jahres`, `dieser Woche`, `kommenden Montag`, `gestrigen`, `Vorjahr`
fn shifted(figures: Figures<'_, '_>, at: usize) -> Option<Part> {
    if let Some(by) = figures.value(at, Class::YEAR_NOUN).or_else(|| figures.value(at, Class::YEAR_WORD)) {
        return Some((at + 1, When::shift(Shift::document(Unit::Year, by.into()))));
    }
    if let Some(part) = figures.value(at, Class::EVE) {
        let when = When::shift(Shift::text(Unit::Day, -1));
        return Some((at + 1, When { part: Some(part as u8), ..when }));
    }
    if figures.value(at, Class::UNIT) == Some(Unit::Weekend as i16) && !figures.is(at, Class::PLURAL) {
        let is_name = figures.follows(at, Class::ON)
            || figures.follows(at, Class::ARTICLE)
            || figures.follows(at, Class::PART_ADJECTIVE);
        return is_name.then(|| (at + 1, When::shift(Shift::document(Unit::Weekend, NEAREST))));
    }
    if let Some(by) = figures.value(at, Class::DAY_NOUN) {
        return Some((at + 1, When::shift(Shift::text(Unit::Day, by.into()))));
    }
    if let Some(by) = figures.value(at, Class::DAY_ADJECTIVE) {
        let when = When::shift(Shift::document(Unit::Day, by.into()));
        let is_day = figures.value(at + 1, Class::UNIT) == Some(Unit::Day as i16);
        return Some((at + 1 + usize::from(is_day), when));
    }
    for (class, shift) in
        [(Class::FOLLOWING, Shift::text as fn(Unit, i64) -> Shift), (Class::SAME, Shift::text)]
    {
        if let Some(by) = figures.value(at, class) {
            if let Some(unit) = figures.value(at + 1, Class::UNIT).and_then(Unit::from) {
                let is_document = figures.is(at, Class::SHIFT) && unit != Unit::Day;
                if unit >= Unit::Day && !figures.is(at + 1, Class::PLURAL) && !is_document {
                    return Some((at + 2, When::shift(shift(unit, by.into()))));
                }
            }
            if let Some(part) = figures.value(at + 1, Class::PART) {
                let when = When::shift(shift(Unit::Day, by.into()));
                return Some((at + 2, When { part: Some(part as u8), ..when }));
            }
        }
    }
    let by = i64::from(figures.value(at, Class::SHIFT)?);
    let next = at + 1;
    if let Some(weekday) = figures.value(next, Class::WEEKDAY) {
        let part = figures.value(next, Class::PART).map(|part| part as u8);
        let when = When::shift(Shift::document(Unit::Weekday, by));
        return Some((next + 1, When { weekday: Some(weekday as u8), part, ..when }));
    }
    if let Some(month) = figures.value(next, Class::MONTH) {
        let when = When::shift(Shift::document(Unit::MonthName, by));
        return Some((next + 1, When { month: Some(month as u8), ..when }));
    }
    if let Some(season) = figures.value(next, Class::SEASON) {
        return Some((
            next + 1,
            When {
                period: Some(Period::Season(season as u8)),
                ..When::shift(Shift::document(Unit::MonthName, by))
            },
        ));
    }
    if let Some(part) = figures.value(next, Class::PART) {
        let day = if by < 0 && part != 4 { return None } else { 0 };
        return Some((
            next + 1,
            When {
                part: Some(part as u8),
                ..When::shift(Shift::document(Unit::Day, day + i64::from(by < 0 && part == 4) * -1))
            },
        ));
    }
    if figures.is(next, Class::SCHOOL_YEAR) || figures.is(next, Class::FISCAL_YEAR) {
        return Some((next + 1, When::shift(Shift::document(Unit::School, by))));
    }
    let unit = Unit::from(figures.value(next, Class::UNIT)?)?;
    if by == -1 && matches!(unit, Unit::Quarter | Unit::HalfYear) {
        // `letztes Quartal 2004`
        let last = if unit == Unit::Quarter { Period::Quarter(4) } else { Period::Half(2) };
        if let Some((end, year)) = year_behind(figures, next + 1) {
            return year.join(&When::period(last)).map(|when| (end, when));
        }
    }
    if figures.is(next, Class::PLURAL) || unit < Unit::Day {
        return None;
    }
    // `dieser Tag` is one that was told of.
    let shift = match unit {
        Unit::Day if by == 0 => Shift::text(unit, 0),
        Unit::Year if figures.is(at, Class::NEW) => Shift::document(unit, NEW_YEAR),
        _ => Shift::document(unit, by),
    };
    Some((next + 1, When::shift(shift)))
}

/// The shift of `Wochenende`: the last one, or the next.
pub(super) const NEAREST: i64 = 101;

/// The shift of `neues Jahr`: the year that has just begun, or the next.
pub(super) const NEW_YEAR: i64 = 100;

/// `heute`, `Abend`, `frühen Morgen`
fn part_of_day(figures: Figures<'_, '_>, at: usize, before: &When) -> Option<Part> {
    let has_day =
        before.weekday.is_some() || before.day.is_some() || before.is_day_shift() || before.clock.is_some();
    let figure = figures.get(at)?;
    // `späten Freitagabend`
    let named = figures.skip(at, Class::PART_ADJECTIVE);
    if let Some(weekday) = figures.value(named, Class::WEEKDAY).or_else(|| {
        figures
            .value(at, Class::SHORT_WEEKDAY)
            .filter(|_| figure.has_capital && is_before_date(figures, at + 1))
    }) {
        // `early Wednesday`
        let part = figures.value(named, Class::PART);
        let part =
            part.or_else(|| figures.value(at, Class::PART_ADJECTIVE).filter(|_| !figures.words.is_german));
        let part = part.map(|part| part as u8);
        return Some((named + 1, When { weekday: Some(weekday as u8), part, ..When::default() }));
    }
    let part = figures.value(at, Class::PART);
    if let Some((end, by)) = figures.phrase(at, Class::DAY) {
        // `morgen` is a day, `heute morgen` and `der Morgen` a part of one.
        let is_part = part.is_some() && (has_day || figure.has_capital && at > 0);
        if !is_part {
            return Some((end, When::shift(Shift::document(Unit::Day, by.into()))));
        }
    }
    // `früh` stands before parts of the day and for one.
    let skipped = figures.skip(at, Class::PART_ADJECTIVE);
    let start = if figures.is(skipped, Class::PART) { skipped } else { at };
    let part = figures.value(start, Class::PART)?;
    // `früh` alone is an adverb.
    let is_noun = has_day
        || figures.get(start).is_some_and(|figure| figure.has_capital)
        || figures.is(start, Class::DAILY_PART)
        || !figures.words.is_german;
    let is_holiday = figures.is(start, Class::HOLIDAY);
    (is_noun && !is_holiday).then(|| (start + 1, When { part: Some(part as u8), ..When::default() }))
}

fn is_before_date(figures: Figures<'_, '_>, at: usize) -> bool {
    let at = at + usize::from(figures.is_mark(at, ","));
    figures.get(at).is_some_and(|figure| figure.has_figures && figure.text.contains('.'))
}

/// `Mai`, `May 3`
fn month(figures: Figures<'_, '_>, at: usize) -> Option<Part> {
    // `Monat Juli`
    let name = at + usize::from(figures.value(at, Class::UNIT) == Some(Unit::Month as i16));
    let month = figures.value(name, Class::MONTH)?;
    let figure = figures.get(name)?;
    let day = figures
        .get(name + 1)
        .filter(|day| !figures.words.is_german && day.has_figures && !day.is_joined && day.text.len() <= 4);
    let day = day.and_then(|day| day.number?.as_whole()).and_then(|day| u8::try_from(day).ok());
    let day = day.filter(|day| (1..=31).contains(day));
    // `Jan` is a name, too.
    let is_whole = figure.text.len() > 3
        || figures.get(name + 1).is_some_and(|next| next.has_figures)
        || matches!(figure.text, "Mai" | "May");
    let before = name.checked_sub(1).and_then(|at| figures.get(at));
    let is_surname = figures.is(name, Class::MODAL)
        && day.is_none()
        && before.is_some_and(|before| before.has_capital)
        && figures.says_nothing(name - 1);
    let is_name = is_whole
        && figure.has_capital
        && !is_surname
        && (!figures.is(name, Class::MODAL) || day.is_some() || name > 0);
    is_name.then(|| {
        (name + 1 + usize::from(day.is_some()), When { month: Some(month as u8), day, ..When::default() })
    })
}

/// `Sommer`, `Ostern`, `Silvesternacht`, `Saison 2005/06`, `Jahr 2003`, `neunziger Jahre`
fn named(figures: Figures<'_, '_>, at: usize) -> Option<Part> {
    if let Some(season) = figures.value(at, Class::SEASON) {
        // `fall` is a verb, `Spring` a name.
        let is_name = if figures.words.is_german {
            figures.get(at)?.has_capital
        } else {
            let before = [Class::ARTICLE, Class::IN, Class::EDGE, Class::OF]
                .iter()
                .any(|class| figures.follows(at, *class));
            let has_year = figures.get(at + 1).is_some_and(|next| next.text.len() == 4 && next.has_figures);
            !figures.get(at)?.has_capital && (before || !figures.is(at, Class::MODAL)) || has_year
        };
        return is_name.then(|| (at + 1, When::period(Period::Season(season as u8))));
    }
    if let Some((end, holiday)) = figures.phrase(at, Class::HOLIDAY) {
        let part = figures.value(at, Class::PART).map(|part| part as u8);
        return Some((end, When { part, ..When::period(Period::Holiday(holiday as u8)) }));
    }
    let is_school = figures.is(at, Class::SCHOOL_YEAR) || figures.is(at, Class::FISCAL_YEAR);
    // `die Jahre 2003 und 2004` are two.
    let is_year = figures.value(at, Class::UNIT) == Some(Unit::Year as i16)
        && !(figures.is(at, Class::PLURAL)
            && figures.get(at).is_some_and(|figure| figure.text.ends_with('n'))
            || figures.follows(at, Class::THESE));
    if is_school || is_year {
        let before = When::period(Period::Half(1));
        let (end, mut when) = year(figures, at + 1, &before)?;
        if is_school && figures.is(at, Class::SCHOOL_YEAR) {
            if let Some(year) = when.year {
                when = When { year: Some(year), ..When::default() };
            }
        }
        return Some((end, when));
    }
    if let Some(quarter) = figures.value(at, Class::QUARTER) {
        return Some((at + 1, When::period(Period::Quarter(quarter as u8))));
    }
    decade(figures, at)
}

/// `14:30 Uhr`, `9 Uhr 30`, `fünf Uhr Ortszeit`, `halb neun`, `7 p.m.`, `Mitternacht`
fn clock(figures: Figures<'_, '_>, at: usize) -> Option<Part> {
    let figure = figures.get(at)?;
    let mut end = at + 1;
    let mut time = None;
    if let Some(hour) = figures.value(at, Class::CLOCK_TIME) {
        time = Some((hour as u8, 0));
    } else if figure.kind == TokenKind::ClockTime {
        let mut parts = figure.text.split([':', '.']).map(str::parse);
        let (hour, minute) = (parts.next()?.ok()?, parts.next()?.ok()?);
        // `1:15:40`, `2:46 Stunden`
        if parts.next().is_some_and(|_| !figures.is(end, Class::CLOCK_WORD)) || figures.is(end, Class::UNIT) {
            return None;
        }
        end = figures.skip(end, Class::CLOCK_WORD);
        time = Some((hour, minute));
    } else if figure.is_joined && (figures.is(at, Class::MERIDIEM) || figures.is(at, Class::CLOCK_WORD)) {
        // `4pm`, `1.12am`
        let mut parts = figure.text.split(|c: char| !c.is_ascii_digit());
        let hour = parts.next()?.parse().ok().filter(|hour| *hour <= 24)?;
        time = Some((
            hour,
            parts.next().and_then(|minute| minute.parse().ok()).filter(|minute| *minute < 60).unwrap_or(0),
        ));
        end = at;
    } else if let Some(hour) =
        figure.number.filter(|_| !figure.is_joined).and_then(Number::as_whole).filter(|hour| *hour <= 24)
    {
        if figures.is(end, Class::CLOCK_WORD) {
            end += 1;
            let minute =
                figures.get(end).filter(|next| next.kind == TokenKind::Number && next.text.len() == 2);
            let minute = minute.and_then(|next| next.number?.as_whole()).filter(|minute| *minute < 60);
            end += usize::from(minute.is_some());
            time = Some((hour as u8, minute.unwrap_or(0) as u8));
        } else if figures.is(end, Class::MERIDIEM)
            || figures.is(end, Class::DAILY_PART) && figures.follows(at, Class::CLOCK_LINK)
        {
            time = Some((hour as u8, 0));
        }
    }
    let (mut hour, minute) = time?;
    if let Some((longer, by)) = figures.phrase(end, Class::MERIDIEM) {
        if hour <= 12 {
            hour = hour % 12 + by as u8;
        }
        end = longer;
    }
    let bracket = usize::from(figures.is_mark(end, "("));
    let zone = figures.skip(figures.skip(end + bracket, Class::ZONE_ADJECTIVE), Class::ZONE);
    let zone = if zone > end + bracket { figures.skip(zone, Class::ZONE_NOUN) } else { end };
    if zone > end && (bracket == 0 || figures.is_mark(zone, ")")) {
        end = zone + bracket;
    }
    Some((end, When { clock: Some((hour, minute)), ..When::default() }))
}

use crate::layers::figures::Number;
