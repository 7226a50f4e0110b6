//! What the page weighs. In: the files of `www/` and the budgets. Out: a table, and an error if a group is
//! over its budget, with what takes the room in the module.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{bail, Context, Result};
use serde::{Deserialize, Serialize};

use crate::build;
use crate::contents;
use crate::files;
use crate::hash;
use crate::project::Project;

/// What was weighed before: the page's files, and what others take away.
const PAGE: &str = "weights.json";
const DIST: &str = "weights-dist.json";

/// A file's weight as it is and as servers send it.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
struct Weight {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Prints the table; an error if a budget is broken.
pub(crate) fn check(project: &Project) -> Result<()> {
    let groups = weigh_groups(project)?;
    eprint!("{}", table(project, &groups));
    let over: Vec<_> = project
        .manifest
        .budget
        .iter()
        .filter(|budget| groups.get(&budget.name).is_some_and(|group| group.sum().brotli > budget.brotli))
        .map(|budget| budget.name.as_str())
        .collect();
    if over.is_empty() {
        return Ok(());
    }
    if over.contains(&"code") {
        eprintln!("\n{}", contents(project)?);
    }
    bail!("over budget: {} (see wasm-pack.toml)", over.join(", "))
}

/// What takes the room in the module, by crate and by function.
pub(crate) fn contents(project: &Project) -> Result<String> {
    let named = build::named_module(project);
    let module = fs::read(&named).context("nothing is built yet: cargo xtask build")?;
    contents::table(&module)
}

#[derive(Debug, Default)]
struct Group {
    files: Vec<(String, Weight)>,
}

impl Group {
    fn sum(&self) -> Weight {
        self.files.iter().fold(Weight::default(), |sum, (_, weight)| Weight {
            raw: sum.raw + weight.raw,
            gzip: sum.gzip + weight.gzip,
            brotli: sum.brotli + weight.brotli,
        })
    }
}

fn weigh_groups(project: &Project) -> Result<BTreeMap<String, Group>> {
    let mut cache = Cache::read(project, PAGE);
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for path in files::paths(&project.www())? {
        let Some(budget) = project.manifest.budget_of(&path) else { continue };
        let bytes = fs::read(project.www().join(&path))?;
        let weight = cache.weigh(&bytes)?;
        groups.entry(budget.name.clone()).or_default().files.push((path, weight));
    }
    cache.write(project)?;
    Ok(groups)
}

/// Prints what each file of `folder` weighs, the ones that people only read left out.
pub(crate) fn list(project: &Project, folder: &Path) -> Result<()> {
    let mut cache = Cache::read(project, DIST);
    let mut table = String::new();
    row(&mut table, "bytes", ["raw", "gzip", "brotli", ""].map(str::to_owned));
    for path in files::paths(folder)?.into_iter().filter(|path| !path.starts_with("LICENSE")) {
        let weight = cache.weigh(&fs::read(folder.join(&path))?)?;
        row(&mut table, &path, cells(weight, String::new()));
    }
    cache.write(project)?;
    eprint!("{table}");
    Ok(())
}

fn table(project: &Project, groups: &BTreeMap<String, Group>) -> String {
    let mut table = String::new();
    row(&mut table, "bytes", ["raw", "gzip", "brotli", "budget"].map(str::to_owned));
    for budget in &project.manifest.budget {
        let Some(group) = groups.get(&budget.name) else { continue };
        let sum = group.sum();
        let limit = thousands(budget.brotli) + if sum.brotli > budget.brotli { "  OVER" } else { "" };
        // A folder is many small files: its sum says enough.
        if !budget.files.iter().any(|file| file.ends_with('*')) {
            for (path, weight) in &group.files {
                row(&mut table, path, cells(*weight, String::new()));
            }
        }
        row(&mut table, &format!("= {}", budget.name), cells(sum, limit));
    }
    table
}

fn cells(weight: Weight, budget: String) -> [String; 4] {
    [thousands(weight.raw), thousands(weight.gzip), thousands(weight.brotli), budget]
}

fn row(table: &mut String, name: &str, [raw, gzip, brotli, budget]: [String; 4]) {
    // Writing to a string cannot fail.
    let _ = writeln!(table, "  {name:<26} {raw:>11} {gzip:>11} {brotli:>11} {budget:>11}");
}

/// Digits in groups of three.
pub(crate) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    grouped
}

/// Weights by content: compressing at the highest quality takes seconds.
#[derive(Debug, Default)]
struct Cache {
    file: PathBuf,
    known: BTreeMap<String, Weight>,
    used: BTreeMap<String, Weight>,
}

impl Cache {
    fn read(project: &Project, name: &str) -> Self {
        let file = project.scratch().join(name);
        let text = fs::read_to_string(&file).unwrap_or_default();
        Self { file, known: serde_json::from_str(&text).unwrap_or_default(), used: BTreeMap::new() }
    }

    fn weigh(&mut self, bytes: &[u8]) -> Result<Weight> {
        let key = hash::hex(bytes);
        let weight = match self.known.get(&key) {
            Some(weight) => *weight,
            None => Weight { raw: bytes.len() as u64, gzip: gzip(bytes)?, brotli: brotli(bytes)? },
        };
        self.used.insert(key, weight);
        Ok(weight)
    }

    fn write(&self, project: &Project) -> Result<()> {
        fs::create_dir_all(project.scratch())?;
        fs::write(&self.file, serde_json::to_string(&self.used)?)?;
        Ok(())
    }
}

fn gzip(bytes: &[u8]) -> Result<u64> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len() as u64)
}

fn brotli(bytes: &[u8]) -> Result<u64> {
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &params)?;
    Ok(compressed.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_digits() {
        assert_eq!(thousands(0), "0");
        assert_eq!(thousands(999), "999");
        assert_eq!(thousands(1_234_567), "1\u{202f}234\u{202f}567");
    }

    #[test]
    fn weighs() {
        let text = "Der Rat der Stadt tagt am Montag. ".repeat(50);
        let weight = Cache::default().weigh(text.as_bytes()).unwrap();
        assert_eq!(weight.raw, text.len() as u64);
        assert!(weight.gzip < weight.raw && weight.brotli < weight.gzip);
    }
}
