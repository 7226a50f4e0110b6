//! What two sentences may say differently: a noun with a name, a number with what it counts.
//!
//! In: a sentence's tokens, mentions and words. Out: its [`Slot`]s and the words that it is about. Whether two of them
//! conflict is left to `conflicts`.

use crate::layers::mentions::{Context, EntityType, Mention, MentionKind};
use crate::layers::quotations::SpeechWords;
use crate::layers::sentences::Sentence;
use crate::layers::tokens::{Token, TokenKind};
use crate::text::Span;

/// How many letters of a word make its stem: endings are left out.
const STEM: usize = 6;

/// How many of each a sentence is compared by: long ones cost no more than others.
const STEMS: usize = 48;
const SLOTS: usize = 12;

/// A place in a sentence that another sentence may fill in another way.
#[derive(Clone, Debug)]
pub(super) struct Slot<'t> {
    /// The noun, or all nouns that mean the same beside a name: `schutz|verteidigung` for `zum Schutz Japans`.
    pub(super) noun: &'t str,
    pub(super) filler: Filler,
    /// From the noun to the filler.
    pub(super) span: Span,
}

/// What fills it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Filler {
    /// An entity.
    Name(u32),
    /// A number.
    Number(u32),
}

/// A sentence as far as it is compared.
#[derive(Clone, Debug)]
pub(super) struct Frame<'t> {
    pub(super) slots: Vec<Slot<'t>>,
    /// The places that it names.
    pub(super) names: Vec<u32>,
    /// The beginnings of its content words.
    pub(super) stems: Vec<&'t str>,
    /// Whether a word explains why it says something else: `zunächst`, `weitere`.
    pub(super) explains: bool,
}

/// Reads a sentence.
pub(super) fn read<'t>(
    context: Context<'t>,
    words: &'t SpeechWords,
    sentence: &Sentence,
    mentions: &[Mention],
    entity_of: &[u32],
) -> Frame<'t> {
    let tokens = &context.tokens[sentence.token_range()];
    let text = |token: &Token| context.text.slice(token.span);
    let mut frame = Frame { slots: Vec::new(), names: Vec::new(), stems: Vec::new(), explains: false };
    let first = mentions.partition_point(|mention| mention.span.start() < sentence.span.start());
    let mut names = mentions[first..].iter().zip(first..).peekable();
    for (at, token) in tokens.iter().enumerate() {
        let word = text(token);
        while names.next_if(|(mention, _)| mention.span.start() < token.span.start()).is_some() {}
        let name = names.peek().filter(|(mention, _)| mention.span.start() == token.span.start());
        if let Some((mention, index)) = name.filter(|(mention, _)| mention.kind == MentionKind::Name) {
            if frame.names.len() < SLOTS && mention.entity_type == EntityType::Location {
                frame.names.push(entity_of[*index]);
            }
            let may_differ = matches!(mention.entity_type, EntityType::Location | EntityType::Person);
            let before = relation_before(context, words, &tokens[..at]).filter(|_| may_differ);
            if let Some((noun, span)) = before.filter(|_| frame.slots.len() < SLOTS) {
                let filler = Filler::Name(entity_of[*index]);
                frame.slots.push(Slot { noun, filler, span: span.cover(mention.span) });
            }
        }
        frame.explains |= words.explains(word);
        if let Some(number) = number(token, word, words) {
            let counted = tokens[at + 1..].iter().take(2).find(|token| words.is_toll(text(token)));
            if let Some(counted) = counted.filter(|_| frame.slots.len() < SLOTS) {
                let span = token.span.cover(counted.span);
                frame.slots.push(Slot { noun: stem(text(counted)), filler: Filler::Number(number), span });
            }
        } else if frame.stems.len() < STEMS
            && token.kind == TokenKind::Word
            && name.is_none()
            && words.is_content(word)
        {
            frame.stems.push(stem(word));
        }
    }
    frame
}

/// The relation that the noun right before a name tells, a preposition or an article between them or nothing.
fn relation_before<'t>(
    context: Context<'t>,
    words: &'t SpeechWords,
    before: &[Token],
) -> Option<(&'t str, Span)> {
    let mut before = before.iter().rev();
    let mut last = before.next()?;
    if words.is_of(context.text.slice(last.span)) {
        last = before.next()?;
    }
    Some((words.relation(context.text.slice(last.span))?, last.span))
}

fn number(token: &Token, word: &str, words: &SpeechWords) -> Option<u32> {
    match token.kind {
        TokenKind::Number => word.parse().ok(),
        TokenKind::Word => words.numeral(word),
        _ => None,
    }
}

/// The beginning of a word, in which two forms of it are alike.
fn stem(word: &str) -> &str {
    let end = word.char_indices().nth(STEM).map_or(word.len(), |(end, _)| end);
    word.get(..end).unwrap_or(word)
}
