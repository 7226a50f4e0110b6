//! Names in languages whose nouns have no capital: runs of capitalised words.
//!
//! In: a sentence. Out: candidates. The last noun of a run tells what it names (`Munhak Stadium`, `Booker Prize`,
//! `Bank of India`); a lone unknown word is typed by its neighbours. Runs without such a noun are left to
//! `persons`.

use super::candidates::Candidate;
use super::rules::Class;
use super::view::View;
use super::words::Shape;
use super::{EntityType, MentionKind};

/// The longest run, in tokens.
const MOST_TOKENS: usize = 9;

#[inline(never)]
pub(super) fn find(view: &View<'_>, candidates: &mut Vec<Candidate>) {
    if view.rules.nouns_are_capitalised || view.is_title_case {
        return;
    }
    let mut at = view.range.start;
    while at < view.range.end {
        let first = skip_opening(view, at);
        let end = run_end(view, first);
        let found = if end > first + 1 { typed_run(view, first, end) } else { lone_word(view, first) };
        candidates.extend(found.map(|(end, entity_type, score)| Candidate {
            tokens: (first, end),
            span: view.span(first, end),
            kind: MentionKind::Name,
            entity_type,
            score,
        }));
        at = end.max(at + 1);
    }
}

/// The token after words that open a sentence or say what somebody is.
fn skip_opening(view: &View<'_>, at: usize) -> usize {
    let opens =
        view.word(at).is_some_and(|word| word.is_initial && (word.entry.common() > 0 || word.span.len() < 4));
    let is_title = view.is_capital(at) && (view.is_role(at) || view.is_title(at)) && !view.has(at, HEADS);
    if (opens || is_title) && view.is_capital(at) && view.is_capital(at + 1) {
        at + 1
    } else {
        at
    }
}

/// The end of the run that begins at `first`; `first` if none does. Small words join capitals: `of`, `for`, `and`.
fn run_end(view: &View<'_>, first: usize) -> usize {
    let mut end = first;
    while end < first + MOST_TOKENS {
        let fits = view.word(end).is_some_and(|word| {
            (word.is_capital() || word.shape == Shape::Initial) && (end == first || word.is_spaced)
        });
        if fits {
            let closes = view.word(end).is_some_and(|word| word.ending > 0);
            end += 1;
            if closes {
                break;
            }
            continue;
        }
        let links = end > first && view.has(end - 1, HEADS) && view.has(end, Class::COMPLEMENT)
            || end > first && view.is(end, "&");
        let joins = end > first + 1
            && view.is(end, "and")
            && view.is_capital(end + 1)
            && (first..end).any(|at| view.has(at, Class::COMPLEMENT));
        let article = usize::from(view.is(end + 1, "the"));
        if !(links || joins) || !view.is_capital(end + 1 + article) {
            break;
        }
        end += 1 + article;
    }
    end
}

/// Nouns that tell what a run names.
const HEADS: Class = Class::of(&[
    Class::COMPANY_ENDING,
    Class::PLACE_NOUN,
    Class::EVENT_NOUN,
    Class::FOR_HEAD,
    Class::BODY_HEAD,
]);

fn typed_run(view: &View<'_>, first: usize, end: usize) -> Option<(usize, EntityType, u32)> {
    // The noun before `of` tells more than what follows it.
    let linked = (first..end).find(|at| view.has(*at, Class::COMPLEMENT)).unwrap_or(end);
    let head = (first..linked).rev().find(|at| view.has(*at, HEADS))?;
    let is_last = head + 1 == linked;
    if !is_last || head == first && linked == end {
        return None;
    }
    let class = view.word(head)?.class;
    let entity_type = if class.has(Class::EVENT_NOUN) {
        EntityType::Other
    } else if class.has(Class::PLACE_NOUN) {
        EntityType::Location
    } else {
        EntityType::Organisation
    };
    Some((end, entity_type, 905))
}

/// An unknown word in the middle of a sentence.
fn lone_word(view: &View<'_>, at: usize) -> Option<(usize, EntityType, u32)> {
    let word =
        view.word(at).filter(|word| !word.is_initial && word.shape != Shape::Capitals && word.is_spaced)?;
    let is_known = word.entry.name() > 0 || word.entry.first_name() > 1 || word.entry.common() > 0;
    if is_known || word.formed.is_some() || !view.may_be_name(at) || at == view.range.start {
        return None;
    }
    let (entity_type, score) = if view.has(at - 1, Class::PLACE_PREPOSITION) {
        (EntityType::Location, 560)
    } else if view.has(at + 1, Class::SPEECH) {
        (EntityType::Person, 560)
    } else if view.is(at - 1, "the") {
        (EntityType::Organisation, 470)
    } else {
        return None;
    };
    Some((at + 1, entity_type, score))
}
