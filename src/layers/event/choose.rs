//! Which candidate answers a question best.
//!
//! In: the candidates for a question and their points. Out: the one that most likely says what the right answer says,
//! whichever of them that is: what several likely candidates share counts for all of them.

use super::super::outline::{Outline, KEYS};
use super::candidates::Candidate;
use crate::order;
use crate::score::Score;

/// So many are looked at: the others are too unlikely.
const MOST: usize = 16;
/// Candidates that have so many points less than the best one are left out: they are a hundredth as likely.
const LESS: i32 = 146;
const CERTAIN: u32 = 1 << 14;
/// So many points make something twice as likely: `exp` of a unit of points.
const TWICE: i32 = 22;

/// The best of some candidates, by the number each has among all, and how likely it is right.
pub(super) fn choose(
    outline: &Outline<'_>,
    candidates: &[Candidate],
    mut rated: Vec<(i32, usize)>,
) -> Option<(usize, Score)> {
    let most = rated.iter().map(|(points, _)| *points).max()?;
    rated.retain(|(points, _)| most - points <= LESS);
    order::sort_by(&mut rated, |a, b| (-a.0, a.1).cmp(&(-b.0, b.1)));
    rated.truncate(MOST);
    let likely: Vec<(u32, usize)> =
        rated.into_iter().map(|(points, index)| (likelihood(most - points), index)).collect();
    let total: u32 = likely.iter().map(|(likelihood, _)| likelihood).sum();
    // How likely each is right: the sum of all that it says enough of.
    let mut right = [0; MOST];
    // Which words the known one has: the number of the last candidate that has them.
    let mut last = [u8::MAX; KEYS as usize];
    let words = |index: usize| {
        let words = outline.words[candidates[index].tokens.clone()].iter().map(|word| usize::from(word.key));
        words.filter(|key| *key < usize::from(KEYS))
    };
    for (number, (likelihood, index)) in (0_u8..).zip(&likely) {
        let mut known = 0;
        for key in words(*index) {
            last[key] = number;
            known += 1;
        }
        for (right, (_, said)) in right.iter_mut().zip(&likely) {
            let (mut shared, mut all) = (0, 0);
            for key in words(*said) {
                shared += u32::from(last[key] == number);
                all += 1;
            }
            if 2 * shared >= known && all <= 3 * known + 3 {
                *right += likelihood;
            }
        }
    }
    let best = right
        .iter()
        .zip(&likely)
        .max_by_key(|(right, (likelihood, index))| (**right, *likelihood, usize::MAX - index));
    best.map(|(right, (_, index))| (*index, Score::ratio((*right).into(), total.into())))
}

/// How likely something is that has so many points less than the most likely, which is `CERTAIN`.
fn likelihood(less: i32) -> u32 {
    let half = CERTAIN >> (less / TWICE).min(20);
    half - half * (less % TWICE).unsigned_abs() / (2 * TWICE.unsigned_abs())
}

/// Whether words say what the known ones say: half of them, without three times as many around them.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn answers<T: Ord>(known: &[T], said: &[T]) -> bool {
    2 * shared(known, said) >= known.len() && said.len() <= 3 * known.len() + 3
}

/// How many words two lists share; both rising.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn shared<T: Ord>(a: &[T], b: &[T]) -> usize {
    let (mut at, mut shared) = (0, 0);
    for word in a {
        while b.get(at).is_some_and(|other| other < word) {
            at += 1;
        }
        if b.get(at) == Some(word) {
            at += 1;
            shared += 1;
        }
    }
    shared
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_unit_of_points_is_a_factor() {
        assert_eq!(likelihood(0), CERTAIN);
        assert_eq!(likelihood(TWICE), CERTAIN / 2);
        assert!(likelihood(11) > CERTAIN * 2 / 3 && likelihood(11) < CERTAIN * 4 / 5);
        assert_eq!(likelihood(100_000), 0);
    }

    #[test]
    fn half_of_the_words_is_an_answer() {
        assert!(answers(&[1, 2, 3, 4], &[2, 3]));
        assert!(!answers(&[1, 2, 3, 4, 5], &[2, 3]));
        assert!(!answers(&[1, 1], &(1..20).collect::<Vec<_>>()), "too much");
        assert_eq!(shared(&[1, 1, 2], &[1, 2, 2]), 2);
    }
}
