//! Who says what, and who stands for it, as it is reported.
//!
//! In: nothing. Out: the types; `convert.rs` fills them.

use serde::Serialize;

use super::{Decimal, SpanReport};

/// What somebody says.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "Quotation"))]
#[serde(rename_all = "camelCase")]
pub struct QuotationReport {
    /// Its number, from 0.
    pub id: u32,
    /// How it is told.
    #[serde(rename = "type")]
    #[cfg_attr(test, ts(type = "QuotationType"))]
    pub quotation_type: &'static str,
    /// What is said, in the order of the text; of direct speech with its marks.
    pub content: Vec<SpanReport>,
    /// The word that tells of saying.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub cue: Option<SpanReport>,
    /// The words around what is said: `sagte sie`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub frame: Option<SpanReport>,
    /// Who says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub source: Option<SourceReport>,
    /// The mood of its first verb that shows one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "\"subjunctive1\" | \"subjunctive2\" | \"indicative\""))]
    pub mood: Option<&'static str>,
    /// The number of the quotation that it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub parent: Option<u32>,
    /// 0 to 1.
    pub confidence: Decimal,
}

/// Who says something.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "Source"))]
#[serde(rename_all = "camelCase")]
pub struct SourceReport {
    /// The words that name them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub span: Option<SpanReport>,
    /// For a pronoun: the words that it stands for, as far as that can be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub antecedent: Option<SpanReport>,
    /// The number of the entity.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub entity: Option<u32>,
    /// The number of the quotation whose speaker goes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub inherited_from: Option<u32>,
}

/// Something that is claimed.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "Claim"))]
pub struct ClaimReport {
    /// Its number, from 0.
    pub id: u32,
    /// From its first word to its last.
    pub span: SpanReport,
    /// Who stands for it.
    pub holder: HolderReport,
    /// The number of the quotation that it is told in; absent for what the article itself says with a hedge.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub quotation: Option<u32>,
    /// The words that hold it off: `angeblich`, `soll`.
    pub hedges: Vec<SpanReport>,
}

/// Who stands for a claim.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "Holder"))]
pub struct HolderReport {
    /// Whether a reader can know them.
    #[cfg_attr(test, ts(type = "\"named\" | \"unnamed\" | \"none\""))]
    pub kind: &'static str,
    /// The number of the entity.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub entity: Option<u32>,
    /// The words that name them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub span: Option<SpanReport>,
    /// Their name in a list: that of the entity or of several, else the words in the nominative.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub name: Option<String>,
}

/// On whom the body of the article stands, in characters that can be seen.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "Attribution"))]
pub struct AttributionReport {
    /// On sources that a reader can know.
    pub named: u32,
    /// On others: `ein Sprecher`, `Beobachter`.
    pub unnamed: u32,
    /// On the article itself.
    pub none: u32,
}
