//! The stable names of kinds, types and codes in JSON.

use crate::analysis::CreationTimeSource;
use crate::article::SectionKind;
use crate::error::WarningCode;
use crate::layers::amounts::{AmountKind, Bound};
use crate::layers::claims::HolderKind;
use crate::layers::entities::SalienceReason;
use crate::layers::event::Modality;
use crate::layers::mentions::{EntityType, MentionKind};
use crate::layers::quotations::{Mood, QuotationType};
use crate::layers::summary::SummaryReason;
use crate::layers::timexes::{Anchor, Modifier, TimexType};

pub(crate) fn section_kind(kind: SectionKind) -> &'static str {
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

pub(crate) fn entity_type(entity_type: EntityType) -> &'static str {
    match entity_type {
        EntityType::Person => "PER",
        EntityType::Location => "LOC",
        EntityType::Organisation => "ORG",
        EntityType::Other => "MISC",
    }
}

pub(crate) fn mention_kind(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Name => "name",
        MentionKind::Derived => "derived",
        MentionKind::Part => "part",
        MentionKind::Nominal => "nominal",
    }
}

pub(crate) fn quotation_type(quotation_type: QuotationType) -> &'static str {
    match quotation_type {
        QuotationType::Direct => "direct",
        QuotationType::Indirect => "indirect",
        QuotationType::Reported => "reported",
        QuotationType::FreeIndirect => "freeIndirect",
        QuotationType::IndirectFreeIndirect => "indirectFreeIndirect",
    }
}

pub(crate) fn holder_kind(kind: HolderKind) -> &'static str {
    match kind {
        HolderKind::Named => "named",
        HolderKind::Unnamed => "unnamed",
        HolderKind::None => "none",
    }
}

pub(crate) fn mood(mood: Mood) -> &'static str {
    match mood {
        Mood::Subjunctive1 => "subjunctive1",
        Mood::Subjunctive2 => "subjunctive2",
        Mood::Indicative => "indicative",
    }
}

pub(crate) fn amount_kind(kind: AmountKind) -> &'static str {
    match kind {
        AmountKind::Money => "money",
        AmountKind::Percent => "percent",
        AmountKind::Quantity => "quantity",
        AmountKind::Count => "count",
    }
}

pub(crate) fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::Approximate => "approx",
        Bound::MoreThan => "moreThan",
        Bound::LessThan => "lessThan",
        Bound::AtLeast => "atLeast",
        Bound::AtMost => "atMost",
    }
}

pub(crate) fn timex_type(timex_type: TimexType) -> &'static str {
    match timex_type {
        TimexType::Date => "DATE",
        TimexType::Time => "TIME",
        TimexType::Duration => "DURATION",
        TimexType::Set => "SET",
    }
}

pub(crate) fn modifier(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::Start => "START",
        Modifier::Mid => "MID",
        Modifier::End => "END",
        Modifier::Approximate => "APPROX",
    }
}

pub(crate) fn anchor(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Document => "document",
        Anchor::Text => "text",
        Anchor::Missing => "missing",
    }
}

pub(crate) fn modality(modality: Modality) -> &'static str {
    match modality {
        Modality::Asserted => "asserted",
        Modality::Reported => "reported",
        Modality::Planned => "planned",
    }
}

pub(crate) fn salience_reason(reason: SalienceReason) -> &'static str {
    match reason {
        SalienceReason::Headline => "headline",
        SalienceReason::Lead => "lead",
        SalienceReason::FirstSentence => "first-sentence",
        SalienceReason::Frequent => "frequent",
    }
}

pub(crate) fn summary_reason(reason: SummaryReason) -> &'static str {
    match reason {
        SummaryReason::Lead => "lead",
        SummaryReason::Early => "early",
        SummaryReason::Headline => "headline",
        SummaryReason::Entities => "entities",
        SummaryReason::Words => "words",
        SummaryReason::Focus => "focus",
        SummaryReason::Figures => "figures",
        SummaryReason::SelfContained => "self-contained",
    }
}

pub(crate) fn warning_code(code: WarningCode) -> &'static str {
    match code {
        WarningCode::EmptyText => "empty-text",
        WarningCode::UnsupportedLanguage => "unsupported-language",
        WarningCode::MissingPack => "missing-pack",
        WarningCode::UncertainLanguage => "uncertain-language",
        WarningCode::ConflictingStatements => "conflicting-statements",
        WarningCode::HeadlineUnsupported => "headline-unsupported",
    }
}

pub(crate) fn creation_time_source(source: CreationTimeSource) -> &'static str {
    match source {
        CreationTimeSource::Option => "option",
        CreationTimeSource::Header => "header",
        CreationTimeSource::Dateline => "dateline",
        CreationTimeSource::None => "none",
    }
}
