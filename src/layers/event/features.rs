//! What speaks for a candidate as the answer to a question about the main event.
//!
//! In: some words of a sentence. Out: their features: how they are made, where they stand, what they share with the
//! headline, which time they name. Where they stand beside what happens is added by `relations`, when that is known.

use std::ops::Range;

use super::super::outline::{Class, NONE};
use super::super::timexes::TimexType;
use super::super::tokens::TokenKind;
use super::candidates::{Fact, Reader, Shape};
use crate::model::ranker::{step, Features};

impl Reader<'_, '_> {
    // Reason: one question after the other, each a line or two.
    #[allow(clippy::too_many_lines)]
    pub(super) fn features(
        &self,
        tokens: &Range<usize>,
        fact: &Fact,
        shape: Shape,
        index: u32,
        part: u32,
    ) -> Features {
        let outline = self.outline;
        let words = &outline.words[tokens.clone()];
        let mut features = Features::roomy();
        let place = if self.number == 0 { 0 } else { 1 + step(self.number, &[1, 2, 3, 5, 8]) };
        features.add(0, place);
        let first = words[0].class;
        let opener = first.opener();
        features.add(if opener < 16 { 1 } else { 2 }, opener % 16);
        features.add(3, shape.number());
        features.step(4, words.len() as u32, &[1, 2, 3, 5, 8, 12, 18, 26]);
        let Fact { kinds, salience, is_time: has_time, .. } = *fact;
        let any = |class: Class| fact.class.has(class);
        let ends_small = has_time && !words[words.len() - 1].has_capital;
        features.add(5, 4 * u32::from(has_time) + 2 * u32::from(ends_small) + u32::from(fact.is_number));
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
        let quarters = step(4 * fact.in_headline / fact.says.max(1), &[0, 1, 2, 3]);
        features.add(10, 2 * quarters + u32::from(first.has(Class::PRONOUN)));
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
        features.add(29, 8 * u32::from(self.subjects.is_subject(tokens.start)) + place);
        self.more_features(tokens, fact, shape, place, &mut features);
        features
    }

    fn more_features(
        &self,
        tokens: &Range<usize>,
        fact: &Fact,
        shape: Shape,
        place: u32,
        features: &mut Features,
    ) {
        let outline = self.outline;
        let words = &outline.words[tokens.clone()];
        let is_clause = u32::from(shape.is_clause());
        // How much of the headline it has, and how much of what its sentence has of it.
        let shared = fact.in_headline;
        let eighths = |shared: u32| step(8 * shared / outline.headline_stems.max(1), &[0, 1, 2, 3, 4, 5, 6]);
        features.wide(43, 2, 2 * eighths(shared) + is_clause);
        features.add(22, eighths(self.in_headline));
        let quarters = step(4 * shared / self.in_headline.max(1), &[0, 1, 2, 3]);
        features.wide(45, 3, 5 * place + quarters);
        let time = words.iter().find(|word| fact.is_time && word.is_time);
        if let Some(timex) = time.and_then(|word| outline.timexes.get(word.timex as usize)) {
            // The nearer to the article's own day, the likelier its news.
            if let Some(day) = outline.created {
                let same = timex.value.bytes().zip(day.bytes()).take_while(|(a, b)| a == b).count() as u32;
                let order = match () {
                    () if !timex.value.starts_with(|c: char| c.is_ascii_digit()) => 3,
                    () if timex.value.as_str() < day => 1,
                    () => 2 * u32::from(same < 10),
                };
                features.add(48, 4 * step(same, &[3, 6, 9]) + order);
            }
            let anchor = timex.anchor.map_or(0, |anchor| 1 + anchor as u32);
            features.add(49, 4 * u32::from(timex.timex_type == TimexType::Time) + anchor);
        }
        let case = self.subjects.case(tokens.start) as u32;
        let side = match self.clauses.verb {
            None => 0,
            Some(verb) if tokens.contains(&verb) => 1,
            Some(verb) if tokens.end <= verb => 2,
            Some(_) => 3,
        };
        let is_subject = u32::from(self.subjects.is_subject(tokens.start));
        let is_beside = self.clauses.verb.is_some_and(|verb| tokens.end == verb || tokens.start == verb + 1);
        features.wide(50, 3, 4 * case + side);
        features.wide(53, 3, 8 * self.subjects.order(tokens.start).min(4) + 2 * side + is_subject);
        features.wide(56, 2, 2 * case + u32::from(is_beside));
        let agent = match words[0].class.opener() {
            4 => 1,
            9 => 2,
            _ => 0,
        };
        features.add(21, 2 * agent + u32::from(self.is_passive));
        if is_clause == 0 {
            features.wide(58, 7, self.matter(tokens));
        } else {
            for word in words.iter().filter(|word| word.class.opener() > 0) {
                features.wide(86, 2, word.class.opener());
            }
        }
        features.wide(65, 6, 7 * shape.number() + place);
        features.wide(71, 7, 9 * shape.number() + step(words.len() as u32, &[1, 2, 3, 5, 8, 12, 18, 26]));
    }

    /// What a phrase's first noun is about: the wide cluster of the word, from 1. The weights are learned from German; other
    /// languages' packs have no clusters, and clusters of theirs would mean other things.
    fn matter(&self, tokens: &Range<usize>) -> u32 {
        let says = |at: &usize| {
            let word = self.outline.words[*at];
            word.has_capital && !word.class.opens_phrase() || word.mention != NONE
        };
        let Some(first) = tokens.clone().find(says) else { return 0 };
        let last = (first..tokens.end).take_while(says).last().unwrap_or(first);
        let (known, matter) = self.matter.get();
        if known == last {
            return matter;
        }
        let clusters = self.outline.context.clusters;
        let cluster = clusters.and_then(|clusters| clusters.get(self.outline.text(last)));
        let matter = cluster.map_or(0, |cluster| 1 + u32::from(cluster.wide));
        self.matter.set((last, matter));
        matter
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
