//! Sets of hash keys, and columns of numbers that go with them.
//!
//! In: a section's bytes: the number of keys, then each key's distance from the one before; columns follow as
//! low bytes, then high bytes. Out: the row of a key. What is hashed, and what a row means, is left to the
//! sections. Hashes instead of words: a third of the size; how many unknown words are
//! mistaken for known ones depends on the bits that each section keeps.
//!
//! Invariant: keys ascend strictly; every row is smaller than their number.

use super::varint;

/// Keys in ascending order, with an index by their upper bits.
#[derive(Clone)]
pub(super) struct Keys {
    sorted: Vec<u32>,
    /// Where the keys of each bucket begin; one more at the end.
    buckets: Vec<u32>,
    shift: u32,
    /// A bit for each key's upper bits: most keys that are looked for are not there, and end here.
    present: Vec<u64>,
    present_shift: u32,
}

impl Keys {
    /// Reads keys of `bits` bits from the front of `bytes`; `None` if they are not in order or too large.
    // Called for several sections: one copy is enough.
    #[inline(never)]
    pub(super) fn take(bytes: &mut &[u8], bits: u32) -> Option<Self> {
        let count = varint::take(bytes)? as usize;
        // A key takes a byte at least.
        if count > bytes.len() {
            return None;
        }
        let mut keys = Vec::with_capacity(count);
        let mut next = 0_u32;
        for index in 0..count {
            let distance = varint::take(bytes)?;
            let key = if index == 0 { distance } else { next.checked_add(distance)? };
            if u64::from(key) >> bits != 0 {
                return None;
            }
            keys.push(key);
            next = key.checked_add(1).or((index + 1 == count).then_some(0))?;
        }
        Some(Self::index(keys, bits))
    }

    fn index(keys: Vec<u32>, bits: u32) -> Self {
        let bucket_bits = usize::BITS - keys.len().leading_zeros();
        let bucket_bits = bucket_bits.min(bits);
        let shift = bits - bucket_bits;
        let mut buckets = vec![0_u32; (1 << bucket_bits) + 1];
        let present_bits = (bucket_bits + 3).clamp(6, bits.max(6));
        let present_shift = bits.saturating_sub(present_bits);
        let mut present = vec![0_u64; 1 << (present_bits - 6)];
        for key in &keys {
            buckets[bucket(*key, shift) + 1] += 1;
            let bit = bucket(*key, present_shift);
            present[bit / 64] |= 1 << (bit % 64);
        }
        let mut total = 0;
        for bucket in &mut buckets {
            total += *bucket;
            *bucket = total;
        }
        Self { sorted: keys, buckets, shift, present, present_shift }
    }

    /// The row of `key`.
    pub(super) fn find(&self, key: u32) -> Option<usize> {
        let bit = bucket(key, self.present_shift);
        if self.present.get(bit / 64)? >> (bit % 64) & 1 == 0 {
            return None;
        }
        let bucket = bucket(key, self.shift);
        let start = *self.buckets.get(bucket)? as usize;
        let end = *self.buckets.get(bucket + 1)? as usize;
        self.sorted[start..end].iter().position(|known| *known == key).map(|index| start + index)
    }

    pub(super) fn len(&self) -> usize {
        self.sorted.len()
    }
}

/// A shift by 32 is one bucket for all.
fn bucket(key: u32, shift: u32) -> usize {
    key.checked_shr(shift).unwrap_or(0) as usize
}

/// Takes a column of `count` numbers.
#[inline(never)]
pub(super) fn take_column(bytes: &mut &[u8], count: usize) -> Option<Vec<u16>> {
    let low = varint::take_slice(bytes, count)?;
    let high = varint::take_slice(bytes, count)?;
    Some(low.iter().zip(high).map(|(low, high)| u16::from_le_bytes([*low, *high])).collect())
}

/// Appends keys, which ascend strictly.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn put(bytes: &mut Vec<u8>, keys: impl ExactSizeIterator<Item = u32>) {
    varint::put(bytes, keys.len() as u32);
    let mut next = 0;
    for (index, key) in keys.enumerate() {
        varint::put(bytes, if index == 0 { key } else { key - next });
        next = key.wrapping_add(1);
    }
}

/// Appends a column.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn put_column(bytes: &mut Vec<u8>, column: &[u16]) {
    bytes.extend(column.iter().map(|number| number.to_le_bytes()[0]));
    bytes.extend(column.iter().map(|number| number.to_le_bytes()[1]));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_and_others_are_not() {
        for bits in [9, 32] {
            let expected = [0, 3, 4, 255, 500];
            let mut bytes = Vec::new();
            put(&mut bytes, expected.into_iter());
            put_column(&mut bytes, &[1, 2, 300, 4, 5]);
            let mut rest = bytes.as_slice();
            let keys = Keys::take(&mut rest, bits).unwrap();
            assert_eq!(expected.map(|key| keys.find(key)), [0, 1, 2, 3, 4].map(Some));
            assert_eq!([1, 254, 501, u32::MAX].map(|key| keys.find(key)), [None; 4]);
            assert_eq!(take_column(&mut rest, keys.len()), Some(vec![1, 2, 300, 4, 5]));
            assert!(rest.is_empty());
        }
    }

    #[test]
    fn no_keys_find_nothing() {
        let keys = Keys::take(&mut [0].as_slice(), 28).unwrap();
        assert_eq!(keys.find(0), None);
    }

    #[test]
    fn bad_keys_are_refused() {
        assert!(Keys::take(&mut [].as_slice(), 32).is_none());
        assert!(Keys::take(&mut [9, 1, 1].as_slice(), 32).is_none(), "too few");
        assert!(Keys::take(&mut [1, 0xff, 0x01].as_slice(), 7).is_none(), "too large");
        assert!(Keys::take(&mut [2, 0xff, 0xff, 0xff, 0xff, 0x0f, 1].as_slice(), 32).is_none(), "overflow");
    }
}
