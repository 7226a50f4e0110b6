//! What speaks for each sentence.
//!
//! In: the outline. Out: the answers to the ranker's questions for each sentence of the prose. Weighing them is learned;
//! choosing is left to the parent.

use super::super::outline::{Class, Line, Outline, NONE};
use super::super::quotations::QuotationType;
use super::super::tokens::TokenKind;
use crate::model::ranker::{step, Features};
use crate::order;

// The questions that reasons are read from.
pub(super) const PLACE: [u16; 4] = [0, 1, 3, 4];
pub(super) const HEADLINE: u16 = 7;
pub(super) const WORDS: [u16; 2] = [8, 9];
pub(super) const ENTITIES: [u16; 2] = [10, 11];
pub(super) const FIGURES: [u16; 2] = [16, 17];
const SPEECH: [u16; 2] = [14, 15];

/// The article's sentences as candidates.
pub(super) struct Reader<'o, 'a> {
    outline: &'o Outline<'a>,
    /// What each line shares with the article, the most of all lines first.
    centroid: Vec<u32>,
    most: u32,
    /// The first quotation that may touch the next line.
    quotation: usize,
    /// The quotation that the line just read tells most of.
    told: Option<u32>,
}

impl<'o, 'a> Reader<'o, 'a> {
    pub(super) fn new(outline: &'o Outline<'a>) -> Self {
        let frequent = |stem: &u32| {
            let stem = outline.stems[*stem as usize];
            let count = stem.sentences;
            if count > 1 {
                count
            } else {
                0
            }
        };
        let weigh = |line: &Line| {
            let stems = outline.stems_of(line);
            let sum: u32 = stems.iter().map(frequent).sum();
            1000 * sum / (100 * stems.len().max(1) as u32).isqrt()
        };
        let centroid: Vec<u32> = outline.lines.iter().map(weigh).collect();
        let most = centroid.iter().copied().max().unwrap_or(0).max(1);
        Self { outline, centroid, most, quotation: 0, told: None }
    }

    /// The features of the next line; lines are asked for in order.
    pub(super) fn read(&mut self, index: usize) -> Features {
        let outline = self.outline;
        let line = &outline.lines[index];
        let (place, count) = (index as u32, outline.lines.len() as u32);
        let mut features = Features::default();
        features.step(0, place, &[0, 1, 2, 3, 4, 6, 9, 14]);
        features.add(1, 5 * step(count, &[6, 12]) + step(place, &[0, 1, 2, 4]));
        features.add(3, 2 * line.in_paragraph.min(3) + u32::from(line.is_last));
        features.add(4, line.paragraph.min(4));
        self.read_words(index, &mut features);
        self.read_entities(line, &mut features);
        self.read_quotations(line, &mut features);
        features
    }

    /// The number of the quotation that the line just read tells.
    pub(super) fn quotation(&self) -> Option<u32> {
        self.told
    }

    fn read_words(&self, index: usize, features: &mut Features) {
        let outline = self.outline;
        let line = &outline.lines[index];
        let tokens = outline.tokens_of(line);
        let words = &outline.words[tokens.clone()];
        let is_word = |at: &usize| outline.context.tokens[*at].kind.is_word();
        let count = tokens.clone().filter(is_word).count() as u32;
        features.step(5, count, &[5, 8, 11, 14, 18, 23, 30, 40]);

        let first = tokens.clone().find(is_word).map_or(Class::default(), |at| outline.words[at].class);
        let soon =
            words.iter().skip(1).take(5).any(|word| {
                word.class.has(Class::ANAPHORIC) && word.class.has(Class::PRONOUN.with(Class::STOP))
            });
        let kind = match first {
            class if !class.has(Class::ANAPHORIC) => 0,
            class if class.has(Class::PRONOUN) => 1,
            class if class.has(Class::ARTICLE) => 2,
            _ => 3,
        };
        features.add(6, 2 * kind + u32::from(soon));
        features.add(24, first.opener() % 16);

        let stems = outline.stems_of(line);
        let said = stems.iter().filter(|stem| outline.stems[**stem as usize].in_headline).count() as u32;
        features.step(HEADLINE, 1000 * said / outline.headline_stems.max(1), &[0, 150, 300, 450, 600, 800]);
        features.add(8, 10 * self.centroid[index] / self.most);
        let repeated =
            stems.iter().filter(|stem| outline.stems[**stem as usize].sentences > 1).count() as u32;
        features.step(9, 1000 * repeated / (stems.len() as u32).max(1), &[100, 250, 400, 550, 700]);

        let figures =
            tokens.clone().filter(|at| outline.context.tokens[*at].kind == TokenKind::Number).count();
        features.add(16, (figures as u32).min(3));
        let any = |class: Class| words.iter().any(|word| word.class.has(class));
        let has_year = tokens
            .clone()
            .any(|at| outline.words[at].is_time && outline.context.tokens[at].kind == TokenKind::Number);
        features.add(17, 2 * u32::from(words.iter().any(|word| word.is_time)) + u32::from(has_year));
        features.add(18, 2 * u32::from(any(Class::PLANNED)) + u32::from(any(Class::NEGATION)));
        let cause = any(Class::CAUSE) || words.iter().any(|word| word.class.opens_clause());
        features.note(25, cause);

        let end =
            tokens.clone().rev().take(3).find(|at| outline.context.tokens[*at].kind == TokenKind::Terminal);
        let last = tokens.clone().next_back().map_or("", |at| outline.text(at));
        features.add(
            13,
            match end.map(|end| outline.text(end)) {
                Some(mark) if mark.contains('?') => 0,
                Some(_) => 1,
                None if last == ":" => 2,
                None => 3,
            },
        );

        let near =
            |other: Option<&Line>| other.map_or(0, |other| Outline::shared(stems, outline.stems_of(other)));
        if index > 0 {
            features.step(19, near(outline.lines.first()), &[0, 100, 200, 350, 500]);
            features.step(20, near(outline.lines.get(index - 1)), &[0, 150, 350]);
        }
        if let Some(next) = outline.lines.get(index + 1) {
            features.step(21, near(Some(next)), &[0, 150, 350]);
            let next = outline.tokens_of(next).find(is_word);
            features.note(22, next.is_some_and(|at| outline.words[at].class.has(Class::ANAPHORIC)));
        }
    }

    fn read_entities(&self, line: &Line, features: &mut Features) {
        let outline = self.outline;
        let mut named: Vec<u32> = Vec::new();
        for word in &outline.words[outline.tokens_of(line)] {
            if word.mention != NONE {
                named.push(outline.entity_of[word.mention as usize]);
            }
        }
        order::sort_by(&mut named, Ord::cmp);
        named.dedup();
        named.retain(|entity| *entity != NONE);
        let salience = |entity: &u32| u32::from(outline.entities[*entity as usize].salience.thousandths());
        let sum: u32 = named.iter().map(salience).sum();
        features.add(10, (named.len() as u32).min(5));
        features.step(11, sum, &[0, 300, 600, 1000, 1500, 2200]);
    }

    fn read_quotations(&mut self, line: &Line, features: &mut Features) {
        let span = self.outline.context.sentences[line.sentence as usize].span;
        let quotations = self.outline.quotations;
        let ends_before =
            |at: usize| quotations[at].content.last().is_some_and(|last| last.end() <= span.start());
        while self.quotation < quotations.len() && ends_before(self.quotation) {
            self.quotation += 1;
        }
        let (mut types, mut covered, mut most) = (0, 0, 0);
        self.told = None;
        let starts_after = |first: &crate::text::Span| first.start() >= span.end();
        for (quotation, number) in quotations[self.quotation..].iter().zip(self.quotation as u32..) {
            if quotation.content.first().is_some_and(starts_after) {
                break;
            }
            for content in quotation.content.iter().filter(|content| content.overlaps(span)) {
                types |= 1 << (quotation.quotation_type as u32).min(3);
                let shared = content.end().min(span.end()) - content.start().max(span.start());
                if shared > most {
                    (most, self.told) = (shared, Some(number));
                }
                if quotation.quotation_type == QuotationType::Direct {
                    covered += shared;
                }
            }
        }
        features.add(SPEECH[0], types);
        features.step(SPEECH[1], 1000 * covered / span.len().max(1), &[0, 250, 500, 750]);
    }
}
