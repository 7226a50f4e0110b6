//! What each mention calls its thing, in the nominative.
//!
//! In: mentions. Out: one [`Name`] each: the text without a genitive ending, and the key under which all
//! mentions of the thing meet: its dictionary name where the lexicon has it.

use std::collections::{HashMap, HashSet};

use super::{Context, EntityType, Mention, MentionKind};
use crate::layers::mentions::Compounds;
use crate::model::Entry;
use crate::text::Span;

/// A mention's name.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// In the nominative as far as can be told.
    pub(super) text: String,
    /// The same for all names of one thing.
    pub(super) key: String,
    /// Whether the lexicon has the thing, so that `key` is its dictionary name.
    pub(super) is_known: bool,
}

pub(super) fn read(context: Context<'_>, mentions: &[Mention]) -> Vec<Name> {
    let texts: Vec<String> = mentions.iter().map(|mention| joined(context, mention.span)).collect();
    let standing: HashSet<&str> = texts.iter().map(String::as_str).collect();
    let mut names: Vec<Name> = mentions
        .iter()
        .zip(&texts)
        .map(|(mention, text)| match mention.kind {
            MentionKind::Name => name(context, text, &standing),
            MentionKind::Derived | MentionKind::Part => base(context, text, &standing),
        })
        .collect();
    complete_ellipses(context, mentions, &mut names);
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

fn name(context: Context<'_>, text: &str, standing: &HashSet<&str>) -> Name {
    let lexicon = context.lexicon;
    let stem = text.strip_suffix(['s', '\'', '’']).filter(|stem| stem.len() > 2);
    let known = |text: &str| lexicon.thing(lexicon.get(text)).map(|thing| thing.name.to_owned());
    if let Some(key) = known(text).or_else(|| stem.and_then(known)) {
        let text = if known(text).is_some() { text } else { stem.unwrap_or(text) };
        return Name { text: text.to_owned(), key, is_known: true };
    }
    let nominative = stem.filter(|stem| {
        let last = |text: &str| lexicon.get(text.rsplit(' ').next().unwrap_or(text));
        let has = |entry: Entry| entry.name() > 0 || entry.surname() > 0 || entry.first_name() > 0;
        standing.contains(stem) || text.ends_with(['\'', '’']) || has(last(stem)) && !has(last(text))
    });
    let text = nominative.unwrap_or(text).to_owned();
    Name { key: text.clone(), text, is_known: false }
}

/// The name that a derived word or compound has in it.
fn base(context: Context<'_>, text: &str, standing: &HashSet<&str>) -> Name {
    let lexicon = context.lexicon;
    let thing = |text: &str| lexicon.thing(lexicon.get(text)).map(|thing| thing.name.to_owned());
    if let Some(key) = thing(text) {
        return Name { text: text.to_owned(), key, is_known: true };
    }
    let compounds = Compounds { lexicon, rules: context.language.name_rules() };
    match compounds.form(text) {
        Some(formed) => match thing(&formed.base) {
            Some(key) => Name { text: text.to_owned(), key, is_known: true },
            None => name(context, &formed.base, standing),
        },
        None => Name { text: text.to_owned(), key: uninflected(text).to_owned(), is_known: false },
    }
}

/// An adjective without its ending.
fn uninflected(text: &str) -> &str {
    let stem = ["en", "er", "es", "em", "e"].iter().find_map(|ending| text.strip_suffix(ending));
    stem.filter(|stem| stem.ends_with("sch")).unwrap_or(text)
}

/// `Ost-` before `und Südchinesischen Meer` is the `Ostchinesische Meer`.
fn complete_ellipses(context: Context<'_>, mentions: &[Mention], names: &mut [Name]) {
    let prefixes = &context.language.name_rules().direction_prefixes;
    for index in 0..names.len().saturating_sub(1) {
        let Some(prefix) = names[index].text.strip_suffix('-').filter(|prefix| prefixes.contains(prefix))
        else {
            continue;
        };
        let next = joined(context, mentions[index + 1].span);
        let Some(rest) = prefixes.iter().find_map(|prefix| next.strip_prefix(*prefix)) else { continue };
        let whole = format!("{prefix}{}", rest.strip_prefix('-').unwrap_or(rest));
        names[index] = name(context, &whole, &HashSet::new());
    }
}

/// `Bund der Steuerzahler (BdSt)`: what stands in brackets after a long name is its short one.
fn join_acronyms(context: Context<'_>, mentions: &[Mention], names: &mut [Name]) {
    let mut long_names: HashMap<String, (String, bool)> = HashMap::new();
    for (pair, at) in mentions.windows(2).zip(0..) {
        let (long, short) = (&pair[0], &pair[1]);
        let between = Span::new(long.span.end(), short.span.start().max(long.span.end()));
        if long.entity_type != EntityType::Organisation || context.text.slice(between).trim() != "(" {
            continue;
        }
        let text = context.text.slice(short.span);
        if is_acronym_of(text, &names[at].text) && names[at].key != names[at + 1].key {
            long_names.entry(text.to_owned()).or_insert((names[at].key.clone(), names[at].is_known));
        }
    }
    if long_names.is_empty() {
        return;
    }
    for name in names.iter_mut().filter(|name| !name.is_known) {
        if let Some((key, is_known)) = long_names.get(&name.key) {
            name.key.clone_from(key);
            name.is_known = *is_known;
        }
    }
}

/// Whether `short` is made of letters of `long` in order, its first letter first.
fn is_acronym_of(short: &str, long: &str) -> bool {
    let mut letters = long.chars().flat_map(char::to_lowercase);
    short.chars().count() < long.chars().count()
        && short
            .chars()
            .filter(|c| c.is_alphabetic())
            .flat_map(char::to_lowercase)
            .all(|c| letters.any(|d| d == c))
}
