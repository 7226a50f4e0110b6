//! The best labels of a sentence, and how much better they are than the next best.
//!
//! In: scores of each token, transitions. Out: the labels of the best path (Viterbi) and the margin of each: how
//! much the best path through any other label at that token is worse (max-marginals). Whole numbers throughout.

use super::labels::{Label, LABELS};
use super::weights::Scores;

/// Worse than any path.
const NEVER: i32 = -100_000_000;

/// What it is worth that one label follows another; the last row is for the start.
#[derive(Clone, Debug)]
pub(super) struct Transitions {
    pub(super) rows: [[i32; LABELS]; LABELS + 1],
}

impl Transitions {
    /// From learned weights; what may not be is ruled out here.
    pub(super) fn new(learned: impl Fn(usize, usize) -> i16) -> Self {
        let mut rows = [[NEVER; LABELS]; LABELS + 1];
        for (before, row) in rows.iter_mut().enumerate() {
            let before_label = (before < LABELS).then(|| Label::from_index(before));
            for label in Label::all().filter(|label| label.may_follow(before_label)) {
                row[label.index()] = i32::from(learned(before, label.index()));
            }
        }
        Self { rows }
    }
}

/// Finds labels; keeps its room between sentences.
#[derive(Default)]
pub(crate) struct Decoder {
    forward: Vec<[i32; LABELS]>,
    from: Vec<[u8; LABELS]>,
    pub(crate) labels: Vec<Label>,
    pub(crate) margins: Vec<u32>,
}

impl Decoder {
    /// Fills `labels` and `margins`, one for each token.
    pub(super) fn decode(&mut self, scores: &[Scores], transitions: &Transitions) {
        self.labels.clear();
        self.margins.clear();
        self.go_forward(scores, transitions);
        let Some(last) = self.forward.last() else { return };
        let (mut label, best) = best_of(last);
        self.labels.resize(scores.len(), Label::OUTSIDE);
        self.margins.resize(scores.len(), 0);
        let mut backward = [0; LABELS];
        for at in (0..scores.len()).rev() {
            self.labels[at] = Label::from_index(label);
            let others = (0..LABELS).filter(|other| *other != label);
            let second = others.map(|other| self.forward[at][other] + backward[other]).max().unwrap_or(NEVER);
            self.margins[at] = best.saturating_sub(second).max(0).cast_unsigned();
            label = usize::from(self.from[at][label]);
            if at > 0 {
                backward = step_back(&backward, &scores[at], transitions);
            }
        }
    }

    fn go_forward(&mut self, scores: &[Scores], transitions: &Transitions) {
        self.forward.clear();
        self.from.clear();
        for (at, score) in scores.iter().enumerate() {
            let mut best = [NEVER * 2; LABELS];
            let mut from = [0_u8; LABELS];
            if at == 0 {
                best = transitions.rows[LABELS];
            } else {
                let before = self.forward[at - 1];
                for (index, (reached, row)) in before.iter().zip(&transitions.rows).enumerate() {
                    for label in 0..LABELS {
                        let value = reached + row[label];
                        if value > best[label] {
                            best[label] = value;
                            from[label] = index as u8;
                        }
                    }
                }
            }
            for (value, score) in best.iter_mut().zip(score) {
                *value = (*value + i32::from(*score)).max(NEVER * 2);
            }
            self.forward.push(best);
            self.from.push(from);
        }
    }
}

fn best_of(scores: &[i32; LABELS]) -> (usize, i32) {
    let mut best = (0, scores[0]);
    for (label, score) in scores.iter().enumerate() {
        if *score > best.1 {
            best = (label, *score);
        }
    }
    best
}

/// The best way from each label of the token before to the end.
fn step_back(after: &[i32; LABELS], scores: &Scores, transitions: &Transitions) -> [i32; LABELS] {
    let mut onward = [0; LABELS];
    for label in 0..LABELS {
        onward[label] = (after[label] + i32::from(scores[label])).max(NEVER * 2);
    }
    let mut best = [NEVER * 2; LABELS];
    for (value, row) in best.iter_mut().zip(&transitions.rows) {
        for label in 0..LABELS {
            *value = (*value).max(row[label] + onward[label]);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::tagger::labels::LANES;

    /// Every path of three tokens, tried one by one.
    fn best_by_trying(scores: &[Scores], transitions: &Transitions) -> (i32, Vec<(usize, i32)>) {
        let mut best_with = vec![[i32::MIN; LABELS]; scores.len()];
        let paths = LABELS.pow(scores.len() as u32);
        for path in 0..paths {
            let labels: Vec<usize> =
                (0..scores.len()).map(|at| path / LABELS.pow(at as u32) % LABELS).collect();
            let mut before = LABELS;
            let mut total = 0;
            for (label, score) in labels.iter().zip(scores) {
                total += transitions.rows[before][*label] + i32::from(score[*label]);
                before = *label;
            }
            for (at, label) in labels.iter().enumerate() {
                best_with[at][*label] = best_with[at][*label].max(total);
            }
        }
        let best = *best_with[0].iter().max().unwrap();
        let tokens = best_with.iter().map(|row| {
            let label = (0..LABELS).find(|label| row[*label] == best).unwrap();
            let second = (0..LABELS).filter(|other| *other != label).map(|other| row[other]).max().unwrap();
            (label, best - second)
        });
        (best, tokens.collect())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn the_best_path_and_its_margins(scores in prop::collection::vec(prop::array::uniform16(-200_i16..200), 3), seed in any::<u32>()) {
            let transitions = Transitions::new(|from, to| (((from as u32 * 31 + to as u32) ^ seed) % 97) as i16);
            let mut decoder = Decoder::default();
            decoder.decode(&scores, &transitions);
            let (_, expected) = best_by_trying(&scores, &transitions);
            for (at, (label, margin)) in expected.iter().enumerate() {
                prop_assert_eq!(decoder.margins[at], margin.cast_unsigned());
                // Of two equal paths either is right.
                if *margin > 0 {
                    prop_assert_eq!(decoder.labels[at].index(), *label);
                }
            }
        }
    }

    #[test]
    fn no_tokens_have_no_labels() {
        let mut decoder = Decoder::default();
        decoder.decode(&[[0; LANES]], &Transitions::new(|_, _| 0));
        decoder.decode(&[], &Transitions::new(|_, _| 0));
        assert!(decoder.labels.is_empty() && decoder.margins.is_empty());
    }
}
