//! Organisations by their form: legal endings, kinds of bodies with their place or purpose, clubs, acronyms.
//!
//! In: a sentence. Out: candidates.

use super::candidates::Candidate;
use super::rules::Class;
use super::view::View;
use super::words::Shape;
use super::{EntityType, MentionKind};

/// The longest name of a body, in tokens.
const MOST_TOKENS: usize = 12;

#[inline(never)]
pub(super) fn find(view: &View<'_>, candidates: &mut Vec<Candidate>) {
    for at in view.range.clone().filter(|at| view.is_capital(*at) || view.is_initial_letter(*at)) {
        let found = [
            with_country(view, at),
            by_ending(view, at),
            with_purpose(view, at),
            with_place(view, at),
            club(view, at),
            acronym(view, at),
        ];
        candidates.extend(found.into_iter().flatten().map(|(first, end, score)| Candidate {
            tokens: (first, end),
            span: view.span(first, end),
            kind: MentionKind::Name,
            entity_type: EntityType::Organisation,
            score,
        }));
    }
}

/// `Opel Eisenach`, `Allianz Deutschland`: a known body and where it is.
fn with_country(view: &View<'_>, first: usize) -> Option<(usize, usize, u32)> {
    let known = |at: usize, entity_type: EntityType| {
        view.word(at).is_some_and(|word| {
            word.entry.name() > 5
                && word.entry.kind() == MentionKind::Name
                && word.entry.entity_type() == entity_type
                && word.entry.common() < 2
        })
    };
    let fits = known(first, EntityType::Organisation)
        && known(first + 1, EntityType::Location)
        && !view.word(first)?.is_genitive
        && view.word(first + 1)?.is_spaced
        && view.rules.nouns_are_capitalised;
    fits.then_some((first, first + 2, 640))
}

/// `Jenoptik AG`, `Japan ERI Co.`, `University of Chicago`; found at the ending.
fn by_ending(view: &View<'_>, at: usize) -> Option<(usize, usize, u32)> {
    if !view.has(at, Class::COMPANY_ENDING) {
        return None;
    }
    let mut first = at;
    while first > view.range.start && at - first < 5 {
        let before = first - 1;
        let joins = first > before + 1
            || view.is_capital(before) && !view.is_role(before) && view.word(before)?.entry.common() < 2
            || view.is_in(before, &["&", "of", "and"]) && view.is_capital(before.wrapping_sub(1));
        let is_title_word = view.word(before)?.is_initial && view.word(before)?.entry.common() > 0;
        if !joins || is_title_word || !view.rules.nouns_are_capitalised && view.is_in(before, &["The", "A"]) {
            break;
        }
        first = before;
    }
    // The second of two endings carries on: `GmbH & Co. KG`.
    let mut end = at + 1;
    while view.is(end, "&") && view.has(end + 1, Class::COMPANY_ENDING) {
        end += 2;
    }
    while view.has(end, Class::COMPANY_ENDING) {
        end += 1;
    }
    let is_legal_form = view.text(at).ends_with(['.', 'H', 'G', 'E', 'C']);
    (first < at).then_some((first, end, if is_legal_form { 850 } else { 620 }))
}

/// `Bundesamt für Strahlenschutz`, `Ministerium für Wirtschaft und Technologie`, `Max-Planck-Institut für Physik`.
fn with_purpose(view: &View<'_>, first: usize) -> Option<(usize, usize, u32)> {
    if !view.has(first, Class::FOR_HEAD) || !view.has(first + 1, Class::COMPLEMENT) {
        return None;
    }
    let mut end = first + 2;
    let mut last_noun = None;
    while end < first + MOST_TOKENS {
        let is_noun = view.is_capital(end) || view.text(end).ends_with('-') && !view.is_lower(end);
        let is_link = view.is_lower(end)
            && view.is_in(end, &["und", "and", "of", "the", "der", "des", "den", "die"])
            || view.is(end, ",")
                && view.is_capital(end + 1)
                && end < first + 6
                && view.is_in(end + 2, &["und", ",", "and"]);
        let is_adjective =
            view.is_lower(end) && last_noun.is_none_or(|noun| noun + 1 < end) && view.is_capital(end + 1);
        if is_noun {
            last_noun = Some(end);
            let next_is_link =
                view.is_in(end + 1, &["und", "and"]) && !view.is_lower(end + 2) || view.is(end + 1, ",");
            let next_is_noun = view.is_capital(end + 1) && is_adjective_like(view, end);
            let goes_on = next_is_link || next_is_noun || view.is_in(end + 1, &["der", "des", "of"]);
            if !goes_on {
                break;
            }
        } else if !is_link && !is_adjective {
            break;
        }
        end += 1;
    }
    let mut start = first;
    // `Bayerisches Landesamt für …`
    if first > view.range.start
        && view.word(first - 1)?.entry.kind() == MentionKind::Derived
        && view.is_capital(first - 1)
        && !view.word(first - 1)?.is_initial
    {
        start -= 1;
    }
    last_noun.map(|noun| (start, noun + 1, 560))
}

/// `Landgericht Hamburg`, `Universität zu Köln`, `Stadtwerke Jena`.
fn with_place(view: &View<'_>, first: usize) -> Option<(usize, usize, u32)> {
    if !view.has(first, Class::BODY_HEAD) {
        return None;
    }
    let mut at = first + 1;
    if view.is_in(at, &["zu", "of", "in"]) && !view.is(at, "in") {
        at += 1;
    }
    let word = view.word(at).filter(|word| word.is_capital())?;
    let is_place = word.entry.kind() == MentionKind::Name
        && word.entry.entity_type() == EntityType::Location
        && word.entry.name() > 0;
    if !is_place && !view.may_be_name(at) {
        return None;
    }
    let mut end = at + 1;
    for tail in [&["am", "Main"][..], &["an", "der"], &["I"], &["II"], &["im", "Breisgau"]] {
        if tail.iter().enumerate().all(|(index, word)| view.is(end + index, word)) {
            end += tail.len();
        }
    }
    let start = if first > view.range.start
        && view.is_in(
            first - 1,
            &["Technische", "Technischen", "Freie", "Freien", "Medizinische", "Medizinischen"],
        ) {
        first - 1
    } else {
        first
    };
    Some((start, end, if is_place { 800 } else { 560 }))
}

/// `1. FC Köln`, `SV Meppen`, `Borussia Dortmund`, `FC St. Pauli`.
fn club(view: &View<'_>, at: usize) -> Option<(usize, usize, u32)> {
    if !view.has(at, Class::CLUB_HEAD) {
        return None;
    }
    let first = if at > view.range.start && view.is(at - 1, "1.") { at - 1 } else { at };
    let mut end = at + 1;
    while end < at + 4 && (view.has(end, Class::CLUB_HEAD) || view.is(end, "St.") || view.text(end) == "1.") {
        end += 1;
    }
    let word = view.word(end).filter(|word| word.is_capital() && word.entry.common() < 2)?;
    let is_place = word.entry.entity_type() == EntityType::Location && word.entry.name() > 0;
    let is_letters = view.word(at)?.shape == Shape::Capitals;
    let may_be_place = is_place || is_letters && view.may_be_name(end);
    if !may_be_place {
        return None;
    }
    end += 1;
    if view.word(end).is_some_and(|word| word.shape == Shape::Number)
        && view.text(end).len() == 2
        && is_letters
    {
        end += 1;
    }
    Some((first, end, if is_place { 830 } else { 700 }))
}

/// Two to six capitals that nothing else explains: `UNMIS`, `GdP`.
fn acronym(view: &View<'_>, at: usize) -> Option<(usize, usize, u32)> {
    let word = view.word(at).filter(|word| word.shape == Shape::Capitals)?;
    let text = view.text(at);
    let letters = text.chars().count();
    let is_plain = (2..=6).contains(&letters) && text.chars().all(char::is_uppercase);
    let is_roman = text.bytes().all(|byte| b"IVXLCM".contains(&byte));
    let is_known = word.entry.name() > 0 || word.entry.common() > 0;
    if !is_plain || is_roman || is_known || view.has(at, Class::NOT_ACRONYM) || view.is_title_case {
        return None;
    }
    let in_brackets = at > view.range.start && view.is(at - 1, "(") && view.is(at + 1, ")");
    let before_number = view.word(at + 1).is_some_and(|word| word.shape == Shape::Number);
    let score = match (in_brackets, before_number) {
        (true, _) => 700,
        (_, true) => 300,
        _ if letters == 2 => 470,
        _ => 580,
    };
    Some((at, at + 1, score))
}

/// `Deutsche` in `Institut für Deutsche Sprache`: what a noun must follow.
fn is_adjective_like(view: &View<'_>, at: usize) -> bool {
    let text = view.text(at);
    text.ends_with("sche") || text.ends_with("schen") || text.ends_with("ene") || text.ends_with('-')
}
