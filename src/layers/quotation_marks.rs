//! Pairs of quotation marks.
//!
//! In: the text and its sections. Out: [`QuotationMarks`] in order: `„…“`, `»…«`, `"…"`, `‚…‘` and the rest,
//! nested, and reopened in the next paragraph. Apostrophes, inches and stray marks are no pairs. Who speaks is
//! left to the quotations.

mod resolve;
mod scan;

use crate::article::Section;
use crate::order;
use crate::text::{Span, Text};

/// A pair of quotation marks.
///
/// Invariant: pairs are sorted by the opening mark; of two pairs one lies wholly inside the other or they are
/// disjoint; no mark belongs to two pairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuotationMarks {
    /// The mark that opens.
    pub open: Span,
    /// The mark that closes; `None` where the next paragraph opens anew, as long quotations do.
    pub close: Option<Span>,
}

/// Pairs the quotation marks of `sections`.
#[inline(never)]
pub(crate) fn pair(text: Text<'_>, sections: &[Section]) -> Vec<QuotationMarks> {
    let mut pairs = Vec::new();
    let mut marks = Vec::new();
    let mut pending = None;
    for section in sections {
        marks.clear();
        scan::find(text.slice(section.span), section.span.start(), &mut marks);
        pending = resolve::resolve(&marks, section.span.start(), pending, &mut pairs);
    }
    order::sort_by_key(&mut pairs, |pair| pair.open);
    pairs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::article::{self, Format};

    /// Writes `⟨` and `⟩` in place of paired marks.
    fn marked(source: &str) -> String {
        let article = article::read(source, Format::Text);
        let text = Text::new(&article.text);
        let mut places: Vec<(Span, char)> = Vec::new();
        for pair in super::pair(text, &article.sections) {
            places.push((pair.open, '⟨'));
            places.extend(pair.close.map(|close| (close, '⟩')));
        }
        order::sort_by(&mut places, Ord::cmp);
        let mut out = String::new();
        let mut last = 0;
        for (span, c) in places {
            out.push_str(text.slice(Span::new(last, span.start())));
            out.push(c);
            last = span.end();
        }
        out + text.slice(Span::new(last, text.all().end()))
    }

    #[track_caller]
    fn check(source: &str, expected: &str) {
        assert_eq!(marked(source), expected);
    }

    #[test]
    fn the_left_high_mark_closes_in_german_and_opens_in_english() {
        check("Er sagte: „Gut.“ Dann ging er.", "Er sagte: ⟨Gut.⟩ Dann ging er.");
        check("She said: “Good.” Then she left.", "She said: ⟨Good.⟩ Then she left.");
    }

    #[test]
    fn styles_may_be_mixed() {
        check("Er sagte: „Gut.\" Dann ging er.", "Er sagte: ⟨Gut.⟩ Dann ging er.");
        check("Er sagte: \"Gut.“ Dann ging er.", "Er sagte: ⟨Gut.⟩ Dann ging er.");
        check("Er rief ,,Halt'' und lief.", "Er rief ⟨Halt⟩ und lief.");
    }

    #[test]
    fn apostrophes_are_no_marks() {
        check("Wie geht's, wie steht's?", "Wie geht's, wie steht's?");
        check("Grass' Roman heißt 'Hundejahre'.", "Grass' Roman heißt ⟨Hundejahre⟩.");
        check("'n Abend, sagte der '68er.", "'n Abend, sagte der '68er.");
        check("the players' union said ‘no’", "the players' union said ⟨no⟩");
    }

    #[test]
    fn inches_are_no_marks() {
        check("Ein 27\"-Monitor und ein 13\" großes Gerät.", "Ein 27\"-Monitor und ein 13\" großes Gerät.");
        check("\"Der 27\" große Monitor ist da\", sagt sie.", "⟨Der 27\" große Monitor ist da⟩, sagt sie.");
    }

    #[test]
    fn a_long_quotation_opens_anew_in_each_paragraph() {
        check("„Das ist eins.\n„Das ist zwei.“", "⟨Das ist eins.\n⟨Das ist zwei.⟩");
        check("„Das ist eins.\n\nDas ist zwei.“ Ende.", "⟨Das ist eins.\n\nDas ist zwei.⟩ Ende.");
    }

    #[test]
    fn stray_marks_stay_alone() {
        check("Er sagte: „Gut. Dann ging er.", "Er sagte: „Gut. Dann ging er.");
        check("Er sagte: Gut.“ Dann ging er.", "Er sagte: Gut.“ Dann ging er.");
        check("Start » Politik » Inland", "Start » Politik » Inland");
    }

    proptest! {
        #[test]
        fn pairs_are_sorted_nested_and_share_no_mark(source in "[„“”\"'‚‘’»«›‹,a5 .\n\r\u{301}é-]{0,60}") {
            let article = article::read(&source, Format::Text);
            let text = Text::new(&article.text);
            let pairs = super::pair(text, &article.sections);
            prop_assert!(pairs.windows(2).all(|two| two[0].open.end() <= two[1].open.start()));
            let mut closes: Vec<Span> = Vec::new();
            for pair in &pairs {
                text.slice(pair.open);
                while closes.last().is_some_and(|close| close.end() <= pair.open.start()) {
                    closes.pop();
                }
                let Some(close) = pair.close else { continue };
                text.slice(close);
                prop_assert!(pair.open.end() <= close.start());
                prop_assert!(closes.last().is_none_or(|outer| close.end() <= outer.start()));
                closes.push(close);
            }
        }
    }
}
