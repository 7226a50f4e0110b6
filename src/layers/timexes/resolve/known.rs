//! Points in time as far as they are known, and others that lie some years or months off.

use super::values::joined;
use crate::layers::timexes::calendar::Day;
use crate::layers::timexes::when::{Unit, When};

/// The point at which a range may begin.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::layers::timexes) struct Start {
    pub(in crate::layers::timexes) known: Known,
    pub(in crate::layers::timexes) clock: Option<(u8, u8)>,
}

/// A point in time as far as it is known.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::layers::timexes) struct Known {
    pub(in crate::layers::timexes) year: Option<i32>,
    pub(in crate::layers::timexes) month: Option<u8>,
    pub(in crate::layers::timexes) day: Option<u8>,
}

impl Known {
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub(in crate::layers::timexes) fn read(date: &str) -> Option<Self> {
        let mut parts = date.split('-').map(|part| part.parse::<i32>().ok());
        let year = parts.next()??;
        let month = parts.next().flatten().and_then(|month| u8::try_from(month).ok());
        let day = parts.next().flatten().and_then(|day| u8::try_from(day).ok());
        Some(Self { year: Some(year), month, day })
    }

    #[inline(never)]
    pub(super) fn date(self) -> Option<Day> {
        Day::new(self.year?, self.month?, self.day?)
    }

    pub(super) fn from(day: Day) -> Self {
        Self { year: Some(day.year.into()), month: Some(day.month), day: Some(day.day) }
    }

    /// The first point that `when` may mean and that does not lie before `start`, where its year is not told.
    pub(super) fn not_before(self, start: &Start, when: &When) -> Self {
        let from = start.known;
        if let (Some(month), Some(year)) = (when.month, from.year) {
            if when.year.is_some() || when.shift.is_some_and(|shift| shift.unit == Unit::Year) {
                return self;
            }
            let parts = |known: Self, day| (known.month.unwrap_or(1), known.day.unwrap_or(day));
            let is_next = parts(self, 31) < parts(from, 1);
            return Self { year: Some(year + i32::from(is_next)), month: Some(month), ..self };
        }
        let days = match (self.date(), from.date()) {
            (Some(day), Some(first)) if day < first && when.shift.is_none_or(|shift| shift.by == 0) => 7,
            (Some(day), Some(first))
                if day == first && when.weekday.is_none() && when.clock < start.clock =>
            {
                1
            }
            _ => 0,
        };
        let moved = self.date().filter(|_| days > 0).and_then(|day| day.plus_days(days));
        moved.map_or(self, Self::from)
    }

    pub(super) fn write(self) -> String {
        let mut value = match self.year {
            Some(year) if year < 0 => joined("BC", -i64::from(year), 4),
            Some(year) => joined("", year.into(), 4),
            None => "XXXX".to_owned(),
        };
        for part in [self.month, self.day].into_iter().map_while(|part| part) {
            value.push_str(&joined("-", part.into(), 2));
        }
        value
    }
}

/// The year that lies `by` years off.
pub(super) fn years_after(from: Known, by: i64) -> Option<Known> {
    let year = i64::from(from.year?).checked_add(by)?;
    let year = i32::try_from(year).ok().filter(|year| (1..10000).contains(year))?;
    Some(Known { year: Some(year), month: None, day: None })
}

/// The month that lies `by` months off.
pub(super) fn months_after(from: Known, by: i64) -> Option<Known> {
    let months = i64::from(from.year?) * 12 + i64::from(from.month?) - 1;
    let months = months.checked_add(by)?;
    let year = i32::try_from(months.div_euclid(12)).ok().filter(|year| (1..10000).contains(year))?;
    Some(Known { year: Some(year), month: u8::try_from(months.rem_euclid(12) + 1).ok(), day: None })
}

/// The year of `letzten September`.
pub(super) fn shifted_month(document: Known, month: u8, by: i64) -> Option<i32> {
    let (year, now) = (document.year?, document.month?);
    Some(match by {
        by if by < 0 => year - i32::from(month >= now),
        by if by > 0 => year + i32::from(month <= now),
        _ => year,
    })
}
