//! What each word of the text is like and what the lexicon knows of it.
//!
//! In: tokens, sentences, lexicon. Out: one [`Word`] for each token. What follows from it is left to the
//! finders beside this file.

use super::compounds::Compounds;
use super::nouns;
use super::places;
use super::rules::Class;
use super::{Context, EntityType, MentionKind};
use crate::article::SectionKind;
use crate::layers::tokens::{Token, TokenKind};
use crate::map::Map;
use crate::model::{Entry, Spelling};
use crate::text::Span;

/// A token as the finders of names see it.
// Reason: independent facts of one word; no state machine.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) span: Span,
    /// What the lexicon knows of it; of its nominative where it is a genitive.
    pub(super) entry: Entry,
    pub(super) shape: Shape,
    /// What it is formed from, if the lexicon does not have it: kind, type and how sure that is.
    pub(super) formed: Option<(MentionKind, EntityType, u16)>,
    /// What kinds of word it is.
    pub(super) class: Class,
    /// Whether `entry` is the nominative's.
    pub(super) is_genitive: bool,
    /// Whether the lexicon has phrases that begin with it.
    pub(super) opens_phrase: bool,
    /// Whether it opens a sentence, so that its capital says nothing.
    pub(super) is_initial: bool,
    /// Whether its sentence is all in capitals.
    pub(super) shouts: bool,
    /// Whether a blank stands before it.
    pub(super) is_spaced: bool,
    /// The length of an English genitive ending, which is not part of the name.
    pub(super) ending: u8,
}

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Shape {
    Lower,
    Capitalised,
    /// Capitals only, two or more, perhaps with digits: `EU`, `G20`.
    Capitals,
    /// A capital after the first letter: `iPhone`, `BioNTech`.
    Mixed,
    /// A single capital, perhaps with a period: `W.`.
    Initial,
    Number,
    Mark,
}

impl Word {
    fn mark(span: Span) -> Self {
        Self {
            span,
            entry: Entry::NONE,
            shape: Shape::Mark,
            formed: None,
            class: Class::NONE,
            opens_phrase: false,
            is_genitive: false,
            is_initial: false,
            shouts: false,
            is_spaced: false,
            ending: 0,
        }
    }

    /// Whether it is written as names are.
    pub(super) fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capitalised | Shape::Mixed | Shape::Capitals)
    }

    /// The span of the name in it, without an English genitive ending.
    pub(super) fn name_span(&self) -> Span {
        Span::new(self.span.start(), self.span.end() - u32::from(self.ending))
    }
}

/// Looks at every token. Tokens of page furniture are marks: nothing is named there.
#[inline(never)]
pub(super) fn read(context: Context<'_>) -> Vec<Word> {
    let mut reader = Reader::new(context);
    let mut words: Vec<Word> = Vec::with_capacity(context.tokens.len());
    for sentence in context.sentences {
        // Tokens outside of all sentences, if there should be any, name nothing.
        let outside = &context.tokens[words.len()..(sentence.tokens.start as usize).max(words.len())];
        words.extend(outside.iter().map(|token| Word::mark(token.span)));
        let tokens = &context.tokens[sentence.token_range()];
        let kind = context.sections.get(sentence.section as usize).map(|section| section.kind);
        let is_furniture = kind == Some(SectionKind::Furniture);
        let shouts = shouts(context, tokens);
        let mut opens = true;
        let mut end = 0;
        for token in tokens {
            let mut word = reader.read(*token, shouts);
            word.is_spaced = token.span.start() > end;
            end = token.span.end();
            word.is_initial = opens;
            opens = match token.kind {
                TokenKind::OpenQuote | TokenKind::CloseQuote | TokenKind::Terminal => true,
                TokenKind::Punctuation => opens || context.text.slice(token.span) == ":",
                _ => false,
            };
            if is_furniture {
                word.shape = Shape::Mark;
                word.entry = Entry::NONE;
                word.class = Class::NONE;
                word.formed = None;
                word.opens_phrase = false;
            }
            words.push(word);
        }
    }
    words
}

/// Whether a sentence is all in capitals, so that capitals say nothing.
fn shouts(context: Context<'_>, tokens: &[Token]) -> bool {
    let mut words = 0;
    for token in tokens.iter().filter(|token| token.kind.is_word()) {
        let text = context.text.slice(token.span);
        if text.chars().any(char::is_lowercase) {
            return false;
        }
        words += usize::from(text.len() > 1);
    }
    words > 3
}

/// Reads words; what was read once is not looked up again.
struct Reader<'a> {
    context: Context<'a>,
    compounds: Compounds<'a>,
    known: Map<&'a str, Word>,
}

impl<'a> Reader<'a> {
    fn new(context: Context<'a>) -> Self {
        let compounds = Compounds { lexicon: context.lexicon, rules: context.language.name_rules() };
        Self { context, compounds, known: Map::default() }
    }

    fn read(&mut self, token: Token, shouts: bool) -> Word {
        if matches!(token.kind, TokenKind::Number | TokenKind::Ordinal | TokenKind::ClockTime) {
            return Word { shape: Shape::Number, ..Word::mark(token.span) };
        }
        if !token.kind.is_word() {
            let is_quote = matches!(token.kind, TokenKind::OpenQuote | TokenKind::CloseQuote);
            let class = if is_quote { Class::QUOTE } else { Class::NONE };
            return Word { class, ..Word::mark(token.span) };
        }
        let text = self.context.text.slice(token.span);
        if shouts {
            return Word { span: token.span, shouts: true, ..look_at(self.compounds, text, true) };
        }
        let word = *self.known.or_insert_with(text, || look_at(self.compounds, text, false));
        Word { span: token.span, ..word }
    }
}

fn look_at(compounds: Compounds<'_>, text: &str, shouts: bool) -> Word {
    let Compounds { lexicon, rules } = compounds;
    let mut word = Word { shape: shape(text), ..Word::mark(Span::empty(0)) };
    if word.shape == Shape::Mark {
        return word;
    }
    let spelling = Spelling::of(text);
    word.entry = lexicon.get_spelled(spelling);
    word.opens_phrase = lexicon.opens_phrase(spelling);
    if let Some(stem) = ["'s", "’s"].iter().find_map(|ending| text.strip_suffix(ending)) {
        word.ending = (text.len() - stem.len()) as u8;
        word.entry = lexicon.get(stem);
        word.is_genitive = true;
        word.shape = shape(stem);
    } else if word.entry.name() == 0 && word.entry.first_name() == 0 && word.entry.common() < 2 {
        if let Some(stem) = text.strip_suffix(['s', '\'', '’']).filter(|stem| stem.len() > 2) {
            let entry = lexicon.get(stem);
            if entry.name() > 0 || entry.first_name() > 0 || entry.surname() > 1 {
                word.entry = entry;
                word.is_genitive = true;
            }
        }
    }
    // `BERLIN`, `MERKEL`: what shouts is read as if it did not.
    if word.entry.is_none() && word.shape == Shape::Capitals && (shouts || text.chars().count() > 4) {
        word.entry = lexicon.get(&unshouted(text));
        if shouts {
            word.shape = if word.entry.name() > 3 { Shape::Capitalised } else { Shape::Lower };
        }
    }
    let name = &text[..text.len() - usize::from(word.ending)];
    word.class = rules.class(name);
    if word.is_capital() || !rules.nouns_are_capitalised && word.shape == Shape::Lower {
        if rules.is_role(name) {
            word.class = word.class | Class::ROLE;
        }
        if nouns::is_common(lexicon, rules, name, word.entry) {
            word.class = word.class | Class::NOUN;
        }
    }
    if rules.particle_prefixes.iter().any(|prefix| name.starts_with(prefix)) {
        word.class = word.class | Class::PREFIXED;
    }
    word.formed = compounds.read(name, word.entry);
    if word.formed.is_none() && word.shape == Shape::Capitalised {
        word.formed = places::read(compounds, name, word.entry, word.class);
    }
    word
}

fn shape(text: &str) -> Shape {
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Shape::Mark };
    let (mut upper, mut lower, mut mixed) =
        (usize::from(first.is_uppercase()), usize::from(first.is_lowercase()), false);
    let mut before = '-';
    for c in text.chars() {
        mixed |= c.is_uppercase() && before.is_lowercase();
        before = c;
    }
    for c in letters {
        upper += usize::from(c.is_uppercase());
        lower += usize::from(c.is_lowercase());
    }
    match (first.is_uppercase(), upper, lower) {
        (true, 1, 0) if !text.bytes().any(|byte| byte.is_ascii_digit()) => Shape::Initial,
        (true, _, 0) => Shape::Capitals,
        (_, 1.., _) if mixed => Shape::Mixed,
        (true, _, _) => Shape::Capitalised,
        (false, 0, _) => Shape::Lower,
        (false, _, _) => Shape::Mixed,
    }
}

/// `BADEN-BADEN` -> `Baden-Baden`.
pub(crate) fn unshouted(text: &str) -> String {
    let mut opens = true;
    let mut result = String::with_capacity(text.len());
    for c in text.chars() {
        if opens {
            result.push(c);
        } else {
            result.extend(c.to_lowercase());
        }
        opens = !c.is_alphabetic();
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        #[track_caller]
        fn check(text: &str, expected: Shape) {
            assert_eq!(shape(text), expected, "{text}");
        }
        check("japanisch", Shape::Lower);
        check("Tokio", Shape::Capitalised);
        check("US-Außenminister", Shape::Capitalised);
        check("EU", Shape::Capitals);
        check("G20", Shape::Capitals);
        check("iPhone", Shape::Mixed);
        check("W.", Shape::Initial);
        check("al-Baschir", Shape::Mixed);
    }

    #[test]
    fn shouting_is_undone() {
        assert_eq!(unshouted("BADEN-BADEN"), "Baden-Baden");
    }
}
