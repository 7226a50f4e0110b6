//! `cargo xtask build`: from sources to `www/pkg`. In: the crate, the language packs, Readability. Out: the
//! module, its glue and types, the packs, and the list of the page's files; weighed against the budgets.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{bail, Context, Result};

use crate::command;
use crate::files::{self, FileList};
use crate::hash;
use crate::module;
use crate::npm;
use crate::progress::{say, seconds, step};
use crate::project::Project;
use crate::reference;
use crate::size;
use crate::toolchain::Toolchain;

/// Builds what is out of date.
pub(crate) fn build(project: &Project) -> Result<()> {
    let start = Instant::now();
    let toolchain = Toolchain::for_wasm(project)?;
    npm::install(project)?;
    check_versions(project)?;
    let compiled = compile(project, &toolchain)?;
    let inputs = Inputs::gather(project, &compiled)?;
    if inputs.is_current(project)? {
        say("build", format_args!("nothing to do ({})", seconds(start)));
    } else {
        let outputs = link(project, &compiled)?;
        write_outputs(project, &outputs)?;
        inputs.remember(project)?;
        say("build", format_args!("done in {}", seconds(start)));
    }
    reference::write(project)?;
    write_list(project)?;
    size::check(project)
}

/// Where the module with its names stands, for the size report.
pub(crate) fn named_module(project: &Project) -> PathBuf {
    project.scratch().join("named.wasm")
}

fn check_versions(project: &Project) -> Result<()> {
    let tools = &project.manifest.tools;
    let package = project.node_module("binaryen/package.json");
    let text = fs::read_to_string(&package).context("binaryen is not among the npm packages")?;
    let found: serde_json::Value = serde_json::from_str(&text)?;
    let found = found.get("version").and_then(serde_json::Value::as_str).unwrap_or("unknown");
    if found != tools.binaryen {
        bail!("wasm-pack.toml asks for binaryen {}, package.json installs {found}", tools.binaryen);
    }
    Ok(())
}

/// Compiles the crate; cargo itself knows what is out of date.
fn compile(project: &Project, toolchain: &Toolchain) -> Result<PathBuf> {
    let build = &project.manifest.build;
    step("compile", &format!("cargo build --profile {} ({})", build.profile, toolchain.name()), || {
        let mut cargo = toolchain.cargo(&project.root);
        cargo.args(["build", "--package", "kernsatz", "--lib"]);
        cargo.args(["--profile", &build.profile, "--target", &build.target]);
        let flags = [build.rustflags.clone(), remapped_paths(project)].concat();
        cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
        command::run(&mut cargo)
    })?;
    let dir = project.target().join(&build.target).join(&build.profile);
    Ok(dir.join(format!("{}.wasm", build.out_name)))
}

/// Flags that keep this machine's folders out of the module's panic messages.
fn remapped_paths(project: &Project) -> Vec<String> {
    let cargo_home =
        env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let registry = cargo_home.map(|home| home.join("registry/src")).unwrap_or_default();
    let indexes = fs::read_dir(registry).into_iter().flatten().flatten().map(|entry| entry.path());
    let remap = |from: PathBuf, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    let mut flags: Vec<_> = indexes.map(|index| remap(index, "crates")).collect();
    flags.sort();
    flags.push(remap(project.root.clone(), "."));
    flags
}

/// Makes the files of `www/pkg`, by their names.
fn link(project: &Project, compiled: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let dir = project.scratch().join("bindgen");
    let wasm = step("bindgen", &format!("wasm-bindgen {}", project.manifest.tools.wasm_bindgen), || {
        module::bind(project, compiled, &dir)
    })?;
    module::shorten(project, &dir.join(format!("{}.js", project.manifest.build.out_name)))?;
    step("optimise", &format!("wasm-opt {}", project.manifest.wasm_opt.flags.join(" ")), || {
        module::optimise(project, &wasm)
    })?;
    let named = fs::read(&wasm)?;
    fs::write(&wasm, module::strip(&named)?)?;
    fs::write(named_module(project), named)?;

    let mut outputs = BTreeMap::new();
    for path in files_in(&dir)? {
        outputs.insert(file_name(&path), fs::read(&path)?);
    }
    for path in packs(project)? {
        outputs.insert(file_name(&path), fs::read(&path)?);
    }
    for (name, source) in others(project) {
        let source = fs::read_to_string(&source).with_context(|| source.display().to_string())?;
        outputs.insert(name.to_owned(), as_module(name, source).into_bytes());
    }
    Ok(outputs)
}

/// The languages' data: `src/lang/<xx>/<xx>.pack`, those that have been built.
fn packs(project: &Project) -> Result<Vec<PathBuf>> {
    let mut packs = Vec::new();
    for entry in fs::read_dir(project.root.join("src/lang"))? {
        let entry = entry?;
        let pack = entry.path().join(entry.file_name()).with_extension("pack");
        if pack.is_file() {
            packs.push(pack);
        }
    }
    packs.sort();
    Ok(packs)
}

/// What others wrote: Readability, the one npm package that ships, and everyone's licences.
fn others(project: &Project) -> [(&'static str, PathBuf); 3] {
    [
        ("licences.txt", project.root.join("THIRD-PARTY.md")),
        ("readability.js", project.node_module("@mozilla/readability/Readability.js")),
        ("readability.d.ts", project.node_module("@mozilla/readability/index.d.ts")),
    ]
}

/// Readability comes as a script with its licence on top; an export makes a module of it.
fn as_module(name: &str, source: String) -> String {
    if name == "readability.js" {
        source + "\nexport { Readability };\n"
    } else {
        source
    }
}

fn write_outputs(project: &Project, outputs: &BTreeMap<String, Vec<u8>>) -> Result<()> {
    let dir = project.out_dir();
    fs::create_dir_all(&dir)?;
    for path in files_in(&dir)? {
        if !outputs.contains_key(&file_name(&path)) {
            fs::remove_file(&path)?;
        }
    }
    for (name, bytes) in outputs {
        let path = dir.join(name);
        // An unchanged file keeps its time, so that nothing downstream stirs.
        if fs::read(&path).ok().as_ref() != Some(bytes) {
            fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
        }
    }
    Ok(())
}

fn write_list(project: &Project) -> Result<()> {
    fs::write(project.www().join(files::LIST), FileList::of(&project.www())?.json()?)?;
    Ok(())
}

/// All that the outputs depend on, as one hash.
struct Inputs {
    hash: String,
}

impl Inputs {
    fn gather(project: &Project, compiled: &Path) -> Result<Self> {
        let mut paths = vec![compiled.to_owned(), project.root.join("wasm-pack.toml")];
        paths.push(project.root.join("package-lock.json"));
        // This program itself: what it does with its inputs changes with it.
        paths.push(std::env::current_exe()?);
        paths.extend(packs(project)?);
        paths.extend(others(project).map(|(_, path)| path));
        let mut hashes = String::new();
        for path in paths {
            let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            hashes += &hash::hex(&bytes);
        }
        Ok(Self { hash: hash::hex(hashes.as_bytes()) })
    }

    fn is_current(&self, project: &Project) -> Result<bool> {
        if !project.out_dir().is_dir() || !named_module(project).is_file() {
            return Ok(false);
        }
        let found = fs::read_to_string(stamp(project)).unwrap_or_default();
        Ok(found == self.stamp(project)?)
    }

    fn remember(&self, project: &Project) -> Result<()> {
        fs::write(stamp(project), self.stamp(project)?)?;
        Ok(())
    }

    /// Names the outputs too: someone else may have written to their folder.
    fn stamp(&self, project: &Project) -> Result<String> {
        let mut lines = vec![format!("inputs {}", self.hash)];
        for path in files_in(&project.out_dir())? {
            if !path.ends_with("files.json") {
                lines.push(format!("{} {}", file_name(&path), hash::hex(&fs::read(&path)?)));
            }
        }
        Ok(lines.join("\n"))
    }
}

fn stamp(project: &Project) -> PathBuf {
    project.scratch().join("build.stamp")
}

fn files_in(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dir).with_context(|| format!("cannot list {}", dir.display()))? {
        let path = entry?.path();
        if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
