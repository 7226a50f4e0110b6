//! Pasted HTML to text and sections.

use super::{plain, Article};

pub(super) fn read(source: &str) -> Article<'_> {
    plain::read(source)
}
