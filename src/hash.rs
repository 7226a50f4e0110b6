//! Hashes of words. In: bytes. Out: numbers that are the same on every machine.
//! Packs have a checksum of their own.

use std::hash::Hasher;

/// FNV-1a: short words, no attackers, the same everywhere.
#[derive(Debug)]
pub(crate) struct WordHasher(u64);

const START: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

impl Default for WordHasher {
    fn default() -> Self {
        Self(START)
    }
}

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(PRIME);
        }
    }
}

/// The hash of bytes.
pub(crate) fn of_bytes(bytes: impl Iterator<Item = u8>) -> u64 {
    more_bytes(START, bytes)
}

/// The hash of what `hash` is the hash of, and `bytes` after it.
pub(crate) fn more_bytes(hash: u64, bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

/// Mixes a number into a hash.
pub(crate) const fn mix(hash: u64, number: u64) -> u64 {
    // Turned first, so that the order counts.
    let mixed = (hash.rotate_left(23) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ mixed >> 29
}

/// The best 32 bits of a hash.
pub(crate) const fn fold32(hash: u64) -> u32 {
    let mixed = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    (mixed >> 32) as u32
}
