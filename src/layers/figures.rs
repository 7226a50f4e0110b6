//! Words that tell of times and amounts.
//!
//! In: the tokens of a sentence. Out: a [`Figure`] for each: what it may be used for, and its number. What they say
//! together is left to `timexes` and `amounts`, which read the same figures, so that words are looked up once.

mod numbers;
mod words;

use std::ops::Deref;

use super::amounts::{self, Amount};
use super::sentences::Sentence;
use super::timexes::{self, Timex};
use super::tokens::{Token, TokenKind};
use crate::article::{Section, SectionKind};
use crate::lang::Language;
use crate::text::{Span, Text};
pub(crate) use numbers::Number;
pub(crate) use words::{Class, FigureRules, FigureWords, Senses};

/// The most words of a phrase.
const LONGEST_PHRASE: usize = 3;

/// A token as times and amounts see it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figure<'t> {
    pub(crate) text: &'t str,
    pub(crate) span: Span,
    pub(crate) kind: TokenKind,
    /// What the word may be used for; where a number is part of it, the rest of the word: `jährige`.
    senses: Senses,
    /// Its number, in figures or words.
    pub(crate) number: Option<Number>,
    /// Whether its number is written in figures.
    pub(crate) has_figures: bool,
    /// Whether something follows the number in the same word.
    pub(crate) is_joined: bool,
    pub(crate) has_capital: bool,
    phrase: Senses,
    /// How many words the phrase has that begins here; none is 0.
    phrase_length: u8,
}

/// The figures of a sentence, with the words of its language.
pub(crate) struct Row<'t> {
    pub(crate) all: Vec<Figure<'t>>,
    pub(crate) words: &'static FigureWords,
}

/// A look at the figures of a sentence; one pointer, for it is handed on everywhere.
#[derive(Clone, Copy)]
pub(crate) struct Figures<'a, 't>(&'a Row<'t>);

impl<'t> Deref for Figures<'_, 't> {
    type Target = Row<'t>;

    fn deref(&self) -> &Row<'t> {
        self.0
    }
}

impl<'a, 't> Figures<'a, 't> {
    pub(crate) fn get(self, at: usize) -> Option<&'a Figure<'t>> {
        self.0.all.get(at)
    }

    /// The number that the word at `at` has as one of `class`.
    #[inline(never)] // Asked in a hundred places.
    pub(crate) fn value(self, at: usize, class: Class) -> Option<i16> {
        self.all.get(at)?.senses.get(class)
    }

    pub(crate) fn is(self, at: usize, class: Class) -> bool {
        self.value(at, class).is_some()
    }

    /// Whether the word before `at` is of `class`.
    #[inline(never)]
    pub(crate) fn follows(self, at: usize, class: Class) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is(before, class))
    }

    /// The end of the word or phrase at `at` that is of `class`, and its number.
    #[inline(never)]
    pub(crate) fn phrase(self, at: usize, class: Class) -> Option<(usize, i16)> {
        let figure = self.all.get(at)?;
        match figure.phrase.get(class) {
            Some(value) => Some((at + usize::from(figure.phrase_length), value)),
            None => Some((at + 1, figure.senses.get(class)?)),
        }
    }

    /// `at`, or what follows the words of `class` there.
    #[inline(never)]
    pub(crate) fn skip(self, at: usize, class: Class) -> usize {
        self.phrase(at, class).map_or(at, |(end, _)| end)
    }

    /// Whether the mark `text` stands at `at`.
    #[inline(never)]
    pub(crate) fn is_mark(self, at: usize, text: &str) -> bool {
        self.all.get(at).is_some_and(|figure| figure.text == text)
    }

    /// Whether the word at `at` is of no use.
    #[inline(never)]
    pub(crate) fn says_nothing(self, at: usize) -> bool {
        self.all.get(at).is_none_or(|figure| {
            figure.senses.is_none() && figure.number.is_none() && figure.phrase_length == 0
        })
    }

    /// Whether the word looks like a verb in the past tense: `sagte`, `opened`.
    pub(crate) fn is_preterite(self, at: usize) -> bool {
        self.looks(at, self.words.rules.looks_back)
    }

    /// Whether the word at `at` has the form that `rule` asks for, and no other use.
    #[inline(never)]
    pub(crate) fn looks(self, at: usize, rule: fn(&str) -> bool) -> bool {
        self.all.get(at).is_some_and(|figure| {
            !figure.has_capital
                && figure.kind == TokenKind::Word
                && figure.senses.is_none()
                && rule(figure.text)
        })
    }

    /// Whether nothing stands between the words before and at `at`.
    #[inline(never)]
    pub(crate) fn touches(self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.all.get(before));
        before.zip(self.all.get(at)).is_some_and(|(before, figure)| before.span.end() == figure.span.start())
    }
}

/// Finds times and amounts, sentence by sentence. `creation` is the document's date.
pub(crate) fn find(
    text: Text<'_>,
    sections: &[Section],
    tokens: &[Token],
    sentences: &[Sentence],
    language: Option<Language>,
    creation: Option<&str>,
) -> (Vec<Timex>, Vec<Amount>) {
    let words = language.map_or_else(FigureWords::none, Language::figure_words);
    let mut times = timexes::Finder::new(creation);
    let mut amounts = Vec::new();
    let mut row = Row { all: Vec::new(), words };
    let mut taken = Vec::new();
    for sentence in sentences {
        let section = sections.get(sentence.section as usize).map(|section| section.kind);
        if matches!(section, Some(SectionKind::Furniture | SectionKind::Header)) {
            continue;
        }
        read(text, tokens.get(sentence.token_range()).unwrap_or_default(), &mut row);
        let figures = Figures(&row);
        let before = times.found.len();
        times.sentence(figures);
        taken.clear();
        taken.extend(times.found.iter().skip(before).map(|time| time.span));
        amounts::sentence(figures, &taken, &mut amounts);
    }
    (times.found, amounts)
}

/// The day on which the article was written, as a dateline, byline or date above it says, and the kind of that section.
pub(crate) fn date_of(
    text: Text<'_>,
    sections: &[Section],
    tokens: &[Token],
    sentences: &[Sentence],
    language: Option<Language>,
) -> Option<(String, SectionKind)> {
    let words = language.map_or_else(FigureWords::none, Language::figure_words);
    let mut row = Row { all: Vec::new(), words };
    for sentence in sentences.iter().take(HEAD) {
        let kind = sections.get(sentence.section as usize)?.kind;
        if matches!(kind, SectionKind::Dateline | SectionKind::Byline | SectionKind::Date) {
            read(text, tokens.get(sentence.token_range()).unwrap_or_default(), &mut row);
            if let Some(day) = timexes::day_in(Figures(&row)) {
                return Some((day, kind));
            }
        }
    }
    None
}

/// How many sentences may stand above the dateline and in it.
const HEAD: usize = 12;

/// Reads the tokens of a sentence into `figures`.
fn read<'t>(text: Text<'t>, tokens: &[Token], row: &mut Row<'t>) {
    let Row { all: figures, words } = row;
    figures.clear();
    let mut opens = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let (slice, span) = without_possessive(text.slice(token.span), token.span, words.rules);
        let lower = slice.to_lowercase();
        let mut entry = words.entry(&lower);
        let mut span = span;
        // `UN-Resolution 1612`
        if let Some((_, head)) = lower.rsplit_once('-').filter(|_| entry.senses.is_none()) {
            let head = words.entry(head);
            if head.senses.get(Class::NO_TIME).is_some() {
                entry = head;
            }
        }
        // `35 mm.` at the end of a sentence.
        if entry.senses.is_none()
            && !entry.opens
            && token.kind == TokenKind::Abbreviation
            && at + 1 == tokens.len()
        {
            entry = words.entry(lower.trim_end_matches('.'));
            if !entry.senses.is_none() {
                span = Span::new(span.start(), span.end() - 1);
            }
        }
        if entry.opens {
            opens.push(at);
        }
        let mut figure = Figure {
            text: slice,
            span,
            kind: token.kind,
            senses: entry.senses,
            number: None,
            has_figures: false,
            is_joined: false,
            has_capital: slice.starts_with(char::is_uppercase),
            phrase: Senses::default(),
            phrase_length: 0,
        };
        number(words, &lower, &mut figure);
        figures.push(figure);
    }
    for at in opens {
        let mut phrase = String::new();
        for (length, figure) in (1..=LONGEST_PHRASE).zip(figures.get(at..).unwrap_or_default()) {
            phrase.push_str(&figure.text.to_lowercase());
            let senses = words.entry(&phrase).senses;
            phrase.push(' ');
            if length > 1 && !senses.is_none() {
                found(figures, at, senses, length as u8);
                break;
            }
        }
    }
}

/// A word without its `'s`: `Friday's`.
fn without_possessive<'t>(word: &'t str, span: Span, rules: &FigureRules) -> (&'t str, Span) {
    let bare = rules.possessives.iter().find_map(|ending| word.strip_suffix(ending));
    let bare = bare.filter(|bare| !bare.is_empty());
    bare.map_or((word, span), |bare| (bare, Span::new(span.start(), span.start() + bare.len() as u32)))
}

fn found(figures: &mut [Figure<'_>], at: usize, phrase: Senses, length: u8) {
    if let Some(figure) = figures.get_mut(at) {
        (figure.phrase, figure.phrase_length) = (phrase, length);
    }
}

/// Reads the number of a token, and what follows it in the same word.
fn number(words: &FigureWords, lower: &str, figure: &mut Figure<'_>) {
    let is_figure = lower.starts_with(|c: char| c.is_ascii_digit());
    let found = if is_figure {
        numbers::figures(lower, words.rules.decimal)
    } else if figure.senses.is_none()
        || figure.senses.get(Class::NUMERAL).or_else(|| figure.senses.get(Class::ONE_AND_A_HALF)).is_some()
    {
        numbers::spelled(words, lower)
    } else if figure.senses.get(Class::HALF).is_some() {
        Some((Number { digits: 5, decimals: 1 }, lower.len()))
    } else {
        None
    };
    let Some((number, end)) = found else {
        if figure.senses.is_none() {
            compound(words, lower, figure);
        }
        return;
    };
    let rest = lower.get(end..).unwrap_or_default();
    let rest = rest.strip_prefix('-').unwrap_or(rest);
    if rest.is_empty() || rest == "." || figure.kind == TokenKind::Ordinal {
        (figure.number, figure.has_figures) = (Some(number), is_figure);
        return;
    }
    let senses = words.entry(rest).senses;
    // `einundzwanzigsten`, `twenty-first`
    if let (Some(last), Some(tens), false) = (senses.get(Class::ORDINAL), number.as_whole(), is_figure) {
        figure.senses = Senses::ordinal(tens + u64::from(last.unsigned_abs()));
        return;
    }
    if is_figure || !senses.is_none() {
        figure.senses = senses;
        (figure.number, figure.has_figures, figure.is_joined) = (Some(number), is_figure, true);
    }
}

/// Reads a compound of two times: `Montagabend`, `Silvesternacht`.
fn compound(words: &FigureWords, lower: &str, figure: &mut Figure<'_>) {
    if let Some((first, rest)) = (words.rules.split)(lower).filter(|_| figure.has_capital) {
        if let Some(joined) = words.entry(first).senses.join(words.entry(rest).senses) {
            figure.senses = joined;
        }
    }
}
