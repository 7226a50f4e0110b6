//! From margins to confidence.
//!
//! In: mentions with their margins, found in texts that the weights had not seen, and whether they were right. Out: how
//! often mentions with such margins are right, by group: isotonic regression over steps of the margin (Zadrozny and
//! Elkan 2002), so that a wider margin is never less sure.

use crate::model::tagger::{Calibration, GROUPS, STEPS};

/// What every step starts with, so that a few mentions do not decide: mentions, and thousandths of them right.
const PRIOR: (f64, f64) = (4.0, 0.85);

/// Counts of mentions by group and step.
#[derive(Clone, Debug)]
pub(super) struct Outcomes {
    found: [[u32; STEPS]; GROUPS],
    right: [[u32; STEPS]; GROUPS],
}

impl Default for Outcomes {
    fn default() -> Self {
        Self { found: [[0; STEPS]; GROUPS], right: [[0; STEPS]; GROUPS] }
    }
}

impl Outcomes {
    /// What the rules completed has no margin, and no step.
    pub(super) fn add(&mut self, group: usize, step: usize, is_right: bool) {
        if step >= STEPS {
            return;
        }
        self.found[group][step] += 1;
        self.right[group][step] += u32::from(is_right);
    }

    pub(super) fn fit(&self) -> Calibration {
        let mut table = [[0; STEPS]; GROUPS];
        for ((thousandths, found), right) in table.iter_mut().zip(&self.found).zip(&self.right) {
            *thousandths = isotonic(found, right);
        }
        Calibration(table)
    }
}

/// Pools neighbours until no step is less sure than the one before.
fn isotonic(found: &[u32; STEPS], right: &[u32; STEPS]) -> [u16; STEPS] {
    let total: u32 = found.iter().sum();
    let overall = f64::from(right.iter().sum::<u32>()) / f64::from(total.max(1));
    let prior = if total > 0 { overall } else { PRIOR.1 };
    // Right ones, all, and how many steps they hold.
    let mut blocks: Vec<(f64, f64, usize)> = Vec::new();
    for (found, right) in found.iter().zip(right) {
        let share = PRIOR.0 / STEPS as f64;
        blocks.push((f64::from(*right) + share * prior, f64::from(*found) + share, 1));
        while let [.., (right_a, all_a, steps_a), (right_b, all_b, steps_b)] = blocks[..] {
            if right_a / all_a <= right_b / all_b {
                break;
            }
            blocks.truncate(blocks.len() - 2);
            blocks.push((right_a + right_b, all_a + all_b, steps_a + steps_b));
        }
    }
    let mut thousandths = [0; STEPS];
    let mut at = 0;
    for (right, all, steps) in blocks {
        // Reason: not negative after the clamp.
        #[allow(clippy::cast_sign_loss)]
        let value = libm::rint(1000.0 * right / all).clamp(0.0, 995.0) as u16;
        thousandths[at..at + steps].fill(value);
        at += steps;
    }
    thousandths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surer_is_never_less_often_right() {
        let mut outcomes = Outcomes::default();
        for (step, (right, wrong)) in [(1, 9), (9, 1), (5, 5), (90, 10)].into_iter().enumerate() {
            (0..right).for_each(|_| outcomes.add(0, step, true));
            (0..wrong).for_each(|_| outcomes.add(0, step, false));
        }
        let Calibration(table) = outcomes.fit();
        assert!(table[0].is_sorted());
        assert!(table[0][0] < 200 && table[0][1] == table[0][2]);
        assert!((680..720).contains(&table[0][1]));
        assert!(table[1].iter().all(|value| *value == 850));
    }
}
