//! Names by the trained tagger.
//!
//! In: the words of the text and what the rules found. Out: mentions with calibrated confidence. What a token's
//! features are is left to `features`, what they weigh to the pack.

use super::features::{edge_key, Features, FormFeature, PLACES, REACH};
use super::repeats::{Found, Repeats};
use super::ruled::Ruled;
use super::rules::Class;
use super::words::Word;
use super::{Context, EntityType, Mention, MentionKind};
use crate::article::SectionKind;
use crate::layers::sentences::Sentence;
use crate::model::tagger::{Decoder, Label, Meaning, Scores, Tagger, LANES};
use crate::text::Span;

/// Among capitals only or not, with one of two genitive endings cut off or none.
const VARIANTS: usize = 6;

/// What a word says of the tokens around it, by place.
type FormScores = [Scores; PLACES];

/// Two passes: the first reads each sentence by itself, the second those that say names of the others again.
#[inline(never)]
pub(super) fn find(context: Context<'_>, words: &[Word], ruled: &Ruled, tagger: &Tagger) -> Vec<Mention> {
    let mut scorer = Scorer::new(Features::new(context, words, ruled), words, tagger);
    let mut decoder = Decoder::default();
    let mut sums = Vec::new();
    let mut found = Vec::with_capacity(ruled.names.len());
    let mut read = Vec::with_capacity(context.sentences.len());
    for sentence in context.sentences {
        let start = found.len();
        if !is_furniture(context, sentence) {
            let range = sentence.token_range();
            scorer.score((range.start, range.end), &mut sums);
            tagger.decode(&sums, &mut decoder);
            read_names(context, words, &decoder, (range.start, range.end), &mut found);
        }
        read.push(start..found.len());
    }

    let names: Vec<Found> =
        found.iter().filter(|name| name.kind == MentionKind::Name).map(Reading::found).collect();
    let repeats = Repeats::new(&scorer.features, words, &names);
    let mut mentions = Vec::with_capacity(found.len());
    let mut again = Vec::new();
    for (sentence, first_reading) in context.sentences.iter().zip(read) {
        let range = (sentence.tokens.start as usize, sentence.tokens.end as usize);
        let mut readings = &found[first_reading];
        let supports = if is_furniture(context, sentence) {
            Vec::new()
        } else {
            supports(&repeats, &scorer.features, range, readings)
        };
        if !supports.is_empty() {
            scorer.score(range, &mut sums);
            for (at, label, support) in supports {
                let score = &mut sums[at - range.0][label.index()];
                *score = score.saturating_add(support);
            }
            tagger.decode(&sums, &mut decoder);
            again.clear();
            read_names(context, words, &decoder, range, &mut again);
            readings = &again;
        }
        let start = mentions.len();
        mentions.extend(readings.iter().map(|reading| reading.mention(words, tagger)));
        keep_ellipses(context, ruled, range, start, &mut mentions);
    }
    mentions
}

/// Nothing is named in what belongs to the page around the article.
fn is_furniture(context: Context<'_>, sentence: &Sentence) -> bool {
    let section = context.sections.get(sentence.section as usize);
    section.is_some_and(|section| section.kind == SectionKind::Furniture)
}

/// What other sentences say for reading tokens of this one as names: token, label and how much. Nothing where they
/// are read so already.
fn supports(
    repeats: &Repeats,
    features: &Features<'_>,
    (first, end): (usize, usize),
    readings: &[Reading],
) -> Vec<(usize, Label, i16)> {
    let mut supports = Vec::new();
    let mut rest = readings.iter().peekable();
    let mut at = first;
    while at < end {
        let Some((name_end, entity_type, support)) = repeats.at(features, at, end) else {
            at += 1;
            continue;
        };
        while rest.next_if(|reading| reading.tokens.1 <= at).is_some() {}
        // A longer name, or the same one, holds it already.
        let is_read =
            rest.peek().is_some_and(|reading| reading.tokens.0 <= at && name_end <= reading.tokens.1);
        if !is_read {
            for token in at..name_end {
                let meaning =
                    if token == at { Meaning::Begin(entity_type) } else { Meaning::Inside(entity_type) };
                supports.push((token, Label::of(meaning), support as i16));
            }
        }
        at = name_end;
    }
    supports
}

/// A name, or a word with one in it, where the tagger read it.
#[derive(Clone, Copy, Debug)]
struct Reading {
    tokens: (usize, usize),
    kind: MentionKind,
    entity_type: EntityType,
    margin: u32,
}

impl Reading {
    fn found(&self) -> Found {
        Found { tokens: self.tokens, entity_type: self.entity_type, margin: self.margin }
    }

    fn mention(&self, words: &[Word], tagger: &Tagger) -> Mention {
        let (first, end) = self.tokens;
        let Self { kind, entity_type, margin, .. } = *self;
        let span = Span::new(words[first].span.start(), words[end - 1].name_span().end());
        let confidence = tagger.calibration().confidence(kind, entity_type, margin);
        Mention { span, kind, entity_type, confidence }
    }
}

/// Adds up what is known of each token.
struct Scorer<'a> {
    features: Features<'a>,
    words: &'a [Word],
    tagger: &'a Tagger,
    /// By spelling and variant: the index of the word among those that were looked at.
    forms: Vec<[Option<u32>; VARIANTS]>,
    form_scores: Vec<FormScores>,
    edges: FormScores,
    form_features: Vec<FormFeature>,
    token_features: Vec<u32>,
    indexes: Vec<usize>,
}

impl<'a> Scorer<'a> {
    fn new(features: Features<'a>, words: &'a [Word], tagger: &'a Tagger) -> Self {
        let mut edges = [[0; LANES]; PLACES];
        for (place, scores) in edges.iter_mut().enumerate() {
            tagger.add(edge_key(place), scores);
        }
        Self {
            forms: vec![[None; VARIANTS]; features.spelling_count()],
            features,
            words,
            tagger,
            form_scores: Vec::new(),
            edges,
            form_features: Vec::new(),
            token_features: Vec::new(),
            indexes: Vec::new(),
        }
    }

    /// The scores of the tokens `first..end`, a sentence.
    fn score(&mut self, (first, end): (usize, usize), scores: &mut Vec<Scores>) {
        scores.clear();
        self.indexes.clear();
        for at in first..end {
            let index = self.form(at);
            self.indexes.push(index);
        }
        let around = self.features.surroundings((first, end));
        for at in first..end {
            let mut sum = [0_i16; LANES];
            for place in 0..PLACES {
                // The word that sees this token from `place`.
                let said = match (at + REACH).checked_sub(place).filter(|other| (first..end).contains(other))
                {
                    Some(other) => &self.form_scores[self.indexes[other - first]][place],
                    None => &self.edges[place],
                };
                for (sum, said) in sum.iter_mut().zip(said) {
                    *sum = sum.saturating_add(*said);
                }
            }
            self.token_features.clear();
            self.features.of_token(at, around, &mut self.token_features);
            for key in &self.token_features {
                self.tagger.add(*key, &mut sum);
            }
            scores.push(sum);
        }
    }

    /// The index of the word at a token among those that were looked at.
    fn form(&mut self, at: usize) -> usize {
        let word = &self.words[at];
        // Among capitals only, and before an ending that was cut off, the same letters are another word.
        let variant = usize::from(word.shouts) * 3 + usize::from(word.ending / 2).min(2);
        let next = self.form_scores.len();
        let form = &mut self.forms[self.features.spelling_number(at)][variant];
        if let Some(index) = *form {
            return index as usize;
        }
        *form = Some(next as u32);
        self.form_features.clear();
        self.features.of_form(at, &mut self.form_features);
        let mut scores = [[0; LANES]; PLACES];
        for (place, scores) in scores.iter_mut().enumerate() {
            for key in self.form_features.iter().filter_map(|feature| feature.key_at(place)) {
                self.tagger.add(key, scores);
            }
        }
        self.form_scores.push(scores);
        next
    }
}

/// Reads the labels of the sentence `start..end`. Titles are no part of names.
fn read_names(
    context: Context<'_>,
    words: &[Word],
    decoder: &Decoder,
    (start, end): (usize, usize),
    readings: &mut Vec<Reading>,
) {
    let mut at = start;
    while at < end {
        let (kind, entity_type) = match decoder.labels[at - start].meaning() {
            Meaning::Outside => {
                at += 1;
                continue;
            }
            Meaning::Begin(entity_type) | Meaning::Inside(entity_type) => (MentionKind::Name, entity_type),
            Meaning::Word(kind, entity_type) => (kind, entity_type),
        };
        let first = at;
        let mut margin = decoder.margins[at - start];
        at += 1;
        while at < end {
            let meaning = decoder.labels[at - start].meaning();
            if !goes_on(context, words, (first, at), (kind, entity_type), meaning) {
                break;
            }
            margin = margin.min(decoder.margins[at - start]);
            at += 1;
        }
        let opens = (first..at).rev().find(|at| context.text.slice(words[*at].span) == "(");
        if let Some(open) =
            opens.filter(|open| !(*open..at).any(|at| context.text.slice(words[at].span) == ")"))
        {
            let closes = at < end && context.text.slice(words[at].span) == ")";
            // `Frankfurt (Oder)` is whole or ends before the bracket.
            at = if closes { at + 1 } else { open.max(first + 1) };
        }
        let is_person = kind == MentionKind::Name && entity_type == EntityType::Person;
        let titles = (first..at - 1).take_while(|at| is_person && words[*at].class.has(Class::TITLE)).count();
        let tokens = (first + titles, at);
        let span = Span::new(words[tokens.0].span.start(), words[at - 1].name_span().end());
        if context.text.slice(span).chars().any(char::is_alphabetic) {
            readings.push(Reading { tokens, kind, entity_type, margin });
        }
    }
}

/// Whether the token belongs to the mention that `first` begins. Names never reach over a tab: it divides cells.
fn goes_on(
    context: Context<'_>,
    words: &[Word],
    (first, at): (usize, usize),
    (kind, entity_type): (MentionKind, EntityType),
    meaning: Meaning,
) -> bool {
    let between = context.text.slice(Span::new(words[at - 1].span.end(), words[at].span.start()));
    if between.contains('\t') {
        return false;
    }
    match meaning {
        Meaning::Inside(t) => kind == MentionKind::Name && t == entity_type,
        // `South Korean`: two words, one derivation.
        Meaning::Word(MentionKind::Derived, t) => {
            kind == MentionKind::Derived
                && t == entity_type
                && at == first + 1
                && between == " "
                && !context.language.name_rules().nouns_are_capitalised
                && words[first].is_capital()
                && words[at].is_capital()
        }
        _ => false,
    }
}

/// `Ost- und Südchinesisches Meer`: a compound that is cut short names what the rules completed it to, where the
/// tagger sees nothing or less.
fn keep_ellipses(
    context: Context<'_>,
    ruled: &Ruled,
    (first, end): (usize, usize),
    start: usize,
    mentions: &mut Vec<Mention>,
) {
    let from = ruled.names.partition_point(|name| name.tokens.0 < first);
    let in_sentence = ruled.names[from..].iter().take_while(|name| name.tokens.0 < end);
    let mut added = Vec::new();
    for mention in in_sentence.map(super::Candidate::mention) {
        if mention.kind != MentionKind::Name || !context.text.slice(mention.span).ends_with('-') {
            continue;
        }
        let after = mentions[start..].partition_point(|other| other.span.end() <= mention.span.start());
        match mentions.get_mut(start + after).filter(|other| other.span.start() < mention.span.end()) {
            Some(wider) if wider.span.len() > mention.span.len() => {}
            Some(other) => *other = mention,
            None => added.push(mention),
        }
    }
    if added.is_empty() {
        return;
    }
    let mut added = added.into_iter().peekable();
    for mention in mentions.split_off(start) {
        while let Some(earlier) = added.next_if(|one| one.span.start() < mention.span.start()) {
            mentions.push(earlier);
        }
        mentions.push(mention);
    }
    mentions.extend(added);
}
