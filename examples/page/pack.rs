//! The model made small, as text.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder};
use std::io::Write as _;

/// The model, deflated, in base64.
pub fn packed(model: &[u8]) -> String {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(model).and_then(|()| encoder.finish());
    STANDARD.encode(written.expect("memory takes whatever is written"))
}

/// How many bytes a web server sends of a file.
pub fn gzipped(file: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(file).and_then(|()| encoder.finish()).expect("memory takes whatever is written").len()
}
