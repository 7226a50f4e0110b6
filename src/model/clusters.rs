//! Words by the company they keep.
//!
//! In: a pack's section: the keys of words and the cluster of each; then how many clusters there are and, for
//! each, the wider cluster that it is in, twice. Out: a word's three clusters, narrow to wide. They were learned
//! from raw text: see `train/vectors.rs`.

use super::keys::{take_column, Keys};
use super::pack::Bytes;
use super::varint;
use crate::error::Error;
use crate::hash;

/// Bits of a word's key: of two hundred unknown words, one is mistaken for a known one.
const KEY_BITS: u32 = 24;

/// The word clusters of a language.
#[derive(Clone)]
pub(crate) struct Clusters {
    words: Keys,
    narrow: Vec<u16>,
    /// Of each narrow cluster the middle one, of each middle one the wide one.
    parents: [Vec<u16>; 2],
}

/// The clusters of a word, narrow to wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cluster {
    pub(crate) narrow: u16,
    pub(crate) middle: u16,
    pub(crate) wide: u16,
}

impl Clusters {
    pub(super) fn read(section: &Bytes) -> Result<Self, Error> {
        Self::parse(section.as_ref()).ok_or_else(|| Error::pack("its word clusters cannot be read"))
    }

    fn parse(mut bytes: &[u8]) -> Option<Self> {
        let words = Keys::take(&mut bytes, KEY_BITS)?;
        let narrow = take_column(&mut bytes, words.len())?;
        let mut level = || {
            let count = varint::take(&mut bytes)? as usize;
            take_column(&mut bytes, count)
        };
        let parents = [level()?, level()?];
        let fits = |column: &[u16], count: usize| column.iter().all(|index| usize::from(*index) < count);
        let whole =
            bytes.is_empty() && fits(&narrow, parents[0].len()) && fits(&parents[0], parents[1].len());
        whole.then_some(Self { words, narrow, parents })
    }

    /// The clusters of a word as it stands; of its nearest spelling where it is not known: digits count as
    /// zeros, case is kept.
    pub(crate) fn get(&self, word: &str) -> Option<Cluster> {
        let narrow = self.narrow[self.words.find(key(word))?];
        let middle = self.parents[0][usize::from(narrow)];
        Some(Cluster { narrow, middle, wide: self.parents[1][usize::from(middle)] })
    }
}

/// The key of a word. Digits are all alike.
pub(super) fn key(word: &str) -> u32 {
    let digits_alike = word.bytes().map(|byte| if byte.is_ascii_digit() { b'0' } else { byte });
    hash::fold32(hash::of_bytes(digits_alike)) >> (32 - KEY_BITS)
}

/// Writes the section that [`Clusters::read`] reads. The words' keys ascend.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn write(words: &[(u32, u16)], parents: [&[u16]; 2]) -> Vec<u8> {
    let mut bytes = Vec::new();
    super::keys::put(&mut bytes, words.iter().map(|(key, _)| *key));
    super::keys::put_column(&mut bytes, &words.iter().map(|(_, cluster)| *cluster).collect::<Vec<_>>());
    for column in parents {
        varint::put(&mut bytes, column.len() as u32);
        super::keys::put_column(&mut bytes, column);
    }
    bytes
}

impl std::fmt::Debug for Clusters {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} words in {} clusters", self.words.len(), self.parents[0].len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small() -> Vec<u8> {
        let mut words = vec![(key("Köln"), 2), (key("Jahr"), 0), (key("1900"), 1)];
        words.sort_unstable();
        write(&words, [&[1, 1, 0], &[0, 0]])
    }

    #[test]
    fn words_have_their_clusters() {
        let clusters = Clusters::parse(&small()).unwrap();
        assert_eq!(clusters.get("Köln"), Some(Cluster { narrow: 2, middle: 0, wide: 0 }));
        assert_eq!(clusters.get("1871").map(|cluster| cluster.narrow), Some(1));
        assert_eq!(clusters.get("köln"), None);
    }

    #[test]
    fn clusters_that_are_not_there_are_refused() {
        assert!(Clusters::parse(&write(&[(7, 3)], [&[0, 0], &[0]])).is_none());
        assert!(Clusters::parse(&write(&[(7, 0)], [&[4], &[0]])).is_none());
        let whole = small();
        assert!((0..whole.len()).all(|length| Clusters::parse(&whole[..length]).is_none()));
    }
}
