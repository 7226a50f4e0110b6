//! What offices are of, by the words around them.
//!
//! In: a title. Out: the mention that says of which country, town or organisation it is: in the title's compound,
//! before the title (`Japans`, `der deutsche`, `Siemens`) or after it (`der CDU`, `Norwegens`). Whose office it is,
//! is left to `before` and `after`.

use std::ops::Range;

use super::super::titles::{adjective_stem, Reader, Title};
use super::super::uses::Use;
use super::super::{EntityType, MentionKind};
use super::Told;

/// How many adjectives may stand between a country and an office.
const MOST_ADJECTIVES: usize = 2;

/// An office before or after one name.
pub(super) struct Found {
    pub(super) title: Title,
    pub(super) of: Option<usize>,
    /// The first token of all that belongs to it, before a name.
    pub(super) start: usize,
}

/// Finds offices around one name.
pub(super) struct Finder<'r, 'a> {
    pub(super) reader: &'r Reader<'a>,
    pub(super) told: &'r [Told],
    /// The type of each group's first mention.
    pub(super) types: Vec<EntityType>,
}

impl Finder<'_, '_> {
    pub(super) fn group(&self, mention: usize) -> Option<usize> {
        self.told.get(mention).filter(|told| told.tells_thing).map(|told| told.group)
    }

    /// What a title is of, by its compound or by what stands before it.
    pub(super) fn with_country(&self, title: Title, sentence: &Range<usize>) -> Found {
        let reader = self.reader;
        let start = title.tokens.start;
        let part = title.part.and_then(|part| self.group(part));
        let before = self.country_before(start, sentence);
        let begins = before.map_or(start, |(_, begins)| begins);
        let mut title = title;
        // `the former U.S. president`: the word is parted from its title.
        if before.is_some() && begins > sentence.start && reader.is_former(begins - 1) && !title.is_former {
            title.text = reader.with_words_before(begins - 1..begins, &title.text, title.gender);
            title.is_former = true;
        }
        Found { of: part.or(before.and_then(|(mention, _)| self.group(mention))), title, start: begins }
    }

    /// The mention before a title that says what it is of, and its first token: `Japans`, `der deutsche`, `Siemens`.
    pub(super) fn country_before(&self, start: usize, sentence: &Range<usize>) -> Option<(usize, usize)> {
        let reader = self.reader;
        let mut end = start;
        while end > sentence.start && start - end < MOST_ADJECTIVES && self.is_adjective(end - 1) {
            end -= 1;
        }
        let last = end.checked_sub(1).filter(|last| *last >= sentence.start)?;
        let index = reader.mention(last)?;
        let mention = &reader.mentions[index];
        let text = reader.text(last);
        let is_genitive = text.ends_with(['s', '\'', '’']);
        let serves = match (mention.kind, mention.entity_type) {
            (MentionKind::Derived, EntityType::Location | EntityType::Organisation) => true,
            (MentionKind::Name, EntityType::Location | EntityType::Organisation) => {
                is_genitive || !reader.words.has_compounds()
            }
            (MentionKind::Name, EntityType::Person) => {
                is_genitive && (reader.words.has_compounds() || reader.bare(last) != text)
            }
            _ => false,
        };
        let tokens = reader.tokens_of(mention.span);
        (serves && reader.is_in_line(end) && tokens.end == end).then_some((index, tokens.start))
    }

    pub(super) fn is_adjective(&self, token: usize) -> bool {
        let reader = self.reader;
        let text = reader.text(token);
        reader.mention(token).is_none()
            && reader.words.has_compounds()
            && text.starts_with(char::is_lowercase)
            && adjective_stem(text).is_some()
            && !reader.has(token, Use::DETERMINER)
            && !reader.has(token, Use::COMPLEMENT)
            && !reader.has(token, Use::CONJUNCTION)
    }

    /// Whether a mention is a name in the genitive of languages that put it after the noun.
    pub(super) fn is_genitive(&self, mention: usize) -> bool {
        let reader = self.reader;
        let mention = &reader.mentions[mention];
        let last = reader.text(reader.tokens_of(mention.span).end.saturating_sub(1));
        reader.words.has_compounds()
            && mention.kind == MentionKind::Name
            && mention.entity_type != EntityType::Person
            && last.ends_with(['s', '\'', '’'])
    }

    /// What an office is of, by the words from `start` on: the mention and the token after it.
    pub(super) fn complement(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let reader = self.reader;
        let is_function_word =
            |at: &usize| reader.has(*at, Use::COMPLEMENT) || reader.has(*at, Use::DETERMINER);
        let words =
            (start..end).take(3).take_while(|at| is_function_word(at) && reader.mention(*at).is_none());
        let at = start + words.count();
        let index = reader.mention(at).filter(|_| at < end)?;
        let mention = &reader.mentions[index];
        let tokens = reader.tokens_of(mention.span);
        let serves = mention.kind == MentionKind::Name && mention.entity_type != EntityType::Person;
        // `der Kölner Staatsanwaltschaft` is not of Köln.
        serves.then(|| (index, self.after_brackets(tokens.end, &(start..end))))
    }

    /// The token after a name's brackets: an age or a party.
    pub(super) fn after_brackets(&self, end: usize, sentence: &Range<usize>) -> usize {
        if end >= sentence.end || self.reader.text(end) != "(" {
            return end;
        }
        let inside = end + 1..sentence.end.min(end + 7);
        inside.into_iter().find(|at| self.reader.text(*at) == ")").map_or(end, |close| close + 1)
    }

    /// Whether nothing but `und`, a comma and articles stands between two people with their offices.
    pub(super) fn is_row(&self, between: Range<usize>) -> bool {
        let reader = self.reader;
        between.len() <= 3
            && between.clone().any(|at| reader.has(at, Use::CONJUNCTION))
            && between.clone().all(|at| reader.has(at, Use::CONJUNCTION) || reader.has(at, Use::DETERMINER))
    }
}
