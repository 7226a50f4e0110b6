//! `cargo xtask setup`: a machine that can build and test. In: rustup, Node and a Debian-like system. Out: all
//! the rest, or the command that installs what cannot be installed from here.

use std::process::Command;

use anyhow::{bail, Result};

use crate::apt;
use crate::chromium;
use crate::command;
use crate::npm;
use crate::progress::say;
use crate::project::Project;
use crate::toolchain::Toolchain;

/// Gets everything and says what it found.
pub(crate) fn setup(project: &Project) -> Result<()> {
    let toolchain = Toolchain::for_wasm(project)?;
    say("rust", format_args!("{} with {}", toolchain.name(), project.manifest.build.target));
    ensure_components(&toolchain)?;
    say("rust", "rustfmt and clippy");
    npm::install(project)?;
    say("npm", "the packages of package-lock.json");
    say("browser", chromium::ensure()?.display());
    Ok(())
}

/// Formatter and linter, for this program's own toolchain and for the one that builds for the browser.
pub(crate) fn ensure_components(toolchain: &Toolchain) -> Result<()> {
    for (tool, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if command::succeeds(Command::new("cargo").args([tool, "--version"])) {
            continue;
        }
        let advice = format!("rustup component add {component}");
        say("rust", &advice);
        if !command::succeeds(Command::new("rustup").args(["component", "add", component])) {
            bail!("{component} is missing and could not be installed; run: {advice}");
        }
    }
    if !command::succeeds(toolchain.cargo(".".as_ref()).args(["clippy", "--version"])) {
        if toolchain.is_debians() {
            apt::install(&["rust-web-clippy"], "clippy for Debian's Rust")?;
        } else {
            bail!("clippy is missing; run: rustup component add --toolchain {} clippy", toolchain.name());
        }
    }
    Ok(())
}
