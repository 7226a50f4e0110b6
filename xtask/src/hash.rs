//! Content hashes: SHA-256 as lower-case hexadecimal, as the browser's own `crypto.subtle` computes it, and as
//! integrity attributes and policies write them.

use std::fmt::Write;

use base64::prelude::{Engine, BASE64_STANDARD};
use sha2::{Digest, Sha256, Sha384};

/// The hash of `bytes`.
pub(crate) fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The value of an `integrity` attribute for `bytes`.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// The source of a Content-Security-Policy that allows `script` or style and nothing else.
pub(crate) fn policy_source(script: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(script.as_bytes())))
}

#[cfg(test)]
mod tests {
    #[test]
    fn hashes_as_everyone_does() {
        assert_eq!(super::hex(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
