//! What the article comes down to, as it is reported: summary, keyphrases, main event.
//!
//! In: nothing. Out: the types; `convert.rs` fills them.

use serde::Serialize;

use super::{Decimal, SpanReport};

/// The sentences that sum the article up.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "Summary"))]
pub struct SummaryReport {
    /// In the order of the text.
    pub sentences: Vec<SummarySentenceReport>,
    /// The same and what would be chosen next, in the order of choice: the first so many of them are a shorter or longer
    /// summary.
    pub ranking: Vec<SummarySentenceReport>,
    /// The number of the sentence that says what the headline says.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub headline: Option<u32>,
}

/// A chosen sentence.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "SummarySentence"))]
#[serde(rename_all = "camelCase")]
pub struct SummarySentenceReport {
    /// The number of the sentence.
    pub sentence: u32,
    /// Where it stands.
    pub span: SpanReport,
    /// How well it sums up, beside the best: 0 to 1.
    pub score: Decimal,
    /// Who claims it; `null` if the article does.
    pub attributed_to: Option<AttributedToReport>,
    /// Why it was chosen, most important first.
    #[cfg_attr(test, ts(type = "SummaryReason[]"))]
    pub reasons: Vec<&'static str>,
    /// What can be left out of it, in the order of the text; only if `compress` was asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<SpanReport>>"))]
    pub cuts: Vec<SpanReport>,
}

/// Who claims what a sentence says.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "AttributedTo"))]
pub struct AttributedToReport {
    /// The number of the quotation.
    pub quotation: u32,
    /// The words that name them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub span: Option<SpanReport>,
    /// The number of the entity.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub entity: Option<u32>,
}

/// A name or noun phrase that says what the article is about.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "Keyphrase"))]
pub struct KeyphraseReport {
    /// As it stands in the text.
    pub text: String,
    /// Everywhere it stands, in whatever form.
    pub spans: Vec<SpanReport>,
    /// The number of the keyphrase before it that it is a wider or narrower form of (`drei Haftbefehle`, `Haftbefehl`): show
    /// readers those that have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub within: Option<u32>,
    /// The number of the entity that it names.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub entity: Option<u32>,
    /// How well it says what the article is about, beside the best: 0 to 1.
    pub score: Decimal,
}

/// What has happened: a place in the text for each question that the article answers.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "MainEvent"))]
pub struct EventReport {
    /// Who does it or whom it happens to.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub who: Option<Place>,
    /// What happens: the predicate with what belongs to it.
    pub what: Place,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub when: Option<Place>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub r#where: Option<Place>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub why: Option<Place>,
    /// How.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub how: Option<Place>,
    /// Whether the article vouches for it, tells what others say, or what is to come.
    #[cfg_attr(test, ts(type = "\"asserted\" | \"reported\" | \"planned\""))]
    pub modality: &'static str,
    /// Whether it is said to happen or not to happen.
    #[cfg_attr(test, ts(type = "\"positive\" | \"negative\""))]
    pub polarity: &'static str,
}

/// An answer to a question.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "Answer"))]
pub struct Place {
    /// Where it stands.
    pub span: SpanReport,
    /// 0 to 1.
    pub confidence: Decimal,
}
