//! The mood of verbs, as far as their form shows it.
//!
//! In: words of a sentence. Out: the first word in the subjunctive, and which.

use std::ops::Range;

use super::clauses::{Clauses, Word};
use super::words::{Class, SpeechWords};
use super::Mood;
use crate::layers::tokens::TokenKind;

/// The first subjunctive.
pub(super) fn subjunctive(
    clauses: &Clauses<'_>,
    lists: &SpeechWords,
    mut range: Range<usize>,
) -> Option<(usize, Mood)> {
    if !lists.has_clauses {
        return None;
    }
    // A finite verb of its own: other words in `-e` are none.
    let is_finite =
        |word: &Word<'_>| word.class.has(Class::AUXILIARY.with(Class::HEARSAY).with(Class::MODAL));
    let has_finite = clauses.words[range.clone()].iter().any(|word| !word.is_quoted && is_finite(word));
    let is_past = |at: usize| {
        let word = &clauses.words[at];
        !word.is_quoted && !word.has_capital && word.text.ends_with("te") && !is_before_noun(clauses, at)
    };
    let past = range.clone().find(|at| !has_finite && is_past(*at)).unwrap_or(range.end);
    range.find_map(|at| {
        let word = &clauses.words[at];
        let is_idiom =
            clauses.words.get(at + 1).is_some_and(|next| next.class.has(Class::NO_SUBJUNCTIVE_BEFORE));
        let mood = if word.has_capital && at > 0 || is_idiom || is_of_first_person(clauses, at) {
            None
        } else if word.class.has(Class::SUBJUNCTIVE) || !has_finite && at < past && has_ending(clauses, at) {
            Some(Mood::Subjunctive1)
        } else if word.class.has(Class::SUBJUNCTIVE2) {
            Some(Mood::Subjunctive2)
        } else {
            None
        };
        mood.map(|mood| (at, mood))
    })
}

/// Whether it is the speaker's own: `ich habe` is no subjunctive.
fn is_of_first_person(clauses: &Clauses<'_>, at: usize) -> bool {
    let is_first = |at: usize| clauses.words.get(at).is_some_and(|word| word.class.has(Class::FIRST));
    is_first(at + 1) || at > 0 && is_first(at - 1)
}

/// Whether a verb's stem with the ending of the third person is likely: the indicative has another, and adjectives
/// stand before their noun.
fn has_ending(clauses: &Clauses<'_>, at: usize) -> bool {
    let word = &clauses.words[at];
    let other = Class::NO_SUBJUNCTIVE
        .with(Class::ARTICLE)
        .with(Class::PREPOSITION)
        .with(Class::NAMING)
        .with(Class::AUXILIARY)
        .with(Class::COORDINATOR)
        .with(Class::ADVERB);
    let is_form = word.kind == TokenKind::Word
        && !word.has_capital
        && word.text.len() > 3
        && word.text.ends_with('e')
        && !word.text.ends_with("te")
        && !word.text.ends_with("weise")
        && !word.class.has(other);
    if !is_form {
        return false;
    }
    let before = at.checked_sub(1).map(|before| &clauses.words[before]);
    let after = clauses.words.get(at + 1);
    let follows_subject = before.is_some_and(|word| {
        (word.has_capital || word.class.has(Class::PRONOUN)) && !word.class.has(Class::ARTICLE)
    });
    follows_subject
        && !is_before_noun(clauses, at)
        && after.is_none_or(|word| !word.has_capital && !word.text.ends_with("en") || word.is_quoted)
}

/// Whether a noun follows, an adjective between them or none: what stands before it is an adjective.
fn is_before_noun(clauses: &Clauses<'_>, at: usize) -> bool {
    let is_adjective = |word: &&Word<'_>| {
        word.text.ends_with(['e', 'n', 'r', 's'])
            && !word.class.has(Class::ARTICLE.with(Class::PREPOSITION).with(Class::ADVERB))
    };
    let after = clauses.words.get(at + 1);
    after.is_some_and(|word| word.has_capital && word.kind.is_word())
        || after.as_ref().is_some_and(is_adjective)
            && clauses.words.get(at + 2).is_some_and(|word| word.has_capital)
}

/// The mood that `range` shows.
pub(super) fn of(clauses: &Clauses<'_>, lists: &SpeechWords, range: Range<usize>) -> Option<Mood> {
    let found = subjunctive(clauses, lists, range).map(|(_, mood)| mood);
    lists.has_clauses.then(|| found.unwrap_or(Mood::Indicative))
}
