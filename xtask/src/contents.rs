//! What takes the room in a module. In: a module with its name section. Out: its bytes by section, by crate
//! and by function, largest first.

use std::collections::HashMap;
use std::fmt::Write;

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload};

use crate::size::thousands;

/// How many functions and crates are shown.
const SHOWN: usize = 25;

/// The table, ready to be printed.
pub(crate) fn table(module: &[u8]) -> Result<String> {
    let contents = Contents::read(module)?;
    let mut table = String::from("what takes the room in the module (raw bytes, after wasm-opt)\n");
    list(&mut table, "by section", contents.sections);
    list(&mut table, "by crate (code)", by_crate(&contents.functions));
    list(&mut table, "by function", contents.functions);
    Ok(table)
}

#[derive(Debug, Default)]
struct Contents {
    sections: Vec<(String, u64)>,
    functions: Vec<(String, u64)>,
}

impl Contents {
    fn read(module: &[u8]) -> Result<Self> {
        let mut sections = Vec::new();
        let mut bodies = Vec::new();
        let mut names = HashMap::new();
        let mut imported = 0_u32;
        for payload in Parser::new(0).parse_all(module) {
            let payload = payload.context("not a module")?;
            match &payload {
                Payload::ImportSection(imports) => {
                    for import in imports.clone().into_imports() {
                        let is_function = matches!(
                            import?.ty,
                            wasmparser::TypeRef::Func(_) | wasmparser::TypeRef::FuncExact(_)
                        );
                        imported += u32::from(is_function);
                    }
                }
                Payload::CodeSectionStart { range, .. } => {
                    sections.push(("code".to_owned(), range.len() as u64));
                }
                Payload::DataSection(data) => sections.push(("data".to_owned(), data.range().len() as u64)),
                Payload::CodeSectionEntry(body) => bodies.push(body.range().len() as u64),
                Payload::CustomSection(custom) => {
                    if let KnownCustom::Name(subsections) = custom.as_known() {
                        for subsection in subsections {
                            let Name::Function(functions) = subsection? else { continue };
                            for naming in functions {
                                let naming = naming?;
                                names.insert(naming.index, readable(naming.name));
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        let functions = bodies
            .into_iter()
            .zip(imported..)
            .map(|(bytes, index)| (names.remove(&index).unwrap_or_else(|| format!("#{index}")), bytes))
            .collect();
        Ok(Self { sections, functions })
    }
}

fn readable(name: &str) -> String {
    format!("{:#}", rustc_demangle::demangle(name))
}

fn by_crate(functions: &[(String, u64)]) -> Vec<(String, u64)> {
    let mut crates: HashMap<&str, u64> = HashMap::new();
    for (name, bytes) in functions {
        *crates.entry(crate_of(name)).or_default() += bytes;
    }
    crates.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect()
}

/// The crate of a demangled path: of `<a::B as c::D>::e` it is `a`.
fn crate_of(name: &str) -> &str {
    let path = name.trim_start_matches(['<', '&', '[', '(', '*']);
    let path = path.strip_prefix("mut ").or_else(|| path.strip_prefix("dyn ")).unwrap_or(path);
    match path.split_once("::") {
        Some((first, _)) if !first.contains([' ', '>', '<']) => first,
        Some(_) => "core",
        None => "(no crate)",
    }
}

fn list(table: &mut String, title: &str, mut rows: Vec<(String, u64)>) {
    rows.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    // Writing to a string cannot fail.
    let _ = writeln!(table, "{title}");
    for (name, bytes) in rows.iter().take(SHOWN) {
        let _ = writeln!(table, "  {:>11}  {name}", thousands(*bytes));
    }
    if let Some(rest) = rows.get(SHOWN..).filter(|rest| !rest.is_empty()) {
        let bytes = rest.iter().map(|(_, bytes)| bytes).sum();
        let _ = writeln!(table, "  {:>11}  ({} more)", thousands(bytes), rest.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_crate_of_a_function() {
        assert_eq!(crate_of("kernsatz::layers::tokens::split"), "kernsatz");
        assert_eq!(crate_of("<kernsatz::text::Text as core::fmt::Debug>::fmt"), "kernsatz");
        assert_eq!(crate_of("<&mut html5gum::State as core::fmt::Debug>::fmt"), "html5gum");
        assert_eq!(crate_of("<u32 as core::fmt::Display>::fmt"), "core");
        assert_eq!(crate_of("memcpy"), "(no crate)");
    }
}
