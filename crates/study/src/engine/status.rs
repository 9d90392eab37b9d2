//! How far a study has come, from what is in its folder.

use super::current::of_plan;
use super::{FailedRun, Study, StudyError};
use crate::store::{FileEntry, Listed, MANIFEST, Manifest, as_listed, part_failures, part_path};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, SystemTime};

/// Parts by which the pace is measured at most: the latest ones.
const LATEST: usize = 50;
/// Age of the latest part from which nobody is taken to be at work.
const IDLE: Duration = Duration::from_mins(2);

/// Runs that failed of which more than their number is told.
const FAILURES_TOLD: usize = 3;

/// How far a study has come.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Status {
    /// Runs planned.
    pub runs: u32,
    /// Runs whose part is there, failed ones included.
    pub done: u32,
    /// Runs that failed.
    pub failed: u32,
    /// Runs whose part is not there.
    pub missing: u32,
    /// Blocks planned, and blocks whose part is there.
    pub blocks: [usize; 2],
    /// Files that are not as they were written, and why; runs of a part that cannot be read count as missing.
    pub damaged: Vec<(String, String)>,
    /// The first few runs that failed.
    pub failures: Vec<FailedRun>,
    /// What processes left half-made; some of it may be of one that is at work.
    pub unfinished: Vec<String>,
    /// What is in the folder and belongs to no run of the plan.
    pub strangers: Vec<String>,
    /// Whether the tables are those of the whole plan.
    pub merged: bool,
    /// Each scenario: name, runs planned, runs done.
    pub scenarios: Vec<(String, u32, u32)>,
    /// Adult-months that are missing.
    pub missing_adult_months: u64,
    /// Adult-months a second, by the dates of the latest parts; none when nobody seems to be at work.
    pub pace: Option<f64>,
}

/// How far a study has come. Files that the manifest lists are hashed; of other parts footers are read, and values are not:
/// that is for [`super::verify`].
///
/// # Errors
/// When the disk refuses.
pub fn status(study: &Study, now: SystemTime) -> Result<Status, StudyError> {
    let listed = study.folder.parts()?;
    let mut whole = vec![false; study.blocks().len()];
    let mut damaged = damaged(study);
    let mut there: Vec<(SystemTime, u64)> = Vec::new();
    let (mut failed, mut missing_adult_months) = (0, 0);
    for (at, block) in study.blocks().iter().enumerate() {
        let name = part_path(&block.name);
        let part = listed.get(&name);
        let of_part = match part {
            Some(_) => study.folder.part(&block.name)?.map(part_failures),
            None => None,
        };
        if let (Some(Listed { since, .. }), Some(Some(of_part))) = (part, of_part) {
            whole[at] = true;
            failed += of_part;
            there.push((*since, block.cost));
        } else {
            missing_adult_months += block.cost;
            if of_part.is_some() {
                damaged.entry(name).or_insert_with(|| "it is no whole Parquet file".to_owned());
            }
        }
    }
    let (done, done_of_each) = study.runs_in(|block| whole[block]);
    let points = study.points().iter().zip(done_of_each);
    there.sort_unstable();
    let missing = study.runs() - done;
    Ok(Status {
        runs: study.runs(),
        done,
        failed,
        missing,
        blocks: [whole.len(), there.len()],
        merged: damaged.is_empty() && of_plan(study).is_some(),
        damaged: damaged.into_iter().collect(),
        failures: if failed > 0 { study.failures(FAILURES_TOLD)? } else { Vec::new() },
        unfinished: study.folder.unfinished(),
        strangers: study.strangers(),
        scenarios: points.map(|(point, done)| (point.name.clone(), point.worlds.count(), done)).collect(),
        missing_adult_months,
        pace: pace(&there[there.len().saturating_sub(LATEST)..], now).filter(|_| missing > 0),
    })
}

/// The files that are not as the manifest lists them, and the manifest where it is not as it was written.
fn damaged(study: &Study) -> BTreeMap<String, String> {
    let path = study.path().join(MANIFEST);
    if std::fs::symlink_metadata(&path).is_err() {
        return BTreeMap::new();
    }
    let go_on = AtomicBool::new(false);
    match Manifest::read(study.path()) {
        Err(why) => BTreeMap::from([(MANIFEST.to_owned(), why)]),
        Ok(manifest) => {
            let why =
                |file: &FileEntry| Some((file.name.clone(), as_listed(study.path(), file, &go_on).err()?));
            manifest.files.iter().filter_map(why).collect()
        }
    }
}

/// Adult-months a second over the latest parts.
fn pace(latest: &[(SystemTime, u64)], now: SystemTime) -> Option<f64> {
    let ((first, _), (last, _)) = (latest.first()?, latest.last()?);
    if now.duration_since(*last).is_ok_and(|idle| idle > IDLE) {
        return None;
    }
    let seconds = last.duration_since(*first).ok()?.as_secs_f64();
    // The first part ends the time before it.
    let done: u64 = latest[1..].iter().map(|(_, cost)| cost).sum();
    (seconds > 0.0).then(|| done as f64 / seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pace_is_that_of_the_latest_parts_of_somebody_at_work() {
        let at = |seconds| SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        let parts = [(at(100), 7), (at(102), 10), (at(105), 20)];
        assert_eq!(pace(&parts, at(106)), Some(6.0));
        assert_eq!(pace(&parts, at(1_000)), None);
        assert_eq!(pace(&parts[..1], at(106)), None);
        assert_eq!(pace(&[], at(106)), None);
    }
}
