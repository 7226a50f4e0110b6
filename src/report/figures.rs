//! Times and amounts, as they are reported.
//!
//! In: nothing. Out: the types; `convert.rs` fills them.

use serde::Serialize;

use super::SpanReport;

/// A time expression.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "Timex"))]
#[serde(rename_all = "camelCase")]
pub struct TimexReport {
    /// Its number, from 0.
    pub id: u32,
    /// Where it stands, without its preposition.
    pub span: SpanReport,
    /// What it tells.
    #[serde(rename = "type")]
    #[cfg_attr(test, ts(type = "TimexType"))]
    pub timex_type: &'static str,
    /// Its TIMEX3 value: `2024-05-03`, `2024-W18`, `P3Y`; what cannot be known is `X`.
    pub value: String,
    /// Which part of that, as in TIMEX3.
    #[serde(rename = "mod")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "\"START\" | \"MID\" | \"END\" | \"APPROX\""))]
    pub modifier: Option<&'static str>,
    /// What it was counted from: the document's date, the time told before it, or a document's date that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "\"document\" | \"text\" | \"missing\""))]
    pub anchor: Option<&'static str>,
}

/// An amount.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "Amount"))]
#[serde(rename_all = "camelCase")]
pub struct AmountReport {
    /// Where it stands: number and unit.
    pub span: SpanReport,
    /// Of what.
    #[cfg_attr(test, ts(type = "AmountKind"))]
    pub kind: &'static str,
    /// The number in decimal digits: `3500000`, `-1.7`; of a range, its lower end.
    pub value: String,
    /// The upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub to: Option<String>,
    /// Money by ISO 4217, measures by UCUM, `%` for percent, `pp` for percentage points.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "string"))]
    pub unit: Option<&'static str>,
    /// How exact it is.
    #[serde(rename = "mod")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "AmountBound"))]
    pub bound: Option<&'static str>,
    /// The word that it counts or measures.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub of: Option<SpanReport>,
}
