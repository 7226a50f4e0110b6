//! Offices before a name: `US-Außenminister Antony Blinken`, `der Vorsitzende der CDU, Friedrich Merz,`.
//!
//! In: the first token of a name. Out: the offices that belong to it, the nearest first.

use std::ops::Range;

use super::super::titles::Title;
use super::super::uses::Use;
use super::super::words::Form;
use super::super::MentionKind;
use super::phrases::{Finder, Found};
use crate::text::Span;

/// The longest phrase, in tokens, that says what an office is of.
const LONGEST_COMPLEMENT: usize = 9;

impl Finder<'_, '_> {
    /// The offices that end right before a name, the nearest first.
    pub(super) fn before(&self, name: usize, sentence: &Range<usize>) -> Vec<Found> {
        let reader = self.reader;
        let mut end = name;
        while end > sentence.start && reader.has(end - 1, Use::DEGREE) && reader.is_in_line(end) {
            end -= 1;
        }
        if !reader.is_in_line(end) {
            return Vec::new();
        }
        // `the president's brother`
        let is_genitive = end > sentence.start && reader.bare(end - 1) != reader.text(end - 1);
        let Some(title) = reader.title_before(end, sentence.start).filter(|_| !is_genitive) else {
            return self.before_complement(end, name, sentence).into_iter().collect();
        };
        if self.is_of_name(&title, name, sentence) {
            return Vec::new();
        }
        let mut found = vec![self.with_country(title, sentence)];
        // `Parteichef und Ministerpräsident Söder`.
        let start = found[0].start;
        let is_joined = start >= sentence.start + 2
            && found[0].title.tokens.start == start
            && reader.has(start - 1, Use::CONJUNCTION)
            && reader.context.tokens[start - 1].kind.is_word();
        if is_joined
            && reader.mention(start - 2).is_none_or(|at| reader.mentions[at].kind == MentionKind::Part)
        {
            if let Some(title) = reader.title_before(start - 1, sentence.start) {
                let other = self.with_country(title, sentence);
                found[0].start = other.start;
                // One country before both: `Japans Kanzler und Außenminister`.
                if found[0].of.is_none() && other.title.part.is_none() {
                    found[0].of = other.of;
                }
                found.push(other);
            }
        }
        // `Prime Minister Sheikh Hasina`
        if found.len() == 1 && found[0].title.tokens.start == start && reader.is_in_line(start) {
            if let Some(title) = reader.title_before(start, sentence.start) {
                let other = self.with_country(title, sentence);
                found[0].start = other.start;
                found.push(other);
            }
        }
        found.retain(|found| !found.title.is_incomplete || found.of.is_some());
        found
    }

    /// `der Vorsitzende der CDU, Friedrich Merz,`: an office with what it is of before the name.
    fn before_complement(&self, end: usize, name: usize, sentence: &Range<usize>) -> Option<Found> {
        let reader = self.reader;
        let has_comma = end > sentence.start && reader.text(end - 1) == ",";
        let end = if has_comma { end - 1 } else { end };
        let closes = || {
            let after = self.after_brackets(reader.tokens_of(self.span_of_name(name)?).end, sentence);
            (after >= sentence.end || !reader.context.tokens[after].kind.is_word()).then_some(())
        };
        if has_comma {
            closes()?;
            // `Norway's prime minister, Henrik Solberg,`
            let found =
                reader.title_before(end, sentence.start).map(|title| self.with_country(title, sentence));
            let is_one = |found: &Found| {
                found.of.is_some()
                    || found.start > sentence.start && reader.has(found.start - 1, Use::DETERMINER)
            };
            if let Some(found) = found.filter(is_one) {
                return Some(found);
            }
        }
        // `der Innenminister Frankreichs, Paul Renard,`
        let genitive =
            end.checked_sub(1).and_then(|last| reader.mention(last)).filter(|at| self.is_genitive(*at));
        if let Some(mention) = genitive {
            let start = reader.tokens_of(reader.mentions[mention].span).start;
            if let Some(title) = reader.title_before(start, sentence.start) {
                let found = self.with_country(title, sentence);
                return Some(Found { of: self.group(mention).or(found.of), ..found });
            }
        }
        let first = end.saturating_sub(LONGEST_COMPLEMENT).max(sentence.start);
        let complement = (first..end).rev().find(|at| {
            reader.has(*at, Use::COMPLEMENT)
                && reader.mention(*at).is_none()
                && reader.title_before(*at, sentence.start).is_some()
        })?;
        // `des Verbands der Imker (VdI)`: the short name says it where the long one is not known.
        let in_brackets = || {
            let short = end.checked_sub(2).filter(|at| *at > complement && reader.text(end - 1) == ")")?;
            Some((reader.mention(short)?, end))
        };
        let is_phrase = (complement..end).all(|at| self.is_in_noun_phrase(at));
        let of = self.complement(complement, end).or_else(in_brackets);
        // Without a comma only a name may stand between the two.
        let is_tied = has_comma || of.is_some_and(|(_, ends)| ends == end);
        let title = reader.title_before(complement, sentence.start).filter(|_| is_phrase && is_tied)?;
        let found = self.with_country(title, sentence);
        Some(Found { of: of.and_then(|(mention, _)| self.group(mention)).or(found.of), ..found })
    }

    /// `der Arzt Brekels`: with an article, an office in another case than the name is not the named one's; but
    /// `Kanzler Brekels Rede`.
    fn is_of_name(&self, title: &Title, name: usize, sentence: &Range<usize>) -> bool {
        let reader = self.reader;
        let is_genitive = reader.mention(name).is_some_and(|at| self.told[at].is_genitive);
        let mut start = title.tokens.start;
        while start > sentence.start && self.is_adjective(start - 1) {
            start -= 1;
        }
        is_genitive
            && title.office.form != Form::Genitive
            && start > sentence.start
            && !reader.has(start - 1, Use::GENITIVE_ARTICLE)
            && reader.words.definite(reader.text(start - 1), title.office).is_some()
    }

    fn span_of_name(&self, name: usize) -> Option<Span> {
        self.reader.mention(name).map(|mention| self.reader.mentions[mention].span)
    }

    /// Whether a token can stand in the phrase that says what an office is of.
    fn is_in_noun_phrase(&self, token: usize) -> bool {
        let reader = self.reader;
        let text = reader.text(token);
        reader.is_in_line(token)
            && (reader.mention(token).is_some()
                || reader.has(token, Use::COMPLEMENT)
                || reader.has(token, Use::DETERMINER)
                || text == "("
                || text == ")"
                || text.starts_with(char::is_uppercase)
                || self.is_adjective(token))
    }
}
