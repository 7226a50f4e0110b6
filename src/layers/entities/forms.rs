//! The forms of one name.
//!
//! In: a name as it stands. Out: its nominative (`Deutsche Bundesbank` of `Deutschen Bundesbank`, `Landgericht Köln`
//! of `Landgerichts Köln`), what is left of it without what may be left out (`Nordwind` of `Nordwind GmbH`, `Köln` of
//! `Stadt Köln`), and letters that do not shout. Which names are one thing is left to `names`.

use super::uses::Use;
use super::words::{EntityWords, Gender};
use super::EntityType;

/// The nominative of a name that begins with a noun the language's list knows, perhaps after adjectives; any other
/// name as it is.
pub(super) fn nominative(words: &EntityWords, name: &str) -> String {
    let parts: Vec<&str> = name.split(' ').collect();
    let adjectives: Vec<&str> = parts.iter().map_while(|word| words.name_adjective(word)).collect();
    let Some(noun) = parts.get(adjectives.len()) else { return name.to_owned() };
    let Some((noun, gender)) = words.noun(noun) else { return name.to_owned() };
    let ending = match gender {
        Gender::Masculine => "er",
        Gender::Neuter => "es",
        Gender::Feminine | Gender::Plural => "e",
    };
    let mut result: Vec<String> = adjectives.iter().map(|stem| format!("{stem}{ending}")).collect();
    result.push(noun.to_owned());
    result.extend(parts[adjectives.len() + 1..].iter().map(|word| (*word).to_owned()));
    result.join(" ")
}

/// A name without a legal form at its end or the word for a town at its beginning.
pub(super) fn shortened<'n>(words: &EntityWords, name: &'n str, entity_type: EntityType) -> &'n str {
    let mut rest = name;
    if entity_type == EntityType::Organisation {
        while let Some((before, last)) =
            rest.rsplit_once(' ').filter(|(_, last)| words.has(last, Use::LEGAL_FORM))
        {
            debug_assert!(!last.is_empty());
            rest = before.trim_end_matches(',');
        }
    }
    if matches!(entity_type, EntityType::Organisation | EntityType::Location) {
        if let Some((_, after)) = rest.split_once(' ').filter(|(first, _)| words.has(first, Use::TOWN)) {
            rest = after.strip_prefix("of ").unwrap_or(after);
        }
    }
    rest
}

/// Whether a name of more than three letters is all in capitals.
pub(super) fn shouts(name: &str) -> bool {
    let mut letters = name.chars().filter(|c| c.is_alphabetic());
    letters.clone().nth(3).is_some() && letters.all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;

    #[test]
    fn names_stand_in_the_nominative() {
        #[track_caller]
        fn check(name: &str, expected: &str) {
            assert_eq!(nominative(Language::German.entity_words(), name), expected);
        }
        check("Landgerichts Görlitz", "Landgericht Görlitz");
        check("Deutschen Bundestages", "Deutscher Bundestag");
        check("Norddeutschen Seebühne", "Norddeutsche Seebühne");
        check("Finnischen Roten Kreuzes", "Finnisches Rotes Kreuz");
        check("Friesischen Landesbahnen", "Friesische Landesbahnen");
        check("Saarbrücker Zeitung", "Saarbrücker Zeitung");
        check("Verbandes der Imker", "Verband der Imker");
        check("Haus Anna", "Haus Anna");
        check("München", "München");
    }

    #[test]
    fn what_may_be_left_out_is() {
        let words = Language::German.entity_words();
        assert_eq!(
            shortened(words, "Nordwind Reederei GmbH & Co. KG", EntityType::Organisation),
            "Nordwind Reederei"
        );
        assert_eq!(shortened(words, "Stadt Köln", EntityType::Organisation), "Köln");
        assert_eq!(shortened(words, "Stadt Land Fluss", EntityType::Other), "Stadt Land Fluss");
        let words = Language::English.entity_words();
        assert_eq!(shortened(words, "City of Leeds", EntityType::Location), "Leeds");
        assert_eq!(shortened(words, "AG", EntityType::Organisation), "AG");
    }

    #[test]
    fn long_names_in_capitals_shout() {
        assert!(shouts("EMDEN") && !shouts("NATO-Rat") && !shouts("EU"));
    }
}
