//! Every kind of file of a folder of results, damaged at many places: named or mended, never taken for what it was.

use crate::small::{Numbers, made, small};
use crate::tiny::Tiny;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Every file of a folder, and what is in it.
fn all(folder: &Path, below: &str, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder.join(below)).expect("a folder").flatten() {
        let name = format!("{below}{}", entry.file_name().to_str().expect("text"));
        if entry.path().is_dir() {
            all(folder, &format!("{name}/"), found);
        } else {
            found.insert(name, fs::read(entry.path()).expect("read"));
        }
    }
}

fn content(tiny: &Tiny, out: &str) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    all(&tiny.path(out), "", &mut found);
    found
}

/// The kind of a file: one of the parts and one of the sources stand for all.
fn kind_of(name: &str) -> String {
    match name.split_once('/') {
        Some(("parts", _)) => "parts".to_owned(),
        Some(_) if name.starts_with("plan/sources/") => "sources".to_owned(),
        _ => name.to_owned(),
    }
}

/// What became of the damages of one kind of file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Became {
    /// Named by `verify`, and made anew by `merge` or `batch`.
    pub mended: u32,
    /// Named by `verify` and by every other verb, which refuse.
    pub refused: u32,
}

/// Flips a bit and cuts the end off at `places` places of each kind of file, in the first kind of folder that has it, and
/// counts what became of it by kind of file.
///
/// # Panics
/// When a damage is not named, or is taken for what was written.
pub fn damages(kinds: &[&str], places: u64) -> BTreeMap<String, Became> {
    let tiny = small();
    let mut counts: BTreeMap<String, Became> = BTreeMap::new();
    let mut seen = Vec::new();
    for kind in kinds {
        made(&tiny, kind);
        let before = content(&tiny, kind);
        for (name, whole) in &before {
            if seen.contains(&kind_of(name)) || whole.is_empty() {
                continue;
            }
            seen.push(kind_of(name));
            let mut numbers = Numbers(whole.len() as u64);
            for place in 0..places {
                // Places evenly spread, each somewhere in its piece.
                let (from, to) =
                    (place * whole.len() as u64 / places, (place + 1) * whole.len() as u64 / places);
                let at = (from + numbers.below((to - from).max(1))).min(whole.len() as u64 - 1) as usize;
                let mut flipped = whole.clone();
                flipped[at] ^= 1 << numbers.below(8);
                for damaged in [&flipped[..], &whole[..at]] {
                    fs::write(tiny.path(kind).join(name), damaged).expect("written");
                    let became = counts.entry(kind_of(name)).or_default();
                    one(&tiny, kind, name, &format!("{kind}/{name}, place {at}"), &before, became);
                }
            }
        }
    }
    counts
}

/// One damage: named by `verify`, then mended or refused.
fn one(
    tiny: &Tiny,
    kind: &str,
    name: &str,
    told: &str,
    before: &BTreeMap<String, Vec<u8>>,
    became: &mut Became,
) {
    let (code, out, err) = tiny.hameau(&["verify", kind, "--sample", "0", "--lang", "en"]);
    let all = format!("{out}{err}");
    assert_eq!(code, 1, "{told}: {all}");
    // A plan is read from its head on: what a changed head is named by is the first piece that was not made under it.
    let plan = name.starts_with("plan/");
    assert!(all.contains(name) || (plan && all.contains("plan/")), "{told}: {all}");
    assert!(!all.contains("bug") && !all.contains("panicked"), "{told}: {all}");
    let part = name.starts_with("parts/");
    let mends: &[&str] = if part { &["batch", kind, "--quiet"] } else { &["merge", kind] };
    let (code, out, err) = tiny.hameau(mends);
    if code == 0 {
        became.mended += 1;
    } else {
        assert!(plan && err.contains("error: ") && !err.contains("bug"), "{told}: {out}{err}");
        fs::write(tiny.path(kind).join(name), &before[name]).expect("written");
        became.refused += 1;
    }
    let after = content(tiny, kind);
    let differs: Vec<&String> =
        before.keys().chain(after.keys()).filter(|name| before.get(*name) != after.get(*name)).collect();
    assert!(differs.is_empty(), "{told}: {differs:?} is not what it was");
}
