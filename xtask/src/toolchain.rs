//! The Rust toolchain that can build for the browser. In: this machine. Out: its name, after getting the
//! target if need be; the work itself is in `wasm-target.sh`, which people can also run by hand.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command;
use crate::project::Project;

/// A rustup toolchain that has the WebAssembly target.
#[derive(Debug)]
pub(crate) struct Toolchain {
    name: String,
}

impl Toolchain {
    /// Finds one, or makes one.
    pub(crate) fn for_wasm(project: &Project) -> Result<Self> {
        let script = project.root.join("xtask/wasm-target.sh");
        let name = command::output(Command::new("bash").arg(script).arg(&project.manifest.build.target))
            .context("the WebAssembly target is missing and could not be installed")?;
        Ok(Self { name })
    }

    /// A `cargo` command of this toolchain.
    pub(crate) fn cargo(&self, root: &Path) -> Command {
        let mut cargo = Command::new("rustup");
        cargo.args(["run", &self.name, "cargo"]).current_dir(root);
        // Reasons: this program's own toolchain must not leak into another one's compiler.
        for name in ["RUSTC", "RUSTDOC", "CARGO", "LD_LIBRARY_PATH", "RUSTUP_TOOLCHAIN"] {
            cargo.env_remove(name);
        }
        cargo.env("RUSTUP_TOOLCHAIN", &self.name);
        cargo
    }

    /// Whether it is the one that `wasm-target.sh` makes of Debian's packages.
    pub(crate) fn is_debians(&self) -> bool {
        self.name == "debian"
    }

    /// What rustup calls it.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}
