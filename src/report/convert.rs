//! An analysis to its report. Invariant: the only place where offsets change encoding.

use std::borrow::Cow;

use super::names::{
    amount_kind, anchor, bound, creation_time_source, entity_type, holder_kind, mention_kind, modality,
    modifier, mood, quotation_type, salience_reason, section_kind, summary_reason, timex_type, warning_code,
};
use super::{
    AmountReport, AttributedToReport, AttributionReport, ClaimReport, CreationTimeReport, Decimal, Degrees,
    EntityReport, EventReport, GeoReport, HolderReport, KeyphraseReport, LinkReport, MentionReport, Place,
    QuotationReport, Report, RoleReport, SectionReport, SentenceReport, SourceReport, SourceRunReport,
    SpanReport, Stats, SummaryReport, SummarySentenceReport, TimexReport, WarningReport, SCHEMA_VERSION,
};
use crate::analysis::{reading_seconds, Analysis};
use crate::layers::entities::Entity;
use crate::layers::event::Answer;
use crate::layers::links::Link;
use crate::layers::summary::SummarySentence;
use crate::text::{Offsets, PositionEncoding, Span};

impl Report {
    /// Reports `analysis` with offsets in `encoding`. For HTML, `source` must be the HTML that was analysed:
    /// the places in it are converted too.
    pub fn new(analysis: &Analysis<'_>, source: &str, encoding: PositionEncoding) -> Self {
        let is_html = matches!(analysis.text, Cow::Owned(_));
        let mut offsets = Offsets::new(&analysis.text, encoding);
        let sentences = sentences(analysis, &mut offsets);
        let words = analysis.word_count();
        Self {
            schema_version: SCHEMA_VERSION,
            language: analysis.language.tag.clone(),
            language_confidence: Decimal(analysis.language.confidence),
            position_encoding: encoding,
            document_creation_time: CreationTimeReport {
                value: analysis.document_creation_time.value.clone(),
                source: creation_time_source(analysis.document_creation_time.source),
            },
            text: is_html.then(|| analysis.text.clone().into_owned()),
            source_map: is_html
                .then(|| source_map(analysis, &mut offsets, &mut Offsets::new(source, encoding))),
            sections: sections(analysis, &mut offsets),
            mentions: mentions(analysis, &mut offsets),
            entities: entities(analysis, &mut offsets),
            quotations: quotations(analysis, &mut offsets),
            claims: claims(analysis, &mut offsets),
            timexes: timexes(analysis, &mut offsets),
            amounts: amounts(analysis, &mut offsets),
            summary: summary(analysis, &mut offsets),
            keyphrases: keyphrases(analysis, &mut offsets),
            event: event(analysis, &mut offsets),
            warnings: warnings(analysis, &mut offsets),
            stats: Stats {
                length: offsets.convert(analysis.text.len() as u32),
                words,
                sentences: analysis.sentences.len() as u32,
                reading_seconds: reading_seconds(words),
                attribution: AttributionReport {
                    named: analysis.attribution.named,
                    unnamed: analysis.attribution.unnamed,
                    none: analysis.attribution.none,
                },
                readability: analysis.reading.readability,
                quoted: Decimal(analysis.reading.quoted),
            },
            sentences,
        }
    }
}

fn convert(span: Span, offsets: &mut Offsets<'_>) -> SpanReport {
    SpanReport { start: offsets.convert(span.start()), end: offsets.convert(span.end()) }
}

fn source_map(
    analysis: &Analysis<'_>,
    text: &mut Offsets<'_>,
    source: &mut Offsets<'_>,
) -> Vec<SourceRunReport> {
    let runs = analysis.source_map.iter();
    runs.map(|run| SourceRunReport { text: convert(run.text, text), source: convert(run.source, source) })
        .collect()
}

fn sections(analysis: &Analysis<'_>, offsets: &mut Offsets<'_>) -> Vec<SectionReport> {
    let sections = analysis.sections.iter();
    sections
        .map(|section| SectionReport {
            kind: section_kind(section.kind),
            span: convert(section.span, offsets),
        })
        .collect()
}

fn sentences(analysis: &Analysis<'_>, offsets: &mut Offsets<'_>) -> Vec<SentenceReport> {
    let sentences = analysis.sentences.iter().zip(0..);
    sentences
        .map(|(sentence, id)| SentenceReport {
            id,
            span: convert(sentence.span, offsets),
            section: sentence.section,
        })
        .collect()
}

fn quotations(analysis: &Analysis<'_>, offsets: &mut Offsets<'_>) -> Vec<QuotationReport> {
    let quotations = analysis.quotations.iter().zip(0..);
    quotations
        .map(|(quotation, id)| QuotationReport {
            id,
            quotation_type: quotation_type(quotation.quotation_type),
            content: quotation.content.iter().map(|span| convert(*span, offsets)).collect(),
            cue: quotation.cue.map(|span| convert(span, offsets)),
            frame: quotation.frame.map(|span| convert(span, offsets)),
            source: quotation.source.map(|source| SourceReport {
                span: source.span.map(|span| convert(span, offsets)),
                antecedent: source.antecedent.map(|span| convert(span, offsets)),
                entity: source.entity,
                inherited_from: source.inherited_from,
            }),
            mood: quotation.mood.map(mood),
            parent: quotation.parent,
            confidence: Decimal(quotation.confidence),
        })
        .collect()
}

fn claims(analysis: &Analysis<'_>, offsets: &mut Offsets<'_>) -> Vec<ClaimReport> {
    let claims = analysis.claims.iter().zip(0..);
    claims
        .map(|(claim, id)| ClaimReport {
            id,
            span: convert(claim.span, offsets),
            holder: HolderReport {
                kind: holder_kind(claim.holder.kind),
                entity: claim.holder.entity,
                span: claim.holder.span.map(|span| convert(span, offsets)),
                name: claim.holder.name.clone(),
            },
            quotation: claim.quotation,
            hedges: claim.hedges.iter().map(|span| convert(*span, offsets)).collect(),
        })
        .collect()
}

fn amounts(analysis: &Analysis<'_>, offsets: &mut Offsets<'_>) -> Vec<AmountReport> {
    let amounts = analysis.amounts.iter();
    amounts
        .map(|amount| AmountReport {
            span: convert(amount.span, offsets),
            kind: amount_kind(amount.kind),
            value: amount.value.clone(),
            to: amount.to.clone(),
            unit: amount.unit,
            bound: amount.bound.map(bound),
            of: amount.of.map(|span| convert(span, offsets)),
        })
        .collect()
}

fn timexes(analysis: &Analysis<'_>, offsets: &mut Offsets<'_>) -> Vec<TimexReport> {
    let timexes = analysis.timexes.iter().zip(0..);
    timexes
        .map(|(timex, id)| TimexReport {
            id,
            span: convert(timex.span, offsets),
            timex_type: timex_type(timex.timex_type),
            value: timex.value.clone(),
            modifier: timex.modifier.map(modifier),
            anchor: timex.anchor.map(anchor),
        })
        .collect()
}

fn mentions(analysis: &Analysis<'_>, offsets: &mut Offsets<'_>) -> Vec<MentionReport> {
    let mut entity_of = vec![0; analysis.mentions.len()];
    for (entity, id) in analysis.entities.iter().zip(0..) {
        for &mention in &entity.mentions {
            entity_of[mention as usize] = id;
        }
    }
    let mentions = analysis.mentions.iter().zip(entity_of).zip(0..);
    mentions
        .map(|((mention, entity), id)| MentionReport {
            id,
            entity,
            span: convert(mention.span, offsets),
            entity_type: entity_type(mention.entity_type),
            kind: mention_kind(mention.kind),
            confidence: Decimal(mention.confidence),
        })
        .collect()
}

fn entities(analysis: &Analysis<'_>, offsets: &mut Offsets<'_>) -> Vec<EntityReport> {
    let entities = analysis.entities.iter().zip(0..);
    entities
        .map(|(entity, id)| {
            let link = analysis.link(id);
            EntityReport {
                id,
                name: entity.name.clone(),
                entity_type: entity_type(entity.entity_type),
                salience: Decimal(entity.salience),
                salience_reasons: entity.salience_reasons.iter().copied().map(salience_reason).collect(),
                roles: roles(entity, offsets),
                mentions: entity.mentions.clone(),
                link: link.filter(|link| link.is_named()).map(link_report),
                geo: link.and_then(|link| link.position).map(|position| GeoReport {
                    latitude: Degrees(position.latitude),
                    longitude: Degrees(position.longitude),
                }),
            }
        })
        .collect()
}

fn roles(entity: &Entity, offsets: &mut Offsets<'_>) -> Vec<RoleReport> {
    let roles = entity.roles.iter();
    roles
        .map(|role| RoleReport { title: role.title.clone(), span: convert(role.span, offsets), of: role.of })
        .collect()
}

fn link_report(link: &Link) -> LinkReport {
    LinkReport {
        wikidata: link.wikidata.map(|item| format!("Q{item}")),
        geonames: link.geonames,
        iso3166: link.iso3166.clone(),
    }
}

fn summary(analysis: &Analysis<'_>, offsets: &mut Offsets<'_>) -> SummaryReport {
    let mut tell = |chosen: &SummarySentence| SummarySentenceReport {
        sentence: chosen.sentence,
        span: convert(analysis.sentences[chosen.sentence as usize].span, offsets),
        score: Decimal(chosen.score),
        attributed_to: chosen.quotation.map(|quotation| {
            let source = analysis.quotations[quotation as usize].source;
            AttributedToReport {
                quotation,
                span: source.and_then(|source| source.span).map(|span| convert(span, offsets)),
                entity: source.and_then(|source| source.entity),
            }
        }),
        reasons: chosen.reasons.iter().copied().map(summary_reason).collect(),
        cuts: chosen.cuts.iter().map(|span| convert(*span, offsets)).collect(),
    };
    SummaryReport {
        sentences: analysis.summary.sentences.iter().map(&mut tell).collect(),
        ranking: analysis.summary.ranking.iter().map(&mut tell).collect(),
        headline: analysis.summary.headline,
    }
}

fn keyphrases(analysis: &Analysis<'_>, offsets: &mut Offsets<'_>) -> Vec<KeyphraseReport> {
    let keyphrases = analysis.keyphrases.iter();
    keyphrases
        .map(|keyphrase| KeyphraseReport {
            text: analysis.text().slice(keyphrase.span).to_owned(),
            spans: keyphrase.spans.iter().map(|span| convert(*span, offsets)).collect(),
            within: keyphrase.within,
            entity: keyphrase.entity,
            score: Decimal(keyphrase.score),
        })
        .collect()
}

fn event(analysis: &Analysis<'_>, offsets: &mut Offsets<'_>) -> Option<EventReport> {
    let event = analysis.event.as_ref()?;
    let mut place = |answer: Answer| Place {
        span: convert(answer.span, offsets),
        confidence: Decimal(answer.confidence),
    };
    Some(EventReport {
        who: event.who.map(&mut place),
        what: place(event.what),
        when: event.when.map(&mut place),
        r#where: event.where_.map(&mut place),
        why: event.why.map(&mut place),
        how: event.how.map(&mut place),
        modality: modality(event.modality),
        polarity: if event.is_negated { "negative" } else { "positive" },
    })
}

fn warnings(analysis: &Analysis<'_>, offsets: &mut Offsets<'_>) -> Vec<WarningReport> {
    let warnings = analysis.warnings.iter();
    warnings
        .map(|warning| WarningReport {
            code: warning_code(warning.code),
            span: warning.span.map(|span| convert(span, offsets)),
            spans: (!warning.spans.is_empty())
                .then(|| warning.spans.iter().map(|span| convert(*span, offsets)).collect()),
            message: warning.message.clone(),
        })
        .collect()
}
