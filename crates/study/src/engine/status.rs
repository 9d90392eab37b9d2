//! How far a study has come, from what is in its folder.

use super::{Study, StudyError, current};
use crate::store::{Listed, part_failures, part_path};
use serde::Serialize;
use std::time::{Duration, SystemTime};

/// Parts by which the pace is measured at most: the latest ones.
const LATEST: usize = 50;
/// Age of the latest part from which nobody is taken to be at work.
const IDLE: Duration = Duration::from_mins(2);

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
    /// Parts that cannot be read; their runs count as missing.
    pub damaged: Vec<String>,
    /// Whether the tables are those of the whole plan.
    pub merged: bool,
    /// Each scenario: name, runs planned, runs done.
    pub scenarios: Vec<(String, u32, u32)>,
    /// Adult-months that are missing.
    pub missing_adult_months: u64,
    /// Adult-months a second, by the dates of the latest parts; none when nobody seems to be at work.
    pub pace: Option<f64>,
}

/// How far a study has come. Footers are read, values are not: that is for [`super::verify`].
///
/// # Errors
/// When the disk refuses.
pub fn status(study: &Study, now: SystemTime) -> Result<Status, StudyError> {
    let listed = study.folder.parts()?;
    let mut status = Status {
        runs: study.runs(),
        done: 0,
        failed: 0,
        missing: 0,
        blocks: [study.blocks().len(), 0],
        damaged: Vec::new(),
        merged: current(study).is_some(),
        scenarios: study.points().iter().map(|point| (point.name.clone(), point.replicates, 0)).collect(),
        missing_adult_months: 0,
        pace: None,
    };
    let mut there: Vec<(SystemTime, u64)> = Vec::new();
    for block in study.blocks() {
        let part = listed.get(&part_path(&block.name));
        let failed = match part {
            Some(_) => study.folder.part(&block.name)?.map(part_failures),
            None => None,
        };
        match (part, failed) {
            (Some(Listed { since, .. }), Some(Some(failed))) => {
                status.done += block.count;
                status.failed += failed;
                status.blocks[1] += 1;
                status.scenarios[block.point].2 += block.count;
                there.push((*since, block.cost));
            }
            (_, failed) => {
                status.missing += block.count;
                status.missing_adult_months += block.cost;
                if failed.is_some() {
                    status.damaged.push(block.name.clone());
                }
            }
        }
    }
    there.sort_unstable();
    status.pace = pace(&there[there.len().saturating_sub(LATEST)..], now).filter(|_| status.missing > 0);
    Ok(status)
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
