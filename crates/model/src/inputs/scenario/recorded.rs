//! A scenario with every file that it was read from, so that it can be read again where those files are not.

use super::files::{self, Files};
use super::{Overrides, Scenario, resolve};
use crate::inputs::library;
use crate::inputs::mistakes::{Mistakes, Phrase};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// The content of every file that was read, by its path as the scenario names it; embedded ones with their prefix.
pub type Reads = BTreeMap<String, Vec<u8>>;

/// A scenario, and all that it was made from.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// The scenario.
    pub scenario: Scenario,
    /// What overrode its files.
    pub overrides: Overrides,
    /// Its files: the same path, overrides and reads give the same scenario.
    pub reads: Reads,
}

/// [`resolve`], and keeps what was read.
///
/// # Errors
/// With every mistake of every file and override.
pub fn resolve_recorded(path: &str, overrides: &Overrides, files: &dyn Files) -> Result<Recorded, Mistakes> {
    let recorder = Recorder { files, reads: RefCell::default() };
    let scenario = resolve(path, overrides, &recorder)?;
    Ok(Recorded { scenario, overrides: overrides.clone(), reads: recorder.reads.into_inner() })
}

/// Keeps a copy of everything that is read through it.
struct Recorder<'f> {
    files: &'f dyn Files,
    reads: RefCell<Reads>,
}

impl Recorder<'_> {
    fn keep(&self, path: &str, content: &[u8]) {
        self.reads.borrow_mut().insert(path.to_owned(), content.to_vec());
    }
}

impl Files for Recorder<'_> {
    fn read(&self, path: &str) -> Result<Vec<u8>, Phrase> {
        self.files.read(path).inspect(|content| self.keep(path, content))
    }

    fn list(&self, folder: &str) -> Vec<String> {
        self.files.list(folder)
    }

    fn embedded(&self, name: &str) -> Option<Vec<u8>> {
        let content = self.files.embedded(name);
        content.inspect(|content| self.keep(&format!("{}{name}", library::PREFIX), content))
    }
}

/// Files that were read once are read again from what was kept, the embedded ones included.
impl Files for Reads {
    fn read(&self, path: &str) -> Result<Vec<u8>, Phrase> {
        self.get(path).cloned().ok_or(Phrase::NotKept)
    }

    fn list(&self, folder: &str) -> Vec<String> {
        self.keys().filter(|path| files::folder(path) == folder).cloned().collect()
    }

    fn embedded(&self, name: &str) -> Option<Vec<u8>> {
        self.get(&format!("{}{name}", library::PREFIX)).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inputs::scenario::Memory;

    #[test]
    fn what_was_read_is_enough_to_read_it_again() {
        let files = Memory::default().with("a/b.toml", "base = \"hameau:shared-place\"");
        let overrides = Overrides { set: vec!["travel.fixed_minutes=7".to_owned()], ..Overrides::default() };
        let first = resolve_recorded("a/b.toml", &overrides, &files).expect("no mistake");
        let paths: Vec<&str> = first.reads.keys().map(String::as_str).collect();
        assert!(paths.contains(&"a/b.toml") && paths.contains(&"hameau:baseline.toml"), "{paths:?}");
        assert!(paths.contains(&"hameau:territories/hautes-terres.csv"), "{paths:?}");
        let again = resolve("a/b.toml", &overrides, &first.reads).expect("no mistake");
        assert_eq!(again.content(), first.scenario.content());
        assert!(resolve("a/b.toml", &overrides, &Reads::new()).is_err());
    }
}
