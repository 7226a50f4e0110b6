//! Who goes on speaking: pronouns, and sentences that name nobody.
//!
//! In: noun phrases that speak and subjects of sentences, in the order of the article. Out: the [`Source`] of a phrase,
//! and who speaks where nobody is named. Which phrase speaks is left to `sayings` and `named`.

use std::ops::Range;

use super::clauses::{Clauses, Word};
use super::finder::Finder;
use super::sources::noun_phrase;
use super::words::Class;
use super::Source;

/// Somebody who spoke or whom a sentence was about.
#[derive(Clone, Copy, Debug)]
struct Speaker {
    source: Source,
    /// The quotation that they last spoke in.
    quotation: Option<u32>,
    /// The number of the sentence.
    sentence: u32,
    /// What their words say of their gender, as classes of pronouns.
    gender: Class,
    is_person: bool,
}

/// The last of them, the latest first.
#[derive(Debug, Default)]
pub(super) struct Speakers {
    last: [Option<Speaker>; 4],
    sentence: u32,
    /// Of the phrase that was read last.
    gender: Class,
    is_person: bool,
}

impl Speakers {
    /// Goes on to the next sentence.
    pub(super) fn next(&mut self) {
        self.sentence += 1;
    }

    /// Notes who spoke.
    pub(super) fn spoke(&mut self, source: Source, number: u32) {
        if source.span.is_some() || source.inherited_from.is_some() {
            self.note(source, Some(number));
        }
    }

    pub(super) fn note(&mut self, source: Source, quotation: Option<u32>) {
        let same = |known: &Speaker| {
            known.source.entity.is_some() && known.source.entity == source.entity
                || source.named().is_some() && known.source.named() == source.named()
        };
        let place = self.last.iter().position(|known| known.as_ref().is_some_and(same));
        let known = place.and_then(|place| self.last[place]);
        let keeps = source.antecedent.is_some() || source.inherited_from.is_some();
        let speaker = Speaker {
            source,
            quotation: quotation.or(known.and_then(|known| known.quotation)),
            sentence: self.sentence,
            gender: known.filter(|_| keeps).map_or(self.gender, |known| known.gender),
            is_person: self.is_person || known.is_some_and(|known| known.is_person),
        };
        let place = place.unwrap_or(self.last.len() - 1);
        self.last[..=place].rotate_right(1);
        self.last[0] = Some(speaker);
    }

    /// Whom a pronoun of this gender stands for.
    fn of_pronoun(&self, pronoun: Class) -> Option<Speaker> {
        let genders = Class::MASCULINE.with(Class::FEMININE);
        self.last
            .iter()
            .flatten()
            .find(|speaker| speaker.gender.has(pronoun) || !speaker.gender.has(genders) && speaker.is_person)
            .copied()
    }

    /// Whether somebody spoke in one of the two sentences before.
    pub(super) fn is_near(&self) -> bool {
        self.last
            .iter()
            .flatten()
            .any(|known| known.quotation.is_some() && known.sentence + 2 >= self.sentence)
    }

    /// Who goes on: whom the sentence before is about, or who spoke last.
    pub(super) fn inherited(&self) -> Option<Source> {
        let mut known = self.last.iter().flatten();
        let goes_on =
            known.find(|speaker| speaker.quotation.is_some() || speaker.sentence + 1 >= self.sentence)?;
        Some(Source { inherited_from: goes_on.quotation, ..goes_on.source })
    }
}

impl Source {
    /// The words that name them, if any do.
    pub(crate) fn named(&self) -> Option<crate::text::Span> {
        self.antecedent.or(self.span)
    }
}

impl Finder<'_> {
    /// The speaker before goes on.
    pub(super) fn inherited(&self) -> Option<Source> {
        self.speakers.inherited()
    }

    /// Notes whom a sentence is about.
    pub(super) fn topic(&mut self, clauses: &Clauses<'_>) -> Option<Source> {
        let part = clauses.parts.first()?.clone();
        let phrase = noun_phrase(clauses, &self.names, part.clone()).filter(|phrase| {
            let first = &clauses.words[phrase.start];
            !first.class.has(Class::OBJECT) && !first.is_quoted
        })?;
        let starts = phrase.start == part.start;
        let is_genitive = |word: &Word<'_>| word.class.has(Class::GENITIVE) && !word.has_capital;
        let has_genitive = clauses.words[phrase.clone()].iter().skip(1).any(is_genitive);
        let source = self.source(clauses, Some(phrase))?;
        let is_about = source.entity.is_some() && (starts && !has_genitive || self.speakers.is_person);
        if is_about && source.antecedent.is_none() {
            self.speakers.note(source, None);
        }
        source.entity.is_some().then_some(source)
    }

    /// Who the words of a phrase name.
    pub(super) fn source(&mut self, clauses: &Clauses<'_>, phrase: Option<Range<usize>>) -> Option<Source> {
        let phrase = phrase?;
        let words = &clauses.words;
        let word = &words[phrase.start];
        let is_pronoun = phrase.len() == 1
            && word.class.has(Class::PRONOUN.with(Class::RELATIVE))
            && (!word.has_capital || word.class.has(Class::PRONOUN));
        let genders = Class::MASCULINE.with(Class::FEMININE);
        if is_pronoun && word.class.has(Class::ANONYMOUS) {
            return None;
        }
        let span = clauses.span(phrase.clone())?;
        if is_pronoun && !word.class.has(Class::PRONOUN) {
            let named = self.antecedent(clauses, phrase.start);
            let before = self.source(clauses, named).unwrap_or_default();
            return Some(Source { span: Some(span), antecedent: before.named(), ..before });
        }
        if is_pronoun {
            let before = self.speakers.of_pronoun(word.class).filter(|_| word.class.has(genders));
            let before = before.map_or_else(Source::default, |before| before.source);
            (self.speakers.gender, self.speakers.is_person) = (word.class, true);
            return Some(Source { span: Some(span), antecedent: before.named(), ..before });
        }
        let phrase = self.with_apposition(clauses, phrase);
        let span = clauses.span(phrase.clone())?;
        let is_feminine =
            words[phrase.clone()].iter().any(|word| word.has_capital && self.lists.is_feminine(word.text));
        self.speakers.gender = if is_feminine { Class::FEMININE } else { words[phrase.start].class };
        let entity = self.names.entity(span);
        self.speakers.is_person = entity.is_some_and(|entity| self.names.is_person(entity));
        let both = self.speakers.last[0].filter(|_| words[phrase.start].class.has(Class::BOTH));
        let antecedent = both.and_then(|both| both.source.named());
        Some(Source { span: Some(span), entity, antecedent, ..Source::default() })
    }

    /// A phrase with the name that follows it between commas: `der Leiter, Jan Petersen,`.
    fn with_apposition(&self, clauses: &Clauses<'_>, phrase: Range<usize>) -> Range<usize> {
        let words = &clauses.words;
        let name = words.get(phrase.end).filter(|word| word.text == ",");
        let Some((end, true)) = name.and_then(|_| self.names.end(words, phrase.end + 1)) else {
            return phrase;
        };
        let mut after = end;
        if words.get(after).is_some_and(|word| word.text == "(") {
            after = (after..clauses.end).find(|at| words[*at].text == ")").map_or(after, |at| at + 1);
        }
        let closes = after >= clauses.end || words.get(after).is_some_and(|word| word.text == ",");
        if closes {
            phrase.start..after
        } else {
            phrase
        }
    }

    /// The noun phrase before the comma before a relative pronoun.
    fn antecedent(&self, clauses: &Clauses<'_>, pronoun: usize) -> Option<Range<usize>> {
        let words = &clauses.words;
        let comma = (pronoun.saturating_sub(2)..pronoun).rev().find(|at| words[*at].text == ",")?;
        (comma.saturating_sub(8)..comma).find_map(|at| {
            let opens = words[at].class.has(Class::ARTICLE) || words[at].has_capital;
            let phrase = noun_phrase(clauses, &self.names, at..comma).filter(|_| opens)?;
            (phrase.start == at && phrase.end == comma).then_some(phrase)
        })
    }
}
