//! Who is meant by a name of a person.
//!
//! In: names of mentions. Out: for each mention of a person the full name under which the article has them. Two
//! people with one surname stay two: a surname alone is the one named in full last before it.

use super::{EntityType, Key, Mention, Name};
use crate::map::Map;

/// The key of each person; `None` for what is no person.
pub(super) fn keys(names: &[Name], mentions: &[Mention]) -> Vec<Option<Key>> {
    let is_person = |index: usize| mentions[index].entity_type == EntityType::Person;
    let full = |index: usize| {
        is_person(index) && names[index].text.contains(' ') && !is_particle_name(&names[index].text)
    };

    // One key for `George W. Bush` and `George Bush`, and for `Kihara Minoru` and `Minoru Kihara`.
    let mut first_of: Map<String, &str> = Map::default();
    let mut keys: Vec<Option<String>> = vec![None; names.len()];
    let mut named_first: Map<&str, String> = Map::default();
    for index in (0..names.len()).filter(|index| full(*index)) {
        let text = &names[index].text;
        let turned = text.split_once(' ').map(|(first, last)| format!("{last} {first}"));
        let known = turned.and_then(|turned| first_of.get(&turned)).copied();
        let key = known.unwrap_or_else(|| *first_of.or_insert(outer_words(text), text)).to_owned();
        for word in [surname(text), given_name(text)] {
            named_first.or_insert_with(word, || key.clone());
        }
        keys[index] = Some(key);
    }

    let mut named_last: Map<&str, String> = Map::default();
    let mut given_last: Map<&str, String> = Map::default();
    for index in (0..names.len()).filter(|index| is_person(*index)) {
        let text = names[index].text.as_str();
        if let Some(key) = &keys[index] {
            named_last.insert(surname(text), key.clone());
            given_last.insert(given_name(text), key.clone());
            continue;
        }
        let word = surname(&names[index].key.text);
        let known = named_last.get(word).or_else(|| given_last.get(word)).or_else(|| named_first.get(word));
        keys[index] = Some(known.map_or_else(|| names[index].key.text.clone(), Clone::clone));
    }
    let person = |text| Key { text, entity_type: Some(EntityType::Person) };
    keys.into_iter().map(|key| key.map(person)).collect()
}

/// First and last word.
fn outer_words(name: &str) -> String {
    format!("{} {}", given_name(name), surname(name))
}

/// The last word; numbers of popes and kings are not surnames.
fn surname(name: &str) -> &str {
    let words = name.rsplit(' ');
    let is_number = |word: &&str| word.ends_with('.') || word.bytes().all(|byte| b"IVX".contains(&byte));
    words.clone().find(|word| !is_number(word)).unwrap_or(name)
}

fn given_name(name: &str) -> &str {
    name.split(' ').next().unwrap_or(name)
}

/// `von der Leyen`: a surname of several words.
fn is_particle_name(name: &str) -> bool {
    name.chars().next().is_some_and(char::is_lowercase)
}
