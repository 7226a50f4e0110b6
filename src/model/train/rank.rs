//! Learns to rank: which sentence, which phrase is the best of an article's.
//!
//! In: choices: candidates with their features, and how good each is. Out: whole weights. One after another, the
//! weights move towards the good candidates of a choice and away from those that look as good (the softmax of their
//! points, cross entropy), each weight the slower the more it has moved (Adagrad); what they are in the second half of
//! the passes is averaged. Small weights are preferred.
//!
//! Invariant: the same choices give the same weights, on every machine.

use super::random::Random;
use crate::model::ranker::{Choice, Rank, SCALE, WEIGHTS};

const PASSES: usize = 8;
const STEP: f64 = 0.1;
/// How much small weights are preferred: where several candidates are good, and where one is looked for.
const SMALL: [f64; 2] = [0.03, 0.02];

/// Weights are multiples of these: where one is looked for, fewer different ones take less room and are as good.
const STEPS: [f64; 2] = [1.0, 3.0];

/// The weights of all ranks, as `ranks.bin` holds them.
pub(super) fn learn(choices: &[Choice]) -> Vec<u8> {
    let of = |rank: Rank| choices.iter().filter(|choice| choice.rank == rank).collect::<Vec<_>>();
    Rank::ALL.iter().flat_map(|rank| learn_rank(&of(*rank))).collect()
}

/// The weights of one rank.
pub(super) fn learn_rank(choices: &[&Choice]) -> Vec<u8> {
    let mut weights = vec![0.0; WEIGHTS];
    let mut moved = vec![0.01; WEIGHTS];
    let mut sums = vec![0.0; WEIGHTS];
    let mut order: Vec<usize> = (0..choices.len()).collect();
    let mut random = Random::new(1);
    for pass in 0..PASSES {
        random.shuffle(&mut order);
        for index in &order {
            step(choices[*index], &mut weights, &mut moved);
        }
        if pass >= PASSES / 2 {
            sums.iter_mut().zip(&weights).for_each(|(sum, weight)| *sum += weight);
        }
    }
    let share = SCALE / (PASSES - PASSES / 2) as f64;
    let step = STEPS[usize::from(choices.first().is_some_and(|choice| choice.rank.is_one()))];
    let most = libm::floor(127.0 / step);
    // Reason: a byte holds a small number with its sign.
    #[allow(clippy::cast_sign_loss)]
    let whole = |sum: &f64| (libm::rint(sum * share / step).clamp(-most, most) * step) as i8 as u8;
    sums.iter().map(whole).collect()
}

fn step(choice: &Choice, weights: &mut [f64], moved: &mut [f64]) {
    if choice.candidates.iter().all(|(_, gain)| *gain <= 0.0) {
        return;
    }
    let points = |indexes: &[u16]| indexes.iter().map(|index| weights[usize::from(*index)]).sum::<f64>();
    let points: Vec<f64> = choice.candidates.iter().map(|(features, _)| points(features.indexes())).collect();
    let most = points.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let shares: Vec<f64> = points.iter().map(|points| libm::exp(points - most)).collect();
    let total: f64 = shares.iter().sum();
    // Where one answer is enough, the good candidates that already look best are drawn to.
    let is_one = choice.rank.is_one();
    let good = choice.candidates.iter().zip(&shares);
    let good = good.map(|((_, gain), share)| if is_one { gain * share } else { *gain });
    let good: Vec<f64> = good.collect();
    let all_good: f64 = good.iter().sum();
    let mut slopes = vec![0.0; weights.len()];
    let mut touched: Vec<u16> = Vec::new();
    for (((features, _), good), share) in choice.candidates.iter().zip(&good).zip(&shares) {
        for index in features.indexes() {
            slopes[usize::from(*index)] += good / all_good - share / total;
            touched.push(*index);
        }
    }
    touched.sort_unstable();
    touched.dedup();
    for index in touched.into_iter().map(usize::from) {
        let slope = slopes[index] - SMALL[usize::from(is_one)] * weights[index];
        moved[index] += slope * slope;
        weights[index] += STEP * slope / libm::sqrt(moved[index]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ranker::Features;

    #[test]
    fn what_good_candidates_have_is_worth_points() {
        let features = |answer: u32| {
            let mut features = Features::default();
            features.add(0, answer);
            features.add(1, 3);
            features
        };
        let choice = Choice { rank: Rank::Who, candidates: vec![(features(1), 1.0), (features(2), 0.0)] };
        let choices = vec![choice; 20];
        let learned = learn(&choices);
        assert_eq!(learned.len(), WEIGHTS * Rank::ALL.len());
        let first = WEIGHTS * Rank::Who as usize;
        let weight = |index: usize| i32::from(learned[first + index] as i8);
        assert!(weight(1) > 0 && weight(2) < 0);
        assert_eq!(weight(16 + 3), 0, "what all have tells nothing");
        assert_eq!(learned, learn(&choices));
    }
}
