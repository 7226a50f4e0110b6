//! Calendar arithmetic: the only file that names the calendar's crate.
//!
//! In: days, weeks and months. Out: others that lie some way off; `None` beyond the years -9999 to 9999.

use jiff::civil::Date;
use jiff::SignedDuration;

/// A day.
#[allow(clippy::struct_field_names)] // The day of the month has no other name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day {
    pub(super) year: i16,
    pub(super) month: u8,
    pub(super) day: u8,
}

impl Day {
    /// The day, if there is one.
    #[inline(never)]
    pub(super) fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let year = i16::try_from(year).ok()?;
        Date::new(year, month.cast_signed(), day.cast_signed()).ok().map(|_| Self { year, month, day })
    }

    fn date(self) -> Date {
        Date::new(self.year, self.month.cast_signed(), self.day.cast_signed()).unwrap_or(Date::ZERO)
    }

    fn from_date(date: Date) -> Self {
        Self { year: date.year(), month: date.month().unsigned_abs(), day: date.day().unsigned_abs() }
    }

    /// `days` later.
    pub(super) fn plus_days(self, days: i64) -> Option<Self> {
        let hours = days.checked_mul(24).filter(|hours| hours.unsigned_abs() < 200_000_000)?;
        self.date().checked_add(SignedDuration::from_hours(hours)).ok().map(Self::from_date)
    }

    /// Monday is 1.
    #[inline(never)]
    pub(super) fn weekday(self) -> i64 {
        self.date().weekday().to_monday_one_offset().into()
    }

    /// The year and number of its week.
    #[inline(never)]
    pub(super) fn week(self) -> (i16, i8) {
        let week = self.date().iso_week_date();
        (week.year(), week.week())
    }

    /// Easter Sunday of a year.
    pub(super) fn easter(year: i32) -> Option<Self> {
        // The anonymous Gregorian algorithm: the full moon of spring, and the Sunday after it.
        let (golden, century, rest) = (year % 19, year / 100, year % 100);
        let leap = century - century / 4 - (century - (century + 8) / 25 + 1) / 3;
        let moon = (19 * golden + leap + 15) % 30;
        let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
        let days = moon + sunday - 7 * ((golden + 11 * moon + 22 * sunday) / 451) + 114;
        Self::new(year, u8::try_from(days / 31).ok()?, u8::try_from(days % 31 + 1).ok()?)
    }
}
