//! Verbs of saying in a clause.
//!
//! In: a sentence cut into clauses, and the number of one. Out: the verb that tells of saying, with the clause that its
//! other part ends: `ging Vogt, die Leiterin, davon aus`. What it brings is left to `frames`.

use std::ops::Range;

use super::clauses::{Clauses, Word};
use super::finder::Finder;
use super::words::Class;

impl Finder<'_> {
    /// The verb of saying in the clause `index`, and the clause that its other part ends.
    pub(super) fn verb(&self, clauses: &Clauses<'_>, index: usize) -> Option<(usize, usize)> {
        let words = &clauses.words;
        let part = clauses.parts[index].clone();
        let last = |part: &Range<usize>| part.clone().rev().find(|at| words[*at].kind.is_word());
        let has_modal = clauses.find(part.clone(), Class::MODAL).is_some();
        let acts = Class::SAY.with(Class::ACT).with(Class::PARTICIPLE);
        part.clone().find_map(|at| {
            let word = &words[at];
            let is_other = word.is_quoted
                || word.has_capital && (at > 0 || self.lists.has_clauses)
                || word.class.has(Class::SUBJUNCTIVE);
            let brings = acts.with(Class::SEPARABLE).with(Class::GOVERNED);
            let is_aside = words[part.start..at].iter().rev().find(|word| matches!(word.text, "(" | ")"));
            if is_other
                || !word.class.has(brings)
                || is_aside.is_some_and(|word| word.text == "(")
                || word.class.has(Class::PARTICIPLE) && word.class.has(Class::ADVERB)
                || is_attribute(clauses, &part, at)
                || !self.lists.has_clauses && is_noun_or_infinitive(&words[part.start..at])
            {
                return None;
            }
            if word.class.has(acts) && (at == 0 || !words[at - 1].class.has(Class::TO)) {
                // `Sie konnte nicht sagen, ob`: nothing is said.
                return (!has_modal || !word.text.ends_with('n') || word.class.has(Class::PARTICIPLE))
                    .then_some((at, index));
            }
            // `Sie hält den Plan für gut`, `dass sie mit Regen rechnet`
            let governs = |word: &Word<'_>| self.lists.is_part(words[at].text, word.text);
            if word.class.has(Class::GOVERNED) && words[part.clone()].iter().any(governs) {
                return Some((at, index));
            }
            if !word.class.has(Class::SEPARABLE) {
                return None;
            }
            if at > 0 && self.lists.is_part(word.text, words[at - 1].text) {
                return Some((at, index));
            }
            // The part may stand behind names and relative clauses: `ging Vogt, die Leiterin, davon aus`.
            let closes = |part: &Range<usize>| {
                last(part).is_some_and(|last| last > at && self.lists.is_part(word.text, words[last].text))
            };
            (index..clauses.parts.len().min(index + 3))
                .find(|later| closes(&clauses.parts[*later]))
                .map(|later| (at, later))
        })
    }

    /// A verb of saying that ends the clause `index`.
    pub(super) fn closing_verb(&self, clauses: &Clauses<'_>, index: usize) -> Option<(usize, usize)> {
        let found = self.verb(clauses, index)?;
        let rest = &clauses.words[found.0 + 1..clauses.parts[index].end];
        rest.iter().all(|word| word.class.has(Class::AUXILIARY)).then_some(found)
    }
}

/// Whether what stands before a word makes it no finite verb: `the claim`, `did not say`, `could say`.
fn is_noun_or_infinitive(before: &[Word<'_>]) -> bool {
    let near = || before.iter().rev().take(2);
    before.last().is_some_and(|word| word.class.has(Class::ARTICLE.with(Class::GENITIVE).with(Class::TO)))
        || near().any(|word| word.class.has(Class::MODAL))
}

/// Whether a verb's form stands before a noun as its attribute: `die gestern erwartete Antwort`.
pub(super) fn is_attribute(clauses: &Clauses<'_>, part: &Range<usize>, at: usize) -> bool {
    let words = &clauses.words;
    if !words.get(at + 1).is_some_and(|next| next.has_capital) || !words[at].text.ends_with(['e', 'n']) {
        return false;
    }
    let opens = |at: usize| words[at].class.has(Class::ARTICLE) && !words[at].class.has(Class::PRONOUN);
    let divides = |at: usize| words[at].class.has(Class::PREPOSITION.with(Class::ADVERB).with(Class::TIME));
    (part.start..at).rev().take(12).any(|before| opens(before) && (before + 1 == at || divides(before + 1)))
}
