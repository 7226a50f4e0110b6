//! Fuzz target: see `bodies::analyze_any`.

#![no_main]

#[path = "../bodies.rs"]
#[allow(dead_code)] // Each target runs one body.
mod bodies;

libfuzzer_sys::fuzz_target!(|data: &[u8]| bodies::analyze_any(data));
