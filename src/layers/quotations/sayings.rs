//! What verbs of saying tell in a sentence.
//!
//! In: a sentence cut into clauses. Out: indirect speech with its frame; who is said to speak in marks; an act that
//! brings no words. Frames are found by `frames`; sources without a verb are left to `named`, speech without either to
//! `implied`.

use std::ops::Range;

use super::clauses::{Clauses, Word};
use super::finder::{Attribution, Finder};
use super::frames::{Frame, Place};
use super::sources::{noun_phrase, subject, Names};
use super::words::Class;
use super::{Quotation, QuotationType};
use crate::score::Score;
use crate::text::Span;

impl Finder<'_> {
    /// Clauses with a verb of saying: what frames words, and an act that frames none.
    pub(super) fn saying(&mut self, clauses: &Clauses<'_>) -> (Option<Attribution>, Option<Attribution>) {
        let (mut first, mut act): (Option<Attribution>, Option<Attribution>) = (None, None);
        let before = self.before;
        let mut next = 0;
        while next < clauses.parts.len() {
            let frame = match self.frame(clauses, next) {
                Ok(frame) => frame,
                Err(later) => {
                    next = later;
                    continue;
                }
            };
            next = frame.closing + 1;
            let (phrase, goes_on) = self.speaker(clauses, &frame);
            let source = if goes_on { self.inherited() } else { self.source(clauses, phrase.clone()) };
            let content = self.content(clauses, &frame, phrase.as_ref());
            let mut attribution = Attribution {
                source,
                cue: Some(clauses.words[frame.cue].span),
                frame: clauses.span(frame.part.clone()),
                quotation: None,
                is_strong: clauses.words[frame.cue].class.has(Class::STRONG),
            };
            attribution.quotation = self.indirect(clauses, &content, &attribution);
            if let Some(before) = before.filter(|_| content.is_empty() && source.is_some()) {
                attribution.quotation = self.taken_up(&frame, &attribution, before).or(attribution.quotation);
            }
            let is_main = is_main(&frame);
            if attribution.quotation.is_none() && content.is_empty() && is_main && act.is_none() {
                act = (source.is_some() && is_act(clauses, &frame)).then_some(attribution);
            }
            if is_main || attribution.quotation.is_some() {
                first = first.filter(|first| first.quotation.is_some()).or(Some(attribution));
            }
        }
        (first, act)
    }

    /// `Das bestätigte die Firma`: what stands before is said.
    fn taken_up(&mut self, frame: &Frame, attribution: &Attribution, before: Span) -> Option<u32> {
        let takes_up = frame.index == 0 && frame.cue == 1 && frame.opener.has(Class::DEMONSTRATIVE);
        takes_up.then(|| {
            self.push(Quotation {
                quotation_type: QuotationType::Indirect,
                content: vec![before],
                cue: attribution.cue,
                frame: attribution.frame,
                source: attribution.source,
                mood: None,
                parent: None,
                confidence: Score::ZERO,
            })
        })
    }

    /// The words that name the speaker of a frame, and whether who spoke before goes on.
    fn speaker(&self, clauses: &Clauses<'_>, frame: &Frame) -> (Option<Range<usize>>, bool) {
        let words = &clauses.words;
        let part = &frame.part;
        let opens = |class: Class| words.get(part.start + 1).is_some_and(|next| next.class.has(class));
        let is_relative =
            frame.index > 0 && frame.opener.has(Class::RELATIVE) && !words[part.start].has_capital;
        let pronoun = (is_relative && !opens(Class::PRONOUN)).then_some(part.start..part.start + 1);
        let phrase = self.subject_of(clauses, frame).or(pronoun);
        let stands_for_nobody = |phrase: &Range<usize>| words[phrase.start].class.has(Class::ANONYMOUS);
        let is_anonymous =
            phrase.as_ref().is_some_and(|phrase| phrase.len() == 1 && stands_for_nobody(phrase));
        let is_nameless = is_anonymous || phrase.is_none();
        // `In dem Brief heißt es`: what it stands in speaks.
        let phrase = match clauses.find(part.clone(), Class::PREPOSITION).filter(|_| is_nameless) {
            Some(at) => {
                let named = noun_phrase(clauses, &self.names, at + 1..part.end).filter(|named| {
                    is_anonymous || frame.place == Place::Around || self.is_document(clauses, named.clone())
                });
                // `der Brief, in dem es heißt`
                let is_relative =
                    frame.index > 0 && at == part.start && opens(Class::RELATIVE) && !opens(Class::NAMING);
                if is_relative && named.as_ref().is_none_or(|named| named.start > at + 1) {
                    Some(at + 1..at + 2)
                } else {
                    named
                }
            }
            None => phrase,
        };
        // `hieß es weiter`
        let goes_on = is_anonymous
            && phrase.as_ref().is_none_or(stands_for_nobody)
            && words.get(frame.cue + 2).is_some_and(|word| word.class.has(Class::ADVERB));
        (phrase, goes_on)
    }

    /// The subject of a frame's verb.
    fn subject_of(&self, clauses: &Clauses<'_>, frame: &Frame) -> Option<Range<usize>> {
        let words = &clauses.words;
        let (part, cue) = (&frame.part, frame.cue);
        let subject = || subject(clauses, &self.names, part.clone(), cue);
        // `Als er kam, sagte Vogt`, `„Nein“, hatte Vogt gesagt`: the subject is behind the verb.
        let start = &words[clauses.parts[0].start];
        let opens_otherwise = start.is_quoted || start.class.has(Class::SUBORDINATOR);
        let is_pronoun = frame.after.as_ref().is_some_and(|phrase| {
            phrase.start == cue + 1 && phrase.len() == 1 && words[phrase.start].class.has(Class::PRONOUN)
        });
        let is_before = frame.index > 0
            && frame.is_verb_first
            && (frame.resumes || frame.after.is_none())
            && !opens_otherwise
            && !is_pronoun;
        match frame.place {
            Place::BeforeAll => Some(part.start..cue),
            Place::Before => frame.after.clone(),
            _ if frame.index == 0 && cue == 1 && frame.opener.has(Class::DEMONSTRATIVE) => {
                frame.after.clone()
            }
            Place::Around => noun_phrase(clauses, &self.names, part.start + 1..cue),
            Place::Behind if is_before => noun_phrase(clauses, &self.names, clauses.parts[0].clone())
                .filter(|phrase| !words[phrase.start].class.has(Class::OBJECT))
                .or_else(subject),
            Place::Behind => in_relative(clauses, &self.names, part, frame.index).or_else(subject),
        }
    }

    /// Whether a noun phrase names what words stand in.
    fn is_document(&self, clauses: &Clauses<'_>, phrase: Range<usize>) -> bool {
        let mut nouns = clauses.words[phrase].iter().filter(|word| word.has_capital).take(2);
        nouns.any(|word| self.lists.is_document(word.text))
    }
}

/// Whether a frame is a main clause.
fn is_main(frame: &Frame) -> bool {
    let joins = Class::SUBORDINATOR.with(Class::CONJUNCTION).with(Class::QUESTION);
    // `Seit Jahren fordert er`: a preposition, since the verb is not last.
    let is_phrase = frame.opener.has(Class::PREPOSITION) && frame.cue + 1 < frame.part.end;
    (is_phrase || !frame.opener.has(joins)) && (frame.index == 0 || !frame.opener.has(Class::RELATIVE))
}

/// Whether a frame that brings no words is an act of speech.
fn is_act(clauses: &Clauses<'_>, frame: &Frame) -> bool {
    let words = &clauses.words;
    let acts = Class::ACT.with(Class::SEPARABLE).with(Class::PARTICIPLE).with(Class::GOVERNED);
    let verb = words[frame.cue].class;
    let next = words.get(frame.cue + 1);
    let speaks_of =
        clauses.words[frame.cue + 1..frame.part.end].iter().any(|word| word.class.has(Class::AGENT));
    let is_toll = clauses.find(frame.part.clone(), Class::TOLL).is_some() && !speaks_of;
    // `Auf der Straße gab es Kritik`
    let is_there = verb.has(Class::SEPARABLE) && next.is_some_and(|next| next.class.has(Class::ANONYMOUS));
    verb.has(acts) && (!verb.has(Class::NO_REPORT) || speaks_of) && !is_toll && !is_there
}

/// The subject of a relative clause whose pronoun is another part of it: `bei dem die Polizei sagte`.
fn in_relative(
    clauses: &Clauses<'_>,
    names: &Names<'_>,
    part: &Range<usize>,
    index: usize,
) -> Option<Range<usize>> {
    let words = &clauses.words;
    let is = |at: usize, class| at < part.end && words[at].class.has(class) && !words[at].has_capital;
    let pronoun = part.start + usize::from(is(part.start, Class::PREPOSITION));
    let is_other = index > 0
        && is(pronoun, Class::RELATIVE)
        && (pronoun > part.start || is(pronoun, Class::OBJECT) && !names_noun(words.get(pronoun + 1)));
    if !is_other {
        return None;
    }
    let phrase = noun_phrase(clauses, names, pronoun + 1..part.end)?;
    (!words[phrase.start].class.has(Class::OBJECT)).then_some(phrase)
}

fn names_noun(word: Option<&Word<'_>>) -> bool {
    word.is_some_and(|word| word.has_capital && word.class == Class::default())
}
