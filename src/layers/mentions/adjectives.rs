//! Names that begin with an adjective, and names in quotation marks.
//!
//! In: a sentence. Out: candidates. In German a capital on an adjective inside a sentence says that a name
//! begins: `die Deutsche Umwelthilfe`, `Französische Republik`, `Stockholmer Konvention`. Quotation marks after
//! a noun say that what they hold is called so: `die Raumfähre „Kliper“`.

use super::candidates::Candidate;
use super::rules::Class;
use super::view::View;
use super::words::Shape;
use super::{EntityType, MentionKind};
use crate::text::capitalised;

/// The longest name in quotation marks, in tokens.
const MOST_QUOTED: usize = 7;

#[inline(never)]
pub(super) fn find(view: &View<'_>, candidates: &mut Vec<Candidate>) {
    for at in view.range.clone() {
        let found = if view.rules.nouns_are_capitalised && view.is_capital(at) {
            with_adjective(view, at).or_else(|| with_town(view, at))
        } else {
            quoted(view, at)
        };
        candidates.extend(found.map(|(first, end, entity_type, score)| Candidate {
            tokens: (first, end),
            span: view.span(first, end),
            kind: MentionKind::Name,
            entity_type,
            score,
        }));
    }
}

type Found = (usize, usize, EntityType, u32);

/// `Südamerikanische Staatengemeinschaft`, `Serbischen Radikalen Partei`.
fn with_adjective(view: &View<'_>, first: usize) -> Option<Found> {
    let opening = view.word(first)?;
    if opening.is_initial || first > view.range.start && is_adjective(view, first - 1) {
        return None;
    }
    let mut noun = first;
    while noun < first + 4 && is_adjective(view, noun) {
        noun += 1;
    }
    let head = view.word(noun).filter(|word| word.is_capital() && word.is_spaced)?;
    let names_person =
        head.entry.first_name() > 1 && head.entry.common() < 2 || view.is_role(noun) || view.is_title(noun);
    if noun == first || names_person || head.entry.kind() != MentionKind::Name && head.entry.name() > 3 {
        return None;
    }
    Some((first, noun + 1, type_of_head(view, view.text(noun)), 620))
}

/// What a name is whose noun is `text`: a place, an event or work, mostly a body.
fn type_of_head(view: &View<'_>, text: &str) -> EntityType {
    let class = [text, text.trim_end_matches('s'), text.trim_end_matches("es"), text.trim_end_matches('n')]
        .into_iter()
        .fold(Class::NONE, |class, form| class | view.rules.class(form));
    let nominative = text.trim_end_matches(['s', 'n']);
    if class.has(Class::PLACE_NOUN) {
        EntityType::Location
    } else if class.has(Class::EVENT_NOUN)
        || view.rules.event_endings.iter().any(|ending| nominative.ends_with(ending))
    {
        EntityType::Other
    } else {
        EntityType::Organisation
    }
}

/// Whether a capitalised word is an adjective with its ending.
fn is_adjective(view: &View<'_>, at: usize) -> bool {
    let Some(word) = view.word(at).filter(|word| word.shape == Shape::Capitalised) else { return false };
    let text = view.text(at);
    let Some(stem) = ["en", "es", "er", "em", "e"].iter().find_map(|ending| text.strip_suffix(ending)) else {
        return false;
    };
    let is_derived = word.entry.kind() == MentionKind::Derived && word.entry.name() > 3;
    view.rules.class(stem).has(Class::ADJECTIVE_STEM) || is_derived && stem.ends_with("sch")
}

/// `Saarbrücker Zeitung`, `Berliner Platz`: the people of a town and a noun that makes it a name.
fn with_town(view: &View<'_>, first: usize) -> Option<Found> {
    let word = view.word(first)?;
    if !view.text(first).ends_with("er") || word.entry.common() > 1 {
        return None;
    }
    let noun = view.text(first + 1);
    let class = view.rules.class(noun) | view.rules.class(noun.trim_end_matches(['s', 'n']));
    let entity_type = if class.has(Class::TOWN_BODY) {
        EntityType::Organisation
    } else if class.has(Class::TOWN_PLACE) {
        EntityType::Location
    } else {
        return None;
    };
    let is_derived = word.entry.kind() == MentionKind::Derived && word.entry.name() > 3;
    (is_derived || word.entry.common() == 0).then_some((first, first + 2, entity_type, 700))
}

/// What stands in quotation marks after a noun: `der Film „Jungle Fever“`.
fn quoted(view: &View<'_>, open: usize) -> Option<Found> {
    if !view.has(open, Class::QUOTE) || open == view.range.start {
        return None;
    }
    let first = open + 1;
    if !view.is_capital(first) || view.word(first)?.is_spaced {
        return None;
    }
    let is_mark = |at: usize| view.word(at).is_some_and(|word| word.shape == Shape::Mark);
    let end = (first + 1..=first + MOST_QUOTED).find(|at| view.has(*at, Class::QUOTE))?;
    if (first..end).any(|at| is_mark(at) && matches!(view.text(at), "." | "!" | "?" | "," | ":" | ";" | "…"))
    {
        return None;
    }
    let all_capital = (first..end).all(|at| !view.is_lower(at));
    let cue = open - 1;
    let after_noun = view.is_capital(cue) && !view.word(cue)?.is_initial;
    let is_unknown = end - first == 1 && view.may_be_name(first) && !view.is_common_noun(first);
    let score = match (after_noun, all_capital, end - first) {
        (true, true, _) => 640,
        (true, false, 3..) => 520,
        (false, true, 2..) => 500,
        (false, true, _) if is_unknown => 480,
        _ => return None,
    };
    let entity_type = if after_noun { type_of_cue(view, view.text(cue)) } else { EntityType::Other };
    Some((first, end, entity_type, score))
}

/// The type that a noun before a name tells, compounds read by their end: `Fachzeitschrift`.
fn type_of_cue(view: &View<'_>, cue: &str) -> EntityType {
    let nominative = cue.strip_suffix('s').unwrap_or(cue);
    let tails =
        nominative.char_indices().skip(3).map(|(at, _)| &nominative[at..]).filter(|tail| tail.len() > 3);
    let compounds = tails.map(|tail| view.rules.class(&capitalised(tail)));
    let mut class = [view.rules.class(cue), view.rules.class(nominative)].into_iter().chain(compounds);
    class.find_map(cue_type).unwrap_or(EntityType::Other)
}

/// The type that a cue tells.
pub(super) fn cue_type(class: Class) -> Option<EntityType> {
    if class.has(Class::CUE_ORGANISATION) {
        Some(EntityType::Organisation)
    } else if class.has(Class::CUE_PLACE) {
        Some(EntityType::Location)
    } else if class.has(Class::CUE_OTHER) {
        Some(EntityType::Other)
    } else {
        None
    }
}
