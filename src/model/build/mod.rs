//! Makes packs. Native only.
//!
//! In: a language's [`Recipe`] and the folder of corpora and gazetteers. Out: a [`BuiltPack`]: the bytes of
//! the pack and its model card for people. What packs are for is left to `pack` and `lexicon`.
//!
//! Invariant: the same sources give the same bytes.

mod atlas;
mod card;
mod corpora;
mod draft;
mod facts;
mod gazetteers;
mod recipe;

use std::io;
use std::path::Path;

use super::pack::{checksum_of, ATLAS, CARD, FORMAT, HEADER_LEN, MAGIC, SCHEMA, THINGS, WORDS};
use super::things;
use crate::lang::Language;
use draft::Draft;
pub(crate) use recipe::{AtlasRecipe, Corpus, CorpusFormat, Gazetteer, GazetteerFormat, Inflection, Recipe};

/// A pack and the card that says what it was made from.
#[derive(Clone, Debug)]
pub struct BuiltPack {
    /// What [`crate::Pack::read`] reads.
    pub bytes: Vec<u8>,
    /// The model card as Markdown.
    pub card: String,
}

/// Builds the pack of `language` from the sources in `corpora`.
///
/// # Errors
/// If a source is missing or is not in the form that the recipe names.
pub fn build_pack(corpora: &Path, language: Language) -> io::Result<BuiltPack> {
    let recipe = crate::lang::recipe(language)
        .ok_or_else(|| invalid(format!("the language {:?} is not part of this build", language.tag())))?;
    let mut draft = Draft::default();
    for facts in recipe.facts {
        facts::add(&mut draft, facts, recipe.inflection)?;
    }
    for gazetteer in recipe.gazetteers {
        gazetteers::add(&mut draft, corpora, gazetteer)?;
    }
    let documents = corpora::read(corpora, recipe.corpora)?;
    corpora::count(&mut draft, &documents, recipe.genitives);

    let lexicon = draft.finish();
    let card = card::Card::new(&recipe, &documents, &lexicon);
    let (atlas, places) = atlas::build(corpora, &recipe)?;
    let sections = [
        (CARD, atlas::add_sources(&card.json())?),
        (WORDS, lexicon.words()?),
        (THINGS, things::write(&lexicon.things)),
        (ATLAS, atlas),
    ];
    let card = card.markdown() + &atlas::card(&places);
    Ok(BuiltPack { bytes: assemble(language, &sections), card })
}

/// Writes header, table and sections; see `pack` for the layout.
pub(super) fn assemble(language: Language, sections: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
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

fn invalid(message: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message)
}

/// Reads a source as text; the error names the file.
fn read_text(path: &Path) -> io::Result<String> {
    std::fs::read_to_string(path)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))
}
