//! Where things are. In: the place that cargo runs xtask for. Out: paths and the manifest.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::manifest::Manifest;

/// The project on this machine.
#[derive(Debug)]
pub(crate) struct Project {
    pub(crate) root: PathBuf,
    pub(crate) manifest: Manifest,
}

impl Project {
    /// Finds the project: the folder above this package.
    pub(crate) fn find() -> Result<Self> {
        // Reasons: the variable is right when the folder was moved after xtask was compiled.
        let package = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = package.parent().context("xtask has no folder above it")?.to_owned();
        let manifest = Manifest::read(&root)?;
        Ok(Self { root, manifest })
    }

    /// The static page.
    pub(crate) fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// Where the built module goes.
    pub(crate) fn out_dir(&self) -> PathBuf {
        self.root.join(&self.manifest.build.out_dir)
    }

    /// Cargo's folder for what it builds.
    pub(crate) fn target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.root.join("target"), |dir| self.root.join(dir))
    }

    /// This program's own folder for intermediate files and stamps.
    pub(crate) fn scratch(&self) -> PathBuf {
        self.target().join("xtask")
    }

    /// A file of an npm package.
    pub(crate) fn node_module(&self, path: impl AsRef<Path>) -> PathBuf {
        self.root.join("node_modules").join(path)
    }
}
