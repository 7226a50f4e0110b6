//! Words beside names of places that say what kind of place is meant, in English.

use crate::lang::PlaceWords;

/// Sorted.
#[rustfmt::skip]
pub(crate) static PLACE_WORDS: PlaceWords = PlaceWords {
    before: &[
        "canton", "county", "department", "district", "oblast", "prefecture", "province", "provinces", "region",
        "state", "states", "voivodeship",
    ],
    linking: &["of"],
    after: &[
        "County", "District", "Prefecture", "Province", "State", "canton", "county", "district", "oblast", "prefecture",
        "province", "region", "state",
    ],
};
