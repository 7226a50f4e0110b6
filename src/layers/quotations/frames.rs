//! Words of saying and what they frame.
//!
//! In: sentences cut into clauses. Out: indirect speech, reported acts, hearsay and sentences that go on in the
//! mood of somebody else's words; for the marks in a sentence, who is said to speak. Who that is, `sources` tells.

use std::ops::Range;

use super::clauses::{colon, content_end, is_behind_marks, is_infinitive, Clauses};
use super::direct::Quoted;
use super::moods;
use super::sources::{noun_phrase, subject, Names};
use super::words::{Class, SpeechWords};
use super::{Quotation, QuotationType, Source};
use crate::article::SectionKind;
use crate::layers::entities::Entity;
use crate::layers::mentions::{Context, Mention};
use crate::layers::sentences::Sentence;
use crate::layers::tokens::TokenKind;
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
}

/// Reads an article from its first sentence to its last.
#[derive(Debug)]
pub(super) struct Finder<'a> {
    pub(super) context: Context<'a>,
    pub(super) lists: &'static SpeechWords,
    pub(super) quoted: &'a [Quoted],
    pub(super) names: Names<'a>,
    pub(super) found: Vec<Quotation>,
    /// Who speaks in marks that are open, or before whom a colon stands.
    pub(super) opened: Option<Attribution>,
    /// Whether the sentence before ends with a colon.
    pub(super) leads_in: bool,
    /// The last quotation whose speaker is known.
    pub(super) speaker: Option<u32>,
    /// The sentence before in its section, if none of it stands in marks.
    before: Option<Span>,
    /// Whether the sentence before tells of saying.
    pub(super) was_speech: bool,
    /// The quotation that the next sentence may go on with.
    pub(super) running: Option<u32>,
}

impl<'a> Finder<'a> {
    pub(super) fn new(
        context: Context<'a>,
        quoted: &'a [Quoted],
        mentions: &'a [Mention],
        entities: &[Entity],
    ) -> Self {
        Self {
            context,
            lists: context.language.speech_words(),
            quoted,
            names: Names::new(mentions, entities),
            found: Vec::new(),
            opened: None,
            leads_in: false,
            speaker: None,
            before: None,
            was_speech: false,
            running: None,
        }
    }

    pub(super) fn run(mut self) -> Vec<Quotation> {
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
            }
            let is_article = self.context.sections.get(section as usize).is_some_and(|section| {
                !matches!(section.kind, SectionKind::Furniture | SectionKind::Credit | SectionKind::Headline)
            });
            if is_article {
                self.sentence(sentence, &quoted[from..from + here]);
            }
        }
        self.found
    }

    fn sentence(&mut self, sentence: &Sentence, quotes: &[Quoted]) {
        let clauses = Clauses::read(self.context, self.lists, sentence, quotes);
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
                act.source.is_some_and(|source| source.entity.is_some())
                    && self.found.len() == known
                    && self.running.is_none()
            }) {
                if self.may_report(&clauses) {
                    let quotation = self.whole(&clauses, QuotationType::Reported, act.source, act.cue, 550);
                    here = Some(Attribution { quotation, ..act });
                }
            }
            here = here.or_else(|| self.before_colon(&clauses));
        }
        self.direct(&clauses, quotes, here);
        self.before = Some(sentence.span).filter(|_| quotes.is_empty());
        self.was_speech = here.is_some() || self.found.len() > known;
    }

    pub(super) fn push(&mut self, quotation: Quotation) -> u32 {
        let number = self.found.len() as u32;
        if quotation.source.is_some_and(|source| source.span.is_some()) {
            self.speaker = Some(number);
        }
        self.found.push(quotation);
        number
    }

    /// The speaker before goes on.
    pub(super) fn inherited(&self) -> Option<Source> {
        let number = self.speaker?;
        let before = self.found.get(number as usize)?.source?;
        Some(Source { inherited_from: Some(number), ..before })
    }

    pub(super) fn source(&self, clauses: &Clauses<'_>, phrase: Option<Range<usize>>) -> Option<Source> {
        let phrase = phrase?;
        let word = &clauses.words[phrase.start];
        let is_pronoun = phrase.len() == 1 && word.class.has(Class::PRONOUN);
        if is_pronoun && word.class.has(Class::ANONYMOUS) {
            return None;
        }
        let span = clauses.span(phrase)?;
        if is_pronoun {
            let before = self.inherited();
            let entity = before.and_then(|before| before.entity);
            return Some(Source { span: Some(span), entity, inherited_from: None });
        }
        Some(Source { span: Some(span), entity: self.names.entity(span), inherited_from: None })
    }

    /// The verb of saying in a clause.
    fn verb(&self, clauses: &Clauses<'_>, part: Range<usize>) -> Option<usize> {
        let words = &clauses.words;
        part.clone().find(|&at| {
            let word = &words[at];
            if word.is_quoted || word.has_capital && (at > 0 || self.lists.has_clauses) {
                return false;
            }
            if word.class.has(Class::SUBJUNCTIVE) {
                return false;
            }
            if word.class.has(Class::SAY.with(Class::ACT).with(Class::PARTICIPLE)) {
                return at == 0 || !words[at - 1].class.has(Class::TO);
            }
            let last = words[at..part.end].iter().rposition(|word| word.kind.is_word());
            let is_joined = at > 0 && self.lists.is_part(word.text, words[at - 1].text);
            word.class.has(Class::SEPARABLE) && is_joined
                || word.class.has(Class::SEPARABLE)
                    && last.is_some_and(|last| self.lists.is_part(word.text, words[at + last].text))
        })
    }

    /// Clauses with a verb of saying: what frames words, and an act that frames none.
    fn saying(&mut self, clauses: &Clauses<'_>) -> (Option<Attribution>, Option<Attribution>) {
        let mut first = None;
        let mut act = None;
        let before = self.before.filter(|_| !self.was_speech);
        for (index, part) in clauses.parts.iter().enumerate() {
            let part = part.clone();
            let verb = self.verb(clauses, part.clone());
            let opener = clauses.words[part.start].class;
            let is_so = opener.has(Class::SO) && part.start > 0 && verb.is_none();
            let Some(cue) = verb.or(is_so.then_some(part.start)) else { continue };
            let is_as = opener.has(Class::AS) && cue > part.start;
            let is_behind = cue > 0 && clauses.is_quoted(part.start..cue)
                || index > 0 && cue == part.start + 1 && opener.has(Class::DEMONSTRATIVE);
            let after = noun_phrase(clauses, &self.names, cue + 1..part.end)
                .filter(|phrase| !clauses.words[phrase.start].class.has(Class::OBJECT));
            if is_so && (after.is_none() || clauses.find(part.clone(), Class::AUXILIARY).is_some()) {
                continue;
            }
            let goes_on = !is_behind_marks(clauses, &part) && self.is_interrupted(clauses, index);
            let is_finite_first =
                cue == part.start || clauses.words[part.start].class.has(Class::AUXILIARY) && index > 0;
            let is_near = after.as_ref().is_some_and(|phrase| {
                let between = &clauses.words[cue + 1..phrase.start];
                between
                    .iter()
                    .all(|word| word.class.has(Class::ADVERB.with(Class::TIME).with(Class::PREPOSITION)))
            });
            let is_tail = is_so
                || is_behind && after.is_some() && !goes_on && (is_near || is_behind_marks(clauses, &part));
            let phrase = match () {
                () if is_tail || index == 0 && cue == 1 && opener.has(Class::DEMONSTRATIVE) => after,
                () if is_as => noun_phrase(clauses, &self.names, part.start + 1..cue),
                () if index > 0 && is_finite_first && (goes_on || after.is_none()) => {
                    noun_phrase(clauses, &self.names, clauses.parts[0].clone())
                }
                () => subject(clauses, &self.names, part.clone(), cue),
            };
            // `In dem Brief heißt es`: what it stands in speaks.
            let is_anonymous = phrase.as_ref().is_some_and(|phrase| {
                phrase.len() == 1 && clauses.words[phrase.start].class.has(Class::ANONYMOUS)
            });
            let phrase = match clauses.find(part.clone(), Class::PREPOSITION).filter(|_| is_anonymous) {
                Some(at) => noun_phrase(clauses, &self.names, at + 1..part.end),
                None => phrase,
            };
            let source = self.source(clauses, phrase);
            let content = if is_as {
                vec![0..part.start, part.end..clauses.end]
            } else if is_tail {
                let is_marked = is_behind && !clauses.words[part.start].is_quoted;
                let end = if is_marked { part.start } else { part.start.min(cue) };
                std::iter::once(0..end).collect()
            } else {
                self.framed(clauses, index, cue).into_iter().collect()
            };
            let mut attribution = Attribution {
                source,
                cue: Some(clauses.words[cue].span),
                frame: clauses.span(part.clone()),
                quotation: None,
            };
            let is_main = !opener.has(Class::SUBORDINATOR.with(Class::CONJUNCTION).with(Class::QUESTION))
                && (index == 0 || !opener.has(Class::RELATIVE));
            attribution.quotation = self.indirect(clauses, &content, &attribution);
            // `Das bestätigte die Firma`: what stands before is said.
            if let (0, 1, Some(before)) = (index, cue, before.filter(|_| opener.has(Class::DEMONSTRATIVE))) {
                if source.is_some() && content.is_empty() {
                    attribution.quotation = Some(self.push(Quotation {
                        quotation_type: QuotationType::Indirect,
                        content: vec![before],
                        cue: attribution.cue,
                        frame: attribution.frame,
                        source,
                        mood: None,
                        parent: None,
                        confidence: Score::from_thousandths(700),
                    }));
                }
            }
            if attribution.quotation.is_none() && content.is_empty() && is_main && act.is_none() {
                let is_act =
                    clauses.words[cue].class.has(Class::ACT.with(Class::SEPARABLE).with(Class::PARTICIPLE));
                act = (is_act && source.is_some()).then_some(attribution);
            }
            if is_main || attribution.quotation.is_some() {
                first = first.filter(|first: &Attribution| first.quotation.is_some()).or(Some(attribution));
            }
        }
        (first, act)
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

    /// What the verb at `cue` in the clause `index` brings.
    fn framed(&self, clauses: &Clauses<'_>, index: usize, cue: usize) -> Option<Range<usize>> {
        let words = &clauses.words;
        let part = &clauses.parts[index];
        let opens = Class::CONJUNCTION.with(Class::QUESTION);
        if let Some(inside) = clauses.find(cue + 1..part.end, Class::CONJUNCTION) {
            return Some(inside..content_end(clauses, inside));
        }
        if !self.lists.has_clauses {
            let next = words.get(cue + 1).filter(|_| cue + 2 < part.end && cue > part.start)?;
            let is_said = !next.is_quoted && next.kind.is_word() && !next.class.has(Class::PREPOSITION);
            return is_said.then_some(cue + 1..clauses.end);
        }
        // A relative clause may stand between.
        for next in clauses.parts.iter().skip(index + 1).take(3) {
            let opener = words[next.start].class;
            let said = next.start..content_end(clauses, next.start);
            if opener.has(opens)
                || clauses.follows_colon(next.start)
                || moods::subjunctive(clauses, self.lists, next.clone()).is_some()
                || is_infinitive(clauses, next.clone())
            {
                return Some(said);
            }
            if !opener.has(Class::RELATIVE.with(Class::PREPOSITION)) {
                let mut later = clauses.parts.iter().skip(index + 2).take(2);
                let that = later.find(|part| words[part.start].class.has(Class::CONJUNCTION))?;
                return Some(that.start..content_end(clauses, that.start));
            }
        }
        None
    }

    /// Indirect speech of some words, if there is any that is not all in marks.
    pub(super) fn indirect(
        &mut self,
        clauses: &Clauses<'_>,
        content: &[Range<usize>],
        attribution: &Attribution,
    ) -> Option<u32> {
        let said = content.iter().filter(|range| range.len() > 1 && !clauses.is_quoted((*range).clone()));
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
            confidence: Score::from_thousandths(900),
        }))
    }

    /// A quotation of the whole sentence.
    pub(super) fn whole(
        &mut self,
        clauses: &Clauses<'_>,
        quotation_type: QuotationType,
        source: Option<Source>,
        cue: Option<Span>,
        confidence: u32,
    ) -> Option<u32> {
        let content = vec![clauses.words.first()?.span.cover(clauses.words.last()?.span)];
        let mood = moods::of(clauses, self.lists, 0..clauses.end);
        let confidence = Score::from_thousandths(confidence);
        let quotation =
            Quotation { quotation_type, content, cue, frame: None, source, mood, parent: None, confidence };
        Some(self.push(quotation))
    }
}
