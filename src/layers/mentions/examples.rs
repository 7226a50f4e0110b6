//! Sentences as the trainer sees them. Native only.
//!
//! In: a document in its context. Out: for each sentence its tokens, each with its span and the keys of its
//! features, made by the same functions as when reading.

use super::features::{edge_key, Features, PLACES, REACH};
use super::{ruled, words, Context};
use crate::text::Span;

/// A token and its features.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    /// Without an English genitive ending.
    pub(crate) span: Span,
    pub(crate) features: Vec<u32>,
}

/// Looks at every sentence.
pub(crate) fn read(context: Context<'_>) -> Vec<Vec<Token>> {
    let words = words::read(context);
    let ruled = ruled::find(context, &words);
    let features = Features::new(context, &words, &ruled);
    let mut sentences = Vec::with_capacity(context.sentences.len());
    for sentence in context.sentences {
        let range = sentence.token_range();
        let mut forms = Vec::with_capacity(range.len());
        for at in range.clone() {
            let mut found = Vec::new();
            features.of_form(at, &mut found);
            forms.push(found);
        }
        let around = features.surroundings((range.start, range.end));
        let tokens = range.clone().map(|at| {
            let mut keys = Vec::new();
            for place in 0..PLACES {
                match (at + REACH).checked_sub(place).filter(|other| range.contains(other)) {
                    Some(other) => {
                        let form = &forms[other - range.start];
                        keys.extend(form.iter().filter_map(|feature| feature.key_at(place)));
                    }
                    None => keys.push(edge_key(place)),
                }
            }
            features.of_token(at, around, &mut keys);
            Token { span: words[at].name_span(), features: keys }
        });
        sentences.push(tokens.collect());
    }
    sentences
}
