//! Phrases in the nominative, as a list names things: `einer gemeinsamen Erklärung` is `eine gemeinsame Erklärung`.
//!
//! In: a noun phrase in the dative or genitive, as a preposition or another noun governs it. Out: its article, its
//! adjectives and its noun in the nominative, what follows as it stands. Gender is told by the noun's ending: of a
//! masculine and a neuter that end alike, the masculine is taken. Phrases in the nominative are left to the caller.

/// Nouns of the neuter by their end; those in `-en` keep it.
const NEUTER: &str = "schreiben unternehmen verfahren treffen vorhaben wesen interview video papier dokument gutachten \
    memorandum protokoll statement telefonat gespräch bulletin blatt gesetz urteil ministerium amt gericht institut parlament \
    magazin haus land büro komitee team ium um chen lein ment portal netzwerk werk zentrum unterhaus bündnis ergebnis radio \
    fernsehen labor militär kabinett präsidium portfolio konsortium papier";

/// Masculine nouns that take `-en` but in the nominative, by their end.
const WEAK: &str = "ent ant ist at ot et log graf soph arch and";

/// Stems of adjectives that have become nouns.
const ADJECTIVES: &str =
    "angestellt abgeordnet beamt vorsitzend verdächtig angehörig verletzt beteiligt angeklagt \
    beschuldigt bevollmächtigt gesandt verwandt überlebend befragt anwesend";

/// A phrase that something governs, in the nominative.
pub(crate) fn nominative(phrase: &str) -> String {
    let mut words: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
    let is_noun = |word: &String| word.starts_with(char::is_uppercase);
    let Some(article) = words.first().map(|word| word.to_lowercase()) else { return String::new() };
    let known = ["der", "des", "dem", "den", "einer", "eines", "einem", "dieser", "dieses", "diesem"];
    let first = usize::from(known.contains(&article.as_str()));
    let Some(noun) = words[first..].iter().position(is_noun).map(|at| at + first) else {
        return phrase.to_owned();
    };
    let is_plural =
        words[noun].ends_with("en") || words[noun].ends_with("ern") || words[noun].ends_with("nnen");
    let neuter = ends_in(&words[noun], NEUTER);
    let (article, ending) = match article.as_str() {
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
    for adjective in &mut words[first..noun] {
        if let Some(stem) = adjective.strip_suffix("en") {
            *adjective = format!("{stem}{ending}");
        } else if let Some(stem) = adjective.strip_suffix("em") {
            *adjective = format!("{stem}{}", if neuter { "es" } else { "er" });
        }
    }
    let is_genitive = first > 0 && matches!(words[0].to_lowercase().as_str(), "des" | "eines" | "dieses");
    let is_singular = matches!(article, "der" | "das" | "ein" | "dieser" | "dieses");
    words[noun] = match words[noun].strip_suffix("en").filter(|stem| is_singular && ends_in(stem, ADJECTIVES))
    {
        Some(stem) => format!("{stem}{ending}"),
        None => bare(&words[noun], is_singular, is_genitive, neuter),
    };
    if first > 0 {
        article.clone_into(&mut words[0]);
    }
    words.join(" ")
}

/// A noun without the ending of its case.
fn bare(noun: &str, is_singular: bool, is_genitive: bool, is_neuter: bool) -> String {
    let noun = if is_genitive { noun.strip_suffix('s').unwrap_or(noun) } else { noun };
    let stem = match () {
        // `des Amtes`, `des Gerichtes`
        () if is_genitive && (noun.ends_with("te") || noun.ends_with("de") || noun.ends_with("se")) => {
            noun.strip_suffix('e')
        }
        () if is_singular && !is_neuter && noun.ends_with("en") => {
            let stem = &noun[..noun.len() - 2];
            if ends_in(stem, WEAK) {
                Some(stem)
            } else {
                noun.strip_suffix('n')
            }
        }
        // `den Berichten`, `Kreisen`, `den Sprechern`
        () if !is_singular => ["berichten", "gerüchten", "kreisen", "dokumenten", "nissen", "ern"]
            .iter()
            .any(|ending| noun.to_lowercase().ends_with(ending))
            .then(|| &noun[..noun.len() - 1]),
        () => None,
    };
    stem.unwrap_or(noun).to_owned()
}

fn ends_in(noun: &str, endings: &str) -> bool {
    let noun = noun.to_lowercase();
    let stem = noun.strip_suffix("es").or_else(|| noun.strip_suffix('s')).unwrap_or(&noun);
    endings.split_whitespace().any(|ending| noun.ends_with(ending) || stem.ends_with(ending))
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
            assert_eq!(nominative(phrase), expected, "{phrase}");
        }
    }
}
