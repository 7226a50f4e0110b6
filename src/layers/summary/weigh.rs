//! What speaks for each sentence, in points.
//!
//! In: all earlier layers. Out: a [`Candidate`] for each sentence of the article's prose. Choosing among them
//! is left to the parent.

use std::collections::{HashMap, HashSet};
use std::hash::Hasher;

use super::super::entities::Entity;
use super::super::mentions::{Context, Mention};
use super::super::tokens::{Token, TokenKind};
use crate::article::SectionKind;
use crate::hash::WordHasher;
use crate::lang::SummaryWords;
use crate::order;
use crate::score::Score;

/// Points for opening the article; sentence `n` after it gets `1 / (n + 1)` of half of them.
const PLACE: u32 = 2000;
/// Points for saying all words of the headline.
const HEADLINE: u32 = 500;
/// Points for frequent words and for main entities, at most.
const WORDS: u32 = 600;
const ENTITIES: u32 = 400;
/// What counts against a sentence.
const LEANS_ON_ANOTHER: u32 = 250;
const IS_SHORT: u32 = 900;
const IS_LONG: u32 = 300;
const ASKS: u32 = 500;
const IS_NO_SENTENCE: u32 = 1500;
const REPEATS: u32 = 300;

/// What speaks for a sentence.
#[derive(Debug)]
pub(super) struct Candidate {
    pub(super) sentence: u32,
    /// Whether it is in the article's lead.
    pub(super) is_lead: bool,
    /// How many sentences of the same part of the article stand before it.
    pub(super) place: u32,
    pub(super) place_points: u32,
    pub(super) headline_points: u32,
    pub(super) word_points: u32,
    pub(super) entity_points: u32,
    against: u32,
    /// Its words in `Weights::words`.
    words: std::ops::Range<usize>,
}

impl Candidate {
    fn points(&self) -> u32 {
        let points = self.place_points + self.headline_points + self.word_points + self.entity_points;
        points.saturating_sub(self.against)
    }

    pub(super) fn score(&self) -> Score {
        Score::ratio(u64::from(self.points()), u64::from(PLACE + HEADLINE + WORDS + ENTITIES))
    }
}

/// The words that chosen sentences have said already.
pub(super) type Told = HashSet<u64>;

/// All candidates with their words.
#[derive(Debug)]
pub(super) struct Weights {
    pub(super) candidates: Vec<Candidate>,
    words: Vec<u64>,
}

impl Weights {
    pub(super) fn of(context: Context<'_>, mentions: &[Mention], entities: &[Entity]) -> Self {
        let mut weights = Self::split(context);
        let headline = headline(context);
        let counts = count(&weights.words, &headline);
        let most = counts.values().copied().max().unwrap_or(1).max(2);
        weights.weigh_words(&counts, most, &headline);
        weights.weigh_entities(context, mentions, entities);
        weights
    }

    /// The points of a candidate once `told` has been said.
    pub(super) fn points_after(&self, index: usize, told: &Told) -> u32 {
        let candidate = &self.candidates[index];
        let words = &self.words[candidate.words.clone()];
        let repeated = words.iter().filter(|word| told.contains(word)).count() as u32;
        candidate.points().saturating_sub(REPEATS * repeated / (words.len() as u32).max(1))
    }

    pub(super) fn words(&self, candidate: &Candidate) -> impl Iterator<Item = u64> + '_ {
        self.words[candidate.words.clone()].iter().copied()
    }

    /// The prose sentences with what their own form says for and against them.
    fn split(context: Context<'_>) -> Self {
        let summary_words = context.language.summary_words();
        let mut weights = Self { candidates: Vec::new(), words: Vec::new() };
        let mut stems = Stems::new(context, summary_words);
        let (mut lead, mut body) = (0, 0);
        for (sentence, index) in context.sentences.iter().zip(0..) {
            let kind = context.sections[sentence.section as usize].kind;
            if !kind.is_prose() {
                continue;
            }
            // A lead and the text after it both begin with what matters most.
            let is_lead = kind == SectionKind::Lead;
            let place = if is_lead { &mut lead } else { &mut body };
            let tokens = &context.tokens[sentence.token_range()];
            let first_word = weights.words.len();
            stems.push(tokens, &mut weights.words);
            weights.candidates.push(Candidate {
                sentence: index,
                is_lead,
                place: *place,
                place_points: if *place == 0 { PLACE } else { PLACE / 2 / (*place + 1) },
                headline_points: 0,
                word_points: 0,
                entity_points: 0,
                against: against(context, tokens, summary_words),
                words: first_word..weights.words.len(),
            });
            // What is no sentence takes no sentence's place: `Staff writer`, `Norwich City 2`.
            *place += u32::from(end_mark(tokens).is_some());
        }
        weights
    }

    fn weigh_words(&mut self, counts: &HashMap<u64, u32>, most: u32, headline: &HashSet<u64>) {
        for candidate in &mut self.candidates {
            let words = &self.words[candidate.words.clone()];
            let frequent: u32 = words.iter().map(|word| counts[word]).filter(|&count| count > 1).sum();
            let whole = (words.len() as u32).max(4) * most;
            candidate.word_points = (u64::from(WORDS) * u64::from(frequent) / u64::from(whole)) as u32;
            let shared = words.iter().filter(|word| headline.contains(word)).count() as u32;
            candidate.headline_points = HEADLINE * shared / (headline.len() as u32).max(1);
        }
    }

    fn weigh_entities(&mut self, context: Context<'_>, mentions: &[Mention], entities: &[Entity]) {
        let mut salience = vec![Score::ZERO; mentions.len()];
        for entity in entities {
            for &mention in &entity.mentions {
                salience[mention as usize] = entity.salience;
            }
        }
        let mut next = 0;
        for candidate in &mut self.candidates {
            let span = context.sentences[candidate.sentence as usize].span;
            next += mentions[next..].partition_point(|mention| mention.span.start() < span.start());
            let inside = mentions[next..].partition_point(|mention| mention.span.start() < span.end());
            let sum: u32 = salience[next..next + inside].iter().map(|s| u32::from(s.thousandths())).sum();
            candidate.entity_points = (ENTITIES * sum.min(2000)) / 2000;
        }
    }
}

fn against(context: Context<'_>, tokens: &[Token], summary_words: &SummaryWords) -> u32 {
    let mut words = tokens.iter().filter(|token| token.kind.is_word());
    let mut against = 0;
    if let Some(first) = words.next() {
        let first = context.text.slice(first.span).to_lowercase();
        if summary_words.anaphoric.binary_search(&first.as_str()).is_ok() {
            against += LEANS_ON_ANOTHER;
        }
    }
    match words.count() + 1 {
        ..7 => against += IS_SHORT,
        46.. => against += IS_LONG,
        _ => {}
    }
    match end_mark(tokens) {
        Some(end) if context.text.slice(end.span).contains('?') => against += ASKS,
        Some(_) => {}
        None => against += IS_NO_SENTENCE,
    }
    against
}

/// The mark that ends a sentence; only closing quotation marks and brackets may follow it. A line of results or a
/// name has none.
fn end_mark(tokens: &[Token]) -> Option<&Token> {
    tokens.iter().rev().take(3).find(|token| token.kind == TokenKind::Terminal)
}

fn headline(context: Context<'_>) -> HashSet<u64> {
    let mut words = Vec::new();
    let mut stems = Stems::new(context, context.language.summary_words());
    for sentence in context.sentences {
        if context.sections[sentence.section as usize].kind == SectionKind::Headline {
            stems.push(&context.tokens[sentence.token_range()], &mut words);
        }
    }
    words.into_iter().collect()
}

/// How often each word stands in the article; a headline's words count as said once more.
fn count(words: &[u64], headline: &HashSet<u64>) -> HashMap<u64, u32> {
    let mut counts = HashMap::new();
    for &word in words {
        *counts.entry(word).or_insert_with(|| u32::from(headline.contains(&word))) += 1;
    }
    counts
}

/// Words to the numbers that stand for them: inflected forms of a word share its first letters, so six letters
/// in lower case are stem enough for counting.
struct Stems<'a> {
    context: Context<'a>,
    summary_words: &'static SummaryWords,
    /// The word being looked at, in lower case.
    buffer: String,
    /// The stems of the sentence being looked at.
    sentence: Vec<u64>,
}

const STEM_LETTERS: usize = 6;

impl<'a> Stems<'a> {
    fn new(context: Context<'a>, summary_words: &'static SummaryWords) -> Self {
        Self { context, summary_words, buffer: String::new(), sentence: Vec::new() }
    }

    fn push(&mut self, tokens: &[Token], stems: &mut Vec<u64>) {
        for token in tokens.iter().filter(|token| token.kind.is_word()) {
            self.buffer.clear();
            self.buffer.extend(self.context.text.slice(token.span).chars().flat_map(char::to_lowercase));
            if self.buffer.len() > 2 && self.summary_words.stop.binary_search(&self.buffer.as_str()).is_err()
            {
                let stem = self
                    .buffer
                    .char_indices()
                    .nth(STEM_LETTERS)
                    .map_or(&*self.buffer, |(end, _)| &self.buffer[..end]);
                self.sentence.push(hash(stem));
            }
        }
        // A word counts once in a sentence.
        order::sort_by(&mut self.sentence, Ord::cmp);
        self.sentence.dedup();
        stems.append(&mut self.sentence);
    }
}

fn hash(word: &str) -> u64 {
    let mut hasher = WordHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}
