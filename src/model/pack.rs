//! The file that a language's data come in.
//!
//! In: bytes from anywhere. Out: a [`Pack`] that is whole, of this format and for a language of this build,
//! or an error that says what is wrong. Making packs is left to `build`.
//!
//! All numbers are little endian. Layout: magic, format version (u16), feature schema (u16), language tag (8
//! bytes, zero-padded), number of sections (u32), checksum of everything else (u64); then a table of tag (4
//! bytes), offset (u32) and length (u32) for each section; then the sections.
//!
//! Invariant: reading never panics and never trusts a length before it is checked. The checksum guards
//! against damage, not against forgery: packs come from where the program comes from.

use std::sync::Arc;

use super::atlas::Atlas;
use super::tagger::Tagger;
use super::{Clusters, Lexicon};
use crate::error::Error;
use crate::lang::Language;

pub(super) const MAGIC: [u8; 4] = *b"KSPK";
/// Raised when the layout changes.
pub(super) const FORMAT: u16 = 2;
/// Raised when what is looked up or how words become features changes its meaning.
pub(super) const SCHEMA: u16 = 2;
pub(super) const HEADER_LEN: usize = 28;
const CHECKSUM_AT: usize = 20;
const SECTION_LEN: usize = 12;
const MAX_SECTIONS: usize = 64;

/// The model card, JSON.
pub(super) const CARD: [u8; 4] = *b"CARD";
/// Words and their entries.
pub(super) const WORDS: [u8; 4] = *b"WORD";
/// How phrases begin.
pub(super) const PHRASES: [u8; 4] = *b"PHRS";
/// The table of known things.
pub(super) const THINGS: [u8; 4] = *b"THNG";
/// Clusters of words; not every pack has them.
pub(super) const CLUSTERS: [u8; 4] = *b"CLUS";
/// The tagger. A pack without it finds names by rules alone; such packs exist while packs are made.
pub(super) const TAGGER: [u8; 4] = *b"TAGR";
/// Places of the world; a pack may lack it.
pub(super) const ATLAS: [u8; 4] = *b"ATLS";

/// A language's data, checked and ready. Cheap to clone.
///
/// ```
/// use kernsatz::Pack;
/// assert_eq!(Pack::read(&b"not a pack"[..]).unwrap_err().code(), "bad-pack");
/// ```
#[derive(Clone, Debug)]
pub struct Pack {
    language: Language,
    lexicon: Lexicon,
    clusters: Option<Arc<Clusters>>,
    tagger: Option<Tagger>,
    atlas: Option<Arc<Atlas>>,
    card: Bytes,
}

impl Pack {
    /// Reads and checks a pack. Takes the bytes over without a copy where they are already shared.
    ///
    /// # Errors
    /// `bad-pack` if the bytes are no pack, damaged, made for another version or for a language that this
    /// build lacks.
    pub fn read(bytes: impl Into<Arc<[u8]>>) -> Result<Self, Error> {
        let bytes: Arc<[u8]> = bytes.into();
        let language = check_header(&bytes)?;
        let lexicon =
            Lexicon::read(&section(&bytes, WORDS)?, &section(&bytes, PHRASES)?, &section(&bytes, THINGS)?)?;
        let clusters = optional(&bytes, CLUSTERS)?.map(|section| Clusters::read(&section)).transpose()?;
        let tagger = optional(&bytes, TAGGER)?.map(|section| Tagger::read(&section)).transpose()?;
        let atlas = optional(&bytes, ATLAS)?.map(|section| Atlas::read(&section)).transpose()?;
        let card = section(&bytes, CARD)?;
        if std::str::from_utf8(card.as_ref()).is_err() {
            return Err(Error::pack("its model card is not UTF-8"));
        }
        Ok(Self {
            language,
            lexicon,
            clusters: clusters.map(Arc::new),
            tagger,
            atlas: atlas.map(Arc::new),
            card,
        })
    }

    /// The language it is for.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Its model card: what it was made from, as JSON.
    pub fn card(&self) -> &str {
        std::str::from_utf8(self.card.as_ref()).unwrap_or_default()
    }

    pub(crate) fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    pub(crate) fn clusters(&self) -> Option<&Clusters> {
        self.clusters.as_deref()
    }

    pub(crate) fn tagger(&self) -> Option<&Tagger> {
        self.tagger.as_ref()
    }

    /// The places of the world, if it has them.
    pub(crate) fn atlas(&self) -> Option<&Atlas> {
        self.atlas.as_deref()
    }
}

/// A part of a pack that keeps the whole alive.
#[derive(Clone)]
pub(super) struct Bytes {
    pack: Arc<[u8]>,
    start: usize,
    end: usize,
}

impl Bytes {
    /// The part from `start` on.
    pub(super) fn from(&self, start: usize) -> Self {
        Self { pack: Arc::clone(&self.pack), start: (self.start + start).min(self.end), end: self.end }
    }

    #[cfg(test)]
    pub(super) fn whole(bytes: Vec<u8>) -> Self {
        Self { end: bytes.len(), pack: bytes.into(), start: 0 }
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        &self.pack[self.start..self.end]
    }
}

impl std::fmt::Debug for Bytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} bytes", self.end - self.start)
    }
}

/// Checks everything before the section table, and the checksum.
fn check_header(bytes: &[u8]) -> Result<Language, Error> {
    if bytes.len() < HEADER_LEN || bytes[..4] != MAGIC {
        return Err(Error::pack("it is not a Kernsatz pack, or only the beginning of one"));
    }
    let format = u16_at(bytes, 4);
    if format != FORMAT {
        return Err(Error::pack(format!("its format is {format}, this version reads {FORMAT}")));
    }
    let schema = u16_at(bytes, 6);
    if schema != SCHEMA {
        return Err(Error::pack(format!("its feature schema is {schema}, this version knows {SCHEMA}")));
    }
    let checksum = u64_at(bytes, CHECKSUM_AT);
    if checksum != checksum_of(bytes) {
        return Err(Error::pack("the checksum does not match, so it was damaged on its way; load it again"));
    }
    let tag = bytes[8..16].split(|byte| *byte == 0).next().unwrap_or_default();
    let tag = String::from_utf8_lossy(tag);
    Language::from_tag(&tag)
        .filter(|language| language.tag() == tag)
        .ok_or_else(|| Error::pack(format!("it is for the language {tag:?}, which this build lacks")))
}

/// Finds a section that must be there.
fn section(bytes: &Arc<[u8]>, tag: [u8; 4]) -> Result<Bytes, Error> {
    let missing = || Error::pack(format!("its section {} is missing", String::from_utf8_lossy(&tag)));
    optional(bytes, tag)?.ok_or_else(missing)
}

/// Finds a section, if the pack has it, and checks that it lies inside the pack.
fn optional(bytes: &Arc<[u8]>, tag: [u8; 4]) -> Result<Option<Bytes>, Error> {
    let count = u32_at(bytes, 16) as usize;
    let table_end = HEADER_LEN + count.min(MAX_SECTIONS + 1) * SECTION_LEN;
    if count > MAX_SECTIONS || table_end > bytes.len() {
        return Err(Error::pack("its table of sections is longer than the pack"));
    }
    for entry in bytes[HEADER_LEN..table_end].chunks_exact(SECTION_LEN) {
        if entry[..4] == tag {
            let start = u32_at(entry, 4) as usize;
            let end = start.checked_add(u32_at(entry, 8) as usize);
            return match end {
                Some(end) if start >= table_end && end <= bytes.len() => {
                    Ok(Some(Bytes { pack: Arc::clone(bytes), start, end }))
                }
                _ => {
                    let name = String::from_utf8_lossy(&tag);
                    Err(Error::pack(format!("its section {name} lies outside the pack")))
                }
            };
        }
    }
    Ok(None)
}

/// The bytes of a section, for those who make packs out of others.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn section_of(pack: &[u8], tag: [u8; 4]) -> std::io::Result<Option<Vec<u8>>> {
    let pack: Arc<[u8]> = pack.into();
    let section = check_header(&pack).and_then(|_| optional(&pack, tag));
    let section =
        section.map_err(|error| std::io::Error::new(std::io::ErrorKind::InvalidData, error.to_string()))?;
    Ok(section.map(|section| section.as_ref().to_vec()))
}

/// FNV-1a over words of eight bytes, the checksum's own place left out. A change of a single word always
/// changes it.
pub(super) fn checksum_of(bytes: &[u8]) -> u64 {
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let step = |sum: u64, word: u64| (sum ^ word).wrapping_mul(PRIME).rotate_left(29);
    let mut sum = step(0xcbf2_9ce4_8422_2325, bytes.len() as u64);
    for part in [&bytes[..CHECKSUM_AT], &bytes[HEADER_LEN..]] {
        let words = part.chunks_exact(8);
        let mut rest = [0; 8];
        rest[..words.remainder().len()].copy_from_slice(words.remainder());
        sum = words.fold(sum, |sum, word| step(sum, u64_at(word, 0)));
        sum = step(sum, u64::from_le_bytes(rest));
    }
    sum
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    u64::from(u32_at(bytes, at)) | u64::from(u32_at(bytes, at + 4)) << 32
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::build::assemble;
    use crate::model::things;

    fn small() -> Vec<u8> {
        let entry = crate::model::Entry::NONE.with_thing(0);
        let entries = ["Köln", "Bad Köln"].map(|name| (name.to_owned(), entry));
        let (words, phrases) = crate::model::lexicon::write(&entries.into());
        let things = things::write(&[("Köln".to_owned(), crate::EntityType::Location)]);
        let sections = [(CARD, b"{}".to_vec()), (WORDS, words), (PHRASES, phrases), (THINGS, things)];
        assemble(Language::German, &sections)
    }

    /// The error of a pack whose bytes were changed by `change`, the checksum made right again.
    #[track_caller]
    fn check(change: impl FnOnce(&mut Vec<u8>), expected: &str) {
        let mut bytes = small();
        change(&mut bytes);
        if bytes.len() >= HEADER_LEN {
            let checksum = checksum_of(&bytes);
            bytes[CHECKSUM_AT..HEADER_LEN].copy_from_slice(&checksum.to_le_bytes());
        }
        let error = Pack::read(bytes).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }

    #[test]
    fn a_whole_pack_is_read() {
        let pack = Pack::read(small()).unwrap();
        assert_eq!(pack.language(), Language::German);
        assert_eq!(pack.card(), "{}");
        assert_eq!(pack.lexicon().thing(pack.lexicon().get("Köln")).unwrap().name, "Köln");
        assert_eq!(pack.lexicon().get("Bad Köln").thing(), Some(0));
        assert!(pack.lexicon().get("Kölner").is_none());
    }

    #[test]
    fn an_atlas_may_be_missing_but_not_damaged() {
        assert!(Pack::read(small()).unwrap().atlas().is_none());
        let with = |atlas: Vec<u8>| {
            let whole = Pack::read(small()).unwrap();
            let words = section(&whole.card.pack, WORDS).unwrap().as_ref().to_vec();
            let phrases = section(&whole.card.pack, PHRASES).unwrap().as_ref().to_vec();
            let things = section(&whole.card.pack, THINGS).unwrap().as_ref().to_vec();
            let card = b"{}".to_vec();
            let sections =
                [(CARD, card), (WORDS, words), (PHRASES, phrases), (THINGS, things), (ATLAS, atlas)];
            Pack::read(assemble(Language::German, &sections))
        };
        assert!(with(vec![0; 16]).unwrap().atlas().is_some());
        let error = with(vec![1; 16]).unwrap_err().to_string();
        assert!(error.contains("atlas"), "{error}");
    }

    #[test]
    fn what_is_wrong_is_said() {
        check(|bytes| bytes.truncate(7), "not a Kernsatz pack");
        check(|bytes| bytes[0] = b'X', "not a Kernsatz pack");
        check(|bytes| bytes[4] = 9, "format is 9");
        check(|bytes| bytes[6] = 9, "feature schema is 9");
        check(|bytes| bytes[8] = b'x', "\"xe\"");
        check(|bytes| bytes[16] = 200, "table of sections");
        check(|bytes| bytes[HEADER_LEN] = b'X', "CARD is missing");
        check(|bytes| bytes[HEADER_LEN + 7] = 9, "CARD lies outside");
        let error = Pack::read([small(), vec![0]].concat()).unwrap_err().to_string();
        assert!(error.contains("checksum"), "{error}");
    }

    #[test]
    fn any_damage_is_noticed() {
        let whole = small();
        for length in 0..whole.len() {
            assert!(Pack::read(&whole[..length]).is_err(), "cut at {length}");
        }
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x20;
            assert!(Pack::read(bytes).is_err(), "flipped at {at}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_refused_in_peace(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            prop_assert!(Pack::read(bytes).is_err());
        }

        #[test]
        fn sections_of_any_bytes_do_not_panic(words in prop::collection::vec(any::<u8>(), 0..200), more in prop::collection::vec(any::<u8>(), 0..60)) {
            for tag in [WORDS, PHRASES, THINGS, CLUSTERS, TAGGER, ATLAS] {
                let bytes = if tag == TAGGER { [vec![0; 480 + 144], more.clone()].concat() } else { words.clone() };
                let whole = crate::model::lexicon::write(&std::collections::BTreeMap::default());
                let mut sections = vec![(tag, bytes), (CARD, Vec::new()), (WORDS, whole.0), (PHRASES, whole.1)];
                sections.push((THINGS, things::write(&[])));
                let _ = Pack::read(assemble(Language::English, &sections));
            }
        }
    }
}
