//! Are the bytes that somebody hashes those that git hands out on every machine?

use std::fs;
use std::path::{Path, PathBuf};

/// What the page is made from, what plans of results keep, and the results that are kept.
const HASHED: [&str; 7] =
    ["Cargo.lock", "Cargo.toml", "crates", "scenarios", "src", "web", "results/reference"];

fn files(path: &Path, found: &mut Vec<PathBuf>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("a folder") {
            files(&entry.expect("an entry").path(), found);
        }
    } else {
        found.push(path.to_owned());
    }
}

#[test]
fn hashed_text_has_one_way_to_end_a_line() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = Vec::new();
    for name in HASHED {
        files(&root.join(name), &mut all);
    }
    assert!(all.len() > 300, "{} files", all.len());
    for path in all.iter().filter(|path| {
        !path.extension().is_some_and(|kind| kind == "parquet" || kind == "xlsx" || kind == "docx")
    }) {
        let content = fs::read(path).expect("readable");
        assert!(!content.contains(&b'\r'), "{}", path.display());
    }
}

#[test]
fn git_is_told_to_leave_them_alone() {
    let told = include_str!("../../.gitattributes");
    for line in ["* text=auto eol=lf", "results/** -text"] {
        assert!(told.lines().any(|other| other == line), "{line}");
    }
}
