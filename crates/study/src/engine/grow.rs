//! Planning: what a study is to hold is added to what it holds.

use super::{Study, StudyError, block, content};
use crate::store::{Addition, Folder, Head, PointEntry, RangeEntry, Series};
use hameau_model::inputs::scenario::Recorded;
use std::collections::BTreeMap;
use std::path::Path;

/// What a study is to hold.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'w> {
    /// Scenarios, each in every world.
    pub scenarios: &'w [Recorded],
    /// Replicates of each: 0 to this number less one.
    pub replicates: u32,
    /// Seed of every world.
    pub seed: u64,
    /// Which months are kept; `None` for what is kept already, else what fits the number of runs.
    pub series: Option<Series>,
    /// Whether what is there is taken away first.
    pub replace: bool,
}

/// The study in the folder `path`, which holds `wanted` once it is simulated. What is planned there already stays.
///
/// # Errors
/// When the folder holds something else: other files, another version, seed or series, or a scenario of the same name
/// with another content. Nothing is changed then.
pub fn begin(path: &Path, wanted: &Wanted<'_>) -> Result<Study, StudyError> {
    let names = names(wanted.scenarios)?;
    if wanted.replace {
        Folder::clear(path)?;
    }
    let mut study = if let Some(study) = Study::open(path)? {
        study
    } else {
        let runs = wanted.replicates.saturating_mul(wanted.scenarios.len() as u32);
        let head = Head::new(wanted.seed, wanted.series.unwrap_or(Series::by_default(runs)));
        let folder = Folder::create(path, &head)?;
        Study { folder, points: Vec::new(), blocks: Vec::new(), additions: 0 }
    };
    loop {
        study.reload()?;
        fits(&study, wanted)?;
        study.folder.sweep();
        let addition = missing(&study, wanted, &names)?;
        if addition == Addition::default() {
            return Ok(study);
        }
        // Whoever was quicker added this number; what is still missing is added after it.
        study.folder.append(study.additions, &addition)?;
    }
}

/// The scenarios' names, each once.
fn names(scenarios: &[Recorded]) -> Result<Vec<&str>, StudyError> {
    let mut files: BTreeMap<&str, &str> = BTreeMap::new();
    for Recorded { scenario, .. } in scenarios {
        if let Some(first) = files.insert(&scenario.name, &scenario.file) {
            return Err(StudyError::SameName {
                name: scenario.name.clone(),
                first: first.to_owned(),
                second: scenario.file.clone(),
            });
        }
    }
    Ok(scenarios.iter().map(|recorded| &recorded.scenario.name[..]).collect())
}

/// Whether a study can go on to hold what is wanted.
fn fits(study: &Study, wanted: &Wanted<'_>) -> Result<(), StudyError> {
    let folder = study.path().display().to_string();
    if study.seed() != wanted.seed {
        return Err(StudyError::OtherSeed { folder, there: study.seed(), asked: wanted.seed });
    }
    if let Some(asked) = wanted.series.filter(|asked| *asked != study.series()) {
        return Err(StudyError::OtherSeries { folder, there: study.series().id(), asked: asked.id() });
    }
    let runs = |name: &str| study.point(name).map_or(0, |point| point.replicates);
    let more = |one: &Recorded| wanted.replicates.saturating_sub(runs(&one.scenario.name));
    let runs = study.points().iter().map(|point| u64::from(point.replicates)).sum::<u64>()
        + wanted.scenarios.iter().map(|one| u64::from(more(one))).sum::<u64>();
    if runs > u64::from(u32::MAX) {
        return Err(StudyError::TooMany { folder, runs });
    }
    for Recorded { scenario, .. } in wanted.scenarios {
        let Some(there) = study.point(&scenario.name) else { continue };
        if there.content != content(scenario) {
            let differences = some(scenario.differences(&there.scenario));
            return Err(StudyError::OtherContent { folder, name: scenario.name.clone(), differences });
        }
    }
    Ok(())
}

/// The first few of a list, and how many more there are.
fn some(mut differences: Vec<String>) -> Vec<String> {
    const MOST: usize = 4;
    let more = differences.len().saturating_sub(MOST);
    if more > 0 {
        differences.truncate(MOST);
        differences.push(format!("{more} more"));
    }
    differences
}

fn missing(study: &Study, wanted: &Wanted<'_>, names: &[&str]) -> Result<Addition, StudyError> {
    let mut addition = Addition::default();
    for (recorded, name) in wanted.scenarios.iter().zip(names) {
        let there = study.point(name);
        if there.is_none() {
            addition.points.push(entry(study, recorded)?);
        }
        let from = there.map_or(0, |point| point.replicates);
        if from < wanted.replicates {
            let size = block::block_size(block::run_cost(&recorded.scenario));
            let range = RangeEntry { point: (*name).to_owned(), from, to: wanted.replicates, block: size };
            addition.ranges.push(range);
        }
    }
    Ok(addition)
}

fn entry(study: &Study, recorded: &Recorded) -> Result<PointEntry, StudyError> {
    let Recorded { scenario, overrides, reads } = recorded;
    let mut kept = BTreeMap::new();
    for (path, content) in reads {
        kept.insert(path.clone(), study.folder.keep_source(content)?);
    }
    Ok(PointEntry {
        name: scenario.name.clone(),
        file: scenario.file.clone(),
        sweep: overrides.sweep.clone(),
        set: overrides.set.clone(),
        reads: kept,
        content: content(scenario).to_string(),
    })
}
