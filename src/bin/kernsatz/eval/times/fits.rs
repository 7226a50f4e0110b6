//! Whether time expressions say what a case asks.
//!
//! In: a case and the TIMEX3 values found in its words. Out: a [`Verdict`]. A value need not be as fine as what is asked,
//! for the table fills in what the words leave out, but what it tells must be right.

use jiff::civil::{Date, DateTime};
use jiff::Span;

use super::cases::Case;

/// How the values fit.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Wrong,
    /// A length that leads from the case's moment to what is asked: `5 Minuten`.
    Length,
    Right,
}

/// How `found` fits what is asked of start and end; where only words are asked, something must be found.
pub(super) fn judge(case: &Case, found: &[String]) -> Verdict {
    if found.is_empty() {
        return Verdict::Wrong;
    }
    let sides = case.asked.iter().filter(|asked| !asked.is_empty());
    let best = |asked: &Vec<_>| {
        let verdicts = found.iter().map(|value| fit(value, asked, case.reference));
        verdicts.max_by_key(|verdict| *verdict as u8).unwrap_or(Verdict::Wrong)
    };
    sides.map(best).min_by_key(|verdict| *verdict as u8).unwrap_or(Verdict::Right)
}

fn fit(value: &str, asked: &[(&str, i64)], reference: Option<DateTime>) -> Verdict {
    let is_right = if value == "PRESENT_REF" {
        reference.is_some_and(|reference| is_moment(reference, asked))
    } else if let Some(length) = value.strip_prefix('P') {
        let ends = reference.zip(length_of(length)).is_some_and(|(reference, length)| {
            let ends = [reference.checked_add(length), reference.checked_sub(length)];
            ends.into_iter().flatten().any(|end| is_moment(end, asked))
        });
        return if ends { Verdict::Length } else { Verdict::Wrong };
    } else {
        // The end of a day is the beginning of the next.
        let next = value.strip_suffix("T24:00").and_then(|day| day.parse::<Date>().ok()?.tomorrow().ok());
        let value = next.map_or(value.to_owned(), |day| format!("{day}T00:00"));
        tells(&value, asked, reference.is_some())
    };
    if is_right {
        Verdict::Right
    } else {
        Verdict::Wrong
    }
}

/// Whether all that is asked is so at `moment`.
fn is_moment(moment: DateTime, asked: &[(&str, i64)]) -> bool {
    asked.iter().all(|(part, number)| {
        *number
            == match *part {
                "year" => i64::from(moment.year()),
                "month" => i64::from(moment.month()),
                "day" => i64::from(moment.day()),
                "hour" => i64::from(moment.hour()),
                "minute" => i64::from(moment.minute()),
                _ => i64::from(moment.weekday().to_sunday_zero_offset()),
            }
    })
}

/// The length behind the `P`, if it is known.
fn length_of(value: &str) -> Option<Span> {
    let mut span = Span::new();
    let (mut digits, mut is_time) = (String::new(), false);
    for sign in value.chars() {
        if sign.is_ascii_digit() {
            digits.push(sign);
            continue;
        }
        if sign == 'T' {
            is_time = true;
            continue;
        }
        let number: i64 = std::mem::take(&mut digits).parse().ok()?;
        span = match (sign, is_time) {
            ('Y', _) => span.try_years(number),
            ('M', false) => span.try_months(number),
            ('W', _) => span.try_weeks(number),
            ('D', _) => span.try_days(number),
            ('H', _) => span.try_hours(number),
            ('M', true) => span.try_minutes(number),
            ('S', _) => span.try_seconds(number),
            _ => return None,
        }
        .ok()?;
    }
    Some(span)
}

/// Whether the parts that a value tells are those that are asked; the year must be told where it can be known.
fn tells(value: &str, asked: &[(&str, i64)], is_dated: bool) -> bool {
    let (date, time) = value.split_once('T').unwrap_or((value, ""));
    let (is_before_christ, date) = date.strip_prefix("BC").map_or((false, date), |date| (true, date));
    let mut parts = date.split('-');
    let year = parts.next().and_then(|year| year.parse::<i64>().ok());
    let year = year.map(|year| if is_before_christ { -year } else { year });
    let (second, third) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    let (hour, minute) = time.split_once(':').map_or((None, None), |(h, m)| (h.parse().ok(), m.parse().ok()));
    let asks = |part: &str| asked.iter().find(|(name, _)| *name == part).map(|(_, number)| *number);
    let day = || {
        let small = |number: i64| i8::try_from(number).ok();
        Date::new(asks("year")?.try_into().ok()?, small(asks("month")?)?, small(asks("day")?)?).ok()
    };
    let week = second.strip_prefix('W').map(str::parse::<i8>);
    if let (Some(Ok(week)), Some(year)) = (&week, year) {
        // A week fits all its days.
        return day().is_some_and(|day| {
            let found = day.iso_week_date();
            i64::from(found.year()) == year
                && found.week() == *week
                && (third != "WE" || day.weekday().to_monday_one_offset() > 5)
        });
    }
    let span = |sign, months: i64| {
        let number: i64 = second.strip_prefix(sign)?.parse().ok()?;
        Some((number - 1) * months + 1..=number * months)
    };
    let months = span('Q', 3).or_else(|| span('H', 6));
    let weekday = week.and_then(|_| third.parse::<i64>().ok()).map(|weekday| weekday % 7);
    let hours = match time {
        "MO" => Some(4..=11),
        "MI" => Some(11..=14),
        "AF" => Some(12..=18),
        "EV" => Some(17..=23),
        "NI" => Some(0..=23),
        _ => None,
    };
    let told = [
        ("year", year),
        ("month", second.parse().ok()),
        ("day", third.parse().ok().filter(|_| weekday.is_none())),
        ("hour", hour),
        ("minute", minute),
        ("weekday", weekday),
    ];
    let is_told = |part: &str| told.iter().any(|(name, number)| *name == part && number.is_some());
    let is_enough = if is_dated || asks("year").is_some() {
        is_told("year")
    } else {
        hours.is_some() || asked.iter().any(|(part, _)| is_told(part))
    };
    is_enough
        && asked.iter().all(|(part, number)| {
            let said = told.iter().find(|(name, _)| name == part).and_then(|(_, number)| *number);
            said.is_none_or(|said| said == *number)
                && (*part != "month" || months.as_ref().is_none_or(|months| months.contains(number)))
                && (*part != "hour" || hours.as_ref().is_none_or(|hours| hours.contains(number)))
        })
}
