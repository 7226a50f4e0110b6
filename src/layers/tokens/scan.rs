//! The scanner: walks a section once and cuts it into tokens.
//!
//! In: a section and its quotation marks. Out: tokens appended in order. Numbers, addresses and the question
//! whether a period belongs to its word have files of their own.

use super::chars::{class, extends, is_apostrophe, is_hyphen, Class};
use super::{address, Token, TokenKind};
use crate::lang::orthography::Orthography;
use crate::text::{Span, Text};

/// Walks one section.
pub(super) struct Scanner<'a> {
    pub(super) text: Text<'a>,
    /// The section's characters; every place below counts from its start.
    pub(super) section: &'a str,
    offset: u32,
    pub(super) orthography: &'static Orthography,
    quotes: &'a [Token],
    tokens: &'a mut Vec<Token>,
    /// The index of the section's first token.
    first: usize,
}

/// Appends the tokens of the section at `span`.
pub(super) fn scan(
    text: Text<'_>,
    span: Span,
    quotes: &[Token],
    orthography: &'static Orthography,
    tokens: &mut Vec<Token>,
) {
    let first = tokens.len();
    let section = text.slice(span);
    let mut scanner = Scanner { text, section, offset: span.start(), orthography, quotes, tokens, first };
    let mut at = 0;
    while let Some(c) = scanner.peek(at) {
        at = scanner.token(at, c);
    }
}

impl Scanner<'_> {
    pub(super) fn peek(&self, at: usize) -> Option<char> {
        match self.section.as_bytes().get(at) {
            Some(&byte) if byte.is_ascii() => Some(char::from(byte)),
            Some(_) => self.section.get(at..)?.chars().next(),
            None => None,
        }
    }

    /// What follows `at`.
    pub(super) fn rest(&self, at: usize) -> &str {
        self.section.get(at..).unwrap_or_default()
    }

    /// The section's last token so far.
    pub(super) fn last(&self) -> Option<(&str, TokenKind)> {
        let token = self.tokens.get(self.first..)?.last()?;
        Some((self.text.slice(token.span), token.kind))
    }

    /// Whether a token ends at `at`.
    fn touches(&self, at: usize) -> Option<TokenKind> {
        let token = self.tokens.get(self.first..)?.last()?;
        (token.span.end() == self.offset + at as u32).then_some(token.kind)
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind) -> usize {
        let span = Span::new(self.offset + start as u32, self.offset + end as u32);
        self.tokens.push(Token { span, kind });
        end
    }

    /// Whether a paired quotation mark stands at `at`.
    pub(super) fn is_quote(&self, at: usize) -> bool {
        self.quotes.first().is_some_and(|quote| quote.span.start() == self.offset + at as u32)
    }

    /// Reads what begins at `start` and says where it ends.
    fn token(&mut self, start: usize, c: char) -> usize {
        if let Some((quote, rest)) = self.quotes.split_first() {
            let at = (quote.span.start() - self.offset) as usize;
            if at == start {
                self.quotes = rest;
                return self.push(start, start + quote.span.len() as usize, quote.kind);
            }
            if at < start {
                self.quotes = rest;
            }
        }
        match class(c) {
            Class::Blank => start + c.len_utf8(),
            Class::Letter => self.word(start, start),
            Class::Digit => self.number(start),
            Class::Ideograph => {
                let end = self.extended(start + c.len_utf8());
                self.push(start, end, TokenKind::Word)
            }
            Class::Terminal => self.terminal(start, c),
            Class::Punctuation => self.punctuation(start, c),
            Class::Symbol => self.symbol(start, c),
        }
    }

    /// The end of the letters, digits and what extends them from `at`.
    fn run(&self, mut at: usize) -> usize {
        while let Some(c) = self.peek(at) {
            if !matches!(class(c), Class::Letter | Class::Digit) && !extends(c) {
                break;
            }
            at += c.len_utf8();
        }
        at
    }

    fn extended(&self, mut at: usize) -> usize {
        while let Some(c) = self.peek(at).filter(|c| extends(*c)) {
            at += c.len_utf8();
        }
        at
    }

    fn is_letter(&self, at: usize) -> bool {
        self.peek(at).is_some_and(|c| class(c) == Class::Letter)
    }

    pub(super) fn is_digit(&self, at: usize) -> bool {
        self.section.as_bytes().get(at).is_some_and(u8::is_ascii_digit)
    }

    pub(super) fn is_word_char(&self, at: usize) -> bool {
        self.is_letter(at) || self.is_digit(at)
    }

    /// Reads a word that begins at `start` and goes on at `at`.
    pub(super) fn word(&mut self, start: usize, at: usize) -> usize {
        let mut end = self.run(at);
        while let Some(c) = self.peek(end) {
            let after = end + c.len_utf8();
            if is_hyphen(c) {
                if self.is_word_char(after) {
                    end = self.run(after);
                    continue;
                }
                // `Ost- und Westeuropa`: the hyphen belongs to the word that is cut short.
                let next = self.peek(after);
                let cut =
                    next.is_none_or(|c| matches!(class(c), Class::Blank) || matches!(c, ',' | ')' | '/'));
                if cut && end > start {
                    end = after;
                }
                break;
            } else if is_apostrophe(c) && !self.is_quote(end) {
                if self.is_letter(after) {
                    end = self.run(after);
                    continue;
                }
                if matches!(c, '\'' | '’') && self.is_letter_before(end) {
                    end = after;
                }
                break;
            } else if let Some(longer) =
                self.gender_ending(c, after).or_else(|| self.ampersand(start, end, c, after))
            {
                end = longer;
            } else if let Some((longer, kind)) = self.address(start, end, c) {
                return self.push(start, longer, kind);
            } else if c == '.' {
                return self.before_period(start, end);
            } else {
                break;
            }
        }
        self.push(start, end, TokenKind::Word)
    }

    fn is_letter_before(&self, at: usize) -> bool {
        self.section
            .get(..at)
            .and_then(|before| before.chars().next_back())
            .is_some_and(|c| class(c) == Class::Letter)
    }

    /// The end of `:innen`, `*in`, `/-innen` after a word.
    fn gender_ending(&self, mark: char, after: usize) -> Option<usize> {
        if self.orthography.gender_endings.is_empty() || !matches!(mark, ':' | '*' | '_' | '/') {
            return None;
        }
        let start = if mark == '/' && self.peek(after) == Some('-') { after + 1 } else { after };
        let end = self.run(start);
        let ending = self.section.get(start..end)?;
        let known = self.orthography.gender_endings.binary_search(&ending).is_ok();
        // One letter after a slash is a unit: `km/s`.
        (known && (mark != '/' || ending.len() > 1) || ending.starts_with("innen")).then_some(end)
    }

    /// The end of `&M` in `H&M`.
    fn ampersand(&self, start: usize, end: usize, mark: char, after: usize) -> Option<usize> {
        let capital = |c: Option<char>| c.is_some_and(char::is_uppercase);
        let joins = mark == '&'
            && capital(self.section.get(start..end).and_then(|word| word.chars().next_back()))
            && capital(self.peek(after));
        joins.then(|| self.run(after))
    }

    /// The end of the address that begins at `start`, if `mark` at `end` is part of one.
    fn address(&self, start: usize, end: usize, mark: char) -> Option<(usize, TokenKind)> {
        let rest = self.rest(start);
        let url = || address::url(rest).map(|length| (start + length, TokenKind::Url));
        let email = || address::email(rest).map(|length| (start + length, TokenKind::Email));
        match mark {
            ':' if self.rest(end).starts_with("://") => url(),
            '@' | '_' | '+' => email(),
            '.' if self.is_word_char(end + 1) => url().or_else(email).or_else(|| {
                address::domain(rest, end - start).map(|length| (start + length, TokenKind::Url))
            }),
            _ => None,
        }
    }

    fn terminal(&mut self, start: usize, c: char) -> usize {
        let dots = |c: char| matches!(c, '.' | '…');
        let others = |c: char| matches!(c, '!' | '?' | '‼' | '‽' | '⁇' | '⁈' | '⁉' | '！' | '？');
        let mut end = start + c.len_utf8();
        while let Some(next) =
            self.peek(end).filter(|next| dots(c) && dots(*next) || others(c) && others(*next))
        {
            end += next.len_utf8();
        }
        self.push(start, self.extended(end), TokenKind::Terminal)
    }

    fn punctuation(&mut self, start: usize, c: char) -> usize {
        let after = start + c.len_utf8();
        if is_hyphen(c) && self.is_letter(after) {
            // `"Spiegel"-Bericht`, `Partei(en)-Chef`, `Textilindustrie und -handel`.
            let joined = match self.touches(start) {
                Some(TokenKind::CloseQuote | TokenKind::Abbreviation) => true,
                Some(_) => self.last().is_some_and(|last| last.0 == ")"),
                None => self.peek(after).is_some_and(char::is_lowercase),
            };
            if joined {
                return self.word(start, after);
            }
        }
        if is_apostrophe(c) && self.is_word_char(after) && self.touches(start).is_none() {
            return self.word(start, after);
        }
        let mut end = after;
        if !matches!(c, '(' | ')' | '[' | ']' | '{' | '}') {
            while self.peek(end) == Some(c) && !self.is_quote(end) {
                end += c.len_utf8();
            }
        }
        self.push(start, self.extended(end), TokenKind::Punctuation)
    }

    /// A symbol with what extends it: an emoji of several characters is one.
    fn symbol(&mut self, start: usize, c: char) -> usize {
        const JOINER: char = '\u{200d}';
        let is_region = |c: char| matches!(c, '\u{1f1e6}'..='\u{1f1ff}');
        let mut end = start + c.len_utf8();
        if let Some(second) = self.peek(end).filter(|second| is_region(c) && is_region(*second)) {
            end += second.len_utf8();
        }
        let mut last = c;
        while let Some(next) = self.peek(end) {
            let joined = last == JOINER && class(next) == Class::Symbol;
            if !joined && !extends(next) {
                break;
            }
            end += next.len_utf8();
            last = next;
        }
        self.push(start, end, TokenKind::Symbol)
    }

    /// Ends a word before the period at `end`, or takes the period in.
    fn before_period(&mut self, start: usize, end: usize) -> usize {
        if let Some(longer) = self.dotted(start, end) {
            return self.push(start, longer, TokenKind::Abbreviation);
        }
        match self.word_period(start, end) {
            Some(kind) => self.push(start, end + 1, kind),
            None => self.push(start, end, TokenKind::Word),
        }
    }

    /// Ends a number before the period at `end`, or takes the period in.
    pub(super) fn number_before_period(&mut self, start: usize, end: usize) -> usize {
        match self.number_period(start, end) {
            Some(kind) => self.push(start, end + 1, kind),
            None => self.push(start, end, TokenKind::Number),
        }
    }

    pub(super) fn push_number(&mut self, start: usize, end: usize, kind: TokenKind) -> usize {
        self.push(start, end, kind)
    }
}
