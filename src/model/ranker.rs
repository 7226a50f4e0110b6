//! Weights that say which candidate is the best: a sentence for the summary, a phrase for a role of the main event.
//!
//! In: the features of candidates. Out: their points. The weights are learned (`train/rank.rs`) from German articles
//! whose features name no word of German, so one file, `ranks.bin`, serves every language.

/// How many features a question of the candidates has room for; each question takes as many as it has values.
const VALUES: u16 = 16;

/// What is ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rank {
    Sentence,
    Keyphrase,
    What,
    Who,
    When,
    Where,
    Why,
    How,
}

impl Rank {
    /// All, in the order of the file.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) const ALL: [Self; 8] = [
        Self::Sentence,
        Self::Keyphrase,
        Self::What,
        Self::Who,
        Self::When,
        Self::Where,
        Self::Why,
        Self::How,
    ];
}

impl Rank {
    /// Whether one candidate is looked for, not several.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) const fn is_one(self) -> bool {
        !matches!(self, Self::Sentence | Self::Keyphrase)
    }
}

/// How many questions are asked of a candidate at most.
pub(crate) const QUESTIONS: u16 = 88;
/// The weights of one rank.
pub(crate) const WEIGHTS: usize = (QUESTIONS * VALUES) as usize;
/// Points are so many to one unit of the learned score.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) const SCALE: f64 = 32.0;

/// The features of a candidate: answers to questions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Features(Vec<u16>);

impl Features {
    /// Nothing yet, with room for all questions.
    pub(crate) fn roomy() -> Self {
        Self(Vec::with_capacity(QUESTIONS as usize))
    }

    /// Notes the answer to a question that takes the room of several.
    #[inline(never)] // Called from many places.
    pub(crate) fn wide(&mut self, question: u16, questions: u16, answer: u32) {
        self.0.push(question * VALUES + answer.min(u32::from(questions * VALUES) - 1) as u16);
    }

    /// Notes the answer to a question.
    #[inline(never)] // Called from many places.
    pub(crate) fn add(&mut self, question: u16, answer: u32) {
        self.0.push(question * VALUES + (answer.min(u32::from(VALUES) - 1)) as u16);
    }

    /// Notes that something holds.
    #[inline(never)] // Called from many places.
    pub(crate) fn note(&mut self, question: u16, holds: bool) {
        self.add(question, u32::from(holds));
    }

    /// Notes between which limits a number lies.
    #[inline(never)] // Called from many places.
    pub(crate) fn step(&mut self, question: u16, number: u32, limits: &[u32]) {
        self.add(question, step(number, limits));
    }

    /// Their indexes among the weights.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn indexes(&self) -> &[u16] {
        &self.0
    }

    /// The points of the candidate with these weights of its rank, as the file holds them.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn points_by(&self, weights: &[u8]) -> i32 {
        self.0.iter().map(|index| i32::from(weights[usize::from(*index)] as i8)).sum()
    }

    /// The points of the candidate.
    pub(crate) fn points(&self, rank: Rank) -> i32 {
        let first = rank as usize * WEIGHTS;
        let weights = RANKS.get(first..first + WEIGHTS).unwrap_or_default();
        let weight = |index: &u16| weights.get(usize::from(*index)).map_or(0, |byte| i32::from(*byte as i8));
        self.0.iter().map(weight).sum()
    }

    /// The points that one question gives.
    pub(crate) fn points_of(&self, rank: Rank, question: u16) -> i32 {
        let first = rank as usize * WEIGHTS;
        let answers = self.0.iter().filter(|index| **index / VALUES == question);
        answers.map(|index| weight(first + usize::from(*index))).sum()
    }
}

/// How many of the rising limits a number is above.
pub(crate) fn step(number: u32, limits: &[u32]) -> u32 {
    limits.iter().take_while(|limit| number > **limit).count() as u32
}

static RANKS: &[u8] = include_bytes!("ranks.bin");

fn weight(index: usize) -> i32 {
    RANKS.get(index).map_or(0, |byte| i32::from(*byte as i8))
}

/// The candidates of one choice, and how good each is: what is learned from.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    pub(crate) rank: Rank,
    pub(crate) candidates: Vec<(Features, f64)>,
}
