//! What the analyzer found: the text and one field for each layer.
//!
//! Inside, offsets are bytes and links are indexes; [`crate::Report`] is its serialisable twin.

use std::borrow::Cow;

use crate::article::{Section, SectionKind, SourceRun};
use crate::error::Warning;
use crate::lang::LanguageGuess;
use crate::layers::amounts::Amount;
use crate::layers::claims::{Attribution, Claim};
use crate::layers::entities::{Entity, Role};
use crate::layers::event::Event;
use crate::layers::keyphrases::Keyphrase;
use crate::layers::links::Link;
use crate::layers::mentions::Mention;
use crate::layers::quotation_marks::QuotationMarks;
use crate::layers::quotations::Quotation;
use crate::layers::reading::Reading;
use crate::layers::sentences::Sentence;
use crate::layers::summary::Summary;
use crate::layers::timexes::Timex;
use crate::layers::tokens::Token;
use crate::order;
use crate::text::{Span, Text};

/// All layers of one article.
#[derive(Clone, Debug)]
pub struct Analysis<'s> {
    /// The readable text that every span points into.
    pub text: Cow<'s, str>,
    /// For HTML: where the text stands in the source. Empty for plain text.
    pub source_map: Vec<SourceRun>,
    /// What language it is in.
    pub language: LanguageGuess,
    /// What relative dates are to be resolved against.
    pub document_creation_time: CreationTime,
    /// The parts of the article.
    pub sections: Vec<Section>,
    /// Pairs of quotation marks.
    pub quotation_marks: Vec<QuotationMarks>,
    /// Words, numbers and marks.
    pub tokens: Vec<Token>,
    /// Sentences; a sentence's number is its index.
    pub sentences: Vec<Sentence>,
    /// Names where they stand; a mention's number is its index.
    pub mentions: Vec<Mention>,
    /// Things that are named; an entity's number is its index.
    pub entities: Vec<Entity>,
    /// What entities are in the world, by the number of the entity; not every one has a link.
    pub links: Vec<Link>,
    /// Who says what; a quotation's number is its index.
    pub quotations: Vec<Quotation>,
    /// Who stands for what; a claim's number is its index.
    pub claims: Vec<Claim>,
    /// On whom the body stands.
    pub attribution: Attribution,
    /// Time expressions; a time expression's number is its index.
    pub timexes: Vec<Timex>,
    /// Money, shares, measures and counts.
    pub amounts: Vec<Amount>,
    /// The sentences that sum it up.
    pub summary: Summary,
    /// What the article is about, in phrases, the best first.
    pub keyphrases: Vec<Keyphrase>,
    /// What has happened.
    pub event: Option<Event>,
    /// How it reads.
    pub reading: Reading,
    /// What a reader should know about this analysis.
    pub warnings: Vec<Warning>,
}

impl Analysis<'_> {
    /// The text that spans point into.
    pub fn text(&self) -> Text<'_> {
        Text::new(&self.text)
    }

    /// The number of words, furniture not counted.
    pub fn word_count(&self) -> u32 {
        let is_article =
            |sentence: &&Sentence| self.sections[sentence.section as usize].kind != SectionKind::Furniture;
        self.sentences
            .iter()
            .filter(is_article)
            .flat_map(|sentence| &self.tokens[sentence.token_range()])
            .filter(|token| token.kind.is_word())
            .count() as u32
    }

    /// How long reading takes, in seconds, at 220 words a minute.
    pub fn reading_seconds(&self) -> u32 {
        reading_seconds(self.word_count())
    }

    /// The keyphrases without those that are wider or narrower forms of others.
    pub fn distinct_keyphrases(&self) -> impl Iterator<Item = &Keyphrase> {
        self.keyphrases.iter().filter(|keyphrase| keyphrase.within.is_none())
    }

    /// The roles of an entity in words, with what they are of: `Außenminister (USA)`.
    pub fn roles_of(&self, entity: &Entity) -> Vec<String> {
        let of = |role: &Role| role.of.and_then(|of| self.entities.get(of as usize));
        let words = |role: &Role| match of(role) {
            Some(of) => format!("{} ({})", role.title, of.name),
            None => role.title.clone(),
        };
        entity.roles.iter().map(words).collect()
    }

    /// Who stands for a claim, with the first office that the article gives them: `Kim Weber (Sprecherin)`; else as
    /// the words that name them, in the nominative.
    pub fn holder_of(&self, claim: &Claim) -> Option<String> {
        let holder = &claim.holder;
        holder.entity.map_or_else(|| holder.name.clone(), |_| self.name_of(holder.entity, holder.span))
    }

    /// Who says something, likewise.
    pub fn speaker_of(&self, quotation: &Quotation) -> Option<String> {
        quotation.source.and_then(|source| self.name_of(source.entity, source.span))
    }

    fn name_of(&self, entity: Option<u32>, span: Option<Span>) -> Option<String> {
        match entity.and_then(|entity| self.entities.get(entity as usize)) {
            Some(entity) => Some(match self.roles_of(entity).first() {
                Some(role) => format!("{} ({role})", entity.name),
                None => entity.name.clone(),
            }),
            None => span.map(|span| self.text().slice(span).to_owned()),
        }
    }

    /// The entities with their numbers, those with most mentions first; of equals, the earlier one.
    pub fn entities_by_count(&self) -> Vec<(u32, &Entity)> {
        let mut entities: Vec<_> = (0..).zip(&self.entities).collect();
        // Stable, so equals stay in the order of their first mention.
        order::sort_by_key(&mut entities, |(_, entity)| std::cmp::Reverse(entity.mentions.len()));
        entities
    }

    /// What an entity is in the world, by its number.
    pub fn link(&self, entity: u32) -> Option<&Link> {
        let index = self.links.binary_search_by_key(&entity, |link| link.entity).ok()?;
        self.links.get(index)
    }
}

/// How long reading `words` takes, in seconds.
pub(crate) const fn reading_seconds(words: u32) -> u32 {
    (words * 60).div_ceil(220)
}

/// When the article was written, as far as known.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct CreationTime {
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub value: Option<String>,
    /// How it is known.
    pub source: CreationTimeSource,
}

/// How the document creation time is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum CreationTimeSource {
    /// The caller said it.
    Option,
    /// It stands in the article's header.
    Header,
    /// It stands in the line that names the place of the report.
    Dateline,
    /// It is not known.
    #[default]
    None,
}
