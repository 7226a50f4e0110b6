//! `cargo xtask notices`: what others wrote and the page ships. In: cargo's dependency graph for the browser,
//! Readability, the languages' cards. Out: `THIRD-PARTY.md`, with the licence of each and its text.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{bail, Context, Result};
use serde::Deserialize;

use crate::command;
use crate::project::Project;

const FILE: &str = "THIRD-PARTY.md";
const ABOUT: &str = "\
# Third-party notices

What others wrote and the page ships. `cargo xtask notices` writes this file; `cargo xtask test` checks it.
Kernsatz itself is under MIT OR Apache-2.0, see `LICENSE-MIT` and `LICENSE-APACHE`.
";

/// Writes the file anew.
pub(crate) fn write(project: &Project) -> Result<()> {
    fs::write(project.root.join(FILE), text(project)?).with_context(|| format!("cannot write {FILE}"))
}

/// An error if the file is out of date.
pub(crate) fn check(project: &Project) -> Result<()> {
    let found = fs::read_to_string(project.root.join(FILE)).unwrap_or_default();
    if found != text(project)? {
        bail!("{FILE} is out of date; run: cargo xtask notices");
    }
    println!("{FILE} is current");
    Ok(())
}

/// Something that ships.
#[derive(Debug)]
struct Work {
    name: String,
    version: String,
    licence: String,
    /// The licence files' texts.
    texts: Vec<String>,
}

fn text(project: &Project) -> Result<String> {
    let mut works = crates(project)?;
    works.push(standard_library(project)?);
    works.push(readability(project)?);
    let mut text = String::from(ABOUT);
    // Writing to a string cannot fail.
    let _ = writeln!(text, "\n## Code\n\n| name | version | licence |\n|---|---|---|");
    for work in &works {
        let _ = writeln!(text, "| {} | {} | {} |", work.name, work.version, work.licence);
    }
    let cards = cards(&project.root)?;
    if !cards.is_empty() {
        let _ =
            writeln!(text, "\n## Data\n\nWhere each language's data come from, and under which licences:\n");
        for card in cards {
            let _ = writeln!(text, "- [{card}]({card})");
        }
    }
    let _ = writeln!(text, "\n## Licences");
    for (index, (body, holders)) in by_body(&works).into_values().enumerate() {
        let _ = writeln!(text, "\n### {}\n", index + 1);
        for (copyright, names) in holders {
            let names = names.into_iter().collect::<Vec<_>>().join(", ");
            let _ = writeln!(text, "- {names}: {copyright}");
        }
        let _ = writeln!(text, "\n```text\n{body}\n```");
    }
    Ok(text)
}

/// Whom a text is by: each copyright line with the works that carry it.
type Holders = BTreeMap<String, BTreeSet<String>>;

/// The licence texts without their copyright lines, each once, by its words.
fn by_body(works: &[Work]) -> BTreeMap<String, (String, Holders)> {
    let mut bodies: BTreeMap<String, (String, Holders)> = BTreeMap::new();
    for work in works {
        for text in &work.texts {
            let (copyright, body) = split(text);
            let key = body.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            let (_, holders) = bodies.entry(key).or_insert_with(|| (body, Holders::new()));
            holders.entry(copyright).or_default().insert(work.name.clone());
        }
    }
    bodies
}

/// A licence's copyright lines and the rest of it.
fn split(text: &str) -> (String, String) {
    let is_copyright = |line: &&str| {
        let line = line.trim().to_lowercase();
        // The notice, not the sentences that begin with the word or the form to be filled in.
        line.starts_with("copyright ") && line.contains(|c: char| c.is_ascii_digit() || c == '©')
            || line.starts_with("copyright (c)")
    };
    let lines: Vec<_> = text.lines().map(str::trim_end).collect();
    let copyright: Vec<_> = lines.iter().copied().filter(is_copyright).map(str::trim).collect();
    let body: Vec<_> = lines.iter().copied().filter(|line| !is_copyright(line)).collect();
    let copyright = if copyright.is_empty() { "no copyright line".to_owned() } else { copyright.join("; ") };
    (copyright, body.join("\n").trim_matches('\n').to_owned())
}

/// The parts of `cargo metadata` that matter here.
#[derive(Debug, Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Graph,
}

#[derive(Debug, Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    authors: Vec<String>,
    manifest_path: PathBuf,
    targets: Vec<Target>,
}

#[derive(Debug, Deserialize)]
struct Target {
    kind: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Graph {
    root: String,
    nodes: Vec<Node>,
}

#[derive(Debug, Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Debug, Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<Kind>,
}

#[derive(Debug, Deserialize)]
struct Kind {
    /// Null for what ends up in the module, `build` or `dev` for the rest.
    kind: Option<String>,
}

/// The crates that are compiled into the module, by name.
fn crates(project: &Project) -> Result<Vec<Work>> {
    let mut cargo = Command::new("cargo");
    cargo.args(["metadata", "--locked", "--format-version=1", "--filter-platform"]);
    let json = command::output(cargo.arg(&project.manifest.build.target).current_dir(&project.root))?;
    let metadata: Metadata = serde_json::from_str(&json).context("cargo metadata")?;
    let packages: BTreeMap<_, _> = metadata.packages.iter().map(|package| (&package.id, package)).collect();
    let nodes: BTreeMap<_, _> = metadata.resolve.nodes.iter().map(|node| (&node.id, node)).collect();

    let mut shipped = BTreeMap::new();
    let mut next = vec![&metadata.resolve.root];
    while let Some(id) = next.pop() {
        for dependency in nodes.get(id).map_or(&[][..], |node| &node.deps) {
            let package = packages.get(&dependency.pkg).context("a package is missing")?;
            let is_macro = package.targets.iter().any(|target| target.kind.iter().any(|k| k == "proc-macro"));
            let is_linked = dependency.dep_kinds.iter().any(|kind| kind.kind.is_none());
            let key = (&package.name, &package.version);
            if is_linked && !is_macro && !shipped.contains_key(&key) {
                shipped.insert(key, package);
                next.push(&package.id);
            }
        }
    }
    shipped.into_values().map(|package| work(project, package)).collect()
}

fn work(project: &Project, package: &Package) -> Result<Work> {
    let licence = package.license.clone().with_context(|| format!("{} has no licence", package.name))?;
    let folder = package.manifest_path.parent().context("a package has no folder")?;
    let mut texts = licence_texts(folder, &licence)?;
    if texts.is_empty() {
        if !licence.contains("MIT") {
            bail!("{} brings no licence text", package.name);
        }
        texts.push(mit(project, &format!("Copyright (c) {}", package.authors.join(", ")))?);
    }
    Ok(Work { name: package.name.clone(), version: package.version.clone(), licence, texts })
}

/// The texts that a package brings; of a choice that has MIT in it, MIT and what comes on top.
fn licence_texts(folder: &Path, licence: &str) -> Result<Vec<String>> {
    let mut paths: Vec<_> = fs::read_dir(folder)?.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let named = |words: &[&str]| -> Vec<&PathBuf> {
        let is_named = |path: &&PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
            path.is_file() && words.iter().any(|word| name.contains(word))
        };
        paths.iter().filter(is_named).collect()
    };
    let chosen =
        if licence.contains("MIT") { named(&["LICENSE-MIT", "LICENSE-UNICODE"]) } else { Vec::new() };
    let chosen = if chosen.is_empty() { named(&["LICENSE", "LICENCE", "COPYING"]) } else { chosen };
    chosen.into_iter().map(|path| Ok(fs::read_to_string(path)?)).collect()
}

/// Compiled into every module, though no package of the graph.
fn standard_library(project: &Project) -> Result<Work> {
    Ok(Work {
        name: "Rust's standard library".to_owned(),
        version: "the compiler's".to_owned(),
        licence: "MIT OR Apache-2.0".to_owned(),
        texts: vec![mit(project, "Copyright (c) The Rust Project Contributors")?],
    })
}

fn readability(project: &Project) -> Result<Work> {
    let folder = project.node_module("@mozilla/readability");
    let package: NpmPackage = serde_json::from_str(&fs::read_to_string(folder.join("package.json"))?)?;
    let apache = fs::read_to_string(project.root.join("LICENSE-APACHE"))?;
    let texts = vec![fs::read_to_string(folder.join("LICENSE.md"))?, apache];
    Ok(Work { name: package.name, version: package.version, licence: package.license, texts })
}

#[derive(Debug, Deserialize)]
struct NpmPackage {
    name: String,
    version: String,
    license: String,
}

/// The MIT licence with another's copyright line.
fn mit(project: &Project, copyright: &str) -> Result<String> {
    let (_, body) = split(&fs::read_to_string(project.root.join("LICENSE-MIT"))?);
    Ok(format!("{copyright}\n{body}"))
}

/// The languages' own cards: `src/lang/<xx>/CARD.md`.
fn cards(root: &Path) -> Result<Vec<String>> {
    let mut cards: Vec<_> = fs::read_dir(root.join("src/lang"))?
        .flatten()
        .map(|entry| format!("src/lang/{}/CARD.md", entry.file_name().to_string_lossy()))
        .filter(|card| root.join(card).is_file())
        .collect();
    cards.sort();
    Ok(cards)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_licence_of_two_holders_stands_once() {
        let work = |name: &str, text: &str| Work {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            licence: "MIT".to_owned(),
            texts: vec![text.to_owned()],
        };
        let works = [
            work("a", "Copyright (c) 2020 A\n\nDo as you\nlike.\n"),
            work("b", "Copyright (c) B\nDo as you like."),
        ];
        let bodies = by_body(&works);
        assert_eq!(bodies.len(), 1);
        let (body, holders) = &bodies["do as you like."];
        assert_eq!(body, "Do as you\nlike.");
        assert_eq!(holders.keys().collect::<Vec<_>>(), ["Copyright (c) 2020 A", "Copyright (c) B"]);
    }

    #[test]
    fn sentences_about_copyright_are_no_notices() {
        let (copyright, body) = split("Copyright notices must stay.\n");
        assert_eq!(
            (copyright.as_str(), body.as_str()),
            ("no copyright line", "Copyright notices must stay.")
        );
    }
}
