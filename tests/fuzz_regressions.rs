//! Inputs that once broke something, or nearly: `tests/fuzz/regressions/<target>/`, replayed without a fuzzer.

use std::fs;
use std::path::Path;

#[path = "fuzz/bodies.rs"]
mod bodies;

#[test]
fn analyze_any() {
    replay("analyze_any", bodies::analyze_any);
}

#[test]
fn html_any() {
    replay("html_any", bodies::html_any);
}

#[test]
fn pack_any() {
    replay("pack_any", bodies::pack_any);
}

fn replay(target: &str, body: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/regressions").join(target);
    let mut inputs: Vec<_> =
        fs::read_dir(&folder).expect("the saved inputs").flatten().map(|entry| entry.path()).collect();
    inputs.sort();
    assert!(!inputs.is_empty(), "{} is empty", folder.display());
    for input in inputs {
        body(&fs::read(&input).expect("a readable input"));
    }
}
