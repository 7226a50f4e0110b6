//! The packs that the command line and the tests carry; browsers fetch them instead.

use super::Pack;

/// The packs of all languages of this build, compiled in. Native only: a browser fetches each pack when its
/// language appears.
pub fn bundled_packs() -> Vec<Pack> {
    Vec::new()
}
