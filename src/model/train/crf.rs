//! Learns the weights of the chain.
//!
//! In: sentences whose tokens have features and allowed labels. Out: weights of features and transitions as whole
//! numbers. Maximum likelihood by FTRL-proximal: every weight has a learning rate of its own, and the L1 norm makes
//! most weights exactly zero, so that the pack stays small. Where a corpus does not say which label a token has,
//! several are allowed, and the likelihood is that of all paths through them.
//!
//! Invariant: same examples, same weights, on every machine: one thread, a fixed order of additions, `libm`.

use super::random::Random;
use crate::model::tagger::{Label, LABELS, LANES, SCALE};

const ROUNDS: usize = 8;
const RATE: f32 = 0.05;
const BETA: f32 = 1.0;
/// A feature that is rarer says nothing.
const LEAST: u32 = 2;
/// Weights that are smaller, as stored, are dropped: together they say nothing.
const LEAST_WEIGHT: i8 = 2;
const SEED: u64 = 20;

/// Sentences to learn from. Features are keys; only those that are frequent enough are learned.
#[derive(Default)]
pub(super) struct Examples {
    features: Vec<u32>,
    /// Where each token's features end.
    feature_ends: Vec<usize>,
    /// The labels that each token may have, a bit each.
    allowed: Vec<u16>,
    /// Where each sentence's tokens end.
    sentence_ends: Vec<usize>,
    /// Which document each sentence is from.
    documents: Vec<usize>,
}

/// What was learned.
pub(super) struct Learned {
    pub(super) transitions: [[i16; LABELS]; LABELS + 1],
    /// Rows that are not all zero, by ascending keys.
    pub(super) rows: Vec<(u32, [i8; LANES])>,
}

impl Examples {
    pub(super) fn add_token(&mut self, features: &[u32], allowed: u16) {
        self.features.extend_from_slice(features);
        self.feature_ends.push(self.features.len());
        self.allowed.push(allowed);
    }

    pub(super) fn end_sentence(&mut self, document: usize) {
        self.sentence_ends.push(self.feature_ends.len());
        self.documents.push(document);
    }

    pub(super) fn tokens(&self) -> usize {
        self.allowed.len()
    }

    pub(super) fn sentences(&self) -> usize {
        self.sentence_ends.len()
    }

    /// The keys that are frequent enough, ascending.
    fn keys(&self) -> Vec<u32> {
        let mut all = self.features.clone();
        all.sort_unstable();
        let mut keys = Vec::new();
        for same in all.chunk_by(|a, b| a == b) {
            if same.len() >= LEAST as usize {
                keys.push(same[0]);
            }
        }
        keys
    }

    fn sentence_tokens(&self, sentence: usize) -> std::ops::Range<usize> {
        let start = if sentence == 0 { 0 } else { self.sentence_ends[sentence - 1] };
        start..self.sentence_ends[sentence]
    }

    fn token_features(&self, token: usize) -> std::ops::Range<usize> {
        let start = if token == 0 { 0 } else { self.feature_ends[token - 1] };
        start..self.feature_ends[token]
    }
}

/// Learns from the sentences of the documents that `takes` names; `sparsity` is the L1 norm in tenths.
pub(super) fn learn(
    examples: &Examples,
    sparsity: u16,
    takes: impl Fn(usize) -> bool,
    progress: &mut dyn FnMut(&str),
) -> Learned {
    let keys = examples.keys();
    let rare = keys.len();
    let indexes: Vec<u32> =
        examples.features.iter().map(|key| keys.binary_search(key).unwrap_or(rare) as u32).collect();
    let mut weights = Coordinates::new(keys.len() + 1, f32::from(sparsity) / 10.0);
    let mut transitions = Coordinates::new(LABELS + 1, 0.0);
    let mut chain = Chain::default();
    let mut random = Random::new(SEED);
    let mut order: Vec<usize> =
        (0..examples.sentences()).filter(|sentence| takes(examples.documents[*sentence])).collect();
    for round in 1..=ROUNDS {
        random.shuffle(&mut order);
        let mut loss = 0.0;
        for sentence in &order {
            let tokens = examples.sentence_tokens(*sentence);
            chain.begin(&transitions);
            for token in tokens.clone() {
                let mut scores = [0.0_f32; LANES];
                for feature in &indexes[examples.token_features(token)] {
                    let row = &weights.weights[*feature as usize];
                    for (score, weight) in scores.iter_mut().zip(row) {
                        *score += weight;
                    }
                }
                chain.push(&scores, examples.allowed[token]);
            }
            loss += chain.gradients();
            for (token, gradient) in tokens.zip(&chain.token_gradients) {
                for feature in &indexes[examples.token_features(token)] {
                    if (*feature as usize) < rare {
                        weights.update(*feature as usize, gradient);
                    }
                }
            }
            for before in 0..=LABELS {
                transitions.update(before, &chain.transition_gradients[before]);
            }
        }
        progress(&format!("round {round} of {ROUNDS}: loss {:.4} per sentence", loss / order.len() as f64));
    }
    Learned { transitions: whole_transitions(&transitions), rows: whole_rows(&keys, &weights) }
}

fn whole(weight: f32) -> f32 {
    libm::rintf(weight * f32::from(SCALE))
}

fn whole_transitions(transitions: &Coordinates) -> [[i16; LABELS]; LABELS + 1] {
    let mut whole_rows = [[0; LABELS]; LABELS + 1];
    for (row, weights) in whole_rows.iter_mut().zip(&transitions.weights) {
        for (to, weight) in row.iter_mut().zip(weights) {
            *to = whole(*weight).clamp(-3000.0, 3000.0) as i16;
        }
    }
    whole_rows
}

fn whole_rows(keys: &[u32], weights: &Coordinates) -> Vec<(u32, [i8; LANES])> {
    let rows = keys.iter().zip(&weights.weights).map(|(key, weights)| {
        let mut row = [0; LANES];
        for (to, weight) in row[..LABELS].iter_mut().zip(weights) {
            let weight = whole(*weight).clamp(-127.0, 127.0) as i8;
            *to = if weight.abs() < LEAST_WEIGHT { 0 } else { weight };
        }
        (*key, row)
    });
    rows.filter(|(_, row)| row.iter().any(|weight| *weight != 0)).collect()
}

/// Rows of weights with what FTRL-proximal keeps of their gradients.
struct Coordinates {
    weights: Vec<[f32; LANES]>,
    sums: Vec<[f32; LANES]>,
    squares: Vec<[f32; LANES]>,
    l1: f32,
}

impl Coordinates {
    fn new(rows: usize, l1: f32) -> Self {
        let zeros = || vec![[0.0; LANES]; rows];
        Self { weights: zeros(), sums: zeros(), squares: zeros(), l1 }
    }

    fn update(&mut self, row: usize, gradient: &[f32; LANES]) {
        let (weights, sums, squares) = (&mut self.weights[row], &mut self.sums[row], &mut self.squares[row]);
        for lane in 0..LANES {
            let g = gradient[lane];
            let before = squares[lane];
            let after = before + g * g;
            let root = after.sqrt();
            let sigma = (root - before.sqrt()) / RATE;
            let sum = sums[lane] + g - sigma * weights[lane];
            let shrunk = (sum.abs() - self.l1).max(0.0);
            sums[lane] = sum;
            squares[lane] = after;
            weights[lane] = -shrunk.copysign(sum) / ((BETA + root) / RATE);
        }
    }
}

/// A sentence's forward-backward pass.
#[derive(Default)]
struct Chain {
    /// `exp` of the transitions, 0 for those that may not be; the last row is the start.
    steps: Vec<[f64; LABELS]>,
    /// `exp` of the scores, the greatest taken out.
    emissions: Vec<[f64; LABELS]>,
    allowed: Vec<u16>,
    token_gradients: Vec<[f32; LANES]>,
    transition_gradients: Vec<[f32; LANES]>,
}

impl Chain {
    fn begin(&mut self, transitions: &Coordinates) {
        self.emissions.clear();
        self.allowed.clear();
        self.steps.clear();
        for before in 0..=LABELS {
            let before_label = (before < LABELS).then(|| Label::from_index(before));
            let mut row = [0.0; LABELS];
            for label in Label::all().filter(|label| label.may_follow(before_label)) {
                row[label.index()] = libm::exp(f64::from(transitions.weights[before][label.index()]));
            }
            self.steps.push(row);
        }
    }

    fn push(&mut self, scores: &[f32; LANES], allowed: u16) {
        let greatest = scores[..LABELS].iter().copied().fold(f32::MIN, f32::max);
        let mut row = [0.0; LABELS];
        for (to, score) in row.iter_mut().zip(scores) {
            *to = libm::exp(f64::from(score - greatest));
        }
        self.emissions.push(row);
        self.allowed.push(allowed);
    }

    /// Fills the gradients of the loss, and gives it: the log of all paths less that of the allowed ones.
    fn gradients(&mut self) -> f64 {
        self.token_gradients.clear();
        self.token_gradients.resize(self.emissions.len(), [0.0; LANES]);
        self.transition_gradients.clear();
        self.transition_gradients.resize(LABELS + 1, [0.0; LANES]);
        let all = self.expect(u16::MAX, 1.0);
        let right = self.expect(0, -1.0);
        all - right
    }

    /// Adds `sign` times the expected counts over the paths that each token's allowed labels, or those in `also`,
    /// make. Gives the log of their sum.
    fn expect(&mut self, also: u16, sign: f32) -> f64 {
        let count = self.emissions.len();
        let emission = |at: usize, label: usize| {
            let is_allowed = (self.allowed[at] | also) >> label & 1 == 1;
            if is_allowed {
                self.emissions[at][label]
            } else {
                0.0
            }
        };
        let mut forward: Vec<[f64; LABELS]> = Vec::with_capacity(count);
        let mut scales = Vec::with_capacity(count);
        let mut log = 0.0;
        for at in 0..count {
            let mut row = [0.0; LABELS];
            if at == 0 {
                row = self.steps[LABELS];
            } else {
                for (before, steps) in self.steps[..LABELS].iter().enumerate() {
                    let reached = forward[at - 1][before];
                    if reached != 0.0 {
                        for label in 0..LABELS {
                            row[label] += reached * steps[label];
                        }
                    }
                }
            }
            let mut sum = 0.0;
            for (label, value) in row.iter_mut().enumerate() {
                *value *= emission(at, label);
                sum += *value;
            }
            let scale = 1.0 / sum.max(1e-300);
            for value in &mut row {
                *value *= scale;
            }
            log += libm::log(sum.max(1e-300));
            forward.push(row);
            scales.push(scale);
        }
        let mut backward = [1.0; LABELS];
        for at in (0..count).rev() {
            let mut sum = 0.0;
            for label in 0..LABELS {
                sum += forward[at][label] * backward[label];
            }
            for label in 0..LABELS {
                let share = forward[at][label] * backward[label] / sum.max(1e-300);
                self.token_gradients[at][label] += sign * share as f32;
                if at == 0 {
                    self.transition_gradients[LABELS][label] += sign * share as f32;
                }
            }
            if at == 0 {
                break;
            }
            let mut onward = [0.0; LABELS];
            for (label, value) in onward.iter_mut().enumerate() {
                let is_allowed = (self.allowed[at] | also) >> label & 1 == 1;
                *value =
                    if is_allowed { self.emissions[at][label] * backward[label] * scales[at] } else { 0.0 };
            }
            let mut next = [0.0; LABELS];
            for before in 0..LABELS {
                for (label, onward) in onward.iter().enumerate() {
                    let path = self.steps[before][label] * onward;
                    next[before] += path;
                    let share = forward[at - 1][before] * path / sum.max(1e-300);
                    self.transition_gradients[before][label] += sign * share as f32;
                }
            }
            backward = next;
        }
        log
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A word's own feature tells its label; a token that may be anything teaches nothing.
    #[test]
    fn what_examples_show_is_learned() {
        let person = Label::of(crate::model::tagger::Meaning::Begin(crate::EntityType::Person));
        let mut examples = Examples::default();
        for document in 0..60 {
            examples.add_token(&[11], 1 << person.index());
            examples.add_token(&[22], 1);
            examples.add_token(&[33], u16::MAX >> 1);
            examples.end_sentence(document);
        }
        let learned = learn(&examples, 20, |_| true, &mut |_| {});
        let row = |key: u32| learned.rows.iter().find(|(known, _)| *known == key).map(|(_, row)| *row);
        let (eleven, twenty_two) = (row(11).unwrap(), row(22).unwrap());
        assert!(eleven[person.index()] > 10 && eleven[0] < 0);
        assert!(twenty_two[0] > 0 && twenty_two[person.index()] <= 0);
        let is_small = |row: [i8; LANES]| row.iter().all(|weight| weight.abs() < eleven[person.index()]);
        assert!(row(33).is_none_or(is_small));
    }

    #[test]
    fn gradients_are_those_of_the_loss() {
        let transitions = Coordinates::new(LABELS + 1, 0.0);
        let scores = |changed: f32| {
            let mut rows = [[0.1_f32; LANES]; 3];
            rows[1][3] = 0.4 + changed;
            rows[2][4] = 0.7;
            rows
        };
        let mut chain = Chain::default();
        let mut loss = |changed: f32| {
            chain.begin(&transitions);
            for (row, allowed) in scores(changed).iter().zip([0b1, 0b1000, 0b1_0001]) {
                chain.push(row, allowed);
            }
            // `push` takes the greatest score out of both logs alike.
            (chain.gradients(), chain.token_gradients[1][3])
        };
        let step = 0.01;
        let slope = (loss(step).0 - loss(-step).0) / (2.0 * f64::from(step));
        let gradient = f64::from(loss(0.0).1);
        assert!((slope - gradient).abs() < 1e-3, "{slope} {gradient}");
    }
}
