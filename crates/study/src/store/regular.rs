//! Only regular files are opened: a pipe would wait for ever, a device never end.

use std::fs::{self, File};
use std::io::{Error, ErrorKind};
use std::path::Path;

/// What is at a path.
pub enum Regular {
    /// Nothing.
    Nothing,
    /// A file of so many bytes.
    File(u64),
}

/// What is at a path, without opening it.
///
/// # Errors
/// In words, when it is neither a file nor nothing.
pub fn size(path: &Path) -> Result<Regular, String> {
    match fs::metadata(path) {
        Ok(about) if about.is_file() => Ok(Regular::File(about.len())),
        Ok(about) if about.is_dir() => Err("it is a folder, not a file".to_owned()),
        Ok(_) => Err("it is a pipe or a device, not a file".to_owned()),
        Err(error) if error.kind() == ErrorKind::NotFound && dangles(path) => Err(DANGLES.to_owned()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Regular::Nothing),
        Err(error) => Err(super::error::plain(&error)),
    }
}

/// What is said of a link to nothing.
pub const DANGLES: &str = "it is a link to what is not there";

/// Whether there is a link, and nothing where it leads.
pub fn dangles(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|about| about.is_symlink()) && fs::metadata(path).is_err()
}

/// Opens a regular file for reading.
///
/// # Errors
/// When it is none, or cannot be opened.
pub fn open(path: &Path) -> std::io::Result<File> {
    match size(path) {
        Ok(Regular::File(_)) => File::open(path),
        Ok(Regular::Nothing) => Err(Error::from(ErrorKind::NotFound)),
        Err(why) => Err(Error::other(why)),
    }
}

/// The content of a regular file.
///
/// # Errors
/// When it is none, or cannot be read.
pub fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut content = Vec::new();
    std::io::Read::read_to_end(&mut open(path)?, &mut content)?;
    Ok(content)
}
