//! What the article says has happened: who did what, when, where, why and how.
//!
//! In: the outline. Out: an [`Event`]: a span of the text for each question that the article answers (the scheme of
//! `Giveme5W1H`, Hamborg et al. 2019), and whether it is reported, planned or denied. Which words may answer is in
//! `candidates`, what speaks for each in `features` and `relations`, the choice in `choose`; weights are learned.

mod candidates;
mod choose;
mod features;
mod relations;
mod subjects;

use super::mentions::EntityType;
use super::outline::{Class, Outline};
use crate::model::ranker::Rank;
#[cfg(not(target_arch = "wasm32"))]
use crate::model::ranker::{Choice, Features};
use crate::score::Score;
use crate::text::Span;
use candidates::{Candidate, Candidates};

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
    let (index, what) = answer(outline, &candidates, Rank::What)?;
    let chosen = candidates.all[index].clone();
    relations::relate(outline, &mut candidates, &chosen);
    let place = answer(outline, &candidates, Rank::Where);
    let is_named =
        |(index, place): &(usize, Answer)| place.is_likely() && candidates.all[*index].marks.has_place;
    let where_ = match dateline(outline).filter(|_| !place.as_ref().is_some_and(is_named)) {
        None => place.map(|(_, place)| place),
        dateline => dateline,
    };
    let answer = |rank: Rank| answer(outline, &candidates, rank).map(|(_, answer)| answer);
    let words = &outline.words[chosen.tokens];
    let any = |class: Class| words.iter().any(|word| word.class.has(class));
    let is_said = |content: &Span| content.overlaps(what.span) && !what.span.contains(*content);
    let is_reported = outline.quotations.iter().any(|quotation| quotation.content.iter().any(is_said));
    Some(Event {
        what,
        who: answer(Rank::Who),
        when: answer(Rank::When),
        where_,
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

/// The place that opens the report; what it tells of is often there.
fn dateline(outline: &Outline<'_>) -> Option<Answer> {
    let line = outline.dateline()?;
    let mut places = outline
        .mentions
        .iter()
        .filter(|mention| mention.entity_type == EntityType::Location && line.contains(mention.span));
    let span = places.next()?.span;
    Some(Answer { span, confidence: Score::from_thousandths(500) })
}

/// Whether a candidate may answer.
fn fits(candidate: &Candidate, rank: Rank) -> bool {
    let is_clause = candidate.shape.is_clause();
    match rank {
        // A place and a date by themselves are no event.
        Rank::What => {
            is_clause && (candidate.marks.has_verb || !candidate.marks.has_time || candidate.tokens.len() > 8)
        }
        Rank::Why | Rank::How => true,
        Rank::When => !is_clause && candidate.marks.has_time,
        Rank::Where => !is_clause && candidate.marks.may_be_place,
        // Who acts stands without a preposition, or with `von` and `durch`.
        _ => {
            !is_clause
                && (candidate.marks.opener == 0 || candidates::AGENTS.contains(&candidate.marks.opener))
        }
    }
}

/// The best answer to a question: its number among the candidates, and what it says.
fn answer(outline: &Outline<'_>, candidates: &Candidates, rank: Rank) -> Option<(usize, Answer)> {
    let fitting = candidates.all.iter().enumerate().filter(|(_, candidate)| fits(candidate, rank));
    let rated = fitting.map(|(index, candidate)| (candidate.features.points(rank), index)).collect();
    let (index, confidence) = choose::choose(outline, &candidates.all, rated)?;
    let span = outline.span(candidates.all[index].tokens.clone());
    // Something happens in each article and somebody acts; the other questions are often not answered at all.
    let confidence = match rank {
        Rank::What | Rank::Who => confidence,
        _ => Score::from_thousandths((2 * u32::from(confidence.thousandths())).saturating_sub(1000)),
    };
    Some((index, Answer { span, confidence }))
}

/// What the ranker learns from an article whose event is known: the answers in the order of [`Rank`]. Which words say
/// what happens is learned first, without `points`; then, with the points that this gives a candidate, the rest.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn choices(
    outline: &Outline<'_>,
    answers: &[Option<Span>; 6],
    points: Option<&dyn Fn(&Features) -> i32>,
) -> Vec<Choice> {
    let mut candidates = candidates::read(outline);
    let words = |span: Span| {
        let text = outline.context.text.slice(span).to_lowercase();
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut words: Vec<String> = words.map(str::to_owned).collect();
        words.sort_unstable();
        words
    };
    // Half of the words must be there, and not three times as many, wherever they stand; the nearer, the better.
    let gain = |candidate: &Candidate, known: &[String]| {
        let said = words(outline.span(candidate.tokens.clone()));
        let shared = choose::shared(known, &said);
        let f1 = 2.0 * shared as f64 / (known.len() + said.len()).max(1) as f64;
        if choose::answers(known, &said) {
            f1 * f1 * f1 * f1
        } else {
            0.0
        }
    };
    let ranks = [Rank::What, Rank::Who, Rank::When, Rank::Where, Rank::Why, Rank::How];
    let mut asked = ranks.into_iter().zip(answers).collect::<Vec<_>>();
    match points {
        None => asked.truncate(1),
        Some(points) => {
            asked.remove(0);
            let fitting =
                candidates.all.iter().enumerate().filter(|(_, candidate)| fits(candidate, Rank::What));
            let rated = fitting.map(|(index, candidate)| (points(&candidate.features), index)).collect();
            if let Some((index, _)) = choose::choose(outline, &candidates.all, rated) {
                let chosen = candidates.all[index].clone();
                relations::relate(outline, &mut candidates, &chosen);
            }
        }
    }
    let known = asked.into_iter().filter_map(|(rank, answer)| Some((rank, words((*answer)?))));
    let choice = |(rank, known): (Rank, Vec<String>)| {
        let fitting = candidates.all.iter().filter(|candidate| fits(candidate, rank));
        let rated = fitting.map(|candidate| (candidate.features.clone(), gain(candidate, &known)));
        Choice { rank, candidates: rated.collect() }
    };
    known.map(choice).collect()
}
