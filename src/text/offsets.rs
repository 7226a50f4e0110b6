//! Byte offsets in the caller's encoding.
//!
//! In: a text and byte offsets on its character boundaries, best in rising order. Out: the same places
//! counted in UTF-16 units, UTF-8 bytes or code points. Used by `report.rs` alone.

use serde::Serialize;

/// What one unit of an offset is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
pub enum PositionEncoding {
    /// UTF-16 code units: what `String.prototype.slice` of JavaScript counts.
    #[default]
    #[serde(rename = "utf-16")]
    Utf16,
    /// UTF-8 bytes: what Rust and Go count.
    #[serde(rename = "utf-8")]
    Utf8,
    /// Unicode code points: what Python counts.
    #[serde(rename = "utf-32")]
    Utf32,
}

/// Converts byte offsets of one text; each call goes on from the last, so offsets in rising order cost
/// one pass over the text, and a step back costs at most one stride.
///
/// ```
/// use kernsatz::{Offsets, PositionEncoding};
/// let mut utf16 = Offsets::new("😀 Grüße", PositionEncoding::Utf16);
/// assert_eq!(utf16.convert(5), 3); // "G": the emoji is two units, the space one
/// assert_eq!(utf16.convert(12), 8);
/// assert_eq!(utf16.convert(0), 0);
/// ```
#[derive(Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    encoding: PositionEncoding,
    /// The place of the last answer.
    here: Place,
    /// `here` each time a stride was passed, so that going back is cheap; empty while bytes are units.
    passed: Vec<Place>,
    bytes_are_units: bool,
}

#[derive(Clone, Copy, Debug, Default)]
struct Place {
    byte: usize,
    unit: u32,
}

const STRIDE: usize = 1024;

impl<'t> Offsets<'t> {
    /// Starts at the beginning of `text`.
    pub fn new(text: &'t str, encoding: PositionEncoding) -> Self {
        let bytes_are_units = encoding == PositionEncoding::Utf8 || text.is_ascii();
        let passed = vec![Place::default()];
        Self { text, encoding, here: Place::default(), passed, bytes_are_units }
    }

    /// The byte offset `byte` in the caller's units.
    ///
    /// # Panics
    /// If `byte` lies behind the end of the text or inside a character.
    #[track_caller]
    pub fn convert(&mut self, byte: u32) -> u32 {
        let target = byte as usize;
        assert!(self.text.is_char_boundary(target), "offset {byte} is not on a character boundary");
        if self.bytes_are_units {
            return byte;
        }
        if target < self.here.byte {
            let after = self.passed.partition_point(|place| place.byte <= target);
            self.here = self.passed[after - 1];
        }
        while self.here.byte < target {
            let stop = self.next_stop(target);
            self.here.unit += self.units(self.here.byte, stop);
            self.here.byte = stop;
            let last = self.passed[self.passed.len() - 1].byte;
            if stop >= last + STRIDE {
                self.passed.push(self.here);
            }
        }
        self.here.unit
    }

    /// `target`, or the first character boundary at least one stride ahead if that comes first.
    fn next_stop(&self, target: usize) -> usize {
        let mut stop = (self.here.byte + STRIDE).min(target);
        while !self.text.is_char_boundary(stop) {
            stop += 1;
        }
        stop
    }

    fn units(&self, start: usize, end: usize) -> u32 {
        let bytes = &self.text.as_bytes()[start..end];
        // Continuation bytes (10xxxxxx) start no character; a lead byte of 0xF0 and above starts one
        // that UTF-16 writes as two units.
        let characters = bytes.iter().filter(|&&b| b & 0xC0 != 0x80).count();
        let pairs = match self.encoding {
            PositionEncoding::Utf16 => bytes.iter().filter(|&&b| b >= 0xF0).count(),
            PositionEncoding::Utf8 | PositionEncoding::Utf32 => 0,
        };
        (characters + pairs) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Pieces that texts of the real world mix.
    fn piece() -> impl Strategy<Value = String> {
        prop_oneof![
            "[a-zA-Z0-9 .,]{0,12}",
            "[äöüßÄÖÜéèñ]{1,4}",
            Just("e\u{301}o\u{308}".to_owned()),
            Just("👩‍👩‍👧‍👦".to_owned()),
            Just("🇩🇪👍🏽".to_owned()),
            Just("שלום عليكم".to_owned()),
            Just("\r\n".to_owned()),
            Just("\u{feff}".to_owned()),
            Just("\u{200b}\u{200d}\u{ad}".to_owned()),
            Just("\u{fffd}".to_owned()),
            Just("日本語".to_owned()),
            "[\u{0}-\u{1f}]{0,2}",
            "\\PC{0,6}",
        ]
    }

    fn mixed_text() -> impl Strategy<Value = String> {
        proptest::collection::vec(piece(), 0..400).prop_map(|pieces| pieces.concat())
    }

    /// The definition, without any shortcut.
    fn slowly(text: &str, byte: usize, encoding: PositionEncoding) -> u32 {
        let before = &text[..byte];
        match encoding {
            PositionEncoding::Utf16 => before.encode_utf16().count() as u32,
            PositionEncoding::Utf8 => byte as u32,
            PositionEncoding::Utf32 => before.chars().count() as u32,
        }
    }

    proptest! {
        #[test]
        fn agrees_with_the_definition_in_any_order(text in mixed_text(), picks in proptest::collection::vec(any::<prop::sample::Index>(), 1..40)) {
            let boundaries: Vec<usize> = (0..=text.len()).filter(|&b| text.is_char_boundary(b)).collect();
            for encoding in [PositionEncoding::Utf16, PositionEncoding::Utf8, PositionEncoding::Utf32] {
                let mut offsets = Offsets::new(&text, encoding);
                for pick in &picks {
                    let byte = boundaries[pick.index(boundaries.len())];
                    prop_assert_eq!(offsets.convert(byte as u32), slowly(&text, byte, encoding));
                }
            }
        }

        #[test]
        fn slices_are_the_same_words_in_all_encodings(text in mixed_text(), from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>()) {
            let boundaries: Vec<usize> = (0..=text.len()).filter(|&b| text.is_char_boundary(b)).collect();
            let (a, b) = (boundaries[from.index(boundaries.len())], boundaries[to.index(boundaries.len())]);
            let (start, end) = (a.min(b), a.max(b));
            let expected = &text[start..end];
            let convert = |encoding| {
                let mut offsets = Offsets::new(&text, encoding);
                (offsets.convert(start as u32) as usize, offsets.convert(end as u32) as usize)
            };
            let (s, e) = convert(PositionEncoding::Utf16);
            let units: Vec<u16> = text.encode_utf16().collect();
            prop_assert_eq!(String::from_utf16(&units[s..e]).unwrap(), expected);
            let (s, e) = convert(PositionEncoding::Utf32);
            prop_assert_eq!(text.chars().skip(s).take(e - s).collect::<String>(), expected);
            let (s, e) = convert(PositionEncoding::Utf8);
            prop_assert_eq!(&text[s..e], expected);
        }
    }
}
