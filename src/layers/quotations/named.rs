//! Sources that are named without a verb: `laut X`, `nach Angaben von X`, `X zufolge`, `demnach`, `X:`.
//!
//! In: a sentence that no verb of saying frames. Out: what the source says, as indirect speech. Verbs are left to
//! `sayings`.

use std::ops::Range;

use super::clauses::{colon, Clauses};
use super::finder::{Attribution, Finder};
use super::sources::{noun_phrase, subject};
use super::words::Class;
use super::Source;
use crate::layers::tokens::TokenKind;

impl Finder<'_> {
    /// `laut X`, `nach Angaben von X`, `X zufolge`, `demnach`, `X:`.
    pub(super) fn by_source(&mut self, clauses: &Clauses<'_>) -> Option<Attribution> {
        let words = &clauses.words;
        for (index, part) in clauses.parts.iter().enumerate() {
            let Some((frame, phrase)) = self.source_phrase(clauses, part.clone()) else { continue };
            let opener = words[part.start].class;
            let is_inside = index > 0
                && (opener.has(Class::RELATIVE.with(Class::SUBORDINATOR)) && frame.start > part.start
                    || phrase.as_ref().is_some_and(|phrase| {
                        phrase.len() == 1 && words[phrase.start].class.has(Class::RELATIVE)
                    }));
            let scope = if is_inside { part.clone() } else { clauses.between_semicolons(frame.start) };
            let source = match phrase {
                Some(phrase) => self.source(clauses, Some(phrase)),
                None if index > 0 && frame.start == part.start => {
                    let before = noun_phrase(clauses, &self.names, clauses.parts[index - 1].clone());
                    self.source(clauses, before)
                }
                None => {
                    let span = Some(words[frame.start].span);
                    let before = self.inherited().unwrap_or_default();
                    Some(Source { span, antecedent: before.named(), ..before })
                }
            };
            let mut attribution = Attribution {
                source,
                cue: Some(words[frame.start].span),
                frame: clauses.span(frame.clone()),
                quotation: None,
                is_strong: false,
            };
            let before = scope.start..frame.start;
            let content = [before, frame.end..scope.end.max(frame.end)];
            attribution.quotation = self.indirect(clauses, &content, &attribution);
            return Some(attribution);
        }
        None
    }

    /// The words that name a source beside what it says, and the speaker's among them.
    fn source_phrase(
        &self,
        clauses: &Clauses<'_>,
        part: Range<usize>,
    ) -> Option<(Range<usize>, Option<Range<usize>>)> {
        let words = &clauses.words;
        for at in part.clone().filter(|at| !words[*at].is_quoted) {
            let class = words[at].class;
            let next = words.get(at + 1).filter(|_| at + 1 < part.end);
            // `Berichte, nach denen`, `ein Brief, dem zufolge`
            let is_relative = at < part.start + 2
                && part.start > 0
                && (class.has(Class::NOUN_PREPOSITION)
                    && at == part.start
                    && next.is_some_and(|next| {
                        next.class.has(Class::RELATIVE)
                            && words
                                .get(at + 2)
                                .is_some_and(|word| !word.has_capital || word.class.has(Class::ARTICLE))
                            && noun_phrase(clauses, &self.names, at + 1..part.end)
                                .is_none_or(|phrase| phrase.start > at + 1 || phrase.len() < 2)
                    })
                    || class.has(Class::POSTPOSITION)
                        && at == part.start + 1
                        && words[part.start].class.has(Class::RELATIVE));
            if is_relative {
                let pronoun = if at == part.start { at + 1 } else { part.start };
                return Some((part.start..part.start + 2, Some(pronoun..pronoun + 1)));
            }
            if class.has(Class::SOURCE_PREPOSITION) {
                let from =
                    at + 1 + usize::from(words.get(at + 1).is_some_and(|word| word.class.has(Class::TO)));
                if let Some(phrase) = noun_phrase(clauses, &self.names, from..part.end) {
                    return Some((at..phrase.end, Some(phrase)));
                }
            } else if class.has(Class::POSTPOSITION) {
                // The longest noun phrase that ends here.
                let from = (part.start.max(at.saturating_sub(16))..at)
                    .find(|from| noun_phrase(clauses, &self.names, *from..at) == Some(*from..at));
                if let Some(from) = from {
                    return Some((from..at + 1, Some(from..at)));
                }
            } else if class.has(Class::NOUN_PREPOSITION.with(Class::VIEW_PREPOSITION)) {
                let is_view = class.has(Class::VIEW_PREPOSITION);
                let limit = part.end.min(at + 5);
                let noun = (at + 1..limit)
                    .find(|at| words[*at].has_capital && self.lists.is_source(words[*at].text, is_view));
                let is_direct = noun.is_some_and(|noun| {
                    words[at + 1..noun].iter().all(|word| !word.has_capital && word.kind.is_word())
                });
                if let (Some(noun), true) = (noun, is_direct) {
                    let end = noun_phrase(clauses, &self.names, noun..part.end)
                        .map_or(noun + 1, |phrase| phrase.end);
                    return Some((at..end, Some(at + 1..end)));
                }
            } else if class.has(Class::SOURCE_NOUN)
                && words[at].has_capital
                && words.get(at + 1).is_some_and(|word| word.class.has(Class::NOUN_PREPOSITION))
            {
                let from = if at > part.start && !words[at - 1].has_capital { at - 1 } else { at };
                return Some((from..at + 2, Some(from..at + 1)));
            } else if class.has(Class::THEREFORE) {
                return Some((at..at + 1, None));
            }
        }
        None
    }

    /// Who stands before a colon and words in marks.
    pub(super) fn before_colon(&mut self, clauses: &Clauses<'_>) -> Option<Attribution> {
        let words = &clauses.words;
        let colon = colon(clauses)?;
        let part = clauses.parts.iter().rev().find(|part| part.end == colon)?.clone();
        let other = Class::ADVERB
            .with(Class::PREPOSITION)
            .with(Class::ARTICLE)
            .with(Class::PRONOUN)
            .with(Class::COORDINATOR)
            .with(Class::CONJUNCTION)
            .with(Class::RELATIVE)
            .with(Class::TIME)
            .with(Class::TO);
        let is_verb = |at: &usize| {
            let word = &words[*at];
            let stands_before_noun = words.get(at + 1).is_some_and(|next| next.has_capital)
                && word.text.ends_with(['e', 'n', 'r', 's', 'm']);
            word.kind == TokenKind::Word
                && !word.has_capital
                && !word.is_quoted
                && !word.class.has(other)
                && !stands_before_noun
        };
        let verb = part.clone().skip(1).find(is_verb);
        let phrase = match verb {
            Some(verb) => subject(clauses, &self.names, part.clone(), verb),
            None => noun_phrase(clauses, &self.names, part.clone()),
        };
        // `Der Sprecher, Jan Vogt, versuchte zu beruhigen: „…“`
        let phrase = phrase.or_else(|| noun_phrase(clauses, &self.names, clauses.parts[0].clone()));
        let source = self.source(clauses, phrase);
        Some(Attribution { source, cue: None, frame: clauses.span(part), quotation: None, is_strong: false })
    }
}
