//! Matches opening marks with closing ones.
//!
//! In: the [`Mark`]s of one section and the quotation that the last one left open. Out: pairs, and what is
//! open now. Bounded: at most [`DEPTH`] marks are open at once, so that each mark costs constant time.

use super::scan::{Mark, Shape};
use super::QuotationMarks;

/// More marks than this are never open at once; the outermost is given up as stray.
const DEPTH: usize = 8;

/// A quotation may go on through this many paragraphs that have no mark of it.
const PARAGRAPHS: u8 = 4;

/// A quotation that its section did not close.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pending {
    mark: Mark,
    paragraphs: u8,
}

/// Pairs `marks`, the marks of the section that starts at `start`.
pub(super) fn resolve(
    marks: &[Mark],
    start: u32,
    mut pending: Option<Pending>,
    pairs: &mut Vec<QuotationMarks>,
) -> Option<Pending> {
    let mut open: Vec<Mark> = Vec::with_capacity(DEPTH);
    for (index, mark) in marks.iter().enumerate() {
        if let Some(quotation) = pending.filter(|quotation| opens_anew(quotation, mark, start)) {
            pairs.push(QuotationMarks { open: quotation.mark.span, close: None });
            pending = None;
        }
        let partner = open.iter().rposition(|opening| closes(opening, mark));
        match partner {
            Some(partner) if !is_doubtful(mark, &marks[index + 1..], open.len() == partner + 1) => {
                pairs.push(QuotationMarks { open: open[partner].span, close: Some(mark.span) });
                open.truncate(partner);
            }
            None if pending.is_some_and(|quotation| open.is_empty() && ends(&quotation, mark)) => {
                pairs.extend(
                    pending.take().map(|quotation| QuotationMarks {
                        open: quotation.mark.span,
                        close: Some(mark.span),
                    }),
                );
            }
            None if opens(mark) => {
                if pending.is_some_and(|quotation| quotation.mark.shape == mark.shape) {
                    pending = None;
                }
                if open.len() == DEPTH {
                    open.remove(0);
                }
                open.push(*mark);
            }
            Some(_) | None => {}
        }
    }
    let left_open =
        open.into_iter().find(|mark| !mark.shape.is_apostrophe() && mark.shape != Shape::LowSingle);
    match left_open {
        Some(mark) => Some(Pending { mark, paragraphs: 0 }),
        None => pending
            .filter(|quotation| quotation.paragraphs + 1 < PARAGRAPHS)
            .map(|quotation| Pending { paragraphs: quotation.paragraphs + 1, ..quotation }),
    }
}

/// Whether `mark` closes what `opening` opened.
fn closes(opening: &Mark, mark: &Mark) -> bool {
    if mark.shape.only_opens() || !opening.shape.closed_by(mark.shape) {
        return false;
    }
    if opening.shape == mark.shape && !matches!(mark.shape, Shape::StraightDouble | Shape::StraightSingle) {
        // The same guillemet or high mark at both ends: only where its neighbours leave no doubt.
        return mark.may_close && !mark.may_open;
    }
    let two_faced = matches!(mark.shape, Shape::StraightDouble | Shape::LeftDouble | Shape::LeftSingle);
    let expected = match opening.shape {
        Shape::LowSingle => true,
        Shape::LowDouble => !mark.shape.is_apostrophe(),
        _ => !two_faced && !mark.shape.is_apostrophe(),
    };
    // A mark that can be nothing else closes whatever its neighbours say, unless they make it open.
    mark.may_close || expected && (!mark.may_open || !two_faced)
}

fn opens(mark: &Mark) -> bool {
    mark.shape.only_opens() || mark.may_open
}

/// Whether what looks like a closing mark is an inch or a genitive: a better one follows before any opens.
fn is_doubtful(mark: &Mark, rest: &[Mark], innermost: bool) -> bool {
    mark.doubtful
        && innermost
        && rest
            .iter()
            .take(DEPTH)
            .find(|next| next.shape == mark.shape)
            .is_some_and(|next| next.may_close && !next.may_open)
}

/// Whether `mark` opens the quotation anew at the start of its paragraph.
fn opens_anew(quotation: &Pending, mark: &Mark, start: u32) -> bool {
    mark.span.start() == start && mark.shape == quotation.mark.shape && opens(mark)
}

/// Whether `mark` ends a quotation that began some paragraphs ago.
fn ends(quotation: &Pending, mark: &Mark) -> bool {
    !mark.shape.is_apostrophe()
        && mark.may_close
        && !(mark.may_open && mark.shape == quotation.mark.shape)
        && quotation.mark.shape.closed_by(mark.shape)
}
