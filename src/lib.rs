//! Kernsatz reads a news article like an analyst, inside the reader's own browser.
//!
//! Text goes in; out comes an [`Analysis`]: the article's parts, its sentences, the people, places and
//! organisations that it names, each thing counted once, places linked to the world, and the sentences that sum it up.
//!
//! # Code map
//!
//! - `analyzer`: the front door, [`Analyzer`] and [`Options`]
//! - `pipeline`: the passes in order
//! - `analysis`: what they found; `report`: its serialisable twin, the only place where offsets change
//!   encoding
//! - `render`: an analysis as Markdown or HTML for people
//! - `text`: the text and places in it
//! - `article`: pasted text or HTML to sections
//! - `layers`: one file for each layer
//! - `model`: packs and what they hold
//! - `lang`: all that is particular to a language
//! - `wasm`: the only file that names the browser's bindings
//!
//! # Invariants
//!
//! - **Invariant: a pass borrows the earlier layers and returns its own.** No pass changes a finished layer.
//! - **Invariant: analysis cannot fail.** Any string gives an analysis; only packs, options and the length
//!   limit give an [`Error`].
//! - **Invariant: bytes inside, the caller's encoding at the rim.**
//! - **Invariant: same bytes in, same bytes out,** native and wasm alike: no clock, no randomness, no hash
//!   order, no locale, integer scores.
//! - **Invariant: linear time and memory** in the length of the text; no recursion on input depth.

mod analysis;
mod analyzer;
mod article;
mod error;
mod hash;
mod lang;
mod layers;
mod map;
mod model;
mod order;
mod pipeline;
mod render;
mod report;
mod score;
mod text;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use analysis::{Analysis, CreationTime, CreationTimeSource};
pub use analyzer::{Analyzer, Options};
pub use article::{Format, Section, SectionKind, SourceRun};
pub use error::{Error, Warning, WarningCode, MAX_INPUT_BYTES};
pub use lang::{Language, LanguageGuess};
pub use layers::amounts::{Amount, AmountKind, Bound};
pub use layers::claims::{Attribution, Claim, Holder, HolderKind};
pub use layers::entities::{Entity, Role, SalienceReason};
pub use layers::event::{Answer, Event, Modality};
pub use layers::keyphrases::Keyphrase;
pub use layers::links::{Link, Position};
pub use layers::mentions::{EntityType, Mention, MentionKind};
pub use layers::quotation_marks::QuotationMarks;
pub use layers::quotations::{Mood, Quotation, QuotationType, Source};
pub use layers::reading::Reading;
pub use layers::sentences::Sentence;
pub use layers::summary::{Summary, SummaryLength, SummaryOptions, SummaryReason, SummarySentence};
pub use layers::timexes::{Anchor, Modifier, Timex, TimexType};
pub use layers::tokens::{Token, TokenKind};
#[cfg(not(target_arch = "wasm32"))]
pub use model::{build_pack, bundled_packs, learn_ranks, BuiltPack};
pub use model::{Lexicon, Pack};
pub use pipeline::Stage;
pub use report::Report;
pub use score::Score;
pub use text::{Offsets, PositionEncoding, Span, Text};
