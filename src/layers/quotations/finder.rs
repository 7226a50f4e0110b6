//! Reads an article sentence by sentence for who says what.
//!
//! In: sentences, marks, mentions and entities. Out: quotations in the order of their ends. What a sentence tells,
//! `sayings`, `named`, `implied` and `direct` find, in this order; this file keeps what one sentence leaves to the next.

use std::ops::Range;

use super::clauses::{colon, Clauses};
use super::confidence;
use super::direct::Quoted;
use super::moods;
use super::sources::Names;
use super::speakers::Speakers;
use super::words::{Class, SpeechWords};
use super::{Mood, Quotation, QuotationType, Source, Speech};
use crate::article::SectionKind;
use crate::layers::entities::Entity;
use crate::layers::mentions::{Context, Mention};
use crate::layers::sentences::Sentence;
use crate::layers::tokens::TokenKind;
use crate::order;
use crate::score::Score;
use crate::text::Span;

/// Who is said to speak in a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attribution {
    pub(super) source: Option<Source>,
    pub(super) cue: Option<Span>,
    pub(super) frame: Option<Span>,
    /// The quotation that it frames.
    pub(super) quotation: Option<u32>,
    /// Whether the word that tells of it is one of saying alone: `kritisierte`.
    pub(super) is_strong: bool,
}

/// How a sentence tells of saying.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Told {
    /// Whether it does.
    pub(super) is_speech: bool,
    /// Whether it also says who speaks, with a verb or a preposition.
    pub(super) is_framed: bool,
    /// Whether what it says is in the subjunctive.
    pub(super) is_subjunctive: bool,
}

/// Reads an article from its first sentence to its last.
#[derive(Debug)]
pub(super) struct Finder<'a> {
    pub(super) context: Context<'a>,
    pub(super) lists: &'static SpeechWords,
    pub(super) quoted: &'a [Quoted],
    pub(super) names: Names<'a>,
    pub(super) found: Vec<Quotation>,
    hedges: Vec<Span>,
    /// Who speaks in marks that are open, or before whom a colon stands.
    pub(super) opened: Option<Attribution>,
    /// Whether the sentence before ends with a colon.
    pub(super) leads_in: bool,
    /// Who spoke or was spoken of before.
    pub(super) speakers: Speakers,
    /// The sentence before in its section, if nobody is said to speak in it; the first two together.
    pub(super) before: Option<Span>,
    /// How many sentences of the section were read.
    read: u32,
    /// How the sentence before tells of saying.
    pub(super) told: Told,
    /// The quotation that the next sentence may go on with.
    pub(super) running: Option<u32>,
}

impl<'a> Finder<'a> {
    pub(super) fn new(
        context: Context<'a>,
        quoted: &'a [Quoted],
        mentions: &'a [Mention],
        entities: &'a [Entity],
    ) -> Self {
        Self {
            context,
            lists: context.language.speech_words(),
            quoted,
            names: Names::new(mentions, entities),
            found: Vec::new(),
            hedges: Vec::new(),
            opened: None,
            leads_in: false,
            speakers: Speakers::default(),
            before: None,
            read: 0,
            told: Told::default(),
            running: None,
        }
    }

    pub(super) fn run(mut self) -> Speech {
        let mut from = 0;
        let mut section = u32::MAX;
        for sentence in self.context.sentences {
            let quoted = self.quoted;
            while quoted.get(from).is_some_and(|quote| quote.span.end() <= sentence.span.start()) {
                from += 1;
            }
            let here =
                quoted[from..].iter().take_while(|quote| quote.span.start() < sentence.span.end()).count();
            if sentence.section != section {
                section = sentence.section;
                self.running = None;
                self.before = None;
                self.read = 0;
            }
            let is_article = self.context.sections.get(section as usize).is_some_and(|section| {
                !matches!(section.kind, SectionKind::Furniture | SectionKind::Credit | SectionKind::Headline)
            });
            if is_article {
                self.sentence(sentence, &quoted[from..from + here]);
            }
        }
        Speech { quotations: in_order_of_ends(self.found), hedges: self.hedges }
    }

    fn sentence(&mut self, sentence: &Sentence, quotes: &[Quoted]) {
        let clauses = Clauses::read(self.context, self.lists, sentence, quotes, &self.names);
        self.speakers.next();
        self.hedges.extend(clauses.hedges());
        let known = self.found.len();
        let running = self.running.take();
        let mut here = None;
        if !clauses.is_quoted(0..clauses.end) {
            let (said, act) = self.saying(&clauses);
            here = said;
            // Words in marks behind a colon have their speaker before it.
            let is_led = here.is_some() && colon(&clauses).is_some();
            if self.found.len() == known && !is_led {
                here = self.by_source(&clauses).or(here);
            }
            if self.found.len() == known {
                here = self.by_mood(&clauses, running, here).or(here);
            }
            if let Some(act) = act.filter(|act| {
                act.source.is_some_and(|source| source.entity.is_some() || act.is_strong)
                    && self.found.len() == known
                    && self.running.is_none()
            }) {
                if self.may_report(&clauses) {
                    let quotation = self.whole(&clauses, QuotationType::Reported, act.source, act.cue);
                    here = Some(Attribution { quotation, ..act });
                }
            }
            if let Some(source) = act.filter(|_| self.found.len() == known).and_then(|act| act.source) {
                self.speakers.note(source, None);
            }
            here = here.or_else(|| self.before_colon(&clauses));
        }
        let topic = self.topic(&clauses);
        self.direct(&clauses, quotes, here, topic);
        // `Das teilte die Polizei mit` closes a lead of two sentences, and takes up one anywhere else.
        let first = self.before.filter(|_| self.read == 1).unwrap_or(sentence.span);
        self.before = Some(first.cover(sentence.span)).filter(|_| self.found.len() == known);
        self.read += 1;
        let is_subjunctive =
            |quotation: &Quotation| quotation.mood.is_some_and(|mood| mood != Mood::Indicative);
        self.told = Told {
            is_speech: here.is_some() || self.found.len() > known,
            is_framed: here.is_some_and(|here| here.frame.is_some() && here.source.is_some()),
            is_subjunctive: self.found[known..].iter().any(is_subjunctive),
        };
    }

    pub(super) fn push(&mut self, mut quotation: Quotation) -> u32 {
        let words =
            quotation.content.iter().flat_map(|span| self.context.text.slice(*span).split_whitespace());
        let is_short = words.take(4).count() < 4;
        let cue = quotation.cue.map_or("", |cue| self.context.text.slice(cue));
        quotation.confidence =
            confidence::rate(&quotation, is_short, self.lists.class(cue).has(Class::TELLING));
        let number = self.found.len() as u32;
        // Single words in marks are too little to go on with.
        let is_told = quotation.frame.is_some() || quotation.quotation_type != QuotationType::Direct;
        if let Some(source) = quotation.source.filter(|_| is_told) {
            self.speakers.spoke(source, quotation.parent.unwrap_or(number));
        }
        self.found.push(quotation);
        number
    }

    /// Whether the sentence tells of an act and does not bring words of its own.
    fn may_report(&self, clauses: &Clauses<'_>) -> bool {
        let brings_speech =
            clauses.words.iter().any(|word| word.kind == TokenKind::OpenQuote) && self.has_partial(clauses);
        let section = clauses.words.first().and_then(|word| {
            let sections = self.context.sections;
            sections.get(sections.partition_point(|section| section.span.end() <= word.span.start()))
        });
        let is_body = |kind| matches!(kind, SectionKind::Body | SectionKind::Lead | SectionKind::ListItem);
        !brings_speech && section.is_some_and(|section| is_body(section.kind))
    }

    /// Indirect speech of some words, if there is any that is not all in marks.
    pub(super) fn indirect(
        &mut self,
        clauses: &Clauses<'_>,
        content: &[Range<usize>],
        attribution: &Attribution,
    ) -> Option<u32> {
        let is_said = |range: &&Range<usize>| !clauses.is_quoted((*range).clone());
        let enough = content.iter().filter(is_said).any(|range| range.len() > 1);
        let said = content.iter().filter(|range| enough && is_said(range));
        let mood = said.clone().find_map(|range| moods::of(clauses, self.lists, range.clone()));
        let content: Vec<Span> = said.filter_map(|range| clauses.span(range.clone())).collect();
        if content.is_empty() {
            return None;
        }
        Some(self.push(Quotation {
            quotation_type: QuotationType::Indirect,
            content,
            cue: attribution.cue,
            frame: attribution.frame,
            source: attribution.source,
            mood,
            parent: None,
            confidence: Score::ZERO,
        }))
    }

    /// A quotation of the whole sentence.
    pub(super) fn whole(
        &mut self,
        clauses: &Clauses<'_>,
        quotation_type: QuotationType,
        source: Option<Source>,
        cue: Option<Span>,
    ) -> Option<u32> {
        let content = vec![clauses.words.first()?.span.cover(clauses.words.last()?.span)];
        let mood = moods::of(clauses, self.lists, 0..clauses.end);
        let quotation = Quotation {
            quotation_type,
            content,
            cue,
            frame: None,
            source,
            mood,
            parent: None,
            confidence: Score::ZERO,
        };
        Some(self.push(quotation))
    }
}

/// What stands in other words comes before them, as what ends first does.
fn in_order_of_ends(found: Vec<Quotation>) -> Vec<Quotation> {
    let mut order: Vec<u32> = (0..found.len() as u32).collect();
    order::sort_by_key(&mut order, |number| {
        let content = &found[*number as usize].content;
        let start = content.first().map_or(0, |span| span.start());
        (content.last().map_or(0, |span| span.end()), u32::MAX - start)
    });
    let mut place = vec![0; found.len()];
    for (at, number) in order.iter().enumerate() {
        place[*number as usize] = at as u32;
    }
    let moved = |number: u32| place[number as usize];
    let mut found: Vec<_> = found.into_iter().map(Some).collect();
    let taken = order.iter().filter_map(|number| found[*number as usize].take());
    taken
        .map(|quotation| Quotation {
            parent: quotation.parent.map(moved),
            source: quotation
                .source
                .map(|source| Source { inherited_from: source.inherited_from.map(moved), ..source }),
            ..quotation
        })
        .collect()
}
