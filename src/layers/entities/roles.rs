//! Who holds which office, and of what.
//!
//! In: mentions, and the group of mentions that each belongs to. Out: [`Holding`]s in the order of the text: read
//! before a name (`US-Außenminister Antony Blinken`, `der Vorsitzende der CDU, Friedrich Merz,`), after it (`Minoru
//! Kihara, Verteidigungsminister Japans`), and taken over in a row (`US-Außenminister Blinken und
//! Verteidigungsminister Austin`).

use std::ops::Range;

use super::titles::{Reader, Title};
use super::words::Use;
use super::{EntityType, MentionKind, Role};
use crate::layers::tokens::TokenKind;

/// The most roles that are listed for one person.
const MOST_ROLES: usize = 6;
/// How many adjectives may stand between a country and an office.
const MOST_ADJECTIVES: usize = 2;
/// The longest phrase, in tokens, that says what an office is of.
const LONGEST_COMPLEMENT: usize = 9;

/// Somebody's office.
#[derive(Clone, Debug)]
pub(super) struct Holding {
    /// The person's group.
    pub(super) group: usize,
    pub(super) title: Title,
    /// The group of what it is of.
    pub(super) of: Option<usize>,
    /// Whether `of` was taken over from the person before.
    is_inherited: bool,
}

/// An office before or after one name.
struct Found {
    title: Title,
    of: Option<usize>,
    /// The first token of all that belongs to it, before a name.
    start: usize,
}

/// Finds the offices of all people.
pub(super) fn find(reader: &Reader<'_>, groups: &[usize]) -> Vec<Holding> {
    let finder = Finder { reader, groups, types: types(reader, groups) };
    let mut holdings: Vec<Holding> = Vec::new();
    // The end of the person before and where their office is among the holdings.
    let mut previous: Option<(usize, usize)> = None;
    for (mention, group) in reader.mentions.iter().zip(groups) {
        if mention.entity_type != EntityType::Person || mention.kind != MentionKind::Name {
            continue;
        }
        let name = reader.tokens_of(mention.span);
        let sentence = reader.sentence(name.start);
        let before = finder.before(name.start, &sentence);
        let row = before.first().map(|found| (found.start, holdings.len()));
        for found in before.into_iter().chain(finder.after(name.end, &sentence)) {
            let Found { title, of, .. } = found;
            let of = of.filter(|of| of != group);
            holdings.push(Holding { group: *group, title, of, is_inherited: false });
        }
        if let (Some((start, new)), Some((end, old))) = (row, previous) {
            if finder.is_row(end..start) && may_inherit(reader, &holdings[old], &holdings[new]) {
                holdings[new].of = holdings[old].of;
                holdings[new].is_inherited = holdings[new].of.is_some();
            }
        }
        previous = row.map(|(_, new)| (finder.after_brackets(name.end, &sentence), new));
        let is_place = |group: usize| finder.types.get(group) == Some(&EntityType::Location);
        previous = previous.filter(|(_, new)| holdings[*new].of.is_some_and(is_place));
    }
    holdings
}

/// The type of each group's first mention; groups are numbered in the order of their first mentions.
fn types(reader: &Reader<'_>, groups: &[usize]) -> Vec<EntityType> {
    let mut types = Vec::new();
    for (mention, group) in reader.mentions.iter().zip(groups) {
        if *group == types.len() {
            types.push(mention.entity_type);
        }
    }
    types
}

/// Whether the office of the second in a row is of the country of the first.
fn may_inherit(reader: &Reader<'_>, first: &Holding, second: &Holding) -> bool {
    let (a, b) = (&first.title, &second.title);
    // One country does not have one office twice.
    second.of.is_none()
        && a.is_state
        && b.is_state
        && a.text != b.text
        && !reader.words.is_national(&b.text)
        && first.group != second.group
}

/// The roles of a person, each once, in the fullest form.
pub(super) fn of_person(
    reader: &Reader<'_>,
    holdings: &[&Holding],
    number: impl Fn(usize) -> Option<u32>,
) -> Vec<Role> {
    let mut kept: Vec<Holding> = Vec::new();
    for holding in holdings {
        let text = holding.title.text.to_lowercase();
        let same = kept.iter().position(|known| {
            let known_text = known.title.text.to_lowercase();
            known_text == text || known_text == holding.title.head || text == known.title.head
        });
        let is_full = kept.len() >= MOST_ROLES;
        match same.and_then(|index| kept.get_mut(index)) {
            Some(known) => {
                let of = match (known.of, holding.of) {
                    (Some(_), Some(new)) if known.is_inherited && !holding.is_inherited => Some(new),
                    (of, new) => of.or(new),
                };
                known.is_inherited &= holding.of.is_none() || holding.is_inherited;
                known.of = of;
                // `Minister Habeck`, later `Wirtschaftsminister Habeck`.
                if known.title.text.chars().count() < holding.title.text.chars().count() {
                    known.title = holding.title.clone();
                }
            }
            None if !is_full => kept.push((*holding).clone()),
            None => {}
        }
    }
    kept.into_iter()
        .map(|holding| Role {
            span: reader.span(&holding.title.tokens),
            title: holding.title.text,
            of: holding.of.and_then(&number),
        })
        .collect()
}

struct Finder<'r, 'a> {
    reader: &'r Reader<'a>,
    groups: &'r [usize],
    /// The type of each group's first mention.
    types: Vec<EntityType>,
}

impl Finder<'_, '_> {
    fn group(&self, mention: usize) -> Option<usize> {
        self.groups.get(mention).copied()
    }

    /// The offices that end right before a name, the nearest first.
    fn before(&self, name: usize, sentence: &Range<usize>) -> Vec<Found> {
        let reader = self.reader;
        let mut end = name;
        while end > sentence.start && reader.has(end - 1, Use::DEGREE) && reader.is_in_line(end) {
            end -= 1;
        }
        if !reader.is_in_line(end) {
            return Vec::new();
        }
        let Some(title) = reader.title_before(end, sentence.start) else {
            return self.before_complement(end, name, sentence).into_iter().collect();
        };
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
        found.retain(|found| !found.title.is_incomplete || found.of.is_some());
        found
    }

    /// What a title is of, by its compound or by what stands before it.
    fn with_country(&self, title: Title, sentence: &Range<usize>) -> Found {
        let reader = self.reader;
        let start = title.tokens.start;
        let part = title.part.and_then(|part| self.group(part));
        let before = self.country_before(start, sentence);
        let begins = before.map_or(start, |(_, begins)| begins);
        let mut title = title;
        // `the former U.S. president`: the word is parted from its title.
        if before.is_some() && begins > sentence.start && reader.is_former(begins - 1) && !title.is_former {
            title.text = format!("{} {}", reader.text(begins - 1), title.text);
            title.is_former = true;
        }
        Found { of: part.or(before.and_then(|(mention, _)| self.group(mention))), title, start: begins }
    }

    /// The mention before a title that says what it is of, and its first token: `Japans`, `der deutsche`, `Siemens`.
    fn country_before(&self, start: usize, sentence: &Range<usize>) -> Option<(usize, usize)> {
        let reader = self.reader;
        let mut end = start;
        while end > sentence.start && start - end < MOST_ADJECTIVES && self.is_adjective(end - 1) {
            end -= 1;
        }
        let last = end.checked_sub(1).filter(|last| *last >= sentence.start)?;
        let index = reader.mention(last)?;
        let mention = &reader.mentions[index];
        let text = reader.text(last);
        let is_genitive = text.ends_with(['s', '\'', '’']);
        let serves = match (mention.kind, mention.entity_type) {
            (MentionKind::Derived, EntityType::Location | EntityType::Organisation) => true,
            (MentionKind::Name, EntityType::Location | EntityType::Organisation) => {
                is_genitive || !reader.words.has_compounds()
            }
            (MentionKind::Name, EntityType::Person) => {
                is_genitive && (reader.words.has_compounds() || reader.bare(last) != text)
            }
            _ => false,
        };
        let tokens = reader.tokens_of(mention.span);
        (serves && reader.is_in_line(end) && tokens.end == end).then_some((index, tokens.start))
    }

    fn is_adjective(&self, token: usize) -> bool {
        let reader = self.reader;
        let text = reader.text(token);
        reader.mention(token).is_none()
            && reader.words.has_compounds()
            && text.starts_with(char::is_lowercase)
            && super::titles::adjective_stem(text).is_some()
            && !reader.has(token, Use::DETERMINER)
            && !reader.has(token, Use::COMPLEMENT)
            && !reader.has(token, Use::CONJUNCTION)
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
        let first = end.saturating_sub(LONGEST_COMPLEMENT).max(sentence.start);
        let complement = (first..end).rev().find(|at| {
            reader.has(*at, Use::COMPLEMENT)
                && reader.mention(*at).is_none()
                && reader.title_before(*at, sentence.start).is_some()
        })?;
        let is_phrase = (complement..end).all(|at| self.is_in_noun_phrase(at));
        let of = self.complement(complement, end);
        // Without a comma only a name may stand between the two.
        let is_tied = has_comma || of.is_some_and(|(_, ends)| ends == end);
        let title = reader.title_before(complement, sentence.start).filter(|_| is_phrase && is_tied)?;
        let found = self.with_country(title, sentence);
        Some(Found { of: of.and_then(|(mention, _)| self.group(mention)).or(found.of), ..found })
    }

    fn span_of_name(&self, name: usize) -> Option<crate::text::Span> {
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

    /// What an office is of, by the words from `start` on: the mention and the token after it.
    fn complement(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let reader = self.reader;
        let is_function_word =
            |at: &usize| reader.has(*at, Use::COMPLEMENT) || reader.has(*at, Use::DETERMINER);
        let words =
            (start..end).take(3).take_while(|at| is_function_word(at) && reader.mention(*at).is_none());
        let at = start + words.count();
        let index = reader.mention(at).filter(|_| at < end)?;
        let mention = &reader.mentions[index];
        let tokens = reader.tokens_of(mention.span);
        let serves = mention.kind == MentionKind::Name && mention.entity_type != EntityType::Person;
        // `der Kölner Staatsanwaltschaft` is not of Köln.
        serves.then(|| (index, self.after_brackets(tokens.end, &(start..end))))
    }

    /// The office in the apposition after a name.
    fn after(&self, name_end: usize, sentence: &Range<usize>) -> Option<Found> {
        let reader = self.reader;
        let comma = self.after_brackets(name_end, sentence);
        if comma >= sentence.end || reader.text(comma) != "," || !reader.is_in_line(comma) {
            return None;
        }
        let first = comma + 1;
        let mut start = first;
        let mut of = None;
        while start < sentence.end && start < first + 4 {
            if let Some(title) = reader.title_at(start, sentence.end) {
                let is_marked = start > first;
                return self.apposition(title, of, is_marked, sentence);
            }
            match reader.mention(start).map(|index| (index, &reader.mentions[index])) {
                // `, der deutsche Kanzler,`, `, Japan's foreign minister,`
                Some((index, mention)) if of.is_none() && mention.entity_type != EntityType::Person => {
                    let tokens = reader.tokens_of(mention.span);
                    of = self.country_before(tokens.end, sentence).and_then(|_| self.group(index));
                    start = tokens.end;
                    of?;
                }
                None if reader.has(start, Use::DETERMINER)
                    || self.is_adjective(start)
                    || reader.is_former(start) =>
                {
                    start += 1;
                }
                _ => return None,
            }
        }
        None
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
        let mut next = end;
        while next < sentence.end && reader.has(next, Use::DEGREE) {
            next += 1;
        }
        // `Blinken, Außenminister Lawrow und …`: the next one's office.
        let is_persons = |index: usize| {
            let mention = &reader.mentions[index];
            mention.entity_type == EntityType::Person && mention.kind == MentionKind::Name
        };
        if next < sentence.end && reader.mention(next).is_some_and(is_persons) {
            return None;
        }
        let is_complement = end < sentence.end && reader.has(end, Use::COMPLEMENT);
        let is_genitive = |index: usize| {
            let mention = &reader.mentions[index];
            let text = reader.text(reader.tokens_of(mention.span).end.saturating_sub(1));
            reader.words.has_compounds()
                && mention.kind == MentionKind::Name
                && text.ends_with(['s', '\'', '’'])
        };
        let has_genitive = end < sentence.end && reader.mention(end).is_some_and(is_genitive);
        let is_closed = end >= sentence.end
            || matches!(reader.context.tokens[end].kind, TokenKind::Punctuation | TokenKind::Terminal);
        if !is_complement && !has_genitive && !is_closed && !(is_marked && of.is_some()) {
            return None;
        }
        let complement =
            if is_complement || has_genitive { self.complement(end, sentence.end) } else { None };
        let part = title.part.and_then(|part| self.group(part));
        let of = part.or(of).or(complement.and_then(|(mention, _)| self.group(mention)));
        if title.is_incomplete && of.is_none() && !is_complement {
            return None;
        }
        Some(Found { start: title.tokens.start, title, of })
    }

    /// The token after a name's brackets: an age or a party.
    fn after_brackets(&self, end: usize, sentence: &Range<usize>) -> usize {
        if end >= sentence.end || self.reader.text(end) != "(" {
            return end;
        }
        let inside = end + 1..sentence.end.min(end + 7);
        inside.into_iter().find(|at| self.reader.text(*at) == ")").map_or(end, |close| close + 1)
    }

    /// Whether nothing but `und`, a comma and articles stands between two people with their offices.
    fn is_row(&self, between: Range<usize>) -> bool {
        let reader = self.reader;
        between.len() <= 3
            && between.clone().any(|at| reader.has(at, Use::CONJUNCTION))
            && between.clone().all(|at| reader.has(at, Use::CONJUNCTION) || reader.has(at, Use::DETERMINER))
    }
}
