//! Names and derived words that the lexicon has.
//!
//! In: a sentence. Out: candidates for the longest known phrase from each word on, and for single words. How
//! sure they are comes from how often they are names in texts.

use super::candidates::Candidate;
use super::rules::Class;
use super::view::View;
use super::words::{Shape, Word};
use super::{EntityType, MentionKind};
use crate::model::{Entry, Spelling};
use crate::text::Span;

/// The longest phrase that is looked for, in tokens.
const MOST_TOKENS: usize = 12;

pub(super) fn find(view: &View<'_>, candidates: &mut Vec<Candidate>) {
    let mut at = view.range.start;
    while at < view.range.end {
        candidates.extend(longest_phrase(view, at));
        candidates.extend(single_word(view, at));
        at += 1;
    }
}

/// The known phrases of a sentence, the longest at each place, none inside an earlier one.
pub(super) fn phrases(view: &View<'_>, found: &mut Vec<Candidate>) {
    let mut at = view.range.start;
    while at < view.range.end {
        let phrase = longest_phrase(view, at);
        at = phrase.map_or(at + 1, |phrase| phrase.tokens.1);
        found.extend(phrase);
    }
}

/// The longest phrase of two tokens or more.
#[inline(never)] // Called from two places, and large.
fn longest_phrase(view: &View<'_>, first: usize) -> Option<Candidate> {
    let opening = view.word(first).filter(|word| word.opens_phrase)?;
    let lexicon = view.lexicon();
    let mut read = Spelling::new();
    let mut longest: Option<(usize, Entry)> = None;
    for at in first..(first + MOST_TOKENS).min(view.range.end) {
        let word = view.word(at)?;
        let text = view.text(at);
        if at > first && word.is_spaced {
            read = read.with(" ");
        }
        // The genitive of a phrase: `Deutschen Bundestages` is listed, `Weißen Hauses` and `Google Deutschlands` fold.
        let stem = text.strip_suffix(['s', '\'', '’']).filter(|stem| at > first && stem.len() > 2);
        let genitive = stem.map(|stem| lexicon.get_spelled(read.with(stem)));
        if let Some(entry) = genitive.filter(|entry| !entry.is_none()) {
            longest = Some((at + 1, entry));
        }
        read = read.with(text);
        let entry = lexicon.get_spelled(read);
        if at > first && !entry.is_none() {
            longest = Some((at + 1, entry));
        }
        if !lexicon.opens_phrase(read) {
            break;
        }
        if word.ending > 0 {
            break;
        }
    }
    let (end, entry) = longest.filter(|(_, entry)| entry.name() > 0)?;
    let score = match entry.name() {
        _ if !opening.is_capital() && entry.thing().is_none() => entry.name() * 90,
        // A known phrase outweighs a guess that is a word longer.
        eighths @ 5.. if entry.thing().is_some() => 600 + eighths * 90,
        eighths @ 5.. => 300 + eighths * 90,
        eighths => eighths * 110,
    };
    Some(candidate((first, end), view.span(first, end), entry, score))
}

fn single_word(view: &View<'_>, at: usize) -> Option<Candidate> {
    let word = view.word(at).filter(|word| word.entry.name() > 0)?;
    let entry = word.entry;
    if stands_as_noun(view, at, word) {
        return None;
    }
    // `Von`, `Zu` open sentences, not names.
    let is_particle = word.is_initial
        && word.span.len() < 5
        && view.rules.class(&view.text(at).to_lowercase()).has(Class::PARTICLE);
    if is_particle {
        return None;
    }
    let score = match (entry.kind(), entry.entity_type()) {
        (MentionKind::Name, _) if word.shape == Shape::Lower => entry.name() * 120,
        (MentionKind::Name, EntityType::Person) if entry.name() < 7 => entry.name() * 115,
        _ => 60 + entry.name() * 130,
    };
    Some(candidate((at, at + 1), word.name_span(), entry, (score + context(view, at, word)).min(980)))
}

/// What the neighbours say of a word that may be a name, in thousandths. Added where they are for it.
fn context(view: &View<'_>, at: usize, word: &Word) -> u32 {
    let is_place = word.entry.kind() == MentionKind::Name && word.entry.entity_type() == EntityType::Location;
    let after_preposition = at > 0 && is_place && view.has(at - 1, Class::PLACE_PREPOSITION);
    if after_preposition && word.is_capital() && word.entry.common() < 2 {
        180
    } else {
        0
    }
}

/// Whether a word that is also a noun stands there as one: after an article or an adjective. Towns have neither.
fn stands_as_noun(view: &View<'_>, at: usize, word: &Word) -> bool {
    const NEUTER: [&str; 8] = ["das", "ein", "zum", "beim", "vom", "kein", "dieses", "dem"];
    const ENDINGS: [&str; 7] = ["e", "er", "es", "en", "em", "im", "ein"];
    if !view.rules.nouns_are_capitalised || word.entry.kind() != MentionKind::Name || at == view.range.start {
        return false;
    }
    let before = view.text(at - 1);
    if word.entry.is_city() && NEUTER.iter().any(|article| article.eq_ignore_ascii_case(before)) {
        return true;
    }
    word.entry.common() > 0
        && word.entry.name() < 6
        && view.is_lower(at - 1)
        && (ENDINGS.iter().any(|ending| before.ends_with(ending)) || NEUTER.contains(&before))
        && !view.has(at - 1, Class::PLACE_PREPOSITION)
}

fn candidate(tokens: (usize, usize), span: Span, entry: Entry, score: u32) -> Candidate {
    Candidate { tokens, span, kind: entry.kind(), entity_type: entry.entity_type(), score }
}
