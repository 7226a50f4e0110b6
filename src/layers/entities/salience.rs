//! How much the article is about each thing.
//!
//! In: entities and where their mentions stand. Out: scores: from the number of mentions, their places (headline,
//! lead, first paragraph) and how far they spread. Credits and bylines do not count.

use super::{Context, Entity, Mention, MentionKind};
use crate::article::SectionKind;
use crate::score::Score;

/// Where in the article a mention stands.
#[derive(Clone, Copy)]
struct Place {
    kind: SectionKind,
    /// Whether it is the first paragraph of the body.
    is_first: bool,
    sentence: usize,
}

pub(super) fn rate(context: Context<'_>, mentions: &[Mention], entities: &mut [Entity]) {
    let places = places(context, mentions);
    for entity in entities {
        let (mut points, mut sentences, mut last) = (0, 0, None);
        let (mut headline, mut lead, mut first) = (false, false, false);
        for index in &entity.mentions {
            let place = places[*index as usize];
            if matches!(place.kind, SectionKind::Credit | SectionKind::Byline | SectionKind::Furniture) {
                continue;
            }
            points += if mentions[*index as usize].kind == MentionKind::Name { 2 } else { 1 };
            sentences += u32::from(last != Some(place.sentence));
            last = Some(place.sentence);
            headline |= matches!(place.kind, SectionKind::Headline | SectionKind::Kicker);
            lead |= place.kind == SectionKind::Lead;
            first |= place.is_first;
        }
        // Mentions saturate: from the fifth on, one more says little.
        let often = 400 * points / (points + 4).max(1);
        let spread = 150 * sentences / (sentences + 2);
        let place = 230 * u32::from(headline) + 120 * u32::from(lead) + 100 * u32::from(first);
        entity.salience = Score::from_thousandths(often + spread + place);
    }
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
