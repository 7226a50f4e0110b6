//! Clusters of word vectors, wide to narrow.
//!
//! In: words with counts and vectors. Out: the section of clusters: every word's narrow cluster, and which wider ones
//! hold it. K-means on directions, from the top down: wide clusters are divided into middle ones, those into narrow
//! ones, so that the three agree and the pack holds one number for each word.

use super::random::Random;
use super::vectors::{dot, Vector, Vectors, DIMENSIONS};
use crate::model::clusters;

const WIDE: usize = 100;
const MIDDLE: usize = 500;
const NARROW: usize = 1500;
const ROUNDS: usize = 12;
const SEED: u64 = 3;

/// The section of clusters.
pub(super) fn section(learned: &Vectors) -> Vec<u8> {
    let vectors: Vec<Vector> = learned.vectors.iter().map(direction).collect();
    let mut random = Random::new(SEED);
    let all: Vec<usize> = (0..vectors.len()).collect();
    let wide = divide(&all, &vectors, WIDE, &mut random);
    let (middle, of_middle) = divide_each(&wide, &vectors, MIDDLE, &mut random);
    let (narrow, of_narrow) = divide_each(&middle, &vectors, NARROW, &mut random);

    // The words are sorted by falling frequency: of two with one key the more frequent one is known.
    let mut cluster = vec![0_u16; vectors.len()];
    for (number, members) in narrow.iter().enumerate() {
        for member in members {
            cluster[*member] = number as u16;
        }
    }
    let mut words: Vec<(u32, u16)> =
        learned.words.iter().zip(cluster).map(|(word, cluster)| (clusters::key(word), cluster)).collect();
    words.sort_by_key(|(key, _)| *key);
    words.dedup_by_key(|(key, _)| *key);
    clusters::write(&words, [&of_narrow, &of_middle])
}

fn direction(vector: &Vector) -> Vector {
    let length = dot(vector, vector).sqrt().max(1e-9);
    vector.map(|value| value / length)
}

/// Divides each cluster into its share of `total`, by its size. Gives the parts and the cluster of each.
fn divide_each(
    clusters: &[Vec<usize>],
    vectors: &[Vector],
    total: usize,
    random: &mut Random,
) -> (Vec<Vec<usize>>, Vec<u16>) {
    let members: usize = clusters.iter().map(Vec::len).sum();
    let (mut parts, mut parents) = (Vec::new(), Vec::new());
    for (number, cluster) in clusters.iter().enumerate() {
        let share = (cluster.len() * total).div_ceil(members.max(1));
        for part in divide(cluster, vectors, share, random) {
            parts.push(part);
            parents.push(number as u16);
        }
    }
    (parts, parents)
}

/// Divides `members` into at most `count` clusters, none empty.
fn divide(members: &[usize], vectors: &[Vector], count: usize, random: &mut Random) -> Vec<Vec<usize>> {
    let count = count.clamp(1, members.len().max(1));
    let mut order = members.to_vec();
    random.shuffle(&mut order);
    let mut centres: Vec<Vector> = order.iter().take(count).map(|member| vectors[*member]).collect();
    let mut assigned = vec![0_usize; members.len()];
    for _ in 0..ROUNDS {
        for (place, member) in assigned.iter_mut().zip(members) {
            *place = nearest(&vectors[*member], &centres);
        }
        let mut sums = vec![[0.0_f32; DIMENSIONS]; centres.len()];
        for (place, member) in assigned.iter().zip(members) {
            sums[*place].iter_mut().zip(&vectors[*member]).for_each(|(sum, value)| *sum += value);
        }
        for (centre, sum) in centres.iter_mut().zip(&sums) {
            if sum.iter().any(|value| *value != 0.0) {
                *centre = direction(sum);
            }
        }
    }
    let mut clusters = vec![Vec::new(); centres.len()];
    for (place, member) in assigned.iter().zip(members) {
        clusters[*place].push(*member);
    }
    clusters.retain(|cluster| !cluster.is_empty());
    clusters
}

fn nearest(vector: &Vector, centres: &[Vector]) -> usize {
    let mut best = (0, f32::MIN);
    for (place, centre) in centres.iter().enumerate() {
        let likeness = dot(vector, centre);
        if likeness > best.1 {
            best = (place, likeness);
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clusters_divide_all_members_and_keep_the_alike_together() {
        let mut vectors = vec![[0.0; DIMENSIONS]; 40];
        for (at, vector) in vectors.iter_mut().enumerate() {
            vector[at % 2] = 1.0;
            vector[2] = at as f32 * 0.001;
        }
        let vectors: Vec<Vector> = vectors.iter().map(direction).collect();
        let all: Vec<usize> = (0..40).collect();
        let clusters = divide(&all, &vectors, 4, &mut Random::new(5));
        let mut members: Vec<usize> = clusters.iter().flatten().copied().collect();
        members.sort_unstable();
        assert_eq!(members, all);
        assert!(clusters.iter().all(|cluster| cluster.iter().all(|member| member % 2 == cluster[0] % 2)));
    }
}
