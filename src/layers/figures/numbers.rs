//! Numbers in figures and in words.
//!
//! In: a token. Out: a [`Number`] and what is left of the token: `57-jährige`, `zweieinhalb`, `1.234,5`.

use super::words::{Class, FigureWords};

/// A number with its decimals: `digits` over ten to the power of `decimals`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Number {
    pub(crate) digits: u64,
    pub(crate) decimals: u8,
}

impl Number {
    pub(crate) const fn whole(digits: u64) -> Self {
        Self { digits, decimals: 0 }
    }

    /// The number, if it has no decimals.
    pub(crate) fn as_whole(self) -> Option<u64> {
        (self.decimals == 0).then_some(self.digits)
    }

    /// A half more.
    pub(crate) fn and_a_half(self) -> Option<Self> {
        Some(Self { digits: self.as_whole()?.checked_mul(10)?.checked_add(5)?, decimals: 1 })
    }

    /// `times` as much.
    pub(crate) fn times(self, times: u64) -> Option<Self> {
        let mut product = Self { digits: self.digits.checked_mul(times)?, ..self };
        while product.decimals > 0 && product.digits.is_multiple_of(10) {
            product = Self { digits: product.digits / 10, decimals: product.decimals - 1 };
        }
        Some(product)
    }

    /// As it is written in values: `1234.5`.
    pub(crate) fn to_text(self) -> String {
        let mut text = self.digits.to_string();
        let decimals = usize::from(self.decimals);
        if decimals > 0 {
            while text.len() <= decimals {
                text.insert(0, '0');
            }
            text.insert(text.len() - decimals, '.');
        }
        text
    }
}

/// The number at the beginning of `word` and the length of its figures; `None` where a separator fits nowhere.
pub(super) fn figures(word: &str, decimal: char) -> Option<(Number, usize)> {
    let bytes = word.as_bytes();
    let mut number = Number::default();
    let mut at = 0;
    let mut is_fraction = false;
    while let Some(byte) = bytes.get(at) {
        if byte.is_ascii_digit() {
            let digit = u64::from(byte - b'0');
            number.digits = number.digits.checked_mul(10)?.checked_add(digit)?;
            number.decimals += u8::from(is_fraction);
            at += 1;
            continue;
        }
        let sign = word.get(at..)?.chars().next()?;
        let after = at + sign.len_utf8();
        let digits = bytes.get(after..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let is_separator = matches!(sign, '.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}');
        if digits == 0 || !is_separator || is_fraction {
            break;
        }
        let is_group = digits == 3 && sign != decimal;
        if !is_group {
            if !matches!(sign, '.' | ',') {
                return None;
            }
            is_fraction = true;
        }
        at = after;
    }
    (at > 0).then_some((number, at))
}

/// The number in words at the beginning of `word`, in lower case, and the length of it.
pub(super) fn spelled(words: &FigureWords, word: &str) -> Option<(Number, usize)> {
    if !words.may_be_numeral(word) {
        return None;
    }
    let (mut total, mut current, mut last) = (0_u64, 0_u64, 0_u64);
    let mut half = false;
    let mut at = 0;
    let mut end = 0;
    while at < word.len() && !half {
        let rest = word.get(at..)?;
        let Some((length, class, value)) = longest(words, rest) else { break };
        match class {
            Class::HALF => half = true,
            Class::ONE_AND_A_HALF => (half, current) = (true, 1),
            Class::NUMBER_AND if at > 0 => {}
            Class::NUMERAL if value >= 1000 => {
                total = total.checked_add(current.max(1).checked_mul(value)?)?;
                current = 0;
            }
            Class::NUMERAL if value == 100 => current = current.max(1).checked_mul(100)?,
            // `dreizehn`, `dreiundzwanzig`, `hundertdrei`; `zweidrei` is no number.
            Class::NUMERAL if last == 0 || last >= 20 || value >= 10 => current += value,
            _ => break,
        }
        last = value;
        at += length;
        if class != Class::NUMBER_AND {
            end = at;
        }
        // `twenty-three`
        at += usize::from(word.as_bytes().get(at) == Some(&b'-'));
    }
    let number = total + current;
    let number = if half { Number { digits: number * 10 + 5, decimals: 1 } } else { Number::whole(number) };
    (end > 0).then_some((number, end))
}

/// The longest numeral that `rest` begins with.
fn longest(words: &FigureWords, rest: &str) -> Option<(usize, Class, u64)> {
    let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).take(10);
    let mut found = None;
    for end in ends {
        let senses = words.entry(rest.get(..end)?).senses;
        for class in [Class::NUMERAL, Class::HALF, Class::ONE_AND_A_HALF, Class::NUMBER_AND] {
            if let Some(value) = senses.get(class) {
                found = Some((end, class, value.unsigned_abs().into()));
                break;
            }
        }
    }
    found
}
