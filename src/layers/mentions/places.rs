//! Places, and things of other kinds, by what stands before them or how they end.
//!
//! In: a sentence. Out: candidates: `die Hafenstadt Abidschan`, `aus Stadtallendorf`, `Bebelplatz`,
//! `Südfrankreich`, `Ost- und Südchinesischen Meer`.

use super::adjectives::cue_type;
use super::candidates::Candidate;
use super::compounds::Compounds;
use super::rules::Class;
use super::view::View;
use super::words::Shape;
use super::{EntityType, MentionKind, NameRules};
use crate::model::Entry;
use crate::text::capitalised;

#[inline(never)]
pub(super) fn find(view: &View<'_>, candidates: &mut Vec<Candidate>) {
    for at in view.range.clone().filter(|at| view.is_capital(*at)) {
        let place = |(end, score)| (at, end, EntityType::Location, score);
        let found =
            [after_cue(view, at), after_preposition(view, at).map(place), ellipsis(view, at).map(place)];
        candidates.extend(found.into_iter().flatten().map(|(first, end, entity_type, score)| Candidate {
            tokens: (first, end),
            span: view.span(first, end),
            kind: MentionKind::Name,
            entity_type,
            score,
        }));
    }
}

/// `die Provinz Aceh`, `Landkreis Aurich`, `Nachrichtenagentur Irna`, `Taifun Xynthia`; found at the cue.
fn after_cue(view: &View<'_>, cue: usize) -> Option<(usize, usize, EntityType, u32)> {
    let class = view.word(cue)?.class;
    let entity_type = cue_type(class)?;
    let is_whole = class.has(Class::CUE_WHOLE);
    let name = cue + 1;
    let word = view.word(name).filter(|word| word.is_capital() && word.is_spaced)?;
    let is_known = word.entry.name() > 0
        && word.entry.entity_type() == entity_type
        && word.entry.kind() == MentionKind::Name;
    let may_be = view.may_be_name(name)
        || is_whole && word.entry.common() < 2 && !view.is_role(name)
        || word.shape == Shape::Capitals && !view.has(name, Class::NOT_ACRONYM);
    if !is_known && (!may_be || word.entry.first_name() > 1 && entity_type != EntityType::Other)
        || view.is_role(name)
    {
        return None;
    }
    let mut end = name + 1;
    while end < name + 3
        && view.may_be_name(end)
        && view.word(end).is_some_and(|word| word.is_spaced && word.entry.first_name() < 2)
    {
        end += 1;
    }
    let first = if is_whole { cue } else { name };
    let score = match (is_known, is_whole) {
        (true, _) => 820,
        (false, true) => 560,
        (false, false) => 640,
    };
    Some((first, end, entity_type, score))
}

/// An unknown word after `in`, `aus`, `nach`, `bei` without an article.
fn after_preposition(view: &View<'_>, at: usize) -> Option<(usize, u32)> {
    if at == 0 || !view.has(at - 1, Class::PLACE_PREPOSITION) || !view.may_be_name(at) || view.is_title_case {
        return None;
    }
    let word = view.word(at)?;
    if view.first_name(at) > 1
        || word.entry.surname() > 1
        || view.text(at).contains('-') && view.rules.nouns_are_capitalised
    {
        return None;
    }
    let mut end = at + 1;
    while end < at + 3 && view.may_be_name(end) && view.word(end).is_some_and(|word| word.is_spaced) {
        end += 1;
    }
    // `nach Celebis Angaben`: somebody's, not a place.
    if view.text(at).ends_with('s') && view.is_capital(at + 1) && view.is_common_noun(at + 1) {
        return None;
    }
    // `in Mode`: a word of the house that no corpus has; names are rarely so short or so long.
    let plausible = (4..=16).contains(&view.text(at).chars().count());
    let is_sure = matches!(view.text(at - 1), "in" | "nach" | "In" | "Nach" | "aus" | "Aus");
    Some((
        end,
        match (plausible, is_sure) {
            (true, true) => 575,
            (true, false) => 470,
            _ => 300,
        },
    ))
}

/// The first half of `Ost- und Südchinesischen Meer`.
fn ellipsis(view: &View<'_>, at: usize) -> Option<(usize, u32)> {
    let prefix = view.text(at).strip_suffix('-')?;
    if !view.rules.direction_prefixes.contains(&prefix) || !view.is_in(at + 1, &["und", "oder", "sowie"]) {
        return None;
    }
    let next = view.word(at + 2).filter(|word| word.is_capital())?;
    let whole = view.text(at + 2);
    let known =
        next.entry.name() > 3 || view.rules.direction_prefixes.iter().any(|prefix| whole.starts_with(prefix));
    known.then_some((at + 1, 640))
}

/// A word that is a place by its form: kind, type and how sure that is.
pub(super) fn read(compounds: Compounds<'_>, text: &str, entry: Entry, class: Class) -> Option<Formed> {
    if entry.name() > 0 || !compounds.rules.nouns_are_capitalised {
        return None;
    }
    let score = with_direction(compounds, text)
        .or_else(|| district(compounds, text, class))
        .or_else(|| by_ending(compounds.rules, text, entry))?;
    Some((MentionKind::Name, EntityType::Location, score))
}

type Formed = (MentionKind, EntityType, u16);

/// `Südfrankreich`, `Nord-Irak`.
fn with_direction(compounds: Compounds<'_>, text: &str) -> Option<u16> {
    let names_place = |name: &str| {
        let entry = compounds.lexicon.get(name);
        entry.name() > 3 && entry.entity_type() == EntityType::Location && entry.kind() == MentionKind::Name
    };
    for prefix in &compounds.rules.direction_prefixes {
        let Some(rest) = text.strip_prefix(*prefix) else { continue };
        let name = capitalised(rest.strip_prefix('-').unwrap_or(rest));
        if name.len() > 3 && (names_place(&name) || name.strip_suffix('s').is_some_and(names_place)) {
            return Some(800);
        }
    }
    None
}

/// `Berlin-Mitte`, `Lobeda-West`.
fn district(compounds: Compounds<'_>, text: &str, class: Class) -> Option<u16> {
    let (town, district) = text.split_once('-')?;
    let city = compounds.lexicon.get(town);
    let is_district = district.starts_with(char::is_uppercase) && !class.has(Class::NOUN | Class::ROLE);
    (city.is_city() && city.name() > 3 && is_district).then_some(560)
}

/// `Bebelplatz`, `Walchensee`, `Leopold-Straße`.
fn by_ending(rules: &NameRules, text: &str, entry: Entry) -> Option<u16> {
    if entry.common() > 0 || entry.first_name() > 0 || entry.surname() > 0 {
        return None;
    }
    let nominative = text.strip_suffix('s').unwrap_or(text);
    let last = nominative.rsplit_once('-').map(|(_, last)| last.to_lowercase());
    let fits = |ending: &&str| {
        nominative.len() > ending.len() + 3
            && (nominative.ends_with(*ending) || text.ends_with(*ending) || last.as_deref() == Some(*ending))
    };
    rules.place_endings.iter().any(fits).then_some(560)
}
