//! Which week, quarter, season, holiday or day of the week is meant.
//!
//! In: what the words say, the document's date and what was told last. Out: what is known of it, its value where that is
//! no date, and from where it was counted.

use super::{century, decade, joined, months_after, school, shifted_month, week, Known, Place, Story};
use crate::layers::timexes::calendar::Day;
use crate::layers::timexes::grammar::NEAREST;
use crate::layers::timexes::when::{Period, Shift, Unit, When};
use crate::layers::timexes::Anchor;

impl Story {
    /// What lies some units off.
    pub(super) fn shifted(
        &self,
        shift: Shift,
        weekday: Option<u8>,
    ) -> (Known, Option<String>, Option<Anchor>) {
        let is_text = shift.from_text && self.last.year.is_some();
        let base = if is_text { self.last } else { self.document };
        // Before Christ there are no weeks and quarters.
        let base = if base.year.is_some_and(|year| year < 1) { Known::default() } else { base };
        let anchor = Some(match (base.year, is_text) {
            (None, _) => Anchor::Missing,
            (_, true) => Anchor::Text,
            (_, false) => Anchor::Document,
        });
        let days = |by: i64| base.date().and_then(|day| day.plus_days(by));
        let unknown = |value: &str| (Known::default(), Some(value.to_owned()), anchor);
        match shift.unit {
            Unit::Day => match days(shift.count()) {
                Some(day) => (Known::from(day), None, anchor),
                None if shift.count() == 0 && base.year.is_some() => (base, None, anchor),
                None => unknown("XXXX-XX-XX"),
            },
            Unit::Week | Unit::Weekend => {
                let by = match (shift.by, base.date()) {
                    (NEAREST, Some(day)) => {
                        i64::from(self.is_ahead && !self.is_back) - i64::from(day.weekday() < 6)
                    }
                    (by, _) => i64::from(by),
                };
                let found = days(by.min(100) * 7);
                let Some(day) = found else { return unknown("XXXX-WXX") };
                if let Some(weekday) = weekday {
                    let day = day.plus_days(i64::from(weekday) - day.weekday()).unwrap_or(day);
                    return (Known::from(day), None, anchor);
                }
                let ending = if shift.unit == Unit::Weekend { "-WE" } else { "" };
                (Known::from(day), Some(week(day) + ending), anchor)
            }
            Unit::Month => match months_after(base, shift.count()) {
                Some(known) => (known, None, anchor),
                None => unknown("XXXX-XX"),
            },
            Unit::Quarter | Unit::HalfYear => {
                let size = if shift.unit == Unit::Quarter { 3 } else { 6 };
                let Some(known) = months_after(base, shift.count() * size) else { return unknown("XXXX") };
                let number = (i64::from(known.month.unwrap_or(1)) - 1) / size + 1;
                let sign = if size == 3 { "-Q" } else { "-H" };
                (
                    known,
                    Some(joined("", known.year.unwrap_or(0).into(), 4) + &joined(sign, number, 1)),
                    anchor,
                )
            }
            Unit::School => {
                let starts = base.month.is_some_and(|month| month < 7);
                let Some(year) = base.year else { return unknown("XXXX") };
                let year = i64::from(year) + shift.count() - i64::from(starts);
                (base, Some(school(year)), anchor)
            }
            Unit::Decade => match base.year.map(|year| i64::from(year) + shift.count() * 10) {
                Some(year) => (base, Some(decade(year)), anchor),
                None => unknown("XXXX"),
            },
            Unit::Century => match base.year.map(|year| i64::from(year) + shift.count() * 100) {
                Some(year) => (base, Some(century(year)), anchor),
                None => unknown("XXXX"),
            },
            _ => match shift.count() {
                0 => unknown("PRESENT_REF"),
                by if by < 0 => unknown("PAST_REF"),
                _ => unknown("FUTURE_REF"),
            },
        }
    }

    /// `Montag`: the last one, or the next where the clause looks ahead.
    pub(super) fn weekday(
        &self,
        weekday: u8,
        shift: Option<Shift>,
    ) -> (Known, Option<String>, Option<Anchor>) {
        let Some(document) = self.document.date() else {
            return (Known::default(), Some(joined("XXXX-WXX-", weekday.into(), 1)), Some(Anchor::Missing));
        };
        let told = self
            .last
            .date()
            .filter(|day| self.place == Place::InBrackets && day.weekday() == i64::from(weekday));
        if let Some(day) = told {
            return (Known::from(day), None, Some(Anchor::Document));
        }
        let ahead = (i64::from(weekday) - document.weekday()).rem_euclid(7);
        let by = match shift.map(Shift::count) {
            Some(by) if by < 0 => (if ahead == 0 { -7 } else { ahead - 7 }) + (by + 1) * 7,
            Some(by) if by > 0 => (if ahead == 0 { 7 } else { ahead }) + (by - 1) * 7,
            // `diesen Freitag`
            Some(_) if !self.is_back || self.is_ahead => ahead,
            _ if ahead == 0 => 0,
            // Where no verb tells, the nearer one.
            _ if !self.is_ahead && !self.is_back && ahead < 4 => ahead,
            _ if self.is_ahead && !self.is_back => ahead,
            _ => ahead - 7,
        };
        let day = document.plus_days(by).unwrap_or(document);
        (Known::from(day), None, Some(Anchor::Document))
    }

    /// The year of a day without one; the day of the week tells, where it is named.
    pub(super) fn year_of_day(&self, month: u8, day: u8, weekday: Option<u8>) -> Option<i32> {
        let near = self.year_of(month, day)?;
        let fits = |year: &i32| {
            weekday.is_some_and(|weekday| {
                Day::new(*year, month, day).is_some_and(|day| day.weekday() == i64::from(weekday))
            })
        };
        [near, near - 1, near + 1].into_iter().find(fits).or(Some(near))
    }

    /// The year of a day or month without one.
    pub(super) fn year_of(&self, month: u8, day: u8) -> Option<i32> {
        let year = self.document.year?;
        let Some(document_month) = self.document.month else { return Some(year) };
        let days = |year: i32, month: u8, day: u8| (year * 12 + i32::from(month)) * 31 + i32::from(day);
        let now = days(year, document_month, self.document.day.unwrap_or(15));
        let distance = |candidate: i32| {
            let away = days(candidate, month, day) - now;
            // The nearer one, with some weight on where the verb looks.
            away.abs()
                * match (self.is_ahead, self.is_back) {
                    (true, false) if away < 0 => 2,
                    (false, true) if away > 0 => 4,
                    _ => 1,
                }
        };
        [year, year - 1, year + 1].into_iter().min_by_key(|candidate| distance(*candidate))
    }

    /// A stretch that is no day, month or year.
    pub(super) fn period(
        &self,
        period: Period,
        year: Option<i32>,
        when: &When,
    ) -> (Known, Option<String>, Option<Anchor>) {
        let anchor = match (year, when.year, self.document.year) {
            (_, Some(_), _) => None,
            (None, _, None) => Some(Anchor::Missing),
            _ => Some(Anchor::Document),
        };
        let written = |year: Option<i32>, ending: String| {
            let known = Known { year, ..Known::default() };
            let is_written = year.is_none_or(|year| year > 0);
            (known, is_written.then(|| known.write() + &ending), anchor)
        };
        let near = |month: u8| {
            let shift = when.shift.filter(|shift| shift.unit == Unit::MonthName);
            year.or_else(|| shifted_month(self.document, month, shift?.count()))
                .or_else(|| self.year_of(month, 15))
        };
        match period {
            Period::Quarter(number) => written(near(number * 3 - 1), joined("-Q", number.into(), 1)),
            Period::Half(number) => written(near(number * 6 - 3), joined("-H", number.into(), 1)),
            Period::Season(season) => {
                let season = usize::from(season).min(3);
                let month = [4, 7, 10, 1][season];
                written(near(month), ["-SP", "-SU", "-FA", "-WI"][season].to_owned())
            }
            Period::Decade(first) => {
                let first = i32::from(first);
                let century = if first >= 100 {
                    0
                } else {
                    self.document.year.map_or(1900, |year| (year - first) / 100 * 100)
                };
                let first = century + first;
                (Known { year: Some(first), ..Known::default() }, Some(decade(first.into())), None)
            }
            Period::Century(number) => {
                let century = i32::from(number) - 1;
                (
                    Known { year: Some(century * 100), ..Known::default() },
                    Some(self::century(i64::from(century) * 100)),
                    None,
                )
            }
            Period::School(first) => {
                let first = i32::from(first);
                (Known { year: Some(first), ..Known::default() }, Some(school(first.into())), None)
            }
            Period::Holiday(number) => {
                let years = match year {
                    Some(year) => [year; 3],
                    None => match self.document.year {
                        Some(year) => [year, year - 1, year + 1],
                        None => {
                            return (
                                Known::default(),
                                holiday(number, 2000).map(|day| {
                                    // Those that are the same in every year.
                                    let is_fixed = holiday(number, 2001)
                                        .is_some_and(|next| (next.month, next.day) == (day.month, day.day));
                                    let known = Known { year: None, ..Known::from(day) };
                                    if is_fixed {
                                        known.write()
                                    } else {
                                        "XXXX-XX-XX".to_owned()
                                    }
                                }),
                                anchor,
                            );
                        }
                    },
                };
                let candidates = years.into_iter().filter_map(|year| holiday(number, year));
                let day = candidates
                    .into_iter()
                    .find(|day| year.is_some() || self.year_of(day.month, day.day) == Some(day.year.into()));
                match day.or_else(|| holiday(number, years[0])) {
                    Some(day) => (Known::from(day), None, anchor),
                    None => (Known { year, ..Known::default() }, None, anchor),
                }
            }
        }
    }
}

/// When holidays are, by their numbers in the word lists: month and day, or 0 and the days behind Easter.
const HOLIDAYS: [(u8, i8); 27] = [
    (1, 1),
    (12, 31),
    (12, 25),
    (12, 24),
    (0, 0),
    (0, -2),
    (0, -3),
    (0, -1),
    (0, 1),
    (0, 49),
    (0, 50),
    (0, 39),
    (0, 60),
    (0, -48),
    (0, -46),
    (11, 1),
    (12, 6),
    (0, -7),
    (10, 31),
    (0, -47),
    (7, 4),
    (11, 0),
    (10, 31),
    (12, 26),
    (0, -52),
    (1, 6),
    (5, 1),
];

/// The day of a holiday in a year.
fn holiday(number: u8, year: i32) -> Option<Day> {
    let (month, days) = *HOLIDAYS.get(usize::from(number).checked_sub(1)?)?;
    match (month, days) {
        (0, days) => Day::easter(year)?.plus_days(days.into()),
        // The fourth Thursday.
        (month, 0) => {
            let first = Day::new(year, month, 1)?;
            first.plus_days((4 - first.weekday()).rem_euclid(7) + 21)
        }
        (month, day) => Day::new(year, month, day.unsigned_abs()),
    }
}
