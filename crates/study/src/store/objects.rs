//! A folder of objects: each appears whole, once, and never changes.
//!
//! The same calls work on any store of objects (`object_store`); here it is a folder of the disk, with every object and
//! its name brought to the disk before a call returns. Where the disk has no hard links (exFAT, many disks of networks and
//! clouds), by which an object is put whole and only once, a claim stands for them: see [`Objects::put_claimed`].

use super::error::{StoreError, shown};
use super::regular::{self, Regular};
use bytes::Bytes;
use object_store::local::LocalFileSystem;
use object_store::{Error, ObjectStore as _, ObjectStoreExt as _, PutMode, path::Path as Key};
use pollster::block_on;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant, SystemTime};

/// Age from which a file in the making is taken for that of a process that is no more: writing one takes milliseconds.
const ABANDONED: Duration = Duration::from_mins(10);

/// The end of the name of a claim, after the name of what is claimed.
const CLAIM: &str = "#claim";
/// How long a claim of somebody else is waited for between two looks.
const PAUSE: Duration = Duration::from_millis(5);
/// How long one claim is waited for before it is taken for that of a process that is no more. Should it live, two put one
/// name: parts of one name are equal, and whoever adds to a plan reads it again.
const CLAIM_STAYS: Duration = Duration::from_secs(3);

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
        let content = Bytes::from(content);
        match block_on(self.disk.put_opts(&Key::from(name), content.clone().into(), PutMode::Create.into())) {
            Ok(_) => Ok(Put::Done),
            Err(Error::AlreadyExists { .. }) => Ok(Put::Exists),
            Err(error) if out_of_room(&error) => Err(self.refused(name, &error)),
            Err(error) => self.put_claimed(name, &content).map_err(|_| self.refused(name, &error)),
        }
    }

    /// Puts an object whole, unless one of that name is there, on a disk without hard links: it is written beside its name,
    /// and who creates the claim, which the disk gives to one alone, renames it. A claim is held for as long as a look and a
    /// renaming take, so that one which stays is of a process that was killed.
    fn put_claimed(&self, name: &str, content: &[u8]) -> io::Result<Put> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let path = self.root.join(name);
        let beside = |end: String| {
            let mut name = path.clone().into_os_string();
            name.push(end);
            PathBuf::from(name)
        };
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let (claim, made) = (beside(CLAIM.to_owned()), beside(format!("#{}-{number}", std::process::id())));
        let put = || {
            let mut file = File::create_new(&made)?;
            file.write_all(content).and_then(|()| file.sync_all())?;
            drop(file);
            claimed(&claim)?;
            let renamed = match fs::symlink_metadata(&path) {
                Ok(_) => Ok(Put::Exists),
                Err(_) => fs::rename(&made, &path).map(|()| Put::Done),
            };
            let _ = fs::remove_file(&claim);
            if let (Ok(Put::Done), Some(folder)) = (&renamed, path.parent()) {
                super::view::sync(folder)?;
            }
            renamed
        };
        let done = put();
        if !matches!(done, Ok(Put::Done)) {
            let _ = fs::remove_file(&made);
        }
        done
    }

    /// The content of an object, if it is there.
    pub fn get(&self, name: &str) -> Result<Option<Bytes>, StoreError> {
        let path = self.root.join(name);
        match regular::size(&path) {
            Ok(Regular::File(_)) => {}
            Ok(Regular::Nothing) => return Ok(None),
            Err(why) => return Err(StoreError::Read { path: shown(&path), why }),
        }
        let read = block_on(async { self.disk.get(&Key::from(name)).await?.bytes().await });
        match read {
            Ok(content) => Ok(Some(content)),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(self.unread(name, &error)),
        }
    }

    /// Whether an object of that name is there.
    pub fn has(&self, name: &str) -> bool {
        matches!(regular::size(&self.root.join(name)), Ok(Regular::File(_)))
    }

    /// The regular files right below a folder, by name without the folder's. Those in the making are not among them.
    pub fn list(&self, folder: &str) -> Result<BTreeMap<String, Listed>, StoreError> {
        let path = self.root.join(folder);
        let entries = match fs::read_dir(&path) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(BTreeMap::new()),
            Err(error) => return Err(StoreError::read(&path, &error)),
        };
        let mut listed = BTreeMap::new();
        for entry in entries {
            let entry = entry.map_err(|error| StoreError::read(&path, &error))?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            if name.contains('#') {
                continue;
            }
            // One that is gone meanwhile is not listed.
            let Ok(about) = fs::metadata(entry.path()) else { continue };
            if about.is_file() {
                let since = about.modified().map_err(|error| StoreError::read(&path, &error))?;
                listed.insert(name, Listed { bytes: about.len(), since });
            }
        }
        Ok(listed)
    }

    /// What processes left in the making right below a folder, and claims, by name without the folder's.
    pub fn unfinished(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.root.join(folder)).into_iter().flatten().flatten();
        let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
        names.filter(|name| in_the_making(name)).collect()
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
        for name in self.unfinished(folder) {
            let path = self.root.join(folder).join(name);
            if abandoned(&path) {
                let _ = fs::remove_file(path);
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

/// Creates a claim; one of somebody else is waited for, and taken away when it stays.
fn claimed(claim: &Path) -> io::Result<()> {
    let stamp = || fs::metadata(claim).and_then(|about| about.modified()).ok();
    let (mut begun, mut seen) = (Instant::now(), None);
    loop {
        match File::create_new(claim) {
            Ok(_) => return Ok(()),
            Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
            Err(_) => {}
        }
        let now = stamp();
        if now != seen {
            // Another claim than the one waited for so far.
            (begun, seen) = (Instant::now(), now);
        } else if begun.elapsed() >= CLAIM_STAYS {
            match fs::remove_file(claim) {
                // One that is gone was taken away by somebody else.
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
                _ => continue,
            }
        }
        std::thread::sleep(PAUSE);
    }
}

/// Whether a name is that of an object in the making, or of a claim: what this store, and `object_store`, put after a `#`.
fn in_the_making(name: &str) -> bool {
    let of_object = |whole: &str| {
        whole.strip_suffix(".json").is_some()
            || super::names::is_part(whole)
            || super::names::is_source(whole)
    };
    name.split_once('#').is_some_and(|(whole, end)| of_object(whole) && !end.is_empty())
}

/// Whether a file is so old that whoever was making it is no more.
fn abandoned(path: &Path) -> bool {
    let age = fs::metadata(path).and_then(|data| data.modified()).map(|then| then.elapsed());
    matches!(age, Ok(Ok(age)) if age > ABANDONED)
}

/// Whether the disk refused for want of room, or of the right to write at all: no other way to write helps.
fn out_of_room(error: &Error) -> bool {
    disk_error(error).is_some_and(|error| {
        use ErrorKind::{FileTooLarge, QuotaExceeded, ReadOnlyFilesystem, StorageFull};
        matches!(error.kind(), StorageFull | QuotaExceeded | FileTooLarge | ReadOnlyFilesystem)
    })
}

fn refused(path: &Path, error: &Error) -> StoreError {
    StoreError::Write { path: shown(path), why: in_words(error) }
}

/// The words of the disk where it is the disk that refused, else those of the store.
fn in_words(error: &Error) -> String {
    disk_error(error).map_or_else(|| error.to_string(), super::error::plain)
}

/// The error of the disk below one of the store.
fn disk_error(error: &Error) -> Option<&io::Error> {
    let mut source: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(inner) = source {
        if let Some(disk) = inner.downcast_ref::<io::Error>() {
            return Some(disk);
        }
        source = inner.source();
    }
    None
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
        for name in ["young.json#1", "old.json#1", "old.json", "notes#1"] {
            std::fs::write(folder.path().join(name), "x").expect("written");
        }
        for name in ["old.json#1", "old.json", "notes#1"] {
            let file = std::fs::File::options().write(true).open(folder.path().join(name)).expect("open");
            file.set_modified(SystemTime::now() - 2 * ABANDONED).expect("set");
        }
        objects.sweep("");
        let left = |name: &str| folder.path().join(name).exists();
        assert!(left("young.json#1") && left("old.json") && left("notes#1") && !left("old.json#1"));
    }

    /// Eight at once on a disk without hard links: one puts, the others find it there, and no claim is left.
    #[test]
    fn a_claim_stands_for_a_hard_link() {
        let folder = tempfile::tempdir().expect("a folder");
        let objects = Objects::open(folder.path()).expect("opened");
        let put = |text: usize| objects.put_claimed("a.json", text.to_string().as_bytes()).expect("put");
        let all: Vec<Put> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|text| scope.spawn(move || put(text))).collect();
            threads.into_iter().map(|thread| thread.join().expect("no panic")).collect()
        });
        assert_eq!(all.iter().filter(|one| **one == Put::Done).count(), 1, "{all:?}");
        assert_eq!(fs::read_dir(folder.path()).expect("read").count(), 1);
        // The claim of a process that was killed.
        File::create_new(folder.path().join("b.json#claim")).expect("made");
        assert_eq!(objects.put_claimed("b.json", b"b").expect("put"), Put::Done);
        assert_eq!(objects.get("b.json").expect("read").as_deref(), Some(&b"b"[..]));
    }
}
