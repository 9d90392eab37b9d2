//! Whether the tables in a folder are those of its plan, as they were written.

use super::Study;
use crate::store::{FileEntry, MANIFEST, Manifest, fingerprint, part_path};
use std::collections::BTreeSet;

/// The manifest of a study, if there is one that can be read.
#[must_use]
pub fn manifest(study: &Study) -> Option<Manifest> {
    let text = std::fs::read(study.path().join(MANIFEST)).ok()?;
    serde_json::from_slice(&text).ok()
}

/// The manifest of a study whose tables are those of its whole plan, if every file that it lists, each part among them, is
/// as it was written.
#[must_use]
pub fn current(study: &Study) -> Option<Manifest> {
    of_plan(study).filter(|manifest| manifest.files.iter().all(|file| as_written(study, file)))
}

/// [`current`], for whoever knows already that the parts are those that the manifest lists.
#[must_use]
pub fn with_current_tables(study: &Study) -> Option<Manifest> {
    let tables = |manifest: &Manifest| {
        manifest.files.iter().filter(|file| !file.is_part()).all(|file| as_written(study, file))
    };
    of_plan(study).filter(tables)
}

/// The manifest of a study, if it is that of the whole plan.
fn of_plan(study: &Study) -> Option<Manifest> {
    let manifest = manifest(study)?;
    let planned =
        study.points().iter().map(|point| (&point.name[..], point.content.to_string(), point.replicates));
    let merged = manifest.scenarios.iter().map(|of| (&of.name[..], of.content.clone(), of.replicates));
    let listed: BTreeSet<&str> = manifest.files.iter().map(|file| &file.name[..]).collect();
    let same = planned.eq(merged)
        && manifest.series == study.series()
        && study.blocks().iter().all(|block| listed.contains(&part_path(&block.name)[..]));
    same.then_some(manifest)
}

fn as_written(study: &Study, file: &FileEntry) -> bool {
    let found = fingerprint(&study.path().join(&file.name));
    found.is_ok_and(|(bytes, sha256)| bytes == file.bytes && sha256.to_string() == file.sha256)
}
