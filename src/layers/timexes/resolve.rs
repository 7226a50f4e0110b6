//! What a time expression means in its article.
//!
//! In: what the words say, the document's date and what was told last. Out: TIMEX3 values. Parts that cannot be
//! known are `X`.

mod known;
mod periods;
mod values;

use super::grammar::{chain, NEW_YEAR};
use super::spans::BEFORE;
use super::when::{Length, Meaning, Unit, When};
use super::{Anchor, Modifier, TimexType};
use crate::layers::figures::Figures;
use known::{months_after, shifted_month, years_after};
pub(super) use known::{Known, Start};
use values::{century, decade, duration, joined, part, school, week};

/// A value and what it was counted from.
pub(super) struct Resolved {
    pub(super) timex_type: TimexType,
    pub(super) value: String,
    pub(super) modifier: Option<Modifier>,
    pub(super) anchor: Option<Anchor>,
}

/// For how many sentences parts of a day and clocks are told of the day that was told last.
const DAY_REACH: u32 = 2;

/// How a point in time stands to the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Place {
    #[default]
    Alone,
    /// It ends the range that begins with it.
    EndsRange,
    /// It stands in brackets behind it: `morgen (Mittwoch)`.
    InBrackets,
}

/// What is known while an article is read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Story {
    /// When the document was written.
    pub(super) document: Known,
    /// The last point in time that was told.
    pub(super) last: Known,
    /// How many sentences ago that was.
    pub(super) age: u32,
    /// The point before this one.
    pub(super) start: Start,
    /// How this point stands to that one.
    pub(super) place: Place,
    /// Whether the clause looks ahead.
    pub(super) is_ahead: bool,
    /// Whether it looks back.
    pub(super) is_back: bool,
}

impl Story {
    /// The value of `meaning` among `figures`; remembers the point that it tells.
    pub(super) fn resolve(&mut self, figures: Figures<'_, '_>, meaning: &Meaning) -> Resolved {
        let plain = |timex_type, value: String| Resolved { timex_type, value, modifier: None, anchor: None };
        let date = |value: &str| plain(TimexType::Date, value.to_owned());
        let start = std::mem::take(&mut self.start);
        match meaning {
            Meaning::Present => date("PRESENT_REF"),
            Meaning::Past => date("PAST_REF"),
            Meaning::Future => date("FUTURE_REF"),
            Meaning::Then => match self.last.year {
                Some(_) => {
                    Resolved { anchor: Some(Anchor::Text), ..plain(TimexType::Date, self.last.write()) }
                }
                None => date("PAST_REF"),
            },
            Meaning::Duration(length) => plain(TimexType::Duration, duration(length)),
            Meaning::Repeated(length) => plain(TimexType::Set, duration(length)),
            Meaning::Each(when) => {
                let day =
                    when.weekday.map_or("XXXX-XX-XX".to_owned(), |day| joined("XXXX-WXX-", day.into(), 1));
                plain(TimexType::Set, day + part(when))
            }
            Meaning::Offset { length, is_back, from_text } => self.offset(length, *is_back, *from_text),
            Meaning::OffsetFrom { length, is_back, day } => {
                let from = chain(figures, *day).map(|(_, when)| when).unwrap_or_default();
                self.last = Known::default();
                let anchor = self.point(&from, start).anchor;
                let day = self.last;
                if day.date().is_none() {
                    return Resolved { anchor, ..date("XXXX-XX-XX") };
                }
                let mut found = self.offset(length, *is_back, true);
                // `heute vor zehn Jahren` is that day.
                if let (Known { day: None, .. }, Known { month, day: Some(day), .. }) = (self.last, day) {
                    let month = self.last.month.or(month);
                    let exact = Known { month, day: Some(day), ..self.last };
                    if exact.date().is_some() {
                        (self.last, found.value) = (exact, exact.write());
                    }
                }
                Resolved { anchor, ..found }
            }
            Meaning::Point(when) => self.point(when, start),
        }
    }

    /// `vor drei Jahren`, `zwei Tage später`
    fn offset(&mut self, length: &Length, is_back: bool, from_text: bool) -> Resolved {
        let from = if from_text { self.last } else { self.document };
        let anchor = match (from_text, from.year) {
            (_, None) => Anchor::Missing,
            (true, _) => Anchor::Text,
            (false, _) => Anchor::Document,
        };
        let reference = if is_back { "PAST_REF" } else { "FUTURE_REF" };
        let resolved =
            |value: String, timex_type| Resolved { timex_type, value, modifier: None, anchor: Some(anchor) };
        let Some((unit, Some(number))) = length.parts[0] else {
            // `Tage später`, `vor Tagen`
            let (value, timex_type) = if from_text {
                (duration(length), TimexType::Duration)
            } else {
                (reference.to_owned(), TimexType::Date)
            };
            return Resolved { anchor: None, ..resolved(value, timex_type) };
        };
        let number = number.number();
        if let Some(value) =
            number.as_whole().or(Some(number.digits / 10)).and_then(|number| i64::try_from(number).ok())
        {
            let months = if number.decimals == 1 && unit == Unit::Year { 6 } else { 0 };
            let by = if is_back { -value } else { value };
            let shifted = match unit {
                // A document's date has no clock: half a day may lead to another day.
                Unit::Second | Unit::Minute | Unit::Hour if !from_text => {
                    let hours = if unit == Unit::Hour { by } else { 0 };
                    let is_sure = hours.abs() < 12 || hours % 24 == 0 && number.decimals == 0;
                    from.date().filter(|_| is_sure).and_then(|day| day.plus_days(hours / 24)).map(Known::from)
                }
                Unit::Day | Unit::Week if number.decimals == 0 => from
                    .date()
                    .and_then(|day| day.plus_days(if unit == Unit::Week { by.saturating_mul(7) } else { by }))
                    .map(Known::from),
                Unit::Month => months_after(from, by),
                Unit::Year if months > 0 => months_after(
                    from,
                    by.saturating_mul(12).saturating_add(if is_back { -months } else { months }),
                )
                .map(|known| Known { month: if value == 0 { known.month } else { None }, ..known }),
                Unit::Year => years_after(from, by),
                Unit::Decade => years_after(from, by.saturating_mul(10)),
                _ => None,
            };
            if let Some(known) = shifted {
                (self.last, self.age) = (known, 0);
                // `vor zwei Wochen` is as exact as a week.
                let week = known.date().filter(|_| unit == Unit::Week && !from_text).map(week);
                return resolved(week.unwrap_or_else(|| known.write()), TimexType::Date);
            }
        }
        if from_text {
            return Resolved { anchor: None, ..resolved(duration(length), TimexType::Duration) };
        }
        if anchor == Anchor::Missing {
            return resolved(
                match unit {
                    Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => "XXXX-XX-XX",
                    Unit::Week => "XXXX-WXX",
                    Unit::Month => "XXXX-XX",
                    _ => "XXXX",
                }
                .to_owned(),
                TimexType::Date,
            );
        }
        resolved(reference.to_owned(), TimexType::Date)
    }

    fn point(&mut self, when: &When, start: Start) -> Resolved {
        let (mut known, value, anchor) = self.day(when);
        let told = known;
        if self.place == Place::EndsRange && value.is_none() {
            known = known.not_before(&start, when);
        }
        self.start = Start { known, clock: when.clock };
        // What goes on into the next day is still told of the day before.
        let last = if when.weekday.or(when.day).is_some() { known } else { told };
        let mut timex_type = TimexType::Date;
        let mut value = value.unwrap_or_else(|| known.write());
        if known.year.is_some() {
            (self.last, self.age) = (last, 0);
        }
        if when.is_time() {
            timex_type = TimexType::Time;
            // A night without a day is the last one.
            let is_last = when.part == Some(4)
                && anchor == Some(Anchor::Document)
                && !self.is_ahead
                && *when == (When { part: Some(4), ..When::default() });
            if when.clock.is_none() && (when.part == Some(BEFORE) || is_last) {
                let before = known.date().and_then(|day| day.plus_days(-1));
                value = before.map_or(value, |day| Known::from(day).write());
            }
            let is_day = known.date().is_some() || value.starts_with("XXXX") && value.len() == 10;
            if !is_day {
                "XXXX-XX-XX".clone_into(&mut value);
            }
            if let Some((hour, minute)) = when.clock {
                // `8 Uhr abends`
                let is_late = matches!(when.part, Some(2 | 3)) || hour > 5 && when.part == Some(4);
                let hour = if is_late && (1..=11).contains(&hour) { hour + 12 } else { hour };
                value.push_str(&joined("T", hour.into(), 2));
                value.push_str(&joined(":", minute.into(), 2));
            } else {
                value.push_str(part(when));
            }
        }
        let modifier = when
            .edge
            .and_then(|edge| [Modifier::Start, Modifier::Mid, Modifier::End].get(usize::from(edge)).copied());
        Resolved { timex_type, value, modifier, anchor }
    }

    /// The day or period of a point, its value where that is not a date, and from where it was counted.
    fn day(&self, when: &When) -> (Known, Option<String>, Option<Anchor>) {
        let document = self.document;
        let from = |known: Known, anchor| if known.year.is_none() { Anchor::Missing } else { anchor };
        let shift_year = when.shift.filter(|shift| shift.unit == Unit::Year);
        let (year, year_anchor) = match (when.year, shift_year) {
            (Some(year), _) => (Some(year), None),
            (None, Some(shift)) => {
                let base = if shift.from_text && self.last.year.is_some() { self.last } else { document };
                let by = if shift.by == NEW_YEAR {
                    i64::from(document.month.is_some_and(|month| month > 6))
                } else {
                    shift.count()
                };
                (years_after(base, by).and_then(|known| known.year), Some(from(base, Anchor::Document)))
            }
            _ => (None, None),
        };
        if let Some(period) = when.period {
            return self.period(period, year, when);
        }
        if let (Some(month), Some(day)) = (when.month, when.day) {
            let (year, anchor) = match year {
                Some(year) => (Some(year), year_anchor),
                None => (self.year_of_day(month, day, when.weekday), Some(from(document, Anchor::Document))),
            };
            return (Known { year, month: Some(month), day: Some(day) }, None, anchor);
        }
        if let Some(month) = when.month {
            let (year, anchor) = match (year, when.shift) {
                (Some(year), _) => (Some(year), year_anchor),
                (None, shift) => {
                    let year = shift
                        .filter(|shift| shift.unit == Unit::MonthName)
                        .and_then(|shift| shifted_month(document, month, shift.count()))
                        .or_else(|| self.year_of(month, 15));
                    (year, Some(from(document, Anchor::Document)))
                }
            };
            return (Known { year, month: Some(month), day: None }, None, anchor);
        }
        if when.year.is_some() || shift_year.is_some() {
            return (Known { year, month: None, day: None }, None, year_anchor);
        }
        if let Some(shift) = when.shift.filter(|shift| shift.unit != Unit::Weekday) {
            return self.shifted(shift, when.weekday);
        }
        if let Some(weekday) = when.weekday {
            return self.weekday(weekday, when.shift);
        }
        // A part of a day that was told of.
        let is_told = self.last.date().is_some() && self.age <= DAY_REACH;
        let (base, anchor) = if is_told { (self.last, Anchor::Text) } else { (document, Anchor::Document) };
        let base = if base.date().is_some() { base } else { Known::default() };
        (base, None, Some(from(base, anchor)))
    }
}
