//! The folder in which tables are made before they are shown: it vanishes with whoever makes them, killed or not.

use super::error::StoreError;
use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;

/// How its name begins.
pub(super) const MAKING: &str = ".making-";
/// The file in it that is locked for as long as somebody is at work.
const LOCK: &str = "lock";
/// Age below which it may still be without its lock.
const YOUNG: Duration = Duration::from_secs(5);

/// A folder of tables in the making.
pub(super) struct Making {
    folder: TempDir,
    within: PathBuf,
    /// The system lets go of it when the process ends, in whatever way.
    _lock: File,
}

impl Making {
    /// Makes one within `within`.
    pub fn begin(within: &Path) -> Result<Self, StoreError> {
        let begin = || {
            let folder = tempfile::Builder::new().prefix(MAKING).tempdir_in(within)?;
            let lock = File::create_new(folder.path().join(LOCK))?;
            match lock.lock() {
                // Some disks of networks have no locks; nobody takes a folder away then that is not old.
                Err(error) if error.kind() == ErrorKind::Unsupported => {}
                locked => locked?,
            }
            Ok(Self { folder, within: within.to_owned(), _lock: lock })
        };
        begin().map_err(|error| StoreError::write(within, &error))
    }

    /// The folder.
    pub fn at(&self) -> &Path {
        self.folder.path()
    }

    /// Where a file of it is for now.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What a file of it is called when something goes wrong: where it is to be, below the folder as the user named it.
    pub fn told(&self, name: &str) -> PathBuf {
        self.within.join(name)
    }
}

/// Takes away those in `within` whose makers are no more.
pub(super) fn sweep(within: &Path) {
    for entry in fs::read_dir(within).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(MAKING) && abandoned(&entry.path()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn abandoned(folder: &Path) -> bool {
    match File::open(folder.join(LOCK)).map(|lock| lock.try_lock()) {
        Ok(Ok(())) => true,
        Ok(Err(TryLockError::WouldBlock | TryLockError::Error(_))) => false,
        Err(_) => {
            let made = fs::metadata(folder).and_then(|data| data.modified());
            made.is_ok_and(|made| made.elapsed().is_ok_and(|age| age > YOUNG))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_dead_are_swept() {
        let within = tempfile::tempdir().expect("a folder");
        let alive = Making::begin(within.path()).expect("made");
        let dead = Making::begin(within.path()).expect("made");
        let left = dead.path("");
        let Making { folder, _lock: lock, .. } = dead;
        let _ = folder.keep();
        drop(lock);
        let unlocked = within.path().join(".making-young");
        fs::create_dir(&unlocked).expect("made");
        sweep(within.path());
        assert!(alive.path("").exists() && unlocked.exists() && !left.exists());
    }
}
