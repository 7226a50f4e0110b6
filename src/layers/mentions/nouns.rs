//! Common nouns.
//!
//! In: a capitalised word. Out: whether it is, or ends like, a noun that names nothing.

use super::rules::NameRules;
use crate::model::Spelling;
use crate::model::{Entry, Lexicon};

/// Whether `text`, with what the lexicon knows of it, names nothing.
pub(super) fn is_common(lexicon: &Lexicon, rules: &NameRules, text: &str, entry: Entry) -> bool {
    if entry.common() > 1 {
        return true;
    }
    if entry.name() > 3 || entry.first_name() > 1 || entry.surname() > 1 {
        return false;
    }
    if !rules.nouns_are_capitalised {
        return entry.common() > 0;
    }
    if let Some((_, last)) = text.rsplit_once('-') {
        if lexicon.get(last).common() > 1 || rules.is_role(last) {
            return true;
        }
    }
    rules.noun_endings.find(text).is_some_and(|ending| text.len() > ending.len() + 2)
        || ends_in_noun(lexicon, text)
}

/// Whether a compound ends in a noun that the lexicon has: `Krisengipfel` in `Gipfel`.
fn ends_in_noun(lexicon: &Lexicon, text: &str) -> bool {
    let starts = text.char_indices().map(|(start, _)| start).skip(3);
    starts.take_while(|start| text.len() - start >= 4).any(|start| is_noun_tail(lexicon, &text[start..]))
}

/// Whether a word in lower case is, with a capital, a common noun of the lexicon.
fn is_noun_tail(lexicon: &Lexicon, tail: &str) -> bool {
    let mut letters = tail.chars();
    let mut buffer = [0; 4];
    let Some(first) = letters.next().filter(|c| c.is_lowercase()) else { return false };
    let opening = first.to_uppercase().fold(Spelling::new(), |word, c| word.with(c.encode_utf8(&mut buffer)));
    lexicon.get_spelled(opening.with(letters.as_str())).common() > 1
}
