//! People named by their office: `die Kanzlerin`, `der Außenminister`.
//!
//! In: who holds which office. Out: mentions of the kind `nominal` with the group of their person. One is found
//! only where the article itself says who holds the office, nobody else of the article does, named or not, and
//! the article before it fits the gender. Pronouns are left to others.

use std::ops::Range;

use super::roles::Holding;
use super::titles::{Reader, Title};
use super::uses::Use;
use super::words::PluralReading;
use super::{EntityType, Mention, MentionKind};
use crate::article::SectionKind;
use crate::map::Map;
use crate::score::Score;
use crate::text::Span;

/// How sure a nominal is that repeats the whole title.
const WHOLE_TITLE: u32 = 750;
/// How sure one is that repeats only its noun.
const HEAD_ONLY: u32 = 650;
/// What an article that may be a plural's takes away.
const AMBIGUOUS_ARTICLE: u32 = 100;

/// Finds nominals; `holdings` of all people in the order of the text.
pub(super) fn find(reader: &Reader<'_>, groups: &[usize], holdings: &[Holding]) -> Vec<(Mention, usize)> {
    if holdings.is_empty() {
        return Vec::new();
    }
    let mut holders = Holders::default();
    let mut is_attached = vec![false; reader.context.tokens.len()];
    for holding in holdings {
        is_attached[holding.title.tokens.clone()].fill(true);
        holders.learn(&holding.title, Some(holding.group).filter(|_| !holding.title.is_former));
    }

    let served = holdings.iter().filter_map(|held| Some((held.title.head.as_str(), held.of?))).collect();
    let finder = Finder { reader, groups, served };
    let mut candidates: Vec<Candidate> = Vec::new();
    for sentence in reader.context.sentences {
        let kind = reader.context.sections.get(sentence.section as usize).map(|section| section.kind);
        if kind == Some(SectionKind::Furniture) {
            continue;
        }
        let sentence = sentence.token_range();
        for at in sentence.clone().filter(|at| !is_attached[*at]) {
            let title = reader.title_before(at + 1, sentence.start);
            match title.filter(|title| holders.has(title)).and_then(|title| finder.read(title, &sentence)) {
                Some(Reading::Known(candidate)) => candidates.push(candidate),
                Some(Reading::Other(title)) => holders.learn(&title, None),
                None => {}
            }
        }
    }
    // Offices that the article names without saying who holds them make their nouns ambiguous.
    for candidate in &candidates {
        if !candidate.is_bare && holders.whole(&candidate.title).is_none() {
            holders.learn(&candidate.title, None);
        }
    }
    candidates.into_iter().filter_map(|candidate| candidate.resolve(&holders)).collect()
}

/// Who holds each office, by whole title and by its noun; `None` where that is not one who is named.
#[derive(Default)]
struct Holders {
    whole: Map<String, Option<usize>>,
    heads: Map<String, Option<usize>>,
}

impl Holders {
    fn learn(&mut self, title: &Title, holder: Option<usize>) {
        for (map, key) in
            [(&mut self.whole, title.text.to_lowercase()), (&mut self.heads, title.head.clone())]
        {
            let known = map.or_insert(key, holder);
            if *known != holder {
                *known = None;
            }
        }
    }

    fn has(&self, title: &Title) -> bool {
        self.heads.contains(&title.head)
    }

    fn whole(&self, title: &Title) -> Option<usize> {
        self.whole.get(&title.text.to_lowercase()).copied().flatten()
    }

    fn head(&self, title: &Title) -> Option<usize> {
        self.heads.get(&title.head).copied().flatten()
    }
}

/// What an office without a name is.
enum Reading {
    /// Somebody known.
    Known(Candidate),
    /// Somebody else: `ein Sprecher`, `der Präsident des Vereins`.
    Other(Title),
}

/// An office with an article that means somebody known.
struct Candidate {
    title: Title,
    span: Span,
    /// Whether it is a noun alone.
    is_bare: bool,
    is_ambiguous: bool,
}

impl Candidate {
    fn resolve(self, holders: &Holders) -> Option<(Mention, usize)> {
        let head = holders.head(&self.title).map(|group| (group, HEAD_ONLY));
        let whole = holders.whole(&self.title).map(|group| (group, WHOLE_TITLE));
        // `der Minister` is ambiguous where there are two, whatever their titles.
        let (group, sure) = if self.is_bare { head } else { whole }?;
        let sure = if self.is_bare && whole.is_some() { WHOLE_TITLE } else { sure };
        let sure = sure - if self.is_ambiguous { AMBIGUOUS_ARTICLE } else { 0 };
        let mention = Mention {
            span: self.span,
            kind: MentionKind::Nominal,
            entity_type: EntityType::Person,
            confidence: Score::from_thousandths(sure),
        };
        Some((mention, group))
    }
}

struct Finder<'r, 'a> {
    reader: &'r Reader<'a>,
    groups: &'r [usize],
    /// The offices with what they are of.
    served: Map<(&'r str, usize), ()>,
}

impl Finder<'_, '_> {
    /// Reads an office without a name; `None` where it means nobody or many.
    fn read(&self, title: Title, sentence: &Range<usize>) -> Option<Reading> {
        let reader = self.reader;
        let Range { start, end } = title.tokens;
        // `secretary` of `secretary of state` is none by itself.
        if reader.title_at(start, sentence.end).is_some_and(|longer| longer.tokens.end > end) {
            return None;
        }
        let before = start.checked_sub(1).filter(|before| *before >= sentence.start)?;
        let country = title.part.or_else(|| reader.mention(before));
        if self.is_held(&title, country) {
            return None;
        }
        let article = reader.text(before);
        if !reader.has(before, Use::DETERMINER) || title.part.is_some() {
            // `Frankreichs Präsident`, `der neue Präsident`: not the one known.
            let article = (sentence.start..start).rev().take(3).find(|at| self.is_singular(*at, &title));
            return country.or(article).map(|_| Reading::Other(title));
        }
        if !self.is_singular(before, &title) {
            return None;
        }
        let plural = reader.words.plural_reading(article, title.office);
        let follows_noun = before > sentence.start && reader.text(before - 1).starts_with(char::is_uppercase);
        if plural == Some(PluralReading::AfterNoun) && follows_noun {
            return None;
        }
        if before > sentence.start && reader.has(before - 1, Use::OFFICE_NOUN) {
            return None;
        }
        if reader.has(before, Use::INDEFINITE) || self.has_attribute(end, sentence.end) || title.is_former {
            return Some(Reading::Other(title));
        }
        let tokens = before..end;
        if title.is_incomplete
            || !reader.is_in_line(start)
            || tokens.clone().any(|at| reader.mention(at).is_some())
        {
            return None;
        }
        Some(Reading::Known(Candidate {
            span: reader.span(&tokens),
            is_bare: title.text.to_lowercase() == title.head,
            is_ambiguous: plural == Some(PluralReading::Anywhere),
            title,
        }))
    }

    /// Whether a title with a country is one that a person of the article holds: `der US-Präsident`.
    fn is_held(&self, title: &Title, of: Option<usize>) -> bool {
        let Some(of) = of.and_then(|mention| self.groups.get(mention)) else { return false };
        self.served.contains(&(title.head.as_str(), *of))
    }

    /// Whether an article means one holder of the office: `die Minister` are many.
    fn is_singular(&self, article: usize, title: &Title) -> bool {
        self.reader.has(article, Use::INDEFINITE)
            || self.reader.words.definite(self.reader.text(article), title.office).is_some()
    }

    /// Whether what follows makes another office of it: `der Präsident des Vereins`, `der Präsident Frankreichs`.
    fn has_attribute(&self, next: usize, end: usize) -> bool {
        let reader = self.reader;
        let is_name = |mention: usize| reader.mentions[mention].kind == MentionKind::Name;
        next < end && (reader.has(next, Use::ATTRIBUTE) || reader.mention(next).is_some_and(is_name))
    }
}
