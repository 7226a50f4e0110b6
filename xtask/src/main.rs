//! The project's automation: `cargo xtask --help`. Each command is a file of its own.

// Reason: printing is what a command line does.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod apt;
mod bench;
mod build;
mod chromium;
mod command;
mod contents;
mod dist;
mod files;
mod hash;
mod manifest;
mod module;
mod notices;
mod npm;
mod progress;
mod project;
mod reference;
mod serve;
mod setup;
mod size;
mod test;
mod toolchain;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use project::Project;

/// Builds, serves, tests and measures Kernsatz.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Gets what a bare machine lacks: the WebAssembly target, npm packages, a browser for the tests.
    Setup,
    /// Builds the page's module into www/pkg and weighs it.
    Build,
    /// Builds, then packs what others take away into target/dist.
    Dist,
    /// Builds, then serves the page on 127.0.0.1.
    Serve {
        /// Where; if it is taken, the next free port; 0 for any.
        #[arg(long, default_value_t = 8765)]
        port: u16,
        /// Opens the page in the browser.
        #[arg(long)]
        open: bool,
        /// Serves what is there.
        #[arg(long)]
        no_build: bool,
    },
    /// Runs all tests, or the named steps: lint, native, build, types, wasm, browser, dist.
    Test {
        /// Names of steps or of groups of them.
        steps: Vec<String>,
    },
    /// Measures how fast it is.
    Bench,
    /// Prints what the page weighs and what takes the room in the module.
    Size,
    /// Writes THIRD-PARTY.md.
    Notices,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<()> {
    let project = Project::find()?;
    match &arguments.task {
        Task::Setup => setup::setup(&project),
        Task::Build => build::build(&project),
        Task::Dist => dist::dist(&project),
        Task::Serve { port, open, no_build } => {
            if !no_build {
                build::build(&project)?;
            }
            serve::serve(&project, *port, *open)
        }
        Task::Test { steps } => test::test(&project, steps),
        Task::Bench => bench::bench(&project),
        Task::Size => {
            print!("{}", size::contents(&project)?);
            size::check(&project)
        }
        Task::Notices => {
            npm::install(&project)?;
            notices::write(&project)
        }
    }
}
