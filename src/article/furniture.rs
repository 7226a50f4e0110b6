//! What belongs to the web page and not to the article.
//!
//! In: a line. Out: whether it is furniture: buttons, notices, teasers, lines on rights. When in doubt it is
//! not: a sentence lost weighs more than a button kept.

use super::blocks::{End, Shape};
use super::line::Line;
use super::senses::Senses;
use super::words;

const MAX_BYTES: usize = 420;

/// Whether the whole line is furniture.
pub(super) fn is(line: Line<'_>, shape: Shape) -> bool {
    if line.text.len() > MAX_BYTES {
        return false;
    }
    if line.len() == 0 {
        return is_rule(line.text);
    }
    is_known(line)
        || opens(line, shape)
        || is_copyright(line)
        || is_counter(line)
        || is_path(line, shape)
        || is_buttons(line)
        || ends_as_teaser(line, shape)
        || speaks_for_the_site(line)
}

/// A line that is known as a whole.
fn is_known(line: Line<'_>) -> bool {
    let opens = |index: usize| line.senses(index).any(Senses::FURNITURE_LINE);
    // A number may stand in front.
    (opens(0) || line.len() > 1 && opens(1)) && words::holds(|w| w.furniture_lines, without_count(line))
}

/// Whether other articles are listed below this line.
pub(super) fn opens_teasers(line: Line<'_>) -> bool {
    words::holds(|w| w.teaser_openers, line.core())
}

/// The line from its first to its last word, without a number of comments or pages at either end.
fn without_count(line: Line<'_>) -> &str {
    let is_count = |index: usize| line.key(index).bytes().all(|b| b.is_ascii_digit());
    let mut range = 0..line.len();
    if range.len() > 1 && is_count(range.end - 1) {
        range.end -= 1;
    }
    if range.len() > 1 && is_count(range.start) {
        range.start += 1;
    }
    &line.folded[line.span(range.start).start..line.span(range.end - 1).end]
}

/// A line that begins like a teaser or a notice and is no more than that.
fn opens(line: Line<'_>, shape: Shape) -> bool {
    if !line.senses(0).any(Senses::FURNITURE) {
        return false;
    }
    let start = line.span(0).start;
    let opener = words::opener(|w| w.furniture_openers, &line.folded[start..]);
    opener.is_some_and(|length| {
        let rest = line.folded[start + length..].trim_start();
        // `Lesen Sie auch: …` may be a sentence; without a colon a long one is not a teaser.
        shape.words <= 30 || rest.starts_with(':')
    })
}

/// `© 2024 Verlag`, `Copyright 2024`, `Alle Rechte vorbehalten`.
fn is_copyright(line: Line<'_>) -> bool {
    let is_year = |key: &str| {
        key.len() >= 4 && key.starts_with(['1', '2']) && key.bytes().all(|b| b.is_ascii_digit() || b == b'-')
    };
    let has_sign =
        line.before(0).contains('©') || line.key(0) == "copyright" || line.folded.starts_with("(c) ");
    has_sign && line.text.len() <= 200 && line.keys().any(is_year)
}

/// A line of dashes, stars or bars.
fn is_rule(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || matches!(c, '-' | '–' | '—' | '*' | '|' | '_' | '=' | '~' | '·' | '•' | '#' | '/' | '+' | ':')
    })
}

/// The number of a picture in a gallery: `1 von 12`, `3/8`.
fn is_counter(line: Line<'_>) -> bool {
    let is_number = |index: usize| line.key(index).bytes().all(|b| b.is_ascii_digit());
    let ends = line.len() >= 2 && is_number(0) && is_number(line.len() - 1);
    ends && match line.len() {
        2 => line.before(1).trim() == "/",
        3 => matches!(line.key(1), "von" | "of"),
        _ => false,
    }
}

/// The way to a page: `Startseite > Sport > Handball`.
fn is_path(line: Line<'_>, shape: Shape) -> bool {
    let steps = (1..line.len())
        .filter(|&index| matches!(line.before(index).trim(), ">" | "›" | "»" | "→" | "▸"))
        .count();
    steps >= 2 && shape.end == End::Open
}

/// A row of buttons: `Teilen Twittern Mailen Drucken`.
fn is_buttons(line: Line<'_>) -> bool {
    let is_button = |index: usize| line.senses(index).any(Senses::BUTTON);
    let buttons = (0..line.len().min(15)).filter(|&index| is_button(index)).count();
    (2..=14).contains(&line.len())
        && buttons >= 2
        && (0..line.len()).all(|index| is_button(index) || is_small(line.key(index)))
        && !line.text.ends_with('.')
}

fn is_small(key: &str) -> bool {
    key.bytes().all(|b| b.is_ascii_digit())
        || matches!(key, "auf" | "on" | "per" | "via" | "x" | "und" | "and" | "in")
}

/// A teaser that was cut: `… mehr`, `[Weiterlesen]`.
fn ends_as_teaser(line: Line<'_>, shape: Shape) -> bool {
    let last = line.senses(line.len() - 1);
    if !last.any(Senses::FURNITURE_END) || !words::ends(|w| w.furniture_endings, line.core()) {
        return false;
    }
    // The word stands apart from the sentence, or after dots.
    let last = line.before(line.len() - 1);
    let is_apart = last.contains(['.', '…', '[', '(', '»', '>', '|', '!', '?']) || line.len() <= 2;
    is_apart && matches!(shape.end, End::Open | End::Mark)
}

/// Two words on the site's own matters, to the reader, and nobody quoted.
fn speaks_for_the_site(line: Line<'_>) -> bool {
    let mut matters = 0;
    let mut last = "";
    let mut is_address = false;
    for (index, senses) in line.all_senses().enumerate() {
        if senses.any(Senses::SITE) && line.key(index) != last {
            matters += 1;
            last = line.key(index);
        }
        is_address |= senses.any(Senses::ADDRESS);
    }
    matters >= 2 && is_address && !line.text.contains(['"', '„', '“', '”', '«', '»', '‚'])
}

#[cfg(test)]
mod tests {
    use super::super::line::Scratch;
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: bool) {
        let mut scratch = Scratch::default();
        assert_eq!(is(scratch.line(source), Shape::of(source)), expected, "{source:?}");
    }

    #[test]
    fn the_page_speaks_here() {
        check("Anzeige", true);
        check("-----", true);
        check("1 von 12", true);
        check("Startseite > Sport > Handball", true);
        check("- ANZEIGE -", true);
        check("Kommentare (7)", true);
        check("Lesen Sie auch: Wie der Hafen wächst", true);
        check("Facebook Twitter WhatsApp E-Mail", true);
        check("© 2024 Muster Verlag GmbH. Alle Rechte vorbehalten.", true);
        check(
            "Mit einem Klick auf Zustimmen akzeptieren Sie unsere Cookies und die Datenschutzerklärung.",
            true,
        );
        check("Der Hafen wächst schneller als geplant … mehr", true);
        check("Sign up for our newsletter", true);
        check("Read more: Harbour grows faster than planned", true);
        check("Advertisement", true);
    }

    #[test]
    fn the_article_speaks_here() {
        check("Die Anzeige wurde am Montag erstattet.", false);
        check("Der Verlag will seinen Newsletter und die Cookies prüfen.", false);
        check("«Bitte lesen Sie unsere Datenschutzerklärung und die Cookies», sagte sie.", false);
        check("Die Stadt will mehr", false);
        check("Mehr Geld für Schulen", false);
        check("Die Kommentare im Netz waren eindeutig.", false);
    }
}
