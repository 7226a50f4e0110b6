//! Phrases in the nominative, as a list names things: `einer gemeinsamen Erklärung` is `eine gemeinsame Erklärung`.
//!
//! In: a noun phrase in the dative or genitive, as a preposition or another noun governs it. Out: its article, its
//! adjectives and its noun in the nominative, what follows as it stands. Gender is told by the noun's ending: of a
//! masculine and a neuter that end alike, the masculine is taken. Phrases in the nominative are left to the caller.

/// Nouns of the neuter by their end; those in `-en` keep it.
const NEUTER: &str = "schreiben unternehmen verfahren treffen vorhaben wesen interview video papier dokument gutachten \
    memorandum protokoll statement telefonat gespräch bulletin blatt gesetz urteil ministerium amt gericht institut parlament \
    magazin haus land büro komitee team ium um chen lein ment portal netzwerk werk zentrum unterhaus bündnis ergebnis radio \
    fernsehen labor militär kabinett präsidium portfolio konsortium";

/// Masculine nouns that take `-en` but in the nominative, by their end.
const WEAK: &str = "ent ant ist at ot et log graf soph arch and";

/// Stems of adjectives that have become nouns.
const ADJECTIVES: &str =
    "angestellt abgeordnet beamt vorsitzend verdächtig angehörig verletzt beteiligt angeklagt \
    beschuldigt bevollmächtigt gesandt verwandt überlebend befragt anwesend";

/// The words of a phrase that something governs, in the nominative.
pub(crate) fn nominative(words: &[&str]) -> String {
    let first_word = words.first().map_or_else(String::new, |word| word.to_lowercase());
    let known = ["der", "des", "dem", "den", "einer", "eines", "einem", "dieser", "dieses", "diesem"];
    let first = usize::from(known.contains(&first_word.as_str()));
    let is_noun = |at: &usize| words[*at].starts_with(char::is_uppercase);
    let at = (first..words.len()).find(is_noun).unwrap_or(words.len());
    let noun = words.get(at).copied().unwrap_or_default();
    let is_plural = ["en", "ern", "nnen"].iter().any(|ending| noun.ends_with(ending));
    let neuter = ends_in(noun, NEUTER);
    let (article, ending) = match first_word.as_str() {
        _ if first == 0 => ("", "e"),
        "der" if is_plural => ("die", "en"),
        "der" => ("die", "e"),
        "den" => ("die", "en"),
        "dem" | "des" if neuter => ("das", "e"),
        "dem" | "des" => ("der", "e"),
        "einer" => ("eine", "e"),
        "einem" | "eines" if neuter => ("ein", "es"),
        "einem" | "eines" => ("ein", "er"),
        "dieser" => ("diese", "e"),
        _ if neuter => ("dieses", "e"),
        _ => ("dieser", "e"),
    };
    let is_genitive = matches!(first_word.as_str(), "des" | "eines" | "dieses");
    let is_singular = matches!(article, "der" | "das" | "ein" | "dieser" | "dieses");
    let strong = if neuter { "es" } else { "er" };
    let mut named = String::new();
    for (place, &word) in words.iter().enumerate() {
        let (stem, end) = if noun.is_empty() {
            (word, "")
        } else if place < first {
            (article, "")
        } else if place < at {
            match (word.strip_suffix("en"), word.strip_suffix("em")) {
                (Some(stem), _) => (stem, ending),
                (_, Some(stem)) => (stem, strong),
                _ => (word, ""),
            }
        } else if place == at {
            let adjective = noun.strip_suffix("en").filter(|stem| is_singular && ends_in(stem, ADJECTIVES));
            adjective
                .map_or_else(|| (bare(noun, is_singular, is_genitive, neuter), ""), |stem| (stem, ending))
        } else {
            (word, "")
        };
        if place > 0 {
            named.push(' ');
        }
        named.push_str(stem);
        named.push_str(end);
    }
    named
}

/// A noun without the ending of its case.
fn bare(noun: &str, is_singular: bool, is_genitive: bool, is_neuter: bool) -> &str {
    let noun = if is_genitive { noun.strip_suffix('s').unwrap_or(noun) } else { noun };
    let shorter = |length: usize| &noun[..noun.len() - length];
    let ends = |endings: &[&str]| endings.iter().any(|ending| noun.ends_with(ending));
    match () {
        // `des Amtes`, `des Gerichtes`
        () if is_genitive && ends(&["te", "de", "se"]) => shorter(1),
        () if is_singular && !is_neuter && ends(&["en"]) => {
            shorter(1 + usize::from(ends_in(shorter(2), WEAK)))
        }
        // `den Berichten`, `Kreisen`, `den Sprechern`
        () if !is_singular && ends(&["erichten", "erüchten", "reisen", "okumenten", "nissen", "ern"]) => {
            shorter(1)
        }
        () => noun,
    }
}

fn ends_in(noun: &str, endings: &str) -> bool {
    let noun = noun.to_lowercase();
    let stem = noun.strip_suffix("es").or_else(|| noun.strip_suffix('s')).unwrap_or(&noun);
    endings.split(' ').any(|ending| noun.ends_with(ending) || stem.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::nominative;

    #[test]
    fn governed_phrases_are_named() {
        for (phrase, expected) in [
            ("einer gemeinsamen Erklärung", "eine gemeinsame Erklärung"),
            ("der Stellungnahme", "die Stellungnahme"),
            ("dem internen Schreiben", "das interne Schreiben"),
            ("einem internen Bericht", "ein interner Bericht"),
            ("einem neuen Gutachten", "ein neues Gutachten"),
            ("des Ministeriums", "das Ministerium"),
            ("des Amtes", "das Amt"),
            ("des Sprechers", "der Sprecher"),
            ("dem Präsidenten", "der Präsident"),
            ("einem Zeugen", "ein Zeuge"),
            ("den Behörden", "die Behörden"),
            ("der israelischen Behörden", "die israelischen Behörden"),
            ("den Berichten", "die Berichte"),
            ("israelischen Medien", "israelische Medien"),
            ("Regierungskreisen", "Regierungskreise"),
            ("einem Sprecher der Firma", "ein Sprecher der Firma"),
            ("Anwohnern", "Anwohner"),
            ("bisherigen Erkenntnissen", "bisherige Erkenntnisse"),
            ("vorläufigem Ergebnis", "vorläufiges Ergebnis"),
            ("jetzigem Stand", "jetziger Stand"),
            ("einem leitenden Angestellten", "ein leitender Angestellter"),
            ("des Abgeordneten", "der Abgeordnete"),
            ("mehreren", "mehreren"),
        ] {
            assert_eq!(nominative(&phrase.split(' ').collect::<Vec<_>>()), expected, "{phrase}");
        }
    }
}
