//! Words derived from names and compounds with a name in them.
//!
//! In: a sentence, or one word. Out: candidates of the kinds `derived` (`norddeutsch`, `Greifswalder`,
//! `deutsch-peruanisch`) and `part` (`US-Außenminister`, `Bundestagswahlkampf`), the whole word each time; and
//! the name that such a word has in it.

use super::candidates::Candidate;
use super::rules::Class;
use super::view::View;
use super::NameRules;
use super::{EntityType, MentionKind};
use crate::model::{Entry, Lexicon, Spelling};
use crate::text::capitalised;

#[inline(never)]
pub(super) fn find(view: &View<'_>, candidates: &mut Vec<Candidate>) {
    for at in view.range.clone() {
        let Some(word) = view.word(at) else { continue };
        if let Some((kind, entity_type, score)) = word.formed {
            candidates.push(Candidate {
                tokens: (at, at + 1),
                span: word.name_span(),
                kind,
                entity_type,
                score: u32::from(score),
            });
        }
    }
}

/// A word that was formed from a name.
#[derive(Clone, Debug)]
pub(crate) struct Formed<'t> {
    pub(crate) kind: MentionKind,
    pub(crate) entity_type: EntityType,
    /// The word in it that is or means the name: `US` of `US-Außenminister`, `peruanisch` of `deutsch-peruanisch`.
    pub(crate) base: std::borrow::Cow<'t, str>,
    score: u16,
    is_inhabitant: bool,
}

/// How a language forms words from names.
#[derive(Clone, Copy)]
pub(crate) struct Compounds<'l> {
    pub(crate) lexicon: &'l Lexicon,
    pub(crate) rules: &'static NameRules,
}

impl Compounds<'_> {
    /// What a word is formed from, unless the lexicon knows better: kind, type and how sure that is.
    pub(super) fn read(&self, text: &str, entry: Entry) -> Option<(MentionKind, EntityType, u16)> {
        let is_name = entry.name() > 4 || entry.name() > 2 && entry.kind() == MentionKind::Name;
        // Texts that do not mark compounds say nothing against them.
        let is_noun = entry.common() > 1 && !text.contains('-');
        if is_name || is_noun {
            return None;
        }
        let formed = self.form(text)?;
        let is_person = entry.surname() > 1 || entry.first_name() > 1;
        let is_doubtful = formed.is_inhabitant && (is_person || entry.common() > 0);
        (!is_doubtful).then_some((formed.kind, formed.entity_type, formed.score))
    }

    /// Reads a word that the lexicon does not have.
    pub(crate) fn form<'t>(&self, text: &'t str) -> Option<Formed<'t>> {
        if text.contains(['-', '/']) {
            return self.hyphenated(text);
        }
        if text.starts_with(char::is_lowercase) && !ends_as_adjective(text) {
            return None;
        }
        let is_capital = text.starts_with(char::is_uppercase);
        let affixed = self.with_prefix(text).or_else(|| self.with_ending(text));
        affixed.or_else(|| if is_capital { self.inhabitant(text).or_else(|| self.solid(text)) } else { None })
    }

    /// `ostasiatisch`, `Nichtamerikanern`.
    fn with_prefix<'t>(&self, text: &'t str) -> Option<Formed<'t>> {
        let is_capital = text.starts_with(char::is_uppercase);
        for prefix in &self.rules.derived_prefixes {
            let mut letters = text.chars();
            let matches = prefix
                .chars()
                .all(|expected| letters.next().and_then(|c| c.to_lowercase().next()) == Some(expected));
            let rest = letters.as_str();
            if !matches || rest.len() < 5 {
                continue;
            }
            if let Some(entity_type) = self.derived_type(rest) {
                return Some(formed(MentionKind::Derived, entity_type, rest, 800));
            }
            let people = capitalised(rest);
            if let Some(entity_type) = self.derived_type(&people).filter(|_| is_capital) {
                return Some(formed(MentionKind::Derived, entity_type, people, 800));
            }
        }
        None
    }

    /// `türkischstämmig`, `deutschfeindlich`.
    fn with_ending<'t>(&self, text: &'t str) -> Option<Formed<'t>> {
        self.rules.derived_endings.iter().find_map(|ending| {
            let stem = text.strip_suffix(*ending)?;
            Some(formed(MentionKind::Derived, self.derived_type(stem)?, stem, 800))
        })
    }

    /// `Greifswalder`, `Mannheimern`, `Bremerin`, `Dresdner`: a town and an ending.
    fn inhabitant<'t>(&self, text: &'t str) -> Option<Formed<'t>> {
        for ending in &self.rules.inhabitant_endings {
            let Some(stem) = text.strip_suffix(*ending).filter(|stem| stem.len() > 2) else { continue };
            let without_n = stem.strip_suffix('n').unwrap_or(stem);
            let towns = [stem.to_owned(), format!("{stem}en"), format!("{stem}e"), format!("{without_n}en")];
            if self.lexicon.get(&format!("{stem}er")).common() > 0 {
                continue;
            }
            let town = towns.into_iter().find(|name| {
                let entry = self.lexicon.get(name);
                entry.is_city() && entry.name() > 3 && entry.common() < 2
            });
            if let Some(town) = town {
                let formed = formed(MentionKind::Derived, EntityType::Location, town, 720);
                return Some(Formed { is_inhabitant: true, ..formed });
            }
        }
        None
    }

    /// `deutsch-peruanisch`, `US-Notenbankchef`, `Israel-Libanon-Konflikt`.
    fn hyphenated<'t>(&self, text: &'t str) -> Option<Formed<'t>> {
        let last = text.rsplit(['-', '/']).next().unwrap_or_default();
        let last_entry = self.lexicon.get(last);
        let last_is_lower = last.starts_with(char::is_lowercase);
        if let Some(entity_type) =
            self.derived_type(last).filter(|_| last_is_lower || text.starts_with("US-"))
        {
            return Some(formed(MentionKind::Derived, entity_type, last, 850));
        }
        // The last part is the thing; a name there makes the whole a name: `Baden-Württemberg`.
        let last_is_name =
            last_entry.name() > 4 && last_entry.kind() == MentionKind::Name && last_entry.common() == 0
                || last_entry.first_name() > 2;
        if last_is_name || last.is_empty() && !text.ends_with('-') {
            return None;
        }
        let parts = || text.split(['-', '/']).filter(|part| !part.is_empty());
        // `Bremen-Farge` is a place, `DC-9` a thing: what ends in no noun has no part to be.
        let first_is_town = parts().next().is_some_and(|first| self.lexicon.get(first).is_city());
        let is_strange =
            last.bytes().any(|byte| byte.is_ascii_digit()) || first_is_town && !self.may_be_noun(last);
        if is_strange && !last.is_empty() {
            return None;
        }
        let count = parts().count() - usize::from(!text.ends_with('-'));
        for part in parts().take(count) {
            let nominative = part.strip_suffix('s').filter(|part| part.len() > 3);
            let named = [Some(part), nominative].into_iter().flatten().find_map(|part| {
                let entry = self.lexicon.get(part);
                let is_known = entry.name() > 3 || entry.name() > 0 && entry.thing().is_some();
                (is_known && entry.kind() != MentionKind::Part).then_some((part, entry))
            });
            if let Some((part, entry)) = named {
                let is_derived = entry.kind() == MentionKind::Derived && last_is_lower;
                let kind = if is_derived { MentionKind::Derived } else { MentionKind::Part };
                return Some(formed(kind, entry.entity_type(), part, 500 + 50 * entry.name().max(4) as u16));
            }
        }
        let first = parts().next()?;
        self.is_acronym(first).then(|| formed(MentionKind::Part, EntityType::Organisation, first, 520))
    }

    /// Whether the last part of a compound can be a noun.
    fn may_be_noun(&self, word: &str) -> bool {
        let lower: String = word.chars().flat_map(char::to_lowercase).collect();
        last_is_lower(word)
            || self.is_noun(&lower)
            || self.lexicon.get(word).common() > 0
            || self.rules.noun_endings.find(word).is_some()
            || lower.char_indices().skip(3).any(|(at, _)| self.is_noun(&lower[at..]))
    }

    fn is_acronym(&self, word: &str) -> bool {
        (2..=6).contains(&word.chars().count())
            && word.chars().all(char::is_uppercase)
            && !self.rules.class(word).has(Class::NOT_ACRONYM)
            && self.lexicon.get(word).common() == 0
            && !word.bytes().all(|byte| b"IVX".contains(&byte))
    }

    /// `Bundestagswahlkampf`, `Saturnmond`: a sure name, then a noun in lower case.
    fn solid<'t>(&self, text: &'t str) -> Option<Formed<'t>> {
        if !self.rules.nouns_are_capitalised || text.len() < 9 {
            return None;
        }
        let mut spelling = Spelling::new();
        let mut found = None;
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            spelling = spelling.with(&text[at..end]);
            if end < 4 || !is_sure_name(self.lexicon.get_spelled(spelling)) {
                continue;
            }
            let entry = self.lexicon.get_spelled(spelling);
            let rest = &text[end..];
            if [Some(rest), rest.strip_prefix('s')].into_iter().flatten().any(|noun| self.is_noun(noun)) {
                found = Some(formed(MentionKind::Part, entry.entity_type(), &text[..end], 560));
            }
        }
        found
    }

    /// Whether a word in lower case is a noun of the lexicon.
    fn is_noun(&self, word: &str) -> bool {
        if word.len() < 4 || !word.starts_with(char::is_lowercase) {
            return false;
        }
        let noun = capitalised(word);
        let without = |ending: &str| noun.strip_suffix(ending).unwrap_or(&noun);
        [noun.as_str(), without("es"), without("s"), without("n")]
            .iter()
            .any(|form| self.lexicon.get(form).common() > 1)
            || self.rules.is_role(&noun)
    }

    fn derived_type(&self, word: &str) -> Option<EntityType> {
        let entry = self.lexicon.get(word);
        (entry.kind() == MentionKind::Derived && entry.name() > 3).then(|| entry.entity_type())
    }
}

fn is_sure_name(entry: Entry) -> bool {
    entry.name() > 5 && entry.kind() == MentionKind::Name && entry.common() == 0 && entry.thing().is_some()
}

fn formed<'t>(
    kind: MentionKind,
    entity_type: EntityType,
    base: impl Into<std::borrow::Cow<'t, str>>,
    score: u16,
) -> Formed<'t> {
    Formed { kind, entity_type, base: base.into(), score, is_inhabitant: false }
}

/// `sch`, `ig`, `ich` and their endings: what all derived adjectives end in.
fn ends_as_adjective(text: &str) -> bool {
    let bytes = text.as_bytes();
    let tail = &bytes[bytes.len().saturating_sub(5)..];
    tail.windows(2).any(|pair| pair == b"ch" || pair == b"ig")
}

fn last_is_lower(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
}
