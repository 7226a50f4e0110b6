//! Names and noun phrases with their features.
//!
//! In: the outline. Out: one [`Candidate`] for each name and each phrase, its inflected forms together. Weighing them is
//! left to the parent.

use super::super::mentions::{EntityType, MentionKind};
use super::super::outline::{Class, Line, Outline, NONE};
use super::super::tokens::TokenKind;
use crate::hash;
use crate::map::Map;
use crate::model::ranker::{step, Features};
use crate::text::Span;

/// What a candidate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A name of a person, a place, an organisation or another thing.
    Name(EntityType),
    Noun,
    /// A noun with what describes it: `betriebsbedingte Kündigungen`.
    Described,
    /// A noun with another in the genitive: `Aberkennung des Titels`.
    Genitive,
    /// A noun with a phrase: `Kritik an der Maut`.
    Joined,
    /// A noun and the name after it.
    Titled,
}

impl Kind {
    const fn number(self) -> u32 {
        match self {
            Self::Name(entity_type) => entity_type as u32,
            Self::Noun => 4,
            Self::Described => 5,
            Self::Genitive => 6,
            Self::Joined => 7,
            Self::Titled => 8,
        }
    }
}

/// A phrase and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) kind: Kind,
    pub(super) entity: Option<u32>,
    pub(super) spans: Vec<Span>,
    /// The words that it says, as numbers.
    pub(super) stems: Vec<u32>,
    forms: Vec<Form>,
    is_in_headline: bool,
    /// The first line that has it.
    first: Option<u32>,
    lines: u32,
    last: u32,
    words: u32,
    /// How usual its noun is: 0 if the language's clusters do not know it, 2 if it says little of any matter.
    usual: u32,
}

/// How a candidate is written.
#[derive(Clone, Copy, Debug)]
struct Form {
    /// Its first place in `spans`.
    at: usize,
    words: u32,
    count: u32,
}

impl Candidate {
    /// The form that is shown.
    pub(super) fn shown(&self, outline: &Outline<'_>) -> Span {
        let is_name = matches!(self.kind, Kind::Name(_));
        let entity = self.entity.and_then(|number| outline.entities.get(number as usize));
        // Of a name the fullest form, better without a case's ending; the most frequent one; the one without an ending; the first one.
        let key = |form: &&Form| {
            let span = self.spans[form.at];
            let is_plain = entity.is_some_and(|entity| entity.name == outline.context.text.slice(span));
            (
                if is_name { form.words } else { 0 },
                is_plain,
                form.count,
                u32::MAX - span.len(),
                usize::MAX - form.at,
            )
        };
        let best = self.forms.iter().max_by_key(key);
        self.spans[best.map_or(0, |form| form.at)]
    }
}

/// Reads all candidates, in the order of their first place.
pub(super) fn read(outline: &Outline<'_>) -> Vec<Candidate> {
    let mut reader = Reader { outline, candidates: Vec::new(), numbers: Map::default() };
    for line in &outline.headlines {
        reader.read_line(line, None);
    }
    for (line, number) in outline.lines.iter().zip(0..) {
        reader.read_line(line, Some(number));
    }
    reader.candidates
}

/// What hashes of words begin with.
const START: u64 = 0x5bd1_e995_cc9e_2d51;
/// Names have their entities' numbers for keys, from here down; no hash is as great.
const NAMES: u64 = u64::MAX;

struct Reader<'o, 'a> {
    outline: &'o Outline<'a>,
    candidates: Vec<Candidate>,
    /// Candidates by the hash of what they say.
    numbers: Map<u64, u32>,
}

impl Reader<'_, '_> {
    fn read_line(&mut self, line: &Line, number: Option<u32>) {
        let outline = self.outline;
        let tokens = outline.tokens_of(line);
        for at in tokens.clone() {
            let word = outline.words[at];
            if word.mention != NONE {
                let mention = outline.mentions[word.mention as usize];
                let begins = mention.span.start() == outline.context.tokens[at].span.start();
                if begins && mention.kind == MentionKind::Name {
                    let entity = outline.entity_of[word.mention as usize];
                    let end = self.name_end(at, tokens.end);
                    self.add(
                        Kind::Name(mention.entity_type),
                        NAMES - u64::from(entity),
                        at..end,
                        mention.span,
                        number,
                    );
                }
                continue;
            }
            if !self.is_noun(at) {
                continue;
            }
            self.add_words(Kind::Noun, at..at + 1, number);
            if at > tokens.start && self.describes(at - 1) {
                self.add_words(Kind::Described, at - 1..at + 1, number);
            }
            let Some(next) = outline.words.get(at + 1).filter(|_| at + 1 < tokens.end) else { continue };
            if next.mention != NONE {
                self.add_words(Kind::Titled, at..self.name_end(at + 1, tokens.end), number);
            }
            let links = next.class.has(Class::ARTICLE) || next.class.opens_phrase();
            if links && at + 2 < tokens.end {
                let head = if self.describes(at + 2) { at + 3 } else { at + 2 };
                let end = match outline.words.get(head).filter(|_| head < tokens.end) {
                    Some(word) if word.mention != NONE => self.name_end(head, tokens.end),
                    Some(_) if self.is_noun(head) => head + 1,
                    _ => continue,
                };
                let kind = if next.class.opens_phrase() { Kind::Joined } else { Kind::Genitive };
                self.add_words(kind, at..end, number);
            }
        }
    }

    /// The token after the name that begins at `at`.
    fn name_end(&self, at: usize, end: usize) -> usize {
        let mention = self.outline.words[at].mention;
        (at..end).find(|next| self.outline.words[*next].mention != mention).unwrap_or(end)
    }

    fn is_noun(&self, at: usize) -> bool {
        let outline = self.outline;
        let word = outline.words[at];
        let Some(stem) = outline.stems.get(word.stem as usize) else { return false };
        let is_word = outline.context.tokens[at].kind == TokenKind::Word;
        let german = word.has_capital && stem.is_noun;
        let other = !word.is_verb && word.class.is_content();
        is_word
            && word.mention == NONE
            && !word.is_time
            && if outline.lists.nouns_are_capitalised { german } else { other }
    }

    fn describes(&self, at: usize) -> bool {
        let word = self.outline.words[at];
        let german = self.outline.text(at).ends_with(['e', 'r', 's', 'n', 'm']);
        word.stem != NONE
            && word.mention == NONE
            && !word.has_capital
            && word.class.is_content()
            && self.outline.context.tokens[at].kind == TokenKind::Word
            && (german || !self.outline.lists.nouns_are_capitalised)
    }

    fn add_words(&mut self, kind: Kind, tokens: std::ops::Range<usize>, line: Option<u32>) {
        let stems = self.outline.words[tokens.clone()].iter().map(|word| u64::from(word.stem));
        let key = stems.fold(hash::mix(START, u64::from(kind.number())), hash::mix) >> 1;
        self.add(kind, key, tokens.clone(), self.outline.span(tokens), line);
    }

    fn add(&mut self, kind: Kind, key: u64, tokens: std::ops::Range<usize>, span: Span, line: Option<u32>) {
        let next = self.candidates.len() as u32;
        let number = *self.numbers.or_insert(key, next);
        if number == next {
            let words = &self.outline.words[tokens.clone()];
            let is_name = matches!(kind, Kind::Name(_));
            let head =
                if matches!(kind, Kind::Noun | Kind::Described) { tokens.end - 1 } else { tokens.start };
            let clusters = self.outline.context.clusters;
            self.candidates.push(Candidate {
                kind,
                entity: is_name.then_some((NAMES - key) as u32),
                spans: Vec::new(),
                stems: words.iter().map(|word| word.stem).filter(|stem| *stem != NONE).collect(),
                forms: Vec::new(),
                is_in_headline: false,
                first: None,
                lines: 0,
                last: NONE,
                words: words.len() as u32,
                usual: match clusters.and_then(|clusters| clusters.get(self.outline.text(head))) {
                    _ if self.outline.words[head].class.has(Class::GENERAL) => 2,
                    Some(_) => 1,
                    None => 0,
                },
            });
        }
        let outline = self.outline;
        let candidate = &mut self.candidates[number as usize];
        if let Kind::Name(_) = kind {
            let more =
                outline.words[tokens.clone()].iter().map(|word| word.stem).filter(|stem| *stem != NONE);
            let more: Vec<u32> = more.filter(|stem| !candidate.stems.contains(stem)).collect();
            candidate.stems.extend(more);
            candidate.words = candidate.words.max(tokens.len() as u32);
        }
        let text = |span: Span| outline.context.text.slice(span);
        let at = candidate.spans.len();
        let words = tokens.len() as u32;
        let known = candidate.forms.iter().position(|form| text(candidate.spans[form.at]) == text(span));
        match known {
            Some(known) => candidate.forms[known].count += 1,
            // A thing with very many names stays cheap.
            None if candidate.forms.len() < 8 => candidate.forms.push(Form { at, words, count: 1 }),
            None => {}
        }
        candidate.spans.push(span);
        match line {
            None => candidate.is_in_headline = true,
            Some(line) => {
                candidate.first.get_or_insert(line);
                candidate.lines += u32::from(candidate.last != line);
                candidate.last = line;
            }
        }
    }
}

/// What speaks for a candidate.
pub(super) fn features(outline: &Outline<'_>, candidate: &Candidate) -> Features {
    let mut features = Features::default();
    let kind = candidate.kind.number();
    let count = candidate.spans.len() as u32;
    let often = step(count, &[1, 2, 3, 5, 8]);
    let first = candidate.first.map_or(7, |line| step(line, &[0, 1, 2, 4, 7, 12]));
    let headline = u32::from(candidate.is_in_headline);
    let usual = candidate.usual;
    features.add(0, kind);
    features.add(1, often);
    features.add(2 + kind as u16, 2 * often + headline);
    features.add(11 + kind as u16, 2 * first + usual / 2);
    features.add(20, 2 * first + headline);
    features.step(21, 1000 * candidate.lines / (outline.lines.len() as u32).max(1), &[80, 150, 250, 400]);
    features.add(22, candidate.words.min(6));
    features.step(23, candidate.shown(outline).len(), &[3, 6, 9, 12, 16, 22]);
    features.add(24, usual);
    // How many of its words the headline has, and how often the most frequent one stands.
    let stems = || candidate.stems.iter().filter_map(|stem| outline.stems.get(*stem as usize));
    let known = stems().filter(|stem| stem.in_headline).count() as u32;
    let some = 2 * u32::from(known > 0) - u32::from(known > 0 && known < candidate.stems.len() as u32);
    features.wide(29, 2, 3 * kind + some);
    let most = stems().map(|stem| stem.sentences).max().unwrap_or_default();
    features.wide(31, 3, 4 * kind + step(most, &[1, 2, 4]));
    features.add(34, 4 * step(most, &[1, 2, 4]) + some);
    if let Some(entity) = candidate.entity.and_then(|number| outline.entities.get(number as usize)) {
        let salience = u32::from(entity.salience.thousandths());
        features.step(25, salience, &[200, 300, 400, 500, 600, 700]);
        features.add(26, 4 * (entity.entity_type as u32) + step(salience, &[300, 450, 600]));
        features.note(27, !entity.roles.is_empty());
    } else {
        let text = outline.context.text.slice(candidate.shown(outline));
        features.note(28, text.contains('-'));
    }
    features
}
