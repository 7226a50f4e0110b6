//! The ledger by who stands for it.
//!
//! In: the claims of an analysis. Out: [`Holding`]s in the order of their first claim, nobody's last. How they are
//! written is left to `markdown` and `html`.

use super::wording::Wording;
use crate::analysis::Analysis;
use crate::layers::claims::{Claim, HolderKind};
use crate::text::Span;

/// So many groups without an entity are looked through for the same words; later ones begin anew.
const REACH: usize = 64;

/// Somebody and what they stand for.
#[derive(Debug)]
pub(super) struct Holding<'a> {
    /// Their name with their office, or the words that name them; none for what nobody stands for.
    pub(super) label: Option<String>,
    pub(super) claims: Vec<&'a Claim>,
}

pub(super) fn holdings<'a>(analysis: &'a Analysis<'_>) -> Vec<Holding<'a>> {
    let mut holdings: Vec<Holding<'a>> = Vec::new();
    let mut nobody = Holding { label: None, claims: Vec::new() };
    let mut of_entity: Vec<Option<usize>> = vec![None; analysis.entities.len()];
    for claim in &analysis.claims {
        if claim.holder.kind == HolderKind::None {
            nobody.claims.push(claim);
            continue;
        }
        let entity = claim.holder.entity.map(|entity| entity as usize);
        let known = entity.and_then(|entity| of_entity.get(entity).copied().flatten());
        let label = analysis.holder_of(claim);
        let known = known.or_else(|| {
            let from = holdings.len().saturating_sub(REACH);
            let same = holdings[from..].iter().position(|holding| holding.label == label)?;
            Some(from + same)
        });
        let place = known.unwrap_or(holdings.len());
        if place == holdings.len() {
            holdings.push(Holding { label, claims: Vec::new() });
        }
        if let Some(slot) = entity.and_then(|entity| of_entity.get_mut(entity)) {
            *slot = Some(place);
        }
        holdings[place].claims.push(claim);
    }
    if !nobody.claims.is_empty() {
        holdings.push(nobody);
    }
    holdings
}

/// What is claimed, and how it is told.
pub(super) fn told<'w>(analysis: &Analysis<'_>, claim: &Claim, words: &'w Wording) -> (Vec<Span>, &'w str) {
    match claim.quotation.and_then(|number| analysis.quotations.get(number as usize)) {
        Some(quotation) => (quotation.content.clone(), words.quotation_type(quotation.quotation_type)),
        None => (vec![claim.span], words.hedged),
    }
}
