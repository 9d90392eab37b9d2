//! Whether the tables in a folder are those of its plan, as they were written.

use super::Study;
use super::merge::manifest_of;
use crate::store::{
    COMPARISON, COMPARISON_TABLE, COURSE, FACTORS, FAILURES, FINDINGS, GROUPS, Kind, LEDGER, Manifest, NOTES,
    REPORTS, RUNS, SERIES, SUMMARY, Series, as_listed, part_path,
};
use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

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

/// The manifest of a study, if it is that of the whole plan: all that it says beside what the parts alone know.
pub(super) fn of_plan(study: &Study) -> Option<Manifest> {
    let manifest = Manifest::read(study.path()).ok()?;
    let listed: BTreeSet<&str> = manifest.files.iter().map(|file| &file.name[..]).collect();
    let all = files(study);
    let same = all.iter().all(|name| listed.contains(&name[..]))
        && listed.len() == all.len()
        && of_this_plan(study, &manifest) == manifest;
    same.then_some(manifest)
}

/// The manifest that the plan gives, with what the parts alone know, and with which program it was made, as in another one.
pub(super) fn of_this_plan(study: &Study, kept: &Manifest) -> Manifest {
    let failed: Vec<u32> = (0..study.points().len())
        .map(|at| kept.scenarios.get(at).map_or(0, |scenario| scenario.failed))
        .collect();
    let made = manifest_of(study, &kept.digest, &failed, kept.files.clone());
    Manifest { version: kept.version.clone(), target: kept.target.clone(), ..made }
}

/// The files that the manifest of the whole plan lists.
fn files(study: &Study) -> BTreeSet<String> {
    let mut all = vec![RUNS, GROUPS, FAILURES, SUMMARY, COURSE];
    if study.series() != Series::None {
        all.push(SERIES);
    }
    match study.kind() {
        Kind::Run => {}
        Kind::Compare { .. } => all.extend([COMPARISON, COMPARISON_TABLE]),
        Kind::Explore { .. } => all.extend([FACTORS, FINDINGS]),
        Kind::Ledger { .. } => all.extend([LEDGER, FINDINGS]),
    }
    if study.ledger.is_some() {
        all.push(LEDGER);
    }
    if study.has_report() {
        all.extend(REPORTS);
        if matches!(study.kind(), Kind::Compare { .. }) {
            all.extend(NOTES);
        }
    }
    all.extend(study.semicolons().into_iter().map(|(_, copy)| copy));
    let parts = study.blocks().iter().map(|block| part_path(&block.name));
    all.into_iter().map(str::to_owned).chain(parts).collect()
}

fn as_written(study: &Study, file: &crate::store::FileEntry) -> bool {
    as_listed(study.path(), file, &AtomicBool::new(false)) == Ok(true)
}
