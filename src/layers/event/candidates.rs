//! Phrases and clauses that may say who did what, when, where, why and how.
//!
//! In: the outline. Out: [`Candidate`]s from the headline and the first sentences, with their features. Which is the
//! best for which role is left to the ranker and the parent.

use std::ops::Range;

use super::super::mentions::EntityType;
use super::super::outline::{Class, Clauses, Line, Outline, Phrase, NONE};
use super::super::tokens::TokenKind;
use crate::model::ranker::{step, Features};

/// News says what happened in its first sentences; causes may come later.
const LINES: usize = 10;
/// Phrases that follow one another may be one: `ein Richter am Bundesgerichtshof`.
const JOINED: usize = 4;
/// Clauses that are read of a sentence, so that endless sentences stay cheap.
const MOST: usize = 24;
/// What a comma adds to a phrase is short.
const LONG: usize = 14;

/// What a candidate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// So many phrases.
    Phrases(u32),
    /// Phrases and what a comma adds to them.
    Apposed,
    /// A time with the preposition before it.
    Time,
    /// A clause.
    Part,
    /// Clauses that follow one another.
    Parts,
    /// From the finite verb to the end of its clause.
    Predicate,
    /// From the finite verb to the end of the sentence.
    LongPredicate,
    /// The sentence.
    Whole,
}

impl Shape {
    pub(super) const fn number(self) -> u32 {
        match self {
            Self::Phrases(count) => count - 1,
            Self::Apposed => JOINED as u32,
            Self::Part => JOINED as u32 + 1,
            Self::Parts => JOINED as u32 + 2,
            Self::Predicate => JOINED as u32 + 3,
            Self::LongPredicate => JOINED as u32 + 4,
            Self::Whole => JOINED as u32 + 5,
            Self::Time => JOINED as u32 + 6,
        }
    }

    pub(super) const fn is_clause(self) -> bool {
        !matches!(self, Self::Phrases(_) | Self::Apposed | Self::Time)
    }
}

/// Some words that may play a role.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) tokens: Range<usize>,
    pub(super) shape: Shape,
    /// 0 for the headline, then the number of the line, from 1.
    pub(super) line: u32,
    pub(super) features: Features,
    pub(super) marks: Marks,
}

/// What is asked again when it is known what happens.
// Reason: independent answers, read one by one.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Copy, Debug)]
pub(super) struct Marks {
    pub(super) is_subject: bool,
    pub(super) has_time: bool,
    pub(super) has_place: bool,
    pub(super) has_cause: bool,
    pub(super) opener: u32,
}

/// Reads all candidates, in the order of the text.
pub(super) fn read(outline: &Outline<'_>) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    let headlines = outline.headlines.iter().take(1).zip(0..);
    let lines = outline.lines.iter().take(LINES).zip(1..);
    for (line, number) in headlines.chain(lines) {
        let clauses = Clauses::read(outline, outline.tokens_of(line));
        let words = &outline.words[outline.tokens_of(line)];
        let has_cause = words.iter().any(|word| word.class.has(Class::CAUSE));
        Reader { outline, line, number, clauses, has_cause }.read(&mut candidates);
    }
    candidates
}

struct Reader<'o, 'a> {
    outline: &'o Outline<'a>,
    line: &'o Line,
    number: u32,
    clauses: Clauses,
    /// Whether the sentence speaks of causes.
    has_cause: bool,
}

impl Reader<'_, '_> {
    fn read(&self, candidates: &mut Vec<Candidate>) {
        let phrases = &self.clauses.phrases;
        for first in 0..phrases.len().min(MOST) {
            let mut end = phrases[first].tokens.end;
            for last in first..phrases.len().min(first + JOINED) {
                let tokens = phrases[last].tokens.clone();
                if last > first && (tokens.start != end || !self.continues(first, last)) {
                    break;
                }
                end = tokens.end;
                let shape = Shape::Phrases((last - first + 1) as u32);
                let (index, part) = (first as u32, phrases[first].part);
                self.push(phrases[first].tokens.start..end, shape, index, part, candidates);
                // What a comma adds: `am Samstag, den 9. April`, `der Meister, die Eisbären`.
                let next = self.clauses.parts.get(part as usize + 1).filter(|next| next.start == end + 1);
                if let Some(next) = next.filter(|next| next.len() < LONG && !next.is_empty()) {
                    self.push(phrases[first].tokens.start..next.end, Shape::Apposed, index, part, candidates);
                }
            }
        }
        self.read_times(candidates);
        let parts = &self.clauses.parts;
        for first in 0..parts.len().min(MOST) {
            for last in first..parts.len().min(first + 2) {
                let shape = if first == last { Shape::Part } else { Shape::Parts };
                self.push(parts[first].start..parts[last].end, shape, first as u32, first as u32, candidates);
            }
        }
        let start = self.outline.tokens_of(self.line).start;
        if let Some(verb) = self.clauses.verb {
            let main = self.clauses.main;
            let end = self.clauses.main_end;
            self.push(verb..end, Shape::Predicate, 0, main, candidates);
            if end < self.clauses.end {
                self.push(verb..self.clauses.end, Shape::LongPredicate, 0, main, candidates);
            }
        }
        self.push(start..self.clauses.end, Shape::Whole, 0, 0, candidates);
    }

    /// Times that follow one another are one: `am Montag um 7 Uhr`.
    fn read_times(&self, candidates: &mut Vec<Candidate>) {
        let (outline, tokens) = (self.outline, self.outline.tokens_of(self.line));
        let words = &outline.words;
        let links = |at: usize| {
            words[at].class.opens_phrase() || words[at].class.has(Class::ARTICLE) || outline.text(at) == ","
        };
        let mut at = tokens.start;
        while at < self.clauses.end {
            if !words[at].is_time {
                at += 1;
                continue;
            }
            let opens = at > tokens.start && words[at - 1].class.opens_phrase();
            let start = at - usize::from(opens);
            let mut end = at;
            while at < self.clauses.end && (words[at].is_time || links(at) && at - end < 2) {
                end = if words[at].is_time { at + 1 } else { end };
                at += 1;
            }
            self.push(start..end, Shape::Time, 0, 0, candidates);
        }
    }

    /// Whether a phrase may belong to the one before it: with a preposition, in the genitive, or where both are times.
    fn continues(&self, first: usize, last: usize) -> bool {
        let words = &self.outline.words;
        let (head, phrase) = (&self.clauses.phrases[first], &self.clauses.phrases[last]);
        let opens = words[phrase.tokens.start];
        let is_time = |range: &Range<usize>| words[range.clone()].iter().any(|word| word.is_time);
        !words[head.tokens.start].class.has(Class::PRONOUN)
            && (phrase.opener > 0
                || opens.class.has(Class::GENITIVE)
                || is_time(&head.tokens) && is_time(&phrase.tokens)
                || self.outline.text(phrase.tokens.start).ends_with("er") && !opens.class.has(Class::ARTICLE))
    }

    fn push(
        &self,
        tokens: Range<usize>,
        shape: Shape,
        index: u32,
        part: u32,
        candidates: &mut Vec<Candidate>,
    ) {
        if tokens.is_empty() {
            return;
        }
        let features = self.features(&tokens, shape, index, part);
        let line = self.number;
        let words = &self.outline.words[tokens.clone()];
        let first = words[0];
        let has_place = tokens.clone().filter_map(|at| self.outline.entity_at(at));
        let mut has_place = has_place.map(|(_, entity)| entity.entity_type);
        let marks = Marks {
            is_subject: self.is_subject(&tokens, part),
            has_time: words.iter().any(|word| word.is_time),
            has_place: has_place.any(|entity_type| entity_type == EntityType::Location),
            opener: first.class.opener(),
            has_cause: words.iter().any(|word| word.class.has(Class::CAUSE)),
        };
        candidates.push(Candidate { tokens, shape, line, features, marks });
    }

    // Reason: one question after the other, each a line or two.
    #[allow(clippy::too_many_lines)]
    fn features(&self, tokens: &Range<usize>, shape: Shape, index: u32, part: u32) -> Features {
        let outline = self.outline;
        let words = &outline.words[tokens.clone()];
        let mut features = Features::default();
        let place = if self.number == 0 { 0 } else { 1 + step(self.number, &[1, 2, 3, 5, 8]) };
        features.add(0, place);
        let first = words[0].class;
        let opener = first.opener();
        features.add(if opener < 16 { 1 } else { 2 }, opener % 16);
        features.add(3, shape.number());
        features.step(4, words.len() as u32, &[1, 2, 3, 5, 8, 12, 18, 26]);
        let mut kinds = 0;
        let mut salience = 0;
        for at in tokens.clone() {
            if let Some((_, entity)) = outline.entity_at(at) {
                kinds |= 1 << entity.entity_type as u32;
                salience = salience.max(u32::from(entity.salience.thousandths()));
            }
        }
        let any = |class: Class| words.iter().any(|word| word.class.has(class));
        let has_time = words.iter().any(|word| word.is_time);
        let is_number =
            |at: usize| matches!(outline.context.tokens[at].kind, TokenKind::Number | TokenKind::Ordinal);
        features.add(
            5,
            4 * u32::from(has_time)
                + 2 * u32::from(has_time && !words[words.len() - 1].has_capital)
                + u32::from(tokens.clone().any(is_number)),
        );
        features.add(6, 3 * index.min(4) + part.min(2));
        let is_main = part == self.clauses.main;
        let beside_verb = match self.clauses.verb {
            None => 0,
            Some(verb) if tokens.contains(&verb) => 1,
            Some(verb) if tokens.end == verb => 2,
            Some(verb) if tokens.start == verb + 1 => 3,
            Some(verb) if tokens.end < verb => 4,
            Some(_) => 5,
        };
        features.add(7, 2 * beside_verb + u32::from(is_main));
        features.add(8, self.neighbour(Some(tokens.end)));
        features.add(9, self.neighbour(tokens.start.checked_sub(1)));
        let mut stems: Vec<u32> = words.iter().map(|word| word.stem).filter(|stem| *stem != NONE).collect();
        let all = stems.len().max(1);
        stems.retain(|stem| outline.stems[*stem as usize].in_headline);
        features.add(
            10,
            2 * step((4 * stems.len() / all) as u32, &[0, 1, 2, 3]) + u32::from(first.has(Class::PRONOUN)),
        );
        features.step(11, salience, &[0, 200, 300, 400, 500, 600, 700]);
        // An article may follow the preposition; German shows the case in it.
        let article = match first {
            class if class.has(Class::NOMINATIVE) => 1,
            class if class.has(Class::ARTICLE) => 2,
            _ if words[0].mention != NONE => 3,
            _ => 0,
        };
        features.add(12, 4 * beside_verb.min(3) + article);
        let is_cause = any(Class::CAUSE);
        features.add(13, 2 * u32::from(is_cause) + u32::from(first.has(Class::RELATIVE)));
        let small = opener.min(7);
        features.add(14, 2 * small + u32::from(has_time));
        features.add(15, 2 * small + (kinds >> 1 & 1));
        features.add(16, 2 * small + u32::from(place < 2));
        features.add(17, if first.opens_clause() { opener - 23 } else { 0 });
        features.add(18, kinds);
        features.add(19, 2 * u32::from(any(Class::PLANNED)) + u32::from(any(Class::NEGATION)));
        let verb = words.iter().find(|word| word.is_verb).map(|word| word.class);
        features.add(20, verb.map_or(0, |class| if class.has(Class::AUXILIARY) { 1 } else { 2 }));
        let size = step(words.len() as u32, &[2, 6, 12]);
        features.add(21, 4 * step(shape.number(), &[0, 4, 6]) + size);
        features.add(22, 2 * place.min(7) + u32::from(shape.is_clause()));
        let has_lower = words[0].has_capital;
        features.add(23, 4 * article + 2 * u32::from(has_lower) + u32::from(place == 0));
        features.add(24, place.min(4) + 5 * u32::from(has_time));
        let bare = u32::from(opener == 0);
        features.add(25, 2 * beside_verb + bare);
        // How many phrases before it in its clause have no preposition: the first one is the subject.
        let before = self
            .clauses
            .phrases
            .iter()
            .take(index as usize)
            .filter(|phrase| phrase.part == part && phrase.opener == 0);
        features.add(26, 4 * (before.count() as u32).min(3) + 2 * bare + u32::from(article < 2));
        let last = self
            .clauses
            .phrases
            .iter()
            .find(|phrase| phrase.tokens.end == tokens.end)
            .filter(|phrase| phrase.tokens.start > tokens.start);
        features.add(
            27,
            last.map_or(0, |last| {
                let class = outline.words[last.tokens.start].class;
                match class {
                    _ if last.opener > 0 => 1,
                    _ if class.has(Class::NOMINATIVE) => 2,
                    _ if class.has(Class::ARTICLE) => 3,
                    _ if outline.words[last.tokens.start].is_time => 4,
                    _ => 5,
                }
            }),
        );
        features
            .add(28, 4 * u32::from(self.has_cause) + 2 * u32::from(is_cause) + u32::from(shape.is_clause()));
        features.add(29, 8 * u32::from(self.is_subject(tokens, part)) + place);
        features
    }

    /// Whether it may be the subject: the first phrase of the main clause without a preposition.
    fn is_subject(&self, tokens: &Range<usize>, part: u32) -> bool {
        let words = &self.outline.words;
        let is_bare = |phrase: &Phrase| {
            let class = words[phrase.tokens.start].class;
            phrase.opener == 0
                && phrase.part == part
                && (!class.has(Class::ARTICLE) || class.has(Class::NOMINATIVE))
                && !words[phrase.tokens.start].is_time
                && !(phrase.tokens.len() < 3 && words[phrase.tokens.end - 1].is_time)
        };
        part == self.clauses.main
            && self
                .clauses
                .phrases
                .iter()
                .find(|phrase| is_bare(phrase))
                .is_some_and(|phrase| phrase.tokens.start == tokens.start)
    }

    /// What stands beside a candidate.
    fn neighbour(&self, at: Option<usize>) -> u32 {
        let range = self.outline.tokens_of(self.line);
        let Some(at) = at.filter(|at| range.contains(at)) else { return 0 };
        let word = self.outline.words[at];
        match self.outline.context.tokens[at].kind {
            TokenKind::Terminal => 0,
            TokenKind::Punctuation | TokenKind::Symbol => match self.outline.text(at) {
                "(" | ")" => 2,
                ":" => 10,
                _ => 1,
            },
            TokenKind::OpenQuote | TokenKind::CloseQuote => 3,
            _ if word.is_verb => 4,
            _ if word.class.opens_phrase() => 5,
            _ if word.class.has(Class::ARTICLE) => 6,
            _ if word.has_capital => 7,
            _ if word.class.has(Class::COORDINATOR) => 8,
            _ => 9,
        }
    }
}
