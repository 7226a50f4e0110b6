//! Lines that name the author or tell the date, or both.
//!
//! In: a line. Out: its parts, if the whole of it is such a line: `Von A. Muster, 28. Juli 2024, 14:30 Uhr`.

use std::ops::Range;

use super::dates;
use super::line::Line;
use super::senses::Senses;
use super::words;
use super::SectionKind;

const MAX_BYTES: usize = 200;

/// A part of a line that names author or date.
#[derive(Debug)]
pub(super) struct Meta {
    /// [`SectionKind::Byline`] or [`SectionKind::Date`].
    pub(super) kind: SectionKind,
    /// Where its words stand in the line.
    pub(super) bytes: Range<usize>,
    /// The date, if there is one with a year.
    pub(super) date: Option<String>,
    /// Whether it cannot be anything else, wherever it stands.
    pub(super) is_sure: bool,
}

/// The parts of `line` if it names nothing but authors and dates, or up to a bar behind such parts; else none.
pub(super) fn find(line: Line<'_>) -> Vec<Meta> {
    let mut parts = Vec::new();
    if line.text.len() > MAX_BYTES || line.len() == 0 {
        return parts;
    }
    if is_agencies(line) {
        return vec![Meta {
            kind: SectionKind::Byline,
            bytes: 0..line.text.len(),
            date: None,
            is_sure: true,
        }];
    }
    let mut at = 0;
    while at < line.len() {
        if let Some(found) = dates::published(line, at) {
            let end = found.words.end;
            parts.push(Meta {
                kind: SectionKind::Date,
                bytes: line.span(at).start..line.span(end - 1).end,
                date: found.date,
                is_sure: found.is_exact,
            });
            at = end;
        } else if let Some(end) = authors(line, at) {
            let bytes = line.span(at).start..line.span(end - 1).end;
            parts.push(Meta { kind: SectionKind::Byline, bytes, date: None, is_sure: true });
            at = end;
        } else if at > 0 && line.before(at).contains('|') && parts.iter().any(|part| part.is_sure) {
            // What stands behind a bar is read by itself.
            break;
        } else {
            return Vec::new();
        }
    }
    let is_whole = at == line.len();
    // Marks at the ends belong to the outermost parts.
    if let Some(first) = parts.first_mut() {
        first.bytes.start = 0;
    }
    if let Some(last) = parts.last_mut() {
        last.bytes.end =
            if is_whole { line.text.len() } else { last.bytes.end + line.before(at).trim_end().len() };
    }
    parts
}

/// The index of the word after the authors that are named from the word `start` on.
fn authors(line: Line<'_>, start: usize) -> Option<usize> {
    if !line.senses(start).any(Senses::BYLINE) {
        return None;
    }
    let from = line.span(start).start;
    let opener = words::opener(|w| w.byline_openers, &line.folded[from..])?;
    let mut at = start;
    while at < line.len() && line.span(at).start < from + opener {
        at += 1;
    }
    if !line.folded[from + opener..].trim_start_matches(':').starts_with(char::is_whitespace) {
        return None;
    }
    let has_colon = at < line.len() && line.before(at).contains(':');
    let (mut capitals, mut in_row, mut longest) = (0, 0, 0);
    let mut has_agency = false;
    let mut end = at;
    while end < line.len() {
        let (senses, before) = (line.senses(end), line.before(end));
        let stops = end > at && before.contains(['|', '·', '•', '?', '!', ';', '"', '„', '“', '«', '»']);
        if stops || (end > at && dates::date_at(line, end).is_some()) {
            break;
        }
        // A full stop is part of a name only after initials and titles.
        if end > at && before.contains('.') && !is_short(line.key(end - 1)) {
            return None;
        }
        let (is_agency, is_joiner) = (senses.any(Senses::AGENCY), senses.any(Senses::NAME_JOINER));
        if is_joiner || before.contains([',', '/', '&']) && !is_agency {
            in_row = 0;
        }
        if line.is_capitalised(end) || is_agency {
            if line.word(end).starts_with(|c: char| c.is_ascii_digit()) {
                return None;
            }
            capitals += 1;
            in_row += 1;
            longest = longest.max(in_row);
            has_agency |= is_agency;
        } else if !is_joiner {
            return None;
        }
        end += 1;
    }
    let ends_as_sentence = end == line.len() && line.before(end).contains(['?', '!']);
    let is_initial = at + 1 < line.len() && line.before(at + 1).starts_with('.');
    let opens_with_name = at < line.len() && (is_initial || !line.senses(at).any(Senses::FUNCTION));
    let enough = longest >= 2 || (has_agency && capitals >= 1) || (has_colon && capitals >= 1);
    (enough && capitals <= 14 && opens_with_name && !ends_as_sentence).then_some(end)
}

fn is_short(word: &str) -> bool {
    word.chars().count() <= 2 || matches!(word, "prof" | "dipl" | "ing" | "med" | "phil" | "rer")
}

/// Whether all words are agencies: `(dpa/afp)`.
fn is_agencies(line: Line<'_>) -> bool {
    line.len() <= 6
        && line.all_senses().any(|senses| senses.any(Senses::AGENCY))
        && line.all_senses().all(|senses| senses.any(Senses::AGENCY.or(Senses::NAME_JOINER)))
        && !line.text.contains(['©', ':'])
}

#[cfg(test)]
mod tests {
    use super::super::line::Scratch;
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &[(SectionKind, &str)]) {
        let mut scratch = Scratch::default();
        let found = find(scratch.line(source));
        let found: Vec<_> = found.iter().map(|part| (part.kind, &source[part.bytes.clone()])).collect();
        assert_eq!(found, expected, "{source:?}");
    }

    #[test]
    fn authors_and_dates_fill_the_whole_line() {
        use SectionKind::{Byline, Date};
        check("Von Max Muster", &[(Byline, "Von Max Muster")]);
        check("VON MAX MUSTER UND LEA BEISPIEL", &[(Byline, "VON MAX MUSTER UND LEA BEISPIEL")]);
        check("By Ann Example and Tom Sample", &[(Byline, "By Ann Example and Tom Sample")]);
        check("Von Max Muster, dpa", &[(Byline, "Von Max Muster, dpa")]);
        check("Von A. Muster | 28.07.2024", &[(Byline, "Von A. Muster"), (Date, "28.07.2024")]);
        check("20.01.2016 | Mehr Rechte", &[(Date, "20.01.2016 |")]);
        check("Stand: 3. Mai 2024, 9:30 Uhr", &[(Date, "Stand: 3. Mai 2024, 9:30 Uhr")]);
        check("(dpa/afp)", &[(Byline, "(dpa/afp)")]);
        check("Von Mäusen und Menschen", &[]);
        check("Von Berlin nach Paris", &[]);
        check("Von Amts wegen", &[]);
        check("By the Rivers of Saxony", &[]);
        check("Am 3. Mai 2024 kam der Regen", &[]);
    }
}
