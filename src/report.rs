//! The serialisable twin of [`Analysis`](crate::Analysis): plain objects for programs outside.
//!
//! In: an analysis and the caller's encoding (`convert.rs`). Out: a [`Report`] for serde. `report/report.d.ts` is
//! written from these types (`typescript.rs`).

mod convert;
pub(crate) mod names;
#[cfg(test)]
mod typescript;

use serde::Serialize;

use crate::score::Score;
use crate::text::PositionEncoding;

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
    /// Who says what.
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
#[derive(Clone, Copy, Debug, Serialize)]
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
