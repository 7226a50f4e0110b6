//! An analysis as a document for people.
//!
//! In: an [`Analysis`]. Out: Markdown or a self-contained HTML page, worded in the article's language where
//! that is translated, otherwise in English. Programs take [`crate::Report`] instead.

mod figures;
mod html;
mod ledger;
mod markdown;
mod wording;

use crate::analysis::Analysis;

impl Analysis<'_> {
    /// A Markdown document: facts, summary, names, and the article with its names in bold.
    pub fn to_markdown(&self) -> String {
        markdown::render(self)
    }

    /// An HTML page that needs no other file and runs no script: summary with links into the text, names, and
    /// the article with its names marked. Text is escaped.
    pub fn to_html(&self) -> String {
        html::render(self)
    }
}
