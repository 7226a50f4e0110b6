//! From cargo's module to the browser's. In: the compiled module. Out: JavaScript glue, types and the
//! optimised module, once with names for the size report and once without for readers.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;
use wasmparser::{Parser, Payload};

use crate::command;
use crate::manifest::BindgenTarget;
use crate::npm;
use crate::project::Project;

/// Writes the glue and the types, and the module that goes with them, to `dir`; returns the module's path.
pub(crate) fn bind(project: &Project, compiled: &Path, dir: &Path) -> Result<PathBuf> {
    let build = &project.manifest.build;
    if dir.exists() {
        fs::remove_dir_all(dir)?;
    }
    let mut bindgen = Bindgen::new();
    match build.bindgen_target {
        BindgenTarget::Web => bindgen.web(true)?,
    };
    bindgen
        .input_path(compiled)
        .out_name(&build.out_name)
        // After a trap, the analyser that has no worker to throw away begins anew.
        .reset_state_function(true)
        .typescript(true)
        .demangle(false)
        .remove_name_section(false)
        .remove_producers_section(true)
        .generate(dir)?;
    Ok(dir.join(format!("{}_bg.wasm", build.out_name)))
}

/// Takes comments and white space out of the glue at `path`; names stay, for the declarations have the comments.
pub(crate) fn shorten(project: &Project, path: &Path) -> Result<()> {
    let short = path.with_extension("short.js");
    let mut esbuild = npm::esbuild(project);
    esbuild.arg(path).args(["--minify-whitespace", "--minify-syntax", "--charset=utf8", "--log-level=error"]);
    command::run(esbuild.arg(format!("--outfile={}", short.display())))?;
    fs::rename(&short, path).context("esbuild wrote nothing")
}

/// Optimises the module at `path` in place; names stay.
pub(crate) fn optimise(project: &Project, path: &Path) -> Result<()> {
    let optimised = path.with_extension("opt.wasm");
    let mut wasm_opt = npm::node(project);
    wasm_opt
        .arg(project.node_module("binaryen/bin/wasm-opt"))
        .args(&project.manifest.wasm_opt.flags)
        .arg("--debuginfo")
        .arg(path)
        .arg("--output")
        .arg(&optimised);
    command::run(&mut wasm_opt)?;
    fs::rename(&optimised, path).context("wasm-opt wrote nothing")
}

/// The module without its names and other sections that no engine reads; `target_features` stays.
pub(crate) fn strip(module: &[u8]) -> Result<Vec<u8>> {
    const HEADER: usize = 8;
    let mut stripped = module.get(..HEADER).context("not a module")?.to_vec();
    let mut end = HEADER;
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("not a module")?;
        let kept = match &payload {
            Payload::CustomSection(section) => section.name() == "target_features",
            _ => true,
        };
        // A section's range leaves out its number and length: they stand between it and the one before.
        let Some((_, range)) = payload.as_section() else { continue };
        if kept {
            stripped.extend_from_slice(module.get(end..range.end).context("sections overlap")?);
        }
        end = range.end;
    }
    Ok(stripped)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one empty type section and a custom section of each given name.
    fn module(custom: &[&str]) -> Vec<u8> {
        let mut bytes = b"\0asm\x01\0\0\0\x01\x01\x00".to_vec();
        for name in custom {
            let length = u8::try_from(name.len()).unwrap();
            bytes.extend([0, length + 1, length]);
            bytes.extend(name.as_bytes());
        }
        bytes
    }

    #[test]
    fn strips_names_and_keeps_features() {
        let before = module(&["name", "target_features", "producers"]);
        assert_eq!(strip(&before).unwrap(), module(&["target_features"]));
    }

    #[test]
    fn refuses_what_is_no_module() {
        assert!(strip(b"<!doctype html>").is_err());
        assert!(strip(b"").is_err());
    }
}
