//! A folder that appears whole or not at all.

use super::MANIFEST;
use super::error::{StoreError, shown};
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The file by whose lock a live writer is told from one that was killed.
const LOCK: &str = "lock";

/// A folder in the making, beside the one that it will become. Dropped before [`Folder::publish`], it vanishes.
#[derive(Debug)]
pub(super) struct Folder {
    target: PathBuf,
    staging: PathBuf,
    replace: bool,
    lock: Option<File>,
    published: bool,
}

impl Folder {
    /// Begins a folder that will be `target`; results already there are replaced only if `replace`.
    pub fn begin(target: &Path, replace: bool) -> Result<Self, StoreError> {
        let Some(name) = target.file_name() else {
            return Err(StoreError::NoName { folder: shown(target) });
        };
        vacant(target, replace)?;
        let parent = parent(target);
        fs::create_dir_all(&parent).map_err(|error| StoreError::write(target, &error))?;
        let staging = parent.join(marked("part", name));
        match fs::create_dir(&staging) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => sweep(&staging, target)?,
            made => made.map_err(|error| StoreError::write(target, &error))?,
        }
        let mut folder = Self { target: target.to_owned(), staging, replace, lock: None, published: false };
        let lock = File::create(folder.path(LOCK)).map_err(|error| StoreError::write(target, &error))?;
        // A disk that knows no locks (some network disks) only loses the warning about a second writer.
        let _ = lock.try_lock();
        folder.lock = Some(lock);
        Ok(folder)
    }

    /// Where a file of the folder is written.
    pub fn path(&self, name: &str) -> PathBuf {
        self.staging.join(name)
    }

    /// The folder as the user named it.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Puts the folder in its place. All its files are on the disk by now.
    pub fn publish(mut self) -> Result<(), StoreError> {
        vacant(&self.target, self.replace)?;
        self.move_in().map_err(|error| StoreError::write(&self.target, &error))?;
        self.published = true;
        Ok(())
    }

    fn move_in(&mut self) -> std::io::Result<()> {
        self.lock = None;
        fs::remove_file(self.staging.join(LOCK))?;
        sync(&self.staging)?;
        let name = self.target.file_name().unwrap_or(OsStr::new("results"));
        let old = parent(&self.target).join(marked("old", name));
        let replaces = self.target.exists();
        if replaces {
            if old.exists() {
                fs::remove_dir_all(&old)?;
            }
            fs::rename(&self.target, &old)?;
        }
        if let Err(error) = fs::rename(&self.staging, &self.target) {
            if replaces {
                let _ = fs::rename(&old, &self.target);
            }
            return Err(error);
        }
        sync(&parent(&self.target))?;
        if replaces { fs::remove_dir_all(&old) } else { Ok(()) }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !self.published {
            self.lock = None;
            let _ = fs::remove_dir_all(&self.staging);
        }
    }
}

/// `.hameau-part-NAME`.
fn marked(mark: &str, name: &OsStr) -> std::ffi::OsString {
    let mut marked = std::ffi::OsString::from(format!(".hameau-{mark}-"));
    marked.push(name);
    marked
}

fn parent(target: &Path) -> PathBuf {
    match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Empties what a writer that was killed left behind; one that is alive keeps it.
fn sweep(staging: &Path, target: &Path) -> Result<(), StoreError> {
    if let Ok(lock) = File::open(staging.join(LOCK))
        && matches!(lock.try_lock(), Err(TryLockError::WouldBlock))
    {
        return Err(StoreError::Busy { folder: shown(target) });
    }
    fs::remove_dir_all(staging)
        .and_then(|()| fs::create_dir(staging))
        .map_err(|error| StoreError::write(target, &error))
}

/// Whether `target` may be written: absent, empty, or results that may be replaced and nothing else.
pub(super) fn vacant(target: &Path, replace: bool) -> Result<(), StoreError> {
    let folder = shown(target);
    let entries = match fs::read_dir(target) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) if error.kind() == ErrorKind::NotADirectory && target.is_file() => {
            return Err(StoreError::NotAFolder { folder });
        }
        Err(error) => return Err(StoreError::write(target, &error)),
    };
    let names: Vec<String> =
        entries.filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned())).collect();
    if names.is_empty() {
        return Ok(());
    }
    let own = written_there(target);
    match names.into_iter().find(|name| !own.contains(name)) {
        Some(file) => Err(StoreError::Foreign { folder, file }),
        None if replace => Ok(()),
        None => Err(StoreError::Occupied { folder }),
    }
}

/// The files that a folder's manifest lists, itself included; none when there is no manifest of ours.
fn written_there(folder: &Path) -> BTreeSet<String> {
    let text = fs::read(folder.join(MANIFEST)).unwrap_or_default();
    let manifest: serde_json::Value = serde_json::from_slice(&text).unwrap_or_default();
    if manifest["program"] != "hameau" {
        return BTreeSet::new();
    }
    let files = manifest["files"].as_array().map(Vec::as_slice).unwrap_or_default();
    let listed = files.iter().filter_map(|file| file["name"].as_str());
    listed.chain([MANIFEST]).map(str::to_owned).collect()
}

/// Brings the names in a folder to the disk, where the system can.
fn sync(folder: &Path) -> std::io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
