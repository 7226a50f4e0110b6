//! Who stands for a statement, and how a list names them.
//!
//! In: a quotation with its source, mentions and entities. Out: a [`Holder`]. Who speaks was found by `quotations`.

use super::{Holder, HolderKind};
use crate::layers::mentions::Context;
use crate::layers::quotations::{Names, Quotation, Source};
use crate::text::{capitalised, Span};

/// Who stands for what a quotation says.
pub(super) fn holder(context: Context<'_>, names: &Names<'_>, quotation: &Quotation) -> Holder {
    let source = quotation.source.unwrap_or_default();
    let Some(span) = source.named() else { return Holder::NOBODY };
    let kind = if source.entity.is_some() || is_known(context, source, span) {
        HolderKind::Named
    } else {
        HolderKind::Unnamed
    };
    // Two people are no single entity.
    let entity = source.entity.filter(|entity| !names.has_others(span, *entity));
    let name = match entity.and_then(|entity| names.get(entity)) {
        Some(entity) => entity.name.clone(),
        None => several(context, names, span).unwrap_or_else(|| label(context, span)),
    };
    Holder { kind, entity, span: Some(span), name: Some(name) }
}

/// The names of several that speak together: `die USA und Japan`.
fn several(context: Context<'_>, names: &Names<'_>, span: Span) -> Option<String> {
    let words = context.language.speech_words();
    let and = words_of(context.text.slice(span)).into_iter().find(|word| words.coordinates(word))?;
    let all = names.all(span);
    let mut name = String::new();
    for (place, entity) in all.iter().filter_map(|entity| names.get(*entity)).enumerate() {
        if place > 0 && place + 1 == all.len() {
            name.push(' ');
            name.push_str(and);
            name.push(' ');
        } else if place > 0 {
            name.push_str(", ");
        }
        name.push_str(&entity.name);
    }
    (all.len() > 1).then_some(name)
}

/// Whether words without a name mean somebody certain: `die Polizei`, `der gemeinsamen Erklärung`.
fn is_known(context: Context<'_>, source: Source, span: Span) -> bool {
    let tokens = context.tokens;
    let first = tokens.partition_point(|token| token.span.start() < span.start());
    let words = tokens[first..].iter().take_while(|token| token.span.end() <= span.end());
    let words = words.filter(|token| token.kind.is_word()).map(|token| context.text.slice(token.span));
    context.language.speech_words().is_known(source.antecedent.is_some(), words)
}

#[inline(never)] // Called from two places, and large.
fn words_of(phrase: &str) -> Vec<&str> {
    phrase.split_whitespace().collect()
}

/// Words without a name as a list names them: in the nominative, with a capital, on one line.
fn label(context: Context<'_>, span: Span) -> String {
    let tokens = context.tokens;
    let word = |at: usize| tokens.get(at).map_or("", |token| context.text.slice(token.span));
    let words = context.language.speech_words();
    let mut first = tokens.partition_point(|token| token.span.start() < span.start());
    let end = tokens.partition_point(|token| token.span.end() <= span.end());
    let mut is_governed = first > 0 && words.governs(word(first - 1)) || words.follows(word(end));
    // `Angaben der Polizei`: the police say so.
    if first + 1 < end && words.tells_opinion(word(first)) && words.opens_genitive(word(first + 1)) {
        let is_preposition = words.governs(word(first + 1)) && first + 2 < end;
        first += 1 + usize::from(is_preposition);
        is_governed = true;
    }
    let start = tokens.get(first).map_or(span.start(), |token| token.span.start());
    let phrase = context.text.slice(Span::new(start.min(span.end()), span.end()));
    let phrase = words_of(phrase);
    let line = if is_governed { context.language.nominative(&phrase) } else { phrase.join(" ") };
    capitalised(&line)
}
