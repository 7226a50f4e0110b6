//! Fuzz target: see `bodies::html_any`.

#![no_main]

#[path = "../bodies.rs"]
#[allow(dead_code)] // Each target runs one body.
mod bodies;

libfuzzer_sys::fuzz_target!(|data: &[u8]| bodies::html_any(data));
