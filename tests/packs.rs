//! The committed packs and model cards are what the sources give, byte for byte.
//!
//! The corpora are not part of the project; where they are not beside it, this says so and stops.

// Reason: a test that skips must say so.
#![allow(clippy::print_stderr)]

use std::fs;
use std::path::Path;

use kernsatz::{build_pack, Language, Pack};

#[test]
fn committed_packs_are_current() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpora = root.join("../shared/corpora");
    if !corpora.is_dir() {
        eprintln!("skipped: {} is not there, so the packs cannot be built again", corpora.display());
        return;
    }
    for language in Language::ALL {
        let built = build_pack(&corpora, *language).expect("the sources can be read");
        let folder = root.join("src/lang").join(language.tag());
        let pack = fs::read(folder.join(format!("{}.pack", language.tag()))).expect("the pack is committed");
        let advice = "build it again: kernsatz pack --corpora … --language … --out …";
        assert!(built.bytes == pack, "the {} pack is not current; {advice}", language.tag());
        let card = fs::read_to_string(folder.join("CARD.md")).expect("the card is committed");
        assert_eq!(built.card, card, "the {} card is not current; {advice}", language.tag());
    }
}

#[test]
fn bundled_packs_are_whole() {
    let packs = kernsatz::bundled_packs();
    let languages: Vec<Language> = packs.iter().map(Pack::language).collect();
    assert_eq!(languages, Language::ALL);
    assert!(packs.iter().all(|pack| pack.card().starts_with('{')));
}
