//! What the tagger looks at: one featuriser for training and for reading.
//!
//! In: a document's words, what the rules found in it, lexicon and clusters. Out: features as keys. Those that
//! depend on a word alone come as hashes that count at several places around it ([`FormFeature`]), so that a word
//! is looked at once however often it occurs; the others come token by token.
//!
//! A change here raises the feature schema in `model/pack.rs` and asks for new packs.

mod codes;
mod letters;
mod templates;

use super::ruled::Ruled;
use super::rules::NameRules;
use super::words::{unshouted, Shape, Word};
use super::Context;
use crate::article::SectionKind;
use crate::hash::{self};
use crate::map::Map;
use crate::model::tagger::key;
use crate::model::{Cluster, Entry};
use crate::text::capitalised;
use codes::{codes, common_code, name_code, person_code, quotes, reading_code, told, Codes, NONE};
use letters::{beginnings, endings, gist, parts, pattern, text_hash};
use templates::{feature, Template, LOUD};

/// How far a word's features reach: two tokens to each side.
pub(super) const REACH: usize = 2;
/// The places that a word is seen from.
pub(super) const PLACES: usize = 2 * REACH + 1;
/// The longest quotation that is looked into for its cue, in tokens.
const MOST_QUOTED: usize = 10;

/// A feature of a word, and to how many tokens on each side it says something.
#[derive(Clone, Copy, Debug)]
pub(super) struct FormFeature {
    hash: u64,
    reach: usize,
}

impl FormFeature {
    /// Its key for the token `place - REACH` after the word, if it reaches there.
    pub(super) fn key_at(self, place: usize) -> Option<u32> {
        (place.abs_diff(REACH) <= self.reach).then(|| key(hash::mix(self.hash, place as u64)))
    }
}

/// The key of "the sentence ends before this place".
pub(super) fn edge_key(place: usize) -> u32 {
    key(feature(Template::Edge, 0, place as u64))
}

/// A document that is being looked at.
pub(super) struct Features<'a> {
    context: Context<'a>,
    words: &'a [Word],
    rules: &'static NameRules,
    ruled: Codes,
    phrases: Codes,
    /// Every spelling of the article, and which one each token has.
    spellings: Vec<Spelling>,
    spelling_of: Vec<u32>,
    /// The quotation marks before and after each token.
    quotes: Vec<(u32, u32)>,
}

/// What the letters of a word say, whatever stands around it.
#[derive(Clone, Copy, Default)]
struct Spelling {
    hash: u64,
    cluster: Option<Cluster>,
    /// How often the rules read it as what, where it has a capital; see `told`.
    readings: [u16; 6],
    /// Whether it stands somewhere as a word in lower case.
    stands_lower: bool,
    /// Whether it has a capital, and the article has it in lower case too.
    is_lower_elsewhere: bool,
}

/// The sentence around a token.
#[derive(Clone, Copy)]
pub(super) struct Surroundings {
    first: usize,
    end: usize,
    section: SectionKind,
}

impl<'a> Features<'a> {
    pub(super) fn new(context: Context<'a>, words: &'a [Word], ruled: &Ruled) -> Self {
        let mut features = Self {
            context,
            words,
            rules: context.language.name_rules(),
            ruled: codes(&ruled.names, words.len()),
            phrases: codes(&ruled.phrases, words.len()),
            spellings: Vec::new(),
            spelling_of: Vec::with_capacity(words.len()),
            quotes: quotes(words),
        };
        features.read_spellings();
        features
    }

    /// Looks at each spelling once.
    fn read_spellings(&mut self) {
        let mut numbers: Map<&str, u32> = Map::default();
        for (at, word) in self.words.iter().enumerate() {
            let text = self.text(at);
            let next = self.spellings.len() as u32;
            let number = *numbers.or_insert(text, next);
            if number == next {
                let (hash, cluster) = (text_hash(text), self.cluster(text));
                self.spellings.push(Spelling { hash, cluster, ..Spelling::default() });
            }
            self.spelling_of.push(number);
            self.spellings[number as usize].stands_lower |= word.shape == Shape::Lower;
            if word.is_capital() {
                let count = &mut self.spellings[number as usize].readings[told(self.ruled[at].0)];
                *count = count.saturating_add(1);
            }
        }
        let mut capital = String::new();
        for (text, number) in numbers.iter().filter(|(text, _)| text.starts_with(char::is_uppercase)) {
            let mut letters = text.chars();
            capital.clear();
            capital.extend(letters.next().into_iter().flat_map(char::to_lowercase).chain(letters));
            let lower = numbers
                .get(capital.as_str())
                .is_some_and(|lower| self.spellings[*lower as usize].stands_lower);
            self.spellings[*number as usize].is_lower_elsewhere = lower;
        }
    }

    /// The hash of a token's letters.
    pub(super) fn hash(&self, at: usize) -> u64 {
        self.spelling(at).hash
    }

    fn spelling(&self, at: usize) -> &Spelling {
        &self.spellings[self.spelling_of[at] as usize]
    }

    /// The number of a token's spelling; tokens of the same letters have the same.
    pub(super) fn spelling_number(&self, at: usize) -> usize {
        self.spelling_of[at] as usize
    }

    /// How many spellings there are.
    pub(super) fn spelling_count(&self) -> usize {
        self.spellings.len()
    }

    /// The sentence of the tokens `first..end`, which are not none.
    pub(super) fn surroundings(&self, (first, end): (usize, usize)) -> Surroundings {
        let sentence = self.context.sentences.partition_point(|s| s.tokens.end as usize <= first);
        let section = self.context.sentences.get(sentence).map_or(0, |s| s.section as usize);
        let section = self.context.sections.get(section).map_or(SectionKind::Body, |section| section.kind);
        Surroundings { first, end, section }
    }

    /// The letters of a token, without an English genitive ending.
    pub(super) fn text(&self, at: usize) -> &'a str {
        self.context.text.slice(self.words[at].name_span())
    }

    /// Whether the word is known as a noun and an article stands before it.
    pub(super) fn stands_as_noun(&self, at: usize) -> bool {
        at > 0 && self.words[at].entry.common() > 0 && super::document::is_article(self.text(at - 1))
    }

    /// The features of the word at a token that do not depend on its neighbours.
    #[inline(never)]
    pub(super) fn of_form(&self, at: usize, found: &mut Vec<FormFeature>) {
        let word = &self.words[at];
        let text = self.text(at);
        // Among capitals only, letters and shapes say other things than elsewhere.
        let voice = if word.shouts { LOUD } else { 0 };
        let mut add = |template: Template, value: u64, reach: usize| {
            let says_letters = (template as u64) < Template::Narrow as u64;
            let voice = if says_letters { voice } else { 0 };
            found.push(FormFeature { hash: feature(template, voice, value), reach });
        };
        let spelling = self.spelling(at);
        add(Template::Form, spelling.hash, 2);
        add(Template::Gist, text_hash(&gist(text)), 1);
        add(Template::Pattern, pattern(text), 2);
        add(Template::Shape, word.shape as u64 * 16 + (text.chars().count() as u64).min(15), 0);
        if let Some(cluster) = spelling.cluster {
            add(Template::Narrow, u64::from(cluster.narrow), 2);
            add(Template::Middle, u64::from(cluster.middle), 2);
            add(Template::Wide, u64::from(cluster.wide), 2);
        }
        let entry = word.entry;
        add(Template::Name, name_code(entry), 2);
        add(Template::Person, person_code(entry), 2);
        add(Template::Common, common_code(entry), 1);
        add(Template::Entry, (name_code(entry) * 16 + person_code(entry)) * 16 + common_code(entry), 1);
        for class in word.class.bits() {
            add(Template::Class, u64::from(class), 2);
        }
        if let Some((kind, entity_type, score)) = word.formed {
            add(Template::Formed, reading_code(kind, entity_type) * 16 + u64::from(score / 200), 1);
        }
        add(Template::Genitive, u64::from(word.is_genitive) * 2 + u64::from(word.ending > 0), 1);
        if let Some(entry) = self.respelt(word, text) {
            add(Template::Respelt, name_code(entry) * 16 + person_code(entry), 0);
        }
        if word.shape != Shape::Number && word.shape != Shape::Mark {
            for affix in beginnings(text).take(5) {
                add(Template::Prefix, text_hash(affix), 0);
            }
            for (length, affix) in endings(text).take(5).enumerate() {
                add(Template::Suffix, text_hash(affix), usize::from(length == 1 || length == 2));
            }
        }
        if let Some((first, last)) = parts(text) {
            add(Template::FirstPart, text_hash(first), 0);
            add(Template::FirstPartEntry, name_code(self.context.lexicon.get(first)), 0);
            add(Template::LastPart, text_hash(last), 0);
            let entry = self.context.lexicon.get(last);
            add(Template::LastPartEntry, name_code(entry) * 16 + common_code(entry), 0);
            if let Some(cluster) = self.cluster(last) {
                add(Template::PartCluster, u64::from(cluster.middle), 0);
            }
        }
    }

    /// The features of a token that depend on its place.
    #[inline(never)]
    pub(super) fn of_token(&self, at: usize, around: Surroundings, found: &mut Vec<u32>) {
        let Surroundings { first, end, .. } = around;
        let mut add = |template: Template, value: u64| found.push(key(feature(template, 0, value)));
        let word = &self.words[at];
        let text = self.spelling(at).hash;
        let before = at.checked_sub(1).filter(|before| *before >= first);
        let after = Some(at + 1).filter(|after| *after < end);
        let shape = |at: Option<usize>| at.map_or(9, |at| self.words[at].shape as u64);
        let form = |at: Option<usize>| at.map_or(0, |at| self.spelling(at).hash);

        let voice = if word.shouts { LOUD } else { 0 };
        let opening = u64::from(word.is_initial) * 2 + u64::from(before.is_none());
        add(Template::Opening, voice + (opening * 16 + word.shape as u64) * 16 + common_code(word.entry));
        add(Template::FormBefore, hash::mix(form(before), text));
        add(Template::FormAfter, hash::mix(text, form(after)));
        add(Template::Shapes, voice + (shape(before) * 16 + word.shape as u64) * 16 + shape(after));

        let cluster = |at: Option<usize>| at.and_then(|at| self.spelling(at).cluster);
        let (left, here, right) = (cluster(before), cluster(Some(at)), cluster(after));
        let middle = |cluster: Option<Cluster>| cluster.map_or(0xffff, |c| u64::from(c.middle));
        let wide = |cluster: Option<Cluster>| cluster.map_or(0xffff, |c| u64::from(c.wide));
        add(Template::MiddleBefore, middle(left) << 16 | middle(here));
        add(Template::MiddleAfter, middle(here) << 16 | middle(right));
        add(Template::WideAround, (wide(left) << 16 | wide(here)) << 16 | wide(right));

        let name = |at: Option<usize>| {
            at.map_or(0xfff, |at| {
                let entry = self.words[at].entry;
                name_code(entry) * 16 + person_code(entry)
            })
        };
        add(Template::NameBefore, name(before) << 16 | name(Some(at)));
        add(Template::NameAfter, name(Some(at)) << 16 | name(after));

        let code = |codes: &Codes, at: Option<usize>| at.map_or(99, |at| u64::from(codes[at].0));
        let (code_before, code_here, code_after) =
            (code(&self.ruled, before), code(&self.ruled, Some(at)), code(&self.ruled, after));
        add(Template::Ruled, code_before << 2 | 1);
        add(Template::Ruled, code_here << 2);
        add(Template::Ruled, code_after << 2 | 2);
        add(Template::RuledScore, code_here * 16 + u64::from(self.ruled[at].1 / 100));
        add(Template::RuledPair, code_before << 16 | code_here << 8 | code_after);
        for (side, place) in [(1, before), (0, Some(at)), (2, after)] {
            if let Some(place) = place.filter(|place| self.phrases[*place].0 > 0) {
                let (code, score) = self.phrases[place];
                add(Template::Phrase, (u64::from(code) * 16 + u64::from(score / 100)) * 4 + side);
            }
        }
        self.of_article(at, around.section, &mut add);
        self.of_quotation(at, around, &mut add);
    }

    /// What the rest of the article says of the word.
    fn of_article(&self, at: usize, section: SectionKind, add: &mut impl FnMut(Template, u64)) {
        let word = &self.words[at];
        if word.is_capital() {
            let own = told(self.ruled[at].0);
            let spelling = self.spelling(at);
            let readings = spelling.readings.iter().enumerate();
            let others = readings.map(|(told, count)| (count - u16::from(told == own), told));
            if let Some((count, told)) = others.max().filter(|(count, _)| *count > 0) {
                add(Template::Elsewhere, told as u64 * 4 + u64::from(count.min(3)));
            }
            if spelling.is_lower_elsewhere {
                add(Template::LowerElsewhere, u64::from(word.is_initial));
            }
        }
        add(Template::Section, section as u64 * 16 + word.shape as u64);
    }

    /// Whether the token stands in quotation marks, and what stands before them: `der Film „…“`.
    fn of_quotation(&self, at: usize, around: Surroundings, add: &mut impl FnMut(Template, u64)) {
        let Surroundings { first, end, .. } = around;
        let (open, close) = self.quotes[at];
        if open == NONE || close == NONE {
            return;
        }
        let (open, close) = (open as usize, close as usize);
        if open < first || at - open > MOST_QUOTED || close >= end || close - at >= MOST_QUOTED || close == at
        {
            return;
        }
        add(Template::Quoted, ((at - open).min(3) * 4 + (close - at).min(3)) as u64);
        if let Some(cue) = open.checked_sub(1).filter(|cue| *cue >= first) {
            let cue_text = self.text(cue);
            let is_first = u64::from(open + 1 == at);
            add(Template::QuoteCue, self.spelling(cue).hash << 1 | is_first);
            if let Some(ending) = endings(cue_text).nth(3) {
                add(Template::QuoteCue, hash::mix(text_hash(ending), is_first + 2));
            }
        }
    }

    /// The clusters of a word, or of its nearest spelling.
    fn cluster(&self, text: &str) -> Option<Cluster> {
        let clusters = self.context.clusters?;
        clusters.get(text).or_else(|| {
            if text.len() > 3 && !text.chars().any(char::is_lowercase) {
                return clusters.get(&unshouted(text));
            }
            let stem = text.strip_suffix(['s', '\'', '’']).filter(|stem| stem.len() > 2)?;
            self.rules.nouns_are_capitalised.then(|| clusters.get(stem)).flatten()
        })
    }

    /// What the lexicon has of the word in another case: `cdu`, `OBAMA`, `berlin`.
    fn respelt(&self, word: &Word, text: &str) -> Option<Entry> {
        let respelt = match word.shape {
            Shape::Lower if word.entry.is_none() => capitalised(text),
            Shape::Capitals | Shape::Mixed if word.entry.is_none() => unshouted(text),
            _ => return None,
        };
        Some(self.context.lexicon.get(&respelt)).filter(|entry| !entry.is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feature_reaches_as_far_as_it_says() {
        let feature = FormFeature { hash: 7, reach: 1 };
        let reached: Vec<bool> = (0..PLACES).map(|place| feature.key_at(place).is_some()).collect();
        assert_eq!(reached, [false, true, true, true, false]);
    }
}
