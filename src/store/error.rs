//! Why results could not be written.

use std::io::{Error as IoError, ErrorKind};
use std::path::Path;
use thiserror::Error;

/// Why results could not be written, in words that say how to mend it. Nothing is left half-written.
#[derive(Debug, Error)]
pub enum StoreError {
    /// Results are there already.
    #[error(
        "`{folder}` already holds results: add --force to replace them, or name another folder with --out"
    )]
    Occupied {
        /// The folder, as the user named it.
        folder: String,
    },
    /// Something is there that this program did not write.
    #[error(
        "`{folder}` holds `{file}`, which is no part of a folder of results: nothing in it is touched; name another folder with --out"
    )]
    Foreign {
        /// The folder, as the user named it.
        folder: String,
        /// One of the files in question.
        file: String,
    },
    /// Something else than a folder bears the name.
    #[error("`{folder}` is no folder: name another one with --out")]
    NotAFolder {
        /// The path, as the user named it.
        folder: String,
    },
    /// The name is that of the root, of the current folder or of one above it.
    #[error("`{folder}` cannot become a folder of results: give it a name of its own with --out")]
    NoName {
        /// The path, as the user named it.
        folder: String,
    },
    /// Another run is writing to the same folder.
    #[error("another run is writing `{folder}` right now: wait for it, or name another folder with --out")]
    Busy {
        /// The folder, as the user named it.
        folder: String,
    },
    /// The disk refuses.
    #[error("cannot write `{path}`: {why}")]
    Write {
        /// The file or folder, as the user named it.
        path: String,
        /// In words.
        why: String,
    },
}

impl StoreError {
    /// The disk refused to write `path`.
    pub(super) fn write(path: &Path, error: &IoError) -> Self {
        Self::Write { path: shown(path), why: plain(error) }
    }
}

/// A path as the user wrote it.
pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// What went wrong, in words of daily use where there are some.
fn plain(error: &IoError) -> String {
    match error.kind() {
        ErrorKind::StorageFull => "the disk is full".to_owned(),
        ErrorKind::QuotaExceeded => "your share of the disk is used up".to_owned(),
        ErrorKind::FileTooLarge => "the file is larger than this disk allows".to_owned(),
        ErrorKind::PermissionDenied => "you may not write there".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        ErrorKind::NotADirectory => "a part of its path is a file, not a folder".to_owned(),
        ErrorKind::NotFound => "no such folder can be made".to_owned(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_and_a_read_only_one_are_told_in_plain_words() {
        let told =
            |kind: ErrorKind| StoreError::write(Path::new("results/a"), &IoError::from(kind)).to_string();
        assert_eq!(told(ErrorKind::StorageFull), "cannot write `results/a`: the disk is full");
        assert_eq!(told(ErrorKind::PermissionDenied), "cannot write `results/a`: you may not write there");
        assert_eq!(told(ErrorKind::ReadOnlyFilesystem), "cannot write `results/a`: the disk is read-only");
    }
}
