//! Times that are counted from the document's date or from what was told last: `letzten Jahres`, `am Vortag`.
//!
//! In: the figures of a sentence. Out: the part that begins at a place. From when it counts is left to `resolve`.

use super::{year_behind, Part};
use crate::layers::figures::{Class, Figures};
use crate::layers::timexes::when::{small, Period, Shift, Unit, When};

/// `letzten Jahres`, `dieser Woche`, `kommenden Montag`, `gestrigen`, `Vorjahr`
pub(super) fn shifted(figures: Figures<'_, '_>, at: usize) -> Option<Part> {
    if let Some(by) = figures.value(at, Class::YEAR_NOUN).or_else(|| figures.value(at, Class::YEAR_WORD)) {
        return Some((at + 1, When::shift(Shift::document(Unit::Year, by))));
    }
    if let Some(part) = figures.value(at, Class::EVE) {
        let when = When::shift(Shift::text(Unit::Day, -1));
        return Some((at + 1, When { part: Some(small(part)), ..when }));
    }
    if figures.value(at, Class::UNIT) == Some(Unit::Weekend as i16) && !figures.is(at, Class::PLURAL) {
        let is_name = figures.follows(at, Class::ON)
            || figures.follows(at, Class::ARTICLE)
            || figures.follows(at, Class::PART_ADJECTIVE);
        return is_name.then(|| (at + 1, When::shift(Shift::document(Unit::Weekend, NEAREST))));
    }
    if let Some(by) = figures.value(at, Class::DAY_NOUN) {
        return Some((at + 1, When::shift(Shift::text(Unit::Day, by))));
    }
    if let Some(by) = figures.value(at, Class::DAY_ADJECTIVE) {
        let when = When::shift(Shift::document(Unit::Day, by));
        let is_day = figures.value(at + 1, Class::UNIT) == Some(Unit::Day as i16);
        return Some((at + 1 + usize::from(is_day), when));
    }
    for (class, shift) in
        [(Class::FOLLOWING, Shift::text as fn(Unit, i16) -> Shift), (Class::SAME, Shift::text)]
    {
        if let Some(by) = figures.value(at, class) {
            if let Some(unit) = figures.value(at + 1, Class::UNIT).and_then(Unit::from) {
                let is_document = figures.is(at, Class::SHIFT) && unit != Unit::Day;
                if unit >= Unit::Day && !figures.is(at + 1, Class::PLURAL) && !is_document {
                    return Some((at + 2, When::shift(shift(unit, by))));
                }
            }
            if let Some(part) = figures.value(at + 1, Class::PART) {
                let when = When::shift(shift(Unit::Day, by));
                return Some((at + 2, When { part: Some(small(part)), ..when }));
            }
        }
    }
    let by = figures.value(at, Class::SHIFT)?;
    let next = at + 1;
    if let Some(weekday) = figures.value(next, Class::WEEKDAY) {
        let part = figures.value(next, Class::PART).map(small);
        let when = When::shift(Shift::document(Unit::Weekday, by));
        return Some((next + 1, When { weekday: Some(small(weekday)), part, ..when }));
    }
    if let Some(month) = figures.value(next, Class::MONTH) {
        let when = When::shift(Shift::document(Unit::MonthName, by));
        return Some((next + 1, When { month: Some(small(month)), ..when }));
    }
    if let Some(season) = figures.value(next, Class::SEASON) {
        return Some((
            next + 1,
            When {
                period: Some(Period::Season(small(season))),
                ..When::shift(Shift::document(Unit::MonthName, by))
            },
        ));
    }
    if let Some(part) = figures.value(next, Class::PART) {
        // `letzte Nacht`; `letzter Abend` is the last of several.
        let day = if by < 0 { -1 } else { 0 };
        let when = When::shift(Shift::document(Unit::Day, day));
        return (day == 0 || part == 4).then(|| (next + 1, When { part: Some(small(part)), ..when }));
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
    // `am letzten Tag` is no day before.
    if figures.is(next, Class::PLURAL) || unit < Unit::Day || unit == Unit::Day && by < 0 {
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
pub(in crate::layers::timexes) const NEAREST: i16 = 101;

/// The shift of `neues Jahr`: the year that has just begun, or the next.
pub(in crate::layers::timexes) const NEW_YEAR: i16 = 100;
