//! Fuzz target: see `bodies::pack_any`.

#![no_main]

#[path = "../bodies.rs"]
#[allow(dead_code)] // Each target runs one body.
mod bodies;

libfuzzer_sys::fuzz_target!(|data: &[u8]| bodies::pack_any(data));
