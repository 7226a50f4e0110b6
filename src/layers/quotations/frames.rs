//! Frames: clauses that tell of saying, and what they bring.
//!
//! In: a sentence cut into clauses. Out: a [`Frame`], and the words that it frames: behind it, before it, or around it.
//! Its verb was found by `verbs`; who speaks in it is left to `sayings`.

use std::ops::Range;

use super::clauses::{content_end, is_behind_marks, is_infinitive, Clauses, Word};
use super::finder::Finder;
use super::moods;
use super::sources::noun_phrase;
use super::verbs::is_attribute;
use super::words::Class;
use super::Mood;
use crate::layers::tokens::TokenKind;

/// What may stand between a verb and its speaker, or behind both.
const CIRCUMSTANCE: Class = Class::ADVERB.with(Class::TIME).with(Class::PREPOSITION);

/// Where what is said stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Behind the frame: `Vogt sagte, es regne`.
    Behind,
    /// Before it: `Es regne, sagte Vogt`.
    Before,
    /// Before it, and the speaker stands before the verb: `It rains, the mayor said`.
    BeforeAll,
    /// Around it: `Es regnet, wie Vogt sagte, seit Tagen`.
    Around,
}

/// A clause that tells of saying.
#[derive(Debug)]
pub(super) struct Frame {
    /// The number of the clause, and of the one that its verb's other part ends.
    pub(super) index: usize,
    pub(super) closing: usize,
    /// Its words.
    pub(super) part: Range<usize>,
    /// The word that tells of saying.
    pub(super) cue: usize,
    /// The uses of its first word.
    pub(super) opener: Class,
    pub(super) place: Place,
    /// Whether the sentence's first clause is its subject: it goes on after something told of it.
    pub(super) resumes: bool,
    /// Whether the verb comes first.
    pub(super) is_verb_first: bool,
    /// The noun phrase behind the verb.
    pub(super) after: Option<Range<usize>>,
    /// Whether what stands before the verb is in marks.
    is_behind: bool,
}

impl Finder<'_> {
    /// The frame that begins with the clause `index`, if it tells of saying; else the number of the next clause.
    pub(super) fn frame(&self, clauses: &Clauses<'_>, index: usize) -> Result<Frame, usize> {
        let words = &clauses.words;
        let mut part = clauses.parts[index].clone();
        let opener = words[part.start].class;
        let mut verb = self.verb(clauses, index);
        if verb.is_none() && opener.has(Class::AS) {
            // `Wie die Leiterin, Karin Vogt, mitteilte`
            verb = (index + 1..clauses.parts.len().min(index + 4))
                .find_map(|later| self.closing_verb(clauses, later));
        }
        let closing = verb.map_or(index, |(_, later)| later);
        part.end = clauses.parts[closing].end;
        let is_so = opener.has(Class::SO)
            && part.start > 0
            && verb.is_none()
            && !words
                .get(part.start + 1)
                .is_some_and(|next| next.class.has(Class::CONJUNCTION.with(Class::ADVERB)));
        let cue = verb.map(|(verb, _)| verb).or(is_so.then_some(part.start)).ok_or(index + 1)?;
        let is_as = opener.has(Class::AS) && cue > part.start;
        // `Wie erwartet kam er`, `Was gestern verkündet wurde, half`: nothing is said here.
        let is_bare = is_as
            && words[cue].class.has(Class::PARTICIPLE)
            && clauses.find(part.clone(), Class::AUXILIARY).is_none()
            && cue <= part.start + 2;
        let is_asked = index == 0 && opener.has(Class::QUESTION) && cue + 2 >= part.end;
        let after = noun_phrase(clauses, &self.names, cue + 1..part.end)
            .filter(|phrase| !words[phrase.start].class.has(Class::OBJECT));
        let is_no_source =
            is_so && (after.is_none() || clauses.find(part.clone(), Class::AUXILIARY).is_some());
        if is_bare || is_asked || is_no_source {
            return Err(closing + 1);
        }
        let is_behind = cue > 0 && clauses.is_quoted(part.start..cue)
            || index > 0 && cue == part.start + 1 && opener.has(Class::DEMONSTRATIVE);
        let resumes = !is_behind_marks(clauses, &part)
            && (self.is_interrupted(clauses, index) || self.is_topic(clauses, index));
        let is_near = after.as_ref().is_some_and(|phrase| {
            words[cue + 1..phrase.start].iter().all(|word| word.class.has(CIRCUMSTANCE))
        });
        let is_tail =
            is_so || is_behind && after.is_some() && !resumes && (is_near || is_behind_marks(clauses, &part));
        let place = match () {
            () if is_as => Place::Around,
            () if self.is_after_all(clauses, index, closing, cue) => Place::BeforeAll,
            () if is_tail => Place::Before,
            () => Place::Behind,
        };
        let is_verb_first = cue == part.start || opener.has(Class::AUXILIARY) && index > 0;
        Ok(Frame { index, closing, part, cue, opener, place, resumes, is_verb_first, after, is_behind })
    }

    /// Whether a clause ends the sentence with nothing but a speaker and a verb: `The bridge is safe, the mayor said.`
    fn is_after_all(&self, clauses: &Clauses<'_>, index: usize, closing: usize, cue: usize) -> bool {
        let words = &clauses.words;
        let part = clauses.parts[index].clone();
        let joins = Class::COORDINATOR.with(Class::RELATIVE).with(Class::SUBORDINATOR);
        !self.lists.has_clauses
            && index > 0
            && closing + 1 == clauses.parts.len()
            && !words[part.start].class.has(joins)
            && cue > part.start
            && words[cue].class.has(Class::SAY.with(Class::ACT))
            && noun_phrase(clauses, &self.names, part.start..cue) == Some(part.start..cue)
            && words[cue + 1..part.end].iter().all(|word| word.class.has(CIRCUMSTANCE) || word.has_capital)
    }

    /// What is said.
    pub(super) fn content(
        &self,
        clauses: &Clauses<'_>,
        frame: &Frame,
        speaker: Option<&Range<usize>>,
    ) -> Vec<Range<usize>> {
        let part = &frame.part;
        match frame.place {
            Place::Around => vec![0..part.start, part.end..clauses.end],
            Place::Before | Place::BeforeAll => {
                let is_marked = frame.is_behind && !clauses.words[part.start].is_quoted;
                let end = if is_marked { part.start } else { part.start.min(frame.cue) };
                // `Das Haus, sagte Vogt, sei leer.`
                let later = clauses.parts.get(frame.closing + 1).filter(|later| self.resumes(clauses, later));
                std::iter::once(0..end).chain(later.map(|later| later.start..clauses.end)).collect()
            }
            Place::Behind => self.framed(clauses, frame, speaker).into_iter().collect(),
        }
    }

    /// What the verb brings behind it.
    fn framed(
        &self,
        clauses: &Clauses<'_>,
        frame: &Frame,
        speaker: Option<&Range<usize>>,
    ) -> Option<Range<usize>> {
        let words = &clauses.words;
        let (index, cue) = (frame.closing, frame.cue);
        let part = &clauses.parts[index];
        let opens = Class::CONJUNCTION.with(Class::QUESTION);
        if let Some(inside) = clauses.find(cue + 1..part.end, Class::CONJUNCTION) {
            return Some(inside..content_end(clauses, inside));
        }
        if !self.lists.has_clauses {
            let next =
                words.get(cue + 1).filter(|_| cue + 2 < part.end && (cue > part.start || index > 0))?;
            // `said the harbour would close`: a subject of its own and its verb behind it.
            let subject = noun_phrase(clauses, &self.names, cue + 1..part.end)?;
            let other = Class::PREPOSITION
                .with(Class::GENITIVE)
                .with(Class::COORDINATOR)
                .with(Class::PREDICATIVE)
                .with(Class::SUBORDINATOR)
                .with(Class::RELATIVE);
            let has_verb = words
                .get(subject.end)
                .filter(|_| subject.end < part.end)
                .is_some_and(|verb| verb.kind.is_word() && !verb.has_capital && !verb.class.has(other));
            let is_said = !next.is_quoted && subject.start == cue + 1 && has_verb;
            return is_said.then_some(cue + 1..content_end(clauses, cue + 1));
        }
        let says = words[cue].class.has(Class::SAY.with(Class::ACT).with(Class::SEPARABLE));
        // `erklärte den Antrag für ungültig, er wurde abgelehnt`: an act with its object has said all.
        let from = speaker.filter(|speaker| speaker.start > cue).map_or(cue, |speaker| speaker.end - 1);
        let is_full = !words[cue].class.has(Class::SAY)
            && noun_phrase(clauses, &self.names, from + 1..part.end).is_some();
        if let Some(next) = clauses
            .parts
            .get(index + 1)
            .filter(|next| says && !is_full && self.has_second_verb(clauses, next))
        {
            return Some(next.start..content_end(clauses, next.start));
        }
        // A relative clause may stand between.
        for (later, next) in clauses.parts.iter().enumerate().skip(index + 1).take(3) {
            let opener = words[next.start].class;
            let said = next.start..content_end(clauses, next.start);
            if opener.has(opens)
                || clauses.follows_colon(next.start)
                || moods::subjunctive(clauses, self.lists, next.clone()).is_some()
                || is_infinitive(clauses, next.clone())
            {
                return Some(said);
            }
            // `nennt einen Mann, von dem sie glaubt, er sei es`: the nearer verb brings it.
            if self.verb(clauses, later).is_some() {
                return None;
            }
            if !opener.has(Class::RELATIVE.with(Class::PREPOSITION)) {
                let mut later = clauses.parts.iter().skip(index + 2).take(2);
                let that = later.find(|part| words[part.start].class.has(Class::CONJUNCTION))?;
                return Some(that.start..content_end(clauses, that.start));
            }
        }
        None
    }

    /// Whether a clause behind a frame goes on with what is said: `…, sagte Vogt, sei leer`.
    fn resumes(&self, clauses: &Clauses<'_>, part: &Range<usize>) -> bool {
        let opener = &clauses.words[part.start];
        let mood = moods::subjunctive(clauses, self.lists, part.clone());
        !opener.is_quoted && opener.class.has(Class::SUBJUNCTIVE.with(Class::SUBJUNCTIVE2))
            || mood.is_some_and(|(_, mood)| mood == Mood::Subjunctive1)
                && !opener.class.has(Class::RELATIVE)
                && self.lists.has_clauses
    }

    /// Whether a clause opens with its subject and has its verb behind it: a main clause.
    fn has_second_verb(&self, clauses: &Clauses<'_>, part: &Range<usize>) -> bool {
        let words = &clauses.words;
        let Some(phrase) =
            noun_phrase(clauses, &self.names, part.clone()).filter(|phrase| phrase.start == part.start)
        else {
            return false;
        };
        let other = Class::ADVERB
            .with(Class::PREPOSITION)
            .with(Class::COORDINATOR)
            .with(Class::ARTICLE)
            .with(Class::TIME)
            .with(Class::AS);
        phrase.end + 1 < part.end
            && words.get(phrase.end).is_some_and(|verb| {
                // `der Mann „wollte nur helfen“`
                verb.kind == TokenKind::OpenQuote
                    && clauses.is_quoted(phrase.end..part.end)
                    && words.get(phrase.end + 1).is_some_and(|verb| !verb.has_capital)
                    || !verb.has_capital
                        && !verb.is_quoted
                        && verb.kind == TokenKind::Word
                        && !verb.class.has(other)
                        && (verb.class.has(Class::AUXILIARY.with(Class::MODAL).with(Class::HEARSAY))
                            || verb.text.ends_with(['t', 'n', 'e']))
                        && !is_attribute(clauses, part, phrase.end)
            })
    }

    /// Whether the clause before is a relative one or says a name again: the verb goes on after it.
    fn is_interrupted(&self, clauses: &Clauses<'_>, index: usize) -> bool {
        let words = &clauses.words;
        let Some(before) =
            index.checked_sub(1).filter(|before| *before > 0).map(|before| clauses.parts[before].clone())
        else {
            return false;
        };
        let opener = &words[before.start];
        let is_relative = !opener.has_capital
            && (opener.class.has(Class::RELATIVE) || opener.class.has(Class::PREPOSITION))
            && words
                .get(before.start + 1)
                .is_some_and(|word| !word.has_capital || opener.class.has(Class::RELATIVE))
            && before.len() > 2
            && moods::subjunctive(clauses, self.lists, before.clone()).is_none();
        let is_name = before.len() < 7
            && words[before.clone()].iter().all(|word| {
                word.has_capital
                    || word.class.has(Class::ARTICLE.with(Class::GENITIVE))
                    || !word.kind.is_word()
            });
        is_relative && clauses.parts[..index].len() == 2 || is_name && index == 2
    }

    /// Whether all before the clause `index` is a name with what is told of it: the verb goes on after it.
    fn is_topic(&self, clauses: &Clauses<'_>, index: usize) -> bool {
        let first = clauses.parts[0].clone();
        let words = &clauses.words;
        let Some(phrase) =
            noun_phrase(clauses, &self.names, first.clone()).filter(|phrase| phrase.start == first.start)
        else {
            return false;
        };
        let is_verb = |word: &Word<'_>| {
            !word.has_capital
                && word.kind == TokenKind::Word
                && word.class.has(Class::AUXILIARY.with(Class::MODAL))
        };
        let goes_on = phrase.end == first.end
            || words[phrase.end].class.has(Class::PREPOSITION)
                && words[phrase.end..first.end].iter().any(|word| word.has_capital)
                && !words[first.clone()].iter().any(is_verb);
        index > 1 && goes_on
    }
}
