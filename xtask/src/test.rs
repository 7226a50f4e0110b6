//! `cargo xtask test`: everything that must hold. In: the names of steps or groups; none means all. Out: the
//! runners' own output, a closing table, and an error that names the first step that failed.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{bail, ensure, Context, Result};

use crate::build;
use crate::chromium;
use crate::command;
use crate::dist;
use crate::files;
use crate::notices;
use crate::npm;
use crate::progress::say;
use crate::project::Project;
use crate::setup;
use crate::toolchain::Toolchain;

/// A step of the tests.
struct Step {
    name: &'static str,
    /// Steps that are asked for together.
    group: &'static str,
    run: fn(&Machine) -> Result<()>,
}

/// In this order: what fails often and early first, what needs the build after it.
const STEPS: &[Step] = &[
    Step { name: "format", group: "lint", run: format },
    Step { name: "clippy", group: "lint", run: clippy },
    Step { name: "clippy-wasm", group: "lint", run: clippy_wasm },
    Step { name: "features", group: "lint", run: features },
    Step { name: "doc", group: "lint", run: doc },
    Step { name: "notices", group: "lint", run: |machine| notices::check(machine.project) },
    Step { name: "native", group: "native", run: native },
    Step { name: "xtask", group: "native", run: xtask },
    Step { name: BUILD, group: "build", run: |machine| build::build(machine.project) },
    Step { name: "types", group: "types", run: types },
    Step { name: "wasm", group: "wasm", run: |machine| node_tests(machine, "tests/wasm") },
    Step { name: "browser", group: "browser", run: |machine| node_tests(machine, "tests/browser") },
    Step { name: "dist", group: "dist", run: dist },
    Step { name: "packs", group: "packs", run: packs },
];

/// The step, size budgets included, that the ones after it need.
const BUILD: &str = "build";

/// What the steps run on.
struct Machine<'a> {
    project: &'a Project,
    toolchain: Toolchain,
}

/// Runs the chosen steps, in order, up to the first that fails.
pub(crate) fn test(project: &Project, chosen: &[String]) -> Result<()> {
    let steps = choose(chosen)?;
    let machine = Machine { project, toolchain: Toolchain::for_wasm(project)? };
    npm::install(project)?;
    if steps.iter().any(|step| step.group == "lint") {
        setup::ensure_components(&machine.toolchain)?;
    }
    let mut table = Vec::new();
    let mut failed = None;
    for step in steps {
        println!("\n== {}", step.name);
        let start = Instant::now();
        let result = (step.run)(&machine);
        table.push((step.name, start.elapsed().as_secs_f64(), result.is_ok()));
        if let Err(error) = result {
            failed = Some(error.context(format!("step {} failed", step.name)));
            break;
        }
    }
    println!("\n== steps");
    for (name, seconds, passed) in &table {
        println!("  {name:<12} {seconds:>7.1} s  {}", if *passed { "passed" } else { "FAILED" });
    }
    failed.map_or(Ok(()), Err)
}

/// The steps with these names or of these groups, and the build if one of them needs it.
fn choose(chosen: &[String]) -> Result<Vec<&'static Step>> {
    let matches = |step: &Step, name: &str| step.name == name || step.group == name;
    for name in chosen {
        let names = || STEPS.iter().map(|step| step.name).collect::<Vec<_>>().join(", ");
        ensure!(STEPS.iter().any(|step| matches(step, name)), "no step {name}; there are: lint, {}", names());
    }
    let is_chosen = |step: &Step| chosen.is_empty() || chosen.iter().any(|name| matches(step, name));
    let needs_build = STEPS.iter().skip_while(|step| step.name != BUILD).any(is_chosen);
    Ok(STEPS.iter().filter(|step| is_chosen(step) || (needs_build && step.name == BUILD)).collect())
}

fn format(machine: &Machine) -> Result<()> {
    cargo(machine, &["fmt", "--all", "--check"])
}

/// Each package by itself: together, cargo would give the crate the features that only xtask asks for.
fn clippy(machine: &Machine) -> Result<()> {
    cargo(machine, &["clippy", "--quiet", "--all-targets", "--", "--deny", "warnings"])?;
    cargo(machine, &["clippy", "--quiet", "--package", "xtask", "--all-targets", "--", "--deny", "warnings"])
}

fn clippy_wasm(machine: &Machine) -> Result<()> {
    let mut clippy = machine.toolchain.cargo(&machine.project.root);
    clippy.args(["clippy", "--quiet", "--lib", "--target", &machine.project.manifest.build.target]);
    command::run(clippy.args(["--", "--deny", "warnings"]))
}

/// Every language compiles alone.
fn features(machine: &Machine) -> Result<()> {
    let languages = languages(&machine.project.root)?;
    for language in &languages {
        say("features", language);
        let mut arguments = vec!["clippy", "--quiet", "--lib", "--no-default-features"];
        arguments.extend(["--features", language, "--", "--deny", "warnings"]);
        cargo(machine, &arguments)?;
    }
    ensure!(!languages.is_empty(), "Cargo.toml has no feature lang-*");
    Ok(())
}

fn languages(root: &Path) -> Result<Vec<String>> {
    let text = fs::read_to_string(root.join("Cargo.toml")).context("Cargo.toml")?;
    let manifest: toml::Table = toml::from_str(&text)?;
    let features = manifest.get("features").and_then(toml::Value::as_table).context("no [features]")?;
    Ok(features.keys().filter(|name| name.starts_with("lang-")).cloned().collect())
}

fn doc(machine: &Machine) -> Result<()> {
    let mut cargo = Command::new("cargo");
    cargo.args(["doc", "--quiet", "--no-deps", "--lib", "--document-private-items"]);
    command::run(cargo.current_dir(&machine.project.root).env("RUSTDOCFLAGS", "--deny warnings"))
}

fn native(machine: &Machine) -> Result<()> {
    cargo(machine, &["test", "--package", "kernsatz"])
}

/// What others take away, packed and used as they use it.
fn dist(machine: &Machine) -> Result<()> {
    dist::pack(machine.project)?;
    node_tests(machine, "tests/dist")
}

/// Trains every pack anew and compares. The corpora are no part of the project; without them there is nothing to
/// compare with.
fn packs(machine: &Machine) -> Result<()> {
    let root = &machine.project.root;
    let corpora = root.join("../shared/corpora");
    if !corpora.is_dir() {
        say("packs", "skipped: ../shared/corpora is not there, so the packs cannot be trained again");
        return Ok(());
    }
    cargo(
        machine,
        &["build", "--quiet", "--package", "kernsatz", "--bin", "kernsatz", "--profile", "train"],
    )?;
    let train = |what: &[&str], out: &str| {
        let mut train = Command::new(root.join("target/train/kernsatz"));
        train
            .args(["train", "--check"])
            .args(what)
            .arg("--corpora")
            .arg(&corpora)
            .arg("--out")
            .arg(root.join(out));
        train
    };
    command::run(&mut train(&["--ranks"], "src/model/ranks.bin"))?;
    // Side by side: each takes one core.
    let trainings: Vec<_> = languages(root)?
        .into_iter()
        .map(|feature| {
            let language = feature.trim_start_matches("lang-");
            let out = format!("src/lang/{language}/{language}.pack");
            let mut train = train(&["--language", language], &out);
            std::thread::spawn(move || command::run(&mut train))
        })
        .collect();
    trainings.into_iter().try_for_each(|training| match training.join() {
        Ok(result) => result,
        Err(_) => bail!("the training ended in a panic"),
    })
}

fn xtask(machine: &Machine) -> Result<()> {
    cargo(machine, &["test", "--package", "xtask", "--profile", "xtask"])
}

/// The page's own modules against the types that the build wrote.
fn types(machine: &Machine) -> Result<()> {
    let project = machine.project;
    let configs = files::matching(&project.www(), |name| name.starts_with("jsconfig"))?;
    ensure!(!configs.is_empty(), "www/ has no jsconfig.json");
    for config in configs {
        let mut tsc = npm::node(project);
        tsc.arg(project.node_module("typescript/bin/tsc")).arg("--noEmit").arg("--project").arg(&config);
        command::run(&mut tsc)?;
        say("types", config.strip_prefix(&project.root).unwrap_or(&config).display());
    }
    Ok(())
}

/// Runs every `*.test.mjs` of `folder` in Node.
fn node_tests(machine: &Machine, folder: &str) -> Result<()> {
    let tests = files::matching(&machine.project.root.join(folder), |name| name.ends_with(".test.mjs"))?;
    ensure!(!tests.is_empty(), "{folder} has no *.test.mjs");
    let mut node = npm::node(machine.project);
    node.args(["--test", "--test-reporter=spec"]);
    if !folder.ends_with("wasm") {
        // One at a time: each starts a browser, and some of them measure.
        node.arg("--test-concurrency=1").env(chromium::VARIABLE, chromium::ensure()?);
    }
    command::run(node.args(tests))
}

fn cargo(machine: &Machine, arguments: &[&str]) -> Result<()> {
    command::run(Command::new("cargo").args(arguments).current_dir(&machine.project.root))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(chosen: &[&str], expected: &[&str]) {
        let chosen: Vec<_> = chosen.iter().map(ToString::to_string).collect();
        let names: Vec<_> = choose(&chosen).unwrap().iter().map(|step| step.name).collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn chooses_steps_by_name_and_by_group() {
        check(&["native"], &["native", "xtask"]);
        check(&["doc", "format"], &["format", "doc"]);
        check(&["browser"], &["build", "browser"]);
        assert_eq!(choose(&[]).unwrap().len(), STEPS.len());
        assert!(choose(&["nativ".to_owned()]).is_err());
    }
}
