//! The article as summary, keyphrases and main event look at it.
//!
//! In: all earlier layers. Out: an [`Outline`]: what each token is used for, which words are forms of one word and how
//! often it stands where, which name covers each token, and the sentences that count. Weighing is left to the layers.

mod phrases;
mod words;

use std::hash::Hasher;
use std::ops::Range;

use super::entities::Entity;
use super::mentions::{Context, Mention, MentionKind};
use super::quotations::Quotation;
use super::timexes::{Timex, TimexType};
use super::tokens::TokenKind;
use crate::article::SectionKind;
use crate::hash::{self, WordHasher};
use crate::map::Map;
use crate::order;
use crate::text::Span;
pub(crate) use phrases::{Clauses, Phrase};
pub(crate) use words::{Class, OutlineWords};

/// Stands for no number.
pub(crate) const NONE: u32 = u32::MAX;

/// A token, as far as the layers after it ask.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) class: Class,
    /// The number of the word that it is a form of; [`NONE`] of what says nothing.
    pub(crate) stem: u32,
    /// The number of the mention that covers it, or [`NONE`].
    pub(crate) mention: u32,
    pub(crate) has_capital: bool,
    pub(crate) is_verb: bool,
    /// Whether it is part of a date or a time of day.
    pub(crate) is_time: bool,
    /// The number of the time expression that it is part of, if `is_time`.
    pub(crate) timex: u32,
    /// A hash of its letters, whatever their case, below [`KEYS`]; that of marks is [`KEYS`].
    pub(crate) key: u16,
}

/// So many hashes tell words apart.
pub(crate) const KEYS: u16 = 1 << 12;

/// What is known of all forms of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Stem {
    /// In how many sentences it stands.
    pub(crate) sentences: u32,
    pub(crate) in_headline: bool,
    /// Whether it has a capital inside a sentence somewhere.
    pub(crate) is_noun: bool,
}

/// A sentence of the headline or the prose.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// The number of the sentence.
    pub(crate) sentence: u32,
    pub(crate) kind: SectionKind,
    /// Its words in `Outline::line_stems`, rising, each once.
    pub(crate) stems: Range<usize>,
    /// The paragraph that it is in, and its place there; counted among the lines of the prose.
    pub(crate) paragraph: u32,
    pub(crate) in_paragraph: u32,
    pub(crate) is_last: bool,
}

/// The article.
pub(crate) struct Outline<'a> {
    pub(crate) context: Context<'a>,
    pub(crate) lists: &'static OutlineWords,
    pub(crate) mentions: &'a [Mention],
    pub(crate) entities: &'a [Entity],
    pub(crate) quotations: &'a [Quotation],
    pub(crate) timexes: &'a [Timex],
    /// The day of the article, as TIMEX3 has it.
    pub(crate) created: Option<&'a str>,
    /// One for each token.
    pub(crate) words: Vec<Word>,
    pub(crate) stems: Vec<Stem>,
    /// The entity of each mention.
    pub(crate) entity_of: Vec<u32>,
    /// The sentences of headlines.
    pub(crate) headlines: Vec<Line>,
    /// The sentences of the prose.
    pub(crate) lines: Vec<Line>,
    pub(crate) line_stems: Vec<u32>,
    /// How many words the headlines have.
    pub(crate) headline_stems: u32,
}

impl<'a> Outline<'a> {
    /// Reads the article once.
    pub(crate) fn read(
        context: Context<'a>,
        mentions: &'a [Mention],
        entities: &'a [Entity],
        quotations: &'a [Quotation],
        timexes: &'a [Timex],
        created: Option<&'a str>,
    ) -> Self {
        let mut outline = Self {
            context,
            lists: context.language.outline_words(),
            mentions,
            entities,
            quotations,
            timexes,
            created,
            words: Vec::with_capacity(context.tokens.len()),
            stems: Vec::new(),
            entity_of: vec![NONE; mentions.len()],
            headlines: Vec::new(),
            lines: Vec::new(),
            line_stems: Vec::new(),
            headline_stems: 0,
        };
        for (entity, number) in entities.iter().zip(0..) {
            for &mention in &entity.mentions {
                outline.entity_of[mention as usize] = number;
            }
        }
        outline.read_words();
        outline.read_lines();
        outline
    }

    fn read_words(&mut self) {
        let context = self.context;
        let mut numbers: Map<u64, u32> = Map::default();
        let mut lower = String::new();
        let (mut mention, mut timex, mut opens, mut sentence) = (0, 0, true, 0);
        for (at, token) in self.context.tokens.iter().enumerate() {
            let starts =
                self.context.sentences.get(sentence).is_some_and(|next| next.tokens.start as usize == at);
            if starts {
                sentence += 1;
                opens = true;
            }
            // A part inside a compound ends before it; the longest mention that goes on covers.
            while self.mentions.get(mention).is_some_and(|mention| mention.span.end() <= token.span.start()) {
                mention += 1;
            }
            let ahead = self.mentions[mention..].iter().zip(mention as u32..).take(3);
            let covers = |(it, _): &(&Mention, u32)| {
                matches!(it.kind, MentionKind::Name | MentionKind::Nominal) && it.span.overlaps(token.span)
            };
            let covering = ahead.into_iter().find(covers).map_or(NONE, |(_, number)| number);
            let text = self.context.text.slice(token.span);
            lower.clear();
            if text.is_ascii() {
                lower.push_str(text);
                lower.make_ascii_lowercase();
            } else {
                lower.extend(text.chars().flat_map(char::to_lowercase));
            }
            let is_word = token.kind.is_word();
            let class = if is_word { self.lists.class(&lower) } else { Class::default() };
            let has_capital = text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
            let says = is_word && lower.len() > 2 && !class.has(Class::STOP);
            let stem = if says { self.number(&mut numbers, &lower) } else { NONE };
            if let Some(stem) = self.stems.get_mut(stem as usize) {
                stem.is_noun |= has_capital && !opens && is_noun(context, text, &lower);
            }
            while self.timexes.get(timex).is_some_and(|timex| timex.span.end() <= token.span.start()) {
                timex += 1;
            }
            let is_time = |timex: &Timex| {
                matches!(timex.timex_type, TimexType::Date | TimexType::Time)
                    && timex.span.overlaps(token.span)
            };
            self.words.push(Word {
                class,
                stem,
                mention: covering,
                has_capital,
                is_verb: is_word && !has_capital && self.lists.is_verb(&lower, class),
                is_time: self.timexes.get(timex).is_some_and(is_time),
                timex: timex as u32,
                key: if text.starts_with(char::is_alphanumeric) {
                    (hash::fold32(hash::of_bytes(lower.bytes())) % u32::from(KEYS)) as u16
                } else {
                    KEYS
                },
            });
            opens = match token.kind {
                TokenKind::OpenQuote | TokenKind::CloseQuote | TokenKind::Terminal => true,
                TokenKind::Punctuation => opens || text == ":",
                _ => false,
            };
        }
    }

    /// The number of a word in lower case.
    fn number(&mut self, numbers: &mut Map<u64, u32>, word: &str) -> u32 {
        let mut hasher = WordHasher::default();
        hasher.write(self.lists.stem(word).as_bytes());
        let next = self.stems.len() as u32;
        let number = *numbers.or_insert(hasher.finish(), next);
        if number == next {
            self.stems.push(Stem::default());
        }
        number
    }

    fn read_lines(&mut self) {
        let (mut paragraph, mut in_paragraph, mut section) = (0, 0, NONE);
        for (sentence, number) in self.context.sentences.iter().zip(0..) {
            let kind = self.context.sections[sentence.section as usize].kind;
            let is_headline = kind == SectionKind::Headline;
            if !is_headline && !kind.is_prose() {
                continue;
            }
            let first = self.line_stems.len();
            let words = self.words[sentence.token_range()].iter();
            let stems = words.filter(|word| !word.class.has(Class::GENERAL)).map(|word| word.stem);
            let mut stems: Vec<u32> = stems.filter(|stem| *stem != NONE).collect();
            order::sort_by(&mut stems, Ord::cmp);
            stems.dedup();
            for &stem in &stems {
                let stem = &mut self.stems[stem as usize];
                stem.sentences += 1;
                self.headline_stems += u32::from(is_headline && !stem.in_headline);
                stem.in_headline |= is_headline;
            }
            self.line_stems.append(&mut stems);
            if !is_headline {
                let begins = section != sentence.section;
                if begins {
                    if let Some(last) = self.lines.last_mut() {
                        last.is_last = true;
                    }
                    paragraph += u32::from(section != NONE);
                }
                in_paragraph = if begins { 0 } else { in_paragraph + 1 };
                section = sentence.section;
            }
            let stems = first..self.line_stems.len();
            let line = Line { sentence: number, kind, stems, paragraph, in_paragraph, is_last: false };
            if is_headline { &mut self.headlines } else { &mut self.lines }.push(line);
        }
        if let Some(last) = self.lines.last_mut() {
            last.is_last = true;
        }
    }

    /// The words of a line, rising.
    pub(crate) fn stems_of(&self, line: &Line) -> &[u32] {
        &self.line_stems[line.stems.clone()]
    }

    /// The tokens of a line.
    pub(crate) fn tokens_of(&self, line: &Line) -> Range<usize> {
        self.context.sentences[line.sentence as usize].token_range()
    }

    /// The text of a token.
    pub(crate) fn text(&self, token: usize) -> &'a str {
        self.context.text.slice(self.context.tokens[token].span)
    }

    /// The span of some tokens, which are not none.
    pub(crate) fn span(&self, tokens: Range<usize>) -> Span {
        let first = self.context.tokens[tokens.start].span;
        first.cover(self.context.tokens[(tokens.end - 1).max(tokens.start)].span)
    }

    /// The entity that a token is part of the name of.
    pub(crate) fn entity_at(&self, token: usize) -> Option<(u32, &'a Entity)> {
        let mention = self.words.get(token)?.mention;
        let number = *self.entity_of.get(mention as usize)?;
        Some((number, self.entities.get(number as usize)?))
    }

    /// Whether a token is the last one of a name in the genitive: `Chinas`.
    pub(crate) fn is_genitive_name(&self, token: usize) -> bool {
        let ends = |name: &str| name.ends_with('s');
        self.entity_at(token).is_some_and(|(_, entity)| ends(self.text(token)) && !ends(&entity.name))
    }

    /// The place that opens the report.
    pub(crate) fn dateline(&self) -> Option<Span> {
        let mut sections = self.context.sections.iter();
        sections.find(|section| section.kind == SectionKind::Dateline).map(|section| section.span)
    }

    /// How much of `a` is in `b`, in thousandths; both rising.
    pub(crate) fn shared(a: &[u32], b: &[u32]) -> u32 {
        let shared = a.iter().filter(|stem| b.binary_search(stem).is_ok()).count() as u32;
        1000 * shared / (a.len() as u32).max(1)
    }
}

/// Whether a word with a capital is a noun where nouns have one. Among capitals a capital tells nothing: only what is known
/// with one and is not known without is.
fn is_noun(context: Context<'_>, text: &str, lower: &str) -> bool {
    let is_known = |word: &str| context.clusters.is_some_and(|clusters| clusters.get(word).is_some());
    let first = text.chars().next().map_or(0, char::len_utf8);
    let rest = lower.char_indices().nth(1).map_or("", |(at, _)| &lower[at..]);
    text.chars().any(char::is_lowercase)
        || text.len() == first
        || is_known(&[&text[..first], rest].concat()) && !is_known(lower)
}
