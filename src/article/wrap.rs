//! Lines that were broken at a fixed width, put together again.
//!
//! In: blocks of one line each. Out: the same blocks, with lines joined that one paragraph was broken into.
//! Text is only joined where the whole of it shows such a width: most lines end where the next word would
//! not have fitted any more, and go on in the middle of a sentence.

use super::blocks::{Block, End};
use super::rows;
use crate::text::Text;

const NARROWEST: usize = 40;
const WIDEST: usize = 110;

/// Joins the lines of `blocks` that belong together.
pub(super) fn join(text: Text<'_>, blocks: Vec<Block>) -> Vec<Block> {
    let Some(width) = width(text, &blocks) else { return blocks };
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut last: Option<Block> = None;
    for block in blocks {
        let goes_on = last.is_some_and(|last| {
            let pair = Pair::of(text, last, block);
            pair.is_some_and(|pair| pair.fills(width) || (pair.is_unfinished && pair.starts_small))
                && !rows::starts_row(text.slice(block.span))
                && !text.slice(last.span).contains('\t')
        });
        match joined.last_mut() {
            Some(paragraph) if goes_on => paragraph.span = paragraph.span.cover(block.span),
            _ => joined.push(block),
        }
        last = Some(block);
    }
    joined
}

/// Two lines, one below the other.
struct Pair {
    /// The characters of the first line.
    length: usize,
    /// The characters of the second line's first word.
    word: usize,
    is_unfinished: bool,
    starts_small: bool,
}

impl Pair {
    fn of(text: Text<'_>, first: Block, second: Block) -> Option<Self> {
        if second.breaks != 1 || first.hint.is_some() || second.hint.is_some() || first.span.len() > 500 {
            return None;
        }
        let (upper, lower) = (text.slice(first.span), text.slice(second.span));
        if indent(text, second) >= 2 && indent(text, first) < indent(text, second) {
            return None;
        }
        Some(Self {
            length: upper.chars().count(),
            word: lower.split_whitespace().next().map_or(0, |word| word.chars().count()),
            is_unfinished: matches!(End::of(upper), End::Open | End::Colon),
            starts_small: lower.starts_with(char::is_lowercase),
        })
    }

    /// Whether the next word would not have fitted into the first line.
    fn fills(&self, width: usize) -> bool {
        self.length + 1 + self.word > width
    }
}

/// How many blanks stand before the line.
fn indent(text: Text<'_>, line: Block) -> usize {
    let before = &text.as_str()[..line.span.start() as usize];
    before.bytes().rev().take(20).take_while(|&byte| byte == b' ' || byte == b'\t').count()
}

/// The width that the text was broken at, if it was.
fn width(text: Text<'_>, blocks: &[Block]) -> Option<usize> {
    // Without lines below each other, or with long ones, there is nothing to look for.
    let long = blocks.iter().filter(|block| block.span.len() as usize > 2 * WIDEST).count();
    if blocks.len() < 3 || long * 20 > blocks.len() {
        return None;
    }
    let pairs: Vec<Pair> = blocks.windows(2).filter_map(|pair| Pair::of(text, pair[0], pair[1])).collect();
    let mut lengths = [0_usize; WIDEST + 2];
    for pair in &pairs {
        lengths[pair.length.min(WIDEST + 1)] += 1;
    }
    // The longest lines may hold a word that could not be broken: one in twenty may stand over.
    let mut over = 0;
    let width = (0..lengths.len()).rev().find(|&length| {
        over += lengths[length];
        over * 20 > pairs.len()
    })?;
    if !(NARROWEST..=WIDEST).contains(&width) {
        return None;
    }
    let full = pairs.iter().filter(|pair| pair.fills(width));
    let (mut filled, mut unfinished, mut small) = (0, 0, 0);
    for pair in full {
        filled += 1;
        unfinished += usize::from(pair.is_unfinished);
        small += usize::from(pair.starts_small);
    }
    let shows =
        filled >= 2 && filled * 10 >= pairs.len() * 6 && unfinished * 2 >= filled && small * 10 >= filled * 3;
    shows.then_some(width)
}

#[cfg(test)]
mod tests {
    use super::super::blocks;
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &[&str]) {
        let text = Text::new(source);
        let joined = join(text, blocks::lines(text));
        let found: Vec<_> = joined.iter().map(|block| text.slice(block.span)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn joins_what_was_broken_at_a_width() {
        let first = "Der Gemeinderat hat am Dienstag beschlossen, das alte Hallenbad\n\
                     nach drei Jahren Leerstand wieder zu öffnen. Die Kosten trägt\n\
                     zur Hälfte der Landkreis, sagte die Bürgermeisterin.";
        let second = "Ein Termin steht noch nicht fest, denn zuerst muss das Dach\nerneuert werden.";
        check(&format!("{first}\n\n{second}"), &[first, second]);
    }

    #[test]
    fn leaves_lists_of_titles_alone() {
        let titles =
            "Rathaus bleibt am Freitag geschlossen\nNeue Buslinie nach Altdorf\nFeuerwehr sucht Nachwuchs";
        check(titles, &titles.split('\n').collect::<Vec<_>>());
    }
}
