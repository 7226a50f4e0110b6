//! `cargo xtask bench`: how fast it is. In: the benchmarks of `tests/bench`. Out: their own tables, native ones
//! first, then those in a browser.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::build;
use crate::chromium;
use crate::command;
use crate::files;
use crate::npm;
use crate::project::Project;

/// Runs all benchmarks.
pub(crate) fn bench(project: &Project) -> Result<()> {
    command::run(
        Command::new("cargo")
            .args(["bench", "--package", "kernsatz", "--bench", "*"])
            .current_dir(&project.root),
    )?;
    build::build(project)?;
    let browser = chromium::ensure()?;
    for script in scripts(project)? {
        command::run(npm::node(project).arg(script).env(chromium::VARIABLE, &browser))?;
    }
    Ok(())
}

/// `tests/bench/*.bench.mjs`, in order.
fn scripts(project: &Project) -> Result<Vec<PathBuf>> {
    files::matching(&project.root.join("tests/bench"), |name| name.ends_with(".bench.mjs"))
}
