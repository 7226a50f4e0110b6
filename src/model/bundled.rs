//! The packs that the command line and the tests carry; browsers fetch them instead.

use super::Pack;

/// The packs of all languages of this build, compiled in. Native only: a browser fetches each pack when its
/// language appears.
pub fn bundled_packs() -> Vec<Pack> {
    let packs: &[&'static [u8]] = &[
        #[cfg(feature = "lang-de")]
        include_bytes!("../lang/de/de.pack"),
        #[cfg(feature = "lang-en")]
        include_bytes!("../lang/en/en.pack"),
    ];
    // A test checks that they are current; one of another version is left out rather than a panic.
    packs.iter().filter_map(|bytes| Pack::read(*bytes).ok()).collect()
}
