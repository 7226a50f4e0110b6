//! Offices after a name: `Minoru Kihara, Verteidigungsminister Japans,`, `Jane Doe, a fund manager at Siemens`.
//!
//! In: the token after a name. Out: the office in the apposition that follows.

use std::ops::Range;

use super::super::titles::Title;
use super::super::uses::Use;
use super::super::{EntityType, MentionKind};
use super::phrases::{Finder, Found};
use crate::layers::tokens::TokenKind;

/// How many words that no list has may stand before an English office.
const MOST_LOOSE_WORDS: usize = 2;

impl Finder<'_, '_> {
    /// The office in the apposition after a name.
    pub(super) fn after(&self, name_end: usize, sentence: &Range<usize>) -> Option<Found> {
        let reader = self.reader;
        let comma = self.after_brackets(name_end, sentence);
        if comma >= sentence.end || reader.text(comma) != "," || !reader.is_in_line(comma) {
            return None;
        }
        let first = comma + 1;
        let mut start = first;
        let mut of = None;
        // `fund` of `a fund manager`.
        let mut loose = 0;
        while start < sentence.end && start < first + 5 {
            if let Some(mut title) = reader.title_at(start, sentence.end) {
                let is_marked = start > first + loose;
                let words = start - loose..start;
                title.text = reader.with_words_before(words, &title.text, None);
                title.tokens.start -= loose;
                title.is_incomplete &= loose == 0;
                return self.apposition(title, of, is_marked, sentence);
            }
            match reader.mention(start).map(|index| (index, &reader.mentions[index])) {
                // `, der deutsche Kanzler,`, `, Japan's foreign minister,`
                Some((index, mention)) if of.is_none() && mention.entity_type != EntityType::Person => {
                    let tokens = reader.tokens_of(mention.span);
                    of = self.country_before(tokens.end, sentence).and_then(|_| self.group(index));
                    start = tokens.end;
                    loose = 0;
                    of?;
                }
                None if reader.has(start, Use::DETERMINER)
                    || self.is_adjective(start)
                    || reader.is_former(start) =>
                {
                    start += 1;
                    loose = 0;
                }
                None if loose < MOST_LOOSE_WORDS && self.is_loose_word(start) => {
                    start += 1;
                    loose += 1;
                }
                _ => return None,
            }
        }
        None
    }

    /// Whether a word may belong to an English office though no list has it: `fund manager`.
    fn is_loose_word(&self, token: usize) -> bool {
        let reader = self.reader;
        !reader.words.has_compounds()
            && reader.context.tokens[token].kind == TokenKind::Word
            && reader.text(token).chars().all(|c| c.is_lowercase() || c == '-')
            && reader.uses(token) == Use::default()
    }

    fn apposition(
        &self,
        title: Title,
        of: Option<usize>,
        is_marked: bool,
        sentence: &Range<usize>,
    ) -> Option<Found> {
        let reader = self.reader;
        let end = title.tokens.end;
        let name_from = |from: usize| {
            let degrees = (from..sentence.end).take_while(|at| reader.has(*at, Use::DEGREE));
            from + degrees.count()
        };
        // `Blinken, Außenminister Lawrow und …`: the next one's office.
        let is_persons = |index: usize| {
            let mention = &reader.mentions[index];
            mention.entity_type == EntityType::Person && mention.kind == MentionKind::Name
        };
        let is_next_ones = |from: usize| {
            let next = name_from(from);
            next < sentence.end && reader.mention(next).is_some_and(is_persons)
        };
        if is_next_ones(end) || reader.bare(end - 1) != reader.text(end - 1) {
            return None;
        }
        let is_complement = end < sentence.end && reader.has(end, Use::COMPLEMENT);
        let has_genitive =
            end < sentence.end && reader.mention(end).is_some_and(|mention| self.is_genitive(mention));
        let is_closed = end >= sentence.end
            || matches!(reader.context.tokens[end].kind, TokenKind::Punctuation | TokenKind::Terminal);
        let is_told = is_marked && of.is_some();
        if !(is_complement || has_genitive || is_closed || is_told) {
            return None;
        }
        let complement =
            if is_complement || has_genitive { self.complement(end, sentence.end) } else { None };
        if complement.is_some_and(|(_, ends)| is_next_ones(ends)) {
            return None;
        }
        let part = title.part.and_then(|part| self.group(part));
        let of = part.or(of).or(complement.and_then(|(mention, _)| self.group(mention)));
        if title.is_incomplete && of.is_none() && !is_complement {
            return None;
        }
        Some(Found { start: title.tokens.start, title, of })
    }
}
