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

fn env(n: &str, d: f64) -> f64 {
    std::env::var(n).ok().and_then(|v| v.parse().ok()).unwrap_or(d)
}

/// The weights of all ranks, as `ranks.bin` holds them.
pub(crate) fn learn(choices: &[Choice]) -> Vec<u8> {
    let of = |rank: Rank| choices.iter().filter(|choice| choice.rank == rank).collect::<Vec<_>>();
    Rank::ALL.iter().flat_map(|rank| learn_rank(&of(*rank))).collect()
}

fn learn_rank(choices: &[&Choice]) -> Vec<u8> {
    let passes = env("PASSES", 8.0) as usize;
    let mut weights = vec![0.0; WEIGHTS];
    let mut moved = vec![0.01; WEIGHTS];
    let mut sums = vec![0.0; WEIGHTS];
    let mut order: Vec<usize> = (0..choices.len()).collect();
    let mut random = Random::new(1);
    for pass in 0..passes {
        random.shuffle(&mut order);
        for index in &order {
            step(choices[*index], &mut weights, &mut moved);
        }
        if pass >= passes / 2 {
            sums.iter_mut().zip(&weights).for_each(|(sum, weight)| *sum += weight);
        }
    }
    let share = SCALE / (passes - passes / 2) as f64;
    if let (Ok(mask), true) = (std::env::var("MASK"), choices.first().is_some_and(|c| !c.rank.is_one() && format!("{:?}", c.rank) == std::env::var("MRANK").unwrap_or_default())) {
        for q in mask.split(',').filter_map(|q| q.parse::<usize>().ok()) { sums[q * 16..q * 16 + 16].fill(0.0); }
    }
    let whole = |sum: &f64| libm::rint((sum * share).clamp(-127.0, 127.0)) as i8 as u8;
    sums.iter().map(whole).collect()
}

fn step(choice: &Choice, weights: &mut [f64], moved: &mut [f64]) {
    let gain: f64 = choice.candidates.iter().map(|(_, gain)| gain).sum();
    if gain <= 0.0 {
        return;
    }
    let points = |indexes: &[u16]| indexes.iter().map(|index| weights[usize::from(*index)]).sum::<f64>();
    let points: Vec<f64> = choice.candidates.iter().map(|(features, _)| points(features.indexes())).collect();
    let most = points.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let shares: Vec<f64> = points.iter().map(|points| libm::exp(points - most)).collect();
    let total: f64 = shares.iter().sum();
    // Where one answer is enough, the good candidate that already looks best is drawn to.
    let good: Vec<f64> = choice
        .candidates
        .iter()
        .zip(&shares)
        .map(|((_, gain), share)| if choice.rank.is_one() { gain * share } else { *gain })
        .collect();
    let gain: f64 = good.iter().sum();
    let mut slopes = vec![0.0; weights.len()];
    let mut touched: Vec<u16> = Vec::new();
    let mask: Vec<u16> = if format!("{:?}", choice.rank) == std::env::var("MRANK").unwrap_or_default() { std::env::var("MASK").unwrap_or_default().split(',').filter_map(|q| q.parse().ok()).collect() } else { Vec::new() };
    let small = if choice.rank.is_one() { env("SMALL1", 0.01) } else { env("SMALL", 0.03) };
    for (((features, _), good), share) in choice.candidates.iter().zip(&good).zip(&shares) {
        for index in features.indexes() {
            slopes[usize::from(*index)] += good / gain - share / total;
            if !mask.contains(&(*index / 16)) { touched.push(*index); }
        }
    }
    touched.sort_unstable();
    touched.dedup();
    for index in touched.into_iter().map(usize::from) {
        let slope = slopes[index] - small * weights[index];
        moved[index] += slope * slope;
        weights[index] += env("STEP", 0.1) * slope / libm::sqrt(moved[index]);
    }
}
