//! Whether a file is as the manifest lists it: its name, that it is a file, its size and its hash.

use super::manifest::FileEntry;
use super::regular::{self, Regular};
use super::seal::with_plain_ends;
use super::{Digest, names};
use sha2::{Digest as _, Sha256};
use std::io::Read as _;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

/// Bytes that are read and hashed at a time.
const PIECE: usize = 1 << 20;
/// Bytes of a text file at most that is read again to look at the ends of its lines.
const MOST_TEXT: u64 = 1 << 30;

/// Holds the file of a folder against its entry in the manifest; nothing that is no regular file of the size said, or has a
/// name that no file of results has, is opened. `Ok(false)` when somebody asked to stop.
///
/// # Errors
/// In words, when it is not as it is listed.
pub fn as_listed(folder: &Path, entry: &FileEntry, stop: &AtomicBool) -> Result<bool, String> {
    if !names::may_be_listed(&entry.name) {
        return Err("no file of results has this name: it is not opened".to_owned());
    }
    let path = folder.join(&entry.name);
    let bytes = match regular::size(&path)? {
        Regular::Nothing => return Err("it is not there".to_owned()),
        Regular::File(bytes) => bytes,
    };
    // A line that ends in CR and LF has one byte more.
    let text = names::is_text(&entry.name) && bytes > entry.bytes && bytes <= MOST_TEXT.min(2 * entry.bytes);
    if bytes != entry.bytes && !text {
        return Err(format!("it has {bytes} bytes, not {}", entry.bytes));
    }
    let unread = |error: std::io::Error| super::error::plain(&error);
    if text {
        let content = regular::read(&path).map_err(unread)?;
        let plain = with_plain_ends(&content);
        let same = plain.len() as u64 == entry.bytes && Digest::of(&plain).to_string() == entry.sha256;
        return if same { Ok(true) } else { Err(format!("it has {bytes} bytes, not {}", entry.bytes)) };
    }
    let mut file = regular::open(&path).map_err(unread)?.take(bytes);
    let (mut hash, mut piece) = (Sha256::new(), vec![0; PIECE]);
    loop {
        if stop.load(Ordering::Relaxed) {
            return Ok(false);
        }
        match file.read(&mut piece).map_err(unread)? {
            0 => break,
            read => hash.update(&piece[..read]),
        }
    }
    if Digest::from(hash).to_string() == entry.sha256 {
        Ok(true)
    } else {
        Err("its SHA-256 is not the one in the manifest".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn entry(name: &str, content: &[u8]) -> FileEntry {
        let sha256 = Digest::of(content).to_string();
        FileEntry { name: name.to_owned(), bytes: content.len() as u64, sha256 }
    }

    #[test]
    fn a_file_is_held_against_its_entry() {
        let folder = tempfile::tempdir().expect("a folder");
        let (go_on, text) = (AtomicBool::new(false), b"a,b\n1,2\n");
        let listed = entry("summary.csv", text);
        let told = |content: &[u8]| {
            fs::write(folder.path().join("summary.csv"), content).expect("written");
            as_listed(folder.path(), &listed, &go_on)
        };
        assert_eq!(told(text), Ok(true));
        assert_eq!(told(b"a,b\r\n1,2\r\n"), Ok(true), "as a clone on another system has it");
        assert_eq!(told(b"a,b\r\n1,3\r\n"), Err("it has 10 bytes, not 8".to_owned()));
        assert_eq!(told(b"a,b\n1,3\n"), Err("its SHA-256 is not the one in the manifest".to_owned()));
        assert_eq!(told(b""), Err("it has 0 bytes, not 8".to_owned()));
        let strange = entry("/dev/zero", text);
        assert!(as_listed(folder.path(), &strange, &go_on).expect_err("refused").contains("not opened"));
        let table = entry("runs.parquet", text);
        fs::write(folder.path().join("runs.parquet"), b"a,b\r\n1,2\r\n").expect("written");
        assert!(as_listed(folder.path(), &table, &go_on).is_err(), "no text");
        assert_eq!(told(text), Ok(true));
        assert_eq!(as_listed(folder.path(), &listed, &AtomicBool::new(true)), Ok(false));
    }
}
