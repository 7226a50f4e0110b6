//! Node and the npm packages that build, check and test. In: `package-lock.json`. Out: `node_modules`
//! that match it, installed once.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{bail, Context, Result};

use crate::command;
use crate::hash;
use crate::progress;
use crate::project::Project;

/// Holds the hash of the lock file that `node_modules` was installed from.
const STAMP: &str = ".kernsatz-lock";

/// Installs the packages unless they are the right ones already.
pub(crate) fn install(project: &Project) -> Result<()> {
    check_node(project.manifest.tools.node)?;
    let lock = fs::read(project.root.join("package-lock.json")).context("package-lock.json")?;
    let wanted = hash::hex(&lock);
    let stamp = project.node_module(STAMP);
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    progress::step("npm", "npm ci", || {
        command::run(Command::new("npm").args(["ci", "--loglevel=error"]).current_dir(&project.root))
    })?;
    fs::write(&stamp, wanted).with_context(|| format!("cannot write {}", stamp.display()))
}

/// A `node` command in the project's folder.
pub(crate) fn node(project: &Project) -> Command {
    let mut node = Command::new("node");
    node.current_dir(&project.root);
    node
}

/// An `esbuild` command. Not through Node: the package may have put the program itself in its script's place.
pub(crate) fn esbuild(project: &Project) -> Command {
    let mut esbuild = Command::new(project.node_module(".bin/esbuild"));
    esbuild.current_dir(&project.root);
    esbuild
}

/// A `tsc` that writes the declarations of modules of `root` to `out`, from the comments in them.
pub(crate) fn declarations(project: &Project, root: &Path, out: &Path) -> Command {
    let mut tsc = node(project);
    tsc.arg(project.node_module("typescript/bin/tsc"));
    tsc.args(["--allowJs", "--checkJs", "--strict", "--skipLibCheck", "--declaration", "--declarationMap"]);
    tsc.args(["--emitDeclarationOnly", "--target", "es2022", "--module", "esnext"]);
    tsc.args(["--moduleResolution", "bundler", "--lib", "es2023,dom,dom.iterable"]);
    tsc.arg("--rootDir").arg(root).arg("--outDir").arg(out);
    tsc
}

fn check_node(oldest: u32) -> Result<()> {
    let advice = format!("install Node {oldest} or later (Debian: apt-get install nodejs npm) and run again");
    let Ok(version) = command::output(Command::new("node").arg("--version")) else {
        bail!("node is not installed; {advice}");
    };
    if major(&version).is_none_or(|major| major < oldest) {
        bail!("node is {version}; {advice}");
    }
    if !command::succeeds(Command::new("npm").arg("--version")) {
        bail!("npm is not installed; {advice}");
    }
    Ok(())
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_version_of_node() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("20"), None);
    }
}
