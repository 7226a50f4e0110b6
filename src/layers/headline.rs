//! What the headline says that the text does not.
//!
//! In: the outline. Out: a warning for each name and figure of the headline that stands nowhere else. Short forms
//! (`EU`) and small numbers may be spelled out in the text; they are not asked for.

use super::mentions::MentionKind;
use super::outline::{Line, Outline, NONE};
use super::tokens::TokenKind;
use crate::article::SectionKind;
use crate::error::{Warning, WarningCode};
use crate::text::Span;

/// Checks every headline.
pub(crate) fn check(outline: &Outline<'_>) -> Vec<Warning> {
    let mut warnings = Vec::new();
    // A text of a headline alone promises nothing.
    if outline.lines.len() < 3 {
        return warnings;
    }
    for line in &outline.headlines {
        check_line(outline, line, &mut warnings);
    }
    warnings
}

/// A longer headline is none, and each of its words is looked for in the text.
const MOST: usize = 40;

fn check_line(outline: &Outline<'_>, line: &Line, warnings: &mut Vec<Warning>) {
    let tokens = outline.tokens_of(line);
    let mut asked = NONE;
    for at in tokens.take(MOST) {
        let word = outline.words[at];
        let token = outline.context.tokens[at];
        let text = outline.text(at);
        let span = if word.mention != NONE && word.mention != asked {
            asked = word.mention;
            let mention = outline.mentions[asked as usize];
            let name = outline.context.text.slice(mention.span);
            (mention.kind == MentionKind::Name && !is_named(outline, word.mention, name))
                .then_some(mention.span)
        } else {
            let is_figure = token.kind == TokenKind::Number && text.len() > 1 && word.mention == NONE;
            (is_figure && !stands_in_text(outline, text)).then_some(token.span)
        };
        warnings.extend(span.map(|span| warning(outline, span)));
    }
}

/// Whether the text names the thing too, in whatever form: `Österreich` is in `österreichisch`.
fn is_named(outline: &Outline<'_>, mention: u32, name: &str) -> bool {
    let is_short = !name.chars().any(char::is_lowercase);
    let entity =
        outline.entity_of.get(mention as usize).and_then(|entity| outline.entities.get(*entity as usize));
    if is_short || entity.is_some_and(|entity| entity.mentions.len() > 1) {
        return true;
    }
    // A form has other endings: a word without its last letters must do, of a compound one part.
    let name = name.to_lowercase();
    name.split([' ', '-', '.', '’', '\'']).filter(|word| word.len() > 2).any(|word| {
        let letters = word.chars().count();
        let stem: String = word.chars().take(letters - letters.min(9) / 3).collect();
        stands_in_text(outline, &stem)
    })
}

/// Whether these letters stand anywhere but in headlines and page furniture; in lower case.
fn stands_in_text(outline: &Outline<'_>, letters: &str) -> bool {
    outline.context.sections.iter().any(|section| {
        !matches!(section.kind, SectionKind::Headline | SectionKind::Kicker | SectionKind::Furniture)
            && outline.context.text.slice(section.span).to_lowercase().contains(letters)
    })
}

fn warning(outline: &Outline<'_>, span: Span) -> Warning {
    let words = outline.context.text.slice(span);
    let message = format!("The headline says {words:?}, the text does not.");
    Warning { code: WarningCode::HeadlineUnsupported, span: Some(span), spans: Vec::new(), message }
}
