//! The project's automation: `cargo xtask --help`. Each command is a file of its own.

// Reason: printing is what a command line does.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod build;
mod command;
mod contents;
mod files;
mod hash;
mod manifest;
mod module;
mod npm;
mod progress;
mod project;
mod size;
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
    /// Builds the page's module into www/pkg and weighs it.
    Build,
    /// Prints what the page weighs and what takes the room in the module.
    Size,
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
    match arguments.task {
        Task::Build => build::build(&project),
        Task::Size => {
            print!("{}", size::contents(&project)?);
            size::check(&project)
        }
    }
}
