//! What can go wrong, once for the whole crate.
//!
//! Analysis itself cannot fail: only a bad pack, bad options or an input over the limit are errors.
//! What is odd about a text is data: [`Warning`]s in the analysis.

use std::fmt;

use crate::text::Span;

/// The longest input, in bytes of UTF-8: 32 MiB. Longer ones are refused before any work is done.
pub const MAX_INPUT_BYTES: usize = 32 * 1024 * 1024;

/// Why no [`crate::Analyzer`] or no analysis could be made. The text says what to do.
///
/// Opaque on purpose: programs read [`Error::code`], people the message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    InputTooLong { bytes: usize },
    Pack { reason: String },
    Options { reason: String },
}

impl Error {
    /// The input is longer than [`MAX_INPUT_BYTES`].
    pub(crate) fn input_too_long(bytes: usize) -> Self {
        Self { kind: Kind::InputTooLong { bytes } }
    }

    /// A language pack cannot be read; `reason` is a clause such as `"the checksum does not match"`.
    pub(crate) fn pack(reason: impl Into<String>) -> Self {
        Self { kind: Kind::Pack { reason: reason.into() } }
    }

    /// The options cannot be used; `reason` names the option and what it takes.
    pub(crate) fn options(reason: impl Into<String>) -> Self {
        Self { kind: Kind::Options { reason: reason.into() } }
    }

    /// A stable name for programs: `input-too-long`, `bad-pack` or `bad-options`.
    pub fn code(&self) -> &'static str {
        match self.kind {
            Kind::InputTooLong { .. } => "input-too-long",
            Kind::Pack { .. } => "bad-pack",
            Kind::Options { .. } => "bad-options",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::InputTooLong { bytes } => write!(
                f,
                "The text has {bytes} bytes; the limit is {MAX_INPUT_BYTES} (32 MiB). Split it and analyse the parts."
            ),
            Kind::Pack { reason } => write!(
                f,
                "This language pack cannot be used: {reason}. Take the pack that was built with this version."
            ),
            Kind::Options { reason } => write!(f, "These options cannot be used: {reason}."),
        }
    }
}

impl std::error::Error for Error {}

/// Something about a text that its reader should know; the analysis stands all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// A stable name for programs.
    pub code: WarningCode,
    /// Where, if it is about one place.
    pub span: Option<Span>,
    /// Where, if it is about several places.
    pub spans: Vec<Span>,
    /// One English sentence for people.
    pub message: String,
}

/// The stable names of warnings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WarningCode {
    /// There is nothing to read.
    EmptyText,
    /// The text is in a language without support; only the language-neutral layers ran.
    UnsupportedLanguage,
    /// The language is supported, but its pack was not given: no names, no summary.
    MissingPack,
    /// The text is too short to tell its language with confidence.
    UncertainLanguage,
    /// Two places of the article say what does not go together.
    ConflictingStatements,
    /// The headline names something or gives a figure that the text does not.
    HeadlineUnsupported,
}
