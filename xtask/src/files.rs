//! The page's files. In: `www/`. Out: every file that the page needs, in order, and `pkg/files.json`, from
//! which the service worker fills its cache.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Serialize;

use crate::hash;

/// Where the list goes, relative to `www/`.
pub(crate) const LIST: &str = "pkg/files.json";

/// The list: what to cache, and one name for this state of all files.
#[derive(Debug, Serialize)]
pub(crate) struct FileList {
    /// Changes when any file does.
    pub(crate) version: String,
    pub(crate) files: Vec<File>,
}

/// A file that the page may fetch.
#[derive(Debug, Serialize)]
pub(crate) struct File {
    /// Relative to `www/`, with `/` between folders.
    pub(crate) path: String,
    /// SHA-256, hexadecimal.
    pub(crate) hash: String,
    pub(crate) bytes: u64,
}

impl FileList {
    /// Lists the files of `www`.
    pub(crate) fn of(www: &Path) -> Result<Self> {
        let paths = paths(www)?.into_iter().filter(|path| is_of_page(path));
        let files = paths.map(|path| File::read(www, path)).collect::<Result<Vec<_>>>()?;
        let all: Vec<_> = files.iter().map(|file| format!("{} {}", file.hash, file.path)).collect();
        let version = hash::hex(all.join("\n").as_bytes()).chars().take(16).collect();
        Ok(Self { version, files })
    }

    /// As JSON.
    pub(crate) fn json(&self) -> Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }
}

impl File {
    fn read(www: &Path, path: String) -> Result<Self> {
        let bytes = fs::read(www.join(&path)).with_context(|| format!("cannot read www/{path}"))?;
        Ok(Self { hash: hash::hex(&bytes), bytes: bytes.len() as u64, path })
    }
}

/// The paths of all files that a page may fetch, sorted.
pub(crate) fn paths(www: &Path) -> Result<Vec<String>> {
    let mut paths = all_paths(www)?;
    paths.retain(|path| is_fetched(path));
    Ok(paths)
}

/// The paths of all files under `folder`, relative to it, with `/` between folders, sorted.
pub(crate) fn all_paths(folder: &Path) -> Result<Vec<String>> {
    let mut paths: Vec<_> = all(folder)?
        .iter()
        .filter_map(|path| path.strip_prefix(folder).ok())
        .map(|path| path.iter().map(OsStr::to_string_lossy).collect::<Vec<_>>().join("/"))
        .collect();
    paths.sort();
    Ok(paths)
}

/// The files under `folder` whose names are `wanted`, sorted.
pub(crate) fn matching(folder: &Path, wanted: fn(&str) -> bool) -> Result<Vec<PathBuf>> {
    let mut paths = all(folder)?;
    paths.retain(|path| path.file_name().and_then(OsStr::to_str).is_some_and(wanted));
    paths.sort();
    Ok(paths)
}

fn all(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))?;
        for entry in entries {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            } else {
                paths.push(entry.path());
            }
        }
    }
    Ok(paths)
}

/// Whether the page may fetch `path`: not what only editors and build tools read, nor the list itself.
fn is_fetched(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let for_tools = match extension {
        "md" | "ts" | "map" => true,
        "json" => stem == "package" || stem.starts_with("jsconfig"),
        _ => stem.is_empty(),
    };
    !for_tools && path != LIST
}

/// Whether the reading desk itself needs `path`: not what is there for other people's pages.
fn is_of_page(path: &str) -> bool {
    !["docs/", "embed/", "extension/", "inthread.js"].iter().any(|other| path.starts_with(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_desk_keeps_only_what_it_needs() {
        assert!(is_of_page("page/app.js") && is_of_page("worker.js"));
        assert!(!is_of_page("docs/index.html") && !is_of_page("embed/element.js"));
    }

    #[test]
    fn leaves_out_what_only_tools_read() {
        for path in
            ["jsconfig.json", "jsconfig.worker.json", "pkg/kernsatz.d.ts", ".gitignore", "README.md", LIST]
        {
            assert!(!is_fetched(path), "{path}");
        }
        for path in ["index.html", "pkg/kernsatz_bg.wasm", "pkg/de.pack", "manifest.webmanifest"] {
            assert!(is_fetched(path), "{path}");
        }
    }
}
