//! One line for each step of the work, with its seconds, on standard error.

use std::fmt::Display;
use std::time::Instant;

use anyhow::{Context, Result};

/// Does a step that shows output of its own: a line before it, a line with the seconds after it.
pub(crate) fn step<T>(name: &str, detail: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    say(name, detail);
    let start = Instant::now();
    let result = work().with_context(|| format!("step {name}"))?;
    say(name, format_args!("done in {}", seconds(start)));
    Ok(result)
}

/// Says one thing about a step.
pub(crate) fn say(name: &str, detail: impl Display) {
    eprintln!("{name:>12}  {detail}");
}

/// The time since `start`, for people.
pub(crate) fn seconds(start: Instant) -> String {
    format!("{:.1} s", start.elapsed().as_secs_f64())
}
