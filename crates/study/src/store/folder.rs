//! A folder of results on the disk: plan and parts, which the program goes on with, and the tables that people open.

use super::MANIFEST;
use super::digest::Digest;
use super::error::{StoreError, shown};
use super::log::{Addition, FORMAT, HEAD, Head};
use super::making::MAKING;
use super::names::{self, PARTS, PLAN, SOURCES, is_own, is_part, is_source};
use super::objects::{Listed, Objects, Put};
use super::regular;
use super::seal::{of_text, sealed, unsealed};
use bytes::Bytes;
use serde::de::DeserializeOwned;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// A folder of results.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    objects: Objects,
    head: Head,
    /// The digest of the head, which the first addition follows.
    seal: Digest,
}

impl Folder {
    /// The study at `path`, if there is one.
    ///
    /// # Errors
    /// When something else is there, it is of another version, or the disk refuses.
    pub fn open(path: &Path) -> Result<Option<Self>, StoreError> {
        if !vacant(path)? {
            let objects = Objects::open(path)?;
            if let Some(content) = objects.get(HEAD)? {
                let head = head(path, &content)?;
                return Ok(Some(Self { path: path.to_owned(), objects, head, seal: of_text(&content) }));
            }
            if path.join(MANIFEST).exists() {
                let what = "it kept no plan".to_owned();
                return Err(StoreError::OtherVersion { folder: shown(path), what });
            }
        }
        Ok(None)
    }

    /// The study at `path`, made with this head if there is none.
    ///
    /// # Errors
    /// When something else is there, it is of another version, or the disk refuses.
    pub fn create(path: &Path, head: &Head) -> Result<Self, StoreError> {
        if let Some(there) = Self::open(path)? {
            return Ok(there);
        }
        fs::create_dir_all(path).map_err(|error| StoreError::write(path, &error))?;
        let objects = Objects::open(path)?;
        // Whoever was quicker made it.
        objects.put_new(HEAD, super::as_json(head).into_bytes())?;
        Self::create(path, head)
    }

    /// Takes away everything that this program wrote to `path`, the head last.
    ///
    /// # Errors
    /// When something else is there, or the disk refuses.
    pub fn clear(path: &Path) -> Result<(), StoreError> {
        if vacant(path)? {
            return Ok(());
        }
        let refused = |error| StoreError::write(path, &error);
        let gone = |removed: std::io::Result<()>| match removed {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(refused(error)),
            _ => Ok(()),
        };
        if let Some(file) = foreign(path).into_iter().next() {
            return Err(StoreError::Foreign { folder: shown(path), file });
        }
        for name in names(path)? {
            match &name[..] {
                PLAN => {}
                PARTS => gone(fs::remove_dir_all(path.join(name)))?,
                making if making.starts_with(MAKING) => gone(fs::remove_dir_all(path.join(name)))?,
                _ => gone(fs::remove_file(path.join(name)))?,
            }
        }
        // From the last addition to the first, then their sources, then the head: whatever is left by a process killed
        // meanwhile is a shorter plan, never a piece of this one under the head of the next.
        let mut plan = names(&path.join(PLAN)).unwrap_or_default();
        let turn = |name: &str| (is_head(name), path.join(PLAN).join(name).is_dir());
        plan.sort_by_cached_key(|name| (turn(name), Reverse(name.clone())));
        for name in plan {
            let inside = path.join(PLAN).join(name);
            gone(if inside.is_dir() { fs::remove_dir_all(inside) } else { fs::remove_file(inside) })?;
        }
        gone(fs::remove_dir(path.join(PLAN)))
    }

    /// Where it is, as the user named it.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What holds for every run in it.
    #[must_use]
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// The digest of the head, which the first addition follows.
    #[must_use]
    pub fn seal(&self) -> Digest {
        self.seal
    }

    /// What was added so far, in order, each with its seal, from the addition number `from` on, which follows the seal
    /// `follows`.
    ///
    /// # Errors
    /// When a file of the plan is missing, cannot be read, or was made under another head or after other additions.
    pub fn additions(&self, from: usize, follows: Digest) -> Result<Vec<(Addition, Digest)>, StoreError> {
        // Listed first: what somebody else adds meanwhile comes after what is listed.
        let listed = self.objects.list(PLAN)?;
        let least = listed.keys().filter_map(|name| names::addition(name)).max().map_or(0, |last| last + 1);
        let mut all: Vec<(Addition, Digest)> = Vec::new();
        loop {
            let name = addition(from + all.len());
            let path = self.path.join(&name);
            match self.objects.get(&name)? {
                Some(content) => {
                    let follows = all.last().map_or(follows, |(_, seal)| *seal);
                    let unsealed = unsealed(&content, Some(&follows));
                    let (text, seal) = unsealed.map_err(|why| StoreError::plan(&path, why))?;
                    all.push((parsed(&path, text.as_bytes())?, seal));
                }
                None if from + all.len() < least => return Err(StoreError::plan(&path, "it is gone")),
                None => return Ok(all),
            }
        }
    }

    /// Adds to the plan as the addition number `at`, after the seal `follows`; `false` when somebody else added that one, and
    /// nothing is changed.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn append(&self, at: usize, added: &Addition, follows: &Digest) -> Result<bool, StoreError> {
        let (text, _) = sealed(added, Some(follows));
        Ok(self.objects.put_new(&addition(at), text.into_bytes())? == Put::Done)
    }

    /// The path of an addition, for words about it.
    #[must_use]
    pub fn addition(&self, at: usize) -> PathBuf {
        self.path.join(addition(at))
    }

    /// Keeps the content of a file that a scenario was read from, and gives its digest.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn keep_source(&self, content: &[u8]) -> Result<String, StoreError> {
        let digest = of_text(content).to_string();
        self.objects.put_new(&format!("{SOURCES}/{digest}"), content.to_vec())?;
        Ok(digest)
    }

    /// The content kept under a digest.
    ///
    /// # Errors
    /// When it is gone or changed.
    pub fn source(&self, digest: &str) -> Result<Vec<u8>, StoreError> {
        let name = format!("{SOURCES}/{digest}");
        let damaged = |why: &str| StoreError::plan(&self.path.join(&name), why);
        if !is_source(digest) {
            return Err(damaged("no file of a plan has this name"));
        }
        let content = self.objects.get(&name)?.ok_or_else(|| damaged("it is gone"))?;
        if of_text(&content).to_string() != digest {
            return Err(damaged("its content is not what its name says"));
        }
        Ok(content.to_vec())
    }

    /// The files among the parts, by their paths below the folder.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn parts(&self) -> Result<BTreeMap<String, Listed>, StoreError> {
        let listed = self.objects.list(PARTS)?.into_iter();
        Ok(listed.map(|(name, of)| (format!("{PARTS}/{name}"), of)).collect())
    }

    /// Whether the part of a block is there.
    #[must_use]
    pub fn has_part(&self, block: &str) -> bool {
        self.objects.has(&part(block))
    }

    /// The part of a block, if it is there.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn part(&self, block: &str) -> Result<Option<Bytes>, StoreError> {
        self.objects.get(&part(block))
    }

    /// Puts the part of a block, unless it is there.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn put_part(&self, block: &str, content: Vec<u8>) -> Result<Put, StoreError> {
        self.objects.put_new(&part(block), content)
    }

    /// Takes away the part of a block.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn drop_part(&self, block: &str) -> Result<(), StoreError> {
        self.objects.delete(&part(block))
    }

    /// What processes left half-made, of which some may be at work yet, by their paths below the folder.
    #[must_use]
    pub fn unfinished(&self) -> Vec<String> {
        let below = |folder: &'static str| {
            self.objects.unfinished(folder).into_iter().map(move |name| format!("{folder}/{name}"))
        };
        let made = names(&self.path).unwrap_or_default().into_iter().filter(|name| name.starts_with(MAKING));
        [PLAN, SOURCES, PARTS].into_iter().flat_map(below).chain(made).collect()
    }

    /// What is in the folder and no part of results, by its path below the folder.
    #[must_use]
    pub fn foreign(&self) -> Vec<String> {
        foreign(&self.path)
    }

    /// Takes away what processes that were killed left half-made.
    pub fn sweep(&self) {
        for folder in [PLAN, SOURCES, PARTS] {
            self.objects.sweep(folder);
        }
        super::making::sweep(&self.path);
    }
}

/// The path of a block's part, below the folder.
#[must_use]
pub fn part(block: &str) -> String {
    format!("{PARTS}/{block}.parquet")
}

fn addition(at: usize) -> String {
    format!("{PLAN}/{at:06}.json")
}

fn head(path: &Path, content: &[u8]) -> Result<Head, StoreError> {
    let other = |what: String| StoreError::OtherVersion { folder: shown(path), what };
    let head: serde_json::Value = parsed(&path.join(HEAD), content)?;
    for (key, own) in [("format", FORMAT), ("model_version", hameau_model::MODEL_VERSION)] {
        if head[key] != own {
            return Err(other(format!("{} {}, not {own}", key.replace('_', " "), head[key])));
        }
    }
    parsed(&path.join(HEAD), content)
}

fn parsed<T: DeserializeOwned>(path: &Path, content: &[u8]) -> Result<T, StoreError> {
    serde_json::from_slice(content).map_err(|error| StoreError::plan(path, error.to_string()))
}

/// Whether a name in the folder of the plan is that of the head.
fn is_head(name: &str) -> bool {
    HEAD.strip_prefix(PLAN) == Some(&format!("/{name}"))
}

/// What is in a folder of results and its own folders and is none of this program's.
fn foreign(path: &Path) -> Vec<String> {
    let own = |folder: &str, name: &str| match folder {
        "" => is_own(name),
        PARTS => is_part(name),
        SOURCES => is_source(name),
        _ => name == "sources" || is_head(name) || names::addition(name).is_some(),
    };
    let mut found = Vec::new();
    for folder in ["", PARTS, SOURCES, PLAN] {
        for name in names(&path.join(folder)).unwrap_or_default() {
            // What is in the making has the name of what it becomes before its `#`.
            let whole = name.split_once('#').map_or(&name[..], |(whole, _)| whole);
            if !own(folder, if folder.is_empty() { &name } else { whole }) {
                found.push(if folder.is_empty() { name } else { format!("{folder}/{name}") });
            }
        }
    }
    found.sort_unstable();
    found
}

fn names(path: &Path) -> Result<Vec<String>, StoreError> {
    let entries = fs::read_dir(path).map_err(|error| StoreError::read(path, &error))?;
    Ok(entries.filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned())).collect())
}

/// Whether nothing is at `path`, or a folder that is as good as empty; `false` when it is a folder of results, whatever else
/// is in it.
fn vacant(path: &Path) -> Result<bool, StoreError> {
    let folder = shown(path);
    match fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound && regular::dangles(path) => {
            return Err(StoreError::Dangling { folder });
        }
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(StoreError::write(path, &error)),
        Ok(data) if !data.is_dir() => return Err(StoreError::NotAFolder { folder }),
        Ok(_) => {}
    }
    if path.join(HEAD).exists() || of_an_earlier_version(path) {
        return Ok(false);
    }
    let names = names(path)?;
    match names.iter().find(|name| *name != PLAN && !names::of_a_system(name)) {
        Some(file) => Err(StoreError::Foreign { folder, file: file.clone() }),
        None => Ok(!names.iter().any(|name| name == PLAN)),
    }
}

/// Results of a version that kept no plan.
fn of_an_earlier_version(path: &Path) -> bool {
    let text = regular::read(&path.join(MANIFEST)).unwrap_or_default();
    let manifest: serde_json::Value = serde_json::from_slice(&text).unwrap_or_default();
    manifest["program"] == "hameau"
}
