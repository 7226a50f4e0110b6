//! Speech that no verb of saying frames: a noun brings it, its mood shows it, or it is hearsay.
//!
//! In: a sentence and what stood before it. Out: indirect speech behind nouns, sentences in the subjunctive that go on
//! with the speaker before, and hearsay. What the moods are, `moods` tells.

use std::ops::Range;

use super::clauses::{content_end, is_hearsay, is_infinitive, Clauses};
use super::finder::{Attribution, Finder};
use super::moods;
use super::sources::noun_phrase;
use super::words::Class;
use super::{Mood, QuotationType};

impl Finder<'_> {
    /// Speech that only nouns and moods tell of.
    pub(super) fn by_mood(
        &mut self,
        clauses: &Clauses<'_>,
        running: Option<u32>,
        here: Option<Attribution>,
    ) -> Option<Attribution> {
        let words = &clauses.words;
        let inner = Class::CONJUNCTION.with(Class::SUBORDINATOR).with(Class::RELATIVE).with(Class::QUESTION);
        for (index, part) in clauses.parts.iter().enumerate() {
            let mood = moods::subjunctive(clauses, self.lists, part.clone());
            let noun = index.checked_sub(1).and_then(|before| {
                let before = clauses.parts[before].clone();
                clauses.find(before.end.saturating_sub(8).max(before.start)..before.end, Class::SPEECH_NOUN)
            });
            if let Some(noun) = noun.filter(|noun| words[*noun].has_capital || !self.lists.has_clauses) {
                let brings =
                    words[part.start].class.has(Class::CONJUNCTION) || is_infinitive(clauses, part.clone());
                if brings || mood.is_some() {
                    let frame = clauses.span(0..noun + 1);
                    let part_before = clauses.parts[index - 1].clone();
                    let phrase = noun_phrase(clauses, &self.names, noun..part_before.end);
                    let phrase = phrase
                        .filter(|phrase| phrase.len() > 1)
                        .or_else(|| {
                            noun_phrase(clauses, &self.names, part_before.start..noun)
                                .filter(|phrase| !words[phrase.start].class.has(Class::OBJECT))
                        })
                        .or_else(|| self.holder(clauses, noun))
                        .or_else(|| Some(noun..noun + 1));
                    let source = self.source(clauses, phrase);
                    let mut attribution = Attribution {
                        source,
                        cue: Some(words[noun].span),
                        frame,
                        quotation: None,
                        is_strong: false,
                    };
                    let said = part.start..content_end(clauses, part.start);
                    attribution.quotation = self.indirect(clauses, std::slice::from_ref(&said), &attribution);
                    return Some(attribution);
                }
            }
            let is_inner = index > 0 && words[part.start].class.has(inner);
            let Some((at, mood)) =
                mood.filter(|(at, _)| !is_inner && !words[*at].is_quoted && (here.is_none() || index == 0))
            else {
                continue;
            };
            let is_doubtful = words[at].class.has(Class::DOUBTFUL);
            if is_doubtful && running.is_none() && !self.told.is_subjunctive {
                continue;
            }
            let goes_on = self.told.is_speech || self.speakers.is_near();
            if mood == Mood::Subjunctive2 && (!goes_on || has_indicative(clauses, part.clone())) {
                continue;
            }
            let whole = clauses.words.first()?.span.cover(clauses.words.last()?.span);
            let quotation = if let Some(number) = running {
                let content = &mut self.found[number as usize].content[0];
                *content = content.cover(whole);
                Some(number)
            } else {
                let source = self.inherited();
                self.whole(clauses, QuotationType::IndirectFreeIndirect, source, None)
            };
            self.running = quotation;
            let source = quotation.and_then(|number| self.found[number as usize].source);
            return Some(Attribution { source, cue: None, frame: None, quotation, is_strong: false });
        }
        let goes_on = self.told.is_framed && clauses.find(0..clauses.end, Class::HEARSAY).is_some();
        if (is_hearsay(clauses) || goes_on) && here.is_none() {
            let source = self.inherited().filter(|_| self.told.is_speech);
            let quotation = self.whole(clauses, QuotationType::FreeIndirect, source, None);
            return Some(Attribution { source, cue: None, frame: None, quotation, is_strong: false });
        }
        None
    }
}

impl Finder<'_> {
    /// Who has the opinion that a noun far behind names: `Vogt hatte am Montag, dem 4. Mai, die These vertreten`;
    /// `von Vogt liegt die Zusage vor`.
    fn holder(&self, clauses: &Clauses<'_>, noun: usize) -> Option<Range<usize>> {
        let words = &clauses.words;
        let from = usize::from(words[0].class.has(Class::AGENT));
        noun_phrase(clauses, &self.names, from..noun)
            .filter(|phrase| words[from..phrase.start].iter().all(|word| !word.has_capital))
            .filter(|phrase| from == 1 || !words[phrase.start].class.has(Class::OBJECT))
    }
}

/// Whether a clause has an auxiliary in the indicative.
fn has_indicative(clauses: &Clauses<'_>, mut part: Range<usize>) -> bool {
    part.any(|at| {
        let word = &clauses.words[at];
        word.class.has(Class::AUXILIARY)
            && !word.class.has(Class::SUBJUNCTIVE.with(Class::SUBJUNCTIVE2))
            && !word.text.ends_with("en")
    })
}
