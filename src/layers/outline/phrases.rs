//! A sentence cut into clauses and phrases.
//!
//! In: the words of a sentence. Out: its parts between commas, its phrases (a preposition, an article, what describes a
//! noun, the noun) and its finite verb. No grammar: what words are used for and how they are written must do.

use std::ops::Range;

use super::{Class, Outline, NONE};
use crate::layers::tokens::TokenKind;

/// A phrase.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// What opens it, see [`Class::opener`].
    pub(crate) opener: u32,
    /// The number of its part.
    pub(crate) part: u32,
}

/// A sentence.
#[derive(Clone, Debug, Default)]
pub(crate) struct Clauses {
    /// The tokens between commas, colons and dashes.
    pub(crate) parts: Vec<Range<usize>>,
    pub(crate) phrases: Vec<Phrase>,
    /// The main clause's finite verb.
    pub(crate) verb: Option<usize>,
    /// The part of the main clause.
    pub(crate) main: u32,
    /// The token after its last one.
    pub(crate) main_end: usize,
    /// The token after the last one that says something.
    pub(crate) end: usize,
}

/// The phrase being read.
#[derive(Default)]
struct Open {
    first: usize,
    opener: u32,
    is_begun: bool,
    /// Whether its noun has been read.
    has_head: bool,
    /// The `und` that was the last word.
    joined: Option<usize>,
    /// An article whose noun comes after the phrase: `die im Donaudelta verendeten Enten`.
    article: Option<usize>,
}

impl Open {
    fn at(first: usize, opener: u32, has_head: bool) -> Self {
        Self { first, opener, is_begun: true, has_head, joined: None, article: None }
    }
}

impl Clauses {
    /// Cuts the sentence of these tokens.
    pub(crate) fn read(outline: &Outline<'_>, tokens: Range<usize>) -> Self {
        let is_end = |at: &usize| outline.context.tokens[*at].kind == TokenKind::Terminal;
        let end = tokens.clone().rev().find(|at| !is_end(at)).map_or(tokens.start, |last| last + 1);
        let mut clauses = Self { end, ..Self::default() };
        clauses.read_phrases(outline, tokens.start..end);
        clauses.read_verb(outline);
        clauses
    }

    fn read_phrases(&mut self, outline: &Outline<'_>, tokens: Range<usize>) {
        let mut open = Open::default();
        let mut part = tokens.start;
        let mut depth = 0_u32;
        for at in tokens.clone() {
            let kind = outline.context.tokens[at].kind;
            let word = outline.words[at];
            let text = outline.text(at);
            match kind {
                TokenKind::Punctuation | TokenKind::Terminal | TokenKind::Symbol => {
                    let divides = matches!(text, "," | ";" | ":" | "–" | "—" | "-");
                    match text {
                        "(" | "[" => depth += 1,
                        ")" | "]" => depth = depth.saturating_sub(1),
                        _ if divides && depth == 0 && word.mention == NONE => {
                            self.close(&mut open, at);
                            self.parts.push(part..at);
                            part = at + 1;
                        }
                        _ => {}
                    }
                    continue;
                }
                TokenKind::OpenQuote | TokenKind::CloseQuote => continue,
                _ if depth > 0 => continue,
                _ => {}
            }
            let is_number = matches!(kind, TokenKind::Number | TokenKind::Ordinal | TokenKind::ClockTime);
            let describes = word.class.opener() == 0
                && !word.class.has(Class::FUNCTION.with(Class::COORDINATOR))
                && !word.has_capital
                && Self::leads_to_noun(outline, at, tokens.end);
            let says = word.class.opener() == 0
                && !word.class.has(Class::FUNCTION)
                && !(at == tokens.start && Self::is_adverb(outline, at));
            let is_noun = word.mention != NONE
                || says
                    && (word.has_capital
                        || !outline.lists.nouns_are_capitalised && word.stem != NONE && !word.is_verb);
            let is_article = word.class.has(Class::ARTICLE);
            if word.class.has(Class::PRONOUN) && !is_noun {
                self.close(&mut open, at);
                open = Open::at(at, 0, true);
                self.close(&mut open, at + 1);
            } else if is_noun || is_number || word.is_time || is_article || describes {
                // An article or another description after the noun begins the next phrase.
                // A noun after a name is another thing: `in Hamburg Schiffe`; not so `Hamburgs Hafen`.
                let is_other = at > open.first
                    && outline.words[at - 1].mention != NONE
                    && outline.words[at - 1].mention != word.mention
                    && !outline.is_genitive_name(at - 1)
                    && outline.lists.nouns_are_capitalised;
                let begins = open.is_begun && is_other && open.joined.is_none()
                    || !is_noun && !is_number && !word.is_time && open.has_head && open.joined.is_none();
                if begins || !open.is_begun {
                    let article = open.article.filter(|_| describes && open.is_begun);
                    self.close(&mut open, at);
                    open = Open::at(article.unwrap_or(at), 0, false);
                }
                open.has_head |= is_noun || word.is_time;
                open.joined = None;
            } else if word.class.opens_phrase() {
                let waits = open.is_begun && !open.has_head && open.opener == 0;
                let article = if waits { Some(open.first) } else { open.article.filter(|_| open.is_begun) };
                self.close(&mut open, at);
                open = Open::at(at, word.class.opener(), false);
                open.article = article;
            } else if word.class.has(Class::COORDINATOR) && open.has_head {
                open.joined = Some(at);
            } else if open.has_head || !word.class.has(Class::STOP) {
                self.close(&mut open, at);
            }
        }
        self.close(&mut open, tokens.end);
        self.parts.push(part..tokens.end.max(part));
    }

    /// Whether a word with the capital of a sentence's first word is no noun: `Erstmals`.
    fn is_adverb(outline: &Outline<'_>, at: usize) -> bool {
        let word = outline.words[at];
        let is_noun = outline.stems.get(word.stem as usize).is_none_or(|stem| stem.is_noun);
        word.mention == NONE && !is_noun && outline.lists.is_adverb(outline.text(at))
    }

    /// Whether adjectives, numbers and articles lead from here to a noun.
    fn leads_to_noun(outline: &Outline<'_>, at: usize, end: usize) -> bool {
        let ahead = (at + 1)..end.min(at + 4);
        for next in ahead {
            let word = outline.words[next];
            let kind = outline.context.tokens[next].kind;
            if word.mention != NONE || word.has_capital {
                // A verb stands before its object, an adjective before its noun.
                return !outline.words[at].is_verb
                    || outline.text(at).ends_with(['n', 'e', 'r', 's', 'm'])
                        && outline.words[at].class.is_content();
            }
            let goes_on = matches!(kind, TokenKind::Number | TokenKind::Ordinal | TokenKind::OpenQuote)
                || kind == TokenKind::Word && word.class.is_content() && !word.is_verb;
            if !goes_on {
                return false;
            }
        }
        false
    }

    fn close(&mut self, open: &mut Open, end: usize) {
        let end = open.joined.unwrap_or(end);
        if open.is_begun && open.has_head && open.first < end {
            let part = self.parts.len() as u32;
            self.phrases.push(Phrase { tokens: open.first..end, opener: open.opener, part });
        }
        *open = Open::default();
    }

    /// Whether a part is no clause of its own: `nachdem …`, `die …`.
    fn is_subordinate(&self, outline: &Outline<'_>, part: usize) -> bool {
        let tokens = self.parts[part].clone();
        let mut words = tokens.clone().filter(|at| outline.context.tokens[*at].kind.is_word());
        let class = words.next().map_or(Class::default(), |first| outline.words[first].class);
        let second = words.next().map_or(Class::default(), |second| outline.words[second].class);
        let has_verb = || tokens.clone().any(|at| outline.words[at].is_verb);
        let is_relative = class.has(Class::RELATIVE)
            || class.opens_phrase() && second.has(Class::RELATIVE) && !second.has(Class::NOMINATIVE);
        class.opens_clause() || part > 0 && is_relative && has_verb()
    }

    /// Where a clause ends that goes on behind what is put into it: dates, names.
    fn clause_end(&self, outline: &Outline<'_>, part: usize) -> usize {
        let goes_on = |next: &usize| {
            let starts_with_verb =
                outline.words.get(self.parts[*next].start).is_some_and(|word| word.is_verb);
            !self.is_subordinate(outline, *next) && !starts_with_verb
        };
        let last = (part + 1..self.parts.len()).take_while(goes_on).last().unwrap_or(part);
        self.parts[last].end
    }

    fn read_verb(&mut self, outline: &Outline<'_>) {
        // Behind a clause that opens the sentence, the main clause may begin with its verb: `Nachdem …, hat …`.
        let is_led = !self.parts.is_empty() && self.is_subordinate(outline, 0);
        let begins = |part: &Range<usize>| !part.is_empty() && outline.words[part.start].is_verb;
        if let Some(number) = self.parts.iter().position(begins).filter(|_| is_led) {
            (self.verb, self.main) = (Some(self.parts[number].start), number as u32);
            self.main_end = self.clause_end(outline, number);
            return;
        }
        for (number, part) in self.parts.iter().enumerate() {
            if part.is_empty() || self.is_subordinate(outline, number) {
                continue;
            }
            let verb = part.clone().find(|at| {
                let word = outline.words[*at];
                let describes = || outline.words.get(at + 1).is_some_and(|next| next.has_capital);
                let is_bracketed = || {
                    outline.text(at.saturating_sub(1)) == "("
                        || outline
                            .context
                            .tokens
                            .get(at + 1)
                            .is_some_and(|next| outline.context.text.slice(next.span) == ")")
                };
                word.is_verb
                    && (!word.class.is_content() || !describes() || *at == part.start)
                    && !is_bracketed()
            });
            if verb.is_some() {
                (self.verb, self.main) = (verb, number as u32);
                self.main_end = self.clause_end(outline, number);
                return;
            }
        }
    }
}
