//! The packs that are compiled in. That they are what the sources give, byte for byte, is checked by
//! `cargo xtask test packs`: it trains them anew.

use kernsatz::{Language, Pack};

#[test]
fn bundled_packs_are_whole() {
    let packs = kernsatz::bundled_packs();
    let languages: Vec<Language> = packs.iter().map(Pack::language).collect();
    assert_eq!(languages, Language::ALL);
    assert!(packs.iter().all(|pack| pack.card().starts_with('{')));
}
