//! Points of lists and rows of tables.
//!
//! In: blocks in order. Out: which of them are [`SectionKind::ListItem`] or [`SectionKind::TableRow`]. A
//! single mark proves little, so most of them count only where the neighbours have them too.

use super::blocks::{Block, End};
use super::line::{head, Scratch};
use super::SectionKind;
use crate::text::Text;

/// The longest row of a table, in bytes.
const MAX_ROW: usize = 240;

/// What a block looks like, seen alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Look {
    Other,
    /// A mark that is used for nothing else.
    Bullet,
    /// A mark that is also a dash, an asterisk or a plus.
    Mark(char),
    /// A number that counts.
    Counter(u32),
    /// Cells between tabs, bars or wide gaps, with their number.
    Cells(usize),
    /// A short line of which much is numbers.
    Figures,
}

/// Whether `line` looks like a point or a row, so that it begins a block of its own.
pub(super) fn starts_row(line: &str) -> bool {
    match look(line, &mut Scratch::default()) {
        Look::Bullet | Look::Cells(_) => true,
        Look::Mark(c) => c != '–' && c != '—',
        Look::Counter(_) | Look::Figures | Look::Other => false,
    }
}

/// Finds lists and tables: one answer for each block.
pub(super) fn find(text: Text<'_>, blocks: &[Block], scratch: &mut Scratch) -> Vec<Option<SectionKind>> {
    let looks: Vec<Look> = blocks.iter().map(|block| look(text.slice(block.span), scratch)).collect();
    let mut kinds = vec![None; blocks.len()];
    let mut start = 0;
    while start < looks.len() {
        let mut end = start + 1;
        while end < looks.len() && blocks[end].breaks > 0 && goes_on(looks[end - 1], looks[end]) {
            end += 1;
        }
        let kind = match looks[start] {
            Look::Bullet => Some(SectionKind::ListItem),
            Look::Mark(_) | Look::Counter(_) if end - start >= 2 => Some(SectionKind::ListItem),
            Look::Cells(cells) if end - start >= 2 || cells >= 4 => Some(SectionKind::TableRow),
            Look::Figures if end - start >= 3 => Some(SectionKind::TableRow),
            _ => None,
        };
        kinds[start..end].fill(kind);
        start = end;
    }
    kinds
}

fn goes_on(last: Look, next: Look) -> bool {
    match (last, next) {
        (Look::Bullet, Look::Bullet) | (Look::Figures, Look::Figures) => true,
        (Look::Mark(a), Look::Mark(b)) => a == b,
        (Look::Counter(a), Look::Counter(b)) => a.checked_add(1) == Some(b),
        (Look::Cells(a), Look::Cells(b)) => a.abs_diff(b) <= 1,
        _ => false,
    }
}

fn look(block: &str, scratch: &mut Scratch) -> Look {
    let mut chars = block.chars();
    let first = chars.next();
    let is_apart = chars.next().is_some_and(char::is_whitespace);
    match first {
        Some('•' | '▪' | '■' | '●' | '◦' | '‣' | '▸' | '►' | '·' | '✓' | '➔' | '→') => {
            return Look::Bullet
        }
        Some(c @ ('-' | '–' | '—' | '*' | '+')) if is_apart => return Look::Mark(c),
        _ => {}
    }
    if block.len() <= MAX_ROW {
        let cells = cells(block);
        if cells >= 2 {
            return Look::Cells(cells);
        }
    }
    if let Some(number) = counter(block) {
        return if is_figures(block, scratch) { Look::Figures } else { Look::Counter(number) };
    }
    if is_figures(block, scratch) {
        return Look::Figures;
    }
    Look::Other
}

/// The number that a block begins with, if it counts: `3.`, `3)`, `(3)`.
fn counter(block: &str) -> Option<u32> {
    let (open, rest) = match block.strip_prefix('(') {
        Some(rest) => (true, rest),
        None => (false, block),
    };
    let digits = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let number = rest.get(..digits)?.parse().ok()?;
    let rest = &rest[digits..];
    let rest = if open { rest.strip_prefix(')')? } else { rest.strip_prefix(['.', ')'])? };
    (digits <= 3 && rest.starts_with(char::is_whitespace)).then_some(number)
}

/// The number of cells: parted by tabs, by bars, or by three spaces and more.
fn cells(block: &str) -> usize {
    let (mut tabs, mut bars, mut gaps, mut blanks) = (0, 0, 0, 0);
    for byte in block.bytes() {
        tabs += usize::from(byte == b'\t');
        bars += usize::from(byte == b'|');
        blanks = if byte == b' ' { blanks + 1 } else { 0 };
        gaps += usize::from(blanks == 3);
    }
    if tabs > 0 {
        return tabs + 1;
    }
    if bars >= 1 {
        let bars = block.matches(" | ").count();
        return if bars >= 2 || block.starts_with('|') { bars + 1 } else { 1 };
    }
    gaps + 1
}

/// Whether a short line is a row of results: `Bern – Basel 3:1`, `1. Aarau 12 8 2 2 26`.
fn is_figures(block: &str, scratch: &mut Scratch) -> bool {
    if block.len() > 120 || !block.contains(|c: char| c.is_ascii_digit()) || End::of(block) == End::Stop {
        return false;
    }
    let line = scratch.line(head(block, 120));
    let is_number = |index: usize| line.word(index).starts_with(|c: char| c.is_ascii_digit());
    let words = line.len();
    let numbers = (0..words).filter(|&index| is_number(index)).count();
    let is_score = |index: usize| {
        line.before(index) == ":" && is_number(index) && is_number(index - 1) && line.word(index).len() <= 3
    };
    let scores = (1..words).filter(|&index| is_score(index)).count();
    // Clock times are no scores: the hour opens the line.
    let opens_with_time = words >= 2 && is_score(1) && words > 2;
    let ends_with_number = words > 0 && line.word(words - 1).starts_with(|c: char| c.is_ascii_digit());
    (scores >= 1 && !opens_with_time && words <= 16)
        || (numbers >= 2 && numbers * 3 >= words && words <= 16 && words > numbers && ends_with_number)
}

#[cfg(test)]
mod tests {
    use super::super::blocks;
    use super::*;

    #[track_caller]
    fn check(source: &str, kind: Option<SectionKind>) {
        let text = Text::new(source);
        let kinds = find(text, &blocks::lines(text), &mut Scratch::default());
        assert!(kinds.iter().all(|found| *found == kind), "{source:?}: {kinds:?}");
    }

    #[test]
    fn lists_and_tables_need_neighbours() {
        check("• Brot\n• Salz", Some(SectionKind::ListItem));
        check("- Brot\n- Salz", Some(SectionKind::ListItem));
        check("- Brot", None);
        check("1. Brot kaufen\n2. Salz kaufen", Some(SectionKind::ListItem));
        check("1. Mai\n3. Mai", None);
        check("Bern – Basel 3:1\nAarau – Thun 0:0\nWil – Chur 2:2 (1:1)", Some(SectionKind::TableRow));
        check("Ort\tStimmen\nKiel\t1.204", Some(SectionKind::TableRow));
        check("Um 14:30 Uhr begann es.", None);
    }
}
