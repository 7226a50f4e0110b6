//! Values of weeks, parts of the day and lengths, as TIMEX3 writes them.

use crate::layers::timexes::calendar::Day;
use crate::layers::timexes::when::{Length, Unit, When};

/// `start`, then the number in so many figures.
#[inline(never)] // The one place where numbers are written.
pub(super) fn joined(start: &str, number: i64, width: usize) -> String {
    format!("{start}{number:0width$}")
}

/// `197X`, the decade of a year.
pub(super) fn decade(year: i64) -> String {
    joined("", year / 10, 3) + "X"
}

/// `19XX`, the century of a year.
pub(super) fn century(year: i64) -> String {
    joined("", year / 100, 2) + "XX"
}

/// `2024/2025`, a year that begins in summer.
pub(super) fn school(year: i64) -> String {
    joined("", year, 4) + &joined("/", year + 1, 4)
}

/// `2024-W18`
pub(super) fn week(day: Day) -> String {
    let (year, week) = day.week();
    joined("", year.into(), 4) + &joined("-W", week.into(), 2)
}

/// `TEV` of an evening.
pub(super) fn part(when: &When) -> &'static str {
    when.part.map_or("", |part| {
        ["TMO", "TMI", "TAF", "TEV", "TNI", "TNI"].get(usize::from(part)).copied().unwrap_or("")
    })
}

/// `P3Y`, `PT2H46M`, `PXM`
pub(super) fn duration(length: &Length) -> String {
    let mut value = "P".to_owned();
    let mut has_time = false;
    for (unit, number) in length.parts.into_iter().flatten() {
        let (factor, sign) = match unit {
            Unit::Second => (1, "S"),
            Unit::Hour => (1, "H"),
            Unit::Day => (1, "D"),
            Unit::Week => (1, "W"),
            Unit::Minute | Unit::Month => (1, "M"),
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
        let number = number.number();
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
            (Some(whole), Some(smaller)) => value.extend([whole.to_string().as_str(), sign, smaller]),
            _ => value.extend([number.to_text().as_str(), sign]),
        }
    }
    value
}
