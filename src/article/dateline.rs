//! The place, date and agency that open a report.
//!
//! In: the beginning of a paragraph. Out: how far its dateline goes and how sure that is: `Tokio -`,
//! `BERLIN (dpa) –`, `LONDON, May 3 (Reuters) -`, `Bern.` Whether a place is meant is judged by form and by the
//! towns of [`super::words`]; names in the text are left to their own layer.

use super::dates;
use super::line::Line;
use super::senses::Senses;
use super::words;

/// How much of a paragraph is looked at.
pub(super) const HEAD: usize = 160;

/// How sure a dateline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Evidence {
    /// A capitalised word and a dash: only where a report begins.
    Form,
    /// A known town and a dash or a full stop: where a report begins, or where others had one.
    Place,
    /// An agency, a date, or a known town in capitals: anywhere.
    Sure,
}

/// A dateline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dateline {
    /// Its length in bytes, with its dash or full stop.
    pub(super) length: usize,
    pub(super) evidence: Evidence,
}

/// Whether there can be a dateline at the beginning of `text`: a dash, a bracket or an early full stop or colon.
pub(super) fn may_open(text: &str) -> bool {
    // 0xe2 begins all the longer dashes.
    let bytes = text.as_bytes();
    let early = &bytes[..bytes.len().min(40)];
    early.iter().any(|byte| matches!(byte, b'.' | b':' | b')' | b'('))
        || bytes.windows(2).any(|pair| matches!(pair, b" -" | b")-" | [b' ' | b')' | 0xa0, 0xe2]))
}

/// The dateline that `line`, the beginning of a paragraph, begins with. `rest` is how many bytes the paragraph
/// goes on behind the line.
pub(super) fn find(line: Line<'_>, rest: usize) -> Option<Dateline> {
    let mut cursor = Cursor { line, at: 0 };
    let agency_first = cursor.brackets().is_some_and(|inside| inside.has_agency);
    if !agency_first {
        cursor.at = 0;
    } else if let Some(length) = cursor.dash() {
        // `(dpa) - `, and perhaps a place behind it.
        let length = place_after(line, cursor).unwrap_or(length);
        return accept(line, length, rest, Evidence::Sure);
    }
    let place = cursor.places()?;
    let date = cursor.date();
    let brackets = cursor.brackets();
    let has_agency = agency_first || brackets.as_ref().is_some_and(|inside| inside.has_agency);
    let in_capitals = place.in_capitals && !is_in_capitals(line);
    if let Some(length) = cursor.dash() {
        let evidence = if has_agency || date || (in_capitals && (place.is_known || brackets.is_some())) {
            Evidence::Sure
        } else if place.is_known || brackets.is_some() || in_capitals {
            Evidence::Place
        } else {
            Evidence::Form
        };
        return accept(line, length, rest, evidence)
            .filter(|_| evidence > Evidence::Form || !is_parenthesis(line, length));
    }
    if has_agency {
        let length = cursor.stop().unwrap_or(cursor.at);
        return accept(line, length, rest, Evidence::Sure);
    }
    if place.opens_known && brackets.is_none() {
        let length = cursor.stop()?;
        return accept(line, length, rest, if date { Evidence::Sure } else { Evidence::Place });
    }
    None
}

fn place_after(line: Line<'_>, mut cursor: Cursor<'_>) -> Option<usize> {
    cursor.places()?;
    cursor.date();
    let length = cursor.dash()?;
    is_opening(&line.text[length..]).then_some(length)
}

fn accept(line: Line<'_>, length: usize, rest: usize, evidence: Evidence) -> Option<Dateline> {
    let after = &line.text[length..];
    let words = after.split_whitespace().count() + rest / 6;
    let enough = if evidence == Evidence::Form { 8 } else { 3 };
    if evidence == Evidence::Sure && rest == 0 && after.trim().is_empty() {
        // On a line of its own.
        return Some(Dateline { length, evidence });
    }
    (is_opening(after) && words >= enough).then_some(Dateline { length, evidence })
}

/// Whether a report begins here: blank, then a capital letter, a digit or a mark that opens a quotation.
fn is_opening(text: &str) -> bool {
    let trimmed = text.trim_start();
    trimmed.len() < text.len()
        && trimmed.starts_with(|c: char| {
            c.is_uppercase()
                || c.is_numeric()
                || matches!(c, '"' | '„' | '“' | '«' | '»' | '‚' | '‘' | '›' | '(' | '#')
        })
}

/// Whether a second dash follows soon in the same sentence: `Hamburg – Tor zur Welt – feiert`.
fn is_parenthesis(line: Line<'_>, length: usize) -> bool {
    let after = &line.text[length..];
    let sentence = after.find(['.', '!', '?']).unwrap_or(after.len());
    let second = [" - ", " – ", " — "].iter().filter_map(|dash| after.find(dash)).min();
    second.is_some_and(|at| at < sentence.min(60))
}

fn is_in_capitals(line: Line<'_>) -> bool {
    !line.text.contains(char::is_lowercase)
}

/// What stands in brackets.
struct Brackets {
    has_agency: bool,
}

/// Names of places with strokes or commas between them.
struct Places {
    is_known: bool,
    /// Whether already its first word is, or the whole name.
    opens_known: bool,
    in_capitals: bool,
}

/// A place in a line, from which parts of a dateline are read.
#[derive(Clone, Copy)]
struct Cursor<'l> {
    line: Line<'l>,
    at: usize,
}

impl<'l> Cursor<'l> {
    fn rest(&self) -> &'l str {
        &self.line.text[self.at..]
    }

    fn skip_blanks(&mut self) {
        self.at = self.line.text.len() - self.rest().trim_start().len();
    }

    /// The index of the first word at or behind the cursor, if nothing but blanks is between.
    fn word(&self) -> Option<usize> {
        let start = self.line.text.len() - self.rest().trim_start().len();
        (0..self.line.len().min(24)).find(|&index| self.line.span(index).start == start)
    }

    /// `(dpa/lno)`
    fn brackets(&mut self) -> Option<Brackets> {
        let rest = self.rest();
        let trimmed = rest.trim_start();
        let inside = trimmed.strip_prefix('(')?;
        let close = inside.find(')').filter(|&close| close <= 44)?;
        let start = self.line.text.len() - inside.len();
        let has_agency = (0..self.line.len())
            .filter(|&index| {
                self.line.span(index).start >= start && self.line.span(index).end <= start + close
            })
            .any(|index| self.line.senses(index).any(Senses::AGENCY));
        self.at = start + close + 1;
        Some(Brackets { has_agency })
    }

    /// One place or several: `Washington/Kiew`, `SHARM EL-SHEIKH, Egypt`.
    fn places(&mut self) -> Option<Places> {
        let mut all = self.place()?;
        for _ in 0..3 {
            let mut next = *self;
            let rest = next.rest();
            let trimmed = rest.trim_start();
            if trimmed.starts_with('/') {
                next.at = next.line.text.len() - trimmed.len() + 1;
            } else if rest.starts_with(',') {
                next.at += 1;
                let is_date = next.word().is_some_and(|word| {
                    dates::date_at(next.line, word).is_some() || next.line.senses(word).any(Senses::WEEKDAY)
                });
                if is_date {
                    break;
                }
            } else {
                break;
            }
            let Some(place) = next.place() else { break };
            all.is_known |= place.is_known;
            all.opens_known |= place.opens_known;
            *self = next;
        }
        Some(all)
    }

    /// One place of one to five words: `Frankfurt am Main`, `N.Y.`.
    fn place(&mut self) -> Option<Places> {
        let line = self.line;
        let first = self.word()?;
        let mut is_known = false;
        let mut in_capitals = true;
        let mut end = None;
        for index in first..line.len().min(first + 5) {
            let before = line.before(index);
            let senses = line.senses(index);
            if index > first {
                let after_abbreviation = before.trim() == "." && line.span(index - 1).len() <= 3;
                if !(before.trim().is_empty() || after_abbreviation) || before.contains(['\n', '\t']) {
                    break;
                }
            }
            let is_name = line.word(index).starts_with(char::is_uppercase)
                && !line.word(index).contains(|c: char| c.is_ascii_digit());
            if is_name {
                // `THE HAGUE`, `DES MOINES`: in capitals they are part of the name.
                let is_loud = line.span(index).len() >= 2
                    && !line.word(index).contains(char::is_lowercase)
                    && !is_in_capitals(line);
                let is_function = senses.any(Senses::FUNCTION) && !is_loud;
                if is_function || (index == first && senses.month().is_some()) {
                    break;
                }
                is_known = is_known
                    || senses.any(Senses::PLACE)
                    || words::ends_word(|w| w.place_endings, line.key(index));
                in_capitals &= line.span(index).len() >= 3 && !line.word(index).contains(char::is_lowercase);
                end = Some(index);
            } else if index == first || !senses.any(Senses::PLACE_PARTICLE) {
                break;
            }
        }
        let end = end?;
        self.at = line.span(end).end;
        let is_whole = words::holds(|w| w.places, &line.folded[line.span(first).start..self.at]);
        let opens_known = is_whole
            || line.senses(first).any(Senses::PLACE)
            || line.senses(first).any(Senses::PLACE_OPENER) && end > first
            || words::ends_word(|w| w.place_endings, line.key(first));
        is_known |= opens_known;
        // `N.Y.`, `D.C.`: the full stop belongs to the place where a dash follows.
        if line.span(end).len() <= 2 && self.rest().starts_with('.') {
            self.at += 1;
        }
        Some(Places { is_known, opens_known, in_capitals })
    }

    /// `, 3. Mai 2024`, `, May 3`, `, Montag`
    fn date(&mut self) -> bool {
        let rest = self.rest();
        let Some(after) = rest.strip_prefix(',').or_else(|| rest.strip_prefix(" am")) else {
            return self.bare_date();
        };
        let next = Self { line: self.line, at: self.line.text.len() - after.len() };
        let Some(mut word) = next.word() else { return false };
        let mut found = false;
        if self.line.senses(word).any(Senses::WEEKDAY) {
            self.at = self.line.span(word).end;
            found = true;
            word += 1;
        }
        if let Some((length, _)) = dates::date_at(self.line, word) {
            self.at = self.line.span(word + length - 1).end;
            found = true;
        }
        found
    }

    /// ` 1996-12-06`
    fn bare_date(&mut self) -> bool {
        let is_date = |&word: &usize| dates::iso(self.line.key(word)).is_some_and(|date| date.len() == 10);
        let Some(word) = self.word().filter(is_date) else { return false };
        self.at = self.line.span(word).end;
        true
    }

    /// A dash with a blank behind it; gives the length up to and with the dash.
    fn dash(&mut self) -> Option<usize> {
        let before = self.at;
        let mut rest = self.rest();
        // `Berlin (dpa). -`
        if rest.starts_with(['.', ':']) {
            rest = &rest[1..];
        }
        let trimmed = rest.trim_start();
        let dash =
            ["--", "-", "–", "—", "―", "\u{2212}"].into_iter().find(|dash| trimmed.starts_with(dash))?;
        let is_apart = trimmed.len() < rest.len() || self.line.text[..before].ends_with(')');
        let after = &trimmed[dash.len()..];
        if !is_apart || !(after.is_empty() || after.starts_with(char::is_whitespace)) {
            return None;
        }
        self.at = self.line.text.len() - after.len();
        self.skip_blanks();
        Some(self.line.text.len() - after.len())
    }

    /// A full stop with a blank behind it; gives the length up to and with it.
    fn stop(&self) -> Option<usize> {
        let after = self.rest().strip_prefix(['.', ':'])?;
        after.starts_with(char::is_whitespace).then_some(self.line.text.len() - after.len())
    }
}

#[cfg(test)]
mod tests {
    use super::super::line::Scratch;
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: Option<(&str, Evidence)>) {
        let mut scratch = Scratch::default();
        let found = find(scratch.line(source), 200).map(|found| (&source[..found.length], found.evidence));
        assert_eq!(found, expected, "{source:?}");
    }

    #[test]
    fn datelines_of_many_houses() {
        use Evidence::{Form, Place, Sure};
        check("Tokio - Die Minister tagen.", Some(("Tokio -", Place)));
        check("BERLIN (dpa) – Die Minister tagen.", Some(("BERLIN (dpa) –", Sure)));
        check("Washington/Kiew (Reuters) — Die Minister", Some(("Washington/Kiew (Reuters) —", Sure)));
        check(
            "Frankfurt am Main, 3. Mai (AFP) - Die Bank",
            Some(("Frankfurt am Main, 3. Mai (AFP) -", Sure)),
        );
        check("LONDON, May 3 (Reuters) - The bank", Some(("LONDON, May 3 (Reuters) -", Sure)));
        check("NEW YORK, N.Y. — The mayor said", Some(("NEW YORK, N.Y. —", Sure)));
        check("SHARM EL-SHEIKH, Egypt — Tired delegates", Some(("SHARM EL-SHEIKH, Egypt —", Place)));
        check("Zürich. Die Stadt baut.", Some(("Zürich.", Place)));
        check("THE HAGUE (AP) - The court", Some(("THE HAGUE (AP) -", Sure)));
        check("GOMA, Zaire 1996-11-12 - Lorries came", Some(("GOMA, Zaire 1996-11-12 -", Sure)));
        check("TAMPA, Fla. -- Nikita made saves", Some(("TAMPA, Fla. --", Sure)));
        check("KATHMANDU: A court sat.", Some(("KATHMANDU:", Place)));
        check("CDU Hanau: Der Kandidat kommt.", None);
        check("Bad Oberwinkel. Die Feuerwehr rückte aus.", Some(("Bad Oberwinkel.", Place)));
        check("Luxemburg (AP) Der Gerichtshof hat", Some(("Luxemburg (AP)", Sure)));
        check("Wiesbaden, 14.03.2016 - Das Amt meldet", Some(("Wiesbaden, 14.03.2016 -", Sure)));
        check("(dpa) - Der Gerichtshof hat", Some(("(dpa) -", Sure)));
        check("Oberwinkel – Die Feuerwehr rückte aus.", Some(("Oberwinkel –", Form)));
        check("Menden (Sauerland) - Ein Auto fuhr", Some(("Menden (Sauerland) -", Place)));
    }

    #[test]
    fn sentences_that_open_with_names_are_none() {
        check("Hamburg – das Tor zur Welt – feiert.", None);
        check("Die Minister - Blinken und Austin - kamen.", None);
        check("Nein. Das war es nicht.", None);
        check("Nach Berlin - Der Zug fährt.", None);
        check("Berlin ist groß. Die Stadt wächst.", None);
        check("Tokio-Reisende warten.", None);
        check("", None);
        check("(", None);
    }
}
