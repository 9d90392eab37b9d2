//! Why results could not be written.

use super::log::HEAD;
use std::io::{Error as IoError, ErrorKind};
use std::path::Path;
use thiserror::Error;

/// Why results could not be written or read, in words that say what to do. Nothing is left half-written.
#[derive(Debug, Error)]
pub enum StoreError {
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
    /// A link to a folder that is not there bears the name.
    #[error(
        "`{folder}` is a link to what is not there: make the folder that it leads to, or name another one with --out"
    )]
    Dangling {
        /// The path, as the user named it.
        folder: String,
    },
    /// There is no place for files that vanish.
    #[error(
        "no files can be made in `{path}`, where temporary files go: {why}; set TMPDIR to a folder where you may write"
    )]
    NoTemporary {
        /// The path.
        path: String,
        /// In words.
        why: String,
    },
    /// There are no results of ours.
    #[error("`{folder}` holds no results: it has no {HEAD}")]
    NoStudy {
        /// The folder, as the user named it.
        folder: String,
    },
    /// The results of another version, which cannot be gone on with.
    #[error(
        "`{folder}` was written by another version of the program ({what}): read it with that version, begin again with --force, or name another folder with --out"
    )]
    OtherVersion {
        /// The folder, as the user named it.
        folder: String,
        /// What differs.
        what: String,
    },
    /// A file of the plan is not as it was written.
    #[error(
        "`{path}` is damaged: {why}; without it the plan cannot be read: begin again with --force, or name another folder with --out"
    )]
    Plan {
        /// The file.
        path: String,
        /// In words.
        why: String,
    },
    /// A file of the folder is not as it was written.
    #[error("`{path}` is damaged: {why}")]
    Damaged {
        /// The file.
        path: String,
        /// In words.
        why: String,
    },
    /// The disk refuses.
    #[error("cannot write `{path}`: {why}")]
    Write {
        /// The file or folder, as the user named it.
        path: String,
        /// In words.
        why: String,
    },
    /// The disk refuses.
    #[error("cannot read `{path}`: {why}")]
    Read {
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

    /// What is at `path` cannot be read.
    pub(super) fn read(path: &Path, error: &IoError) -> Self {
        Self::Read { path: shown(path), why: plain(error) }
    }

    /// What is at `path`, a file of the plan, is not what was written.
    pub(super) fn plan(path: &Path, why: impl Into<String>) -> Self {
        Self::Plan { path: shown(path), why: why.into() }
    }

    /// What is at `path` is not what was written.
    pub(super) fn damaged(path: &Path, why: impl Into<String>) -> Self {
        Self::Damaged { path: shown(path), why: why.into() }
    }
}

/// A path as the user wrote it.
pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// What went wrong, in words of daily use where there are some.
#[must_use]
pub fn plain(error: &IoError) -> String {
    match error.kind() {
        ErrorKind::StorageFull => "the disk is full".to_owned(),
        ErrorKind::QuotaExceeded => "your share of the disk is used up".to_owned(),
        ErrorKind::FileTooLarge => {
            "the file is larger than this disk, or a limit set for you, allows".to_owned()
        }
        ErrorKind::PermissionDenied => "you may not write there".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        ErrorKind::NotADirectory => "a part of its path is a file, not a folder".to_owned(),
        ErrorKind::AlreadyExists => "something else of that name is there".to_owned(),
        ErrorKind::IsADirectory => "a folder of that name is there".to_owned(),
        ErrorKind::Unsupported => "this disk cannot do what is asked of it".to_owned(),
        ErrorKind::NotFound => "no such file or folder".to_owned(),
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
