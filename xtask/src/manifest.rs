//! `wasm-pack.toml`, the build's manifest. In: the file. Out: [`Manifest`], checked for unknown keys.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

/// All that the build needs to know.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    pub(crate) build: Build,
    pub(crate) tools: Tools,
    #[serde(rename = "wasm-opt")]
    pub(crate) wasm_opt: WasmOpt,
    pub(crate) budget: Vec<Budget>,
    pub(crate) dist: Dist,
}

/// What is built and where it goes.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Build {
    pub(crate) target: String,
    pub(crate) profile: String,
    pub(crate) rustflags: Vec<String>,
    pub(crate) bindgen_target: BindgenTarget,
    pub(crate) out_name: String,
    pub(crate) out_dir: String,
}

/// What wasm-bindgen writes its glue for.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum BindgenTarget {
    Web,
}

/// The versions of the tools.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Tools {
    pub(crate) wasm_bindgen: String,
    pub(crate) binaryen: String,
    pub(crate) node: u32,
}

/// How the module is optimised.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WasmOpt {
    pub(crate) flags: Vec<String>,
}

/// The most that what others take away may weigh.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Dist {
    /// Bytes of `kernsatz.html`, as they are.
    pub(crate) single_file: u64,
}

/// The most that a group of files may weigh.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Budget {
    pub(crate) name: String,
    /// Relative to `www/`; `folder/*` is what lies in a folder, `*` every file that no other budget names.
    pub(crate) files: Vec<String>,
    /// Bytes after brotli.
    pub(crate) brotli: u64,
}

impl Manifest {
    /// Reads the manifest at the top of the project.
    pub(crate) fn read(root: &Path) -> Result<Self> {
        let path = root.join("wasm-pack.toml");
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        toml::from_str(&text).context("wasm-pack.toml is not valid")
    }

    /// The budget that `file`, relative to `www/`, counts towards.
    pub(crate) fn budget_of(&self, file: &str) -> Option<&Budget> {
        let named = |name: &str| self.budget.iter().find(|budget| budget.files.iter().any(|f| f == name));
        let folder = file.split_once('/').map(|(folder, _)| format!("{folder}/*"));
        named(file).or_else(|| named(&folder?)).or_else(|| named("*"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_is_valid_and_budgets_every_file() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let manifest = Manifest::read(root).unwrap();
        assert_eq!(manifest.budget_of("pkg/kernsatz_bg.wasm").unwrap().name, "code");
        assert_eq!(manifest.budget_of("embed/element.js").unwrap().name, "embedding");
        assert_eq!(manifest.budget_of("index.html").unwrap().name, "page");
    }
}
