//! The build's own files agree: versions that must be the same are, and nothing names one machine or host.
//!
//! In: the manifests and lock files at the top of the project, and the text of every file in it.

use std::fs;
use std::path::{Path, PathBuf};

/// What is built, fetched or written by tests.
const NOT_SOURCES: [&str; 8] = [
    ".git",
    "target",
    "node_modules",
    "www/pkg",
    "www/docs/generated",
    "tests/out",
    "tests/fuzz/target",
    "tests/fuzz/corpus",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The text between `before` and the next quotation mark.
#[track_caller]
fn quoted(text: &str, before: &str) -> String {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("no {before}"));
    rest.split('"').next().unwrap_or_default().to_owned()
}

#[test]
fn one_version_of_wasm_bindgen() {
    let manifest = read("wasm-pack.toml");
    let version = quoted(&manifest, "\nwasm-bindgen = \"");
    assert_eq!(quoted(&read("Cargo.toml"), "\nwasm-bindgen = \""), format!("={version}"));
    assert_eq!(quoted(&read("xtask/Cargo.toml"), "\nwasm-bindgen-cli-support = \""), format!("={version}"));
    for name in ["wasm-bindgen", "wasm-bindgen-cli-support"] {
        let lock = read("Cargo.lock");
        assert_eq!(
            quoted(&lock, &format!("name = \"{name}\"\nversion = \"")),
            version,
            "{name} in Cargo.lock"
        );
    }
}

#[test]
fn one_version_of_binaryen() {
    let version = quoted(&read("wasm-pack.toml"), "\nbinaryen = \"");
    assert_eq!(quoted(&read("package.json"), "\"binaryen\": \""), version);
    assert_eq!(
        quoted(&read("package-lock.json"), "\"node_modules/binaryen\": {\n      \"version\": \""),
        version
    );
}

#[test]
fn node_is_as_old_everywhere() {
    let manifest = read("wasm-pack.toml");
    let node = manifest.lines().find_map(|line| line.strip_prefix("node = ")).expect("a version of Node");
    assert_eq!(quoted(&read("package.json"), "\"node\": \""), format!(">={node}"));
}

#[test]
fn npm_packages_are_exact_and_from_nowhere_in_particular() {
    let package = read("package.json");
    let (_, dependencies) = package.split_once("\"devDependencies\": {").expect("devDependencies");
    assert!(!dependencies.contains(['^', '~', '*', '>']), "a range instead of a version");
    assert!(!package.contains("\"dependencies\""), "npm packages are for developers only");
    let lock = read("package-lock.json");
    assert!(!lock.contains("\"resolved\"") && !lock.contains("://"), "package-lock.json names a host");
    assert!(lock.contains("\"integrity\""), "package-lock.json holds no hashes");
}

#[test]
fn no_file_names_a_folder_of_one_machine() {
    let mut seen = 0;
    for path in sources() {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        seen += 1;
        for folder in ["root", "home", "work", "Users"] {
            let folder = format!("/{folder}/");
            for (at, _) in text.match_indices(&folder) {
                // After a letter it is part of an address or of a relative path.
                let is_absolute = !text[..at].ends_with(|c: char| c.is_alphanumeric() || ".-_/".contains(c));
                assert!(!is_absolute, "{} names {folder}", path.display());
            }
        }
    }
    assert!(seen > 20, "only {seen} files were read");
}

/// Every file that belongs to the project.
fn sources() -> Vec<PathBuf> {
    let skipped = NOT_SOURCES.map(|name| root().join(name));
    let mut files = Vec::new();
    let mut next = vec![root().to_owned()];
    while let Some(path) = next.pop() {
        if skipped.contains(&path) {
            continue;
        }
        match fs::read_dir(&path) {
            Ok(entries) => next.extend(entries.flatten().map(|entry| entry.path())),
            Err(_) => files.push(path),
        }
    }
    files
}
