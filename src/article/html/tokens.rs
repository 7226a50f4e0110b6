//! HTML tokens, as the WHATWG tokenizer gives them, to the [`Builder`].
//!
//! In: the source. Out: a [`Page`]. This is the tokenizer's emitter: it follows where in the source each piece of
//! text stands, keeps the few attributes that are read, and tells the tokenizer where scripts and the like begin.

use std::convert::Infallible;

use html5gum::{naive_next_state, Emitter, Error, State, Tokenizer};

use super::builder::{Builder, Page};
use super::elements::Element;
use super::hints::{self, Hints};
use super::reader::SourceReader;

/// The longest name and value of an attribute that is kept.
const MAX_VALUE: usize = 2048;
const MAX_NAME: usize = 64;

/// Reads `source` as HTML.
pub(super) fn read(source: &str) -> Page {
    let mut page = None;
    let tokens = Tokens {
        source,
        builder: Builder::new(source),
        page: &mut page,
        position: 0,
        cursor: 0,
        pending: None,
        name: Vec::new(),
        is_end: false,
        is_self_closing: false,
        last_start: Vec::new(),
        attribute: Vec::new(),
        value: Vec::new(),
        hints: Hints::default(),
    };
    let Ok(()) = Tokenizer::new_with_emitter(SourceReader::new(source), tokens).finish();
    page.unwrap_or_default()
}

struct Tokens<'s, 'p> {
    source: &'s str,
    builder: Builder<'s>,
    /// Where the result is put at the end: the tokenizer does not give its emitter back.
    page: &'p mut Option<Page>,
    /// Where the tokenizer is in the source; it may have looked one byte ahead.
    position: usize,
    /// Up to where the source has been read by text and tags.
    cursor: usize,
    /// Where text begins that is a plain copy of the source up to the cursor.
    pending: Option<usize>,
    name: Vec<u8>,
    is_end: bool,
    is_self_closing: bool,
    last_start: Vec<u8>,
    attribute: Vec<u8>,
    value: Vec<u8>,
    hints: Hints,
}

// What the tokenizer's many states call is not inlined: the code would be a third larger.
impl Tokens<'_, '_> {
    /// Hands the plain text read so far on.
    #[inline(never)]
    fn flush(&mut self) {
        let Some(start) = self.pending.take() else { return };
        if let Some(text) = self.source.get(start..self.cursor) {
            self.builder.text(text, start as u32);
        }
    }

    /// Takes the attribute that has just been read.
    #[inline(never)]
    fn flush_attribute(&mut self) {
        if !self.attribute.is_empty() && !self.is_end && hints::is_read(&self.attribute) {
            self.hints.add(&self.attribute, &self.value);
        }
        self.attribute.clear();
        self.value.clear();
    }

    /// A tag, comment or doctype ends here.
    fn markup_ends(&mut self) {
        self.cursor = self.position.min(self.source.len());
    }
}

impl Emitter for Tokens<'_, '_> {
    type Token = Infallible;

    fn set_last_start_tag(&mut self, _: Option<&[u8]>) {}

    fn emit_eof(&mut self) {
        self.flush();
        *self.page = Some(std::mem::take(&mut self.builder).finish());
    }

    fn emit_error(&mut self, _: Error) {}

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    #[inline(never)]
    fn emit_string(&mut self, piece: &[u8]) {
        let bytes = self.source.as_bytes();
        let ahead = self.position.saturating_sub(self.cursor);
        // A decoded `&amp;` begins like its source; the tokenizer is further then.
        let is_reference = piece == b"&" && ahead > 1;
        if !is_reference && bytes.get(self.cursor..).is_some_and(|rest| rest.starts_with(piece)) {
            self.pending.get_or_insert(self.cursor);
            self.cursor += piece.len();
            return;
        }
        self.flush();
        let end = self.position.min(bytes.len());
        if let Ok(read) = std::str::from_utf8(piece) {
            self.builder.decoded(read, self.cursor as u32, end.max(self.cursor) as u32);
        }
        self.cursor = end.max(self.cursor);
    }

    fn start_open_tag(&mut self) {}

    #[inline(never)]
    fn init_start_tag(&mut self) {
        self.flush();
        self.name.clear();
        self.is_end = false;
        self.is_self_closing = false;
        self.hints = Hints::default();
    }

    fn init_end_tag(&mut self) {
        self.name.clear();
        self.is_end = true;
        self.is_self_closing = false;
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.flush();
        self.flush_attribute();
        self.markup_ends();
        let element = Element::of(&self.name);
        if self.is_end {
            self.last_start.clear();
            self.builder.end(element);
            return None;
        }
        self.last_start.clone_from(&self.name);
        let closes_itself = self.is_self_closing && self.builder.is_foreign();
        self.builder.start(element, &self.hints, closes_itself);
        if closes_itself {
            None
        } else {
            naive_next_state(&self.name)
        }
    }

    fn init_comment(&mut self) {
        self.flush();
    }

    fn emit_current_comment(&mut self) {
        self.markup_ends();
    }

    fn init_doctype(&mut self) {
        self.flush();
    }

    fn emit_current_doctype(&mut self) {
        self.markup_ends();
    }

    fn set_self_closing(&mut self) {
        self.is_self_closing = true;
    }

    fn set_force_quirks(&mut self) {}

    #[inline(never)]
    fn push_tag_name(&mut self, name: &[u8]) {
        if self.name.len() + name.len() <= MAX_NAME {
            self.name.extend_from_slice(name);
        }
    }

    fn push_comment(&mut self, _: &[u8]) {}

    fn push_doctype_name(&mut self, _: &[u8]) {}

    fn init_attribute(&mut self) {
        self.flush_attribute();
    }

    #[inline(never)]
    fn push_attribute_name(&mut self, name: &[u8]) {
        if self.attribute.len() + name.len() <= MAX_NAME {
            self.attribute.extend_from_slice(name);
        }
    }

    #[inline(never)]
    fn push_attribute_value(&mut self, value: &[u8]) {
        if self.value.len() + value.len() <= MAX_VALUE && hints::is_read(&self.attribute) {
            self.value.extend_from_slice(value);
        }
    }

    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.is_end && !self.last_start.is_empty() && self.last_start == self.name
    }

    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }
}
