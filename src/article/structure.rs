//! Blocks to sections.
//!
//! In: blocks in order, from plain text or markup. Out: [`Section`]s and the date of the header. First each
//! block is read alone (credits, dates, furniture), then runs of blocks (lists, tables, teasers), then the
//! head of the article (kicker, headline, lead), then what stands inside the body. What nothing speaks for is
//! body.

use super::blocks::{Block, End, Shape};
use super::dateline::{self, Evidence};
use super::line::{head, tail_start, Scratch, MAX_LINE};
use super::senses::Senses;
use super::words;
use super::{byline, credit, dates, furniture, head as top, rows, Section, SectionKind};
use crate::text::{Span, Text};

/// A block or a part of one, with what is known of it so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) span: Span,
    /// See [`Block::breaks`].
    pub(super) breaks: u8,
    /// What it is; nothing while that is open.
    pub(super) kind: Option<SectionKind>,
    pub(super) shape: Shape,
    /// Whether titles of other articles follow.
    opens_teasers: bool,
}

impl Part {
    pub(super) fn is_open(&self) -> bool {
        self.kind.is_none()
    }

    pub(super) fn is_paragraph(&self) -> bool {
        self.is_open() && self.shape.is_paragraph()
    }

    pub(super) fn is_title(&self, most_words: u8) -> bool {
        self.is_open() && self.shape.is_title(most_words) && self.span.len() <= 200
    }
}

/// What the blocks are.
pub(super) fn read(text: Text<'_>, blocks: &[Block]) -> (Vec<Section>, Option<String>) {
    let mut reader =
        Reader { text, scratch: Scratch::default(), parts: Vec::with_capacity(blocks.len()), date: None };
    let kinds = rows::find(text, blocks, &mut reader.scratch);
    for (block, kind) in blocks.iter().zip(kinds) {
        reader.block(*block, kind);
    }
    reader.teasers();
    reader.captions();
    top::read(&mut reader.parts, text, &mut reader.scratch);
    reader.subheadings();
    let sections = reader.sections();
    (sections, reader.date)
}

struct Reader<'t> {
    text: Text<'t>,
    scratch: Scratch,
    parts: Vec<Part>,
    date: Option<String>,
}

impl Reader<'_> {
    /// Reads one block alone.
    fn block(&mut self, block: Block, row: Option<SectionKind>) {
        let mut span = block.span;
        let mut breaks = block.breaks;
        if let Some(hint) = block.hint.filter(|&hint| believes(hint, self.text.slice(span))) {
            return self.hinted(block, hint);
        }
        let source = self.text.slice(span);
        if source.len() > MAX_LINE {
            let start = tail_start(source, credit::MAX_CREDIT + 20);
            let tail = Some(&source[start..]).filter(|tail| credit::may_hold_one(tail));
            let found = tail.and_then(|tail| credit::find(self.scratch.line(tail))).filter(|&at| at > 0);
            if let Some(at) = found {
                let at = span.start() + (start + at) as u32;
                self.push(Span::new(span.start(), at), breaks, Some(SectionKind::Body));
                return self.push(Span::new(at, span.end()), 0, Some(SectionKind::Credit));
            }
            return self.push(span, breaks, row);
        }
        if let Some((length, date)) = dates::header(self.scratch.line(source)) {
            let end = span.start() + length as u32;
            self.push(Span::new(span.start(), end), breaks, Some(SectionKind::Header));
            self.date.get_or_insert(date);
            span = self.text.trim(Span::new(end, span.end()));
            breaks = 0;
            if span.is_empty() {
                return;
            }
        }
        self.short(span, breaks, row, block.linked);
    }

    /// Takes the markup's word for a block, unless the block says of itself that it is furniture.
    fn hinted(&mut self, block: Block, hint: SectionKind) {
        let Block { span, breaks, .. } = block;
        let source = self.text.slice(span);
        if hint == SectionKind::Caption {
            return self.caption(span, breaks);
        }
        if source.len() <= MAX_LINE
            && !matches!(hint, SectionKind::Headline | SectionKind::Byline | SectionKind::Date)
        {
            let line = self.scratch.line(source);
            if furniture::is(line, Shape::of(source)) {
                let opens_teasers = furniture::opens_teasers(line);
                return self.furniture(span, breaks, opens_teasers);
            }
        }
        if hint == SectionKind::Date && self.date.is_none() {
            self.date = self.published(span);
        }
        self.push(span, breaks, Some(hint));
    }

    fn furniture(&mut self, span: Span, breaks: u8, opens_teasers: bool) {
        self.push(span, breaks, Some(SectionKind::Furniture));
        if let Some(last) = self.parts.last_mut() {
            last.opens_teasers = opens_teasers;
        }
    }

    /// Reads a block that is short enough to be looked at as a whole.
    fn short(&mut self, span: Span, breaks: u8, row: Option<SectionKind>, linked: bool) {
        let source = self.text.slice(span);
        let shape = Shape::of(source);
        let line = self.scratch.line(source);
        if furniture::is(line, shape) {
            let opens_teasers = furniture::opens_teasers(line);
            return self.furniture(span, breaks, opens_teasers);
        }
        let meta = byline::find(line);
        if row.is_some() && !meta.iter().any(|part| part.is_sure && part.kind == SectionKind::Date) {
            return self.push(span, breaks, row);
        }
        let has_body = self.parts.iter().rev().take(40).any(Part::is_paragraph);
        if !meta.is_empty() && meta.iter().any(|part| part.is_sure || !has_body) {
            let mut breaks = breaks;
            for part in meta {
                if part.kind == SectionKind::Date && !has_body && self.date.is_none() {
                    self.date = part.date;
                }
                let start = span.start() + part.bytes.start as u32;
                let end = span.start() + part.bytes.end as u32;
                self.push_up_to(Span::new(start, end), span.start(), breaks, part.kind);
                breaks = 0;
            }
            let end = self.parts.last().map_or(span.end(), |part| part.span.end());
            return self.push(Span::new(end, span.end()), 0, None);
        }
        match credit::find(line) {
            Some(0) => self.push(span, breaks, Some(SectionKind::Credit)),
            Some(at) => {
                let at = span.start() + at as u32;
                let before = Span::new(span.start(), at);
                let kind = if credit::is_caption(self.text.slice(before)) {
                    SectionKind::Caption
                } else {
                    SectionKind::Body
                };
                self.push(before, breaks, Some(kind));
                self.push(Span::new(at, span.end()), 0, Some(SectionKind::Credit));
            }
            None => {
                let opens = line.len() > 0
                    && line.senses(0).any(Senses::CAPTION)
                    && words::opener(|w| w.caption_openers, &line.folded[line.span(0).start..]).is_some();
                let kind = (opens && !linked && shape.words <= 60).then_some(SectionKind::Caption);
                self.push(span, breaks, kind);
            }
        }
    }

    /// A caption as the markup says, with the credit in it.
    fn caption(&mut self, span: Span, breaks: u8) {
        let source = self.text.slice(span);
        let start = tail_start(source, MAX_LINE);
        match credit::find(self.scratch.line(&source[start..])) {
            Some(at) if start + at == 0 => self.push(span, breaks, Some(SectionKind::Credit)),
            Some(at) => {
                let at = span.start() + (start + at) as u32;
                self.push(Span::new(span.start(), at), breaks, Some(SectionKind::Caption));
                self.push(Span::new(at, span.end()), 0, Some(SectionKind::Credit));
            }
            None => self.push(span, breaks, Some(SectionKind::Caption)),
        }
    }

    fn published(&mut self, span: Span) -> Option<String> {
        let line = self.scratch.line(head(self.text.slice(span), 200));
        (0..line.len()).find_map(|start| dates::published(line, start)?.date)
    }

    /// As [`Reader::push`], with the marks between this part and the last one, which end at `span.start()`,
    /// given to the last one so that none is lost.
    fn push_up_to(&mut self, span: Span, block_start: u32, breaks: u8, kind: SectionKind) {
        let last_end = self.parts.last().map_or(0, |part| part.span.end()).max(block_start);
        if breaks == 0 && last_end > block_start && last_end < span.start() {
            let between = self.text.trim(Span::new(last_end, span.start()));
            if let (false, Some(last)) = (between.is_empty(), self.parts.last_mut()) {
                last.span = last.span.cover(between);
            }
        }
        self.push(span, breaks, Some(kind));
    }

    fn push(&mut self, span: Span, breaks: u8, kind: Option<SectionKind>) {
        let span = self.text.trim(span);
        if !span.is_empty() {
            let shape = Shape::of(self.text.slice(span));
            self.parts.push(Part { span, breaks, kind, shape, opens_teasers: false });
        }
    }

    /// Titles below `Mehr zum Thema` are of other articles.
    fn teasers(&mut self) {
        let mut at = 0;
        while at < self.parts.len() {
            if !self.parts[at].opens_teasers {
                at += 1;
                continue;
            }
            let first = at + 1;
            let is_teaser = |part: &Part| {
                (part.is_open() && matches!(part.shape.end, End::Open | End::Mark) && part.shape.words <= 22)
                    || part.kind == Some(SectionKind::ListItem)
            };
            let apart = self.parts.get(first).map_or(0, |part| part.breaks);
            let mut end = first;
            while self
                .parts
                .get(end)
                .is_some_and(|part| is_teaser(part) && (end == first || part.breaks <= apart))
            {
                end += 1;
            }
            // Of several titles the last short one is the heading of the paragraph below it.
            let heads = self.parts.get(end).is_some_and(Part::is_paragraph);
            if heads && end - first >= 2 && self.parts[end - 1].is_title(6) {
                end -= 1;
            }
            for part in &mut self.parts[first..end] {
                part.kind = Some(SectionKind::Furniture);
            }
            at = end.max(first);
        }
    }

    /// A short line right above a credit is the caption that the credit belongs to.
    fn captions(&mut self) {
        let last_paragraph = self.parts.iter().rposition(Part::is_paragraph).unwrap_or(0);
        let mut seen_title = false;
        for at in 0..self.parts.len() {
            let part = self.parts[at];
            let credited = self
                .parts
                .get(at + 1)
                .is_some_and(|next| next.kind == Some(SectionKind::Credit) && next.breaks > 0);
            if credited && part.is_open() && part.shape.words <= 40 {
                let next = self.parts[at + 1];
                // Tied to the credit closer than to what stands before it.
                let is_tied = part.breaks > next.breaks && at > 0;
                let in_head = seen_title
                    && part.shape.words <= 30
                    && last_paragraph > at
                    && !self.parts[..at].iter().rev().take(8).any(Part::is_paragraph);
                if is_tied || in_head {
                    self.parts[at].kind = Some(SectionKind::Caption);
                    continue;
                }
            }
            seen_title |= part.is_title(25) || part.kind == Some(SectionKind::Headline);
        }
    }

    /// Short lines between paragraphs.
    fn subheadings(&mut self) {
        let is_interview = self.is_interview();
        let mut prose_before = false;
        for at in 0..self.parts.len() {
            let part = self.parts[at];
            let is_ticker =
                part.is_open() && part.span.len() <= 200 && self.text.slice(part.span).starts_with("+++");
            let is_short = part.is_title(12) && part.span.len() <= 110;
            if ((prose_before && part.breaks > 0 && is_short) || is_ticker) && self.heads(at) {
                let is_question = part.shape.end == End::Mark;
                if is_ticker || !(is_question && is_interview) {
                    self.parts[at].kind = Some(SectionKind::Subheading);
                    continue;
                }
            }
            prose_before |= part.is_paragraph() || part.kind.is_some_and(SectionKind::is_prose);
        }
    }

    /// Whether a paragraph, a list or a table follows, pictures and buttons left out.
    fn heads(&self, at: usize) -> bool {
        let skipped = |part: &&Part| {
            !matches!(
                part.kind,
                Some(
                    SectionKind::Furniture | SectionKind::Caption | SectionKind::Credit | SectionKind::Byline
                )
            )
        };
        self.parts[at + 1..].iter().take(8).find(skipped).is_some_and(|next| {
            next.breaks > 0
                && (next.is_paragraph()
                    || matches!(next.kind, Some(SectionKind::ListItem | SectionKind::TableRow)))
        })
    }

    /// Whether questions are put to somebody.
    fn is_interview(&mut self) -> bool {
        let mut questions = 0;
        let mut addressed = false;
        for part in &self.parts {
            let source = self.text.slice(part.span);
            if part.is_open() && part.shape.end == End::Mark && source.len() <= MAX_LINE {
                questions += 1;
                let line = self.scratch.line(source);
                addressed |=
                    (1..line.len()).any(|index| words::holds(|w| w.interview_words, line.word(index)));
            }
        }
        questions >= 2 && addressed
    }

    /// Splits datelines off and turns what is still open into body.
    fn sections(&mut self) -> Vec<Section> {
        let mut sections = Vec::with_capacity(self.parts.len() + 4);
        let mut is_first = true;
        let mut had_one = false;
        for part in &self.parts {
            let kind = part.kind.unwrap_or(SectionKind::Body);
            let mut span = part.span;
            if matches!(kind, SectionKind::Body | SectionKind::Lead) && part.breaks > 0
                || is_first && kind.is_prose()
            {
                let source = self.text.slice(span);
                let start = Some(head(source, dateline::HEAD)).filter(|start| dateline::may_open(start));
                let found = start
                    .and_then(|start| dateline::find(self.scratch.line(start), source.len() - start.len()));
                let needed = match (is_first, had_one) {
                    (true, _) => Evidence::Form,
                    (false, true) => Evidence::Place,
                    (false, false) => Evidence::Sure,
                };
                if let Some(found) = found.filter(|found| found.evidence >= needed) {
                    let end = span.start() + found.length as u32;
                    sections.push(Section {
                        kind: SectionKind::Dateline,
                        span: self.text.trim(Span::new(span.start(), end)),
                    });
                    span = self.text.trim(Span::new(end, span.end()));
                    had_one = true;
                }
                is_first &= !part.shape.is_paragraph() || kind == SectionKind::Lead;
            }
            if !span.is_empty() {
                sections.push(Section { kind, span });
            }
        }
        sections
    }
}

/// Whether a hint of the markup fits what the block looks like; wrappers carry such names too.
fn believes(hint: SectionKind, text: &str) -> bool {
    let most = match hint {
        SectionKind::Byline | SectionKind::Credit => 240,
        SectionKind::Date | SectionKind::Kicker => 120,
        SectionKind::Headline | SectionKind::Subheading => 300,
        SectionKind::Caption | SectionKind::TableRow => 800,
        SectionKind::Lead => 1200,
        _ => usize::MAX,
    };
    // Tables are used for the layout of whole pages too.
    let is_layout = hint == SectionKind::TableRow && !text.contains('\t') && Shape::of(text).is_paragraph();
    text.len() <= most && !is_layout
}
