//! The trained tagger: a linear chain over labels of tokens.
//!
//! In: a pack's section (transitions, calibration, weights) and the features of tokens as keys. Out: labels with
//! margins. Which features a token has is left to `layers/mentions/features.rs`, how weights are learned to
//! `train`.

mod calibration;
mod decode;
mod labels;
mod weights;

use std::sync::Arc;

pub(crate) use calibration::Calibration;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use calibration::{group, GROUPS, STEPS};
pub(crate) use decode::Decoder;
use decode::Transitions;
pub(crate) use labels::{Label, Meaning, LABELS, LANES};
use weights::Weights;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use weights::SCALE;
pub(crate) use weights::{key, Scores};

use super::pack::Bytes;
use super::varint;
use crate::error::Error;

/// A tagger that is ready to tag. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Tagger {
    parts: Arc<(Transitions, Calibration, Weights)>,
}

impl Tagger {
    pub(super) fn read(section: &Bytes) -> Result<Self, Error> {
        Self::parse(section.as_ref()).ok_or_else(|| Error::pack("its tagger cannot be read"))
    }

    fn parse(mut bytes: &[u8]) -> Option<Self> {
        let mut learned = [[0_i16; LABELS]; LABELS + 1];
        for weight in learned.iter_mut().flatten() {
            let pair = varint::take_slice(&mut bytes, 2)?;
            *weight = i16::from_le_bytes([pair[0], pair[1]]);
        }
        let calibration = Calibration::take(&mut bytes)?;
        let weights = Weights::take(&mut bytes)?;
        let transitions = Transitions::new(|from, to| learned[from][to]);
        bytes.is_empty().then(|| Self { parts: Arc::new((transitions, calibration, weights)) })
    }

    /// Adds what a feature says of the labels of a token.
    pub(crate) fn add(&self, key: u32, scores: &mut Scores) {
        self.parts.2.add(key, scores);
    }

    /// Finds the labels of a sentence.
    pub(crate) fn decode(&self, scores: &[Scores], decoder: &mut Decoder) {
        decoder.decode(scores, &self.parts.0);
    }

    /// How often mentions with such margins are right.
    pub(crate) fn calibration(&self) -> &Calibration {
        &self.parts.1
    }
}

/// Writes the section that [`Tagger::read`] reads: transitions by label and the start, rows by ascending keys.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn write(
    transitions: &[[i16; LABELS]; LABELS + 1],
    calibration: &Calibration,
    rows: &[(u32, [i8; LANES])],
) -> Vec<u8> {
    let mut bytes: Vec<u8> = transitions.iter().flatten().flat_map(|weight| weight.to_le_bytes()).collect();
    calibration.put(&mut bytes);
    weights::put(&mut bytes, rows);
    bytes
}

impl std::fmt::Debug for Tagger {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} features", self.parts.2.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_what_is_cut_is_refused() {
        let mut row = [0; LANES];
        row[3] = 9;
        let calibration = Calibration([[700; STEPS]; GROUPS]);
        let bytes = write(&[[1; LABELS]; LABELS + 1], &calibration, &[(5, row)]);
        let tagger = Tagger::parse(&bytes).unwrap();
        let mut scores = [0; LANES];
        tagger.add(5, &mut scores);
        assert_eq!(scores[3], 9);
        assert_eq!(tagger.calibration(), &calibration);
        assert!((0..bytes.len()).all(|length| Tagger::parse(&bytes[..length]).is_none()));
    }
}
