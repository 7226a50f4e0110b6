//! The TypeScript types of everything that crosses the boundary, written from the Rust ones.
//!
//! In: the report's types and `options.d.ts`. Out: `report.d.ts`, committed; the test fails where it is stale.

use ts_rs::{Config, TS};

use super::names::{salience_reason, section_kind, summary_reason, warning_code};
use super::{
    AmountReport, AttributedToReport, AttributionReport, ClaimReport, CreationTimeReport, EntityReport,
    EventReport, GeoReport, HolderReport, KeyphraseReport, LinkReport, MentionReport, Place, QuotationReport,
    Report, RoleReport, SectionReport, SentenceReport, SourceReport, SourceRunReport, SpanReport, Stats,
    SummaryReport, SummarySentenceReport, TimexReport, WarningReport,
};
use crate::article::SectionKind;
use crate::error::WarningCode;
use crate::layers::entities::SalienceReason;
use crate::layers::summary::SummaryReason;

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
const SALIENCE_REASONS: [SalienceReason; 4] =
    [SalienceReason::Headline, SalienceReason::Lead, SalienceReason::FirstSentence, SalienceReason::Frequent];
const SUMMARY_REASONS: [SummaryReason; 8] = [
    SummaryReason::Focus,
    SummaryReason::Lead,
    SummaryReason::Early,
    SummaryReason::Headline,
    SummaryReason::Entities,
    SummaryReason::Words,
    SummaryReason::Figures,
    SummaryReason::SelfContained,
];
const WARNING_CODES: [WarningCode; 6] = [
    WarningCode::EmptyText,
    WarningCode::UnsupportedLanguage,
    WarningCode::MissingPack,
    WarningCode::UncertainLanguage,
    WarningCode::ConflictingStatements,
    WarningCode::HeadlineUnsupported,
];

/// The TypeScript types of everything that crosses the boundary.
fn typescript() -> String {
    let config = Config::default();
    let union = |names: &[&str]| names.iter().map(|name| format!("{name:?}")).collect::<Vec<_>>().join(" | ");
    let mut text = String::from(
        "// Generated from src/report.rs; `UPDATE=1 cargo test types_are_current` writes it anew.\n",
    );
    let mut add = |declaration: String, docs: Option<String>| {
        text.push('\n');
        text.push_str(docs.as_deref().unwrap_or_default());
        text.push_str("export ");
        text.push_str(&declaration.replace("Decimal", "number").replace("Degrees", "number"));
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
        RoleReport,
        LinkReport,
        GeoReport,
        QuotationReport,
        SourceReport,
        ClaimReport,
        HolderReport,
        TimexReport,
        AmountReport,
        SummaryReport,
        SummarySentenceReport,
        AttributedToReport,
        KeyphraseReport,
        EventReport,
        Place,
        WarningReport,
        Stats,
        AttributionReport,
    );
    let mut add_union = |name: &str, members: &[&str], docs: &str| {
        add(format!("type {name} = {};", union(members)), Some(format!("/** {docs} */\n")));
    };
    add_union("PositionEncoding", &["utf-16", "utf-8", "utf-32"], "What one unit of an offset is.");
    add_union(
        "QuotationType",
        &["direct", "indirect", "reported", "freeIndirect", "indirectFreeIndirect"],
        "How something said is told.",
    );
    add_union("EntityType", &["PER", "LOC", "ORG", "MISC"], "What kind of thing an entity is.");
    add_union("TimexType", &["DATE", "TIME", "DURATION", "SET"], "What a time expression tells.");
    add_union("AmountKind", &["money", "percent", "quantity", "count"], "What an amount is of.");
    add_union(
        "AmountBound",
        &["approx", "moreThan", "lessThan", "atLeast", "atMost"],
        "How exact an amount is.",
    );
    add_union("SectionKind", &SECTION_KINDS.map(section_kind), "What a part of an article is.");
    add_union("SalienceReason", &SALIENCE_REASONS.map(salience_reason), "Why an entity counts.");
    add_union("SummaryReason", &SUMMARY_REASONS.map(summary_reason), "Why a sentence was chosen.");
    add_union("WarningCode", &WARNING_CODES.map(warning_code), "What a warning is about.");
    text.push_str(include_str!("options.d.ts"));
    text
}

#[test]
fn types_are_current() {
    let expected = typescript();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/report/report.d.ts");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &expected).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), expected, "run with UPDATE=1 to write it anew");
}
