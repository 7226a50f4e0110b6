//! Parts of the day and the year, days by name, and clocks.
//!
//! In: the figures of a sentence. Out: the part that begins at a place. Which day that is, is left to `resolve`.

use super::dates::{decade, is_surname, year};
use super::Part;
use crate::layers::figures::{Class, Figures, Number};
use crate::layers::timexes::when::{small, Period, Shift, Unit, When};
use crate::layers::tokens::TokenKind;

/// `heute`, `Abend`, `frühen Morgen`
pub(super) fn part_of_day(figures: Figures<'_, '_>, at: usize, before: &When) -> Option<Part> {
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
        let part = part.or_else(|| figures.value(at, Class::PART_ADJECTIVE).filter(|part| *part >= 0));
        let part = part.map(small);
        return Some((named + 1, When { weekday: Some(small(weekday)), part, ..When::default() }));
    }
    let part = figures.value(at, Class::PART);
    if let Some((end, by)) = figures.phrase(at, Class::DAY) {
        // `morgen` is a day, `heute morgen` and `der Morgen` a part of one.
        let is_part = part.is_some() && (has_day || figure.has_capital && at > 0);
        if !is_part {
            return Some((end, When::shift(Shift::document(Unit::Day, by))));
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
        || !figures.words.rules.nouns_have_capitals;
    let is_holiday = figures.is(start, Class::HOLIDAY);
    (is_noun && !is_holiday).then(|| (start + 1, When { part: Some(small(part)), ..When::default() }))
}

fn is_before_date(figures: Figures<'_, '_>, at: usize) -> bool {
    let at = at + usize::from(figures.is_mark(at, ","));
    figures.get(at).is_some_and(|figure| figure.has_figures && figure.text.contains('.'))
}

/// `Sommer`, `Ostern`, `Silvesternacht`, `Saison 2005/06`, `Jahr 2003`, `neunziger Jahre`
pub(super) fn named(figures: Figures<'_, '_>, at: usize) -> Option<Part> {
    if let Some(season) = figures.value(at, Class::SEASON) {
        // `fall` is a verb, `Spring` a name.
        let is_name = if figures.words.rules.nouns_have_capitals {
            figures.get(at)?.has_capital
        } else {
            let before = [Class::ARTICLE, Class::IN, Class::EDGE, Class::OF]
                .iter()
                .any(|class| figures.follows(at, *class));
            let has_year = figures.get(at + 1).is_some_and(|next| next.text.len() == 4 && next.has_figures);
            !figures.get(at)?.has_capital && (before || !figures.is(at, Class::MODAL)) || has_year
        };
        let is_name = is_name && !is_surname(figures, at);
        return is_name.then(|| (at + 1, When::period(Period::Season(small(season)))));
    }
    // `zweiter Weihnachtstag`
    if let (Some(number @ 1..=2), Some(CHRISTMAS)) =
        (figures.value(at, Class::ORDINAL), figures.value(at + 1, Class::HOLIDAY))
    {
        let holiday = if number == 1 { CHRISTMAS } else { BOXING_DAY };
        return Some((at + 2, When::period(Period::Holiday(small(holiday)))));
    }
    if let Some((end, holiday)) = figures.phrase(at, Class::HOLIDAY) {
        let part = figures.value(at, Class::PART).map(small);
        return Some((end, When { part, ..When::period(Period::Holiday(small(holiday))) }));
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
        return Some((at + 1, When::period(Period::Quarter(small(quarter)))));
    }
    decade(figures, at)
}

/// The numbers of Christmas and the day behind it in the word lists.
const CHRISTMAS: i16 = 3;
const BOXING_DAY: i16 = 24;

/// `14:30 Uhr`, `9 Uhr 30`, `fünf Uhr Ortszeit`, `halb neun`, `7 p.m.`, `Mitternacht`
pub(super) fn clock(figures: Figures<'_, '_>, at: usize) -> Option<Part> {
    let figure = figures.get(at)?;
    let mut end = at + 1;
    let mut time = None;
    if let Some(hour) = figures.value(at, Class::CLOCK_TIME) {
        // Midnight ends a day, unless something begins with it.
        let ends = hour == 0 && !figures.follows(at, Class::AFTER) && !figures.follows(at, Class::SINCE);
        time = Some((if ends { 24 } else { small(hour) }, 0));
    } else if figure.kind == TokenKind::ClockTime
        || pointed(figure.text).is_some() && (figure.is_joined || figures.is(end, Class::CLOCK_WORD))
    {
        let mut parts = figure.text.split([':', '.', 'h']).map(str::parse);
        let (hour, minute) = (parts.next()?.ok()?, parts.next()?.ok()?);
        // `1:15:40`, `2:46 Stunden`
        if parts.next().is_some_and(|_| !figures.is(end, Class::CLOCK_WORD)) || figures.is(end, Class::UNIT) {
            return None;
        }
        end = figures.skip(end, Class::CLOCK_WORD);
        let is_marked = end > at + 1 || figures.is(end, Class::MERIDIEM) || figures.is(end, Class::ZONE);
        if !is_marked && is_result(figures, at) {
            return None;
        }
        time = Some((hour, minute));
    } else if is_programme(figures, at) {
        time = pointed(figure.text);
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
            time = Some((small(hour), small(minute.unwrap_or(0))));
        } else if figures.phrase(end, Class::MERIDIEM).is_some()
            || figures.is(end, Class::DAILY_PART) && figures.follows(at, Class::CLOCK_LINK)
        {
            time = Some((small(hour), 0));
        }
    }
    let (mut hour, minute) = time?;
    if let Some((longer, by)) = figures.phrase(end, Class::MERIDIEM) {
        if hour <= 12 && (by <= 12 || hour > 5) {
            hour = hour % 12 + small(by.min(12));
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

/// Whether the clock's time at `at` rather is a score or how long somebody took: `31:24 (16:11)`, `Eiger – 3:12`, `1:39,58`.
fn is_result(figures: Figures<'_, '_>, at: usize) -> bool {
    let comma = figures.is_mark(at + 1, ",") && figures.touches(at + 1) && figures.touches(at + 2);
    let Some(mut before) = at.checked_sub(1) else { return false };
    let dash = ["–", "-"].iter().any(|dash| figures.is_mark(before, dash));
    before -= usize::from(before > 0 && (dash || figures.is_mark(before, "(")));
    let is_told = figures.get(before).is_some_and(|figure| {
        let is_name = figure.has_capital && figure.kind.is_word() && figures.says_nothing(before);
        // A range is none.
        is_name || figure.text == ")" || dash ^ (figure.kind == TokenKind::ClockTime || figure.has_figures)
    });
    comma || is_told
}

/// Whether a time of a programme stands at `at`: `ZDF: 19.00 heute; 20.15 Der Kommissar`.
fn is_programme(figures: Figures<'_, '_>, at: usize) -> bool {
    let is_first = at == 0 || figures.is_mark(at - 1, ":") || figures.is_mark(at - 1, ";");
    let next = at + 1 + usize::from(figures.is_mark(at + 1, ","));
    let is_title = figures.get(next).is_some_and(|next| next.has_capital && next.kind.is_word());
    is_first
        && is_title
        && figures.says_nothing(next)
        && figures.get(at).is_some_and(|figure| figure.text.len() == 5 && figure.text.contains('.'))
}

/// The hour and minute of `20:47`, `20.47` and `20h47`.
pub(super) fn pointed(text: &str) -> Option<(u8, u8)> {
    let (hour, minute) = text.split_once([':', '.', 'h']).filter(|(_, minute)| minute.len() == 2)?;
    let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 25 && minute < 60).then_some((hour, minute))
}
