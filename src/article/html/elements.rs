//! What elements do to the text.
//!
//! In: a tag's name. Out: its [`Element`]: whether it breaks the line, hides its content, and what its content is
//! by the element alone. What classes and roles say is left to [`super::hints`].

use crate::article::SectionKind;

/// Elements that matter here; all others are [`Element::Inline`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Element {
    Inline,
    Link,
    Time,
    /// Breaks the line and means nothing else here: `div`, `section`, `dd`.
    Block,
    Body,
    Paragraph,
    Article,
    MainHeading,
    Heading,
    Figcaption,
    List,
    ListItem,
    Table,
    Row,
    Cell,
    Quote,
    Preformatted,
    /// `nav`, `aside`, `footer`, `form`, `menu`
    Furniture,
    /// `button`, `label`: furniture inside a line.
    InlineFurniture,
    /// `script`, `style`, `template`: nothing of it is read.
    Hidden,
    /// `svg`, `math`: as hidden, and `<script/>` inside closes itself.
    Foreign,
    Break,
    Rule,
    /// `img`, `input`: no content, and nothing to read.
    Void,
    Meta,
}

/// How many kinds of elements there are.
pub(super) const KINDS: usize = Element::Meta as usize + 1;

impl Element {
    pub(super) fn of(name: &[u8]) -> Self {
        match name {
            b"a" => Self::Link,
            b"time" => Self::Time,
            b"body" | b"html" => Self::Body,
            b"p" => Self::Paragraph,
            b"article" | b"main" => Self::Article,
            b"h1" => Self::MainHeading,
            b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => Self::Heading,
            b"figcaption" | b"caption" => Self::Figcaption,
            b"ul" | b"ol" | b"dir" | b"dl" => Self::List,
            b"li" => Self::ListItem,
            b"table" => Self::Table,
            b"tr" => Self::Row,
            b"td" | b"th" => Self::Cell,
            b"blockquote" => Self::Quote,
            b"pre" | b"listing" | b"xmp" | b"plaintext" => Self::Preformatted,
            b"nav" | b"aside" | b"footer" | b"form" | b"menu" | b"dialog" => Self::Furniture,
            b"button" | b"label" | b"select" | b"option" => Self::InlineFurniture,
            b"script" | b"style" | b"template" | b"noscript" | b"title" | b"iframe" | b"noembed"
            | b"noframes" | b"object" | b"canvas" | b"audio" | b"video" | b"textarea" | b"datalist"
            | b"rp" => Self::Hidden,
            b"svg" | b"math" => Self::Foreign,
            b"br" => Self::Break,
            b"hr" => Self::Rule,
            b"meta" => Self::Meta,
            b"img" | b"input" | b"link" | b"wbr" | b"source" | b"track" | b"col" | b"embed" | b"area"
            | b"base" | b"param" => Self::Void,
            b"address" | b"center" | b"dd" | b"details" | b"div" | b"dt" | b"fieldset" | b"figure"
            | b"header" | b"hgroup" | b"legend" | b"search" | b"section" | b"summary" | b"tbody"
            | b"thead" | b"tfoot" | b"colgroup" => Self::Block,
            _ => Self::Inline,
        }
    }

    /// Whether it has no content and no end tag.
    pub(super) const fn is_void(self) -> bool {
        matches!(self, Self::Void | Self::Meta | Self::Break | Self::Rule)
    }

    /// Whether text before and inside stands on lines of their own.
    pub(super) const fn is_block(self) -> bool {
        !matches!(
            self,
            Self::Inline
                | Self::Link
                | Self::Time
                | Self::InlineFurniture
                | Self::Hidden
                | Self::Foreign
                | Self::Break
                | Self::Void
                | Self::Meta
                | Self::Cell
        )
    }

    /// Whether nothing of its content is read.
    pub(super) const fn is_hidden(self) -> bool {
        matches!(self, Self::Hidden | Self::Foreign)
    }

    /// Whether an open element `self` ends where `next` begins, as the end tags that HTML lets out.
    pub(super) const fn ends_at(self, next: Self) -> bool {
        match self {
            Self::Paragraph => next.is_block(),
            Self::ListItem => matches!(next, Self::ListItem),
            Self::Cell => matches!(next, Self::Cell | Self::Row),
            Self::Row => matches!(next, Self::Row),
            _ => false,
        }
    }

    /// What its content is.
    pub(super) const fn hint(self) -> Option<SectionKind> {
        match self {
            Self::MainHeading => Some(SectionKind::Headline),
            Self::Heading => Some(SectionKind::Subheading),
            Self::Figcaption => Some(SectionKind::Caption),
            Self::ListItem => Some(SectionKind::ListItem),
            Self::Row => Some(SectionKind::TableRow),
            Self::Furniture | Self::InlineFurniture => Some(SectionKind::Furniture),
            _ => None,
        }
    }
}
