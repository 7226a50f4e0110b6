//! A reader of declarations. In: the text of a `.d.ts` as `ts-rs` or `tsc` writes it. Out: what it exports, with the
//! comments. Not a parser of TypeScript: it knows where members end, not what types mean.

/// Something that is exported.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Declaration {
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) kind: Kind,
}

/// What it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Kind {
    /// A type that is not an object, as it is written.
    #[default]
    Unknown,
    Alias(String),
    Object(Vec<Member>),
    Class(Vec<Member>),
    Function(String),
}

/// A property or method.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) is_optional: bool,
    /// What stands after the name: `: string`, `(text: string): Promise<Analysis>`.
    pub(crate) signature: String,
}

/// All exports of `text`, in order.
pub(crate) fn read(text: &str) -> Vec<Declaration> {
    let mut found = Vec::new();
    let mut docs = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let line = rest.trim_start();
        if let Some(comment) = line.strip_prefix("/**") {
            let (inside, after) = comment.split_once("*/").unwrap_or((comment, ""));
            docs = plain(inside);
            rest = after;
            continue;
        }
        if line.starts_with("//") {
            rest = line.split_once('\n').map_or("", |(_, after)| after);
            continue;
        }
        let (statement, after) = split_statement(line);
        if let Some(declaration) = declaration(statement, std::mem::take(&mut docs)) {
            found.push(declaration);
        }
        rest = after;
    }
    found
}

fn declaration(statement: &str, docs: String) -> Option<Declaration> {
    let statement = statement.strip_prefix("export ")?;
    let statement = statement.strip_prefix("declare ").unwrap_or(statement);
    let (keyword, rest) = statement.split_once(' ')?;
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    let (name, rest) = rest.split_at(end);
    let kind = match keyword {
        "type" => {
            let written = rest.split_once('=')?.1.trim().trim_end_matches(';').trim();
            match written.strip_prefix('{').and_then(|inside| inside.strip_suffix('}')) {
                Some(inside) => Kind::Object(members(inside)),
                None => Kind::Alias(one_line(written)),
            }
        }
        "class" => Kind::Class(members(rest.split_once('{')?.1.trim_end().strip_suffix('}')?)),
        "function" => Kind::Function(one_line(rest.trim_end_matches(';'))),
        _ => return None,
    };
    Some(Declaration { name: name.to_owned(), docs, kind })
}

/// The members between braces.
fn members(inside: &str) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    let mut docs = String::new();
    let mut rest = inside;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ';' || c == ',');
        if rest.is_empty() {
            return members;
        }
        if let Some(comment) = rest.strip_prefix("/**") {
            let (text, after) = comment.split_once("*/").unwrap_or((comment, ""));
            docs = plain(text);
            rest = after;
            continue;
        }
        let (member, after) = rest.split_at(end_of(rest, &[';', ',']));
        rest = after;
        let words = member.trim_start_matches("get ").trim_start_matches("readonly ");
        let docs = std::mem::take(&mut docs);
        // A setter says what its getter said.
        if words.starts_with('#') || words.starts_with("set ") {
            continue;
        }
        let start = if words.starts_with("static ") { "static ".len() } else { 0 };
        let end = words[start..].find(['?', ':', '(']).map_or(words.len(), |end| start + end);
        let (name, signature) = words.split_at(end);
        let (is_optional, signature) = match signature.strip_prefix('?') {
            Some(signature) => (true, signature),
            None => (false, signature),
        };
        members.push(Member {
            name: name.trim().to_owned(),
            docs,
            is_optional,
            signature: one_line(signature),
        });
    }
}

/// A statement and what comes after it: up to a semicolon, or to the brace that closes a class.
fn split_statement(text: &str) -> (&str, &str) {
    if text.starts_with("export declare class") {
        let open = text.find('{').unwrap_or(text.len());
        let inside = text.get(open + 1..).unwrap_or_default();
        let end = (open + 2 + end_of(inside, &['}'])).min(text.len());
        return text.split_at(end);
    }
    let end = (end_of(text, &[';']) + 1).min(text.len());
    text.split_at(end)
}

/// Where one of `ends` stands outside of brackets, strings and comments.
fn end_of(text: &str, ends: &[char]) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if depth == 0 && ends.contains(&c) {
            return at;
        }
        match c {
            '{' | '(' | '[' | '<' => depth += 1,
            // An arrow closes nothing.
            '>' if text[..at].ends_with('=') => {}
            '}' | ')' | ']' | '>' => depth = depth.saturating_sub(1),
            '"' => at += text[at + 1..].find('"').map_or(0, |end| end + 1),
            '/' if text[at..].starts_with("/*") => {
                at += text[at..].find("*/").map_or(0, |end| end + 1);
            }
            '/' if text[at..].starts_with("//") => at += text[at..].find('\n').unwrap_or(0),
            _ => {}
        }
        at += c.len_utf8();
    }
    text.len()
}

/// A comment without its stars; the lines of tags are left to the signature.
fn plain(comment: &str) -> String {
    let lines = comment.lines().map(|line| line.trim().trim_start_matches('*').trim());
    lines.take_while(|line| !line.starts_with('@')).collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// Without comments and line breaks.
fn one_line(text: &str) -> String {
    let mut line = String::new();
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("/*") {
        line += before;
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    (line + rest).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_ts_rs_writes() {
        let text = "// Generated; by hand.\n/**\n * A part.\n */\nexport type Part = { \n/**\n * Where; and what.\n */\nspan: Span, \n/**\n * Why.\n */\n\
                    reasons?: Array<Reason>, };\n\n/** Why. */\nexport type Reason = \"a\" | \"b;\";\n";
        let found = read(text);
        let Kind::Object(members) = &found[0].kind else { panic!("{found:?}") };
        assert_eq!((found[0].name.as_str(), found[0].docs.as_str()), ("Part", "A part."));
        assert_eq!((members[0].name.as_str(), members[0].docs.as_str()), ("span", "Where; and what."));
        assert_eq!((members[1].is_optional, members[1].signature.as_str()), (true, ": Array<Reason>"));
        assert_eq!(found[1].kind, Kind::Alias("\"a\" | \"b;\"".to_owned()));
    }

    #[test]
    fn reads_what_tsc_writes() {
        let text = "import type { A } from \"./a.js\";\n/** Reads. @x */\nexport declare class Reader extends Base {\n    #private;\n    \
                    /** All of it. */\n    read(text: string, { a, b }?: Options): Promise<() => void>;\n    static load(): Reader;\n    \
                    get layers(): string[];\n    set layers(layers: string[]);\n}\n/** Marks. */\n\
                    export declare function mark(element: Element): void;\n//# sourceMappingURL=a.d.ts.map";
        let found = read(text);
        let Kind::Class(members) = &found[0].kind else { panic!("{found:?}") };
        let names: Vec<_> = members.iter().map(|member| member.name.as_str()).collect();
        assert_eq!(names, ["read", "static load", "layers"]);
        assert_eq!(members[0].signature, "(text: string, { a, b }?: Options): Promise<() => void>");
        assert_eq!(members[0].docs, "All of it.");
        assert_eq!(found[1].kind, Kind::Function("(element: Element): void".to_owned()));
    }
}
