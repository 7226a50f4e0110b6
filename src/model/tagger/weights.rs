//! What each feature says for each label.
//!
//! In: bytes of the section: the keys of the features; for each, which labels it has a weight for (a bit each);
//! then all weights that are not zero. Out: rows to be added up. Weights are whole numbers, `SCALE` to one, so
//! that every machine finds the same labels.

use super::labels::{LABELS, LANES};
use crate::model::keys::{take_column, Keys};
use crate::model::varint;

/// What the weight 1 is stored as.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) const SCALE: i16 = 24;
/// How many bits of a feature's hash are kept.
const KEY_BITS: u32 = 28;

/// Scores of the labels of a token.
pub(crate) type Scores = [i16; LANES];

/// The weights of all features. Most features have one or two that are not zero, so they are kept in a row.
#[derive(Clone)]
pub(super) struct Weights {
    keys: Keys,
    /// Of each feature: which labels it has a weight for, and where the first one is.
    rows: Vec<(u16, u32)>,
    values: Vec<i8>,
}

/// The key of a feature's hash.
pub(crate) const fn key(hash: u64) -> u32 {
    crate::hash::fold32(hash) >> (32 - KEY_BITS)
}

impl Weights {
    pub(super) fn take(bytes: &mut &[u8]) -> Option<Self> {
        let keys = Keys::take(bytes, KEY_BITS)?;
        let masks = take_column(bytes, keys.len())?;
        let mut rows = Vec::with_capacity(keys.len());
        let mut total = 0_u32;
        for mask in masks {
            if mask >> LABELS != 0 {
                return None;
            }
            rows.push((mask, total));
            total += mask.count_ones();
        }
        let weights = varint::take_slice(bytes, total as usize)?;
        let values = weights.iter().map(|weight| i8::from_le_bytes([*weight])).collect();
        Some(Self { keys, rows, values })
    }

    /// Adds what a feature says.
    pub(super) fn add(&self, key: u32, scores: &mut Scores) {
        let Some(row) = self.keys.find(key) else { return };
        let (mut mask, first) = self.rows[row];
        for weight in &self.values[first as usize..] {
            if mask == 0 {
                break;
            }
            let lane = mask.trailing_zeros() as usize % LANES;
            scores[lane] = scores[lane].saturating_add(i16::from(*weight));
            mask &= mask - 1;
        }
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }
}

/// Appends weights by ascending keys.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn put(bytes: &mut Vec<u8>, rows: &[(u32, [i8; LANES])]) {
    crate::model::keys::put(bytes, rows.iter().map(|(key, _)| *key));
    let mask = |row: &[i8; LANES]| (0..LABELS).map(|lane| u16::from(row[lane] != 0) << lane).sum();
    crate::model::keys::put_column(bytes, &rows.iter().map(|(_, row)| mask(row)).collect::<Vec<u16>>());
    let weights = rows.iter().flat_map(|(_, row)| &row[..LABELS]).filter(|weight| **weight != 0);
    bytes.extend(weights.map(|weight| weight.to_le_bytes()[0]));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_added_up() {
        let mut first = [0; LANES];
        first[0] = 5;
        first[14] = -7;
        let mut second = [0; LANES];
        second[14] = -128;
        let mut bytes = Vec::new();
        put(&mut bytes, &[(3, first), (1 << 27, second)]);
        let weights = Weights::take(&mut bytes.as_slice()).unwrap();
        let mut scores = [0; LANES];
        for key in [3, 4, 1 << 27] {
            weights.add(key, &mut scores);
        }
        assert_eq!((scores[0], scores[1], scores[14]), (5, 0, -135));
        assert!((0..bytes.len()).all(|length| Weights::take(&mut &bytes[..length]).is_none()));
    }
}
