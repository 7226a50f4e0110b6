//! The sentences that say most of what the article says.
//!
//! In: the outline and what the caller wishes. Out: a [`Summary`]: whole sentences in the order of the text, the order in
//! which they were chosen, who claims each and why it was chosen. What speaks for a sentence is in `features`; how much
//! each thing counts is learned. What may be left out of a sentence is in `cuts`.

mod cuts;
mod features;
mod focus;

use super::outline::{Line, Outline};
use crate::article::SectionKind;
#[cfg(not(target_arch = "wasm32"))]
use crate::model::ranker::Choice;
use crate::model::ranker::{Features, Rank};
use crate::order;
use crate::score::Score;
use crate::text::Span;
use features::Reader;
use focus::Focus;

/// What the caller wishes of the summary.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SummaryOptions {
    /// How long it may be.
    pub length: SummaryLength,
    /// What the reader asks for: a name or words; sentences that say them go first.
    pub focus: Option<String>,
    /// Whether what can be left out of a sentence is marked: brackets, who said it.
    pub compress: bool,
}

/// How long a summary may be; of the shortest there is always one sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum SummaryLength {
    /// As the article's length asks for.
    #[default]
    Fitting,
    /// So many sentences.
    Sentences(u32),
    /// At most so many characters.
    Characters(u32),
    /// At most so many hundredths of the article's characters.
    Percent(u32),
}

/// The chosen sentences.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Summary {
    /// What was chosen, in the order of the text.
    pub sentences: Vec<SummarySentence>,
    /// The same and what would be chosen next, in the order of choice.
    pub ranking: Vec<SummarySentence>,
    /// The index of the sentence that says what the headline says.
    pub headline: Option<u32>,
}

/// A chosen sentence and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummarySentence {
    /// The index of the sentence.
    pub sentence: u32,
    /// How well it sums up, beside the best.
    pub score: Score,
    /// The number of the quotation that it tells, so of who claims it; `None` if the article does.
    pub quotation: Option<u32>,
    /// Why it was chosen, most important first.
    pub reasons: Vec<SummaryReason>,
    /// What can be left out of it, in the order of the text; only if asked for.
    pub cuts: Vec<Span>,
}

/// Why a sentence was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SummaryReason {
    /// It says what the reader asked for.
    Focus,
    /// It is in the article's lead.
    Lead,
    /// It stands near the beginning.
    Early,
    /// It says what the headline says.
    Headline,
    /// It names what the article is about.
    Entities,
    /// It uses the words that the article uses most.
    Words,
    /// It gives figures and times.
    Figures,
    /// It can be understood by itself.
    SelfContained,
}

/// What a sentence loses that says only what chosen ones have said.
const REPEATS: i32 = 32;
/// What a sentence loses that tells a claim without its holder.
const UNHELD: i32 = 16;
/// What a sentence gains that says all that the reader asked for.
const ASKED: i32 = 160;
/// So many sentences are ranked, if no more are asked for.
const RANKED: usize = 16;
/// A reason that weighs less would only be noise for the reader.
const TELLING: i32 = 5;

/// Ranks the sentences and chooses as many as are wished.
pub(crate) fn choose(outline: &Outline<'_>, options: &SummaryOptions) -> Summary {
    let focus = options.focus.as_deref().map(|focus| Focus::read(outline, focus));
    let mut reader = Reader::new(outline);
    let candidates: Vec<Candidate> = (0..outline.lines.len())
        .map(|index| Candidate::read(outline, &mut reader, index, focus.as_ref()))
        .collect();
    let wished = match options.length {
        SummaryLength::Fitting => fitting(candidates.len()),
        SummaryLength::Sentences(count) => (count as usize).max(1),
        SummaryLength::Characters(_) | SummaryLength::Percent(_) => RANKED,
    };
    let order = rank(outline, &candidates, wished.max(RANKED));
    let best = candidates.iter().map(|candidate| candidate.points).max().unwrap_or(0);
    let ranking: Vec<SummarySentence> =
        order.iter().map(|index| candidates[*index].tell(outline, best, options.compress)).collect();
    let mut sentences = match options.length {
        SummaryLength::Fitting | SummaryLength::Sentences(_) => {
            ranking.iter().take(wished).cloned().collect()
        }
        SummaryLength::Characters(limit) => within(outline, &ranking, limit as usize),
        SummaryLength::Percent(percent) => {
            let all: usize = outline.lines.iter().map(|line| characters(outline, line.sentence)).sum();
            within(outline, &ranking, all * percent.min(100) as usize / 100)
        }
    };
    order::sort_by_key(&mut sentences, |chosen: &SummarySentence| chosen.sentence);
    Summary { sentences, ranking, headline: carries_headline(outline) }
}

/// A sentence and what speaks for it.
struct Candidate {
    index: usize,
    features: Features,
    quotation: Option<u32>,
    asked: i32,
    points: i32,
}

impl Candidate {
    fn read(outline: &Outline<'_>, reader: &mut Reader<'_, '_>, index: usize, focus: Option<&Focus>) -> Self {
        let features = reader.read(index);
        let quotation = reader.quotation();
        let is_unheld = quotation.is_some_and(|number| outline.quotations[number as usize].source.is_none());
        let asked = focus.map_or(0, |focus| ASKED * focus.share(outline, &outline.lines[index]) / 1000);
        let points = features.points(Rank::Sentence) + asked - if is_unheld { UNHELD } else { 0 };
        Self { index, features, quotation, asked, points }
    }

    /// What the caller is told.
    fn tell(&self, outline: &Outline<'_>, best: i32, compress: bool) -> SummarySentence {
        let line = &outline.lines[self.index];
        SummarySentence {
            sentence: line.sentence,
            // 32 points less are half as good, as the ranker means it.
            score: Score::from_thousandths(1000 >> ((best - self.points).max(0) / 32).min(10)),
            quotation: self.quotation,
            reasons: self.reasons(line),
            cuts: if compress { cuts::find(outline, line) } else { Vec::new() },
        }
    }

    fn reasons(&self, line: &Line) -> Vec<SummaryReason> {
        let sum = |questions: &[u16]| -> i32 {
            questions.iter().map(|question| self.features.points_of(Rank::Sentence, *question)).sum()
        };
        let place = if line.kind == SectionKind::Lead { SummaryReason::Lead } else { SummaryReason::Early };
        let mut reasons = vec![
            (self.asked, SummaryReason::Focus),
            (if self.index <= 2 { sum(&features::PLACE) } else { 0 }, place),
            (sum(&[features::HEADLINE]), SummaryReason::Headline),
            (sum(&features::ENTITIES), SummaryReason::Entities),
            (sum(&features::WORDS), SummaryReason::Words),
            (sum(&features::FIGURES), SummaryReason::Figures),
        ];
        order::sort_by_key(&mut reasons, |&(points, _)| std::cmp::Reverse(points));
        reasons.retain(|(points, _)| *points >= TELLING);
        let mut reasons: Vec<_> = reasons.into_iter().map(|(_, reason)| reason).collect();
        if reasons.is_empty() {
            // Nothing stands out, but nothing speaks against it either.
            reasons.push(SummaryReason::SelfContained);
        }
        reasons
    }
}

/// The indexes of the `most` best candidates, each one the best after those before it.
fn rank(outline: &Outline<'_>, candidates: &[Candidate], most: usize) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    let mut told = vec![false; outline.stems.len()];
    // The scores fall as more is told; how much each sentence repeats is counted on.
    let mut repeated = vec![0_i32; candidates.len()];
    let mut open = vec![true; candidates.len()];
    for _ in 0..most.min(candidates.len()).min(LONGEST) {
        let mut best: Option<(i32, usize)> = None;
        for (index, candidate) in candidates.iter().enumerate().filter(|(index, _)| open[*index]) {
            let count = outline.lines[index].stems.len() as i32;
            let points = candidate.points - REPEATS * repeated[index] / count.max(1);
            // Of equals, the earlier one.
            if best.is_none_or(|(most, _)| points > most) {
                best = Some((points, index));
            }
        }
        let Some((_, best)) = best else { break };
        open[best] = false;
        order.push(best);
        for stem in outline.stems_of(&outline.lines[best]) {
            told[*stem as usize] = true;
        }
        for (index, line) in outline.lines.iter().enumerate().filter(|(index, _)| open[*index]) {
            repeated[index] =
                outline.stems_of(line).iter().filter(|stem| told[**stem as usize]).count() as i32;
        }
    }
    order
}

/// No summary has more sentences: choosing stays linear in the length of the article.
const LONGEST: usize = 100;

/// How many sentences sum up an article of `sentences`.
const fn fitting(sentences: usize) -> usize {
    match sentences {
        0 => 0,
        1..=6 => 1,
        7..=12 => 2,
        13..=60 => 3,
        61..=150 => 4,
        _ => 5,
    }
}

/// The best sentences that have no more than `limit` characters together, and the best one in any case.
fn within(outline: &Outline<'_>, ranking: &[SummarySentence], limit: usize) -> Vec<SummarySentence> {
    let mut left = limit;
    let mut chosen: Vec<SummarySentence> = Vec::new();
    for sentence in ranking {
        let length = characters(outline, sentence.sentence);
        if length <= left || chosen.is_empty() {
            left = left.saturating_sub(length);
            chosen.push(sentence.clone());
        }
    }
    chosen
}

fn characters(outline: &Outline<'_>, sentence: u32) -> usize {
    outline.context.text.slice(outline.context.sentences[sentence as usize].span).chars().count()
}

/// The sentence that shares most with the headline, if it says enough of it.
fn carries_headline(outline: &Outline<'_>) -> Option<u32> {
    let said = |line: &Line| {
        let stems = outline.stems_of(line).iter();
        stems.filter(|stem| outline.stems[**stem as usize].in_headline).count() as u32
    };
    let mut best: Option<(u32, u32)> = None;
    for line in &outline.lines {
        let said = said(line);
        if best.is_none_or(|(most, _)| said > most) {
            best = Some((said, line.sentence));
        }
    }
    best.filter(|(said, _)| *said > 0 && 3 * said >= outline.headline_stems).map(|(_, sentence)| sentence)
}

/// What the ranker learns from an article whose best sentences are known.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn choice(outline: &Outline<'_>, best: &[Span]) -> Choice {
    let mut reader = Reader::new(outline);
    let candidates = outline.lines.iter().enumerate().map(|(index, line)| {
        let span = outline.context.sentences[line.sentence as usize].span;
        let is_best = best.iter().any(|best| {
            let shared = best.end().min(span.end()).saturating_sub(best.start().max(span.start()));
            10 * shared >= 6 * best.len()
        });
        // A long sentence that is missed costs more.
        let gain = if is_best { libm::sqrt(f64::from(span.len())) } else { 0.0 };
        (reader.read(index), gain)
    });
    Choice { rank: Rank::Sentence, candidates: candidates.collect() }
}

#[cfg(test)]
mod tests {
    use super::fitting;

    #[test]
    fn longer_articles_have_longer_summaries() {
        assert_eq!([0, 1, 6, 7, 12, 13, 60, 61, 1000].map(fitting), [0, 1, 1, 2, 2, 3, 3, 4, 5]);
    }
}
