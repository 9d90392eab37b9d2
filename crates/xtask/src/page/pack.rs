//! What the page holds made small, as text.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use flate2::Compression;
use flate2::write::GzEncoder;
use lzma_rust2::{LzmaOptions, LzmaWriter};
use std::io::{self, Write as _};

/// Bytes as LZMA with its header, in base64: `web/unpack.js` reads it.
pub fn packed(bytes: &[u8]) -> io::Result<String> {
    let mut options = LzmaOptions::with_preset(9);
    // Code and text: nothing is aligned, and the byte before says much.
    (options.lc, options.pb) = (4, 0);
    (options.nice_len, options.depth_limit) = (LzmaOptions::NICE_LEN_MAX, 1_000);
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(bytes.len() as u64))?;
    writer.write_all(bytes)?;
    Ok(BASE64_STANDARD.encode(writer.finish()?))
}

/// How many bytes a web server sends of a file.
pub fn gzipped(file: &[u8]) -> io::Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(file)?;
    Ok(encoder.finish()?.len())
}
