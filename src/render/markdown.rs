//! An analysis as Markdown.

use std::fmt::Write;

use super::figures::rows;
use super::ledger::{holdings, told};
use super::wording::Wording;
use crate::analysis::Analysis;
use crate::article::SectionKind;
use crate::layers::links::Link;
use crate::layers::mentions::{Mention, MentionKind};
use crate::text::Span;

/// What would end a paragraph or a list item.
const LINE_ENDS: [char; 8] = ['\n', '\r', '\t', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

pub(super) fn render(analysis: &Analysis<'_>) -> String {
    let words = Wording::of(&analysis.language.tag);
    let mut out = String::new();
    let headline = analysis.sections.iter().find(|section| section.kind == SectionKind::Headline);
    let title = headline.map_or(words.untitled.to_owned(), |section| inline(analysis, section.span));
    let _ = writeln!(out, "# {title}\n");
    facts(analysis, words, &mut out);
    event(analysis, words, &mut out);
    summary(analysis, words, &mut out);
    names(analysis, words, &mut out);
    quotations(analysis, words, &mut out);
    figures(analysis, words, &mut out);
    article(analysis, words, &mut out);
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn facts(analysis: &Analysis<'_>, words: &Wording, out: &mut String) {
    let (count, minutes) = (analysis.word_count(), analysis.reading_seconds().div_ceil(60));
    let _ = write!(out, "{count} {} · {minutes} {}", words.words, words.minutes);
    if let Some(date) = &analysis.document_creation_time.value {
        let _ = write!(out, " · {date}");
    }
    if let Some(tenths) = analysis.reading.readability {
        let _ = write!(out, " · {}", words.readability(tenths));
    }
    out.push_str("\n\n");
    for warning in &analysis.warnings {
        let _ = writeln!(out, "> {}\n", escape(&warning.message));
    }
}

fn summary(analysis: &Analysis<'_>, words: &Wording, out: &mut String) {
    if analysis.summary.sentences.is_empty() {
        return;
    }
    let _ = writeln!(out, "## {}\n", words.summary);
    for chosen in &analysis.summary.sentences {
        let text = inline(analysis, analysis.sentences[chosen.sentence as usize].span);
        let why = escape(&words.why(analysis, chosen));
        let _ = writeln!(out, "- {text} ({} {}: {why})", words.sentence, chosen.sentence + 1);
    }
    out.push('\n');
}

fn event(analysis: &Analysis<'_>, words: &Wording, out: &mut String) {
    let Some(event) = &analysis.event else { return };
    let _ = write!(out, "## {}", words.event);
    for more in words.modality(event.modality).into_iter().chain(event.is_negated.then_some(words.negated)) {
        let _ = write!(out, " ({more})");
    }
    out.push_str("\n\n");
    for (question, answer) in words.questions.iter().zip(event.answers()) {
        if let Some(answer) = answer.filter(|answer| answer.is_likely()) {
            let _ = writeln!(out, "- {question}: {}", inline(analysis, answer.span));
        }
    }
    if !analysis.keyphrases.is_empty() {
        let phrases: Vec<_> =
            analysis.distinct_keyphrases().map(|phrase| inline(analysis, phrase.span)).collect();
        let _ = writeln!(out, "\n{}: {}", words.keyphrases, phrases.join(", "));
    }
    out.push('\n');
}

fn names(analysis: &Analysis<'_>, words: &Wording, out: &mut String) {
    if analysis.entities.is_empty() {
        return;
    }
    let _ = writeln!(out, "## {}\n", words.names);
    let has_links = !analysis.links.is_empty();
    let _ = write!(out, "| {} | {} | {} | {} |", words.name, words.kind, words.count, words.roles);
    let _ = writeln!(out, "{}", if has_links { format!(" {} |", words.place) } else { String::new() });
    let _ = writeln!(out, "| --- | --- | ---: | --- |{}", if has_links { " --- |" } else { "" });
    for (number, entity) in analysis.entities_by_count() {
        let kind = words.entity_type(entity.entity_type);
        let (name, roles) = (escape(&entity.name), escape(&analysis.roles_of(entity).join(", ")));
        let _ = write!(out, "| {name} | {kind} | {} | {roles} |", entity.mentions.len());
        if has_links {
            let _ = write!(out, " {} |", analysis.link(number).map(place).unwrap_or_default());
        }
        out.push('\n');
    }
    out.push('\n');
}

fn quotations(analysis: &Analysis<'_>, words: &Wording, out: &mut String) {
    if analysis.claims.is_empty() {
        return;
    }
    let _ = writeln!(out, "## {}\n", words.quotations);
    for holding in holdings(analysis) {
        let label = holding.label.as_deref().unwrap_or(words.nobody);
        let _ = writeln!(out, "**{}**\n", escape(&label.replace(LINE_ENDS, " ")));
        for claim in holding.claims {
            let (content, kind) = told(analysis, claim, words);
            let content: Vec<_> = content.iter().map(|span| inline(analysis, *span)).collect();
            let _ = writeln!(out, "- {} ({kind})", content.join(" … "));
        }
        out.push('\n');
    }
}

fn figures(analysis: &Analysis<'_>, words: &Wording, out: &mut String) {
    let rows = rows(analysis);
    if rows.is_empty() {
        return;
    }
    let Wording { figures: [title, told, value, of], .. } = words;
    let _ = writeln!(out, "## {title}\n\n| {told} | {value} | {of} |\n| --- | --- | --- |");
    for row in rows {
        let of = row.of.map(|of| inline(analysis, of)).unwrap_or_default();
        let _ = writeln!(out, "| {} | {} | {of} |", inline(analysis, row.words), escape(&row.value));
    }
    out.push('\n');
}

/// Which place it is, with the way to more.
fn place(link: &Link) -> String {
    match link.address() {
        Some(address) => format!("[{}]({address})", link.label()),
        None => link.label(),
    }
}

fn article(analysis: &Analysis<'_>, words: &Wording, out: &mut String) {
    let _ = writeln!(out, "## {}\n", words.article);
    // A part stands inside a compound, and an office is no name.
    let is_name = |mention: &&Mention| matches!(mention.kind, MentionKind::Name | MentionKind::Derived);
    let mut mentions = analysis.mentions.iter().filter(is_name).peekable();
    for section in &analysis.sections {
        let mut line = String::new();
        let mut from = section.span.start();
        while let Some(mention) = mentions.next_if(|mention| mention.span.start() < section.span.end()) {
            if mention.span.start() >= from && section.span.contains(mention.span) {
                line.push_str(&inline(analysis, Span::new(from, mention.span.start())));
                let _ = write!(line, "**{}**", inline(analysis, mention.span));
                from = mention.span.end();
            }
        }
        line.push_str(&inline(analysis, Span::new(from, section.span.end())));
        push_section(section.kind, &line, out);
    }
}

fn push_section(kind: SectionKind, line: &str, out: &mut String) {
    let _ = match kind {
        SectionKind::Headline | SectionKind::Subheading => writeln!(out, "### {line}\n"),
        // A dateline opens the paragraph that follows it.
        SectionKind::Dateline => write!(out, "{line} "),
        SectionKind::Caption
        | SectionKind::Credit
        | SectionKind::Header
        | SectionKind::Date
        | SectionKind::Byline
        | SectionKind::Kicker
        | SectionKind::Furniture => writeln!(out, "> {line}\n"),
        SectionKind::ListItem => writeln!(out, "- {line}"),
        SectionKind::Lead | SectionKind::Body | SectionKind::TableRow => writeln!(out, "{line}\n"),
    };
}

/// The words at `span`, escaped and on one line, so that a paragraph stays one.
fn inline(analysis: &Analysis<'_>, span: Span) -> String {
    escape(&analysis.text[span.range()].replace(LINE_ENDS, " "))
}

/// `text` with everything that Markdown or HTML would take as markup escaped.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (index, c) in text.char_indices() {
        let opens_a_block = index == 0 && matches!(c, '-' | '+' | '=');
        if opens_a_block
            || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$')
        {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::{Analyzer, Options};

    #[track_caller]
    fn markdown(source: &str) -> String {
        Analyzer::default().analyze(source, &Options::default()).unwrap().to_markdown()
    }

    #[test]
    fn markup_in_the_article_stays_text() {
        let markdown = markdown(
            "Ein *Stern* und <b>Fett</b> | [Verweis](http://example.org) für alle. Danach kam noch ein Satz.",
        );
        assert!(markdown.contains(r"Ein \*Stern\* und \<b\>Fett\</b\> \| \[Verweis\]"), "{markdown}");
    }

    #[test]
    fn nothing_is_a_document_too() {
        assert!(markdown("").starts_with("# "));
    }
}
