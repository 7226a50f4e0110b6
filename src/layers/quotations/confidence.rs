//! How sure a quotation is.
//!
//! In: a quotation, whether its words are few and whether its verb tells what is said. Out: its confidence. A clause whose mood, conjunction and frame all
//! say that somebody speaks is surer than one that has only a verb before it; single words in marks may be held off
//! rather than quoted; acts and hearsay are often told without anybody's words.

use super::{Mood, Quotation, QuotationType};
use crate::score::Score;

pub(super) fn rate(quotation: &Quotation, is_short: bool, is_telling: bool) -> Score {
    let is_framed = quotation.frame.is_some() || quotation.cue.is_some();
    let has_source = quotation.source.is_some_and(|source| source.span.is_some());
    let thousandths = match (quotation.quotation_type, quotation.mood) {
        (QuotationType::Direct, _) => match (is_framed || quotation.parent.is_some(), is_short) {
            (true, false) => 950,
            (true, true) | (false, false) => 700,
            (false, true) => 400,
        },
        (QuotationType::Indirect, Some(Mood::Subjunctive1)) => 950,
        (QuotationType::Indirect, Some(Mood::Subjunctive2)) => 850,
        (QuotationType::Indirect, _) if has_source => 800,
        (QuotationType::IndirectFreeIndirect, Some(Mood::Subjunctive1)) if has_source => 850,
        (QuotationType::Indirect | QuotationType::IndirectFreeIndirect, _) => 600,
        (QuotationType::FreeIndirect, _) => 500,
        (QuotationType::Reported, _) if is_telling => 600,
        (QuotationType::Reported, _) => 300,
    };
    Score::from_thousandths(thousandths)
}
