//! How German writes ordinals, clock times and gendered words.
//!
//! In: the lists beside this file. Out: [`ORTHOGRAPHY`].

use super::abbreviations::ABBREVIATIONS;
use super::sentence_starts::STARTERS;
use crate::lang::orthography::Orthography;

pub(crate) static ORTHOGRAPHY: Orthography = Orthography {
    abbreviations: ABBREVIATIONS,
    starters: STARTERS,
    ordinal_nouns: ORDINAL_NOUNS,
    ordinal_openers: ORDINAL_OPENERS,
    cardinal_openers: CARDINAL_OPENERS,
    ordinal_period: true,
    ordinal_suffixes: &[],
    abbreviated_endings: &["-Str", "str"],
    clock_words: &["Uhr"],
    gender_endings: &["e", "em", "en", "er", "es", "in", "innen", "m", "n", "r", "s"],
    small_letter_goes_on: true,
};

/// Nouns that are counted by ordinals.
#[rustfmt::skip]
const ORDINAL_NOUNS: &[&str] = &[
    "Advent", "Adventssonntag", "Akt", "Amtszeit", "Apr", "April", "Armee", "Arrondissement", "Auflage",
    "Aug", "August", "Ausgabe", "Band", "Bataillon", "Berlinale", "Bezirk", "Breitengrad", "Buch",
    "Bundesliga", "Bundestag", "Bundestages", "Bundesversammlung", "Deutsche", "Deutschen", "Dez",
    "Dezember", "Division", "Drittel", "Durchgang", "Etage", "Etappe", "Europameisterschaft", "Feb",
    "Februar", "Filmfestspiele", "Folge", "Gebot", "Geburtstag", "Geburtstages", "Geburtstags",
    "Generation", "Gesetz", "Grad", "Halbzeit", "Hauptsatz", "Hauptstück", "Hochzeitstag", "Hälfte",
    "Infanterie", "Infanterieregiment", "Internationale", "Internationalen", "Jahr", "Jahre",
    "Jahrestag", "Jahrestages", "Jahrestags", "Jahrgang", "Jahrgangs", "Jahrhundert", "Jahrhunderte",
    "Jahrhunderten", "Jahrhunderts", "Jahrtausend", "Jahrtausends", "Jan", "Januar", "Jh", "Jul",
    "Juli", "Jun", "Juni", "Jänner", "Kalenderwoche", "Kammer", "Kapitel", "Klasse", "Klima",
    "Kompanie", "Kongress", "Lauf", "Lebensjahr", "Lebensjahres", "Lebensjahrs", "Legislaturperiode",
    "Liga", "Loch", "Länderspiel", "Längengrad", "Mai", "Mal", "Male", "Minute", "Monat", "Mrz", "März",
    "Nov", "Novelle", "November", "Obergeschoss", "Okt", "Oktober", "Olympische", "Olympischen",
    "Ordnung", "Parteitag", "Person", "Platz", "Platzes", "Präsident", "Präsidenten", "Quartal",
    "Quartals", "Rang", "Regiment", "Reihe", "Ring", "Ringes", "Runde", "Saison", "Saisontor", "Satz",
    "Schuljahr", "Sekunde", "Semester", "Senat", "Sep", "Sept", "September", "Sinfonie", "Sitzung",
    "Sonntag", "Spieltag", "Spieltages", "Spieltags", "Staffel", "Station", "Stelle", "Stock",
    "Stockwerk", "Strafsenat", "Stufe", "Stunde", "Symphonie", "Tag", "Tage", "Tages", "Teil",
    "Todestag", "Todestages", "Tor", "Treffer", "Untergeschoss", "Verordnung", "Viertel", "Wahlgang",
    "Wahlperiode", "Weltkrieg", "Weltkrieges", "Weltkriegs", "Weltmeisterschaft", "Winterspiele",
    "Woche", "Zivilsenat", "Zusatzartikel", "Änderung",
];

/// Articles and the like, after which a number with a period is an ordinal.
#[rustfmt::skip]
const ORDINAL_OPENERS: &[&str] = &[
    "Ab", "Am", "Beim", "Das", "Dem", "Den", "Der", "Des", "Die", "Ein", "Eine", "Einem", "Einen",
    "Einer", "Eines", "Ihr", "Ihre", "Ihrem", "Ihren", "Ihrer", "Im", "Sein", "Seine", "Seinem",
    "Seinen", "Seiner", "Seit", "Vom", "Zum", "Zur", "ab", "am", "ans", "beim", "das", "dein", "deinem",
    "deinen", "dem", "den", "der", "des", "die", "diese", "diesem", "diesen", "dieser", "dieses", "ein",
    "eine", "einem", "einen", "einer", "eines", "fürs", "ihr", "ihre", "ihrem", "ihren", "ihrer", "im",
    "ins", "jede", "jedem", "jeden", "jeder", "jedes", "mein", "meine", "meinem", "meinen", "meiner",
    "sein", "seine", "seinem", "seinen", "seiner", "seit", "unser", "unsere", "unserem", "unseren",
    "unserer", "vom", "zum", "zur",
];

/// Words after which a number is a cardinal, so that its period ends the sentence.
#[rustfmt::skip]
const CARDINAL_OPENERS: &[&str] = &[
    "Abbildung", "Absatz", "Abschnitt", "Artikel", "Band", "Block", "Bundesliga", "Bus", "Euro",
    "Folge", "Gleis", "Gruppe", "Halle", "Haus", "Jahr", "Jahre", "Kapitel", "Klasse", "Level", "Liga",
    "Linie", "Nr", "Nummer", "Paragraf", "Paragraph", "Phase", "Platz", "Prozent", "Punkt", "Rang",
    "Raum", "Seite", "Spiel", "Stand", "Startnummer", "Stufe", "Tabelle", "Tag", "Teil", "Terminal",
    "Tor", "Typ", "Version", "Zeile", "Ziffer", "Zimmer", "Zone", "auf", "bei", "ca", "circa", "etwa",
    "fast", "gegen", "genau", "hoch", "höchstens", "insgesamt", "jeweils", "knapp", "maximal",
    "mindestens", "mit", "nur", "rund", "um", "unter", "von", "zu", "über",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        crate::lang::orthography::assert_sorted(&ORTHOGRAPHY);
    }
}
