//! Places, and things of other kinds, by what stands before them or how they end.
//!
//! In: a sentence. Out: candidates: `die Hafenstadt Abidschan`, `aus Stadtallendorf`, `Bebelplatz`,
//! `Südfrankreich`, `Ost- und Südchinesischen Meer`.

use super::adjectives::cue_type;
use super::candidates::Candidate;
use super::rules::Class;
use super::view::View;
use super::words::Shape;
use super::{EntityType, MentionKind};

pub(super) fn find(view: &View<'_>, candidates: &mut Vec<Candidate>) {
    for at in view.range.clone().filter(|at| view.is_capital(*at)) {
        let place = |(end, score)| (at, end, EntityType::Location, score);
        let found = [
            after_cue(view, at),
            after_preposition(view, at).map(place),
            by_ending(view, at).map(place),
            with_direction(view, at).map(place),
            ellipsis(view, at).map(place),
        ];
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

/// `Bebelplatz`, `Walchensee`, `Ellesmere-Insel`, `Leopoldstraße`.
fn by_ending(view: &View<'_>, at: usize) -> Option<(usize, u32)> {
    let word = view.word(at)?;
    if !view.rules.nouns_are_capitalised
        || word.shape != Shape::Capitalised
        || word.entry.name() > 0
        || word.entry.common() > 0
    {
        return None;
    }
    if word.entry.first_name() > 0 || word.entry.surname() > 0 {
        return None;
    }
    let text = view.text(at);
    let nominative = text.strip_suffix('s').unwrap_or(text);
    let fits = |ending: &&&'static str| {
        [text, nominative].iter().any(|form| {
            form.len() > ending.len() + 3
                && (form.ends_with(*ending)
                    || form.rsplit('-').next().is_some_and(|tail| tail.to_lowercase() == **ending))
        })
    };
    let ending = view.rules.place_endings.iter().find(fits)?;
    let is_street = matches!(
        *ending,
        "straße"
            | "strasse"
            | "allee"
            | "platz"
            | "gasse"
            | "see"
            | "gebirge"
            | "hausen"
            | "kirchen"
            | "ingen"
            | "stedt"
    );
    is_street.then_some((at + 1, 560))
}

/// `Südfrankreich`, `Nord-Irak`, `Berlin-Mitte`, `Lobeda-West`.
fn with_direction(view: &View<'_>, at: usize) -> Option<(usize, u32)> {
    let word = view.word(at)?;
    if word.shape != Shape::Capitalised || word.entry.name() > 0 {
        return None;
    }
    let text = view.text(at);
    let names_place = |name: &str| {
        let entry = [name, name.strip_suffix('s').unwrap_or(name)].map(|name| view.lexicon().get(name));
        entry.iter().any(|entry| {
            entry.name() > 3
                && entry.entity_type() == EntityType::Location
                && entry.kind() == MentionKind::Name
        })
    };
    for prefix in &view.rules.direction_prefixes {
        let Some(rest) = text.strip_prefix(*prefix) else { continue };
        let rest = rest.strip_prefix('-').unwrap_or(rest);
        let mut letters = rest.chars();
        let Some(first) = letters.next() else { continue };
        let name: String = first.to_uppercase().chain(letters).collect();
        if name.len() > 3 && names_place(&name) {
            return Some((at + 1, 800));
        }
    }
    let (town, district) = text.split_once('-')?;
    let is_district = district.chars().next().is_some_and(char::is_uppercase) && !view.is_common_noun(at);
    let city = view.lexicon().get(town);
    (city.is_city() && city.name() > 3 && is_district && !view.is_role(at)).then_some((at + 1, 560))
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
