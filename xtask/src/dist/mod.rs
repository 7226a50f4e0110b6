//! `cargo xtask dist`: what others take away. In: `www/` as the build leaves it. Out: under `target/dist`, the npm
//! package, with what each file weighs and its integrity value, the desk as one file
//! and as a browser extension.

mod bundle;
mod extension;
mod npm;
mod single;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::build;
use crate::files;
use crate::progress::step;
use crate::project::Project;
use crate::size;

/// Builds, then packs everything anew.
pub(crate) fn dist(project: &Project) -> Result<()> {
    build::build(project)?;
    pack(project)
}

/// Packs what the build left.
pub(crate) fn pack(project: &Project) -> Result<()> {
    fs::create_dir_all(folder(project))?;
    step("npm package", "target/dist/npm", || npm::write(project))?;
    step("single file", "target/dist/kernsatz.html", || single::write(project))?;
    step("extension", "target/dist/extension", || extension::write(project))?;
    size::list(project, &folder(project).join("npm"))
}

/// Where everything goes.
fn folder(project: &Project) -> PathBuf {
    project.target().join("dist")
}

/// An empty folder under the one where everything goes.
fn empty(project: &Project, name: &str) -> Result<PathBuf> {
    let folder = folder(project).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Copies the files of `from` whose paths are `wanted`, with their folders.
fn copy(from: &Path, to: &Path, wanted: impl Fn(&str) -> bool) -> Result<()> {
    for path in files::all_paths(from)?.into_iter().filter(|path| wanted(path)) {
        let target = to.join(&path);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::copy(from.join(&path), target).with_context(|| path.clone())?;
    }
    Ok(())
}
