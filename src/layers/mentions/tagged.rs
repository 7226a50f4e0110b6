//! Names by the trained tagger.
//!
//! In: the words of the text and what the rules found. Out: mentions with calibrated confidence. What a token's
//! features are is left to `features`, what they weigh to the pack.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::features::{edge_key, Features, FormFeature, PLACES, REACH};
use super::ruled::Ruled;
use super::words::{Shape, Word};
use super::{Context, EntityType, Mention, MentionKind};
use crate::article::SectionKind;
use crate::hash::WordHasher;
use crate::model::tagger::{Decoder, Meaning, Scores, Tagger, LANES};
use crate::text::Span;

/// What a word says of the tokens around it, by place.
type FormScores = [Scores; PLACES];

pub(super) fn find(context: Context<'_>, words: &[Word], ruled: &Ruled, tagger: &Tagger) -> Vec<Mention> {
    let mut scorer = Scorer::new(Features::new(context, words, ruled), words, tagger);
    let mut decoder = Decoder::default();
    let mut sums = Vec::new();
    let mut mentions = Vec::with_capacity(ruled.names.len());
    for sentence in context.sentences {
        let kind = context.sections.get(sentence.section as usize).map(|section| section.kind);
        if kind == Some(SectionKind::Furniture) {
            continue;
        }
        let range = sentence.token_range();
        scorer.score((range.start, range.end), &mut sums);
        tagger.decode(&sums, &mut decoder);
        let start = mentions.len();
        read_mentions(context, &words[range.clone()], &decoder, tagger, &mut mentions);
        keep_ellipses(context, ruled, (range.start, range.end), start, &mut mentions);
    }
    mentions
}

/// Adds up what is known of each token.
struct Scorer<'a> {
    features: Features<'a>,
    words: &'a [Word],
    tagger: &'a Tagger,
    /// Words that were looked at: their letters, their shape (among capitals only it is another), and the length of
    /// the genitive ending that was cut off.
    forms: HashMap<(&'a str, Shape, u8), usize, BuildHasherDefault<WordHasher>>,
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
            features,
            words,
            tagger,
            forms: HashMap::default(),
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
            self.features.of_token(at, (first, end), &mut self.token_features);
            for key in &self.token_features {
                self.tagger.add(*key, &mut sum);
            }
            scores.push(sum);
        }
    }

    /// The index of the word at a token among those that were looked at.
    fn form(&mut self, at: usize) -> usize {
        let word = &self.words[at];
        let next = self.form_scores.len();
        let index = *self.forms.entry((self.features.text(at), word.shape, word.ending)).or_insert(next);
        if index < next {
            return index;
        }
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

/// Reads the labels of a sentence whose words are `words`.
fn read_mentions(
    context: Context<'_>,
    words: &[Word],
    decoder: &Decoder,
    tagger: &Tagger,
    mentions: &mut Vec<Mention>,
) {
    let mut at = 0;
    while at < words.len() {
        let (kind, entity_type) = match decoder.labels[at].meaning() {
            Meaning::Outside => {
                at += 1;
                continue;
            }
            Meaning::Begin(entity_type) | Meaning::Inside(entity_type) => (MentionKind::Name, entity_type),
            Meaning::Word(kind, entity_type) => (kind, entity_type),
        };
        let first = at;
        let mut margin = decoder.margins[at];
        at += 1;
        while at < words.len() && goes_on(context, words, decoder, (first, at), (kind, entity_type)) {
            margin = margin.min(decoder.margins[at]);
            at += 1;
        }
        let span = Span::new(words[first].span.start(), words[at - 1].name_span().end());
        if context.text.slice(span).chars().any(char::is_alphabetic) {
            let confidence = tagger.calibration().confidence(kind, entity_type, margin);
            mentions.push(Mention { span, kind, entity_type, confidence });
        }
    }
}

/// Whether the token belongs to the mention that `first` begins. Names never reach over a tab: it divides cells.
fn goes_on(
    context: Context<'_>,
    words: &[Word],
    decoder: &Decoder,
    (first, at): (usize, usize),
    (kind, entity_type): (MentionKind, EntityType),
) -> bool {
    let between = context.text.slice(Span::new(words[at - 1].span.end(), words[at].span.start()));
    if between.contains('\t') {
        return false;
    }
    match decoder.labels[at].meaning() {
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
    for mention in in_sentence.map(super::Candidate::mention) {
        if mention.kind != MentionKind::Name || !context.text.slice(mention.span).ends_with('-') {
            continue;
        }
        let overlaps = |other: &Mention| {
            other.span.start() < mention.span.end() && mention.span.start() < other.span.end()
        };
        let is_wider = |other: &Mention| other.span.len() > mention.span.len();
        if mentions[start..].iter().any(|other| overlaps(other) && is_wider(other)) {
            continue;
        }
        let at = start + mentions[start..].partition_point(|other| other.span.end() <= mention.span.start());
        if mentions.get(at).is_some_and(overlaps) {
            mentions[at] = mention;
        } else {
            mentions.insert(at, mention);
        }
    }
}
