//! The command line: `kernsatz analyze` and the tools around it.
fn main() {}
