//! The command line. In: arguments. Out: what the library found, on standard output; what went wrong, on
//! standard error with exit status 1 (2 for arguments that cannot be read).
//!
//! Each subcommand is a file of its own; this one only reads arguments and hands over.

// Reason: a program writes to its terminal; the library must not.
#![allow(clippy::print_stdout, clippy::print_stderr)]

#[cfg(not(target_arch = "wasm32"))]
mod analyze;
#[cfg(not(target_arch = "wasm32"))]
mod eval;
#[cfg(not(target_arch = "wasm32"))]
mod jsonl;
#[cfg(not(target_arch = "wasm32"))]
mod train;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use clap::Parser;

    #[derive(Parser)]
    #[command(name = "kernsatz", version, about)]
    enum Arguments {
        /// Analyse articles: one file, or a stream of JSON lines.
        Analyze(analyze::Arguments),
        /// Train a language pack and write its model card.
        Train(train::Arguments),
        /// Measure layers against the corpora beside the project.
        Eval(eval::Arguments),
    }

    let result = match Arguments::parse() {
        Arguments::Analyze(arguments) => analyze::run(&arguments),
        Arguments::Train(arguments) => train::run(&arguments),
        Arguments::Eval(arguments) => eval::run(&arguments),
    };
    match result {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("kernsatz: {message}");
            std::process::ExitCode::FAILURE
        }
    }
}

/// Browsers have the library; there is no command line for them.
#[cfg(target_arch = "wasm32")]
fn main() {}
