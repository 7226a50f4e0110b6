//! Direct speech: what stands in marks.
//!
//! In: pairs of marks, sentences with what `finder` found in them. Out: quotations word for word; titles, names and
//! single words in marks are none. A part of a sentence in marks belongs to what the sentence says.

use super::clauses::{Clauses, Word};
use super::finder::{Attribution, Finder};
use super::sources::noun_phrase;
use super::words::Class;
use super::{Quotation, QuotationType, Source};
use crate::layers::mentions::Context;
use crate::layers::quotation_marks::QuotationMarks;
use crate::layers::tokens::{Token, TokenKind};
use crate::score::Score;
use crate::text::Span;

/// Words in the outermost marks, the marks with them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quoted {
    pub(super) span: Span,
}

/// What stands in the outermost marks; paragraphs that open anew go on.
pub(super) fn quoted(context: Context<'_>, marks: &[QuotationMarks]) -> Vec<Quoted> {
    let mut all: Vec<Quoted> = Vec::new();
    let mut goes_on = false;
    for pair in marks {
        let end = pair.close.map_or_else(
            || {
                let section =
                    context.sections.partition_point(|section| section.span.end() <= pair.open.start());
                let end = context.sections.get(section).map_or(pair.open.end(), |section| section.span.end());
                // Without the line end.
                context.text.trim(Span::new(pair.open.start(), end.max(pair.open.end()))).end()
            },
            Span::end,
        );
        let span = Span::new(pair.open.start(), end.max(pair.open.end()));
        match all.last_mut() {
            Some(last) if span.start() < last.span.end() => last.span = last.span.cover(span),
            Some(last) if goes_on => last.span = last.span.cover(span),
            _ => all.push(Quoted { span }),
        }
        goes_on = pair.close.is_none();
    }
    all
}

/// How marks stand in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// A sentence or a clause of their own.
    Whole,
    /// A part of the sentence around them.
    Part,
    /// A name, a title, a word that is held off.
    Name,
}

impl Finder<'_> {
    /// Reads the marks that end in the sentence; `quotes` are those that have to do with it.
    /// Where nobody is said to speak, whom the sentence is about does.
    pub(super) fn direct(
        &mut self,
        clauses: &Clauses<'_>,
        quotes: &[Quoted],
        here: Option<Attribution>,
        topic: Option<Source>,
    ) {
        let (Some(first), Some(last)) = (clauses.words.first(), clauses.words.last()) else { return };
        let sentence = first.span.cover(last.span);
        let mut before: Option<(u32, Quoted)> = None;
        for quote in quotes {
            let opens = quote.span.start() >= sentence.start();
            if quote.span.end() > sentence.end() {
                if opens {
                    self.opened = here
                        .or(self.opened.filter(|_| self.leads_in && quote.span.start() == sentence.start()));
                }
                continue;
            }
            let leads_in = self.leads_in && quote.span.start() == sentence.start();
            let led_in = self.opened.filter(|_| !opens || leads_in);
            let attribution = here.or(led_in);
            let standing =
                if opens { self.standing(clauses, *quote, attribution.is_some()) } else { Standing::Whole };
            if standing == Standing::Name
                || standing == Standing::Whole && attribution.is_none() && self.is_short(*quote)
            {
                continue;
            }
            if let (Some((number, earlier)), Standing::Whole, Some(cue)) =
                (before, standing, attribution.and_then(|attribution| attribution.cue))
            {
                if earlier.span.end() <= cue.start() && cue.end() <= quote.span.start() {
                    self.found[number as usize].content.push(quote.span);
                    continue;
                }
            }
            let parent = attribution.and_then(|attribution| attribution.quotation).filter(|number| {
                let content = &self.found[*number as usize].content;
                content.iter().any(|span| span.contains(quote.span) && *span != quote.span)
            });
            if standing == Standing::Part && attribution.is_none() && topic.is_none() && self.is_short(*quote)
            {
                continue;
            }
            let owner = if attribution.is_none() { self.owner(clauses, *quote) } else { None };
            let number = self.push(Quotation {
                quotation_type: QuotationType::Direct,
                content: vec![quote.span],
                cue: attribution.and_then(|attribution| attribution.cue),
                frame: attribution.and_then(|attribution| attribution.frame),
                source: attribution.map_or_else(
                    || owner.or(topic).or_else(|| self.inherited()),
                    |attribution| attribution.source,
                ),
                mood: None,
                parent,
                confidence: Score::ZERO,
            });
            if standing == Standing::Whole {
                before = Some((number, *quote));
            }
        }
        let colon = clauses.words.iter().rev().find(|word| word.kind != TokenKind::CloseQuote);
        self.leads_in = colon.is_some_and(|word| word.text == ":" && !word.is_quoted);
        if self.leads_in {
            self.opened = here;
        }
    }

    /// Whose words in marks are: `„große Sorge“ der Anwohner`.
    fn owner(&mut self, clauses: &Clauses<'_>, quote: Quoted) -> Option<Source> {
        let after = clauses.words.partition_point(|word| word.span.end() <= quote.span.end());
        clauses.words.get(after).filter(|word| word.class.has(Class::GENITIVE))?;
        let phrase = noun_phrase(clauses, &self.names, after..clauses.end.max(after))?;
        let phrase = if phrase.start == after { Some(phrase) } else { None };
        self.source(clauses, phrase).filter(|source| source.entity.is_some())
    }

    /// Whether some words in marks are more than a name.
    pub(super) fn has_partial(&self, clauses: &Clauses<'_>) -> bool {
        let is_open = |word: &&Word<'_>| word.kind == TokenKind::OpenQuote;
        clauses.words.iter().filter(is_open).any(|word| {
            let at = self.quoted.partition_point(|quote| quote.span.start() < word.span.start());
            self.quoted.get(at).is_some_and(|quote| self.standing(clauses, *quote, true) != Standing::Name)
        })
    }

    fn tokens(&self, quote: Quoted) -> &[Token] {
        let tokens = self.context.tokens;
        let from = tokens.partition_point(|token| token.span.start() < quote.span.start());
        let to = tokens.partition_point(|token| token.span.end() <= quote.span.end());
        &tokens[from..to.max(from)]
    }

    fn is_short(&self, quote: Quoted) -> bool {
        self.tokens(quote).iter().filter(|token| token.kind.is_word()).count() < 4
    }

    fn standing(&self, clauses: &Clauses<'_>, quote: Quoted, is_attributed: bool) -> Standing {
        let words = &clauses.words;
        let from = words.partition_point(|word| word.span.start() < quote.span.start());
        let to = words.partition_point(|word| word.span.end() <= quote.span.end()).max(from);
        let before = from.checked_sub(1).map(|at| &words[at]);
        let after = words.get(to);
        let said: Vec<_> = words[from..to].iter().filter(|word| word.kind.is_word()).collect();
        let divides = |text: &str| matches!(text, "," | ":" | "–" | "—" | "-");
        let ends_sentence =
            words[from..to].iter().rev().nth(1).is_some_and(|word| word.kind == TokenKind::Terminal);
        let is_after_divider =
            before.is_none_or(|word| divides(word.text) || word.kind == TokenKind::Terminal);
        // `“No way,” she said`: the comma belongs to the marks.
        let ends_with_comma = to > from + 2 && words[to - 2].text == ",";
        let is_before_divider = ends_with_comma
            || after.is_none_or(|word| {
                divides(word.text)
                    || word.kind == TokenKind::Terminal
                    || word.class.has(Class::SAY.with(Class::ACT).with(Class::SEPARABLE))
            });
        if before.is_some_and(|word| word.text == ":") && !said.is_empty()
            || is_after_divider
                && is_before_divider
                && (said.len() > 2 || ends_sentence || ends_with_comma)
                && is_attributed
            || is_after_divider && is_before_divider && said.len() > 3 && ends_sentence
            || ends_sentence && said.len() > 3 && is_attributed
        {
            return Standing::Whole;
        }
        // `bezeichnete ihn als „Held“`, `sprach von „Panik“`: what follows are the speaker's words, nouns too.
        let speaks_of = |word: &&Word<'_>| {
            word.class.has(Class::PREDICATIVE)
                || word.class.has(Class::AGENT.with(Class::GENITIVE))
                    && words[..from].iter().any(|word| word.class.has(Class::SPEAKING_OF) && !word.is_quoted)
        };
        let is_spoken_of = is_attributed && before.as_ref().is_some_and(speaks_of);
        let held_off = Class::NAMING.with(Class::SOURCE_PREPOSITION);
        let names = before.is_some_and(|word| word.class.has(held_off) || word.text == "(")
            || after.is_some_and(|word| word.class.has(Class::NAMING))
            || self.names.fill(quote.span);
        let is_named =
            before.is_none_or(|word| word.class.has(Class::DEFINITE) || word.has_capital) || !is_attributed;
        let is_name = said.first().is_none_or(|word| word.has_capital) && said.len() < 4;
        if names || is_name && is_named && !is_spoken_of {
            Standing::Name
        } else {
            Standing::Part
        }
    }
}
