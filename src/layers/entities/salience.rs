//! How much the article is about each thing, and why.
//!
//! In: entities and where their mentions stand. Out: scores and reasons: from the number of mentions, their places
//! (headline, lead, first paragraph) and how far they spread. Credits and bylines do not count.

use super::{Context, Entity, Mention, MentionKind};
use crate::article::SectionKind;
use crate::score::Score;

/// In so many sentences, a thing is named often.
const OFTEN: u32 = 3;

/// Why an entity counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SalienceReason {
    /// The headline or the line above it names it.
    Headline,
    /// The lead names it.
    Lead,
    /// The first sentence of the article's body names it.
    FirstSentence,
    /// At least three sentences name it, and at least half as many as name the most frequent one.
    Frequent,
}

/// Where in the article a mention stands.
#[derive(Clone, Copy)]
struct Place {
    kind: SectionKind,
    /// Whether it is the first paragraph of the body.
    is_first: bool,
    sentence: usize,
}

/// Where an entity stands.
// Reason: independent facts of one thing; no state machine.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Copy, Default)]
struct Standing {
    points: u32,
    sentences: u32,
    headline: bool,
    lead: bool,
    first_paragraph: bool,
    first_sentence: bool,
}

pub(super) fn rate(context: Context<'_>, mentions: &[Mention], entities: &mut [Entity]) {
    let places = places(context, mentions);
    let first = first_sentence(context);
    let standings: Vec<Standing> =
        entities.iter().map(|entity| standing(entity, mentions, &places, first)).collect();
    let most = standings.iter().map(|standing| standing.sentences).max().unwrap_or(0);
    for (entity, standing) in entities.iter_mut().zip(&standings) {
        entity.salience = standing.score();
        let reasons = [
            (standing.headline, SalienceReason::Headline),
            (standing.lead, SalienceReason::Lead),
            (standing.first_sentence, SalienceReason::FirstSentence),
            (standing.sentences >= OFTEN && 2 * standing.sentences >= most, SalienceReason::Frequent),
        ];
        entity.salience_reasons =
            reasons.into_iter().filter_map(|(holds, reason)| holds.then_some(reason)).collect();
    }
}

impl Standing {
    fn score(self) -> Score {
        // Mentions saturate: from the fifth on, one more says little.
        let often = 400 * self.points / (self.points + 4).max(1);
        let spread = 150 * self.sentences / (self.sentences + 2);
        let place = 230 * u32::from(self.headline)
            + 120 * u32::from(self.lead)
            + 100 * u32::from(self.first_paragraph);
        Score::from_thousandths(often + spread + place)
    }
}

fn standing(entity: &Entity, mentions: &[Mention], places: &[Place], first: Option<usize>) -> Standing {
    let mut standing = Standing::default();
    let mut last = None;
    for index in &entity.mentions {
        let place = places[*index as usize];
        if matches!(place.kind, SectionKind::Credit | SectionKind::Byline | SectionKind::Furniture) {
            continue;
        }
        standing.points += if mentions[*index as usize].kind == MentionKind::Name { 2 } else { 1 };
        standing.sentences += u32::from(last != Some(place.sentence));
        last = Some(place.sentence);
        standing.headline |= matches!(place.kind, SectionKind::Headline | SectionKind::Kicker);
        standing.lead |= place.kind == SectionKind::Lead;
        standing.first_paragraph |= place.is_first;
        standing.first_sentence |= first == Some(place.sentence);
    }
    standing
}

/// The first sentence of the article's body.
fn first_sentence(context: Context<'_>) -> Option<usize> {
    context.sentences.iter().position(|sentence| {
        let section = context.sections.get(sentence.section as usize);
        section.is_some_and(|section| section.kind == SectionKind::Body)
    })
}

/// The place of each mention, in one pass over both sorted lists.
fn places(context: Context<'_>, mentions: &[Mention]) -> Vec<Place> {
    let first_body = context.sections.iter().position(|section| section.kind == SectionKind::Body);
    let mut sentence = 0;
    let mut places = Vec::with_capacity(mentions.len());
    for mention in mentions {
        while context
            .sentences
            .get(sentence + 1)
            .is_some_and(|next| next.span.start() <= mention.span.start())
        {
            sentence += 1;
        }
        let section = context.sentences.get(sentence).map_or(0, |sentence| sentence.section as usize);
        places.push(Place {
            kind: context.sections.get(section).map_or(SectionKind::Body, |section| section.kind),
            is_first: Some(section) == first_body,
            sentence,
        });
    }
    places
}
