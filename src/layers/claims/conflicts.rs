//! Statements of one article that do not go together.
//!
//! In: sentences, claims, mentions and entities. Out: warnings about two sentences that say the same of different names
//! (`zum Schutz Japans`, `zur Verteidigung Südkoreas`), or count the same thing differently (`zwölf Verletzte`, `14
//! Verletzte`), with no time and no source that explains it. Rather silent than wrong; which of them is right is left to
//! the reader.

use super::slots::{read, Filler, Frame, Slot};
use super::{Claim, Holder};
use crate::article::SectionKind;
use crate::error::{Warning, WarningCode};
use crate::layers::entities::Entity;
use crate::layers::mentions::{Context, Mention};
use crate::text::Span;

/// How many sentences back a statement is compared.
const REACH: usize = 12;

/// The conflicts worth a look. Linear: a sentence is compared with a few before it.
pub(super) fn find(
    context: Context<'_>,
    claims: &[Claim],
    mentions: &[Mention],
    entities: &[Entity],
) -> Vec<Warning> {
    let words = context.language.speech_words();
    let mut entity_of = vec![0; mentions.len()];
    for (entity, number) in entities.iter().zip(0..) {
        for &mention in &entity.mentions {
            entity_of[mention as usize] = number;
        }
    }
    let mut frames: Vec<Frame<'_>> = Vec::new();
    let mut warnings = Vec::new();
    for sentence in context.sentences {
        let kind = context.sections[sentence.section as usize].kind;
        if !matches!(kind, SectionKind::Body | SectionKind::Lead) {
            continue;
        }
        let frame = read(context, words, sentence, mentions, &entity_of);
        if frame.slots.is_empty() {
            continue;
        }
        let found = frames.iter().rev().take(REACH).find_map(|before| conflict(before, &frame, claims));
        if let Some((first, second)) = found {
            let message = format!(
                "Two places do not go together: “{}” and “{}”.",
                context.text.slice(first),
                context.text.slice(second)
            );
            let spans = vec![first, second];
            warnings.push(Warning { code: WarningCode::ConflictingStatements, span: None, spans, message });
        }
        frames.push(frame);
    }
    warnings
}

/// The places at which two sentences conflict.
fn conflict(before: &Frame<'_>, frame: &Frame<'_>, claims: &[Claim]) -> Option<(Span, Span)> {
    if before.explains || frame.explains {
        return None;
    }
    let shared = frame.stems.iter().filter(|stem| before.stems.contains(stem)).count();
    let is_elsewhere = !before.names.is_empty()
        && !frame.names.is_empty()
        && !frame.names.iter().any(|name| before.names.contains(name));
    let has = |frame: &Frame<'_>, slot: &Slot<'_>| {
        frame.slots.iter().any(|known| known.noun == slot.noun && known.filler == slot.filler)
    };
    let is_name = |slot: &Slot<'_>| matches!(slot.filler, Filler::Name(_));
    let differs = |slot: &&Slot<'_>, other: &&Slot<'_>| {
        other.noun == slot.noun
            && other.filler != slot.filler
            && is_name(other) == is_name(slot)
            // Dead and injured are few words; names take more that is alike.
            && if is_name(slot) { shared > 1 } else { shared > 0 && !is_elsewhere }
            // What one of them says of both is no conflict.
            && !has(before, slot)
            && !has(frame, other)
    };
    let (slot, other) = frame
        .slots
        .iter()
        .find_map(|slot| Some((slot, before.slots.iter().find(|other| differs(&slot, other))?)))?;
    match (holder(claims, other.span), holder(claims, slot.span)) {
        // Different sources may count differently.
        (Some(one), Some(two)) if one != two && !is_name(slot) => None,
        _ => Some((other.span, slot.span)),
    }
}

fn holder(claims: &[Claim], span: Span) -> Option<&Holder> {
    let after = claims.partition_point(|claim| claim.span.start() <= span.start());
    let claim = after.checked_sub(1).map(|index| &claims[index])?;
    claim.span.contains(span).then_some(&claim.holder)
}
