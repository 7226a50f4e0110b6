//! Pasted plain text to sections.
//!
//! In: any text. Out: an [`Article`] that borrows it: every character that is not blank is in a section.

use std::borrow::Cow;

use super::{blocks, structure, wrap, Article};
use crate::text::Text;

pub(super) fn read(source: &str) -> Article<'_> {
    let text = Text::new(source);
    let blocks = wrap::join(text, blocks::lines(text));
    let (sections, header_date) = structure::read(text, &blocks);
    Article { text: Cow::Borrowed(source), sections, source_map: Vec::new(), header_date }
}
