//! Names where they stand.
//!
//! In: tokens, sentences, sections and the language's lexicon. Out: [`Mention`]s in order. Which of them are
//! the same thing is left to `entities`.

mod adjectives;
mod candidates;
mod compounds;
mod document;
mod lexical;
mod nouns;
mod organisations;
mod persons;
mod places;
mod rules;
mod sequences;
mod view;
mod words;

use candidates::Candidate;
pub(crate) use compounds::Compounds;
pub(crate) use rules::NameRules;
use view::View;

use super::sentences::Sentence;
use super::tokens::Token;
use crate::article::Section;
use crate::lang::Language;
use crate::model::Lexicon;
use crate::score::Score;
use crate::text::{Span, Text};

/// A place where something is named.
///
/// Invariant: mentions are sorted by start, then by rising end; a `part` may lie inside a name, nothing else
/// overlaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The named words.
    pub span: Span,
    /// What is named.
    pub kind: MentionKind,
    /// The type of the thing.
    pub entity_type: EntityType,
    /// How sure the finder is.
    pub confidence: Score,
}

/// What kind of thing an entity is; the types are `GermEval`'s.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityType {
    /// A person.
    Person,
    /// A place.
    Location,
    /// An organisation.
    Organisation,
    /// Any other named thing: an event, a work, a product.
    Other,
}

/// How a thing is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionKind {
    /// By its name.
    Name,
    /// By a word derived from its name: `japanisch`, `Berliner`.
    Derived,
    /// As a part of a compound: `US-Außenminister`.
    Part,
    /// By what it is: `die Ministerin`. Added when entities are known.
    Nominal,
}

/// What the finder may look at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a> {
    pub(crate) text: Text<'a>,
    pub(crate) sections: &'a [Section],
    pub(crate) tokens: &'a [Token],
    pub(crate) sentences: &'a [Sentence],
    pub(crate) language: Language,
    pub(crate) lexicon: &'a Lexicon,
}

/// Finds names. The interface that the trained tagger will have too.
///
/// Two readings: the first finds what stands by itself, the second what the article has told by then.
pub(crate) fn find(context: Context<'_>) -> Vec<Mention> {
    let words = words::read(context);
    let views =
        || context.sentences.iter().map(|sentence| View::new(context, &words, sentence.token_range()));

    let mut names = document::Names::default();
    let mut found: Vec<Candidate> = Vec::new();
    let mut ends: Vec<usize> = Vec::new();
    let mut candidates: Vec<Candidate> = Vec::new();
    for view in views() {
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

    let mut mentions = Vec::with_capacity(found.len());
    let mut start = 0;
    for (view, end) in views().zip(ends) {
        candidates.extend_from_slice(&found[start..end]);
        names.find(&view, &mut candidates);
        candidates::choose(&mut candidates, &view.range);
        mentions.extend(candidates.drain(..).map(|name| name.mention()));
        start = end;
    }
    mentions
}
