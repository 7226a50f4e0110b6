//! The page of the reference. In: chapters of declarations. Out: HTML without scripts, every name with a place of its
//! own that types lead to.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::types::{Declaration, Kind, Member};

const HEAD: &str = "<!doctype html>
<html lang=\"en\">
  <head>
    <meta charset=\"utf-8\">
    <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src 'self'\">
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
    <meta name=\"color-scheme\" content=\"light dark\">
    <title>Reference – Kernsatz</title>
    <link rel=\"icon\" href=\"../../icon.svg\" type=\"image/svg+xml\">
    <link rel=\"stylesheet\" href=\"../docs.css\">
  </head>
  <body>
    <main>
      <p><a href=\"../index.html\">Kernsatz for your pages</a></p>
      <h1>Reference</h1>
      <p>Written from the types. The analysis as <a href=\"report.schema.json\">JSON Schema</a>.</p>
";

/// Writes the page.
pub(crate) fn of(chapters: &[(&str, Vec<Declaration>)]) -> String {
    let names: BTreeSet<_> =
        chapters.iter().flat_map(|(_, declarations)| declarations).map(|one| one.name.as_str()).collect();
    let mut page = String::from(HEAD);
    page += "<nav aria-label=\"Contents\"><ul class=\"contents\">\n";
    for (title, declarations) in chapters {
        let _ = write!(page, "<li>{}: ", escaped(title));
        let links: Vec<_> = declarations.iter().map(|one| link(&one.name)).collect();
        page += &links.join(", ");
        page += "</li>\n";
    }
    page += "</ul></nav>\n";
    // A name that two chapters have gets one place: ids are unique.
    let mut placed = BTreeSet::new();
    for (title, declarations) in chapters {
        let _ = writeln!(page, "<h2>{}</h2>", escaped(title));
        for declaration in declarations {
            let id = if placed.insert(declaration.name.as_str()) { declaration.name.as_str() } else { "" };
            write_declaration(&mut page, declaration, id, &names);
        }
    }
    page += "</main>\n</body>\n</html>\n";
    page
}

fn write_declaration(page: &mut String, declaration: &Declaration, id: &str, names: &BTreeSet<&str>) {
    let id = if id.is_empty() { String::new() } else { format!(" id=\"{id}\"") };
    // Writing to a string cannot fail.
    let _ = writeln!(page, "<h3{id}><code>{}</code></h3>", escaped(&declaration.name));
    if !declaration.docs.is_empty() {
        let _ = writeln!(page, "<p>{}</p>", prose(&declaration.docs));
    }
    match &declaration.kind {
        Kind::Alias(written) => {
            let _ = writeln!(page, "<pre><code>{}</code></pre>", linked(written, names));
        }
        Kind::Function(signature) => {
            let _ =
                writeln!(page, "<pre><code>{}{}</code></pre>", declaration.name, linked(signature, names));
        }
        Kind::Object(members) | Kind::Class(members) => {
            page.push_str("<dl>\n");
            for member in members {
                write_member(page, member, names);
            }
            page.push_str("</dl>\n");
        }
        Kind::Unknown => {}
    }
}

fn write_member(page: &mut String, member: &Member, names: &BTreeSet<&str>) {
    let mark = if member.is_optional { "?" } else { "" };
    let signature = linked(&member.signature, names);
    let _ = writeln!(page, "<dt><code><b>{}</b>{mark}{signature}</code></dt>", escaped(&member.name));
    let _ = writeln!(page, "<dd>{}</dd>", prose(&member.docs));
}

/// A type with links to the names in it.
fn linked(written: &str, names: &BTreeSet<&str>) -> String {
    let mut linked = String::new();
    let mut rest = written;
    while !rest.is_empty() {
        let word = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let other = rest[word..].find(char::is_alphanumeric).map_or(rest.len(), |end| word + end);
        let name = &rest[..word];
        linked += &if names.contains(name) { link(name) } else { escaped(name) };
        linked += &escaped(&rest[word..other]);
        rest = &rest[other..];
    }
    linked
}

fn link(name: &str) -> String {
    format!("<a href=\"#{name}\">{name}</a>")
}

/// Text with its `code`.
fn prose(text: &str) -> String {
    let mut parts = text.split('`');
    let mut written = escaped(parts.next().unwrap_or_default());
    let mut is_code = true;
    for part in parts {
        written += if is_code { "<code>" } else { "</code>" };
        written += &escaped(part);
        is_code = !is_code;
    }
    if !is_code {
        written += "</code>";
    }
    written
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_names_and_escapes_the_rest() {
        let names = BTreeSet::from(["Span"]);
        assert_eq!(linked(": Array<Span>", &names), ": Array&lt;<a href=\"#Span\">Span</a>&gt;");
        assert_eq!(prose("Of `a<b`."), "Of <code>a&lt;b</code>.");
        assert_eq!(prose("odd `tick"), "odd <code>tick</code>");
    }
}
