//! The forms of German names and of words derived from them, for the lists in `facts`.
//!
//! In: a form as the lists give it. Out: all forms that texts use. The genitive in -s is not made here: the
//! layers fold it.

/// The forms of a name. Names of several words bend their leading adjectives: `Vereinte Nationen`, `Vereinten
/// Nationen`; `Weißes Haus`, `Weißen Hauses`.
pub(crate) fn name(name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split(' ').collect();
    let adjectives = words.iter().take_while(|word| adjective_stem(word).is_some()).count();
    let mut forms = vec![name.to_owned()];
    if adjectives > 0 && adjectives < words.len() {
        let rest = words[adjectives..].join(" ");
        for ending in ["e", "en", "er", "es", "em"] {
            let stems = words[..adjectives].iter().filter_map(|word| adjective_stem(word));
            let mut form = stems.fold(String::new(), |form, stem| form + stem + ending + " ");
            form.push_str(&rest);
            if ending == "en" && adjectives + 1 == words.len() && !rest.ends_with(['n', 'e']) {
                forms.push(format!("{form}es"));
            }
            if ending == "en" && rest.ends_with('e') {
                forms.push(format!("{form}n"));
            }
            forms.push(form);
        }
    }
    forms.sort_unstable();
    forms.dedup();
    forms
}

/// `Deutsche` -> `Deutsch`; `None` for what does not look like an adjective with its ending.
fn adjective_stem(word: &str) -> Option<&str> {
    const STEMS: [&str; 29] = [
        "isch",
        "lich",
        "ig",
        "Deutsch",
        "Rot",
        "Weiß",
        "Schwarz",
        "Neu",
        "Groß",
        "Hoh",
        "Heilig",
        "Oberst",
        "Erst",
        "Zweit",
        "Kalt",
        "Vereint",
        "Vereinigt",
        "Autonom",
        "Frei",
        "Grün",
        "Christlich",
        "National",
        "Tot",
        "Gelb",
        "Nah",
        "Mittler",
        "Fern",
        "Inner",
        "International",
    ];
    let stem = ["es", "er", "e"].iter().find_map(|ending| word.strip_suffix(ending))?;
    STEMS.iter().any(|known| stem.ends_with(known)).then_some(stem)
}

/// The forms of a derived word: adjectives in lower case without ending, people in the singular.
pub(crate) fn derived(word: &str) -> Vec<String> {
    if word.chars().next().is_some_and(char::is_lowercase) || word.ends_with("isch") {
        return adjective(word);
    }
    let with =
        |stem: &str, endings: &[&str]| endings.iter().map(|ending| format!("{stem}{ending}")).collect();
    if word.ends_with("er") {
        with(word, &["", "s", "n", "in", "innen"])
    } else if word.ends_with("in") {
        with(word, &["", "nen"])
    } else if let Some(stem) = word.strip_suffix('e') {
        with(stem, &["e", "en", "er", "es", "in", "innen"])
    } else if word.ends_with(['i', 'o']) {
        with(word, &["", "s"])
    } else {
        vec![word.to_owned()]
    }
}

/// Every ending, in lower case, and as the first word of a sentence or name.
fn adjective(stem: &str) -> Vec<String> {
    let mut letters = stem.chars();
    let upper: String =
        letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect());
    let endings = ["", "e", "en", "er", "es", "em"];
    let forms = endings.iter().flat_map(|ending| [format!("{stem}{ending}"), format!("{upper}{ending}")]);
    let mut forms: Vec<String> = forms.collect();
    forms.sort_unstable();
    forms.dedup();
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leading_adjectives_bend() {
        assert!(name("Vereinte Nationen").contains(&"Vereinten Nationen".to_owned()));
        assert!(name("Weißes Haus").contains(&"Weißen Hauses".to_owned()));
        assert!(name("Deutsches Rotes Kreuz").contains(&"Deutschen Roten Kreuz".to_owned()));
        assert_eq!(name("Die Zeit"), ["Die Zeit"]);
        assert_eq!(name("Berliner Zeitung"), ["Berliner Zeitung"]);
    }

    #[test]
    fn people_and_adjectives_decline() {
        assert!(derived("japanisch").contains(&"Japanische".to_owned()));
        assert!(derived("Japaner").contains(&"Japanerinnen".to_owned()));
        assert!(derived("Chinese").contains(&"Chinesin".to_owned()));
        assert!(derived("Israeli").contains(&"Israelis".to_owned()));
    }
}
