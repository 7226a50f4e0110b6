//! Pasted plain text to sections.

use std::borrow::Cow;

use super::{Article, Section, SectionKind};
use crate::text::{Span, Text};

pub(super) fn read(source: &str) -> Article<'_> {
    let text = Text::new(source);
    let mut sections = Vec::new();
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        let span = text.trim(Span::new(start, start + line.len() as u32));
        start += line.len() as u32;
        if !span.is_empty() {
            sections.push(Section { kind: SectionKind::Body, span });
        }
    }
    Article { text: Cow::Borrowed(source), sections, source_map: Vec::new(), header_date: None }
}
