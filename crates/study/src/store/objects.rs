//! A folder of objects: each appears whole, once, and never changes.
//!
//! The same calls work on any store of objects (`object_store`); here it is a folder of the disk, with every object and
//! its name brought to the disk before a call returns.

use super::error::{StoreError, shown};
use bytes::Bytes;
use object_store::local::LocalFileSystem;
use object_store::{Error, ObjectStore as _, ObjectStoreExt as _, PutMode, path::Path as Key};
use pollster::block_on;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// Age from which a file in the making is taken for that of a process that is no more: writing one takes milliseconds.
const ABANDONED: Duration = Duration::from_mins(10);

/// Objects below one folder.
#[derive(Debug)]
pub(super) struct Objects {
    disk: LocalFileSystem,
    root: PathBuf,
}

/// What came of putting an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// It is there now.
    Done,
    /// One of that name was there; it stays as it was.
    Exists,
}

/// What a list says of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Size.
    pub bytes: u64,
    /// When it appeared.
    pub since: SystemTime,
}

impl Objects {
    /// The objects below a folder, which must exist.
    pub fn open(root: &Path) -> Result<Self, StoreError> {
        let disk = LocalFileSystem::new_with_prefix(root).map_err(|error| refused(root, &error))?;
        Ok(Self { disk: disk.with_fsync(true), root: root.to_owned() })
    }

    /// Puts an object whole, unless one of that name is there.
    pub fn put_new(&self, name: &str, content: Vec<u8>) -> Result<Put, StoreError> {
        match block_on(self.disk.put_opts(&Key::from(name), content.into(), PutMode::Create.into())) {
            Ok(_) => Ok(Put::Done),
            Err(Error::AlreadyExists { .. }) => Ok(Put::Exists),
            Err(error) => Err(self.refused(name, &error)),
        }
    }

    /// The content of an object, if it is there.
    pub fn get(&self, name: &str) -> Result<Option<Bytes>, StoreError> {
        let read = block_on(async { self.disk.get(&Key::from(name)).await?.bytes().await });
        match read {
            Ok(content) => Ok(Some(content)),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(self.unread(name, &error)),
        }
    }

    /// Whether an object of that name is there.
    pub fn has(&self, name: &str) -> bool {
        block_on(self.disk.head(&Key::from(name))).is_ok()
    }

    /// The objects right below a folder, by name without the folder's. Those in the making are not among them.
    pub fn list(&self, folder: &str) -> Result<BTreeMap<String, Listed>, StoreError> {
        let listed = block_on(self.disk.list_with_delimiter(Some(&Key::from(folder))));
        let objects = listed.map_err(|error| self.unread(folder, &error))?.objects;
        let one = |meta: object_store::ObjectMeta| {
            let name = meta.location.filename().unwrap_or_default().to_owned();
            (name, Listed { bytes: meta.size, since: meta.last_modified.into() })
        };
        Ok(objects.into_iter().map(one).collect())
    }

    /// Takes an object away; one that is gone already is gone.
    pub fn delete(&self, name: &str) -> Result<(), StoreError> {
        match block_on(self.disk.delete(&Key::from(name))) {
            Ok(()) | Err(Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(self.refused(name, &error)),
        }
    }

    /// Takes away what processes that were killed left in the making. One that is alive finishes within milliseconds.
    pub fn sweep(&self, folder: &str) {
        for entry in std::fs::read_dir(self.root.join(folder)).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let in_the_making = name.to_str().and_then(|name| name.rsplit_once('#')).is_some();
            let age = entry.metadata().and_then(|data| data.modified()).map(|then| then.elapsed());
            if in_the_making && matches!(age, Ok(Ok(age)) if age > ABANDONED) {
                let _ = std::fs::remove_file(entry.path());
            }
        }
    }

    fn refused(&self, name: &str, error: &Error) -> StoreError {
        refused(&self.root.join(name), error)
    }

    fn unread(&self, name: &str, error: &Error) -> StoreError {
        StoreError::Read { path: shown(&self.root.join(name)), why: in_words(error) }
    }
}

fn refused(path: &Path, error: &Error) -> StoreError {
    StoreError::Write { path: shown(path), why: in_words(error) }
}

/// The words of the disk where it is the disk that refused, else those of the store.
fn in_words(error: &Error) -> String {
    let mut source: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(inner) = source {
        if let Some(disk) = inner.downcast_ref::<std::io::Error>() {
            return super::error::plain(disk);
        }
        source = inner.source();
    }
    error.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_appears_once_and_never_changes() {
        let folder = tempfile::tempdir().expect("a folder");
        let objects = Objects::open(folder.path()).expect("opened");
        assert_eq!(objects.put_new("a/b.txt", b"first".to_vec()).expect("put"), Put::Done);
        assert_eq!(objects.put_new("a/b.txt", b"second".to_vec()).expect("put"), Put::Exists);
        assert_eq!(objects.get("a/b.txt").expect("read").as_deref(), Some(&b"first"[..]));
        assert!(objects.has("a/b.txt") && !objects.has("a/c.txt"));
        assert_eq!(objects.get("a/c.txt").expect("read"), None);
        std::fs::write(folder.path().join("a/c.txt#1"), "in the making").expect("written");
        let listed = objects.list("a").expect("listed");
        assert_eq!(listed.keys().collect::<Vec<_>>(), ["b.txt"]);
        assert_eq!(listed["b.txt"].bytes, 5);
        assert!(objects.list("nowhere").expect("listed").is_empty());
        objects.delete("a/b.txt").expect("deleted");
        objects.delete("a/b.txt").expect("gone already");
        assert!(!objects.has("a/b.txt"));
    }

    #[test]
    fn only_what_is_old_is_swept() {
        let folder = tempfile::tempdir().expect("a folder");
        let objects = Objects::open(folder.path()).expect("opened");
        for name in ["young#1", "old#1", "old"] {
            std::fs::write(folder.path().join(name), "x").expect("written");
        }
        for name in ["old#1", "old"] {
            let file = std::fs::File::options().write(true).open(folder.path().join(name)).expect("open");
            file.set_modified(SystemTime::now() - 2 * ABANDONED).expect("set");
        }
        objects.sweep("");
        let left = |name: &str| folder.path().join(name).exists();
        assert!(left("young#1") && left("old") && !left("old#1"));
    }
}
