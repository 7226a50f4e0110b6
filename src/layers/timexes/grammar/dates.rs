//! Dates with numbers or names of months, years, decades and centuries.
//!
//! In: the figures of a sentence. Out: the part that begins at a place. What it is joined with is left to `grammar`.

use super::parts::clock;
use super::Part;
use crate::layers::figures::{Class, Figures, Number};
use crate::layers::timexes::when::{small, Period, Unit, When};
use crate::layers::tokens::TokenKind;

/// What a number begins: `3. Mai`, `24.01.2005`, `2007`, `1970er Jahre`, `16. Jahrhundert`, `9 Uhr`.
pub(super) fn number(figures: Figures<'_, '_>, at: usize, before: &When) -> Option<Part> {
    let figure = figures.get(at)?;
    clock(figures, at)
        .or_else(|| slashed(figures, at, before))
        .or_else(|| {
            // `Profil 1.1.` is a version.
            let label = at.checked_sub(1).filter(|before| figures.says_nothing(*before));
            let is_label = label
                .and_then(|at| figures.get(at))
                .is_some_and(|before| before.has_capital && before.kind.is_word());
            let when = numeric_date(figure.text)?;
            (when.year.is_some() || !is_label).then_some((at + 1, when))
        })
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
        (3, '-' | '.') if lengths[0] == 4 => (Some(parts[0]), parts[1], parts[2]),
        (3, '.') if lengths[2] == 4 => (Some(parts[2]), parts[1], parts[0]),
        (3, '.') if lengths[2] == 2 => (Some(century(parts[2]) + parts[2]), parts[1], parts[0]),
        (2, '.') if is_closed && lengths[1] < 3 => (None, parts[1], parts[0]),
        _ => return None,
    };
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then(|| When {
        year: year.and_then(|year| i32::try_from(year).ok()),
        month: u8::try_from(month).ok(),
        day: u8::try_from(day).ok(),
        ..When::default()
    })
}

/// `24/01/2005`, in English `01/24/2005`, whose figures are tokens of their own; `24-01-05` only behind a weekday, for it may
/// be a record of matches.
fn slashed(figures: Figures<'_, '_>, at: usize, before: &When) -> Option<Part> {
    let touches = |place: usize| place == at || figures.touches(place);
    let part = |place: usize| {
        let figure =
            figures.get(place).filter(|figure| touches(place) && figure.kind == TokenKind::Number)?;
        figure.number?.as_whole().and_then(|number| u32::try_from(number).ok())
    };
    let is_sign = |place: usize, sign| figures.is_mark(place, sign) && touches(place);
    let sign = if is_sign(at + 1, "/") { "/" } else { "-" };
    let (first, second, year) = (part(at)?, part(at + 2)?, part(at + 4)?);
    let is_year = match figures.get(at + 4)?.text.len() {
        4 => true,
        length => length == 2 && before.weekday.is_some(),
    };
    let (day, month) =
        if first > 12 || !figures.words.rules.month_comes_first { (first, second) } else { (second, first) };
    let fits = (1..=12).contains(&month) && (1..=31).contains(&day);
    (is_year && fits && is_sign(at + 1, sign) && is_sign(at + 3, sign)).then(|| {
        let year = i32::try_from(if year < 100 { century(year) + year } else { year }).ok();
        (at + 5, When { year, month: Some(small(month)), day: Some(small(day)), ..When::default() })
    })
}

/// The century of a year of two figures.
fn century(year: u32) -> u32 {
    if year < 50 {
        2000
    } else {
        1900
    }
}

/// `3. Mai`, `3 May`, `ersten Oktober`, `zweites Quartal`, `16. Jahrhundert`
pub(super) fn ordinal(figures: Figures<'_, '_>, at: usize) -> Option<Part> {
    let figure = figures.get(at)?;
    let by_word = figures.value(at, Class::ORDINAL).map(|value| u64::from(value.unsigned_abs()));
    let by_word = by_word.or_else(|| figures.is(at, Class::LAST).then_some(LAST));
    let number = figure.number.filter(|_| !figure.is_joined).and_then(Number::as_whole);
    let is_ordinal = figure.kind == TokenKind::Ordinal || by_word.is_some();
    let number = by_word.or(number)?;
    // `the 3rd of May`
    let of = figures.skip(at + 1, Class::OF);
    for next in [at + 1, of] {
        if let Some(month) = figures.value(next, Class::MONTH) {
            let day = u8::try_from(number).ok().filter(|day| (1..=31).contains(day))?;
            return (is_ordinal || !figures.words.rules.days_are_ordinals)
                .then(|| (next + 1, When { month: Some(small(month)), day: Some(day), ..When::default() }));
        }
    }
    if !is_ordinal {
        return None;
    }
    let period = match (Unit::from(figures.value(at + 1, Class::UNIT)?)?, number) {
        (Unit::Quarter, 1..=4) => Period::Quarter(small(number)),
        (Unit::Quarter, LAST) => Period::Quarter(4),
        (Unit::HalfYear, 1..=2) => Period::Half(small(number)),
        (Unit::HalfYear, LAST) => Period::Half(2),
        (Unit::Century, 1..=30) => Period::Century(small(number)),
        _ => return None,
    };
    Some((at + 2, When::period(period)))
}

/// The number of what comes last.
const LAST: u64 = 99;

/// `1970er Jahre`, `90ern`, `neunziger Jahre`
pub(super) fn decade(figures: Figures<'_, '_>, at: usize) -> Option<Part> {
    let figure = figures.get(at)?;
    let (value, is_sure) = if let Some(value) = figures.value(at, Class::DECADE) {
        (i32::from(value), figures.is(at, Class::DECADE_NOUN))
    } else {
        let number = figure.number.filter(|_| figure.is_joined)?.as_whole()?;
        let ending = figures.value(at, Class::DECADE_ENDING)?;
        (i32::try_from(number).ok()?, ending > 0)
    };
    let has_noun = figures.value(at + 1, Class::UNIT) == Some(Unit::Year as i16);
    let fits = value % 10 == 0 && (value < 100 || (1000..2100).contains(&value));
    (fits && (has_noun || is_sure)).then(|| {
        (at + 1 + usize::from(has_noun), When::period(Period::Decade(i16::try_from(value).unwrap_or(0))))
    })
}

/// `2007`, `2006/07`, `44 v. Chr.`
#[inline(never)]
pub(super) fn year(figures: Figures<'_, '_>, at: usize, before: &When) -> Option<Part> {
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
    let mut when = When { year: i32::try_from(number).ok(), ..When::default() };
    // `2006/07`, `2006/2007`
    let mark = figures.is_mark(end, "/") || figures.is_mark(end, "-") || figures.is_mark(end, "–");
    if let Some(next) =
        figures.get(end + 1).filter(|_| mark && figures.touches(end) && figures.touches(end + 1))
    {
        let short = next.number.and_then(Number::as_whole).filter(|_| next.kind == TokenKind::Number);
        let full = match next.text.len() {
            2 => short.map(|short| number / 100 * 100 + short),
            4 => short.filter(|_| figures.is_mark(end, "/")),
            _ => None,
        };
        if full == Some(number + 1) {
            when = When::period(Period::School(i16::try_from(number).ok()?));
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
            && figures.words.rules.nouns_have_capitals
            && !figures.is(at + 1, Class::MONTH)
    });
    let number = figures.get(at).and_then(|figure| figure.number?.as_whole()).unwrap_or(0);
    let is_modern = (1900..2040).contains(&number);
    let is_many = figures.is(at + 1, Class::COUNTED);
    let is_noun = if is_modern { is_many } else { is_noun };
    let is_unit = figures.is(at + 1, Class::UNIT)
        || figures.is(at + 1, Class::MEASURE)
        || next.is_some_and(|next| matches!(next.text, "%" | "€" | "$"));
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

/// Whether the word at `at` is a name behind another: `Chiang Mai`, `Vera Herbst`, `Theresa May`.
pub(super) fn is_surname(figures: Figures<'_, '_>, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|before| figures.says_nothing(*before));
    figures.is(at, Class::ALSO_NAME)
        && before
            .and_then(|before| figures.get(before))
            .is_some_and(|before| before.has_capital && before.kind.is_word())
        && figures.get(at + 1).is_none_or(|next| !next.has_figures)
}

/// `Mai`, `May 3`
pub(super) fn month(figures: Figures<'_, '_>, at: usize) -> Option<Part> {
    // `Monat Juli`
    let name = at + usize::from(figures.value(at, Class::UNIT) == Some(Unit::Month as i16));
    let month = figures.value(name, Class::MONTH)?;
    let figure = figures.get(name)?;
    let day = figures.get(name + 1).filter(|day| {
        !figures.words.rules.days_are_ordinals && day.has_figures && !day.is_joined && day.text.len() <= 4
    });
    let day = day.and_then(|day| day.number?.as_whole()).and_then(|day| u8::try_from(day).ok());
    // `May twenty-fourth`; `May first` may be two words.
    let day = day
        .or_else(|| {
            figures
                .value(name + 1, Class::ORDINAL)
                .filter(|day| *day > 10 && !figures.words.rules.days_are_ordinals)
                .map(small)
        })
        .filter(|day| (1..=31).contains(day));
    // `Jan` is a name, too.
    let is_whole = figure.text.len() > 3
        || figures.get(name + 1).is_some_and(|next| next.has_figures)
        || figures.follows(name, Class::IN) && figures.get(name + 1).is_none_or(|next| !next.has_capital)
        || matches!(figure.text, "Mai" | "May");
    let is_surname = day.is_none() && is_surname(figures, name);
    let is_name = is_whole
        && figure.has_capital
        && !is_surname
        && (!figures.is(name, Class::MODAL) || day.is_some() || name > 0);
    is_name.then(|| {
        (name + 1 + usize::from(day.is_some()), When { month: Some(small(month)), day, ..When::default() })
    })
}
