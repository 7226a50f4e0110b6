//! Who speaks: the noun phrase beside a word of saying.
//!
//! In: a clause and its verb. Out: the words that name the speaker, and the entity named in them.

use std::ops::Range;

use super::clauses::{Clauses, Word};
use super::words::Class;
use crate::layers::entities::Entity;
use crate::layers::mentions::{EntityType, Mention, MentionKind};
use crate::layers::tokens::TokenKind;
use crate::text::Span;

/// Mentions and what they are mentions of.
#[derive(Debug)]
pub(super) struct Names<'a> {
    mentions: &'a [Mention],
    entity_of: Vec<u32>,
}

impl<'a> Names<'a> {
    pub(super) fn new(mentions: &'a [Mention], entities: &[Entity]) -> Self {
        let mut entity_of = vec![0; mentions.len()];
        for (entity, number) in entities.iter().zip(0..) {
            for &mention in &entity.mentions {
                entity_of[mention as usize] = number;
            }
        }
        Self { mentions, entity_of }
    }

    /// The entity that `span` names: a person first, then the first of the others.
    pub(super) fn entity(&self, span: Span) -> Option<u32> {
        let rank = |mention: &Mention| match (mention.kind, mention.entity_type) {
            (MentionKind::Name | MentionKind::Nominal, EntityType::Person) => 0,
            (MentionKind::Name, EntityType::Organisation) => 1,
            (MentionKind::Name, _) => 2,
            _ => 3,
        };
        let inside = self.inside(span).filter(|index| rank(&self.mentions[*index]) < 3);
        inside.min_by_key(|index| rank(&self.mentions[*index])).map(|index| self.entity_of[index])
    }

    fn inside(&self, span: Span) -> impl Iterator<Item = usize> + '_ {
        let first = self.mentions.partition_point(|mention| mention.span.start() < span.start());
        (first..self.mentions.len())
            .take_while(move |index| self.mentions[*index].span.start() < span.end())
            .filter(move |index| span.contains(self.mentions[*index].span))
    }

    /// Whether a name fills most of `span`.
    pub(super) fn fill(&self, span: Span) -> bool {
        self.inside(span).any(|index| self.mentions[index].span.len() * 2 > span.len())
    }

    /// Whether a person's name ends where `word` does.
    fn ends_person(&self, word: &Word<'_>) -> bool {
        let mut names = self.inside(word.span).map(|index| &self.mentions[index]);
        let after = self.mentions.partition_point(|mention| mention.span.start() <= word.span.start());
        let before = after.checked_sub(1).map(|index| &self.mentions[index]);
        names.any(|mention| mention.entity_type == EntityType::Person)
            || before.is_some_and(|mention| {
                mention.entity_type == EntityType::Person && mention.span.end() == word.span.end()
            })
    }
}

/// The subject of the verb at `verb` in the clause `part`.
pub(super) fn subject(
    clauses: &Clauses<'_>,
    names: &Names<'_>,
    part: Range<usize>,
    verb: usize,
) -> Option<Range<usize>> {
    let auxiliary = clauses.find(part.start..verb, Class::AUXILIARY);
    let finite = auxiliary.unwrap_or(verb);
    let follows = clauses.words.get(verb + 1).is_some_and(|word| word.class.has(Class::PASSIVE));
    let is_cited = clauses.words[verb].class.has(Class::CITED);
    if !is_cited && (follows || auxiliary.is_some_and(|at| clauses.words[at].class.has(Class::PASSIVE))) {
        let agent = clauses.find(part.clone(), Class::AGENT)?;
        return noun_phrase(clauses, names, agent + 1..part.end);
    }
    let first = &clauses.words[part.start];
    let is_verb_last = finite + 1 >= part.end || auxiliary.is_some_and(|at| at > verb);
    let opens = first.class.has(Class::PREPOSITION.with(Class::SO).with(Class::ADVERB).with(Class::TIME))
        || !first.has_capital && !starts_phrase(first) && !is_verb_last
        || first.has_capital && first.class == Class::default() && is_adverb(first);
    let is_subject = |phrase: &Range<usize>| !clauses.words[phrase.start].class.has(Class::OBJECT);
    let before = || noun_phrase(clauses, names, part.start..finite).filter(is_subject);
    let after = || noun_phrase(clauses, names, finite + 1..part.end).filter(is_subject);
    if finite == part.start || opens && !is_verb_last {
        after().or_else(before)
    } else {
        before().or_else(after)
    }
}

/// Capitalised only because the sentence begins: a word in `-s`, `-ings`, `-lich` and the like is left to names.
fn is_adverb(word: &Word<'_>) -> bool {
    ["dings", "lich", "falls", "dessen", "weise", "dem", "mals", "ßend", "gemäß"]
        .iter()
        .any(|ending| word.text.ends_with(ending))
}

fn starts_phrase(word: &Word<'_>) -> bool {
    word.class.has(Class::ARTICLE.with(Class::PRONOUN))
        || word.has_capital
            && !word.class.has(
                Class::ADVERB
                    .with(Class::TIME)
                    .with(Class::COORDINATOR)
                    .with(Class::SUBORDINATOR)
                    .with(Class::SO)
                    .with(Class::AS),
            )
}

fn is_adjective(word: &Word<'_>) -> bool {
    word.kind == TokenKind::Word
        && !word.class.has(
            Class::PREPOSITION.with(Class::AUXILIARY).with(Class::SAY).with(Class::ACT).with(Class::ADVERB),
        )
        && ["e", "er", "en", "es", "em"].iter().any(|ending| word.text.ends_with(ending))
}

/// The first noun phrase in `range` that no preposition governs.
pub(super) fn noun_phrase(
    clauses: &Clauses<'_>,
    names: &Names<'_>,
    range: Range<usize>,
) -> Option<Range<usize>> {
    let words = &clauses.words;
    let mut at = range.start;
    while at < range.end {
        let word = &words[at];
        let is_genitive = at > range.start
            && word.class.has(Class::GENITIVE)
            && words[at - 1].has_capital
            && !words[at - 1].class.has(Class::TIME);
        if word.class.has(Class::PREPOSITION) || is_genitive {
            at = (at + 1..range.end).find(|at| !words[*at].has_capital && follows_noun(words, *at))?;
        } else if starts_phrase(word)
            || is_adjective(word) && words.get(at + 1).is_some_and(|next| next.has_capital)
        {
            break;
        } else {
            at += 1;
        }
    }
    if at >= range.end {
        return None;
    }
    if words[at].class.has(Class::PRONOUN) && !words.get(at + 1).is_some_and(|next| next.has_capital) {
        return Some(at..at + 1);
    }
    let mut end = at + 1;
    while end < range.end {
        let word = &words[end];
        let leads_on = |from: usize| {
            let limit = range.end.min(from + 4);
            (from..limit)
                .take_while(|at| words[*at].has_capital || is_adjective(&words[*at]) || words[*at].is_quoted)
                .any(|at| words[at].has_capital)
        };
        let has_noun = words[at..end].iter().any(|word| word.has_capital && !word.class.has(Class::ARTICLE));
        let goes_on = word.has_capital
            || matches!(word.kind, TokenKind::Ordinal | TokenKind::Abbreviation)
            || word.is_quoted
            || word.text == "(" && has_noun && words.get(end + 1).is_some_and(|next| next.has_capital)
            || word.text == ")" && has_noun
            || !has_noun && is_adjective(word)
            || word.class.has(Class::COORDINATOR.with(Class::GENITIVE))
                && leads_on(end + 1)
                && !(word.class.has(Class::ARTICLE) && names.ends_person(&words[end - 1]))
            || has_noun && is_adjective(word) && words[end - 1].class.has(Class::GENITIVE) && leads_on(end);
        if !goes_on {
            break;
        }
        end += 1;
    }
    let has_noun = words[at..end].iter().any(|word| word.has_capital || word.is_quoted);
    has_noun.then_some(at..end)
}

fn follows_noun(words: &[Word<'_>], at: usize) -> bool {
    words[at - 1].has_capital || matches!(words[at - 1].kind, TokenKind::Number | TokenKind::Ordinal)
}
