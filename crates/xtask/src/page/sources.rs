//! What the page is made from, as one number, so that a stale page is found.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The page, from the root of the repository.
pub const PAGE: &str = "web/hameau-workshop.html";

/// Folders and files that the page is made from.
const SOURCES: [&str; 10] = [
    "Cargo.lock",
    "Cargo.toml",
    "crates/analysis",
    "crates/model",
    "crates/page",
    "crates/words",
    "crates/workshop",
    "crates/xtask/src/page",
    "scenarios",
    "web",
];

/// SHA-256 of every source: its path, its length, its content.
pub fn digest(root: &Path) -> io::Result<String> {
    let mut files = Vec::new();
    for source in SOURCES {
        collect(&root.join(source), &mut files)?;
    }
    let mut named: Vec<(String, PathBuf)> = files
        .into_iter()
        .map(|path| {
            let below = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            (below, path)
        })
        .filter(|(name, _)| name != PAGE)
        .collect();
    named.sort();
    let mut hash = Sha256::new();
    for (name, path) in named {
        let content = fs::read(path)?;
        hash.update(format!("{name}\n{}\n", content.len()));
        hash.update(content);
    }
    Ok(hash.finalize().iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

fn collect(path: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            collect(&entry?.path(), found)?;
        }
    } else {
        found.push(path.to_path_buf());
    }
    Ok(())
}
