//! An analysis as one HTML page without scripts.

use std::fmt::Write;

use super::figures::rows;
use super::ledger::{holdings, told};
use super::wording::Wording;
use crate::analysis::Analysis;
use crate::article::SectionKind;
use crate::layers::links::Link;
use crate::layers::mentions::{EntityType, Mention, MentionKind};
use crate::report::names::section_kind;
use crate::text::Span;

const STYLE: &str = include_str!("page.css");

pub(super) fn render(analysis: &Analysis<'_>) -> String {
    let words = Wording::of(&analysis.language.tag);
    let headline = analysis.sections.iter().find(|section| section.kind == SectionKind::Headline);
    let title =
        headline.map_or(words.untitled.to_owned(), |section| escape(&analysis.text[section.span.range()]));
    let mut out = String::new();
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n",
        escape(&analysis.language.tag)
    );
    let _ = writeln!(out, "<aside lang=\"{}\">", words.tag);
    facts_and_summary(analysis, words, &mut out);
    names(analysis, words, &mut out);
    quotations(analysis, words, &mut out);
    figures(analysis, words, &mut out);
    out.push_str("</aside>\n<article>\n");
    article(analysis, words, &mut out);
    out.push_str("</article>\n</html>\n");
    out
}

fn facts_and_summary(analysis: &Analysis<'_>, words: &Wording, out: &mut String) {
    let minutes = analysis.reading_seconds().div_ceil(60);
    let _ = writeln!(out, "<p>{} {} · {minutes} {}</p>", analysis.word_count(), words.words, words.minutes);
    if let Some(tenths) = analysis.reading.readability {
        let _ = writeln!(out, "<p>{}</p>", words.readability(tenths));
    }
    for warning in &analysis.warnings {
        let _ = writeln!(out, "<p>{}</p>", escape(&warning.message));
    }
    if analysis.summary.sentences.is_empty() {
        return;
    }
    event(analysis, words, out);
    let _ = writeln!(out, "<h2>{}</h2>\n<ul>", words.summary);
    for chosen in &analysis.summary.sentences {
        let span = analysis.sentences[chosen.sentence as usize].span;
        let text = escape(&analysis.text[span.range()]);
        let why = escape(&words.why(analysis, chosen));
        let _ = writeln!(out, "<li><a href=\"#s{}\">{text}</a> ({why})</li>", chosen.sentence);
    }
    out.push_str("</ul>\n");
}

fn event(analysis: &Analysis<'_>, words: &Wording, out: &mut String) {
    let Some(event) = &analysis.event else { return };
    let text = |span: Span| escape(&analysis.text[span.range()]);
    let _ = writeln!(out, "<h2>{}</h2>\n<table>", words.event);
    for (question, answer) in words.questions.iter().zip(event.answers()) {
        if let Some(answer) = answer.filter(|answer| answer.is_likely()) {
            let _ = writeln!(out, "<tr><th>{question}</th><td>{}</td></tr>", text(answer.span));
        }
    }
    out.push_str("</table>\n");
    for more in words.modality(event.modality).into_iter().chain(event.is_negated.then_some(words.negated)) {
        let _ = writeln!(out, "<p>{more}</p>");
    }
    if !analysis.keyphrases.is_empty() {
        let phrases: Vec<_> = analysis.distinct_keyphrases().map(|phrase| text(phrase.span)).collect();
        let _ = writeln!(out, "<p>{}: {}</p>", words.keyphrases, phrases.join(", "));
    }
}

fn names(analysis: &Analysis<'_>, words: &Wording, out: &mut String) {
    if analysis.entities.is_empty() {
        return;
    }
    let _ = writeln!(out, "<h2>{}</h2>\n<table>", words.names);
    let Wording { name, kind, count, roles, .. } = words;
    let has_links = !analysis.links.is_empty();
    let place = if has_links { format!("<th>{}</th>", words.place) } else { String::new() };
    let _ = writeln!(out, "<tr><th>{name}</th><th>{kind}</th><th>{count}</th><th>{roles}</th>{place}</tr>");
    for (number, entity) in analysis.entities_by_count() {
        let (name, roles) = (escape(&entity.name), escape(&analysis.roles_of(entity).join(", ")));
        let kind = words.entity_type(entity.entity_type);
        let count = entity.mentions.len();
        let _ = write!(out, "<tr><td>{name}</td><td>{kind}</td><td>{count}</td><td>{roles}</td>");
        if has_links {
            let _ = write!(out, "<td>{}</td>", analysis.link(number).map(place_cell).unwrap_or_default());
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</table>\n");
}

fn quotations(analysis: &Analysis<'_>, words: &Wording, out: &mut String) {
    if analysis.claims.is_empty() {
        return;
    }
    let _ = writeln!(out, "<h2>{}</h2>", words.quotations);
    for holding in holdings(analysis) {
        let label = holding.label.as_deref().unwrap_or(words.nobody);
        let _ = writeln!(out, "<h3>{}</h3>\n<ul>", escape(label));
        for claim in holding.claims {
            let (content, kind) = told(analysis, claim, words);
            let content: Vec<_> = content.iter().map(|span| escape(&analysis.text[span.range()])).collect();
            let _ = writeln!(out, "<li>{} ({kind})</li>", content.join(" … "));
        }
        out.push_str("</ul>\n");
    }
}

fn figures(analysis: &Analysis<'_>, words: &Wording, out: &mut String) {
    let rows = rows(analysis);
    if rows.is_empty() {
        return;
    }
    let Wording { figures: [title, told, value, of], .. } = words;
    let _ = writeln!(out, "<h2>{title}</h2>\n<table>\n<tr><th>{told}</th><th>{value}</th><th>{of}</th></tr>");
    for row in rows {
        let cell = |span: Span| escape(&analysis.text[span.range()]);
        let of = row.of.map(cell).unwrap_or_default();
        let _ = writeln!(
            out,
            "<tr><td>{}</td><td>{}</td><td>{of}</td></tr>",
            cell(row.words),
            escape(&row.value)
        );
    }
    out.push_str("</table>\n");
}

/// Which place it is, with the way to more. Nothing is asked of another host until a reader goes there.
fn place_cell(link: &Link) -> String {
    let label = escape(&link.label());
    match link.address() {
        Some(address) => format!("<a href=\"{}\" rel=\"noopener noreferrer\">{label}</a>", escape(&address)),
        None => label,
    }
}

fn article(analysis: &Analysis<'_>, words: &Wording, out: &mut String) {
    let mut sentences = analysis.sentences.iter().zip(0u32..).peekable();
    // A part stands inside a compound, and an office is no name.
    let is_name = |mention: &&Mention| matches!(mention.kind, MentionKind::Name | MentionKind::Derived);
    let mut mentions = analysis.mentions.iter().filter(is_name).peekable();
    for (section, index) in analysis.sections.iter().zip(0u32..) {
        let tag = match section.kind {
            SectionKind::Headline => "h1",
            SectionKind::Subheading => "h2",
            _ => "p",
        };
        let _ = write!(out, "<{tag} class=\"{}\">", section_kind(section.kind));
        let mut from = section.span.start();
        while let Some((sentence, id)) = sentences.next_if(|(sentence, _)| sentence.section == index) {
            push(analysis, Span::new(from, sentence.span.start()), out);
            from = sentence.span.start();
            let _ = write!(out, "<span id=\"s{id}\">");
            while let Some(mention) = mentions.next_if(|mention| mention.span.start() < sentence.span.end()) {
                if mention.span.start() < from || !sentence.span.contains(mention.span) {
                    continue;
                }
                push(analysis, Span::new(from, mention.span.start()), out);
                let (class, label) = (class(mention.entity_type), words.entity_type(mention.entity_type));
                let _ = write!(out, "<mark class=\"{class}\" title=\"{label}\">");
                push(analysis, mention.span, out);
                out.push_str("</mark>");
                from = mention.span.end();
            }
            push(analysis, Span::new(from, sentence.span.end()), out);
            from = sentence.span.end();
            out.push_str("</span>");
        }
        push(analysis, Span::new(from, section.span.end()), out);
        let _ = writeln!(out, "</{tag}>");
    }
}

fn class(entity_type: EntityType) -> &'static str {
    match entity_type {
        EntityType::Person => "per",
        EntityType::Location => "loc",
        EntityType::Organisation => "org",
        EntityType::Other => "misc",
    }
}

fn push(analysis: &Analysis<'_>, span: Span, out: &mut String) {
    out.push_str(&escape(&analysis.text[span.range()]));
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // HTML has no way to write a NUL, not even escaped.
            '\0' => out.push('\u{fffd}'),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::{Analyzer, Options};

    #[test]
    fn hostile_text_is_escaped() {
        let source = "<img src=x onerror=alert(1)> </script><script>alert(2)</script> \"Zitat\" & mehr.";
        let html = Analyzer::default().analyze(source, &Options::default()).unwrap().to_html();
        assert!(html.contains("&lt;img src=x onerror=alert(1)&gt;"), "{html}");
        assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
    }
}
