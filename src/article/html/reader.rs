//! The source as the tokenizer reads it, with little code.
//!
//! In: the source. Out: a [`Reader`] like html5gum's own. That one is inlined into each of the tokenizer's eighty states,
//! two KB every time; this one is called.

use std::convert::Infallible;

use html5gum::{Readable, Reader, StringReader};

pub(super) struct SourceReader<'s>(StringReader<'s>);

impl<'s> SourceReader<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self(source.to_reader())
    }
}

impl Reader for SourceReader<'_> {
    type Error = Infallible;

    #[inline(never)]
    fn read_byte(&mut self) -> Result<Option<u8>, Infallible> {
        self.0.read_byte()
    }

    #[inline(never)] // The point of this file.
    fn read_until<'b>(
        &'b mut self,
        needle: &[u8],
        buffer: &'b mut [u8; 4],
    ) -> Result<Option<&'b [u8]>, Infallible> {
        self.0.read_until(needle, buffer)
    }

    #[inline(never)]
    fn try_read_string(&mut self, text: &[u8], case_sensitive: bool) -> Result<bool, Infallible> {
        self.0.try_read_string(text, case_sensitive)
    }
}
