//! Who says what.
//!
//! In: sentences with their tokens, pairs of quotation marks, mentions and entities. Out: [`Quotation`]s: direct
//! speech in marks, indirect speech, speech acts that are reported, and sentences whose mood says that somebody
//! else speaks. Whether what is said is true is left to the reader.

mod clauses;
mod confidence;
mod direct;
mod finder;
mod frames;
mod implied;
mod moods;
mod named;
mod sayings;
mod sources;
mod speakers;
mod verbs;
mod words;

use super::entities::Entity;
use super::mentions::{Context, Mention};
use super::quotation_marks::QuotationMarks;
use crate::score::Score;
use crate::text::Span;
pub(crate) use sources::Names;
pub(crate) use words::SpeechWords;

/// Something that somebody says. Its number is its index.
///
/// Invariant: contents are sorted, disjoint and not empty; quotations stand in the order of their ends, so that what is
/// said inside another comes before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// How it is told.
    pub quotation_type: QuotationType,
    /// What is said; of direct speech with its marks.
    pub content: Vec<Span>,
    /// The word that tells of saying.
    pub cue: Option<Span>,
    /// The words around what is said: `sagte sie`.
    pub frame: Option<Span>,
    /// Who says it.
    pub source: Option<Source>,
    /// The mood of its first verb that shows one.
    pub mood: Option<Mood>,
    /// The number of the quotation that it stands in.
    pub parent: Option<u32>,
    /// How sure the finder is.
    pub confidence: Score,
}

/// How something said is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuotationType {
    /// Word for word, in marks.
    Direct,
    /// In a clause that a word of saying opens.
    Indirect,
    /// As an act: `lobte den Entwurf`.
    Reported,
    /// As hearsay: `soll geflohen sein`.
    FreeIndirect,
    /// By its mood alone: `Er sei bereit.`
    IndirectFreeIndirect,
}

/// Who says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Source {
    /// The words that name them.
    pub span: Option<Span>,
    /// For a pronoun: the words that it stands for, as far as that can be told.
    pub antecedent: Option<Span>,
    /// The number of the entity.
    pub entity: Option<u32>,
    /// The number of the quotation whose speaker goes on.
    pub inherited_from: Option<u32>,
}

/// The mood of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mood {
    /// `sei`, `habe`.
    Subjunctive1,
    /// `wäre`, `hätte`.
    Subjunctive2,
    /// `ist`, `hat`.
    Indicative,
}

/// What this layer finds.
#[derive(Debug, Default)]
pub(crate) struct Speech {
    pub(crate) quotations: Vec<Quotation>,
    /// Words that hold off what they stand beside, in order.
    pub(crate) hedges: Vec<Span>,
}

/// Finds who says what. Linear: each sentence is read a few times from left to right.
#[inline(never)]
pub(crate) fn find(
    context: Context<'_>,
    marks: &[QuotationMarks],
    mentions: &[Mention],
    entities: &[Entity],
) -> Speech {
    let quoted = direct::quoted(context, marks);
    finder::Finder::new(context, &quoted, mentions, entities).run()
}
