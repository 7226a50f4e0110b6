//! What a time expression means in its article.
//!
//! In: what the words say, the document's date and what was told last. Out: TIMEX3 values. Parts that cannot be
//! known are `X`.

use super::calendar::Day;
use super::grammar::{NEAREST, NEW_YEAR};
use super::spans::BEFORE;
use super::when::{Length, Meaning, Period, Shift, Unit, When};
use super::{Anchor, Modifier, TimexType};

/// A value and what it was counted from.
pub(super) struct Resolved {
    pub(super) timex_type: TimexType,
    pub(super) value: String,
    pub(super) modifier: Option<Modifier>,
    pub(super) anchor: Option<Anchor>,
}

/// A point in time as far as it is known.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    pub(super) year: Option<i32>,
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
}

impl Known {
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub(super) fn read(date: &str) -> Option<Self> {
        let mut parts = date.split('-').map(|part| part.parse::<i32>().ok());
        let year = parts.next()??;
        let month = parts.next().flatten().and_then(|month| u8::try_from(month).ok());
        let day = parts.next().flatten().and_then(|day| u8::try_from(day).ok());
        Some(Self { year: Some(year), month, day })
    }

    fn date(self) -> Option<Day> {
        Day::new(self.year?, self.month?, self.day?)
    }

    fn from(day: Day) -> Self {
        Self { year: Some(day.year.into()), month: Some(day.month), day: Some(day.day) }
    }

    fn write(self) -> String {
        // `BC0345-08-10`
        let year = |year: i32| if year < 0 { format!("BC{:04}", -year) } else { format!("{year:04}") };
        match (self.year, self.month, self.day) {
            (Some(known), Some(month), Some(day)) => format!("{}-{month:02}-{day:02}", year(known)),
            (Some(known), Some(month), None) => format!("{}-{month:02}", year(known)),
            (Some(known), None, _) => year(known),
            (None, Some(month), Some(day)) => format!("XXXX-{month:02}-{day:02}"),
            (None, Some(month), None) => format!("XXXX-{month:02}"),
            (None, None, _) => "XXXX".to_owned(),
        }
    }
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
    /// Whether the clause looks ahead.
    pub(super) is_ahead: bool,
    /// Whether it looks back.
    pub(super) is_back: bool,
}

impl Story {
    /// The value of `meaning`; remembers the point that it tells.
    pub(super) fn resolve(&mut self, meaning: &Meaning) -> Resolved {
        let plain = |timex_type, value: String| Resolved { timex_type, value, modifier: None, anchor: None };
        let date = |value: &str| plain(TimexType::Date, value.to_owned());
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
                let day = when.weekday.map_or("XXXX-XX-XX".to_owned(), |day| format!("XXXX-WXX-{day}"));
                plain(TimexType::Set, format!("{day}{}", part(when)))
            }
            Meaning::Offset { length, is_back, from_text } => self.offset(length, *is_back, *from_text),
            Meaning::Point(when) => self.point(when),
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
            return Resolved { anchor: None, ..resolved(reference.to_owned(), TimexType::Date) };
        };
        if let Some(value) =
            number.as_whole().or(Some(number.digits / 10)).and_then(|number| i64::try_from(number).ok())
        {
            let months = if number.decimals == 1 && unit == Unit::Year { 6 } else { 0 };
            let by = if is_back { -value } else { value };
            let shifted = match unit {
                Unit::Day | Unit::Week if number.decimals == 0 => from
                    .date()
                    .and_then(|day| day.plus_days(if unit == Unit::Week { by * 7 } else { by }))
                    .map(Known::from),
                Unit::Month => months_after(from, by),
                Unit::Year if months > 0 => {
                    months_after(from, by * 12 + if is_back { -months } else { months })
                        .map(|known| Known { month: if value == 0 { known.month } else { None }, ..known })
                }
                Unit::Year => years_after(from, by),
                Unit::Decade => years_after(from, by.checked_mul(10).unwrap_or(by)),
                _ => None,
            };
            if let Some(known) = shifted {
                (self.last, self.age) = (known, 0);
                let value = match unit {
                    Unit::Week if !from_text || true => {
                        known.date().map(|day| week(day)).filter(|_| !from_text)
                    }
                    _ => None,
                };
                return resolved(value.unwrap_or_else(|| known.write()), TimexType::Date);
            }
        }
        if from_text || unit < Unit::Day {
            return Resolved { anchor: None, ..resolved(duration(length), TimexType::Duration) };
        }
        if anchor == Anchor::Missing {
            return resolved(
                match unit {
                    Unit::Day => "XXXX-XX-XX",
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

    fn point(&mut self, when: &When) -> Resolved {
        let (known, value, anchor) = self.day(when);
        let mut timex_type = TimexType::Date;
        let mut value = value.unwrap_or_else(|| known.write());
        if known.year.is_some() {
            (self.last, self.age) = (known, 0);
        }
        if when.is_time() {
            timex_type = TimexType::Time;
            if when.clock.is_none() && when.part == Some(BEFORE) {
                let before = known.date().and_then(|day| day.plus_days(-1));
                value = before.map_or(value, |day| Known::from(day).write());
            }
            if value.len() < 10 {
                value = "XXXX-XX-XX".to_owned();
            }
            value += &match when.clock {
                // `8 Uhr abends`
                Some((hour @ 1..=11, minute))
                    if matches!(when.part, Some(2 | 3)) || hour > 5 && when.part == Some(4) =>
                {
                    format!("T{:02}:{minute:02}", hour + 12)
                }
                Some((hour, minute)) => format!("T{hour:02}:{minute:02}"),
                None => part(when).to_owned(),
            };
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
                    shift.by
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
                        .and_then(|shift| shifted_month(document, month, shift.by))
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
        let base = if self.last.date().is_some() && self.age <= 2 { self.last } else { document };
        let base = if base.date().is_some() { base } else { Known::default() };
        (base, None, Some(from(base, Anchor::Text)))
    }

    fn shifted(&self, shift: Shift, weekday: Option<u8>) -> (Known, Option<String>, Option<Anchor>) {
        let is_text = shift.from_text && self.last.year.is_some();
        let base = if is_text { self.last } else { self.document };
        let anchor = Some(match (base.year, is_text) {
            (None, _) => Anchor::Missing,
            (_, true) => Anchor::Text,
            (_, false) => Anchor::Document,
        });
        let days = |by: i64| base.date().and_then(|day| day.plus_days(by));
        let unknown = |value: &str| (Known::default(), Some(value.to_owned()), anchor);
        match shift.unit {
            Unit::Day => match days(shift.by) {
                Some(day) => (Known::from(day), None, anchor),
                None if shift.by == 0 && base.year.is_some() => (base, None, anchor),
                None => unknown("XXXX-XX-XX"),
            },
            Unit::Week | Unit::Weekend => {
                let by = match (shift.by, base.date()) {
                    (NEAREST, Some(day)) => {
                        i64::from(self.is_ahead && !self.is_back) - i64::from(day.weekday() < 6)
                    }
                    (by, _) => by,
                };
                let week_day = days(by.min(100) * 7);
                let Some(day) = week_day else { return unknown("XXXX-WXX") };
                if let Some(weekday) = weekday {
                    let day = day.plus_days(i64::from(weekday) - day.weekday()).unwrap_or(day);
                    return (Known::from(day), None, anchor);
                }
                let ending = if shift.unit == Unit::Weekend { "-WE" } else { "" };
                (Known::from(day), Some(format!("{}{ending}", week(day))), anchor)
            }
            Unit::Month => match months_after(base, shift.by) {
                Some(known) => (known, None, anchor),
                None => unknown("XXXX-XX"),
            },
            Unit::Quarter | Unit::HalfYear => {
                let size = if shift.unit == Unit::Quarter { 3 } else { 6 };
                let Some(known) = months_after(base, shift.by * size) else { return unknown("XXXX") };
                let number = (i64::from(known.month.unwrap_or(1)) - 1) / size + 1;
                let sign = if size == 3 { 'Q' } else { 'H' };
                (known, Some(format!("{:04}-{sign}{number}", known.year.unwrap_or(0))), anchor)
            }
            Unit::School => {
                let starts = base.month.is_some_and(|month| month < 7);
                let Some(year) = base.year else { return unknown("XXXX") };
                let year = i64::from(year) + shift.by - i64::from(starts);
                (base, Some(format!("{year:04}/{:04}", year + 1)), anchor)
            }
            Unit::Decade => match base.year.map(|year| i64::from(year) + shift.by * 10) {
                Some(year) => (base, Some(format!("{:03}X", year / 10)), anchor),
                None => unknown("XXXX"),
            },
            Unit::Century => match base.year.map(|year| i64::from(year) + shift.by * 100) {
                Some(year) => (base, Some(format!("{:02}XX", year / 100)), anchor),
                None => unknown("XXXX"),
            },
            _ => match shift.by {
                0 => unknown("PRESENT_REF"),
                by if by < 0 => unknown("PAST_REF"),
                _ => unknown("FUTURE_REF"),
            },
        }
    }

    /// `Montag`: the last one, or the next where the clause looks ahead.
    fn weekday(&self, weekday: u8, shift: Option<Shift>) -> (Known, Option<String>, Option<Anchor>) {
        let Some(document) = self.document.date() else {
            return (Known::default(), Some(format!("XXXX-WXX-{weekday}")), Some(Anchor::Missing));
        };
        let ahead = (i64::from(weekday) - document.weekday()).rem_euclid(7);
        let by = match shift.map(|shift| shift.by) {
            Some(by) if by < 0 => (if ahead == 0 { -7 } else { ahead - 7 }) + (by + 1) * 7,
            Some(by) if by > 0 => (if ahead == 0 { 7 } else { ahead }) + (by - 1) * 7,
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
    fn year_of_day(&self, month: u8, day: u8, weekday: Option<u8>) -> Option<i32> {
        let near = self.year_of(month, day)?;
        let fits = |year: &i32| {
            weekday.is_some_and(|weekday| {
                Day::new(*year, month, day).is_some_and(|day| day.weekday() == i64::from(weekday))
            })
        };
        [near, near - 1, near + 1].into_iter().find(fits).or(Some(near))
    }

    /// The year of a day or month without one.
    fn year_of(&self, month: u8, day: u8) -> Option<i32> {
        let year = self.document.year?;
        // A story of another year goes on in it.
        let Some(document_month) = self.document.month else { return Some(year) };
        let days = |year: i32, month: u8, day: u8| (year * 12 + i32::from(month)) * 31 + i32::from(day);
        let now = days(year, document_month, self.document.day.unwrap_or(15));
        let distance = |candidate: i32| {
            let away = days(candidate, month, day) - now;
            if away > 0 && !self.is_ahead {
                away * 4
            } else {
                away.abs()
            }
        };
        [year, year - 1, year + 1].into_iter().min_by_key(|candidate| distance(*candidate))
    }

    fn period(
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
            let value = year.map_or("XXXX".to_owned(), |year| format!("{year:04}"));
            (Known { year, ..Known::default() }, Some(format!("{value}-{ending}")), anchor)
        };
        let near = |month: u8| {
            let shift = when.shift.filter(|shift| shift.unit == Unit::MonthName);
            year.or_else(|| shifted_month(self.document, month, shift?.by))
                .or_else(|| self.year_of(month, 15))
        };
        match period {
            Period::Quarter(number) => written(near(number * 3 - 1), format!("Q{number}")),
            Period::Half(number) => written(near(number * 6 - 3), format!("H{number}")),
            Period::Season(season) => {
                let season = usize::from(season).min(3);
                let month = [4, 7, 10, 1][season];
                written(near(month), ["SP", "SU", "FA", "WI"][season].to_owned())
            }
            Period::Decade(first) => {
                let first = i32::from(first);
                let century = if first >= 100 {
                    0
                } else {
                    self.document.year.map_or(1900, |year| (year - first) / 100 * 100)
                };
                let first = century + first;
                (Known { year: Some(first), ..Known::default() }, Some(format!("{:03}X", first / 10)), None)
            }
            Period::Century(number) => {
                let century = i32::from(number) - 1;
                (
                    Known { year: Some(century * 100), ..Known::default() },
                    Some(format!("{century:02}XX")),
                    None,
                )
            }
            Period::School(first) => {
                let first = i32::from(first);
                (
                    Known { year: Some(first), ..Known::default() },
                    Some(format!("{first:04}/{:04}", first + 1)),
                    None,
                )
            }
            Period::Holiday(number) => {
                let years = match year {
                    Some(year) => [year; 3],
                    None => match self.document.year {
                        Some(year) => [year, year - 1, year + 1],
                        None => {
                            return (
                                Known::default(),
                                holiday(number, 2000).map(|day| match number {
                                    1..=4 | 16 | 17 | 19 => format!("XXXX-{:02}-{:02}", day.month, day.day),
                                    _ => "XXXX-XX-XX".to_owned(),
                                }),
                                anchor,
                            )
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

/// The day of a holiday in a year.
fn holiday(number: u8, year: i32) -> Option<Day> {
    let easter = |days: i64| Day::easter(year)?.plus_days(days);
    match number {
        1 => Day::new(year, 1, 1),
        2 => Day::new(year, 12, 31),
        3 => Day::new(year, 12, 25),
        4 => Day::new(year, 12, 24),
        5 => easter(0),
        6 => easter(-2),
        7 => easter(-3),
        8 => easter(-1),
        9 => easter(1),
        10 => easter(49),
        11 => easter(50),
        12 => easter(39),
        13 => easter(60),
        14 => easter(-48),
        15 => easter(-46),
        16 => Day::new(year, 11, 1),
        17 => Day::new(year, 12, 6),
        18 => easter(-7),
        19 => Day::new(year, 10, 31),
        20 => easter(-47),
        21 => Day::new(year, 7, 4),
        // The fourth Thursday of November.
        22 => {
            let first = Day::new(year, 11, 1)?;
            first.plus_days((4 - first.weekday()).rem_euclid(7) + 21)
        }
        23 => Day::new(year, 10, 31),
        24 => Day::new(year, 12, 26),
        _ => None,
    }
}

fn years_after(from: Known, by: i64) -> Option<Known> {
    let year = i64::from(from.year?).checked_add(by)?;
    let year = i32::try_from(year).ok().filter(|year| (1..10000).contains(year))?;
    Some(Known { year: Some(year), month: None, day: None })
}

fn months_after(from: Known, by: i64) -> Option<Known> {
    let months = i64::from(from.year?) * 12 + i64::from(from.month?) - 1;
    let months = months.checked_add(by)?;
    let year = i32::try_from(months.div_euclid(12)).ok().filter(|year| (1..10000).contains(year))?;
    Some(Known { year: Some(year), month: u8::try_from(months.rem_euclid(12) + 1).ok(), day: None })
}

/// The year of `letzten September`.
fn shifted_month(document: Known, month: u8, by: i64) -> Option<i32> {
    let (year, now) = (document.year?, document.month?);
    Some(match by {
        by if by < 0 => year - i32::from(month >= now),
        by if by > 0 => year + i32::from(month <= now),
        _ => year,
    })
}

fn week(day: Day) -> String {
    let (year, week) = day.week();
    format!("{year:04}-W{week:02}")
}

/// `TEV` of an evening.
fn part(when: &When) -> &'static str {
    when.part.map_or("", |part| {
        ["TMO", "TMI", "TAF", "TEV", "TNI", "TNI"].get(usize::from(part)).copied().unwrap_or("")
    })
}

/// `P3Y`, `PT2H46M`, `PXM`
fn duration(length: &Length) -> String {
    let mut value = "P".to_owned();
    let mut has_time = false;
    for (unit, number) in length.parts.into_iter().flatten() {
        let (factor, sign) = match unit {
            Unit::Second => (1, "S"),
            Unit::Minute => (1, "M"),
            Unit::Hour => (1, "H"),
            Unit::Day => (1, "D"),
            Unit::Week => (1, "W"),
            Unit::Month => (1, "M"),
            Unit::Quarter => (3, "M"),
            Unit::HalfYear => (6, "M"),
            Unit::Decade => (10, "Y"),
            Unit::Century => (100, "Y"),
            Unit::Millennium => (1000, "Y"),
            _ => (1, if unit == Unit::Weekend { "WE" } else { "Y" }),
        };
        if unit < Unit::Day && !has_time {
            value.push('T');
            has_time = true;
        }
        let Some(number) = number else {
            value.push('X');
            value.push_str(match unit {
                Unit::Decade => "DE",
                Unit::Century => "CE",
                _ => sign,
            });
            continue;
        };
        let number = number.times(factor).unwrap_or(number);
        // A half is written in the smaller unit.
        let half = (number.decimals == 1 && number.digits % 10 == 5).then_some(number.digits / 10);
        let smaller = match unit {
            Unit::Year => Some("6M"),
            Unit::Hour => Some("30M"),
            Unit::Minute => Some("30S"),
            _ => None,
        };
        match (half, smaller) {
            (Some(0), Some(smaller)) => value.push_str(smaller),
            (Some(whole), Some(smaller)) => value += &format!("{whole}{sign}{smaller}"),
            _ => value += &format!("{}{sign}", number.to_text()),
        }
    }
    value
}
