//! Tags and text to blocks of readable text.
//!
//! In: start tags, end tags and pieces of text in order. Out: a [`Page`]: the text as a browser would show it, its
//! [`Block`]s with the markup's hints, and the map to the source. Open elements are a stack of small entries: no
//! recursion, and each tag costs a bounded number of steps but for the elements that it closes.

use super::elements::{Element, KINDS};
use super::hints::Hints;
use super::map::Map;
use crate::article::blocks::Block;
use crate::article::{dates, SectionKind, SourceRun};
use crate::text::{Span, Text};

/// What was read from the source.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    pub(super) source_map: Vec<SourceRun>,
    /// When it was published, as the page's head says.
    pub(super) date: Option<String>,
    /// The dates that the markup gives for places in the text.
    pub(super) times: Vec<(u32, String)>,
}

/// The most dates that are kept: the article's own stands near its beginning.
const MOST_TIMES: usize = 16;

/// How far up an inline end tag looks for its element.
const SEARCHED: usize = 64;

/// A cell of this length is part of a layout, not of a table.
const LONG_CELL: usize = 200;

/// The most prose that furniture may hold, in bytes, and the length from which a block counts as prose.
const PROSE: u32 = 200;

/// What holds inside an element.
#[allow(clippy::struct_excessive_bools)] // Each is inherited by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Context {
    hint: Option<SectionKind>,
    /// The number of the furniture element that the text is in; 0 is none.
    furniture: u32,
    is_hidden: bool,
    is_foreign: bool,
    is_preformatted: bool,
    is_link: bool,
    in_cell: bool,
}

#[derive(Clone, Copy, Debug)]
struct Open {
    element: Element,
    /// What held outside.
    outside: Context,
}

/// A block that is being written.
#[derive(Clone, Copy, Debug)]
struct Segment {
    start: u32,
    breaks: u8,
    context: Context,
    is_linked: bool,
}

/// What is due before the next text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Due {
    #[default]
    Nothing,
    Blank,
    Cell,
    Line,
    Paragraph,
}

/// Builds a [`Page`].
#[derive(Debug, Default)]
pub(super) struct Builder<'s> {
    source: &'s str,
    text: String,
    map: Map,
    blocks: Vec<(Block, u32)>,
    open: Vec<Open>,
    /// How many elements of each kind are open.
    counts: [u32; KINDS],
    context: Context,
    furniture: u32,
    segment: Option<Segment>,
    due: Due,
    date: Option<String>,
    times: Vec<(u32, String)>,
}

impl<'s> Builder<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self { source, text: String::with_capacity(source.len() / 2), ..Self::default() }
    }

    /// Whether `<script/>` closes itself here.
    pub(super) fn is_foreign(&self) -> bool {
        self.context.is_foreign
    }

    pub(super) fn start(&mut self, element: Element, hints: &Hints, closes_itself: bool) {
        match element {
            Element::Meta => {
                if hints.is_publication && self.date.is_none() {
                    self.date = hints.date.as_deref().and_then(dates::iso_time);
                }
            }
            Element::Break => self.breaks(Due::Line),
            Element::Rule => self.breaks(Due::Paragraph),
            _ if element.is_void() || closes_itself => {}
            _ => self.push(element, hints),
        }
    }

    fn push(&mut self, element: Element, hints: &Hints) {
        self.end_implied(element);
        if self.is_break(element) {
            self.breaks(Due::Paragraph);
        } else if element == Element::Cell {
            self.due = self.due.max(if self.is_in_row() { Due::Cell } else { Due::Nothing });
        } else if element.is_block() {
            self.due = self.due.max(Due::Blank);
        }
        let outside = self.context;
        self.open.push(Open { element, outside });
        self.counts[element as usize] += 1;
        if element == Element::Time && self.times.len() < MOST_TIMES && !self.context.is_hidden {
            let date = hints.date.as_deref().and_then(dates::iso_time);
            self.times.extend(date.map(|date| (self.text.len() as u32, date)));
        }
        let context = &mut self.context;
        context.is_hidden |= element.is_hidden() || hints.is_hidden;
        context.is_foreign |= element == Element::Foreign;
        context.is_preformatted |= element == Element::Preformatted;
        context.is_link |= element == Element::Link;
        context.in_cell |= element == Element::Cell;
        if matches!(element, Element::Body | Element::Article) || context.hint == Some(SectionKind::Furniture)
        {
            return;
        }
        let by_class = hints.kind.filter(|&kind| says(element, kind));
        let hint = match (element.hint(), by_class) {
            (Some(SectionKind::Furniture), _) | (_, Some(SectionKind::Furniture)) => {
                Some(SectionKind::Furniture)
            }
            // A kicker or a date is often part of a heading.
            (_, Some(kind)) => Some(kind),
            (hint, None) => hint,
        };
        if let Some(hint) = hint {
            context.hint = Some(hint);
            if hint == SectionKind::Furniture {
                self.furniture += 1;
                context.furniture = self.furniture;
            }
        } else if element == Element::Table || element == Element::List || element == Element::Quote {
            context.hint = None;
        }
    }

    pub(super) fn end(&mut self, element: Element) {
        if element == Element::Break {
            return self.breaks(Due::Line);
        }
        if element.is_void() || self.counts[element as usize] == 0 {
            return;
        }
        let searched =
            if element.is_block() || element == Element::Cell { self.open.len() } else { SEARCHED };
        let found = self.open.iter().rev().take(searched).position(|open| open.element == element);
        let Some(found) = found else { return };
        // An inline end tag does not close the blocks inside which it stands.
        let depth = self.open.len() - 1 - found;
        if !element.is_block()
            && element != Element::Cell
            && self.open[depth..].iter().any(|open| open.element.is_block())
        {
            return;
        }
        self.close(depth);
    }

    /// Closes all elements from the index `depth` of the stack on.
    fn close(&mut self, depth: usize) {
        let mut is_break = false;
        let mut is_blank = false;
        while self.open.len() > depth {
            let Some(open) = self.open.pop() else { break };
            self.counts[open.element as usize] -= 1;
            self.context = open.outside;
            is_break |= self.is_break(open.element);
            is_blank |= open.element.is_block();
        }
        if is_break {
            self.breaks(Due::Paragraph);
        } else if is_blank {
            self.due = self.due.max(Due::Blank);
        }
    }

    /// Closes what ends where `next` begins.
    fn end_implied(&mut self, next: Element) {
        if !next.is_block() && next != Element::Cell {
            return;
        }
        loop {
            let inner = self.open.iter().rev().take(SEARCHED).position(|open| !is_phrasing(open.element));
            let Some(inner) = inner else { return };
            let depth = self.open.len() - 1 - inner;
            if !self.open[depth].element.ends_at(next) {
                return;
            }
            self.close(depth);
        }
    }

    /// Whether the element's bounds are paragraph breaks: inside the cell of a table only where much stands in it.
    fn is_break(&self, element: Element) -> bool {
        if !element.is_block() {
            return false;
        }
        let is_soft = self.context.in_cell && matches!(element, Element::Paragraph | Element::Block);
        !is_soft || self.segment.is_some_and(|segment| self.text.len() - segment.start as usize >= LONG_CELL)
    }

    fn is_in_row(&self) -> bool {
        self.segment.is_some_and(|segment| segment.context.hint == Some(SectionKind::TableRow))
    }

    fn breaks(&mut self, due: Due) {
        if self.context.is_hidden {
            return;
        }
        // Two line breaks make a paragraph.
        let due = if due == Due::Line && self.due == Due::Line { Due::Paragraph } else { due };
        self.due = self.due.max(due);
        self.finish_segment();
    }

    /// Text that stands at `source` as it is.
    pub(super) fn text(&mut self, text: &str, source: u32) {
        if self.context.is_hidden {
            return;
        }
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            if let Some(due) = self.blank(bytes[at]) {
                if due == Due::Line {
                    self.breaks(Due::Line);
                } else {
                    self.due = self.due.max(due);
                }
                // A blank that is kept can be the source's own.
                at += 1;
                continue;
            }
            let start = at;
            while at < bytes.len() && self.blank(bytes[at]).is_none() {
                let lone_space = bytes[at + 1..].first() == Some(&b' ')
                    && bytes.get(at + 2).is_some_and(|&next| self.blank(next).is_none());
                at += if lone_space { 2 } else { 1 };
            }
            // A space right before may be copied too.
            let with_space =
                start > 0 && bytes[start - 1] == b' ' && self.due == Due::Blank && self.goes_on();
            let start = if with_space {
                self.due = Due::Nothing;
                start - 1
            } else {
                start
            };
            self.append(&text[start..at], source + start as u32, None);
        }
    }

    /// Text that was decoded from other characters of the source, up to `end`.
    pub(super) fn decoded(&mut self, text: &str, start: u32, end: u32) {
        if self.context.is_hidden || text == "\0" {
            return;
        }
        if let [byte] = text.as_bytes() {
            match self.blank(*byte) {
                Some(Due::Line) => return self.breaks(Due::Line),
                Some(due) => {
                    self.due = self.due.max(due);
                    return;
                }
                None => {}
            }
        }
        self.append(text, start, Some(end));
    }

    /// What a byte that is shown as a blank asks for.
    fn blank(&self, byte: u8) -> Option<Due> {
        match byte {
            b'\n' | b'\r' if self.context.is_preformatted => Some(Due::Line),
            b'\t' if self.context.is_preformatted => None,
            b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' | 0 => {
                Some(if byte == 0 { Due::Nothing } else { Due::Blank })
            }
            _ => None,
        }
    }

    /// Whether the next text goes on with the block that is being written.
    fn goes_on(&self) -> bool {
        self.segment.is_some_and(|segment| !self.is_other(segment.context))
    }

    /// Whether text here is another block than text in `context`.
    fn is_other(&self, context: Context) -> bool {
        (context.hint, context.furniture) != (self.context.hint, self.context.furniture)
    }

    fn append(&mut self, text: &str, source: u32, decoded_up_to: Option<u32>) {
        if self.segment.is_some_and(|segment| self.is_other(segment.context)) {
            self.finish_segment();
            self.due = self.due.max(Due::Blank);
        }
        let at_start = self.text.is_empty();
        let due = std::mem::take(&mut self.due);
        let (separator, breaks) = match due {
            _ if at_start => ("", 0),
            Due::Nothing => ("", 0),
            Due::Blank => (" ", 0),
            Due::Cell => ("\t", 0),
            Due::Line => ("\n", 1),
            Due::Paragraph => ("\n\n", 2),
        };
        self.text.push_str(separator);
        let start = self.text.len() as u32;
        let (context, is_link) = (self.context, self.context.is_link);
        let segment = self.segment.get_or_insert(Segment { start, breaks, context, is_linked: true });
        segment.is_linked &= is_link;
        match decoded_up_to {
            None => self.map.copy(start, source, text.len() as u32),
            Some(end)
                if self
                    .source
                    .get(source as usize..end as usize)
                    .is_some_and(|written| !written.is_empty()) =>
            {
                self.map.replaced(text, start, Span::new(source, end));
            }
            Some(_) => {}
        }
        self.text.push_str(text);
    }

    fn finish_segment(&mut self) {
        let Some(segment) = self.segment.take() else { return };
        let text = Text::new(&self.text);
        let span = text.trim(Span::new(segment.start, self.text.len() as u32));
        if span.is_empty() {
            return;
        }
        let Context { hint, furniture, .. } = segment.context;
        self.blocks
            .push((Block { span, breaks: segment.breaks, hint, linked: segment.is_linked }, furniture));
    }

    pub(super) fn finish(mut self) -> Page {
        self.finish_segment();
        let trusted = self.trusted_furniture();
        let mut blocks: Vec<Block> = Vec::with_capacity(self.blocks.len());
        for (mut block, furniture) in self.blocks {
            if furniture > 0 && !trusted[furniture as usize] {
                block.hint = None;
            }
            match blocks.last_mut() {
                // A heading with a line break in it is one heading.
                Some(last) if block.breaks == 1 && last.hint == block.hint && is_heading(block.hint) => {
                    last.span = last.span.cover(block.span);
                }
                _ => blocks.push(block),
            }
        }
        Page { text: self.text, blocks, source_map: self.map.finish(), date: self.date, times: self.times }
    }

    /// For each furniture element whether it can be one: not where most of the page's prose stands in it, as in a
    /// form around the whole page.
    fn trusted_furniture(&self) -> Vec<bool> {
        let mut prose = vec![0_u64; self.furniture as usize + 1];
        for (block, furniture) in &self.blocks {
            if block.span.len() >= PROSE {
                prose[*furniture as usize] += u64::from(block.span.len());
            }
        }
        let all: u64 = prose.iter().sum();
        prose.iter().map(|&inside| inside * 2 <= all).collect()
    }
}

fn is_phrasing(element: Element) -> bool {
    !element.is_block() && element != Element::Cell
}

fn is_heading(hint: Option<SectionKind>) -> bool {
    matches!(hint, Some(SectionKind::Headline | SectionKind::Subheading))
}

/// Whether a class on such an element is to be taken at its word: inside a line only what is a part of its own
/// there, so that a date or a name in a sentence stays in it.
fn says(element: Element, kind: SectionKind) -> bool {
    match kind {
        SectionKind::Credit | SectionKind::Kicker | SectionKind::Furniture | SectionKind::Caption => true,
        _ => element.is_block(),
    }
}
