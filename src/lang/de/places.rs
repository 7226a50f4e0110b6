//! Words beside names of places that say what kind of place is meant, in German.

use crate::lang::PlaceWords;

/// Sorted.
#[rustfmt::skip]
pub(crate) static PLACE_WORDS: PlaceWords = PlaceWords {
    before: &[
        "Autonomiegebiet", "Bezirk", "Bezirke", "Bezirken", "Bezirks", "Bundesland", "Bundeslandes",
        "Bundesstaat", "Bundesstaaten", "Bundesstaates", "Bundesstaats", "Departamento", "Departement",
        "Departements", "Distrikt", "Distrikte", "Distrikten", "Distrikts", "Département", "Erzbistum",
        "Gouvernement", "Gouvernements", "Grafschaft", "Herzogtum", "Kanton", "Kantone", "Kantonen", "Kantons",
        "Kreis", "Kreise", "Kreises", "Landkreis", "Landkreise", "Landkreisen", "Landkreises", "Oblast",
        "Provinz", "Provinzen", "Präfektur", "Präfekturen", "Regierungsbezirk", "Region", "Regionen",
        "Teilrepublik", "Teilstaat", "US-Bundesstaat", "US-Bundesstaaten", "US-Bundesstaates",
        "US-Bundesstaats", "US-Staat", "US-Staates", "US-Staats", "Unionsstaat", "Verwaltungsbezirk",
        "Woiwodschaft",
    ],
    linking: &["von"],
    after: &[],
};
