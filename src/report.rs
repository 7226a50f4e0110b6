//! The serialisable twin of [`Analysis`]: plain objects with links and offsets for programs outside.
//!
//! In: an analysis and the caller's encoding. Out: a [`Report`] for serde. Invariant: the only place where
//! offsets change encoding. `report.d.ts` beside this file is generated from these types (test
//! `types_are_current`).

use serde::Serialize;

use crate::analysis::{Analysis, CreationTimeSource};
use crate::article::SectionKind;
use crate::error::WarningCode;
use crate::layers::mentions::{EntityType, MentionKind};
use crate::layers::summary::SummaryReason;
use crate::score::Score;
use crate::text::{Offsets, PositionEncoding, Span};

/// Raised when a field changes its meaning or goes; new fields do not raise it.
const SCHEMA_VERSION: u32 = 1;

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
    /// The sentences that sum the article up, in the order of the text.
    pub summary: SummaryReport,
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
    #[cfg_attr(test, ts(type = "\"option\" | \"header\" | \"none\""))]
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
    /// By its name, a word derived from it, or a part of a compound.
    #[cfg_attr(test, ts(type = "\"name\" | \"derived\" | \"part\""))]
    pub kind: &'static str,
    /// 0 to 1.
    pub confidence: Decimal,
}

/// A thing in the world.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "Entity"))]
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
    /// Its offices and roles, as the article calls them.
    pub roles: Vec<String>,
    /// The numbers of its mentions.
    pub mentions: Vec<u32>,
}

/// The sentences that sum the article up.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "Summary"))]
pub struct SummaryReport {
    /// In the order of the text.
    pub sentences: Vec<SummarySentenceReport>,
}

/// A chosen sentence.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "SummarySentence"))]
pub struct SummarySentenceReport {
    /// The number of the sentence.
    pub sentence: u32,
    /// Where it stands.
    pub span: SpanReport,
    /// How well it sums up, 0 to 1.
    pub score: Decimal,
    /// Why it was chosen, most important first.
    #[cfg_attr(test, ts(type = "SummaryReason[]"))]
    pub reasons: Vec<&'static str>,
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
}

impl Report {
    /// Reports `analysis` with offsets in `encoding`. For HTML, `source` must be the HTML that was analysed:
    /// the places in it are converted too.
    pub fn new(analysis: &Analysis<'_>, source: &str, encoding: PositionEncoding) -> Self {
        let is_html = matches!(analysis.text, std::borrow::Cow::Owned(_));
        let mut offsets = Offsets::new(&analysis.text, encoding);
        let mut at = |span: Span| SpanReport {
            start: offsets.convert(span.start()),
            end: offsets.convert(span.end()),
        };
        let sections: Vec<_> = analysis
            .sections
            .iter()
            .map(|section| SectionReport { kind: section_kind(section.kind), span: at(section.span) })
            .collect();
        let sentences: Vec<_> = analysis
            .sentences
            .iter()
            .zip(0..)
            .map(|(sentence, id)| SentenceReport { id, span: at(sentence.span), section: sentence.section })
            .collect();
        let mut entity_of = vec![0; analysis.mentions.len()];
        for (entity, id) in analysis.entities.iter().zip(0..) {
            for &mention in &entity.mentions {
                entity_of[mention as usize] = id;
            }
        }
        let mentions = analysis
            .mentions
            .iter()
            .zip(0..)
            .map(|(mention, id)| MentionReport {
                id,
                entity: entity_of[id as usize],
                span: at(mention.span),
                entity_type: entity_type(mention.entity_type),
                kind: mention_kind(mention.kind),
                confidence: Decimal(mention.confidence),
            })
            .collect();
        let entities = analysis
            .entities
            .iter()
            .zip(0..)
            .map(|(entity, id)| EntityReport {
                id,
                name: entity.name.clone(),
                entity_type: entity_type(entity.entity_type),
                salience: Decimal(entity.salience),
                roles: entity.roles.clone(),
                mentions: entity.mentions.clone(),
            })
            .collect();
        let summary = analysis
            .summary
            .sentences
            .iter()
            .map(|chosen| SummarySentenceReport {
                sentence: chosen.sentence,
                span: sentences[chosen.sentence as usize].span,
                score: Decimal(chosen.score),
                reasons: chosen.reasons.iter().copied().map(summary_reason).collect(),
            })
            .collect();
        let warnings = analysis
            .warnings
            .iter()
            .map(|warning| WarningReport {
                code: warning_code(warning.code),
                span: warning.span.map(&mut at),
                message: warning.message.clone(),
            })
            .collect();
        let source_map = is_html.then(|| {
            let mut source_offsets = Offsets::new(source, encoding);
            let mut in_source = |span: Span| SpanReport {
                start: source_offsets.convert(span.start()),
                end: source_offsets.convert(span.end()),
            };
            analysis
                .source_map
                .iter()
                .map(|run| SourceRunReport { text: at(run.text), source: in_source(run.source) })
                .collect()
        });
        let length = at(analysis.text().all()).end;
        Self {
            schema_version: SCHEMA_VERSION,
            language: analysis.language.tag.clone(),
            language_confidence: Decimal(analysis.language.confidence),
            position_encoding: encoding,
            document_creation_time: CreationTimeReport {
                value: analysis.document_creation_time.value.clone(),
                source: match analysis.document_creation_time.source {
                    CreationTimeSource::Option => "option",
                    CreationTimeSource::Header => "header",
                    CreationTimeSource::None => "none",
                },
            },
            text: is_html.then(|| analysis.text.clone().into_owned()),
            source_map,
            stats: stats(analysis, length),
            sections,
            sentences,
            mentions,
            entities,
            summary: SummaryReport { sentences: summary },
            warnings,
        }
    }
}

fn stats(analysis: &Analysis<'_>, length: u32) -> Stats {
    let words = analysis
        .sentences
        .iter()
        .filter(|sentence| analysis.sections[sentence.section as usize].kind != SectionKind::Furniture)
        .flat_map(|sentence| &analysis.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize])
        .filter(|token| token.kind.is_word())
        .count() as u32;
    Stats {
        length,
        words,
        sentences: analysis.sentences.len() as u32,
        reading_seconds: (words * 60).div_ceil(220),
    }
}

fn section_kind(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Header => "header",
        SectionKind::Kicker => "kicker",
        SectionKind::Headline => "headline",
        SectionKind::Lead => "lead",
        SectionKind::Byline => "byline",
        SectionKind::Date => "date",
        SectionKind::Dateline => "dateline",
        SectionKind::Caption => "caption",
        SectionKind::Credit => "credit",
        SectionKind::Subheading => "subheading",
        SectionKind::Body => "body",
        SectionKind::ListItem => "listItem",
        SectionKind::TableRow => "tableRow",
        SectionKind::Furniture => "furniture",
    }
}

fn entity_type(entity_type: EntityType) -> &'static str {
    match entity_type {
        EntityType::Person => "PER",
        EntityType::Location => "LOC",
        EntityType::Organisation => "ORG",
        EntityType::Other => "MISC",
    }
}

fn mention_kind(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Name => "name",
        MentionKind::Derived => "derived",
        MentionKind::Part => "part",
    }
}

fn summary_reason(reason: SummaryReason) -> &'static str {
    match reason {
        SummaryReason::Lead => "lead",
        SummaryReason::Early => "early",
        SummaryReason::Headline => "headline",
        SummaryReason::Entities => "entities",
        SummaryReason::Words => "words",
    }
}

fn warning_code(code: WarningCode) -> &'static str {
    match code {
        WarningCode::EmptyText => "empty-text",
        WarningCode::UnsupportedLanguage => "unsupported-language",
        WarningCode::MissingPack => "missing-pack",
        WarningCode::UncertainLanguage => "uncertain-language",
    }
}

#[cfg(test)]
mod tests {
    use ts_rs::{Config, TS};

    use super::*;

    const SECTION_KINDS: [SectionKind; 14] = [
        SectionKind::Header,
        SectionKind::Kicker,
        SectionKind::Headline,
        SectionKind::Lead,
        SectionKind::Byline,
        SectionKind::Date,
        SectionKind::Dateline,
        SectionKind::Caption,
        SectionKind::Credit,
        SectionKind::Subheading,
        SectionKind::Body,
        SectionKind::ListItem,
        SectionKind::TableRow,
        SectionKind::Furniture,
    ];
    const SUMMARY_REASONS: [SummaryReason; 5] = [
        SummaryReason::Lead,
        SummaryReason::Early,
        SummaryReason::Headline,
        SummaryReason::Entities,
        SummaryReason::Words,
    ];
    const WARNING_CODES: [WarningCode; 4] = [
        WarningCode::EmptyText,
        WarningCode::UnsupportedLanguage,
        WarningCode::MissingPack,
        WarningCode::UncertainLanguage,
    ];

    /// The TypeScript types of everything that crosses the boundary.
    fn typescript() -> String {
        let config = Config::default();
        let union =
            |names: &[&str]| names.iter().map(|name| format!("{name:?}")).collect::<Vec<_>>().join(" | ");
        let mut text = String::from(
            "// Generated from src/report.rs; `UPDATE=1 cargo test types_are_current` writes it anew.\n",
        );
        let mut add = |declaration: String, docs: Option<String>| {
            text.push('\n');
            text.push_str(docs.as_deref().unwrap_or_default());
            text.push_str("export ");
            text.push_str(&declaration.replace("Decimal", "number"));
            text.push('\n');
        };
        macro_rules! types {
            ($($type:ty),* $(,)?) => { $( add(<$type>::decl(&config), <$type>::docs()); )* };
        }
        types!(
            Report,
            CreationTimeReport,
            SpanReport,
            SourceRunReport,
            SectionReport,
            SentenceReport,
            MentionReport,
            EntityReport,
            SummaryReport,
            SummarySentenceReport,
            WarningReport,
            Stats,
        );
        let mut add_union = |name: &str, members: &[&str], docs: &str| {
            add(format!("type {name} = {};", union(members)), Some(format!("/** {docs} */\n")));
        };
        add_union("PositionEncoding", &["utf-16", "utf-8", "utf-32"], "What one unit of an offset is.");
        add_union("EntityType", &["PER", "LOC", "ORG", "MISC"], "What kind of thing an entity is.");
        add_union("SectionKind", &SECTION_KINDS.map(section_kind), "What a part of an article is.");
        add_union("SummaryReason", &SUMMARY_REASONS.map(summary_reason), "Why a sentence was chosen.");
        add_union("WarningCode", &WARNING_CODES.map(warning_code), "What a warning is about.");
        text.push_str(include_str!("options.d.ts"));
        text
    }

    #[test]
    fn types_are_current() {
        let expected = typescript();
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/report.d.ts");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(path, &expected).unwrap();
        }
        assert_eq!(std::fs::read_to_string(path).unwrap(), expected, "run with UPDATE=1 to write it anew");
    }
}
