//! Whether a period belongs to the word or number before it.
//!
//! In: a word or number that a period follows. Out: the kind of the token that takes the period in, or nothing
//! where the period is a full stop. Whether a sentence ends there all the same is left to `sentences`.

use super::scan::Scanner;
use super::TokenKind;
use crate::lang::orthography::Abbreviation;
use crate::text::is_blank;

/// The longest abbreviation without vowels that is in no list: `Hptm`.
const LONGEST_WITHOUT_VOWELS: usize = 6;

/// What stands after a period.
enum Next<'a> {
    /// Nothing: the section ends.
    End,
    /// A word with a small letter.
    Small,
    /// A word with a capital letter, or of a script without them.
    Capital(&'a str),
    /// A digit.
    Digit,
    /// Any mark.
    Mark,
}

impl Scanner<'_> {
    fn next_after(&self, at: usize) -> Next<'_> {
        let rest = self.rest(at).trim_start_matches(is_blank);
        let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        match rest.chars().next() {
            None => Next::End,
            Some(c) if c.is_lowercase() => Next::Small,
            Some(c) if c.is_alphabetic() => Next::Capital(word),
            Some(c) if c.is_numeric() => Next::Digit,
            Some(_) => Next::Mark,
        }
    }

    /// The end of an abbreviation with inner periods that starts at `start`: `z.B.`, `U.S.`, `Ph.D.`; `end` is
    /// the place of its first period.
    pub(super) fn dotted(&self, start: usize, end: usize) -> Option<usize> {
        let (mut end, mut at) = (end, start);
        let (mut found, mut single_letters) = (None, true);
        for part in 0..8 {
            let letters = self.section.get(at..end)?;
            let count = letters.chars().take(6).count();
            single_letters &= count == 1 && letters.chars().all(char::is_alphabetic);
            if count > 5 {
                break;
            }
            let known = || self.orthography.abbreviation(self.section.get(start..end)?);
            if part > 0 && (single_letters || known().is_some()) {
                found = Some(end);
            }
            if self.peek(end) != Some('.') {
                break;
            }
            at = end + 1;
            let rest = self.rest(at);
            let length = rest
                .char_indices()
                .take(6)
                .take_while(|(_, c)| c.is_alphabetic())
                .map(|(i, c)| i + c.len_utf8());
            end = at + length.last().unwrap_or(0);
            if end == at || self.is_word_char(end) {
                break;
            }
        }
        let end = found?;
        let has_period = self.peek(end) == Some('.') && self.peek(end + 1) != Some('.');
        Some(end + usize::from(has_period))
    }

    /// The kind of the word from `start` to `end` with its period.
    pub(super) fn word_period(&self, start: usize, end: usize) -> Option<TokenKind> {
        // `-D.` in `W.-D.`
        let word = self.section.get(start..end)?.trim_start_matches('-');
        if matches!(self.peek(end + 1), Some('.' | '…')) {
            return None;
        }
        let next = self.next_after(end + 1);
        match self.orthography.abbreviation(word) {
            Some(Abbreviation::OnlyBeforeNumber) if !self.is_number_or_month(&next) => {}
            Some(_) => return Some(TokenKind::Abbreviation),
            None => {}
        }
        let mut letters = word.chars();
        let (first, second) = (letters.next()?, letters.next());
        let is_name_before = self.last().is_some_and(|(last, _)| last.starts_with(char::is_uppercase));
        if self.orthography.ordinal_period && is_roman(word) && (second.is_some() || is_name_before) {
            let initial = second.is_none() && matches!(next, Next::Capital(_));
            return Some(if initial && first != 'I' { TokenKind::Abbreviation } else { TokenKind::Ordinal });
        }
        if second.is_none() && first.is_alphabetic() {
            return (!matches!(next, Next::End)).then_some(TokenKind::Abbreviation);
        }
        is_without_vowels(word).then_some(TokenKind::Abbreviation)
    }

    /// Whether `next` is what `No.` or `Sun.` stands before.
    fn is_number_or_month(&self, next: &Next<'_>) -> bool {
        match next {
            Next::Digit => true,
            Next::Capital(word) => self.orthography.abbreviation(word) == Some(Abbreviation::Month),
            _ => false,
        }
    }

    /// The kind of the number from `start` to `end` with its period.
    pub(super) fn number_period(&self, start: usize, end: usize) -> Option<TokenKind> {
        let number = self.section.get(start..end)?;
        if matches!(self.peek(end + 1), Some('.' | '…')) {
            return None;
        }
        let next = self.next_after(end + 1);
        let is_first = self.last().is_none();
        let digits = number.len();
        let plain = number.bytes().all(|b| b.is_ascii_digit());
        if is_first && plain && digits <= 2 && !matches!(next, Next::End) {
            // `1. Vorsitz`: the number of a list, whatever the language.
            return Some(TokenKind::Ordinal);
        }
        if !self.orthography.ordinal_period {
            return None;
        }
        if !plain {
            // `am 24.12.` without its year.
            let is_date = number.split('.').count() == 2
                && number.split('.').all(|part| matches!(part.len(), 1 | 2))
                && !number.contains(',');
            let ends_amount = matches!(next, Next::End | Next::Capital(_)) && !self.is_after_opener();
            return (is_date && !ends_amount).then_some(TokenKind::Ordinal);
        }
        let is_ordinal = match next {
            _ if digits > 3 => false,
            Next::End => digits <= 2 && self.is_after_opener(),
            Next::Small => true,
            Next::Digit => digits <= 2,
            Next::Mark => digits <= 2 && (self.is_after_opener() || self.is_before_series(end + 1)),
            Next::Capital(_) if !self.rest(end + 1).starts_with(is_blank) => digits <= 2,
            Next::Capital(word) => self.is_ordinal_before(number, word),
        };
        is_ordinal.then_some(TokenKind::Ordinal)
    }

    /// Whether `number` is an ordinal before `word`, which has a capital letter.
    fn is_ordinal_before(&self, number: &str, word: &str) -> bool {
        if self.orthography.ordinal_nouns.binary_search(&word).is_ok() || self.is_after_opener() {
            return true;
        }
        let is_cardinal = self.last().is_some_and(|(last, kind)| {
            kind == TokenKind::Number || self.orthography.cardinal_openers.binary_search(&last).is_ok()
        });
        let is_day = number.parse::<u16>().is_ok_and(|day| (1..=31).contains(&day));
        !is_cardinal && !self.orthography.starts_sentence(word) && is_day
    }

    fn is_after_opener(&self) -> bool {
        self.last().is_some_and(|(last, _)| self.orthography.ordinal_openers.binary_search(&last).is_ok())
    }

    /// Whether the period stands in a series: `1., 2. und 3.`, `1.-3.`, `1./2.`
    fn is_before_series(&self, at: usize) -> bool {
        let mut chars = self.rest(at).chars();
        let mark = chars.next().is_some_and(|c| matches!(c, ',' | '-' | '–' | '/'));
        mark && chars.find(|c| !is_blank(*c)).is_some_and(|c| c.is_ascii_digit() || c.is_lowercase())
    }
}

/// Whether `word` is a Roman numeral from I to XXXIX.
fn is_roman(word: &str) -> bool {
    let ones = word.trim_start_matches('X');
    let tens = word.len() - ones.len();
    tens <= 3
        && !word.is_empty()
        && matches!(ones, "" | "I" | "II" | "III" | "IV" | "V" | "VI" | "VII" | "VIII" | "IX")
}

/// Whether `word` is a short one without any vowel, and not in capitals: `Hptm`, not `SPD`.
fn is_without_vowels(word: &str) -> bool {
    let vowel = |c: char| {
        matches!(
            c.to_ascii_lowercase(),
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ä' | 'ö' | 'ü' | 'Ä' | 'Ö' | 'Ü'
        )
    };
    word.len() <= LONGEST_WITHOUT_VOWELS
        && word.chars().skip(1).all(|c| c.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_alphabetic() && !vowel(c))
}
