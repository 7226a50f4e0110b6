//! Names of people by their form: first names, titles and roles before them, particles, initials.
//!
//! In: a sentence. Out: candidates for names of people, without titles and roles.

use super::candidates::Candidate;
use super::rules::Class;
use super::view::View;
use super::{EntityType, MentionKind};

/// The longest name, in tokens.
const MOST_TOKENS: usize = 8;

#[inline(never)]
pub(super) fn find(view: &View<'_>, candidates: &mut Vec<Candidate>) {
    for at in view.range.clone() {
        let found = [
            after_title(view, at),
            by_first_name(view, at),
            with_particle(view, at),
            unknown_words(view, at),
            before_brackets(view, at),
        ];
        // The longest reading knows most; of equal ones the surest.
        if let Some((end, score)) = found.into_iter().flatten().max() {
            candidates.push(Candidate {
                tokens: (at, end),
                span: view.span(at, end),
                kind: MentionKind::Name,
                entity_type: EntityType::Person,
                score,
            });
        }
    }
}

/// `Antony Blinken`, `Jan Peter Balkenende`, `Marco van Basten`, `George W. Bush`.
fn by_first_name(view: &View<'_>, first: usize) -> Option<(usize, u32)> {
    let strength = view.first_name(first);
    // `Sofia` and `Oscar` are other things too; before a surname they are people.
    let is_other = view.other_name(first) > 4
        && !(strength == 3
            && view.word(first + 1).is_some_and(|next| next.entry.surname() > 0 || next.entry.is_none()));
    if strength == 0
        || view.is_role(first)
        || view.is_title(first)
        || is_other
        || view.is_title_case && strength < 3
    {
        return None;
    }
    let mut at = first + 1;
    while view.first_name(at) > 1 && view.other_name(at) < 5 && at < first + 4 || view.is_initial_letter(at) {
        at += 1;
    }
    let given_end = at;
    let is_linked = given_end > first + 1 && view.has(at, Class::LINKING);
    if is_linked && view.is_capital(at + 2) {
        return Some((given_end, 500 + 100 * strength));
    }
    if let Some(end) = surname(view, at, strength) {
        let base = [0, 560, 760, 880][strength as usize];
        return Some((end, base));
    }
    // The last of several first names is the surname: `Ruby Dee`, `Thomas Paul`.
    (given_end > first + 1 && !view.is_initial_letter(given_end - 1))
        .then_some((given_end, 500 + 100 * strength))
}

/// The end of the surname that begins at `at`: particles, then a word that may be a name; in English more of
/// them.
fn surname(view: &View<'_>, at: usize, strength: u32) -> Option<usize> {
    let core = at + particles(view, at);
    if !begins_name(view, core) {
        return None;
    }
    let word = view.word(core)?;
    let is_known = word.entry.surname() > 1;
    // After a usual first name, nearly any capitalised word is the surname, even one that is a noun or a town.
    let is_noun = word.entry.common() > 2 || view.is_common_noun(core);
    let is_place = view.other_name(core) > 4;
    if strength < 3 && !is_known && (is_noun || is_place || view.is_role(core)) {
        return None;
    }
    let mut end = core + 1;
    // A second surname, where it cannot be a noun: `Muhammad Husni Mubarak`, `Abu Musab al-Zarqawi`.
    while end < core + 4 && !view.word(end - 1)?.is_genitive {
        let next = end + inner_particles(view, end);
        let continues = begins_name(view, next)
            && view.may_be_name(next)
            && view.word(next).is_some_and(|word| {
                next > end || word.entry.surname() > 0 || word.entry.first_name() > 0 || word.entry.is_none()
            });
        if !continues {
            break;
        }
        end = next + 1;
    }
    Some(end)
}

/// Whether a word is written as a surname is, `al-Baschir` among them.
fn begins_name(view: &View<'_>, at: usize) -> bool {
    view.word(at).is_some_and(|word| {
        word.is_spaced
            && (word.is_capital() && view.text(at).chars().next().is_some_and(char::is_uppercase)
                || word.class.has(Class::PREFIXED))
    })
}

/// How many particles stand from `at` on.
fn particles(view: &View<'_>, at: usize) -> usize {
    if view.has(at, Class::LINKING) && !view.has(at, Class::LEADING) {
        return 0;
    }
    (at..at + 3).take_while(|at| view.is_lower(*at) && view.has(*at, Class::PARTICLE)).count()
}

/// The same in the middle of a surname, where `von` and `und` lead elsewhere.
fn inner_particles(view: &View<'_>, at: usize) -> usize {
    particles(view, at).min(usize::from(!view.has(at, Class::LINKING)) * 3)
}

/// What follows a title or a role: `Herr Meier`, `Außenminister Kihara Minoru`, `Dr. h. c. Schmidt`.
fn after_title(view: &View<'_>, first: usize) -> Option<(usize, u32)> {
    let before = first.checked_sub(1)?;
    let is_title = view.is_title(before);
    if !is_title && !view.is_role(before) || view.is_title(first) {
        return None;
    }
    if view.word(before)?.is_genitive && !is_title && view.other_name(first) > 2 {
        return None;
    }
    let core = first + particles(view, first);
    if core > first
        && (view.has(first, Class::LINKING) && !view.is(first, "von") || view.first_name(core) > 0)
    {
        return None;
    }
    if core == first && !(view.is_capital(first) || begins_name(view, first) || view.is_initial_letter(first))
    {
        return None;
    }
    if view.other_name(core) > 5 && view.word(core)?.entry.surname() < 2 {
        return None;
    }
    let mut end = first;
    while end < first + MOST_TOKENS {
        let next = end + if end == first { core - first } else { inner_particles(view, end) };
        let fits = begins_name(view, next)
            && (view.may_be_name(next) || view.first_name(next) > 1 || is_surname(view, next, is_title))
            || view.is_initial_letter(next);
        if !fits || end > first && view.word(end - 1)?.is_genitive {
            break;
        }
        end = next + 1;
    }
    while end > first && view.is_initial_letter(end - 1) {
        end -= 1;
    }
    // A lone unknown word in capitals is rather a party than a person.
    if end == first || end == first + 1 && view.text(first).chars().all(char::is_uppercase) {
        return None;
    }
    let known = (first..end).any(|at| view.first_name(at) > 1 || is_surname(view, at, false));
    let score = match (end - first, known, is_title) {
        (_, true, true) => 930,
        (2.., true, _) => 900,
        (2.., false, _) => 780,
        (_, true, false) => 760,
        (_, false, true) => 850,
        (_, false, false) => 620,
    };
    Some((end, score))
}

/// Whether the word is known as a surname; after a form of address a listed one is enough.
fn is_surname(view: &View<'_>, at: usize, is_title: bool) -> bool {
    view.word(at).is_some_and(|word| {
        word.is_capital()
            && word.entry.common() < 3
            && view.other_name(at) < 5
            && (word.entry.surname() > 1 || is_title && !view.is_common_noun(at))
    })
}

/// `Lula da Silva`: a known name of a person, a particle and more.
fn with_particle(view: &View<'_>, first: usize) -> Option<(usize, u32)> {
    let word = view.word(first)?;
    let is_person =
        word.entry.entity_type() == EntityType::Person && word.entry.name() > 3 || word.entry.surname() > 1;
    let next = first + 1 + inner_particles(view, first + 1);
    let fits = is_person && view.is_capital(first) && next > first + 1 && begins_name(view, next);
    (fits && view.may_be_name(next)).then_some((next + 1, 720))
}

/// Two or three words in a row that are no nouns and that nobody knows: `Thirayuth Iamtrakul`.
fn unknown_words(view: &View<'_>, first: usize) -> Option<(usize, u32)> {
    let opening = view.word(first)?;
    if view.is_title_case {
        return None;
    }
    let unknown = |at: usize| {
        begins_name(view, at) && view.may_be_name(at) && view.word(at).is_some_and(|word| !word.is_genitive)
    };
    if first > 0 && view.may_be_name(first - 1) || !view.may_be_name(first) || opening.is_genitive {
        return None;
    }
    let mut end = first + 1;
    while end < first + 4 && (unknown(end) || view.is_initial_letter(end) && unknown(end + 1)) {
        end += 1;
    }
    let last = view.word(end)?;
    if end < first + 4 && begins_name(view, end) && last.is_genitive && view.may_be_name(end) {
        end += 1;
    }
    if end < first + 2 || view.has(end, Class::COMPANY_ENDING) {
        return None;
    }
    let known = (first..end).filter(|at| view.word(*at).is_some_and(|word| word.entry.surname() > 0)).count();
    // `Hotelier Johannes Ritter`: the first is what he is.
    if end > first + 2 && view.first_name(first + 1) > 1 && view.first_name(first) == 0 {
        return None;
    }
    let has_noun = (first..end).any(|at| view.has(at, Class::FOREIGN_NOUN));
    let base = match opening.is_initial {
        _ if has_noun => return None,
        true if opening.entry.is_none() => 480,
        true => 430,
        false => 520,
    };
    // Never sure enough for the document to follow.
    Some((end, (base + 60 * known as u32).min(585)))
}

/// A word before an age or a party in brackets: `Hemler (47)`, `Strobl (CDU)`.
fn before_brackets(view: &View<'_>, at: usize) -> Option<(usize, u32)> {
    if !view.may_be_name(at) || !view.is(at + 1, "(") || !view.is(at + 3, ")") {
        return None;
    }
    let inside = view.word(at + 2)?;
    let is_age = view.text(at + 2).len() == 2 && view.text(at + 2).bytes().all(|byte| byte.is_ascii_digit());
    let is_party = inside.entry.name() > 5 && inside.entry.entity_type() == EntityType::Organisation;
    (is_age || is_party && view.rules.nouns_are_capitalised).then_some((at + 1, 700))
}
