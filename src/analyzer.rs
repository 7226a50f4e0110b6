//! The front door.
//!
//! In: language packs once, then any number of texts with [`Options`]. Out: an [`Analysis`] each.

use crate::analysis::Analysis;
use crate::article::Format;
use crate::error::{Error, MAX_INPUT_BYTES};
use crate::lang::Language;
use crate::layers::summary::SummaryOptions;
use crate::model::Pack;
use crate::pipeline::{self, Stage};

/// Analyses articles. Keeps nothing between them, so one can serve any number of threads.
///
/// ```
/// use kernsatz::{Analyzer, Options};
/// let analyzer = Analyzer::new(Vec::new());
/// let analysis = analyzer.analyze("Tokio - Es regnet. Der Verkehr ruht.", &Options::default())?;
/// assert!(!analysis.sentences.is_empty());
/// # Ok::<(), kernsatz::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Analyzer {
    packs: Vec<Pack>,
}

impl Analyzer {
    /// An analyzer that knows the languages of `packs`; of two packs of one language the later one holds.
    pub fn new(packs: Vec<Pack>) -> Self {
        let mut analyzer = Self::default();
        for pack in packs {
            analyzer.add(pack);
        }
        analyzer
    }

    /// Adds a language, or replaces its pack.
    pub fn add(&mut self, pack: Pack) {
        self.packs.retain(|known| known.language() != pack.language());
        self.packs.push(pack);
    }

    /// The languages whose packs are loaded.
    pub fn languages(&self) -> impl Iterator<Item = Language> + '_ {
        self.packs.iter().map(Pack::language)
    }

    /// Analyses `source`. Any text gives an analysis.
    ///
    /// # Errors
    /// `input-too-long` for more than [`MAX_INPUT_BYTES`], `bad-options` for a date that is none.
    pub fn analyze<'s>(&self, source: &'s str, options: &Options) -> Result<Analysis<'s>, Error> {
        self.analyze_with_progress(source, options, &mut |_| {})
    }

    /// As [`Analyzer::analyze`], and tells `progress` which stage begins.
    ///
    /// # Errors
    /// The same.
    pub fn analyze_with_progress<'s>(
        &self,
        source: &'s str,
        options: &Options,
        progress: &mut dyn FnMut(Stage),
    ) -> Result<Analysis<'s>, Error> {
        if source.len() > MAX_INPUT_BYTES {
            return Err(Error::input_too_long(source.len()));
        }
        options.check()?;
        Ok(pipeline::run(source, options, &self.packs, progress))
    }
}

/// What the caller knows about a text, or wants of its analysis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The text's language as a BCP 47 tag; `None` to find it out. In a language without support, only the
    /// language-neutral layers run.
    pub language: Option<String>,
    /// How the source is written.
    pub format: Format,
    /// When it was written: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub document_creation_time: Option<String>,
    /// How the article is summed up.
    pub summary: SummaryOptions,
}

impl Options {
    fn check(&self) -> Result<(), Error> {
        if let Some(date) = self.document_creation_time.as_deref().filter(|date| !is_date(date)) {
            return Err(Error::options(format!(
                "documentCreationTime is {date:?}; it takes YYYY, YYYY-MM or YYYY-MM-DD"
            )));
        }
        if let Some(tag) = self.language.as_deref().filter(|tag| !is_language_tag(tag)) {
            return Err(Error::options(format!(
                "language is {tag:?}; it takes a BCP 47 tag such as de or en-GB"
            )));
        }
        Ok(())
    }
}

/// Whether `date` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD` with a month and a day that can be.
fn is_date(date: &str) -> bool {
    let mut parts = date.split('-');
    let mut part = |digits: usize, from: u32, to: u32| match parts.next() {
        None => true,
        Some(part) => {
            part.len() == digits
                && part.bytes().all(|b| b.is_ascii_digit())
                && part.parse().is_ok_and(|n: u32| (from..=to).contains(&n))
        }
    };
    let fits = !date.is_empty() && part(4, 0, 9999) && part(2, 1, 12) && part(2, 1, 31);
    fits && parts.next().is_none()
}

/// Whether `tag` has the form of a BCP 47 tag: a language of two to eight letters, then subtags.
fn is_language_tag(tag: &str) -> bool {
    let mut subtags = tag.split(['-', '_']);
    let language = subtags.next().unwrap_or_default();
    (2..=8).contains(&language.len())
        && language.bytes().all(|b| b.is_ascii_alphabetic())
        && subtags.all(|s| (1..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_tags_are_checked() {
        let check = |tag: &str, expected: bool| assert_eq!(is_language_tag(tag), expected, "{tag:?}");
        check("de", true);
        check("de-AT", true);
        check("zh_Hant_TW", true);
        check("d", false);
        check("de-", false);
        check("Deutsch!", false);
        check("", false);
    }

    #[test]
    fn dates_are_checked() {
        let check = |date: &str, expected: bool| assert_eq!(is_date(date), expected, "{date:?}");
        check("2024", true);
        check("2024-07", true);
        check("2024-07-28", true);
        check("2024-13", false);
        check("2024-7-28", false);
        check("2024-07-32", false);
        check("2024-07-28-1", false);
        check("28.7.2024", false);
        check("", false);
    }
}
