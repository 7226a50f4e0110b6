//! Dates as they stand above and below articles.
//!
//! In: the words of a line. Out: which of them tell when something was published, and the date as
//! `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Dates inside sentences are left to a layer of their own.

use std::ops::Range;

use super::line::Line;
use super::senses::Senses;

/// Words that tell when something was published.
#[derive(Debug)]
pub(super) struct Published {
    /// The indexes of the words.
    pub(super) words: Range<usize>,
    /// The date, where it has a year.
    pub(super) date: Option<String>,
    /// Whether a year or a clock time stands there: then it is about publication, not a heading in a calendar.
    pub(super) is_exact: bool,
}

/// The longest stretch of such words that begins at the word `start`.
pub(super) fn published(line: Line<'_>, start: usize) -> Option<Published> {
    let mut end = start;
    let mut is_point = false;
    let mut is_exact = false;
    let mut date = None;
    while end < line.len() && end - start < 18 {
        if end > start
            && line.before(end).contains(['|', '·', '•'])
            && (is_point || is_exact)
            && !is_date_like(line, end)
        {
            break;
        }
        if let Some((length, found)) = date_at(line, end) {
            is_point = true;
            is_exact |= found.as_ref().is_some_and(|date| date.len() >= 7);
            date = date.or(found);
            end += length;
        } else if let Some(length) = clock_at(line, end) {
            is_exact = true;
            end += length;
        } else if is_date_like(line, end) {
            // `heute`, `vor 2 Stunden`: a point in time without a date.
            is_point |= line.senses(end).any(Senses::TIME_WORD);
            end += 1;
        } else {
            break;
        }
    }
    // A preposition at the end belongs to what follows: `am 3. Mai um 9 Uhr von …`.
    (is_point || is_exact).then_some(Published { words: start..end, date, is_exact })
}

fn is_date_like(line: Line<'_>, index: usize) -> bool {
    let key = line.key(index);
    let is_number = key.len() <= 4 && key.bytes().all(|b| b.is_ascii_digit());
    let senses = line.senses(index);
    is_number
        || senses.month().is_some()
        || senses.any(Senses::DATE_WORD.or(Senses::TIME_WORD).or(Senses::WEEKDAY))
        || date_at(line, index).is_some()
        || clock_at(line, index).is_some()
}

/// The number of words of the date at `start`, and the date if it has a year.
pub(super) fn date_at(line: Line<'_>, start: usize) -> Option<(usize, Option<String>)> {
    if start >= line.len() {
        return None;
    }
    if let Some(date) = iso(line.key(start)) {
        return (date.len() >= 7).then_some((1, Some(date)));
    }
    let number = |index: usize, most: usize| -> Option<u32> {
        let key = (index < line.len()).then(|| line.key(index))?;
        (key.len() <= most && key.bytes().all(|b| b.is_ascii_digit())).then(|| key.parse().ok())?
    };
    let before = |index: usize| if index < line.len() { line.before(index).trim() } else { "-" };
    let year =
        |index: usize| number(index, 4).filter(|_| line.key(index).len() == 4 && before(index).len() <= 1);
    let month = |index: usize| (index < line.len()).then(|| line.senses(index).month())?;

    if let Some(day) = number(start, 2).filter(|day| (1..=31).contains(day)) {
        // 3. Mai 2024, 3 May
        if let Some(month) = month(start + 1).filter(|_| matches!(before(start + 1), "." | "" | "th")) {
            return Some(match year(start + 2) {
                Some(year) => (3, Some(format!("{year:04}-{month:02}-{day:02}"))),
                None => (2, None),
            });
        }
        // 3.5.2024, 3.5.24, 31/5/2024
        let separator = before(start + 1);
        if separator == before(start + 2) && matches!(separator, "." | "/") {
            let second = number(start + 1, 2)?;
            let year = match line.key(start + 2).len() {
                4 => number(start + 2, 4)?,
                2 => number(start + 2, 2).map(|year| if year < 70 { 2000 + year } else { 1900 + year })?,
                _ => return None,
            };
            // With slashes the order is the country's: only a number over twelve tells.
            let (day, month) = match separator {
                "/" if second > 12 => (second, day),
                "/" if day <= 12 => return Some((3, None)),
                _ => (day, second),
            };
            return ((1..=12).contains(&month) && (1..=31).contains(&day))
                .then(|| (3, Some(format!("{year:04}-{month:02}-{day:02}"))));
        }
        return None;
    }
    let name = month(start)?;
    // May 3, 2024
    if let Some(day) =
        number(start + 1, 2).filter(|day| (1..=31).contains(day) && before(start + 1).len() <= 1)
    {
        return Some(match year(start + 2) {
            Some(year) => (3, Some(format!("{year:04}-{name:02}-{day:02}"))),
            None => (2, None),
        });
    }
    // Mai 2024
    year(start + 1).map(|year| (2, Some(format!("{year:04}-{name:02}"))))
}

/// The number of words of the clock time at `start`: `14:30`, `14.30 Uhr`, `9 Uhr`, `9.30 am`.
fn clock_at(line: Line<'_>, start: usize) -> Option<usize> {
    let two = |index: usize, most: u32| {
        let key = (index < line.len()).then(|| line.key(index))?;
        let fits = key.len() <= 2 && key.parse().is_ok_and(|n: u32| n <= most);
        fits.then_some(key.len())
    };
    two(start, 24)?;
    let marked =
        |index: usize| index < line.len() && matches!(line.key(index), "uhr" | "h" | "am" | "pm" | "a" | "p");
    if two(start + 1, 59) == Some(2) {
        let seconds = usize::from(
            line.before(start + 1) == ":" && two(start + 2, 59) == Some(2) && line.before(start + 2) == ":",
        );
        match line.before(start + 1) {
            ":" => return Some(2 + seconds),
            "." if marked(start + 2) => return Some(3),
            _ => {}
        }
    }
    (marked(start + 1) && line.key(start + 1).len() > 1).then_some(2)
}

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD` at the beginning of a word such as `2024-07-28T14`.
pub(super) fn iso(word: &str) -> Option<String> {
    let date = word.split(['t', 'T']).next()?;
    let mut parts = date.split('-');
    let mut part = |digits: usize, most: u32| -> Option<u32> {
        let part = parts.next()?;
        let number = part.parse().ok()?;
        (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()) && number <= most).then_some(number)
    };
    let year = part(4, 9999)?;
    let Some(month) = part(2, 12) else { return (date.len() == 4).then(|| date.to_owned()) };
    let day = part(2, 31);
    match (day, date.len()) {
        _ if month == 0 || year == 0 => None,
        (Some(1..), 10) | (None, 7) => Some(date.to_owned()),
        _ => None,
    }
}

/// The date of a time stamp such as `2024-07-28T14:30:00+02:00`.
pub(super) fn iso_time(stamp: &str) -> Option<String> {
    let date = stamp.trim().split(['T', 't', ' ']).next()?;
    iso(date).filter(|date| date.len() == 10)
}

/// A header line of an archive: `date 2024-07 1`. Gives its length in bytes and the date.
pub(super) fn header(line: Line<'_>) -> Option<(usize, String)> {
    let opens = line.len() >= 2 && line.key(0) == "date" && line.span(0).start == 0;
    if !opens || !line.before(1).chars().all(|c| c.is_whitespace() || c == ':') {
        return None;
    }
    let date = iso(line.key(1))?;
    let is_number = line.len() > 2
        && line.before(2).chars().all(char::is_whitespace)
        && line.key(2).len() <= 3
        && line.key(2).bytes().all(|b| b.is_ascii_digit());
    Some((line.span(if is_number { 2 } else { 1 }).end, date))
}

#[cfg(test)]
mod tests {
    use super::super::line::Scratch;
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: Option<(&str, Option<&str>)>) {
        let mut scratch = Scratch::default();
        let line = scratch.line(source);
        let found = published(line, 0);
        let found = found.as_ref().map(|found| {
            let end = line.span(found.words.end - 1).end;
            (&source[..end], found.date.as_deref())
        });
        assert_eq!(found, expected, "{source:?}");
    }

    #[test]
    fn dates_are_read_in_every_order() {
        check("28.07.2024, 14:30 Uhr", Some(("28.07.2024, 14:30 Uhr", Some("2024-07-28"))));
        check("Stand: 3. Mai 2024", Some(("Stand: 3. Mai 2024", Some("2024-05-03"))));
        check(
            "Aktualisiert am 14.01.16, um 09:06",
            Some(("Aktualisiert am 14.01.16, um 09:06", Some("2016-01-14"))),
        );
        check("July 28, 2024", Some(("July 28, 2024", Some("2024-07-28"))));
        check("2024-07-28T14:30", Some(("2024-07-28T14:30", Some("2024-07-28"))));
        check("heute 10:48 Uhr", Some(("heute 10:48 Uhr", None)));
        check("07/28/2024", Some(("07/28/2024", Some("2024-07-28"))));
        check("07/08/2024", Some(("07/08/2024", None)));
        check("99.99.2024", None);
        check("Die Lage", None);
        check("3:1", None);
        check("", None);
    }

    #[test]
    fn archive_headers_are_read() {
        let check = |source: &str, expected: Option<(&str, &str)>| {
            let mut scratch = Scratch::default();
            let found = header(scratch.line(source));
            let found = found.as_ref().map(|(length, date)| (&source[..*length], date.as_str()));
            assert_eq!(found, expected, "{source:?}");
        };
        check("date 2024-07 1 Ein Kran im Hafen", Some(("date 2024-07 1", "2024-07")));
        check("date 2024-07-03 Ein Kran", Some(("date 2024-07-03", "2024-07-03")));
        check("date 2024-17 1", None);
        check("dates 2024-07", None);
        check("date", None);
    }
}
