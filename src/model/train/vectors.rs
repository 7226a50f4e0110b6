//! Vectors of words from raw text: words in like company get like vectors.
//!
//! In: sentences of raw text. Out: a vector for each frequent word. Skip-gram with negative sampling (Mikolov and
//! others 2013), one thread, so that the same text gives the same vectors.

use std::collections::HashMap;

use super::random::Random;

/// Numbers in a vector.
pub(super) const DIMENSIONS: usize = 64;
const ROUNDS: usize = 4;
/// The farthest neighbour that counts.
const WINDOW: usize = 4;
/// Words that are not neighbours, for each that is.
const NEGATIVE: usize = 5;
/// How many words are kept, the most frequent.
const MOST_WORDS: usize = 80_000;
const LEAST_COUNT: u32 = 5;
/// Words that are more frequent than this are passed over now and then.
const FREQUENT: f64 = 1e-4;
const RATE: f32 = 0.025;
const SEED: u64 = 7;
/// Where the logistic function is looked up: from minus to plus this.
const REACH: f32 = 6.0;
const STEPS: usize = 1024;

/// Numbers of a word.
pub(super) type Vector = [f32; DIMENSIONS];

/// Words and their vectors, the most frequent first.
pub(super) struct Vectors {
    pub(super) words: Vec<String>,
    pub(super) vectors: Vec<Vector>,
}

/// Learns vectors. `sentences` are lines; words are divided as in [`words`].
pub(super) fn learn(lines: &[&str], progress: &mut dyn FnMut(&str)) -> Vectors {
    let (words, counts) = frequent_words(lines);
    let numbers: HashMap<&str, u32> =
        words.iter().enumerate().map(|(number, word)| (word.as_str(), number as u32)).collect();
    let text: Vec<Vec<u32>> = lines
        .iter()
        .map(|line| self::words(line).filter_map(|word| numbers.get(word.as_str()).copied()).collect())
        .collect();
    let total: u64 = text.iter().map(|line| line.len() as u64).sum();

    let mut random = Random::new(SEED);
    let mut own = vec![[0.0_f32; DIMENSIONS]; words.len()];
    own.iter_mut().flatten().for_each(|value| *value = (random.unit() - 0.5) / DIMENSIONS as f32);
    let mut context = vec![[0.0_f32; DIMENSIONS]; words.len()];
    let noise = Noise::new(&counts);
    let kept: Vec<f32> = counts.iter().map(|count| share_kept(*count, total)).collect();
    let logistic = logistic_table();
    let mut line = Vec::new();
    let mut seen = 0_u64;
    for round in 1..=ROUNDS {
        for numbers in &text {
            line.clear();
            line.extend(numbers.iter().copied().filter(|word| random.unit() < kept[*word as usize]));
            seen += numbers.len() as u64;
            let rate = (RATE * (1.0 - seen as f32 / (total * ROUNDS as u64) as f32)).max(RATE * 1e-4);
            for (at, word) in line.iter().enumerate() {
                let reach = 1 + random.below(WINDOW);
                let neighbours = at.saturating_sub(reach)..(at + reach + 1).min(line.len());
                for neighbour in neighbours.filter(|neighbour| *neighbour != at) {
                    let vector = &mut own[line[neighbour] as usize];
                    learn_pair(vector, &mut context, *word, rate, &noise, &mut random, &logistic);
                }
            }
        }
        progress(&format!("vectors: round {round} of {ROUNDS}, {} words", words.len()));
    }
    Vectors { words, vectors: own }
}

fn learn_pair(
    vector: &mut Vector,
    context: &mut [Vector],
    word: u32,
    rate: f32,
    noise: &Noise,
    random: &mut Random,
    logistic: &[f32],
) {
    let mut change = [0.0_f32; DIMENSIONS];
    for sample in 0..=NEGATIVE {
        let (other, is_neighbour) = if sample == 0 { (word, 1.0) } else { (noise.draw(random), 0.0) };
        if sample > 0 && other == word {
            continue;
        }
        let there = &mut context[other as usize];
        let product = dot(vector, there);
        let place = (product.clamp(-REACH, REACH) + REACH) * (STEPS as f32 / (2.0 * REACH));
        // Reason: not negative after the clamp.
        #[allow(clippy::cast_sign_loss)]
        let step = place as usize;
        let gradient = (is_neighbour - logistic[step.min(STEPS - 1)]) * rate;
        for ((change, there), own) in change.iter_mut().zip(there.iter_mut()).zip(vector.iter()) {
            *change += gradient * *there;
            *there += gradient * own;
        }
    }
    vector.iter_mut().zip(change).for_each(|(own, change)| *own += change);
}

/// Sixteen sums side by side, so that the machine may add them at once; the order is fixed.
pub(super) fn dot(a: &Vector, b: &Vector) -> f32 {
    let mut sums = [0.0_f32; 16];
    for (a, b) in a.chunks_exact(16).zip(b.chunks_exact(16)) {
        for lane in 0..16 {
            sums[lane] += a[lane] * b[lane];
        }
    }
    sums.iter().sum()
}

fn logistic_table() -> Vec<f32> {
    let at = |step: usize| (step as f32 + 0.5) / STEPS as f32 * 2.0 * REACH - REACH;
    (0..STEPS).map(|step| 1.0 / (1.0 + libm::expf(-at(step)))).collect()
}

fn share_kept(count: u32, total: u64) -> f32 {
    let share = f64::from(count) / total as f64;
    ((FREQUENT / share).sqrt() + FREQUENT / share).min(1.0) as f32
}

/// Draws words by their frequency to the power of 3/4.
struct Noise {
    table: Vec<u32>,
}

impl Noise {
    const SIZE: usize = 1 << 22;

    fn new(counts: &[u32]) -> Self {
        let weight = |count: &u32| libm::pow(f64::from(*count), 0.75);
        let total: f64 = counts.iter().map(weight).sum();
        let mut table = Vec::with_capacity(Self::SIZE);
        let mut reached = 0.0;
        for (number, count) in counts.iter().enumerate() {
            reached += weight(count) / total * Self::SIZE as f64;
            while table.len() < Self::SIZE && (table.len() as f64) < reached {
                table.push(number as u32);
            }
        }
        Self { table }
    }

    fn draw(&self, random: &mut Random) -> u32 {
        self.table[random.below(self.table.len())]
    }
}

fn frequent_words(lines: &[&str]) -> (Vec<String>, Vec<u32>) {
    let mut counts: HashMap<String, u32> = HashMap::new();
    for line in lines {
        for word in words(line) {
            *counts.entry(word).or_default() += 1;
        }
    }
    let mut sorted: Vec<(String, u32)> =
        counts.into_iter().filter(|(_, count)| *count >= LEAST_COUNT).collect();
    sorted.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    sorted.truncate(MOST_WORDS);
    sorted.into_iter().unzip()
}

/// The words and marks of a line, digits as zeros.
fn words(line: &str) -> impl Iterator<Item = String> + '_ {
    crate::model::build::words(line).into_iter().map(|(start, end)| {
        line[start..end].chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_like_company_have_like_vectors() {
        let mut random = Random::new(1);
        // Each line has words of one class only. Letters, not digits: those are all alike.
        let lines: Vec<String> = (0..4000)
            .map(|_| {
                let class = ["Ort", "Tat"][random.below(2)];
                let word = |_| format!("{class}{}", char::from(b'a' + random.below(26) as u8));
                (0..40).map(word).collect::<Vec<_>>().join(" ")
            })
            .collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let learned = learn(&lines, &mut |_| {});
        let vector = |word: &str| &learned.vectors[learned.words.iter().position(|w| w == word).unwrap()];
        let alike = |a: &str, b: &str| {
            let (a, b) = (vector(a), vector(b));
            dot(a, b) / (dot(a, a).sqrt() * dot(b, b).sqrt())
        };
        assert!(alike("Orta", "Ortb") > alike("Orta", "Tata") + 0.2);
    }
}
