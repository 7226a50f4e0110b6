//! Phrases and clauses that may say who did what, when, where, why and how.
//!
//! In: the outline. Out: [`Candidate`]s from the headline and the first sentences. What speaks for each is in
//! `features`; which is the best for which role is left to the ranker and `choose`.

use std::cell::Cell;
use std::ops::Range;

use super::super::mentions::EntityType;
use super::super::outline::{Class, Clauses, Line, Outline, Word};
use super::super::tokens::TokenKind;
use super::subjects::Subjects;
use crate::model::ranker::Features;
use crate::text::Span;

/// News says what happened in its first sentences; causes may come later.
const LINES: usize = 8;
/// Of later sentences only whole clauses answer, and times.
const EARLY: u32 = 5;
/// Phrases that follow one another may be one: `ein Richter am Bundesgerichtshof`.
const JOINED: usize = 4;
/// Clauses that are read of a sentence, so that endless sentences stay cheap.
const MOST: usize = 24;
/// What a comma adds to a phrase is short.
const LONG: usize = 14;

/// Prepositions of places, see [`Class::opener`].
const IN: u32 = 1;
const ON: u32 = 2;
const AT: u32 = 3;
const FROM: u32 = 4;
const TO: u32 = 5;
const AFTER: u32 = 6;
const BEFORE: u32 = 7;
const OVER: u32 = 12;
const AROUND: u32 = 13;
const BETWEEN: u32 = 14;
/// Prepositions of those who act.
pub(super) const AGENTS: [u32; 2] = [FROM, 9];
const NEAR: u32 = 22;

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
    /// What stands before the finite verb.
    Prefield,
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
            Self::Prefield => JOINED as u32 + 7,
        }
    }

    pub(super) const fn is_clause(self) -> bool {
        !matches!(self, Self::Phrases(_) | Self::Apposed | Self::Time | Self::Prefield)
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
    /// Whether it may say where something is.
    pub(super) may_be_place: bool,
    pub(super) has_cause: bool,
    pub(super) has_verb: bool,
    pub(super) opener: u32,
}

/// All candidates, in the order of the text, and the sentences that they stand in.
pub(super) struct Candidates {
    pub(super) all: Vec<Candidate>,
    pub(super) sentences: Vec<(u32, Clauses)>,
}

/// Reads all candidates.
pub(super) fn read(outline: &Outline<'_>) -> Candidates {
    let mut candidates = Vec::new();
    let mut sentences = Vec::new();
    let headlines = outline.headlines.iter().take(1).zip(0..);
    // Without a headline, what stands before the place that opens the report introduces it as a headline would.
    let opens = outline.dateline().filter(|_| outline.headlines.is_empty()).map_or(0, Span::end);
    let introduces = |line: &&Line| outline.span(outline.tokens_of(line)).start() < opens;
    let introduction = outline.lines.iter().take_while(introduces).count();
    let introduction = if introduction < outline.lines.len() { introduction } else { 0 };
    let lines = outline.lines.iter().skip(introduction).take(LINES).zip(1..);
    for (line, number) in headlines.chain(lines) {
        let tokens = outline.tokens_of(line);
        let clauses = Clauses::read(outline, tokens.clone());
        let subjects = Subjects::read(outline, &clauses, tokens.start);
        let any = |class: Class| outline.words[tokens.clone()].iter().any(|word| word.class.has(class));
        let (has_cause, is_passive) = (any(Class::CAUSE), any(Class::PASSIVE));
        let stems = outline.stems_of(line).iter();
        let in_headline = stems.filter(|stem| outline.stems[**stem as usize].in_headline).count() as u32;
        let facts = tokens.clone().map(|at| Fact::read(outline, at)).collect();
        let matter = Cell::new((usize::MAX, 0));
        let reader = Reader {
            outline,
            line,
            number,
            clauses,
            subjects,
            facts,
            matter,
            has_cause,
            is_passive,
            in_headline,
        };
        reader.read(&mut candidates);
        sentences.push((number, reader.clauses));
    }
    Candidates { all: candidates, sentences }
}

/// What is asked of a token by all candidates that have it; of several tokens, what any of them has.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Fact {
    pub(super) class: Class,
    /// A bit for each type of the entities that it names.
    pub(super) kinds: u32,
    pub(super) salience: u32,
    pub(super) is_time: bool,
    pub(super) is_number: bool,
    /// How many words say something, and how many of them the headline has.
    pub(super) says: u32,
    pub(super) in_headline: u32,
}

impl Fact {
    fn read(outline: &Outline<'_>, at: usize) -> Self {
        let word = outline.words[at];
        let entity = outline.entity_at(at).map(|(_, entity)| entity);
        let stem = outline.stems.get(word.stem as usize);
        Self {
            class: word.class,
            kinds: entity.map_or(0, |entity| 1 << entity.entity_type as u32),
            salience: entity.map_or(0, |entity| entity.salience.thousandths().into()),
            is_time: word.is_time,
            is_number: matches!(outline.context.tokens[at].kind, TokenKind::Number | TokenKind::Ordinal),
            says: u32::from(stem.is_some()),
            in_headline: u32::from(stem.is_some_and(|stem| stem.in_headline)),
        }
    }

    fn with(self, other: &Self) -> Self {
        Self {
            class: self.class.with(other.class),
            kinds: self.kinds | other.kinds,
            salience: self.salience.max(other.salience),
            is_time: self.is_time | other.is_time,
            is_number: self.is_number | other.is_number,
            says: self.says + other.says,
            in_headline: self.in_headline + other.in_headline,
        }
    }
}

/// A sentence being read.
pub(super) struct Reader<'o, 'a> {
    pub(super) outline: &'o Outline<'a>,
    pub(super) line: &'o Line,
    pub(super) number: u32,
    pub(super) clauses: Clauses,
    pub(super) subjects: Subjects,
    /// One for each token.
    facts: Vec<Fact>,
    /// The noun that was looked up last, and what it is about.
    pub(super) matter: Cell<(usize, u32)>,
    /// Whether the sentence speaks of causes.
    pub(super) has_cause: bool,
    pub(super) is_passive: bool,
    /// How many of its words the headline has.
    pub(super) in_headline: u32,
}

impl Reader<'_, '_> {
    fn read(&self, candidates: &mut Vec<Candidate>) {
        let phrases = &self.clauses.phrases;
        let most = if self.number > EARLY { 0 } else { MOST };
        for first in 0..phrases.len().min(most) {
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
                let next = self.clauses.parts.get(part as usize + 1);
                let next = next.filter(|next| next.start == end + 1 && self.adds(next));
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
            let part = parts[main as usize].start;
            let from = if part == verb { start } else { part };
            let to = if verb > from && self.outline.text(verb - 1) == "," { verb - 1 } else { verb };
            self.push(from..to.max(from), Shape::Prefield, 0, main, candidates);
            let end = self.clauses.main_end;
            self.push(verb..end, Shape::Predicate, 0, main, candidates);
            if end < self.clauses.end {
                self.push(verb..self.clauses.end, Shape::LongPredicate, 0, main, candidates);
            }
        }
        self.push(start..self.clauses.end, Shape::Whole, 0, 0, candidates);
    }

    /// Whether what stands between commas adds to a noun: a clause that begins as relative ones do, or no clause.
    fn adds(&self, part: &Range<usize>) -> bool {
        let words = &self.outline.words[part.clone()];
        let is_relative = |word: &Word| word.class.has(Class::RELATIVE) || word.class.opens_phrase();
        self.outline.text(part.start - 1) == ","
            && (words.first().is_some_and(is_relative) || !words.iter().any(|word| word.is_verb))
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
                || opens.class.has(Class::GENITIVE) && !words[phrase.tokens.start - 1].is_time
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
        let start = self.outline.tokens_of(self.line).start;
        let facts = &self.facts[tokens.start - start..tokens.end - start];
        let fact = facts.iter().fold(Fact::default(), Fact::with);
        let features = self.features(&tokens, &fact, shape, index, part);
        let line = self.number;
        let has_place = fact.kinds & 1 << EntityType::Location as u32 != 0;
        let has_time = fact.is_time;
        let opener = self.outline.words[tokens.start].class.opener();
        let marks = Marks {
            is_subject: self.subjects.is_subject(tokens.start),
            has_time,
            may_be_place: match opener {
                IN | ON | AT | BEFORE | OVER | BETWEEN | NEAR => !has_time || has_place,
                0 | FROM | TO | AFTER | AROUND => has_place,
                _ => false,
            },
            has_place,
            opener,
            has_cause: fact.class.has(Class::CAUSE),
            has_verb: self.outline.words[tokens.clone()].iter().any(|word| word.is_verb),
        };
        candidates.push(Candidate { tokens, shape, line, features, marks });
    }
}
