//! Numbers, clock times and words that begin with a number.
//!
//! In: a place where digits begin. Out: a token. Whether the period after a number belongs to it is asked in
//! `period`.

use super::chars::{is_apostrophe, is_hyphen};
use super::scan::Scanner;
use super::TokenKind;

impl Scanner<'_> {
    /// Reads what begins with the digit at `start`.
    pub(super) fn number(&mut self, start: usize) -> usize {
        if let Some(end) = self.clock_time(start, ':') {
            return self.push_number(start, end, TokenKind::ClockTime);
        }
        if let Some(end) = self.clock_time(start, '.').filter(|end| self.is_before_clock_word(*end)) {
            return self.push_number(start, end, TokenKind::ClockTime);
        }
        let whole = self.digits(start);
        let end = self.number_end(start, whole);
        let next = self.peek(end);
        let after = end + next.map_or(0, char::len_utf8);
        match next {
            Some(c) if c.is_alphabetic() => {
                let suffix = self.rest(end);
                let length = suffix.find(|c: char| !c.is_alphanumeric()).unwrap_or(suffix.len());
                let is_ordinal = whole == end
                    && suffix.get(..length).is_some_and(|suffix| {
                        self.orthography.ordinal_suffixes.binary_search(&suffix).is_ok()
                    });
                if is_ordinal {
                    return self.push_number(start, end + length, TokenKind::Ordinal);
                }
                self.word(start, end)
            }
            // `18-Jähriger`, `3,5-fach`; a range of numbers stays apart.
            Some(c) if is_hyphen(c) && self.peek(after).is_some_and(char::is_alphabetic) => {
                self.word(start, end)
            }
            Some('.') => self.number_before_period(start, end),
            _ => self.push_number(start, end, TokenKind::Number),
        }
    }

    fn digits(&self, mut at: usize) -> usize {
        while self.is_digit(at) {
            at += 1;
        }
        at
    }

    /// The end of the number whose first digits end at `end`: groups, decimals, dates.
    fn number_end(&self, start: usize, mut end: usize) -> usize {
        let mut blank_groups = end - start <= 3 && !self.rest(start).starts_with('0');
        while let Some(c) = self.peek(end) {
            let after = end + c.len_utf8();
            let next = self.digits(after);
            match c {
                '.' | ',' if next > after => {
                    blank_groups = false;
                    end = next;
                }
                // `1500,-`
                ',' if self.is_price_dash(after) => return self.price_dash_end(after),
                ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' if blank_groups && self.is_group(after, next) => {
                    end = next;
                }
                _ if is_apostrophe(c)
                    && blank_groups
                    && !self.is_quote(end)
                    && self.is_group(after, next) =>
                {
                    end = next;
                }
                _ => break,
            }
        }
        end
    }

    /// Whether the digits from `start` to `end` are a group of three that nothing else belongs to.
    fn is_group(&self, start: usize, end: usize) -> bool {
        end - start == 3 && !self.is_word_char(end)
    }

    fn is_price_dash(&self, at: usize) -> bool {
        matches!(self.peek(at), Some('-' | '–' | '—')) && !self.is_word_char(self.price_dash_end(at))
    }

    fn price_dash_end(&self, mut at: usize) -> usize {
        for _ in 0..2 {
            if let Some(c) = self.peek(at).filter(|c| matches!(c, '-' | '–' | '—')) {
                at += c.len_utf8();
            }
        }
        at
    }

    /// The end of the time of day at `start`, hours and minutes parted by `mark`.
    fn clock_time(&self, start: usize, mark: char) -> Option<usize> {
        let value = |start: usize, end: usize| self.section.get(start..end)?.parse::<u8>().ok();
        let hours = self.digits_up_to(start, 3);
        if hours - start > 2 || self.peek(hours) != Some(mark) || value(start, hours)? > 24 {
            return None;
        }
        let minutes = self.digits_up_to(hours + 1, 3);
        if minutes - hours != 3 || value(hours + 1, minutes)? > 59 {
            return None;
        }
        let seconds = self.digits_up_to(minutes + 1, 3);
        let has_seconds = self.peek(minutes) == Some(mark) && seconds - minutes == 3;
        let end = if has_seconds && value(minutes + 1, seconds)? < 60 { seconds } else { minutes };
        let goes_on = self.is_word_char(end) && !self.is_before_clock_word(end)
            || self.peek(end) == Some(mark) && self.is_digit(end + 1);
        (!goes_on).then_some(end)
    }

    fn digits_up_to(&self, mut at: usize, most: usize) -> usize {
        for _ in 0..most {
            at += usize::from(self.is_digit(at));
        }
        at
    }

    /// Whether a word such as `Uhr` follows.
    fn is_before_clock_word(&self, at: usize) -> bool {
        let rest = self.rest(at).trim_start_matches([' ', '\u{a0}', '\u{202f}', '\u{2009}']);
        self.orthography
            .clock_words
            .iter()
            .any(|word| rest.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
    }
}
