//! When: dates, times, durations and what comes again.
//!
//! In: sentences with their figures and the document's date. Out: [`Timex`]es with TIMEX3 values. What happened then
//! is left to the reader.

mod calendar;
mod grammar;
mod resolve;
mod spans;
mod when;

use super::figures::{Class, Figures};
use crate::text::Span;
use resolve::{Known, Place, Story};
use when::Meaning;

/// A time expression. Its number is its index.
///
/// Invariant: time expressions are sorted, disjoint and not empty; the value is one of TIMEX3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timex {
    /// Where it stands, without its preposition.
    pub span: Span,
    /// What it tells.
    pub timex_type: TimexType,
    /// When that is, as TIMEX3 has it: `2024-05-03`, `2024-W18`, `P3Y`; what cannot be known is `X`.
    pub value: String,
    /// Which part of that.
    pub modifier: Option<Modifier>,
    /// What it was counted from.
    pub anchor: Option<Anchor>,
}

/// What a time expression tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimexType {
    /// A day or what is longer.
    Date,
    /// A part of a day.
    Time,
    /// How long.
    Duration,
    /// Again and again.
    Set,
}

/// Which part of a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modifier {
    /// Its beginning.
    Start,
    /// Its middle.
    Mid,
    /// Its end.
    End,
    /// About that.
    Approximate,
}

/// What a time was counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Anchor {
    /// The document's date.
    Document,
    /// The time that was told before it.
    Text,
    /// The document's date, which is not known.
    Missing,
}

/// Whether a unit in the word lists is the year.
pub(crate) fn is_year_unit(value: i16) -> bool {
    when::Unit::from(value) == Some(when::Unit::Year)
}

/// The first day with its year that `figures` name.
pub(crate) fn day_in(figures: Figures<'_, '_>) -> Option<String> {
    let mut finder = Finder::new(None);
    finder.sentence(figures);
    let is_day = |time: &Timex| {
        time.timex_type == TimexType::Date && time.value.len() == 10 && !time.value.contains('X')
    };
    finder.found.into_iter().find(is_day).map(|time| time.value)
}

/// Finds time expressions, one sentence after the other.
pub(crate) struct Finder {
    story: Story,
    pub(crate) found: Vec<Timex>,
}

impl Finder {
    /// `creation` is the document's date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub(crate) fn new(creation: Option<&str>) -> Self {
        let document = creation.and_then(Known::read).unwrap_or_default();
        Self { story: Story { document, ..Story::default() }, found: Vec::new() }
    }

    /// Reads the next sentence.
    pub(crate) fn sentence(&mut self, figures: Figures<'_, '_>) {
        self.story.age += 1;
        let mut at = 0;
        // Where the second end of a range would begin.
        let mut range = None;
        // Where the time before ends.
        let mut last = None;
        while at < figures.all.len() {
            // `Bild am Sonntag`
            let nothing = figures.phrase(at, Class::NO_TIME).filter(|(end, _)| *end > at + 1);
            if nothing.is_some() || figures.says_nothing(at) {
                at = nothing.map_or(at + 1, |(end, _)| end);
                continue;
            }
            // `in zwei Jahren` is a point only where the clause looks ahead.
            let is_ahead = figures.is(at, Class::IN) && {
                let (ahead, back) = tense(figures, at, at + 1);
                ahead || !back
            };
            let is_second = range == Some(at);
            let found = if is_second { spans::second(figures, at, self.story.start.clock) } else { None };
            let Some((end, meaning)) = found.or_else(|| spans::find(figures, at, is_ahead)) else {
                at += 1;
                continue;
            };
            (self.story.is_ahead, self.story.is_back) = tense(figures, at, end);
            let is_in_brackets = at > 0 && last == Some(at - 1) && figures.is_mark(at - 1, "(");
            self.story.place = match (is_second, is_in_brackets) {
                (true, _) => Place::EndsRange,
                (false, true) => Place::InBrackets,
                _ => Place::Alone,
            };
            last = Some(end);
            self.add(figures, at, end, &meaning);
            range = grammar::link(figures, at, end);
            at = end.max(at + 1);
        }
    }

    fn add(&mut self, figures: Figures<'_, '_>, start: usize, end: usize, meaning: &Meaning) {
        let (Some(first), Some(last)) =
            (figures.get(start), end.checked_sub(1).and_then(|last| figures.get(last)))
        else {
            return;
        };
        let resolved = self.story.resolve(figures, meaning);
        self.found.push(Timex {
            span: first.span.cover(last.span),
            timex_type: resolved.timex_type,
            value: resolved.value,
            modifier: resolved.modifier,
            anchor: resolved.anchor,
        });
    }
}

/// How far the words that tell the tense are looked for.
const REACH: usize = 25;

/// What a comma between a time and a verb counts, in words.
const CLAUSE: usize = 6;

/// Whether the clause around the time from `at` to `end` looks ahead, and whether it looks back: the nearest word that tells
/// counts.
fn tense(figures: Figures<'_, '_>, at: usize, end: usize) -> (bool, bool) {
    let rules = figures.words.rules;
    // `Am Dienstag entscheidet der Rat`: what stands behind the first words of a sentence is its verb.
    let is_first = at == 0 || at == 1 && !figures.says_nothing(0);
    // `Der Rat entscheidet am Dienstag`
    let verb = at
        .checked_sub(1)
        .map_or(0, |before| before - usize::from(before > 0 && !figures.says_nothing(before)));
    // `seit März`, `für Dienstag`
    if figures.follows(at, Class::SINCE) {
        return (false, true);
    }
    if figures.follows(at, Class::LEADS_AHEAD) {
        return (true, false);
    }
    if figures.looks(if is_first { end } else { verb }, rules.is_present) {
        return (true, false);
    }
    let cue = |place: usize| {
        // `der erweiterte Rat` looks nowhere, `gebaut werden` ahead.
        let is_attribute = figures.follows(place, Class::ARTICLE)
            && figures.get(place + 1).is_some_and(|next| next.has_capital);
        let is_ahead = figures.is(place, Class::AHEAD) || figures.looks(place, rules.looks_ahead);
        let is_back = figures.is(place, Class::BACK)
            || figures.is_preterite(place) && !figures.is(place + 1, Class::AHEAD);
        (is_ahead && !is_attribute, is_back && !is_attribute)
    };
    let nearest = |places: &mut dyn Iterator<Item = usize>| {
        let mut distance = 0;
        for place in places {
            distance += if figures.is_mark(place, ",") || figures.is_mark(place, ";") { CLAUSE } else { 1 };
            if distance > REACH {
                break;
            }
            if cue(place) != (false, false) {
                return (distance, cue(place));
            }
        }
        (REACH + 1, (false, false))
    };
    let after = nearest(&mut (end..figures.all.len()));
    let before = nearest(&mut (0..at).rev());
    if before.0 < after.0 {
        before.1
    } else {
        after.1
    }
}
