//! Who made a picture, and the text below it.
//!
//! In: a line, or the end of a paragraph. Out: where a credit begins that goes on to the end: `Foto: X/AP/dpa`,
//! `© dpa`, `(Archivbild)`, `Photo by X`.

use super::line::Line;
use super::senses::Senses;

/// The longest credit, in bytes.
pub(super) const MAX_CREDIT: usize = 180;

/// Whether there can be a credit in `text`: each has a mark that is rare elsewhere, or the word `by`.
pub(super) fn may_hold_one(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, b':' | b'(' | b'[' | b'/' | b'|' | 0xa9 | b'='))
        || text.contains(" by ")
}

/// Where the credit begins that `line` ends with; 0 if it is nothing else.
pub(super) fn find(line: Line<'_>) -> Option<usize> {
    if line.len() == 0 || !may_hold_one(line.text) {
        return None;
    }
    if is_agency_path(line, 0) {
        return Some(0);
    }
    let from = line.text.len().saturating_sub(MAX_CREDIT);
    let marked =
        (0..line.len()).filter(|&index| line.span(index).start >= from).find_map(|index| opens(line, index));
    marked.or_else(|| bracketed_path(line))
}

/// Where a credit begins whose opener is the word `index`, brackets and marks before it included.
fn opens(line: Line<'_>, index: usize) -> Option<usize> {
    let before = line.before(index);
    // ©, (c)
    if let Some(at) = sign(before) {
        let start = line.span(index).start - before.len() + at;
        let starts_here = bracket_before(line, start);
        return is_source(line, index).then_some(starts_here);
    }
    if before.ends_with(['(', '[']) && is_note(line, index) {
        let note_ends = line.text[line.span(index).end..].starts_with([')', ']']);
        if note_ends && is_source(line, index + 1) {
            return Some(bracket_before(line, line.span(index).start));
        }
    }
    if !line.senses(index).any(Senses::CREDIT_OPENER) {
        return None;
    }
    let after =
        if index + 1 < line.len() { line.before(index + 1) } else { &line.text[line.span(index).end..] };
    let trimmed = after.trim_start();
    let first = if trimmed.starts_with([':', '©', '/', '|', '=']) {
        index + 1
    } else if index + 1 < line.len() && matches!(line.key(index + 1), "by" | "von") && trimmed.is_empty() {
        // `Photo by`: as an opener only where a part begins.
        if !begins_part(line, index) {
            return None;
        }
        index + 2
    } else {
        return None;
    };
    let is_apart =
        begins_part(line, index) || (first..line.len()).any(|at| line.senses(at).any(Senses::AGENCY));
    (is_apart && first <= line.len() && is_source(line, first))
        .then(|| bracket_before(line, line.span(index).start))
}

/// Whether the word `index` is first in the line, in a sentence or in brackets.
fn begins_part(line: Line<'_>, index: usize) -> bool {
    let before = line.before(index).trim_end();
    match before.chars().next_back() {
        None => index == 0,
        Some(c) => matches!(
            c,
            '.' | '!'
                | '?'
                | '…'
                | ')'
                | '('
                | '['
                | '"'
                | '“'
                | '”'
                | '»'
                | '«'
                | '|'
                | '/'
                | '-'
                | '–'
                | '—'
                | '·'
                | '•'
                | ']'
                | ':'
        ),
    }
}

/// `start`, moved before an opening bracket or a bar that stands right before it.
fn bracket_before(line: Line<'_>, start: usize) -> usize {
    let before = line.text[..start].trim_end();
    let opened = before.trim_end_matches(['(', '[', '|']);
    if opened.len() < before.len() {
        return opened.len();
    }
    start
}

/// Whether everything from the word `first` on can be names of photographers and agencies.
fn is_source(line: Line<'_>, first: usize) -> bool {
    let count = line.len() - first.min(line.len());
    if count > 18 {
        return false;
    }
    (first..line.len()).all(|index| {
        let senses = line.senses(index);
        let named = Senses::AGENCY.or(Senses::CREDIT_WORD).or(Senses::CREDIT_NOTE).or(Senses::NAME_JOINER);
        let is_name = line.is_capitalised(index) || senses.any(named) || is_address(line, index);
        // A second sentence is no source, unless it is another credit.
        let before = line.before(index);
        let new_sentence = index > first && before.contains(". ") && !is_initial(line.word(index - 1));
        is_name
            && (!new_sentence || senses.any(Senses::CREDIT_OPENER))
            && !(index > first && before.contains(['?', '!', ';']))
    })
}

fn is_initial(word: &str) -> bool {
    word.chars().count() <= 2 || matches!(word, "Prof" | "Ges" | "Inc" | "Jr")
}

/// Whether the word is part of a web address: no blanks around its points.
fn is_address(line: Line<'_>, index: usize) -> bool {
    let after = if index + 1 < line.len() { line.before(index + 1) } else { "" };
    line.before(index) == "." || after == "." || matches!(line.before(index), "@" | "_")
}

/// The place of a copyright sign in the marks before a word.
fn sign(before: &str) -> Option<usize> {
    before.find('©')
}

fn is_note(line: Line<'_>, index: usize) -> bool {
    line.senses(index).any(Senses::CREDIT_NOTE)
}

/// Names between strokes, one of them an agency: `Hiro Komae/AP/dpa`, `picture alliance / dpa`.
fn is_agency_path(line: Line<'_>, first: usize) -> bool {
    let mut names = line.len() - first;
    let mut agencies = 0;
    let mut strokes = 0;
    for index in first..line.len() {
        let is_agency = line.senses(index).any(Senses::AGENCY);
        agencies += usize::from(is_agency);
        strokes += usize::from(line.before(index).trim() == "/" && index > first);
        if !is_agency && !line.is_capitalised(index) && !line.senses(index).any(Senses::CREDIT_WORD) {
            return false;
        }
        if index > first && !matches!(line.before(index).trim(), "/" | "" | "-" | "." | "|") {
            return false;
        }
        names -= usize::from(is_agency);
    }
    // Agencies alone are whom the text comes from; a photographer is named too.
    agencies >= 1 && strokes >= 1 && (1..=8).contains(&names)
}

/// A path of agencies in brackets or after a bar at the end of the line.
fn bracketed_path(line: Line<'_>) -> Option<usize> {
    let text = line.text.trim_end().trim_end_matches(['.', ')', ']']);
    let at = text.rfind(['(', '[', '|'])?;
    let first = (0..line.len()).find(|&index| line.span(index).start > at)?;
    (line.text.len() - at <= MAX_CREDIT && is_agency_path(line, first)).then_some(at)
}

/// Whether `text`, which stands before a credit, can be the text below a picture: not much of it.
pub(super) fn is_caption(text: &str) -> bool {
    text.len() <= 520
}

#[cfg(test)]
mod tests {
    use super::super::line::Scratch;
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: Option<&str>) {
        let mut scratch = Scratch::default();
        let found = find(scratch.line(source)).map(|at| &source[at..]);
        assert_eq!(found, expected, "{source:?}");
    }

    #[test]
    fn credits_are_found_at_the_end() {
        check("Foto: dpa", Some("Foto: dpa"));
        check("Ein Kran im Hafen. Foto: Lea Muster/AP/dpa", Some("Foto: Lea Muster/AP/dpa"));
        check("Ein Kran im Hafen (Foto: privat)", Some("(Foto: privat)"));
        check("Ein Kran im Hafen. © Reuters", Some("© Reuters"));
        check("Ein Kran im Hafen (Archivbild).", Some("(Archivbild)."));
        check("Bild: IMAGO / Lea Muster", Some("Bild: IMAGO / Lea Muster"));
        check("Photo by Ann Example", Some("Photo by Ann Example"));
        check("Quelle: Imago", Some("Quelle: Imago"));
        check("Lea Muster/AP/dpa", Some("Lea Muster/AP/dpa"));
        check(
            "Am Steg. Foto: L. Muster Bild: dpa-infocom GmbH",
            Some("Foto: L. Muster Bild: dpa-infocom GmbH"),
        );
        check("Das Werk in Halle. Foto :Archiv", Some("Foto :Archiv"));
    }

    #[test]
    fn sentences_about_pictures_are_no_credits() {
        check("Das Foto: ein Kran, der langsam kippt.", None);
        check("Auf dem Foto ist ein Kran zu sehen.", None);
        check("Ein Bild: Er steht am Steg und winkt.", None);
        check("Die Agenturen dpa und Reuters berichten.", None);
        check("Er sagte: «Quelle: mein Onkel.»", None);
        check("", None);
    }
}
