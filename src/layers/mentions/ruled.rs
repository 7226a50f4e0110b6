//! Names by rules: lists, forms of names, and what the article says of its names elsewhere.
//!
//! In: the words of the text. Out: [`Ruled`] names and the phrases of the lexicon, for the tagger to weigh; with a
//! pack that has no tagger, they are the mentions.

use super::candidates::{self, Candidate};
use super::view::View;
use super::words::Word;
use super::{adjectives, compounds, document, lexical, organisations, persons, places, sequences, Context};

/// What the rules found, in order, nothing over another.
pub(super) struct Ruled {
    /// Names, derived words and compounds.
    pub(super) names: Vec<Candidate>,
    /// Phrases of the lexicon, wherever they stand.
    pub(super) phrases: Vec<Candidate>,
}

/// Two readings: the first finds what stands by itself, the second what the article has told by then.
#[inline(never)]
pub(super) fn find(context: Context<'_>, words: &[Word]) -> Ruled {
    let views = || context.sentences.iter().map(|sentence| View::new(context, words, sentence.token_range()));

    let mut names = document::Names::default();
    let mut phrases: Vec<Candidate> = Vec::new();
    let mut found: Vec<Candidate> = Vec::new();
    let mut ends: Vec<usize> = Vec::new();
    let mut candidates: Vec<Candidate> = Vec::new();
    for view in views() {
        lexical::phrases(&view, &mut phrases);
        lexical::find(&view, &mut candidates);
        persons::find(&view, &mut candidates);
        organisations::find(&view, &mut candidates);
        places::find(&view, &mut candidates);
        compounds::find(&view, &mut candidates);
        adjectives::find(&view, &mut candidates);
        sequences::find(&view, &mut candidates);
        candidates::choose(&mut candidates, &view.range);
        for name in &candidates {
            names.learn(&view, name);
        }
        found.append(&mut candidates);
        ends.push(found.len());
    }

    let mut chosen = Vec::with_capacity(found.len());
    let mut start = 0;
    for (view, end) in views().zip(ends) {
        candidates.extend_from_slice(&found[start..end]);
        names.find(&view, &mut candidates);
        candidates::choose(&mut candidates, &view.range);
        chosen.append(&mut candidates);
        start = end;
    }
    Ruled { names: chosen, phrases }
}
