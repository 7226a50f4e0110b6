//! Reads sources and makes lexicons. Native only.
//!
//! In: a language's [`Recipe`] and the folder of corpora and gazetteers. Out: documents with marked names, lexicons
//! of what lists and documents say, and the layout of packs. What is learned from them is left to `train`.
//!
//! Invariant: the same sources give the same bytes.

mod atlas;
mod corpora;
mod draft;
mod facts;
mod gazetteers;
mod marks;
mod recipe;

use std::io;
use std::path::Path;

use super::pack::{checksum_of, FORMAT, HEADER_LEN, MAGIC, SCHEMA};
use crate::lang::Language;
pub(crate) use atlas::{add_sources, build as atlas, card as atlas_card};
pub(crate) use corpora::{count, read, words, Document};
pub(crate) use draft::{Draft, Finished};
pub(crate) use recipe::{AtlasRecipe, Corpus, CorpusFormat, Gazetteer, GazetteerFormat, Inflection, Recipe};
#[cfg(feature = "lang-de")] // The only language with raw text and parts of corpora so far.
pub(crate) use recipe::{Part, Raw};

/// A draft of what the lists of a recipe say.
pub(crate) fn lists(folder: &Path, recipe: &Recipe) -> io::Result<Draft> {
    let mut draft = Draft::default();
    for facts in recipe.facts {
        facts::add(&mut draft, facts, recipe.inflection)?;
    }
    for gazetteer in recipe.gazetteers {
        gazetteers::add(&mut draft, folder, gazetteer)?;
    }
    Ok(draft)
}

/// Writes header, table and sections; see `pack` for the layout.
pub(crate) fn assemble(language: Language, sections: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut tag = [0; 8];
    tag[..language.tag().len()].copy_from_slice(language.tag().as_bytes());
    let mut bytes = MAGIC.to_vec();
    bytes.extend(FORMAT.to_le_bytes());
    bytes.extend(SCHEMA.to_le_bytes());
    bytes.extend(tag);
    bytes.extend((sections.len() as u32).to_le_bytes());
    bytes.extend(0_u64.to_le_bytes());
    let mut offset = HEADER_LEN + sections.len() * 12;
    for (tag, section) in sections {
        bytes.extend(tag);
        bytes.extend((offset as u32).to_le_bytes());
        bytes.extend((section.len() as u32).to_le_bytes());
        offset += section.len();
    }
    for (_, section) in sections {
        bytes.extend(section);
    }
    let checksum = checksum_of(&bytes);
    bytes[20..28].copy_from_slice(&checksum.to_le_bytes());
    bytes
}

pub(crate) fn invalid(message: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message)
}

/// Reads a source as text, unpacked if its name ends in `.xz`; the error names the file.
pub(crate) fn read_text(path: &Path) -> io::Result<String> {
    let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
    if path.extension().is_none_or(|extension| extension != "xz") {
        return std::fs::read_to_string(path).map_err(named);
    }
    let mut packed = io::BufReader::new(std::fs::File::open(path).map_err(named)?);
    let mut text = Vec::new();
    lzma_rs::xz_decompress(&mut packed, &mut text).map_err(|error| named(invalid(format!("{error:?}"))))?;
    String::from_utf8(text).map_err(|error| named(invalid(error.to_string())))
}
