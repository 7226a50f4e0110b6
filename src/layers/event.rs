//! What the article says has happened: who did what, when, where, why and how.
//!
//! In: the outline. Out: an [`Event`]: a span of the text for each question that the article answers (the scheme of
//! `Giveme5W1H`, Hamborg et al. 2019), and whether it is reported, planned or denied. Which words may answer is in
//! `candidates`; how much speaks for each is learned.

mod candidates;

use super::outline::{Class, Outline};
#[cfg(not(target_arch = "wasm32"))]
use crate::model::ranker::Choice;
use crate::model::ranker::Rank;
use crate::score::Score;
use crate::text::Span;
use candidates::Candidate;

/// The main event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What happens: the predicate with what belongs to it.
    pub what: Answer,
    /// Who does it or whom it happens to.
    pub who: Option<Answer>,
    /// When.
    pub when: Option<Answer>,
    /// Where.
    pub where_: Option<Answer>,
    /// Why.
    pub why: Option<Answer>,
    /// How.
    pub how: Option<Answer>,
    /// Whether the article vouches for it.
    pub modality: Modality,
    /// Whether it is said not to happen.
    pub is_negated: bool,
}

/// Words that answer a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Where they stand.
    pub span: Span,
    /// How sure the finder is: how much speaks for them beside everything that says something else.
    pub confidence: Score,
}

impl Answer {
    /// Whether it is worth showing to readers: less sure ones are wrong far more often than right.
    pub fn is_likely(self) -> bool {
        self.confidence.thousandths() >= 350
    }
}

impl Event {
    /// The answers in the order of the questions: who, what, when, where, why, how.
    pub const fn answers(&self) -> [Option<Answer>; 6] {
        [self.who, Some(self.what), self.when, self.where_, self.why, self.how]
    }
}

/// How real an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modality {
    /// The article itself says so.
    Asserted,
    /// Somebody says so.
    Reported,
    /// It has not happened yet.
    Planned,
}

/// Finds the main event; nothing in an article without sentences.
pub(crate) fn find(outline: &Outline<'_>) -> Option<Event> {
    let mut candidates = candidates::read(outline);
    let best = best(&candidates, Rank::What)?;
    let what_answer = answer(outline, &candidates, Rank::What)?;
    let what = candidates[best].clone();
    relate(&mut candidates, &what);
    let answer = |rank: Rank| answer(outline, &candidates, rank);
    let words = &outline.words[what.tokens.clone()];
    let any = |class: Class| words.iter().any(|word| word.class.has(class));
    let what_span = what_answer.span;
    let is_said = |content: &Span| content.overlaps(what_span) && !what_span.contains(*content);
    let is_reported = outline.quotations.iter().any(|quotation| quotation.content.iter().any(is_said));
    Some(Event {
        what: what_answer,
        who: answer(Rank::Who),
        when: answer(Rank::When),
        where_: answer(Rank::Where),
        why: answer(Rank::Why),
        how: answer(Rank::How),
        modality: match () {
            () if any(Class::PLANNED) => Modality::Planned,
            () if is_reported => Modality::Reported,
            () => Modality::Asserted,
        },
        is_negated: any(Class::NEGATION),
    })
}

/// Whether a candidate may answer.
fn fits(candidate: &Candidate, rank: Rank) -> bool {
    match rank {
        Rank::What => candidate.shape.is_clause(),
        Rank::Why | Rank::How => true,
        Rank::When => !candidate.shape.is_clause() && candidate.marks.has_time,
        Rank::Where => !candidate.shape.is_clause() && candidate.marks.has_place,
        _ => !candidate.shape.is_clause(),
    }
}

/// The best candidate for a role; of equals, the first one.
fn best(candidates: &[Candidate], rank: Rank) -> Option<usize> {
    let mut best: Option<(i32, usize)> = None;
    for (index, candidate) in candidates.iter().enumerate().filter(|(_, candidate)| fits(candidate, rank)) {
        let points = candidate.features.points(rank);
        if best.is_none_or(|(most, _)| points > most) {
            best = Some((points, index));
        }
    }
    best.map(|(_, index)| index)
}

/// The best answer to a question, and how sure it is: each 22 points are twice as likely (`exp` of a unit of points).
fn answer(outline: &Outline<'_>, candidates: &[Candidate], rank: Rank) -> Option<Answer> {
    const CERTAIN: u32 = 1 << 14;
    let best = &candidates[best(candidates, rank)?];
    let most = best.features.points(rank);
    let says_other = |other: &&Candidate| {
        fits(other, rank) && (other.tokens.end <= best.tokens.start || best.tokens.end <= other.tokens.start)
    };
    let others = candidates.iter().filter(says_other);
    let others = others.map(|other| CERTAIN >> ((most - other.features.points(rank)).max(0) / 22).min(20));
    let all = others.fold(CERTAIN, u32::saturating_add);
    let span = outline.span(best.tokens.clone());
    Some(Answer { span, confidence: Score::ratio(u64::from(CERTAIN), u64::from(all)) })
}

/// Adds to each candidate where it stands beside what happens.
fn relate(candidates: &mut [Candidate], what: &Candidate) {
    for candidate in candidates {
        let inside = what.tokens.start <= candidate.tokens.start && candidate.tokens.end <= what.tokens.end;
        let place = match candidate.line.cmp(&what.line) {
            std::cmp::Ordering::Less => 0,
            std::cmp::Ordering::Equal if inside => 1,
            std::cmp::Ordering::Equal => 2,
            std::cmp::Ordering::Greater => 3 + (candidate.line - what.line).min(3),
        };
        let is_clause = u32::from(candidate.shape.is_clause());
        let marks = candidate.marks;
        let features = &mut candidate.features;
        features.add(30, 2 * place + is_clause);
        features.add(31, 8 * u32::from(marks.is_subject) + place);
        features.add(32, 8 * u32::from(marks.has_time) + place);
        features.add(33, 8 * u32::from(marks.has_place) + place);
        let is_same = place == 1 || place == 2;
        let question = if is_same { 34 } else { 36 };
        features.add(question + (marks.opener / 16) as u16, marks.opener % 16);
        let question = match place {
            1 | 2 => 38,
            4 => 39,
            _ => 40,
        };
        features.add(question, candidate.shape.number());
        features.add(41, 8 * u32::from(marks.has_cause) + place);
        features.add(42, 8 * u32::from(is_clause == 1 && marks.opener > 0) + place);
    }
}

/// What the ranker learns from an article whose event is known: the answers in the order of [`Rank`].
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn choices(outline: &Outline<'_>, answers: &[Option<Span>; 6]) -> Vec<Choice> {
    let mut candidates = candidates::read(outline);
    let mut choices = Vec::new();
    // Half of the words must be there, and not three times as many, wherever they stand; the nearer, the better.
    let words = |span: Span| {
        let text = outline.context.text.slice(span).to_lowercase();
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect::<Vec<_>>()
    };
    let gain = |candidate: &Candidate, answer: Span| {
        let (known, said) = (words(answer), words(outline.span(candidate.tokens.clone())));
        let mut left = said.clone();
        let mut shared = 0;
        for word in &known {
            if let Some(at) = left.iter().position(|other| other == word) {
                left.swap_remove(at);
                shared += 1;
            }
        }
        let f1 = 2.0 * shared as f64 / (known.len() + said.len()).max(1) as f64;
        let is_hit = 2 * shared >= known.len() && said.len() <= 3 * known.len() + 3;
        if is_hit {
            0.5 + 0.5 * f1
        } else {
            0.0
        }
    };
    let ranks = [Rank::What, Rank::Who, Rank::When, Rank::Where, Rank::Why, Rank::How];
    for (rank, answer) in ranks.into_iter().zip(answers) {
        let Some(answer) = *answer else { continue };
        let fitting = candidates.iter().filter(|candidate| fits(candidate, rank));
        let rated: Vec<_> =
            fitting.map(|candidate| (candidate.features.clone(), gain(candidate, answer))).collect();
        if rank == Rank::What {
            let best = candidates.iter().filter(|candidate| fits(candidate, rank));
            let best = best.max_by(|a, b| gain(a, answer).total_cmp(&gain(b, answer))).cloned();
            if let Some(best) = best {
                relate(&mut candidates, &best);
            }
        }
        choices.push(Choice { rank, candidates: rated });
    }
    choices
}
