//! The browser that the tests drive. In: `CHROMIUM` or this machine. Out: the path of a Chromium, installed
//! if need be and possible.

use std::env;
use std::path::PathBuf;

use anyhow::{bail, Context, Result};

use crate::apt;

/// The variable that names the browser, read here and by the browser tests.
pub(crate) const VARIABLE: &str = "CHROMIUM";

/// What the browser is called, on the usual systems.
const NAMES: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome-headless-shell"];

/// Finds a browser, or installs one.
pub(crate) fn ensure() -> Result<PathBuf> {
    if let Some(path) = env::var_os(VARIABLE).filter(|path| !path.is_empty()).map(PathBuf::from) {
        if !path.is_file() {
            bail!("{VARIABLE} is {}, and no such file exists", path.display());
        }
        return Ok(path);
    }
    if let Some(path) = find() {
        return Ok(path);
    }
    apt::install(&["chromium"], "a Chromium for the browser tests")
        .with_context(|| format!("or name one that you have: {VARIABLE}=/path/to/chromium"))?;
    find().context("chromium was installed and is not on the PATH")
}

fn find() -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<_> = env::split_paths(&path).collect();
    NAMES.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file()))
}
