//! What each mention calls its thing, in the nominative.
//!
//! In: mentions. Out: one [`Name`] each: the text in the nominative and without shouting, and the key under which
//! all mentions of the thing meet: its dictionary name where the lexicon has it, else the name without what may
//! be left out (`forms`).

use super::forms::{self, shouts};
use super::{Context, EntityType, EntityWords, Mention, MentionKind};
use crate::layers::mentions::{unshouted, Compounds};
use crate::map::Map;
use crate::model::Entry;
use crate::text::Span;

/// A mention's name.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// In the nominative as far as can be told.
    pub(super) text: String,
    /// The same for all names of one thing.
    pub(super) key: Key,
    /// Whether the thing is told: not by `Kongressabgeordneter`, where nobody knows of what it is a part.
    pub(super) tells_thing: bool,
    /// Whether it stands in the genitive.
    pub(super) is_genitive: bool,
    /// Whether it is what an acronym that the lexicon has stands for, and the lexicon does not have it.
    pub(super) spells_out: bool,
}

/// What all mentions of a thing have in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    /// The dictionary name where the lexicon knows the thing.
    pub(super) text: String,
    /// The type that all mentions must have; `None` where the lexicon knows the thing, whatever the finder says.
    pub(super) entity_type: Option<EntityType>,
}

impl Key {
    fn known(text: String) -> Self {
        Self { text, entity_type: None }
    }

    /// Whether the lexicon has the thing.
    pub(super) const fn is_known(&self) -> bool {
        self.entity_type.is_none()
    }
}

impl Name {
    fn as_written(text: &str, key: Key) -> Self {
        Self { text: text.to_owned(), key, tells_thing: true, is_genitive: false, spells_out: false }
    }

    pub(super) fn shouts(&self) -> bool {
        shouts(&self.text)
    }
}

pub(super) fn read(context: Context<'_>, mentions: &[Mention]) -> Vec<Name> {
    let texts: Vec<String> = mentions.iter().map(|mention| joined(context, mention.span)).collect();
    let mut standing: Map<&str, ()> = Map::default();
    for (mention, text) in mentions.iter().zip(&texts) {
        standing.insert(text, ());
        if mention.entity_type == EntityType::Person {
            standing.extend(text.rsplit(' ').next());
        }
    }
    let reader = Namer { context, words: context.language.entity_words(), standing };
    let mut names: Vec<Name> = mentions
        .iter()
        .zip(&texts)
        .map(|(mention, text)| match mention.kind {
            MentionKind::Name | MentionKind::Nominal => reader.name(text, mention.entity_type),
            MentionKind::Derived | MentionKind::Part => reader.base(text, mention.entity_type),
        })
        .collect();
    reader.complete_ellipses(mentions, &mut names);
    join_acronyms(context, mentions, &mut names);
    names
}

/// The words of a mention with single spaces.
fn joined(context: Context<'_>, span: Span) -> String {
    let text = context.text.slice(span);
    if text.contains(|c: char| c.is_whitespace() && c != ' ') || text.contains("  ") {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        text.to_owned()
    }
}

/// Names things.
struct Namer<'a> {
    context: Context<'a>,
    words: &'static EntityWords,
    /// Names as they stand in the article, and the last words of people's names.
    standing: Map<&'a str, ()>,
}

impl Namer<'_> {
    fn known(&self, text: &str) -> Option<Key> {
        let lexicon = self.context.lexicon;
        lexicon.thing(lexicon.get(text)).map(|thing| Key::known(thing.name.to_owned()))
    }

    fn name(&self, text: &str, entity_type: EntityType) -> Name {
        if let Some(key) = self.known(text) {
            return Name::as_written(text, key);
        }
        let calm = Some(text).filter(|text| shouts(text)).map(unshouted);
        let calm = calm.filter(|calm| self.is_name(calm));
        let text = calm.as_deref().unwrap_or(text);
        let genitive = text.strip_suffix(['s', '\'', '’']).filter(|stem| stem.len() > 2);
        let is_person = entity_type == EntityType::Person;
        let genitive_stem = genitive.filter(|stem| self.is_genitive(text, stem, is_person));
        let nominative = match genitive_stem {
            Some(stem) => stem.to_owned(),
            None if is_person => text.to_owned(),
            None => forms::nominative(self.words, text),
        };
        let short =
            if is_person { &nominative } else { forms::shortened(self.words, &nominative, entity_type) };
        let known = self.known(text).or_else(|| genitive.and_then(|stem| self.known(stem)));
        let known = known.or_else(|| self.known(&nominative)).or_else(|| self.known(short));
        let unknown = || Key { text: short.to_owned(), entity_type: Some(entity_type) };
        let key = known.unwrap_or_else(unknown);
        Name {
            text: nominative,
            key,
            tells_thing: true,
            is_genitive: genitive_stem.is_some(),
            spells_out: false,
        }
    }

    /// Whether a name that does not shout is known from the article or the lexicon.
    fn is_name(&self, calm: &str) -> bool {
        self.standing.contains(calm) || self.context.lexicon.get(calm).name() > 3
    }

    /// Whether the last letter of a name is a genitive's.
    fn is_genitive(&self, text: &str, stem: &str, is_person: bool) -> bool {
        if text.ends_with(['\'', '’']) {
            return true;
        }
        if !self.words.has_compounds() {
            return false;
        }
        if self.standing.contains(stem) {
            return true;
        }
        let last = |text: &str| text.rsplit(' ').next().map_or("", |last| last).to_owned();
        if is_person && text.contains(' ') && self.standing.contains(last(stem).as_str()) {
            return true;
        }
        let lexicon = self.context.lexicon;
        let has = |text: &str| {
            let entry: Entry = lexicon.get(&last(text));
            entry.name() > 0 || entry.surname() > 0 || entry.first_name() > 0
        };
        // `Universität Lettlands`: the genitive belongs to the name.
        let is_attribute = !is_person && text.contains(' ') && self.begins_with_noun(text);
        !is_attribute && has(stem) && !has(text)
    }

    fn begins_with_noun(&self, text: &str) -> bool {
        let mut nouns = text.split(' ').filter(|word| self.words.name_adjective(word).is_none());
        let is_noun =
            |word: &str| self.words.noun(word).is_some() || self.context.lexicon.get(word).common() > 0;
        nouns.next().is_some_and(is_noun)
    }

    /// The name that a derived word or compound has in it.
    fn base(&self, text: &str, entity_type: EntityType) -> Name {
        if let Some(key) = self.known(text) {
            return Name::as_written(text, key);
        }
        let compounds =
            Compounds { lexicon: self.context.lexicon, rules: self.context.language.name_rules() };
        let Some(formed) = compounds.form(text) else {
            let key = Key { text: uninflected(text).to_owned(), entity_type: Some(entity_type) };
            return Name {
                text: text.to_owned(),
                key,
                tells_thing: false,
                is_genitive: false,
                spells_out: false,
            };
        };
        match self.known(&formed.base) {
            Some(key) => {
                Name { text: text.to_owned(), key, tells_thing: true, is_genitive: false, spells_out: false }
            }
            None => self.name(&formed.base, entity_type),
        }
    }

    /// `Ost-` before `und Südchinesischen Meer` is the `Ostchinesische Meer`.
    fn complete_ellipses(&self, mentions: &[Mention], names: &mut [Name]) {
        let prefixes = &self.context.language.name_rules().direction_prefixes;
        for index in 0..names.len().saturating_sub(1) {
            let Some(prefix) = names[index].text.strip_suffix('-').filter(|prefix| prefixes.contains(prefix))
            else {
                continue;
            };
            let next = joined(self.context, mentions[index + 1].span);
            let Some(rest) = prefixes.iter().find_map(|prefix| next.strip_prefix(*prefix)) else { continue };
            let whole = format!("{prefix}{}", rest.strip_prefix('-').unwrap_or(rest));
            names[index] = self.name(&whole, mentions[index].entity_type);
        }
    }
}

/// An adjective without its ending.
fn uninflected(text: &str) -> &str {
    let stem = ["en", "er", "es", "em", "e"].iter().find_map(|ending| text.strip_suffix(ending));
    stem.filter(|stem| stem.ends_with("sch")).unwrap_or(text)
}

/// `Bund der Steuerzahler (BdSt)`, `BdSt (Bund der Steuerzahler)`: long name and short one are one thing.
fn join_acronyms(context: Context<'_>, mentions: &[Mention], names: &mut [Name]) {
    let mut aliases: Map<String, Key> = Map::default();
    for (pair, at) in mentions.windows(2).zip(0..) {
        let between = Span::new(pair[0].span.end(), pair[1].span.start().max(pair[0].span.end()));
        if context.text.slice(between).trim() != "("
            || pair.iter().any(|one| one.entity_type == EntityType::Person)
        {
            continue;
        }
        let is_pair = |short: usize, long: usize| {
            let (letters, text) = (context.text.slice(mentions[short].span), names[long].text.as_str());
            mentions[long].entity_type == EntityType::Organisation
                && text.contains(' ')
                && is_acronym_of(letters, text)
                && names[short].key != names[long].key
        };
        let Some((short, long)) =
            [(at + 1, at), (at, at + 1)].into_iter().find(|(short, long)| is_pair(*short, *long))
        else {
            continue;
        };
        // What the lexicon knows gives its name to the other; where it knows both, the long one does.
        let (alias, key) = match (names[short].key.is_known(), names[long].key.is_known()) {
            (true, false) => (names[long].key.text.clone(), names[short].key.clone()),
            (_, _) => (names[short].key.text.clone(), names[long].key.clone()),
        };
        aliases.or_insert(alias, key);
    }
    let is_thing = |mention: &Mention| mention.entity_type != EntityType::Person;
    for (name, _) in names.iter_mut().zip(mentions).filter(|(_, mention)| is_thing(mention)) {
        if let Some(key) = aliases.get(&name.key.text) {
            name.spells_out = key.is_known() && !name.key.is_known() && name.text.contains(' ');
            name.key.clone_from(key);
        }
    }
}

/// Whether `short` is made of letters of `long` in order, beginning with the first letter of one of its words.
fn is_acronym_of(short: &str, long: &str) -> bool {
    let lower = |text: &str| text.chars().flat_map(char::to_lowercase).collect::<Vec<char>>();
    let (short, long) = (lower(short), lower(long));
    let begins_word = |at: usize| at == 0 || !long[at - 1].is_alphanumeric();
    (0..long.len()).filter(|at| begins_word(*at) && short.first() == Some(&long[*at])).any(|start| {
        let mut letters = long[start..].iter();
        short.len() < long.len() - start
            && short.iter().filter(|c| c.is_alphabetic()).all(|c| letters.any(|d| d == c))
    })
}
