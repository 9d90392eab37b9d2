//! A file that is hashed while it is written.

use super::FileEntry;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Result, Write};
use std::path::Path;

/// A new file; what goes into it is counted and hashed on the way.
pub(super) struct Hashed {
    file: BufWriter<File>,
    hash: Sha256,
    bytes: u64,
}

impl Hashed {
    /// Creates the file, which must not exist.
    pub fn create(path: &Path) -> Result<Self> {
        Ok(Self { file: BufWriter::new(File::create_new(path)?), hash: Sha256::new(), bytes: 0 })
    }

    /// Brings the file to the disk and says what is in it.
    pub fn finish(mut self, name: &str) -> Result<FileEntry> {
        self.file.flush()?;
        self.file.get_ref().sync_all()?;
        let hex = self.hash.finalize().iter().fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        });
        Ok(FileEntry { name: name.to_owned(), bytes: self.bytes, sha256: hex })
    }
}

impl Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        let written = self.file.write(bytes)?;
        self.hash.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> Result<()> {
        self.file.flush()
    }
}
