//! The ledger: who stands for what the article says.
//!
//! In: quotations, words that hedge, sentences with their tokens, mentions and entities. Out: a [`Ledger`]: each
//! attributed statement once, what the article says with a hedge and nobody stands for, how much of the article stands
//! on whom, and statements that do not go together (`conflicts`). Who speaks in a quotation was found by `quotations`.

mod conflicts;
mod holders;
mod slots;

use super::entities::Entity;
use super::mentions::{Context, Mention};
use super::quotations::{Names, Quotation, Speech};
use crate::article::SectionKind;
use crate::error::Warning;
use crate::order;
use crate::text::Span;

/// Something that is claimed. Its number is its index.
///
/// Invariant: claims are sorted by their start and disjoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What is claimed, from its first word to its last.
    pub span: Span,
    /// Who stands for it.
    pub holder: Holder,
    /// The number of the quotation that it is told in; none for what the article itself says with a hedge.
    pub quotation: Option<u32>,
    /// The words that hold it off: `angeblich`, `soll`.
    pub hedges: Vec<Span>,
}

/// Who stands for a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Whether a reader can know them.
    pub kind: HolderKind,
    /// The number of the entity.
    pub entity: Option<u32>,
    /// The words that name them.
    pub span: Option<Span>,
    /// Their name in a list: that of the entity or of several, else the words in the nominative.
    pub name: Option<String>,
}

impl Holder {
    const NOBODY: Self = Self { kind: HolderKind::None, entity: None, span: None, name: None };
}

/// Whether a reader can know who stands for a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HolderKind {
    /// Somebody with a name, an institution, a certain document.
    Named,
    /// `ein Sprecher`, `Beobachter`, `Regierungskreise`.
    Unnamed,
    /// Nobody.
    None,
}

/// On whom the body of an article stands, in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Attribution {
    /// On sources that a reader can know.
    pub named: u32,
    /// On others.
    pub unnamed: u32,
    /// On the article itself.
    pub none: u32,
}

/// What this layer finds.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    pub(crate) claims: Vec<Claim>,
    pub(crate) attribution: Attribution,
    pub(crate) warnings: Vec<Warning>,
}

/// Draws up the ledger. Linear but for sorting.
pub(crate) fn find(
    context: Context<'_>,
    speech: &Speech,
    mentions: &[Mention],
    entities: &[Entity],
) -> Ledger {
    let mut claims = attributed(context, &Names::new(mentions, entities), &speech.quotations);
    hedged(context, speech, &mut claims);
    order::sort_by_key(&mut claims, |claim| claim.span.start());
    for hedge in &speech.hedges {
        let after = claims.partition_point(|claim| claim.span.start() <= hedge.start());
        if let Some(claim) = after.checked_sub(1).and_then(|index| claims.get_mut(index)) {
            if claim.span.contains(*hedge) {
                claim.hedges.push(*hedge);
            }
        }
    }
    let attribution = shares(context, &claims);
    let warnings = conflicts::find(context, &claims, mentions, entities);
    Ledger { claims, attribution, warnings }
}

/// From the first word of what is said to the last.
fn extent(quotation: &Quotation) -> Option<Span> {
    let (first, last) = (quotation.content.first()?, quotation.content.last()?);
    Some(first.cover(*last))
}

/// The statements that somebody stands for; what stands in another's words, or is told twice, once.
fn attributed(context: Context<'_>, names: &Names<'_>, quotations: &[Quotation]) -> Vec<Claim> {
    let mut extents: Vec<(Span, u32)> = quotations
        .iter()
        .zip(0..)
        .filter_map(|(quotation, number)| Some((extent(quotation)?, number)))
        .collect();
    order::sort_by_key(&mut extents, |(span, number)| (span.start(), std::cmp::Reverse(span.end()), *number));
    let holder = |quotation: &Quotation| holders::holder(context, names, quotation);
    let mut claims: Vec<Claim> = Vec::with_capacity(extents.len());
    for (span, number) in extents {
        let quotation = &quotations[number as usize];
        if let Some(last) = claims.last_mut() {
            // The inner speaker of the same words is the one who said them.
            if last.span == span && quotation.parent.is_some() && quotation.parent == last.quotation {
                (last.holder, last.quotation) = (holder(quotation), Some(number));
            }
            if span.start() < last.span.end() {
                continue;
            }
        }
        claims.push(Claim { span, holder: holder(quotation), quotation: Some(number), hedges: Vec::new() });
    }
    claims
}

/// What the article itself says with a hedge, where nobody stands for it: a claim for each sentence.
fn hedged(context: Context<'_>, speech: &Speech, claims: &mut Vec<Claim>) {
    let known = claims.len();
    let mut index = 0;
    for hedge in &speech.hedges {
        while claims[index..known].first().is_some_and(|claim| claim.span.end() <= hedge.start()) {
            index += 1;
        }
        let after = context.sentences.partition_point(|sentence| sentence.span.start() <= hedge.start());
        let Some(sentence) = after.checked_sub(1).map(|at| &context.sentences[at]) else { continue };
        let touches = |claim: &Claim| {
            claim.span.start() < sentence.span.end() && sentence.span.start() < claim.span.end()
        };
        // A claim in the same sentence may begin behind the hedge or end before it.
        let near = claims[index.saturating_sub(1)..known].iter().take(2).any(touches)
            || claims[known..].last().is_some_and(touches);
        if near {
            continue;
        }
        claims.push(Claim {
            span: sentence.span,
            holder: Holder::NOBODY,
            quotation: None,
            hedges: Vec::new(),
        });
    }
}

/// How many characters of the body stand on whom.
fn shares(context: Context<'_>, claims: &[Claim]) -> Attribution {
    let count = |span: Span| context.text.slice(span).chars().filter(|c| !c.is_whitespace()).count() as u32;
    let mut shares = Attribution::default();
    let mut claims = claims.iter().peekable();
    for section in context.sections {
        let is_body = matches!(section.kind, SectionKind::Body | SectionKind::Lead | SectionKind::ListItem);
        let mut attributed = 0;
        let mut rest = claims.clone();
        while let Some(claim) = rest.next_if(|claim| claim.span.start() < section.span.end()) {
            let start = claim.span.start().max(section.span.start());
            let end = claim.span.end().min(section.span.end());
            if is_body && start < end {
                let length = count(Span::new(start, end));
                match claim.holder.kind {
                    HolderKind::Named => shares.named += length,
                    HolderKind::Unnamed => shares.unnamed += length,
                    HolderKind::None => continue,
                }
                attributed += length;
            }
        }
        if is_body {
            shares.none += count(section.span) - attributed;
        }
        while claims.next_if(|claim| claim.span.end() <= section.span.end()).is_some() {}
    }
    shares
}
