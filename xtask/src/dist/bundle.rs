//! Bundles: several modules in one script. In: an entry module. Out: what `esbuild` makes of it, and the data that
//! `inline.js` carries.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, Result};
use base64::prelude::{Engine, BASE64_STANDARD};

use crate::command;
use crate::npm;
use crate::project::Project;

/// Addresses beside a script mean nothing in a bundle; written so, other bundlers don't look for files there.
const NOWHERE: &str = "--define:import.meta.url=\"about:blank\"";

/// Bundles `entry` into `out`; `format` is `esm` or `iife`.
pub(crate) fn bundle(project: &Project, entry: &Path, out: &Path, format: &str) -> Result<()> {
    let mut esbuild = npm::esbuild(project);
    esbuild.arg(entry);
    esbuild.args(["--bundle", "--minify", "--charset=utf8", "--legal-comments=inline", "--log-level=error"]);
    // The first browsers with all that is used, named so that a newer esbuild changes nothing.
    esbuild.args(["--target=es2022", NOWHERE]);
    esbuild.arg(format!("--format={format}")).arg(format!("--outfile={}", out.display()));
    command::run(&mut esbuild)
}

/// The data of `inline.js`: module and packs packed, the worker as one script.
pub(crate) fn inline_data(project: &Project) -> Result<String> {
    let worker = project.scratch().join("worker.js");
    bundle(project, &project.www().join("worker.js"), &worker, "iife")?;
    let mut data = String::from("export const FILES = {\n");
    for name in ["kernsatz_bg.wasm", "de.pack", "en.pack"] {
        let bytes = fs::read(project.out_dir().join(name)).with_context(|| name.to_owned())?;
        data += &["  ", &serde_json::to_string(name)?, ": \"", &packed(&bytes)?, "\",\n"].concat();
    }
    data += "};\nexport const WORKER = ";
    data += &serde_json::to_string(&fs::read_to_string(worker)?)?;
    Ok(data + ";\n")
}

/// Gzip, base64.
fn packed(bytes: &[u8]) -> Result<String> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(BASE64_STANDARD.encode(encoder.finish()?))
}
