//! Which language a text is in.
//!
//! In: the text, or the reader's own word for it. Out: a [`LanguageGuess`] with a confidence. What to do
//! in a language without support is left to the pipeline.
//!
//! Three witnesses are heard: the commonest words of each language, its letters and the beginnings and ends of its words,
//! and, for the supported languages, trigrams of letters. Headlines say little, so supported languages start ahead; a
//! sentence in another language overrules that.

mod candidates;
mod function_words;
mod sample;
mod scripts;
mod spelling;
pub(crate) mod trigrams;

use super::Language;
use crate::article::Section;
use crate::score::Score;
use crate::text::Text;
use candidates::{Candidates, CANDIDATES, DE};
use function_words::FUNCTION_WORDS;

/// Below this confidence a reader should check the language.
pub(crate) const UNCERTAIN: Score = Score::from_thousandths(500);

/// What language a text is in and how sure that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageGuess {
    /// The BCP 47 tag, `und` where nothing can be told.
    pub tag: String,
    /// How sure it is; 1 where the caller said it.
    pub confidence: Score,
    /// The language, if it is supported.
    pub language: Option<Language>,
}

impl LanguageGuess {
    fn new(tag: &str, confidence: Score) -> Self {
        Self { tag: tag.to_owned(), confidence, language: Language::from_tag(tag) }
    }
}

/// `chosen` is the caller's word for it, a BCP 47 tag that is kept as it is.
#[inline(never)]
pub(crate) fn identify(text: Text<'_>, sections: &[Section], chosen: Option<&str>) -> LanguageGuess {
    match chosen {
        Some(tag) => LanguageGuess::new(tag, Score::ONE),
        None => guess(&sample::take(text, sections)),
    }
}

/// Weights of the witnesses, in points; found on headlines and sentences in supported and other languages.
mod points {
    /// A word that one language has; one that several have is shared among them.
    pub(super) const WORD: u32 = 60;
    /// A letter that one language has, likewise.
    pub(super) const LETTER: u32 = 60;
    /// A beginning or end of a word that one language has, likewise.
    pub(super) const SPELLING: u32 = 30;
    /// What German loses where no noun has its capital letter.
    pub(super) const NO_CAPITALS: u32 = 40;
    /// What trigrams may add to a supported language, and how much of their lead it takes for one point.
    pub(super) const TRIGRAMS: u32 = 80;
    pub(super) const TRIGRAM: u32 = 4;
    /// The start of every supported language.
    pub(super) const START: u32 = 36;
    /// Words and letters that lead by this much need no trigrams.
    pub(super) const DECISIVE: u32 = 600;
    /// A lead of this many points leaves no doubt.
    pub(super) const SURE: u32 = 100;
}

fn guess(sample: &str) -> LanguageGuess {
    let undecided = LanguageGuess::new("und", Score::ZERO);
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 2 {
        return undecided;
    }
    let mut scores = [0; CANDIDATES.len()];
    hear_words(sample, &mut scores);
    let words = Ranking::of(&scores);
    if words.lead >= points::DECISIVE && scores[words.best] >= 2 * scores[words.second] {
        // Function words without end: no need to look closer, which takes its time.
        return LanguageGuess::new(CANDIDATES[words.best], Score::ONE);
    }

    let trigrams = trigrams::points(sample);
    let least = trigrams.iter().copied().min().unwrap_or_default();
    if trigrams.iter().chain(&scores).all(|points| *points == 0) {
        return undecided;
    }
    for (language, points) in Language::ALL.iter().zip(trigrams) {
        let Some(index) = CANDIDATES.iter().position(|tag| *tag == language.tag()) else { continue };
        let lead = (points - least) / points::TRIGRAM;
        scores[index] += points::START + lead.min(points::TRIGRAMS);
    }
    if lacks_capitals(sample) {
        let german = DE.trailing_zeros() as usize;
        scores[german] = scores[german].saturating_sub(points::NO_CAPITALS);
    }

    let ranking = Ranking::of(&scores);
    let confidence = Score::ratio(u64::from(ranking.lead), u64::from(points::SURE));
    LanguageGuess::new(CANDIDATES[ranking.best], confidence)
}

/// The two languages with most points; of equal ones the first in the list of candidates.
struct Ranking {
    best: usize,
    second: usize,
    lead: u32,
}

impl Ranking {
    fn of(scores: &[u32; CANDIDATES.len()]) -> Self {
        let (mut best, mut second) = (0, 1);
        for index in 1..scores.len() {
            if scores[index] > scores[best] {
                (best, second) = (index, best);
            } else if scores[index] > scores[second] {
                second = index;
            }
        }
        Self { best, second, lead: scores[best] - scores[second] }
    }
}

/// Adds the points of the sample's words and spellings.
fn hear_words(sample: &str, scores: &mut [u32]) {
    let mut word = String::new();
    for piece in sample.split(|c: char| !c.is_alphabetic()).filter(|piece| !piece.is_empty()) {
        word.clear();
        word.extend(piece.chars().flat_map(char::to_lowercase));
        if let Ok(index) = FUNCTION_WORDS.binary_search_by_key(&word.as_str(), |entry| entry.0) {
            share(FUNCTION_WORDS[index].1, points::WORD, scores);
        }
        spelling::letters(&word, |languages| share(languages, points::LETTER, scores));
        spelling::affixes(&word, |languages| share(languages, points::SPELLING, scores));
    }
}

/// Whether `sample` has no capital letter behind its first word, as hardly any German sentence does.
fn lacks_capitals(sample: &str) -> bool {
    let mut words = sample.split_whitespace().skip(1).filter(|word| word.starts_with(char::is_alphabetic));
    let enough = words.clone().nth(3).is_some();
    enough && words.all(|word| !word.starts_with(char::is_uppercase))
}

/// Gives each of `languages` its share of `points`.
fn share(languages: Candidates, points: u32, scores: &mut [u32]) {
    let each = points / languages.count_ones().max(1);
    for (place, score) in scores.iter_mut().enumerate() {
        if languages >> place & 1 != 0 {
            *score = score.saturating_add(each);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_are_sorted() {
        assert!(FUNCTION_WORDS.windows(2).all(|two| two[0].0 < two[1].0));
    }

    #[test]
    fn the_caller_has_the_last_word() {
        let guess = identify(Text::new("The dog is gone."), &[], Some("de-AT"));
        assert_eq!((guess.tag.as_str(), guess.confidence), ("de-AT", Score::ONE));
        assert_eq!(guess.language, Some(Language::German));
    }
}
