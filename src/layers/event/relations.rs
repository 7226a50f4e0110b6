//! Where the other candidates stand beside what happens.
//!
//! In: the candidates and the one that says what happens. Out: more features of each: in its clause or elsewhere,
//! before or after its verb, among which phrases.

use std::cmp::Ordering;

use super::super::outline::Outline;
use super::candidates::{Candidate, Candidates};
use crate::model::ranker::step;

/// Adds to each candidate where it stands beside what happens.
pub(super) fn relate(outline: &Outline<'_>, candidates: &mut Candidates, what: &Candidate) {
    let verb = what.tokens.clone().find(|at| outline.words[*at].is_verb);
    let sentence = candidates.sentences.iter().find(|(number, _)| *number == what.line);
    // Where phrases without a preposition begin, and whether one stands before the verb in its clause.
    let mut bare: Vec<usize> = Vec::new();
    let mut is_led = false;
    if let Some((_, clauses)) = sentence {
        for phrase in clauses.phrases.iter().filter(|phrase| phrase.opener == 0) {
            bare.push(phrase.tokens.start);
            let part = clauses.parts.get(phrase.part as usize);
            is_led |= verb.is_some_and(|verb| {
                phrase.tokens.end <= verb && part.is_some_and(|part| part.contains(&verb))
            });
        }
    }
    let stems = |candidate: &Candidate| outline.words[candidate.tokens.clone()].iter().map(|word| word.stem);
    let known: Vec<u32> = stems(what).filter(|stem| outline.stems.get(*stem as usize).is_some()).collect();
    for candidate in &mut candidates.all {
        let shared = stems(candidate).filter(|stem| known.contains(stem)).count() as u32;
        let tokens = candidate.tokens.clone();
        let inside = what.tokens.start <= tokens.start && tokens.end <= what.tokens.end;
        let place = match candidate.line.cmp(&what.line) {
            Ordering::Less => 0,
            Ordering::Equal if inside => 1,
            Ordering::Equal => 2,
            Ordering::Greater => 3 + (candidate.line - what.line).min(3),
        };
        let is_clause = u32::from(candidate.shape.is_clause());
        let marks = candidate.marks;
        let is_opened = u32::from(marks.opener > 0);
        let features = &mut candidate.features;
        features.add(30, 2 * place + is_clause);
        features.add(31, 8 * u32::from(marks.is_subject) + place);
        features.add(32, 8 * u32::from(marks.has_time) + place);
        features.add(33, 8 * u32::from(marks.has_place) + place);
        let is_same = place == 1 || place == 2;
        let question = if is_same { 34 } else { 36 };
        features.add(question + (marks.opener / 16) as u16, marks.opener % 16);
        let question = match place {
            1 | 2 => 38,
            4 => 39,
            _ => 40,
        };
        features.add(question, candidate.shape.number());
        features.add(41, 8 * u32::from(marks.has_cause) + place);
        features.add(42, 8 * (is_clause & is_opened) + place);
        if !is_same {
            features.add(85, 2 * step(shared, &[0, 1, 2, 4]) + is_clause);
            continue;
        }
        let (side, gap) = match () {
            () if tokens.end <= what.tokens.start => (0, what.tokens.start - tokens.end),
            () if what.tokens.end <= tokens.start => (1, tokens.start - what.tokens.end),
            () if tokens.start <= what.tokens.start && what.tokens.end <= tokens.end => (2, 0),
            () if inside => (3, 0),
            () => (4, 0),
        };
        features.wide(78, 2, 2 * (3 * side + step(gap as u32, &[0, 2])) + is_clause);
        features.add(84, 2 * u32::from(tokens.end == what.tokens.start) + u32::from(marks.is_subject));
        let Some(verb) = verb else { continue };
        if tokens.contains(&verb) {
            continue;
        }
        let is_after = tokens.start > verb;
        let gap = if is_after { tokens.start - verb - 1 } else { verb - tokens.end };
        let after = u32::from(is_after);
        features.wide(80, 2, 2 * (6 * after + step(gap as u32, &[0, 1, 2, 4, 8])) + is_opened);
        let before = bare.iter().filter(|at| **at < tokens.start && (!is_after || **at > verb));
        let before = (before.count() as u32).min(3);
        features.wide(82, 2, 4 * (4 * after + before) + 2 * u32::from(is_led) + is_opened);
    }
}
