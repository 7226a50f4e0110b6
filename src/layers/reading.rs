//! How the article reads.
//!
//! In: tokens, sentences, quotations. Out: [`Reading`]: how much there is to read, how hard it is by the formula of the
//! language, how much of it others say. Whole numbers throughout: tenths of the formulas' points.

use super::mentions::Context;
use super::quotations::{Quotation, QuotationType};
use super::tokens::TokenKind;
use crate::lang::Language;
use crate::score::Score;

/// Figures of an article's prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Reading {
    /// Tenths of the Wiener Sachtextformel (Bamberger and Vanecek 1984, the first one: about the grade that can read it)
    /// for German, of Flesch's reading ease for English; nothing for a few words.
    pub readability: Option<i32>,
    /// How much of its characters stands in quotations, word for word.
    pub quoted: Score,
}

/// Fewer words say nothing of how hard a text is.
const FEW: i64 = 30;

/// Counts.
pub(crate) fn count(context: Context<'_>, quotations: &[Quotation]) -> Reading {
    let (mut words, mut sentences, mut syllables) = (0_i64, 0_i64, 0_i64);
    let (mut long, mut short, mut hard, mut length) = (0_i64, 0_i64, 0_i64, 0_u64);
    let is_prose = |section: u32| context.sections[section as usize].kind.is_prose();
    for sentence in context.sentences.iter().filter(|sentence| is_prose(sentence.section)) {
        sentences += 1;
        length += u64::from(sentence.span.len());
        let tokens = &context.tokens[sentence.token_range()];
        for token in tokens.iter().filter(|token| token.kind == TokenKind::Word) {
            let word = context.text.slice(token.span);
            let count = syllables_of(word, context.language);
            words += 1;
            syllables += count;
            long += i64::from(word.chars().count() > 6);
            short += i64::from(count == 1);
            hard += i64::from(count > 2);
        }
    }
    let direct = quotations.iter().filter(|quotation| quotation.quotation_type == QuotationType::Direct);
    let quoted: u64 = direct.flat_map(|quotation| &quotation.content).map(|span| u64::from(span.len())).sum();
    // The formulas' factors in ten-thousandths; the result in tenths.
    let points = |sum: i64| (sum / 1000) as i32;
    let readability = (words >= FEW).then(|| match context.language {
        Language::German => points(
            1935 * 100 * hard / words + 1672 * words / sentences + 1297 * 100 * long / words
                - 327 * 100 * short / words
                - 8750,
        ),
        Language::English => points(2_068_350 - 10_150 * words / sentences - 846_000 * syllables / words),
    });
    Reading { readability, quoted: Score::ratio(quoted, length) }
}

/// Groups of vowels; in English, a final `e` is mute.
fn syllables_of(word: &str, language: Language) -> i64 {
    let is_vowel = |c: char| {
        matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
            || matches!(c, 'ä' | 'ö' | 'ü' | 'Ä' | 'Ö' | 'Ü' | 'é' | 'è' | 'á' | 'à' | 'ó' | 'í')
    };
    let word = match language {
        Language::English => word.strip_suffix('e').filter(|stem| !stem.ends_with('l')).unwrap_or(word),
        Language::German => word,
    };
    let mut count = 0;
    let mut before = false;
    for c in word.chars() {
        let vowel = is_vowel(c);
        count += i64::from(vowel && !before);
        before = vowel;
    }
    count.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vowels_make_syllables() {
        let check = |word: &str, language, expected: i64| {
            assert_eq!(syllables_of(word, language), expected, "{word}");
        };
        check("Haus", Language::German, 1);
        check("Straßenbahn", Language::German, 3);
        check("Überwachung", Language::German, 4);
        check("pst", Language::German, 1);
        check("make", Language::English, 1);
        check("table", Language::English, 2);
        check("government", Language::English, 3);
    }
}
