//! The files under `tests/`, by their path from there.

use hameau_model::inputs::mistakes::Phrase;
use hameau_model::inputs::scenario::Files;
use std::path::{Path, PathBuf};

/// Reads under `tests/`.
pub struct Tests;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests")
}

impl Files for Tests {
    fn read(&self, path: &str) -> Result<Vec<u8>, Phrase> {
        std::fs::read(root().join(path)).map_err(|_| Phrase::NoFile)
    }

    fn list(&self, folder: &str) -> Vec<String> {
        let Ok(entries) = std::fs::read_dir(root().join(folder)) else { return Vec::new() };
        let mut names: Vec<String> =
            entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
        names.retain(|name| Path::new(name).extension().is_some_and(|end| end == "toml" || end == "csv"));
        names.sort_unstable();
        names
    }
}
