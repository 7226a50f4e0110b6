//! Lengths of time, what is counted from them, and times that come again.
//!
//! In: the figures of a sentence. Out: what begins at a place: `drei Jahre`, `vor zwei Wochen`, `zwei Tage später`,
//! `jährlich`, `pro Tag`, `derzeit`, `in der Nacht auf Samstag`.

use super::grammar::{chain, elliptic, first_clock, second_clock, Part};
use super::when::{small, Length, Meaning, Period, Unit, When};
use crate::layers::figures::{Class, Figures, Number};
use crate::layers::tokens::TokenKind;

/// The longest expression that begins at `at`, and where its words begin.
pub(super) fn find(figures: Figures<'_, '_>, at: usize, is_ahead: bool) -> Option<(usize, Meaning)> {
    let when = night(figures, at).or_else(|| elliptic(figures, at)).or_else(|| first_clock(figures, at));
    let other = when.map(|(end, when)| (end, Meaning::Point(when)));
    let other = other.or_else(|| offset(figures, at, is_ahead)).or_else(|| repeated(figures, at));
    let found = longest(longest(vague(figures, at), other), span(figures, at));
    longest(found, chain(figures, at).map(|(end, when)| (end, point(figures, at, end, when))))
}

/// The second end, at `at`, of a range from `first` on.
pub(super) fn second(figures: Figures<'_, '_>, at: usize, first: Option<(u8, u8)>) -> Option<Found> {
    second_clock(figures, at, first?).map(|(end, when)| (end, Meaning::Point(when)))
}

type Found = (usize, Meaning);

/// The longer of the two; of equals, the first.
fn longest(found: Option<Found>, other: Option<Found>) -> Option<Found> {
    match (found, other) {
        (Some(found), Some(other)) => Some(if other.0 > found.0 { other } else { found }),
        (found, other) => found.or(other),
    }
}

/// What a chain of parts means; some say nothing alone.
fn point(figures: Figures<'_, '_>, at: usize, end: usize, when: When) -> Meaning {
    if end == at + 1 && when.part.is_some() && figures.is(at, Class::DAILY_PART) && when.weekday.is_none() {
        return Meaning::Each(when);
    }
    // `samstags`
    let is_adverb =
        figures.words.rules.nouns_have_capitals && figures.get(at).is_some_and(|figure| !figure.has_capital);
    if end == at + 1 && when.weekday.is_some() && is_adverb {
        return Meaning::Each(when);
    }
    // `noch heute`, `die heute 46-Jährige`
    if end == at + 1 && figures.value(at, Class::DAY) == Some(0) {
        let is_age = figures.get(end).is_some_and(|next| next.is_joined);
        if is_age
            || figures.is(end, Class::STILL)
            || figures.follows(at, Class::RANGE)
            || figures.follows(at, Class::STILL)
            || is_state(figures, at)
        {
            return Meaning::Present;
        }
    }
    Meaning::Point(when)
}

/// Whether something is told that is so rather than happens: `Heute lebt sie in Gera`, `was heute zu Mali gehört`.
fn is_state(figures: Figures<'_, '_>, at: usize) -> bool {
    let clause = (at + 1..at + CLAUSE).take_while(|place| {
        figures.get(*place).is_some_and(|figure| figure.kind.is_word() || figure.kind == TokenKind::Number)
    });
    figures.follows(at, Class::STATE) || clause.into_iter().any(|place| figures.is(place, Class::STATE))
}

/// How far the verb of a clause is looked for.
const CLAUSE: usize = 7;

/// `Nacht auf Samstag`, `Nacht vom 10. auf den 11. Februar`: the night that begins on the day before.
fn night(figures: Figures<'_, '_>, at: usize) -> Option<Part> {
    if figures.value(at, Class::PART) != Some(4) || !figures.get(at)?.has_capital {
        return None;
    }
    let mut start = figures.skip(at + 1, Class::FROM);
    let from = start > at + 1;
    start = figures.skip(start, Class::ARTICLE);
    if from {
        // The first day is enough, if it is whole.
        let (mut end, first) = match chain(figures, start) {
            Some(found) => found,
            None => (start + 1, When::default()),
        };
        if !figures.is(end, Class::TO) {
            return None;
        }
        end = figures.skip(figures.skip(end, Class::TO), Class::ARTICLE);
        let (end, second) = chain(figures, end)?;
        return Some((end, the_night_before(second).or(Some(first))?));
    }
    if !figures.is(start, Class::TO) {
        return None;
    }
    let (end, day) = chain(figures, figures.skip(figures.skip(start, Class::TO), Class::ARTICLE))?;
    Some((end, the_night_before(day)?))
}

fn the_night_before(day: When) -> Option<When> {
    let is_day = day.weekday.is_some() || day.day.is_some() || day.is_day_shift();
    (is_day && !day.is_time()).then_some(When { part: Some(BEFORE), ..day })
}

/// The part of the day for the night before it.
pub(super) const BEFORE: u8 = 5;

/// A length of time: `drei Jahre`, `zweieinhalb Stunden`, `mehrere Wochen`, `57-jährige`, `letzten drei Tagen`.
#[inline(never)]
fn length(figures: Figures<'_, '_>, at: usize) -> Option<(usize, Length)> {
    let (mut end, mut length) = one_length(figures, at)?;
    // `drei Minuten und zehn Sekunden`
    for _ in 0..2 {
        // `2 hours, 5 minutes and 30 seconds`
        let next = figures.skip(end + usize::from(figures.is_mark(end, ",")), Class::AND);
        let Some((longer, more)) = one_length(figures, next) else { break };
        // `alle fünf Jahre 100 Tage` are two.
        let last = length.parts.iter().flatten().last().map_or(0, |(unit, _)| *unit as u8);
        let is_next = more.parts[0].is_some_and(|(unit, _)| unit as u8 + 1 == last);
        let Some(joined) = length.and(more).filter(|_| next > end || is_next) else { break };
        (end, length) = (longer, joined);
    }
    Some((end, length))
}

fn one_length(figures: Figures<'_, '_>, at: usize) -> Option<(usize, Length)> {
    let figure = figures.get(at)?;
    let unit = |at: usize, class: Class| figures.value(at, class).and_then(Unit::from);
    if figure.kind == TokenKind::ClockTime {
        // `2:46 Stunden`
        let unit = unit(at + 1, Class::UNIT).filter(|unit| matches!(unit, Unit::Hour | Unit::Minute))?;
        let smaller = if unit == Unit::Hour { Unit::Minute } else { Unit::Second };
        let mut parts = figure.text.split([':', '.']).map(|part| part.parse().ok().map(Number::whole));
        let length = Length::new(unit, parts.next()?).and(Length::new(smaller, parts.next()?))?;
        return Some((at + 2, length));
    }
    // `36:12 Minuten`, which is no time of a clock.
    if figures.is_mark(at + 1, ":") && figures.touches(at + 1) && figures.touches(at + 2) {
        let smaller = figures.get(at + 2)?.number.filter(|_| unit(at + 3, Class::UNIT) == Some(Unit::Minute));
        let length =
            Length::new(Unit::Minute, figure.number).and(Length::new(Unit::Second, Some(smaller?)))?;
        return Some((at + 4, length));
    }
    // `ein paar Tage`
    let vague = figures.phrase(at, Class::VAGUE);
    if let Some(number) = figure.number.filter(|_| vague.is_none_or(|(end, _)| end == at + 1)) {
        if figure.is_joined {
            let unit = unit(at, Class::SPAN_ADJECTIVE).or_else(|| unit(at, Class::UNIT))?;
            // `57-jährige` is an age, `15-jährige Haft` is none.
            if figure.has_figures && unit == Unit::Year && !figures.is(at + 1, Class::LASTING) {
                return None;
            }
            return Some((at + 1, Length::new(unit, Some(number))));
        }
        // `zwei bis drei Monate`: the longer one.
        let to = at + 1;
        if figures.is(to, Class::RANGE)
            || figures.is(to, Class::AND) && !figures.is(to, Class::NUMBER_AND)
            || figures.is_mark(to, "–")
            || figures.is_mark(to, "-")
        {
            // One step only: a row of numbers must not be walked from each of them.
            let upper = figures.get(to + 1).filter(|_| !figures.is(to + 1, Class::INDEFINITE));
            if let Some(upper) = upper.and_then(|upper| upper.number.filter(|_| !upper.is_joined)) {
                if let Some(found) = counted(figures, to + 1, upper) {
                    return Some(found);
                }
            }
        }
        return counted(figures, at, number);
    }
    if let Some((next, _)) = vague {
        let next = adjective(figures, next);
        let unit = unit(next, Class::UNIT).filter(|_| figures.is(next, Class::PLURAL))?;
        return Some((next + 1, Length::new(unit, None)));
    }
    unit(at, Class::SPAN).map(|unit| (at + 1, Length::new(unit, None)))
}

/// The unit behind the number at `at`: `drei weitere Jahre`, `half an hour`, `zwei Millionen Jahre`.
fn counted(figures: Figures<'_, '_>, at: usize, number: Number) -> Option<(usize, Length)> {
    let figure = figures.get(at)?;
    let mut next = at + 1;
    let mut number = Some(number);
    // `half an hour`
    if figures.is(at, Class::HALF) {
        next = figures.skip(next, Class::INDEFINITE);
    }
    // `two and a half hours`
    if figures.is(next, Class::AND)
        && figures.is(next + 1, Class::INDEFINITE)
        && figures.is(next + 2, Class::HALF)
    {
        number = number.and_then(Number::and_a_half);
        next += 3;
    }
    // `eine halbe Stunde`
    if let Some(half) =
        figures.get(next).filter(|half| half.number.is_some() && figures.is(next, Class::HALF))
    {
        number = half.number;
        next += 1;
    }
    if let Some((end, zeros)) = figures.phrase(next, Class::SCALE).filter(|(_, zeros)| *zeros > 0) {
        number = number.and_then(|number| number.times(10_u64.checked_pow(zeros.unsigned_abs().into())?));
        next = end;
    }
    next = adjective(figures, next);
    let unit = figures
        .value(next, Class::UNIT)
        .and_then(Unit::from)
        .filter(|_| figures.get(next).is_some_and(|unit| unit.number.is_none()))?;
    // `a second` is another one.
    if figures.is(next, Class::ORDINAL) && figures.is(at, Class::INDEFINITE) {
        return None;
    }
    // `3. Jahre` is none, `ein Jahr` is one; `einen Tag` too.
    (figure.kind != TokenKind::Ordinal && number.is_some()).then(|| (next + 1, Length::new(unit, number)))
}

/// `zwei weitere Stunden`, `eine halbe Stunde` is read as a number
fn adjective(figures: Figures<'_, '_>, at: usize) -> usize {
    let at = figures.skip(figures.skip(at, Class::MORE), Class::FOLLOWING);
    figures.skip(figures.skip(at, Class::SHIFT), Class::APPROXIMATE)
}

/// A length that stands for itself, with the words around that belong to it.
fn span(figures: Figures<'_, '_>, at: usize) -> Option<Found> {
    // `letzten drei Jahre`, `ersten neun Monaten`
    let shift = figures.value(at, Class::SHIFT);
    let is_first = figures.value(at, Class::ORDINAL) == Some(1);
    if shift.is_some() || is_first {
        if let Some((end, length)) = length(figures, at + 1).filter(|_| {
            figures
                .get(at + 1)
                .is_some_and(|figure| figure.number.is_some() || is_first || figures.is(at + 1, Class::VAGUE))
        }) {
            return Some((end, Meaning::Duration(length)));
        }
        let unit = Unit::from(figures.value(at + 1, Class::UNIT)?)?;
        let by = shift?;
        let meaning = match (figures.is(at + 1, Class::PLURAL), unit) {
            (_, Unit::Weekend | Unit::Second | Unit::Minute) => return None,
            // `in der nächsten Stunde`
            (false, Unit::Hour) if by > 0 => Meaning::Duration(Length::new(unit, Some(Number::whole(1)))),
            // `in den letzten Jahren` is how long, `in den nächsten Jahren` when.
            (true, _) if by < 0 => Meaning::Duration(Length::new(unit, None)),
            (true, _) if by > 0 => Meaning::Future,
            _ => return None,
        };
        return Some((at + 2, meaning));
    }
    let start = at;
    if let Some((end, length)) = length(figures, start) {
        let is_bare_one = figures.is(start, Class::INDEFINITE)
            && figures.value(start + 1, Class::UNIT) == Some(Unit::Weekend as i16);
        return (!is_bare_one).then_some((end, Meaning::Duration(length)));
    }
    // `seit Jahren`, `noch Monate`
    let unit = Unit::from(figures.value(at, Class::UNIT)?)?;
    let is_span = figures.is(at, Class::PLURAL)
        && at > 0
        && [Class::SINCE, Class::AFTER, Class::AGO, Class::FOR, Class::APPROXIMATE]
            .iter()
            .any(|class| figures.follows(at, *class));
    let has_year = figures.get(at + 1).is_some_and(|next| next.has_figures);
    if is_span && !has_year {
        return Some((at + 1, Meaning::Duration(Length::new(unit, None))));
    }
    figures
        .value(at, Class::TERM)
        .and_then(Unit::from)
        .map(|unit| (at + 1, Meaning::Duration(Length::new(unit, Some(Number::whole(1))))))
}

/// What `from now` and `ago` are in the word lists: they count from the document.
const FROM_NOW: i16 = 2;

/// `vor drei Jahren`, `in zwei Wochen`, `two years ago`, `zwei Jahre später`
fn offset(figures: Figures<'_, '_>, at: usize, is_ahead: bool) -> Option<Found> {
    let document = |length, is_back| Meaning::Offset { length, is_back, from_text: false };
    if let Some(found) = from_day(figures, at) {
        return Some(found);
    }
    let is_ago = figures.is(at, Class::AGO);
    if is_ago || figures.is(at, Class::IN) && is_ahead {
        let start = figures.skip(figures.skip(at + 1, Class::APPROXIMATE), Class::APPROXIMATE);
        let found = length(figures, start).or_else(|| plural(figures, start).filter(|_| is_ago));
        // `in zehn Minuten` is mostly how long something takes.
        let is_short = |length: &Length| length.parts[0].is_some_and(|(unit, _)| unit < Unit::Day);
        let found = found.filter(|(end, length)| {
            is_ago
                || !is_short(length)
                    && figures.phrase(*end, Class::LATER).is_none_or(|(_, by)| by == FROM_NOW)
        });
        let (end, length) = found?;
        let is_adjective = figures.is(end - 1, Class::SPAN_ADJECTIVE) || figures.is(end - 1, Class::SPAN);
        return (!is_adjective).then_some((end, document(length, is_ago)));
    }
    let (end, length) = length(figures, at).or_else(|| plural(figures, at))?;
    let (end, by) = figures.phrase(end, Class::LATER)?;
    Some((end, Meaning::Offset { length, is_back: by < 0, from_text: by.abs() != FROM_NOW }))
}

/// `zwei Tage nach Ostern`, `a week before yesterday`, `heute vor zehn Jahren`: counted from a day that is named.
fn from_day(figures: Figures<'_, '_>, at: usize) -> Option<Found> {
    let is_back = |at: usize| match figures.phrase(at, Class::LATER) {
        Some((end, -1)) => Some((end, true)),
        _ if figures.is(at, Class::AGO) => Some((at + 1, true)),
        _ => figures.is(at, Class::AFTER).then_some((at + 1, false)),
    };
    let is_whole =
        |length: &Length| length.parts[0].is_some_and(|(unit, number)| unit >= Unit::Day && number.is_some());
    if let Some((end, length)) = length(figures, at) {
        let (start, is_back) = is_back(end).filter(|_| is_whole(&length))?;
        let day = figures.skip(start, Class::ARTICLE);
        let (end, from) = chain(figures, day)?;
        return is_day(&from).then_some((end, Meaning::OffsetFrom { length, is_back, day }));
    }
    let (end, _) = chain(figures, at).filter(|(_, from)| is_day(from) || from.weekday.is_some())?;
    let (start, _) = is_back(end).filter(|(start, back)| *back && figures.is(start - 1, Class::AGO))?;
    let (end, length) =
        length(figures, figures.skip(start, Class::APPROXIMATE)).filter(|(_, length)| is_whole(length))?;
    Some((end, Meaning::OffsetFrom { length, is_back: true, day: at }))
}

/// Whether `when` names one day, whatever the verb.
fn is_day(when: &When) -> bool {
    let is_holiday = matches!(when.period, Some(Period::Holiday(_)));
    let is_weekday = when.weekday.is_some() && when.shift.is_some();
    !when.is_time() && (when.day.is_some() || when.is_day_shift() || is_holiday || is_weekday)
}

/// `Jahren` in `vor Jahren`
fn plural(figures: Figures<'_, '_>, at: usize) -> Option<(usize, Length)> {
    let unit = Unit::from(figures.value(at, Class::UNIT)?)?;
    figures.is(at, Class::PLURAL).then(|| (at + 1, Length::new(unit, None)))
}

/// `jährlich`, `pro Tag`, `jeden Abend`, `alle zwei Jahre`, `montags`
fn repeated(figures: Figures<'_, '_>, at: usize) -> Option<Found> {
    let one = |unit| Length::new(unit, Some(Number::whole(1)));
    let is_title = !figures.words.rules.nouns_have_capitals && at > 0 && figures.get(at)?.has_capital;
    if let Some(unit) = figures.value(at, Class::SET).and_then(Unit::from).filter(|_| !is_title) {
        return Some((at + 1, Meaning::Repeated(one(unit))));
    }
    if figures.is(at, Class::HALF_HOURLY) {
        return Some((at + 1, Meaning::Repeated(Length::new(Unit::Minute, Some(Number::whole(30))))));
    }
    let is_every = figures.is(at, Class::EVERY);
    if is_every || figures.is(at, Class::PER) {
        if let Some(unit) = figures.value(at + 1, Class::UNIT).and_then(Unit::from) {
            // `Kilometer pro Stunde` is no time.
            if !is_every && unit < Unit::Day {
                return None;
            }
            return Some((at + 2, Meaning::Repeated(one(unit))));
        }
        let weekday = figures.value(at + 1, Class::WEEKDAY).map(small);
        let part = figures.value(at + 1, Class::PART).map(small);
        if is_every && (weekday.is_some() || part.is_some()) {
            return Some((at + 2, Meaning::Each(When { weekday, part, ..When::default() })));
        }
    }
    if figures.is(at, Class::ALL) || is_every {
        let (end, length) = length(figures, at + 1)?;
        return figures.get(at + 1)?.number.map(|_| (end, Meaning::Repeated(length)));
    }
    None
}

/// `derzeit`, `kürzlich`, `künftig`, `damals`
fn vague(figures: Figures<'_, '_>, at: usize) -> Option<Found> {
    if let Some(shift) = figures
        .value(at, Class::SHIFT)
        .filter(|_| !figures.is(at, Class::THIS) && figures.is(at + 1, Class::TIME_NOUN))
    {
        let meaning = match shift {
            0 => Meaning::Present,
            by if by < 0 => Meaning::Past,
            _ => Meaning::Future,
        };
        return Some((at + 2, meaning));
    }
    let classes = [
        (Class::PRESENT, Meaning::Present),
        (Class::PAST, Meaning::Past),
        (Class::FUTURE, Meaning::Future),
        (Class::THEN, Meaning::Then),
    ];
    for (class, meaning) in classes {
        if let Some((end, _)) = figures.phrase(at, class) {
            // `Damals` opens a sentence that goes on with what was told.
            let meaning = if meaning == Meaning::Then && at > 0 { Meaning::Past } else { meaning };
            // `zur Zeit des Brandes`
            let is_other = end > at + 1 && figures.is(end, Class::OF) && figures.is(end, Class::ARTICLE);
            return (!is_other).then_some((end, meaning));
        }
    }
    None
}
