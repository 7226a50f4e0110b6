//! Times and amounts as rows of a table: the words, the value, and what is counted.
//!
//! In: an analysis. Out: [`Row`]s, times first. Vague times (`derzeit`) have no row. How a table is written is left to the
//! formats.

use crate::analysis::Analysis;
use crate::layers::amounts::Amount;
use crate::layers::timexes::Timex;
use crate::text::Span;

/// A time or an amount.
pub(super) struct Row {
    pub(super) words: Span,
    /// As TIMEX3 has it, or the number with its unit.
    pub(super) value: String,
    pub(super) of: Option<Span>,
}

/// The rows of `analysis`.
pub(super) fn rows(analysis: &Analysis<'_>) -> Vec<Row> {
    let is_known = |timex: &&Timex| !timex.value.ends_with("_REF");
    let times = analysis.timexes.iter().filter(is_known);
    let times = times.map(|timex| Row { words: timex.span, value: timex.value.clone(), of: None });
    let amounts = analysis.amounts.iter();
    times
        .chain(amounts.map(|amount| Row { words: amount.span, value: value(amount), of: amount.of }))
        .collect()
}

fn value(amount: &Amount) -> String {
    let to = amount.to.iter().flat_map(|to| ["–", to]);
    let unit = amount.unit.iter().flat_map(|unit| [" ", unit]);
    [amount.value.as_str()].into_iter().chain(to).chain(unit).collect()
}
