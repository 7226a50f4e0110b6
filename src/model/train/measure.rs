//! Scores of a pack on texts that it did not learn from.
//!
//! In: documents with marked names and the pack. Out: precision, recall and F1 of names by type and by length of
//! text (exact span and type), and how far stated confidence is from what is right.

use super::examples::letter;
use crate::layers::mentions::MentionKind;
use crate::model::build::Document;
use crate::model::Pack;
use crate::{Analyzer, Mention, Options};

/// What was found, what was right, what there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    right: u32,
    found: u32,
    marked: u32,
}

impl Tally {
    /// Whether there was nothing to find and nothing found.
    pub(super) fn is_empty(self) -> bool {
        self.found == 0 && self.marked == 0
    }

    /// Percent.
    pub(super) fn f1(self) -> f64 {
        percent(2 * self.right, self.found + self.marked)
    }

    pub(super) fn precision(self) -> f64 {
        percent(self.right, self.found)
    }

    pub(super) fn recall(self) -> f64 {
        percent(self.right, self.marked)
    }
}

fn percent(part: u32, whole: u32) -> f64 {
    if whole == 0 {
        0.0
    } else {
        100.0 * f64::from(part) / f64::from(whole)
    }
}

/// Texts with fewer characters are short; longer than the second, long.
const LENGTHS: [usize; 2] = [400, 1500];
const BINS: usize = 10;

/// All scores on one set of documents.
#[derive(Clone, Debug, Default)]
pub(super) struct Scores {
    pub(super) all: Tally,
    /// Persons, places, organisations, others.
    pub(super) by_type: [Tally; 4],
    /// Short, middle, long texts.
    pub(super) by_length: [Tally; 3],
    /// Derived words and compounds together, spans alone.
    pub(super) derived: Tally,
    /// Of mentions by tenths of their confidence: how many, how many right, and the sum of their thousandths.
    pub(super) reliability: [(u32, u32, u32); BINS],
}

impl Scores {
    /// The expected calibration error, from 0 to 1.
    pub(super) fn calibration_error(&self) -> f64 {
        let total: u32 = self.reliability.iter().map(|bin| bin.0).sum();
        let gap = |(count, right, thousandths): &(u32, u32, u32)| {
            if *count == 0 {
                0.0
            } else {
                (f64::from(*thousandths) / 1000.0 - f64::from(*right)).abs()
            }
        };
        self.reliability.iter().map(gap).sum::<f64>() / f64::from(total.max(1))
    }
}

/// Reads every document and compares.
pub(super) fn measure(pack: &Pack, documents: &[Document]) -> Scores {
    let mut scores = Scores::default();
    for document in documents {
        let length = length(document);
        each_mention(pack, document, |mention, is_right| scores.count_found(mention, is_right, length));
        scores.count_marked(document, length);
    }
    scores
}

/// Tells of each mention that is found whether it is marked, with the same type if it is a name. What the corpus does
/// not mark is passed over.
pub(super) fn each_mention(pack: &Pack, document: &Document, mut tell: impl FnMut(&Mention, bool)) {
    let analyzer = Analyzer::new(vec![pack.clone()]);
    let options = Options { language: Some(pack.language().tag().to_owned()), ..Options::default() };
    // Texts of corpora are far below the limit.
    let Ok(analysis) = analyzer.analyze(&document.text, &options) else { return };
    // No corpus marks offices that mean a person.
    for mention in analysis.mentions.iter().filter(|mention| mention.kind != MentionKind::Nominal) {
        let is_name = mention.kind == MentionKind::Name;
        let letter = if is_name { letter(mention.entity_type) } else { 'D' };
        if document.unmarked.contains(letter) {
            continue;
        }
        let is_right = document.mentions.iter().any(|marked| {
            let span = (mention.span.start() as usize, mention.span.end() as usize);
            let is_marked_name = marked.reading.0 == MentionKind::Name;
            (marked.start, marked.end) == span
                && is_marked_name == is_name
                && (!is_name || marked.reading.1 == mention.entity_type)
        });
        tell(mention, is_right);
    }
}

/// The class of a document's length.
fn length(document: &Document) -> usize {
    let length = document.text.chars().count();
    LENGTHS.iter().filter(|limit| length >= **limit).count()
}

impl Scores {
    fn count_found(&mut self, mention: &Mention, is_right: bool, length: usize) {
        let right = u32::from(is_right);
        let count = |tally: &mut Tally| {
            tally.found += 1;
            tally.right += right;
        };
        if mention.kind == MentionKind::Name {
            count(&mut self.all);
            count(&mut self.by_type[mention.entity_type as usize]);
            count(&mut self.by_length[length]);
        } else {
            count(&mut self.derived);
        }
        let thousandths = u32::from(mention.confidence.thousandths());
        let bin = &mut self.reliability[(thousandths as usize * BINS / 1000).min(BINS - 1)];
        *bin = (bin.0 + 1, bin.1 + right, bin.2 + thousandths);
    }

    fn count_marked(&mut self, document: &Document, length: usize) {
        for marked in &document.mentions {
            if marked.reading.0 == MentionKind::Name {
                self.all.marked += 1;
                self.by_type[marked.reading.1 as usize].marked += 1;
                self.by_length[length].marked += 1;
            } else {
                self.derived.marked += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layers::mentions::EntityType;
    use crate::score::Score;
    use crate::Span;

    #[test]
    fn scores_count_by_type_length_and_confidence() {
        let name = |entity_type| Mention {
            span: Span::new(0, 4),
            kind: MentionKind::Name,
            entity_type,
            confidence: Score::from_thousandths(800),
        };
        let text = "Bonn und Köln".to_owned();
        let places = vec![(0, 4, EntityType::Location), (9, 14, EntityType::Location)];
        let document = Document::new(text, places);
        let mut scores = Scores::default();
        scores.count_found(&name(EntityType::Location), true, 0);
        scores.count_found(&name(EntityType::Person), false, 0);
        scores.count_marked(&document, length(&document));
        assert_eq!(scores.all, Tally { right: 1, found: 2, marked: 2 });
        assert_eq!(scores.by_type[1], Tally { right: 1, found: 1, marked: 2 });
        assert_eq!(scores.by_length[0].found, 2);
        assert!((scores.all.f1() - 50.0).abs() < 1e-9);
        assert!((scores.calibration_error() - 0.3).abs() < 1e-9);
    }
}
