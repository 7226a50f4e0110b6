//! How much: money, shares, measures and counts.
//!
//! In: sentences with their figures, and the times in them, which are no amounts. Out: [`Amount`]s with their values in
//! decimal digits. Whether they are true is left to the reader.

mod counted;
mod read;

use super::figures::{Class, Figures, Number};
use crate::text::Span;
use read::Read;

/// An amount.
///
/// Invariant: amounts are sorted, disjoint, not empty, and overlap no time expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// Where it stands: number and unit.
    pub span: Span,
    /// Of what.
    pub kind: AmountKind,
    /// The number in decimal digits: `3500000`, `-1.7`; of a range, its lower end.
    pub value: String,
    /// The upper end of a range.
    pub to: Option<String>,
    /// Money by ISO 4217, measures by UCUM, `%` for percent, `pp` for percentage points.
    pub unit: Option<&'static str>,
    /// How exact it is.
    pub bound: Option<Bound>,
    /// The word that it counts or measures.
    pub of: Option<Span>,
}

/// What an amount is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AmountKind {
    /// Money.
    Money,
    /// A share.
    Percent,
    /// What is measured in a unit.
    Quantity,
    /// What is counted.
    Count,
}

/// How exact an amount is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// `rund`
    Approximate,
    /// `mehr als`
    MoreThan,
    /// `weniger als`
    LessThan,
    /// `mindestens`
    AtLeast,
    /// `bis zu`
    AtMost,
}

/// Adds the amounts of a sentence to `found`; those at `taken` are times.
pub(crate) fn sentence(figures: Figures<'_, '_>, taken: &[Span], found: &mut Vec<Amount>) {
    let mut taken = taken.iter().peekable();
    let mut at = 0;
    while let Some(figure) = figures.get(at) {
        while taken.next_if(|span| span.end() <= figure.span.start()).is_some() {}
        let is_taken = |span: Span, next: Option<&&Span>| next.is_some_and(|time| time.overlaps(span));
        let read = read::amount(figures, at).filter(|_| !is_taken(figure.span, taken.peek()));
        let last = read.as_ref().and_then(|read| figures.get(read.end.checked_sub(1)?));
        let Some((read, last)) = read.zip(last) else {
            at += 1;
            continue;
        };
        let span = figure.span.cover(last.span);
        if is_taken(span, taken.peek()) {
            at += 1;
            continue;
        }
        at = read.end.max(at + 1);
        found.push(amount(figures, span, &read));
    }
}

fn amount(figures: Figures<'_, '_>, span: Span, read: &Read) -> Amount {
    let sign = if read.is_negative { "-" } else { "" };
    let text = |number: Number| format!("{sign}{}", number.to_text());
    let of = counted::of(figures, read);
    Amount {
        span,
        kind: read.kind,
        value: text(read.number),
        to: read.to.map(text),
        unit: read.unit,
        bound: bound(figures, read.from),
        of: of.and_then(|of| figures.get(of)).map(|figure| figure.span),
    }
}

/// What the words before the number at `start` say of its exactness.
fn bound(figures: Figures<'_, '_>, start: usize) -> Option<Bound> {
    // `rund eine halbe Million`
    let start =
        start - usize::from(figures.is(start, Class::HALF) && figures.follows(start, Class::INDEFINITE));
    let start = start - usize::from(figures.follows(start, Class::FILLER));
    let value = (1..=2).find_map(|length| {
        let (end, value) = figures.phrase(start.checked_sub(length)?, Class::APPROXIMATE)?;
        (end == start).then_some(value)
    })?;
    [Bound::Approximate, Bound::MoreThan, Bound::LessThan, Bound::AtLeast, Bound::AtMost]
        .get(usize::try_from(value).ok()?)
        .copied()
}
