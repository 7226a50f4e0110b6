//! Names where they stand.
//!
//! In: tokens, sentences, sections and the language's lexicon. Out: [`Mention`]s in order. Which of them are
//! the same thing is left to `entities`.

mod adjectives;
mod candidates;
mod compounds;
mod document;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod examples;
mod features;
mod lexical;
mod nouns;
mod organisations;
mod persons;
mod places;
mod repeats;
mod ruled;
mod rules;
mod sequences;
mod tagged;
mod view;
mod words;

use candidates::Candidate;
pub(crate) use compounds::Compounds;
pub(crate) use rules::NameRules;
pub(crate) use words::unshouted;

use super::sentences::Sentence;
use super::tokens::Token;
use crate::article::Section;
use crate::lang::Language;
use crate::model::tagger::Tagger;
use crate::model::{Clusters, Lexicon};
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
    pub(crate) clusters: Option<&'a Clusters>,
    pub(crate) tagger: Option<&'a Tagger>,
}

/// Finds names: rules read the article first, then the tagger weighs what they say with everything else. With a
/// pack that has no tagger, the rules alone.
#[inline(never)]
pub(crate) fn find(context: Context<'_>) -> Vec<Mention> {
    let words = words::read(context);
    let ruled = ruled::find(context, &words);
    match context.tagger {
        Some(tagger) => tagged::find(context, &words, &ruled, tagger),
        None => ruled.names.iter().map(Candidate::mention).collect(),
    }
}
