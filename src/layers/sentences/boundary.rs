//! Whether a sentence ends at a token.
//!
//! In: a section's tokens. Out: the place behind the sentence's closing marks, or nothing. The rules in the order
//! in which they are asked: what keeps together, what follows, what the word before the period is.

use super::enclosures::Enclosures;
use crate::lang::orthography::{Abbreviation, Orthography};
use crate::lang::Language;
use crate::layers::tokens::{Token, TokenKind};
use crate::text::{Span, Text};

/// A quotation that its sentence goes on after is one with it up to this many tokens: `"Komm! Jetzt!", rief er.`
const SHORT_QUOTATION: usize = 10;

/// An abbreviation with blanks has at most this many parts: `i. d. R.`
const PARTS: usize = 4;

/// Decides where the sentences of one section end.
pub(super) struct Boundaries<'a> {
    text: Text<'a>,
    tokens: &'a [Token],
    enclosures: Enclosures,
    orthography: &'static Orthography,
}

/// What follows a place where a sentence may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Follow {
    /// A word that has its capital letter from the start of a sentence.
    Starter,
    /// Another word with a capital letter, or of a script without them.
    Capital,
    /// A word with a small letter.
    Small,
    /// A number.
    Number,
    /// A mark after which no sentence begins.
    Mark,
    /// Anything else that may begin a sentence: a bullet, a currency sign, a web address.
    Other,
}

impl<'a> Boundaries<'a> {
    pub(super) fn new(text: Text<'a>, tokens: &'a [Token], language: Option<Language>) -> Self {
        let enclosures = Enclosures::new(text, tokens);
        Self { text, tokens, enclosures, orthography: Orthography::of(language) }
    }

    /// If the token at `at` opens something that its sentence, begun at `start`, goes on after: where that closes.
    pub(super) fn keeps_together(&self, start: usize, at: usize) -> usize {
        let Some(close) = self.enclosures.partner(at).filter(|close| *close > at) else { return 0 };
        let keeps = match self.tokens[at].kind {
            TokenKind::OpenQuote => {
                let follow = self.follow(close + 1);
                close - at <= SHORT_QUOTATION && matches!(follow, Some(Follow::Small | Follow::Mark))
            }
            _ => at > start,
        };
        if keeps {
            close
        } else {
            0
        }
    }

    /// If the sentence that begins at `start` ends with the token at `at`: the index behind its closing marks.
    /// Up to the token `together` it goes on in any case.
    pub(super) fn sentence_end(&self, start: usize, at: usize, together: usize) -> Option<usize> {
        let end = self.after_closing_marks(at + 1);
        if end >= self.tokens.len() {
            return Some(self.tokens.len());
        }
        if at < together && end <= together {
            return None;
        }
        let follow = self.follow(end)?;
        if !self.has_gap(end) {
            return self.ends_without_blank(at, end, follow).then_some(end);
        }
        let ends = match self.tokens[at].kind {
            // A bracket or a short quotation inside the sentence closes here.
            _ if at < together => follow == Follow::Starter,
            TokenKind::Terminal => self.terminal_ends(start, at, end, follow),
            TokenKind::Ordinal => self.ordinal_ends(at, follow),
            _ => self.abbreviation_ends(at, follow),
        };
        ends.then(|| self.after_emoji(end))
    }

    /// The index behind the closing quotation marks, brackets and footnotes from `at`.
    fn after_closing_marks(&self, mut at: usize) -> usize {
        while let Some(token) = self.tokens.get(at) {
            let closes = match token.kind {
                TokenKind::CloseQuote => true,
                TokenKind::Punctuation if self.has_gap(at) => false,
                TokenKind::Punctuation => match self.slice(at) {
                    "[" if self.is_footnote(at) => {
                        at += 3;
                        continue;
                    }
                    // A stray quotation mark is taken for a closing one.
                    ")" | "]" | "}" | "\"" | "'" | "''" | "“" | "”" | "’" | "«" | "»" => true,
                    _ => false,
                },
                _ => false,
            };
            if !closes {
                match self.after_emoticon(at) {
                    Some(end) => at = end,
                    None => break,
                }
                continue;
            }
            at += 1;
        }
        at
    }

    /// The index behind the emoticon at `at`, if there is one: `:-)`
    fn after_emoticon(&self, at: usize) -> Option<usize> {
        let first = self.tokens.get(at)?;
        if !matches!(first.kind, TokenKind::Punctuation | TokenKind::Symbol) || !self.has_gap(at) {
            return None;
        }
        let mut end = at + 1;
        while end < self.tokens.len() && !self.has_gap(end) && end - at <= 4 {
            end += 1;
        }
        let face = self.text.slice(first.span.cover(self.tokens[end - 1].span));
        let drawn = |c: char| {
            matches!(
                c,
                ':' | ';'
                    | '='
                    | '8'
                    | '^'
                    | '>'
                    | '-'
                    | '\''
                    | '_'
                    | ')'
                    | '('
                    | ']'
                    | '['
                    | 'D'
                    | 'P'
                    | 'p'
                    | 'O'
                    | 'o'
                    | '|'
                    | '/'
                    | '\\'
                    | '*'
                    | '<'
                    | '3'
            )
        };
        let eyes = face.starts_with([':', ';', '=', '^', '>', '<']);
        let mouth =
            face.ends_with([')', '(', ']', '[', 'D', 'P', 'p', 'O', 'o', '|', '/', '\\', '*', '^', '3']);
        (2..=4).contains(&face.len()).then_some(())?;
        (eyes && mouth && face.chars().all(drawn)).then_some(end)
    }

    /// `[1]`
    fn is_footnote(&self, at: usize) -> bool {
        self.enclosures.partner(at) == Some(at + 2) && self.tokens[at + 1].kind == TokenKind::Number
    }

    /// Emoji after a full stop belong to what they comment on.
    fn after_emoji(&self, mut at: usize) -> usize {
        while self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Symbol)
            && self
                .slice(at)
                .starts_with(|c| matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}'))
        {
            at += 1;
        }
        at
    }

    /// What the token at `at` is to a sentence that may end before it, looking behind opening marks.
    fn follow(&self, at: usize) -> Option<Follow> {
        let token = self.tokens.get(at)?;
        Some(match token.kind {
            TokenKind::OpenQuote => return self.follow_behind(at),
            TokenKind::Punctuation => match self.slice(at) {
                "(" | "[" => return self.follow_behind(at),
                mark if mark.starts_with(['-', '–', '—', '"', '„', '“', '»', '«', '\'', '‚', '‘', '*']) =>
                {
                    return self.follow_behind(at);
                }
                mark if mark.starts_with(['•', '·', '#', '@', '§', '¿', '¡']) => Follow::Other,
                _ => Follow::Mark,
            },
            TokenKind::Word | TokenKind::Abbreviation => self.follow_word(self.slice(at)),
            TokenKind::Number | TokenKind::ClockTime => Follow::Number,
            TokenKind::Ordinal if self.slice(at).starts_with(|c: char| c.is_ascii_digit()) => Follow::Number,
            TokenKind::Ordinal => Follow::Capital,
            TokenKind::Terminal | TokenKind::CloseQuote => Follow::Mark,
            TokenKind::Url | TokenKind::Email | TokenKind::Symbol => Follow::Other,
        })
    }

    /// As [`Self::follow`], for what an opening mark at `at` opens.
    fn follow_behind(&self, at: usize) -> Option<Follow> {
        let next = self.tokens.get(at + 1)?;
        Some(match next.kind {
            TokenKind::Word | TokenKind::Abbreviation => self.follow_word(self.slice(at + 1)),
            TokenKind::Number | TokenKind::ClockTime => Follow::Number,
            // Two opening marks in a row, or an ellipsis, begin a sentence.
            _ => Follow::Capital,
        })
    }

    fn follow_word(&self, word: &str) -> Follow {
        let Some(first) = word.chars().find(|c| c.is_alphanumeric()) else { return Follow::Capital };
        if first.is_lowercase() {
            // `iPhone` and `eBay` may begin a sentence.
            let brand = word.chars().nth(1).is_some_and(char::is_uppercase);
            return if brand { Follow::Capital } else { Follow::Small };
        }
        if first.is_numeric() {
            return Follow::Number;
        }
        if self.orthography.starts_sentence(word) {
            Follow::Starter
        } else {
            Follow::Capital
        }
    }

    /// Whether a full stop or another mark ends a sentence before a blank.
    fn terminal_ends(&self, start: usize, at: usize, end: usize, follow: Follow) -> bool {
        let mark = self.slice(at);
        if self.is_omission(at) || self.is_list_number(start, at) {
            return false;
        }
        match follow {
            Follow::Mark => false,
            Follow::Small => !is_ellipsis(mark) && self.starts_carelessly(start, at, end),
            Follow::Starter | Follow::Other => true,
            Follow::Capital | Follow::Number if is_ellipsis(mark) => {
                // An ellipsis that stands for left out words has a blank before it.
                follow == Follow::Capital && at > start && !self.has_gap(at)
            }
            Follow::Capital | Follow::Number => !self.is_title_in_quotes(start, at, end),
        }
    }

    /// Whether the sentence that ends with the mark at `at` may be followed by one with a small letter.
    fn starts_carelessly(&self, start: usize, at: usize, end: usize) -> bool {
        let word = at.checked_sub(1).map_or("", |before| self.slice(before));
        let outside = self.tokens[end - 1].kind != TokenKind::CloseQuote;
        !self.orthography.small_letter_goes_on && outside && at > start + 1 && word.chars().nth(1).is_some()
    }

    /// `2.` where a sentence begins: the number of a list.
    fn is_list_number(&self, start: usize, at: usize) -> bool {
        let is_number = |at: usize| self.tokens[at].kind == TokenKind::Number && self.slice(at).len() <= 2;
        at == start + 1 && is_number(start)
            || at > start + 1 && is_number(at - 1) && self.has_gap(at - 1) && self.slice(at - 2) == ":"
    }

    /// `[…]` and `(...)`
    fn is_omission(&self, at: usize) -> bool {
        at > 0 && self.enclosures.partner(at - 1) == Some(at + 1)
    }

    /// Whether the mark at `at` ends a quoted title inside a sentence: `Die Sendung „Was nun?“ Moderator …`
    fn is_title_in_quotes(&self, start: usize, at: usize, end: usize) -> bool {
        if self.slice(at).starts_with('.') || end < 2 || self.tokens[end - 1].kind != TokenKind::CloseQuote {
            return false;
        }
        let Some(open) = self.enclosures.partner(end - 1) else { return false };
        open > start
            && at - open <= 6
            && !(self.tokens[open - 1].kind == TokenKind::Punctuation
                && matches!(self.slice(open - 1), ":" | "," | "–" | "-"))
    }

    fn ordinal_ends(&self, at: usize, follow: Follow) -> bool {
        follow == Follow::Starter && self.slice(at).ends_with('.')
    }

    fn abbreviation_ends(&self, at: usize, follow: Follow) -> bool {
        if !matches!(follow, Follow::Starter | Follow::Capital) {
            return false;
        }
        match self.class(at) {
            Abbreviation::Title
            | Abbreviation::Joining
            | Abbreviation::BeforeNumber
            | Abbreviation::OnlyBeforeNumber => false,
            Abbreviation::Month | Abbreviation::Unit | Abbreviation::Either => follow == Follow::Starter,
            Abbreviation::Closing => matches!(follow, Follow::Starter | Follow::Capital),
        }
    }

    /// The class of the abbreviation that ends at `at`, which may have parts with blanks: `z. B.`
    fn class(&self, at: usize) -> Abbreviation {
        let mut first = at;
        while first > 0
            && at - first + 1 < PARTS
            && self.tokens[first - 1].kind == TokenKind::Abbreviation
            && self.slice(first - 1).chars().count() <= 2
        {
            first -= 1;
        }
        let mut key = [0; 24];
        for first in first..at {
            let mut length = 0;
            for part in first..=at {
                let part = self.slice(part).as_bytes();
                let Some(space) = key.get_mut(length..length + part.len()) else { break };
                space.copy_from_slice(part);
                length += part.len();
            }
            let whole = std::str::from_utf8(&key[..length]).ok().and_then(|key| key.strip_suffix('.'));
            if let Some(class) = whole.and_then(|whole| self.orthography.abbreviation(whole)) {
                return class;
            }
        }
        let word = self.slice(at);
        let word = word.strip_suffix('.').unwrap_or(word);
        match self.orthography.abbreviation(word) {
            // `Karl S. Der` is an initial where no number follows.
            Some(Abbreviation::OnlyBeforeNumber) if word.chars().count() == 1 => Abbreviation::Either,
            Some(class) => class,
            None => Abbreviation::Either,
        }
    }

    /// Whether a sentence ends at `at` though no blank follows: `beendet.Danach`.
    fn ends_without_blank(&self, at: usize, end: usize, follow: Follow) -> bool {
        if self.tokens[at].kind != TokenKind::Terminal {
            return false;
        }
        let mark = self.slice(at);
        if mark.starts_with(['。', '．', '！', '？', '｡', '।', '॥', '。']) {
            return follow != Follow::Mark;
        }
        let word = |index: usize| {
            self.tokens.get(index).filter(|token| token.kind == TokenKind::Word).map(|_| self.slice(index))
        };
        let Some(before) = at.checked_sub(1).and_then(|before| self.tokens.get(before)) else { return false };
        let full = match before.kind {
            TokenKind::Word => {
                self.text.slice(before.span).chars().rev().take(3).filter(|c| c.is_lowercase()).count() == 3
            }
            TokenKind::CloseQuote => true,
            TokenKind::Punctuation => end > at + 1,
            _ => false,
        };
        let opens = self.tokens[end].kind == TokenKind::OpenQuote;
        let next = word(if opens { end + 1 } else { end }).unwrap_or_default();
        let mut letters = next.chars();
        full && letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase)
    }

    fn has_gap(&self, at: usize) -> bool {
        at > 0 && self.tokens[at - 1].span.end() < self.tokens[at].span.start()
    }

    fn slice(&self, at: usize) -> &'a str {
        self.tokens
            .get(at)
            .map_or("", |token: &Token| self.text.slice(Span::new(token.span.start(), token.span.end())))
    }
}

fn is_ellipsis(mark: &str) -> bool {
    mark.starts_with('…') || mark.starts_with("..")
}
