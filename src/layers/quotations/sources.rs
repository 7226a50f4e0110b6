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
pub(crate) struct Names<'a> {
    mentions: &'a [Mention],
    entity_of: Vec<u32>,
    entities: &'a [Entity],
}

impl<'a> Names<'a> {
    pub(crate) fn new(mentions: &'a [Mention], entities: &'a [Entity]) -> Self {
        let mut entity_of = vec![0; mentions.len()];
        for (entity, number) in entities.iter().zip(0..) {
            for &mention in &entity.mentions {
                entity_of[mention as usize] = number;
            }
        }
        Self { mentions, entity_of, entities }
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

    /// The entity of a number.
    pub(crate) fn get(&self, entity: u32) -> Option<&'a Entity> {
        self.entities.get(entity as usize)
    }

    /// Whether an entity is a person.
    pub(super) fn is_person(&self, entity: u32) -> bool {
        self.get(entity).is_some_and(|entity| entity.entity_type == EntityType::Person)
    }

    /// Whether `span` names others beside `entity` that are of its type.
    pub(crate) fn has_others(&self, span: Span, entity: u32) -> bool {
        let Some(entity_type) = self.get(entity).map(|entity| entity.entity_type) else {
            return false;
        };
        self.inside(span).any(|index| {
            let mention = &self.mentions[index];
            mention.kind == MentionKind::Name
                && mention.entity_type == entity_type
                && self.entity_of[index] != entity
        })
    }

    /// The entities named in `span`, each once, at most eight.
    pub(crate) fn all(&self, span: Span) -> Vec<u32> {
        let mut known = Vec::new();
        for index in self.inside(span).filter(|index| self.mentions[*index].kind == MentionKind::Name) {
            let entity = self.entity_of[index];
            if !known.contains(&entity) && known.len() < 8 {
                known.push(entity);
            }
        }
        known
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

    /// Whether the name of a person or place ends where `word` does: no genitive follows it.
    fn ends_before_nominative(&self, word: &Word<'_>) -> bool {
        let after = self.mentions.partition_point(|mention| mention.span.start() <= word.span.start());
        self.mentions[..after].iter().rev().take(2).any(|mention| {
            matches!(mention.entity_type, EntityType::Person | EntityType::Location)
                && mention.kind != MentionKind::Part
                && mention.span.end() == word.span.end()
        })
    }

    /// The word after the name that begins at `at`, and whether it is a person's.
    pub(super) fn end(&self, words: &[Word<'_>], at: usize) -> Option<(usize, bool)> {
        let start = words.get(at)?.span.start();
        let first = self.mentions.partition_point(|mention| mention.span.start() < start);
        let mention = self.mentions[first..]
            .iter()
            .take_while(|mention| mention.span.start() == start)
            .find(|mention| mention.kind == MentionKind::Name)?;
        let end = words[at..].iter().take_while(|word| word.span.end() <= mention.span.end()).count();
        (end > 0).then_some((at + end, mention.entity_type == EntityType::Person))
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
    // `Als der Minister sagte`, `und der Minister sagte`
    let first = clauses.words[part.start].class;
    let opens_clause = first.has(Class::SUBORDINATOR.with(Class::PREDICATIVE)) && finite + 1 >= part.end;
    let is_led = opens_clause || first.has(Class::COORDINATOR);
    let part = part.start + usize::from(is_led && part.start < finite)..part.end;
    // `Den Plan lobte er`: a pronoun behind the verb is its subject; `sie` may be its object.
    let pronoun = clauses.words.get(finite + 1).filter(|word| {
        finite + 1 < part.end
            && word.class.has(Class::PRONOUN)
            && word.class.has(Class::MASCULINE.with(Class::FIRST))
            && !word.class.has(Class::ARTICLE)
    });
    if pronoun.is_some() {
        return Some(finite + 1..finite + 2);
    }
    // Words in marks before the verb are what is said, unless they are a name.
    let words = &clauses.words[part.start..finite];
    let quoted = words.iter().take_while(|word| word.is_quoted).count();
    let is_name = words[..quoted].iter().all(|word| word.text != "," && (word.has_capital || quoted < 7));
    let part = part.start + if is_name { 0 } else { quoted }..part.end;
    let first = &clauses.words[part.start];
    let is_verb_last = finite + 1 >= part.end || auxiliary.is_some_and(|at| at > verb);
    let opens = first.class.has(Class::PREPOSITION.with(Class::SO).with(Class::ADVERB).with(Class::TIME))
        || !first.has_capital && !starts_phrase(first) && !is_verb_last
        || first.has_capital && first.class == Class::default() && is_adverb(first);
    let is_subject = |phrase: &Range<usize>| !clauses.words[phrase.start].class.has(Class::OBJECT);
    let before = || noun_phrase(clauses, names, part.start..finite).filter(is_subject);
    let after = || noun_phrase(clauses, names, finite + 1..part.end).filter(is_subject);
    // `Der Zeitung sagte Vogt`: a name right behind the verb speaks.
    let names_person = |range: &Range<usize>| {
        range.clone().any(|at| names.end(&clauses.words, at).is_some_and(|(_, is_person)| is_person))
    };
    let says_name = clauses.words[verb].class.has(Class::SAY.with(Class::ACT))
        && !is_cited
        && names_person(&(finite + 1..finite + 2))
        && !before().is_some_and(|phrase| names_person(&phrase));
    // `Abends kamen Leute und sangen Lieder`: what stands before both verbs is their subject.
    let is_second = finite > part.start && clauses.words[finite - 1].class.has(Class::COORDINATOR);
    if finite == part.start || opens && !is_verb_last && !is_second || says_name {
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
            && !(word.class == Class::default() && is_adverb(word))
            && !word.class.has(
                Class::ADVERB
                    .with(Class::TIME)
                    .with(Class::COORDINATOR)
                    .with(Class::SUBORDINATOR)
                    .with(Class::SO)
                    .with(Class::AS),
            )
}

/// Whether a number before it tells how many there are: `37 Prozent`, `zwölf Städte`; not `12 Uhr`.
fn is_counted(word: &Word<'_>) -> bool {
    word.has_capital && word.kind == TokenKind::Word && !word.class.has(Class::TIME)
}

fn is_adjective(word: &Word<'_>) -> bool {
    word.kind == TokenKind::Word
        && !word.class.has(
            Class::PREPOSITION
                .with(Class::AUXILIARY)
                .with(Class::SAY)
                .with(Class::ACT)
                .with(Class::SEPARABLE)
                .with(Class::ADVERB),
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
        // `Von der Leyen sagte`: names of persons stand behind no article.
        let is_particle = at == 0
            && word.class.has(Class::AGENT)
            && words.get(1).is_some_and(|word| word.class.has(Class::ARTICLE))
            && names.end(words, 2).is_some_and(|(_, is_person)| is_person);
        let is_name = word.has_capital && names.end(words, at).is_some() || is_particle;
        let is_genitive = at > range.start
            && word.class.has(Class::GENITIVE)
            && words[at - 1].has_capital
            && !words[at - 1].class.has(Class::TIME)
            && !names.ends_before_nominative(&words[at - 1]);
        if !is_name && word.class.has(Class::PREPOSITION.with(Class::SOURCE_PREPOSITION)) || is_genitive {
            at = after_noun(words, names, at + 1..range.end)?;
        } else if is_name
            || starts_phrase(word)
            || word.kind == TokenKind::Number && words.get(at + 1).is_some_and(is_counted)
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
    let is_followed = words
        .get(at + 1)
        .is_some_and(|next| next.has_capital || words[at].class.has(Class::ARTICLE) && is_adjective(next))
        || words[at].class.has(Class::ARTICLE) && attribute_end(words, at + 1..range.end) > at + 1;
    if words[at].class.has(Class::PRONOUN) && !is_followed {
        return Some(at..at + 1);
    }
    let mut end = at + 1;
    if words[at].class.has(Class::ARTICLE) {
        end = if clauses.has_capital_nouns {
            attribute_end(words, end..range.end)
        } else {
            after_common_noun(words, end..range.end)
        };
    }
    let name = if words[at].class.has(Class::AGENT) { at + 2 } else { at };
    if let Some((after, _)) = names.end(words, name) {
        end = after.min(range.end);
    } else if !clauses.has_capital_nouns && end == at + 1 {
        // `Harbour master Joan Pike`
        let common = after_common_noun(words, end..range.end);
        if (end..=common).any(|at| names.end(words, at).is_some()) {
            end = common;
        }
    }
    while end < range.end {
        let word = &words[end];
        let leads_on = |from: usize| {
            let limit = range.end.min(from + 4);
            (from..limit)
                .take_while(|at| words[*at].has_capital || is_adjective(&words[*at]) || words[*at].is_quoted)
                .any(|at| words[at].has_capital)
        };
        let has_noun = words[at..end].iter().any(|word| word.has_capital && !word.class.has(Class::ARTICLE));
        if let Some((after, _)) = names.end(words, end) {
            end = after.min(range.end);
            continue;
        }
        if word.kind == TokenKind::OpenQuote {
            let Some(after) = after_quoted_name(words, end) else { break };
            end = after.min(range.end);
            continue;
        }
        let goes_on = word.has_capital
            || matches!(word.kind, TokenKind::Ordinal | TokenKind::Abbreviation)
            || word.is_quoted
            || word.text == "(" && has_noun && words.get(end + 1).is_some_and(|next| next.has_capital)
            || word.text == ")" && has_noun
            || !has_noun && is_adjective(word)
            || word.class.has(Class::COORDINATOR.with(Class::GENITIVE))
                && leads_on(end + 1)
                && !(word.class.has(Class::ARTICLE) && names.ends_before_nominative(&words[end - 1]))
            || has_noun && is_adjective(word) && words[end - 1].class.has(Class::GENITIVE) && leads_on(end);
        if !goes_on {
            break;
        }
        end += 1;
    }
    // `der 81-jährige` speaks too.
    let is_noun = |word: &Word<'_>| {
        word.has_capital || word.is_quoted || word.text.starts_with(|c: char| c.is_ascii_digit())
    };
    let is_common = !clauses.has_capital_nouns && end > at + 1;
    let has_noun = is_common || clauses.has_capital_nouns && words[at..end].iter().any(is_noun);
    (has_noun || words[at..end].iter().any(|word| is_noun(word) && !word.class.has(Class::ARTICLE)))
        .then_some(at..end)
}

/// The noun after an attribute that opens with a preposition or an adverb: `in Bonn geborene Sängerin`.
fn attribute_end(words: &[Word<'_>], range: Range<usize>) -> usize {
    let opens = Class::PREPOSITION.with(Class::ADVERB).with(Class::TIME);
    if !words[range.clone()].first().is_some_and(|word| word.class.has(opens) && !word.has_capital) {
        return range.start;
    }
    let is_participle = |word: &Word<'_>| {
        let stem = word.text.trim_end_matches(['e', 'r', 'n', 's', 'm']);
        is_adjective(word) && (stem.ends_with('t') || stem.ends_with("end") || word.text.ends_with("ene"))
    };
    let verb = Class::AUXILIARY.with(Class::SAY).with(Class::ACT).with(Class::MODAL);
    let limit = range.end.min(range.start + 9);
    (range.start + 1..limit)
        .take_while(|at| words[*at].kind.is_word() && !words[*at].class.has(verb))
        .find(|at| is_participle(&words[*at]) && words.get(at + 1).is_some_and(|next| next.has_capital))
        .map_or(range.start, |at| (at + 1).min(range.end))
}

/// The word after a noun that is written like other words, and what belongs to it.
fn after_common_noun(words: &[Word<'_>], range: Range<usize>) -> usize {
    let other = Class::AUXILIARY
        .with(Class::MODAL)
        .with(Class::SAY)
        .with(Class::ACT)
        .with(Class::PREPOSITION)
        .with(Class::COORDINATOR)
        .with(Class::CONJUNCTION)
        .with(Class::RELATIVE)
        .with(Class::SUBORDINATOR)
        .with(Class::ADVERB)
        .with(Class::TO)
        .with(Class::PRONOUN);
    // Behind an article `report` and `claim` are nouns.
    let is_noun = |at: usize| {
        at == range.start
            && at.checked_sub(1).is_some_and(|before| words[before].class.has(Class::ARTICLE))
            && words[at].class.has(Class::ACT.with(Class::SAY))
    };
    let belongs =
        |at: &usize| words[*at].kind == TokenKind::Word && (!words[*at].class.has(other) || is_noun(*at));
    range.start + range.clone().take(4).take_while(belongs).count()
}

/// The word after the noun that a preposition or an article before `range` governs.
fn after_noun(words: &[Word<'_>], names: &Names<'_>, range: Range<usize>) -> Option<usize> {
    let mut at = range.start;
    while at < range.end {
        if let Some((after, _)) = names.end(words, at) {
            at = after;
            if at < range.end && !words[at].has_capital {
                return Some(at);
            }
            continue;
        }
        if at > range.start && !words[at].has_capital && follows_noun(words, at) {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// The word after short words in marks that open with a capital: a name that belongs to the phrase before.
fn after_quoted_name(words: &[Word<'_>], open: usize) -> Option<usize> {
    let is_name = words.get(open + 1).is_some_and(|word| word.has_capital);
    let close = words[open..].iter().take(6).position(|word| word.kind == TokenKind::CloseQuote)?;
    is_name.then_some(open + close + 1)
}

fn follows_noun(words: &[Word<'_>], at: usize) -> bool {
    words[at - 1].has_capital || matches!(words[at - 1].kind, TokenKind::Number | TokenKind::Ordinal)
}
