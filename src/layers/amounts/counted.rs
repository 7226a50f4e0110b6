//! What is counted.
//!
//! In: the figures of a sentence and a number in it. Out: whether it counts something, and the word for that.

use super::read::Read;
use super::AmountKind;
use crate::layers::figures::{Class, Figures};
use crate::layers::tokens::TokenKind;

/// The most adjectives between a number and its noun.
const ADJECTIVES: usize = 3;

/// Whether the number from `start` to `end` counts something: not a name, a label or a score.
pub(super) fn is_count(figures: Figures<'_, '_>, start: usize, end: usize) -> bool {
    let Some(figure) = figures.get(start) else { return false };
    let is_mark = |at: usize| {
        figures
            .get(at)
            .is_some_and(|mark| matches!(mark.text, ":" | "-" | "–" | "/" | "." | "+" | "#" | "§" | "&"))
    };
    let before = start.checked_sub(1);
    let touches_mark =
        is_mark(end) && figures.touches(end) && figures.get(end).is_none_or(|mark| mark.text != ".")
            || before.is_some_and(|before| is_mark(before) && figures.touches(start))
            || figures.is_mark(end, ":") && figures.get(end + 1).is_some_and(|next| next.has_figures);
    let is_code = figure.has_figures && figure.text.starts_with('0') && !figure.text.contains([',', '.']);
    if touches_mark || is_code || before.is_some_and(|before| figures.is(before, Class::NO_TIME)) {
        return false;
    }
    if noun(figures, end).is_some() {
        return true;
    }
    // `Linie 4`, `Apollo 11`; the first word of a sentence has a capital, too.
    let is_label = figure.has_figures
        && figure.number.is_some_and(|number| number.decimals == 0)
        && before.and_then(|before| figures.get(before)).is_some_and(|before| {
            before.has_capital && before.kind.is_word() && start > 1
                || matches!(before.kind, TokenKind::Number)
        });
    !is_label
}

/// The word that an amount counts or measures.
pub(super) fn of(figures: Figures<'_, '_>, read: &Read) -> Option<usize> {
    let at = read.end;
    match read.kind {
        AmountKind::Count => noun(figures, at),
        AmountKind::Quantity if read.unit == Some("a") => {
            let is_noun = figures.get(read.start)?.text.contains('J');
            (!is_noun).then(|| noun(figures, at).or_else(|| plain_noun(figures, at)))?
        }
        kind => {
            let of = figures.skip(at, Class::OF);
            if of > at && !(figures.words.rules.nouns_have_capitals && kind == AmountKind::Money) {
                let at = figures.skip(of, Class::ARTICLE);
                return noun(figures, at).or_else(|| plain_noun(figures, at));
            }
            (figures.words.rules.nouns_have_capitals && is_noun(figures, at)).then_some(at)
        }
    }
}

/// An English word at `at` that may be a noun in the singular.
fn plain_noun(figures: Figures<'_, '_>, at: usize) -> Option<usize> {
    let word = figures.get(at).filter(|word| word.kind == TokenKind::Word && word.number.is_none())?;
    let tells_tense = figures.is(at, Class::AHEAD) || figures.is(at, Class::BACK) || figures.is_preterite(at);
    let is_noun =
        !figures.words.rules.nouns_have_capitals && !tells_tense && !figures.is(at, Class::FUNCTION_WORD);
    (is_noun && !word.has_capital).then_some(at)
}

/// The noun at `at`, behind its adjectives.
fn noun(figures: Figures<'_, '_>, at: usize) -> Option<usize> {
    for at in at..at + ADJECTIVES {
        let figure = figures.get(at)?;
        if is_noun(figures, at) {
            return Some(at);
        }
        let tells_tense = figures.is(at, Class::AHEAD) || figures.is(at, Class::BACK);
        let is_adjective = figure.kind == TokenKind::Word
            && !figures.is(at, Class::FUNCTION_WORD)
            && !tells_tense
            && figure.number.is_none()
            && (!figures.words.rules.nouns_have_capitals
                || !figure.has_capital
                    && figures
                        .words
                        .rules
                        .adjective_endings
                        .iter()
                        .any(|ending| figure.text.ends_with(ending)));
        if !is_adjective {
            return None;
        }
    }
    None
}

/// Whether a noun stands at `at`; in English, one in the plural.
fn is_noun(figures: Figures<'_, '_>, at: usize) -> bool {
    let Some(figure) = figures.get(at) else { return false };
    if figure.kind != TokenKind::Word || figure.number.is_some() {
        return false;
    }
    if figures.words.rules.nouns_have_capitals {
        return figure.has_capital && !figures.is(at, Class::WEEKDAY) && !figures.is(at, Class::MONTH);
    }
    let is_plural = figure.text.ends_with('s') && !figure.text.ends_with("ss") && figure.text.len() > 3;
    (is_plural || figures.is(at, Class::PLURAL_NOUN)) && !figures.is(at, Class::FUNCTION_WORD)
}
