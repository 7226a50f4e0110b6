//! The parts of an article.

use crate::text::Span;

/// A part of the article. Paragraphs are sections of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is.
    pub kind: SectionKind,
    /// Where it stands, without blanks at its ends.
    pub span: Span,
}

/// What a part of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SectionKind {
    /// A header line of an archive or an export, such as `date 2024-07 1`.
    Header,
    /// A line above the headline that names topic or place.
    Kicker,
    /// The title.
    Headline,
    /// The first paragraph, where it sums the article up.
    Lead,
    /// Who wrote it.
    Byline,
    /// When it was published.
    Date,
    /// The place (and agency) that opens a report: `Tokio -`, `BERLIN (dpa) –`.
    Dateline,
    /// The text below a picture.
    Caption,
    /// Who made a picture: `Foto: X/AP/dpa`.
    Credit,
    /// A title inside the article.
    Subheading,
    /// A paragraph.
    Body,
    /// A point of a list.
    ListItem,
    /// A row of a table.
    TableRow,
    /// What belongs to the web page, not to the article: share buttons, cookie notices, teasers.
    Furniture,
}

impl SectionKind {
    /// Whether its sentences are part of what the article says.
    pub const fn is_prose(self) -> bool {
        matches!(self, Self::Lead | Self::Body | Self::ListItem)
    }
}
