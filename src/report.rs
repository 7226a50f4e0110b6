//! The serialisable twin of [`Analysis`](crate::Analysis): plain objects for programs outside.
//!
//! In: an analysis and the caller's encoding (`convert.rs`). Out: a [`Report`] for serde. `report/report.d.ts` is
//! written from these types (`typescript.rs`).

mod convert;
mod figures;
mod gist;
pub(crate) mod names;
mod speech;
#[cfg(test)]
mod typescript;

use serde::Serialize;

use crate::score::Score;
use crate::text::PositionEncoding;
use figures::{AmountReport, TimexReport};
use gist::{AttributedToReport, EventReport, KeyphraseReport, Place, SummaryReport, SummarySentenceReport};
use speech::{AttributionReport, ClaimReport, HolderReport, QuotationReport, SourceReport};

/// Raised when a field changes its meaning or goes; new fields do not raise it.
const SCHEMA_VERSION: u32 = 4;

/// One article's analysis, ready to be written as JSON.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "Analysis"))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The version of this format.
    pub schema_version: u32,
    /// The BCP 47 tag of the language; `und` if it cannot be told.
    pub language: String,
    /// 0 to 1.
    pub language_confidence: Decimal,
    /// What spans count.
    #[cfg_attr(test, ts(type = "PositionEncoding"))]
    pub position_encoding: PositionEncoding,
    /// When the article was written.
    pub document_creation_time: CreationTimeReport,
    /// For HTML: the readable text that all spans point into. Absent for plain text, where they point into
    /// the text that was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub text: Option<String>,
    /// For HTML: where each run of `text` stands in the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub source_map: Option<Vec<SourceRunReport>>,
    /// The parts of the article, in order; together they hold every visible character.
    pub sections: Vec<SectionReport>,
    /// Sentences in order.
    pub sentences: Vec<SentenceReport>,
    /// Names where they stand, in order.
    pub mentions: Vec<MentionReport>,
    /// Things that are named, by their first mention.
    pub entities: Vec<EntityReport>,
    /// Who says what, in the order in which it ends: what is said inside another quotation comes before it.
    pub quotations: Vec<QuotationReport>,
    /// Who stands for what, in the order of the text: each attributed statement once, and what the article itself
    /// says with a hedge.
    pub claims: Vec<ClaimReport>,
    /// Dates, times, durations and what comes again, in order.
    pub timexes: Vec<TimexReport>,
    /// Money, shares, measures and counts, in order.
    pub amounts: Vec<AmountReport>,
    /// The sentences that sum the article up, in the order of the text.
    pub summary: SummaryReport,
    /// What the article is about, the best first.
    pub keyphrases: Vec<KeyphraseReport>,
    /// What has happened, if the article says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub event: Option<EventReport>,
    /// What a reader should know about this analysis.
    pub warnings: Vec<WarningReport>,
    /// Counts.
    pub stats: Stats,
}

/// A half-open range in the units of `positionEncoding`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "Span"))]
pub struct SpanReport {
    /// The first unit.
    pub start: u32,
    /// The unit after the last one.
    pub end: u32,
}

/// A score from 0 to 1 with three decimals; whole numbers are written without a point, as JavaScript does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Decimal(#[cfg_attr(test, ts(type = "number"))] Score);

impl Serialize for Decimal {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.thousandths() {
            0 => serializer.serialize_u32(0),
            1000 => serializer.serialize_u32(1),
            thousandths => serializer.serialize_f64(f64::from(thousandths) / 1000.0),
        }
    }
}

/// When the article was written.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "DocumentCreationTime"))]
pub struct CreationTimeReport {
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub value: Option<String>,
    /// How it is known.
    #[cfg_attr(test, ts(type = "\"option\" | \"header\" | \"dateline\" | \"none\""))]
    pub source: &'static str,
}

/// A run of the readable text and its place in the HTML source.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "SourceRun"))]
pub struct SourceRunReport {
    /// The place in `text`.
    pub text: SpanReport,
    /// The place in the source.
    pub source: SpanReport,
}

/// A part of the article.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "Section"))]
pub struct SectionReport {
    /// What it is.
    #[cfg_attr(test, ts(type = "SectionKind"))]
    pub kind: &'static str,
    /// Where it stands.
    pub span: SpanReport,
}

/// A sentence.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "Sentence"))]
pub struct SentenceReport {
    /// Its number, from 0.
    pub id: u32,
    /// Where it stands, with its closing marks.
    pub span: SpanReport,
    /// The index of its section.
    pub section: u32,
}

/// A name where it stands.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "Mention"))]
pub struct MentionReport {
    /// Its number, from 0.
    pub id: u32,
    /// The entity that it names.
    pub entity: u32,
    /// Where it stands.
    pub span: SpanReport,
    /// What is named.
    #[serde(rename = "type")]
    #[cfg_attr(test, ts(type = "EntityType"))]
    pub entity_type: &'static str,
    /// By its name, a word derived from it, a part of a compound, or a person's office (`die Ministerin`).
    #[cfg_attr(test, ts(type = "\"name\" | \"derived\" | \"part\" | \"nominal\""))]
    pub kind: &'static str,
    /// 0 to 1.
    pub confidence: Decimal,
}

/// A thing in the world.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "Entity"))]
#[serde(rename_all = "camelCase")]
pub struct EntityReport {
    /// Its number, from 0.
    pub id: u32,
    /// Its name as a dictionary would give it.
    pub name: String,
    /// What it is.
    #[serde(rename = "type")]
    #[cfg_attr(test, ts(type = "EntityType"))]
    pub entity_type: &'static str,
    /// How much the article is about it, 0 to 1.
    pub salience: Decimal,
    /// Why it counts, most important first.
    #[cfg_attr(test, ts(type = "SalienceReason[]"))]
    pub salience_reasons: Vec<&'static str>,
    /// The offices and roles that the article gives a person.
    pub roles: Vec<RoleReport>,
    /// The numbers of its mentions.
    pub mentions: Vec<u32>,
    /// By what others know it, if it is a place that can be told from all others.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub link: Option<LinkReport>,
    /// Where it lies; for a country, its middle.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub geo: Option<GeoReport>,
}

/// By what others know a place.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "Link"))]
pub struct LinkReport {
    /// The Wikidata item, `Q64`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub wikidata: Option<String>,
    /// The number in `GeoNames`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub geonames: Option<u32>,
    /// The ISO 3166-1 code of a country or territory, `DE`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub iso3166: Option<String>,
}

/// A point on earth, in degrees with two decimals.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "Geo"))]
pub struct GeoReport {
    /// To the north.
    pub latitude: Degrees,
    /// To the east.
    pub longitude: Degrees,
}

/// Hundredths of a degree; written as degrees, whole ones without a point, as JavaScript does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Degrees(#[cfg_attr(test, ts(type = "number"))] i16);

impl Serialize for Degrees {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % 100 == 0 {
            serializer.serialize_i32(i32::from(self.0 / 100))
        } else {
            serializer.serialize_f64(f64::from(self.0) / 100.0)
        }
    }
}

/// An office or role that the article gives a person.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "Role"))]
pub struct RoleReport {
    /// In the nominative, without the country in it: "Außenminister" of "US-Außenministers".
    pub title: String,
    /// Where the title stands.
    pub span: SpanReport,
    /// The number of the entity that it is of: a country, an organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub of: Option<u32>,
}

/// What a reader should know about this analysis.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "Warning"))]
pub struct WarningReport {
    /// A stable name.
    #[cfg_attr(test, ts(type = "WarningCode"))]
    pub code: &'static str,
    /// Where, if it is about one place.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub span: Option<SpanReport>,
    /// Where, if it is about several places.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub spans: Option<Vec<SpanReport>>,
    /// One English sentence.
    pub message: String,
}

/// Counts.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Stats {
    /// Length of the text in the units of `positionEncoding`.
    pub length: u32,
    /// Words, furniture not counted.
    pub words: u32,
    /// Sentences.
    pub sentences: u32,
    /// Reading time in seconds, at 220 words a minute.
    pub reading_seconds: u32,
    /// On whom the body of the article stands.
    pub attribution: AttributionReport,
    /// Tenths of the Wiener Sachtextformel for German (about the grade that can read it), of Flesch's reading ease for
    /// English; absent for a few words.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub readability: Option<i32>,
    /// How much of the prose stands in quotations, word for word: 0 to 1.
    pub quoted: Decimal,
}
