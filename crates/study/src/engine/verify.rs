//! Whether a folder of results is what it says: hashes of files, values of parts, tables made anew, runs made anew.

use super::block::threads_within;
use super::current::of_this_plan as manifest_of_plan;
use super::differences::{manifest_differences, other_writer};
use super::same::Known;
use super::{Made, Study, StudyError};
use crate::store::{
    Finals, MANIFEST, Manifest, RUNS, RunRecord, StoreError, as_listed, decode, in_words, may_be_listed,
    part_path,
};
use hameau_model::kernel::parallel::{self, Ended, Undone};
use hameau_model::kernel::random::World;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

/// What was looked at, and what is not as it should be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verified {
    /// Files whose hash was held against the manifest.
    pub files: usize,
    /// Parts whose values were held against their digest.
    pub parts: usize,
    /// Runs simulated again, each at every number of threads.
    pub runs: usize,
    /// What differs.
    pub differences: Vec<Difference>,
}

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    /// A file of the folder.
    File {
        /// Its name.
        name: String,
        /// In words.
        why: String,
    },
    /// A run that gives other values now.
    Run {
        /// The scenario.
        scenario: String,
        /// Its replicate.
        replicate: u32,
        /// Threads at which it was simulated again.
        threads: usize,
        /// The first value that differs, in words.
        why: String,
    },
}

/// Makes all files of a complete study anew in a folder within the one given, up to its manifest.
pub type Make<'m> = dyn for<'s> Fn(&'s Study, &Path) -> Result<Made<'s>, StudyError> + 'm;

/// Verifies a study: every file, the manifest against one made anew, and `sample` runs, evenly spread over all, simulated
/// again at each number of threads.
///
/// # Errors
/// When the disk refuses. What differs is no error.
pub fn verify(
    study: &Study,
    asked: &Asked<'_>,
    make: &Make<'_>,
    stop: &AtomicBool,
) -> Result<Verified, StudyError> {
    let mut verified = Verified::default();
    let kept = parts(study, asked.present, stop, &mut verified)?;
    let whole = kept.iter().all(|kept| *kept == Kept::Part);
    let made = if whole && !stop.load(Ordering::Relaxed) { Some(anew(study, make)?) } else { None };
    files(study, asked.present, made.as_ref(), stop, &mut verified);
    if !stop.load(Ordering::Relaxed) {
        runs(study, &kept, asked, stop, &mut verified)?;
    }
    Ok(verified)
}

/// All files made anew, in a folder that vanishes.
fn anew(study: &Study, make: &Make<'_>) -> Result<Manifest, StudyError> {
    let within = std::env::temp_dir();
    let refused = |why: String| StoreError::NoTemporary { path: within.display().to_string(), why };
    match regular_folder(&within) {
        Ok(()) => Ok(make(study, &within)?.manifest()),
        Err(why) => Err(refused(why).into()),
    }
}

/// Whether a path is a folder in which a file can be made.
fn regular_folder(path: &Path) -> Result<(), String> {
    tempfile::tempdir_in(path).map(drop).map_err(|error| in_words(&error))
}

/// How thoroughly a study is verified.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Runs to simulate again, evenly spread over all.
    pub sample: usize,
    /// Numbers of threads at which they are.
    pub threads: &'a [usize],
    /// Whether files that are not there are left out: runs without a part are held against the table of runs.
    pub present: bool,
}

/// Where the values of a block's runs are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kept {
    /// In its part.
    Part,
    /// Only their final values, in the table of runs.
    Finals,
    /// Nowhere that can be read.
    Lost,
}

fn differs(verified: &mut Verified, name: &str, why: impl Into<String>) {
    verified.differences.push(Difference::File { name: name.to_owned(), why: why.into() });
}

/// Reads every part: where the values of each block are kept.
fn parts(
    study: &Study,
    present: bool,
    stop: &AtomicBool,
    verified: &mut Verified,
) -> Result<Vec<Kept>, StudyError> {
    let mut kept = Vec::new();
    for block in study.blocks() {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        let name = part_path(&block.name);
        let content = match study.folder.part(&block.name) {
            Ok(content) => content,
            Err(StoreError::Read { why, .. }) => {
                differs(verified, &name, why);
                kept.push(Kept::Lost);
                continue;
            }
            Err(error) => return Err(error.into()),
        };
        if content.is_none() && present {
            kept.push(Kept::Finals);
            continue;
        }
        let read = match content {
            None => Err("it is not there: its runs are missing".to_owned()),
            Some(content) => decode(content, &study.block_runs(block), study.head()).map(|_| ()),
        };
        verified.parts += 1;
        kept.push(if read.is_ok() { Kept::Part } else { Kept::Lost });
        if let Err(why) = read {
            differs(verified, &name, why);
        }
    }
    Ok(kept)
}

/// Holds the files against the manifest, and the manifest, field by field, against the plan and against one made anew where
/// all parts are whole.
fn files(study: &Study, present: bool, made: Option<&Manifest>, stop: &AtomicBool, verified: &mut Verified) {
    let kept = match Manifest::read_unsealed(study.path()) {
        Ok(kept) => kept,
        Err(why) => {
            return differs(verified, MANIFEST, format!("it is not there, or cannot be read: {why}"));
        }
    };
    let broken = Manifest::read(study.path()).err();
    let mut as_written = BTreeSet::new();
    for file in &kept.files {
        if present
            && fs::symlink_metadata(study.path().join(&file.name)).is_err()
            && may_be_listed(&file.name)
        {
            as_written.insert(&file.name[..]);
            continue;
        }
        verified.files += 1;
        match as_listed(study.path(), file, stop) {
            Ok(true) => {
                as_written.insert(&file.name[..]);
            }
            Ok(false) => return,
            Err(why) => differs(verified, &file.name, why),
        }
    }
    let expected = made.cloned().unwrap_or_else(|| manifest_of_plan(study, &kept));
    for why in manifest_differences(&kept, &expected, broken.is_some()) {
        differs(verified, MANIFEST, why);
    }
    let writer = other_writer(study, &kept);
    for why in writer.into_iter().chain(broken) {
        differs(verified, MANIFEST, why);
    }
    let Some(made) = made else { return };
    // Another version of the program may write other bytes for the same values.
    let same_version = kept.version == made.version;
    for file in &made.files {
        match kept.files.iter().find(|listed| listed.name == file.name) {
            None => differs(verified, &file.name, "the manifest does not list it"),
            Some(listed) if listed == file || !as_written.contains(&file.name[..]) => {}
            Some(_) if same_version || file.is_part() => {
                differs(verified, &file.name, "it is not what the parts give");
            }
            Some(_) => {}
        }
    }
    for listed in &kept.files {
        if !made.files.iter().any(|file| file.name == listed.name) && as_written.contains(&listed.name[..]) {
            differs(verified, &listed.name, "the manifest lists it, and the plan does not make it");
        }
    }
}

/// Simulates some runs again.
fn runs(
    study: &Study,
    kept: &[Kept],
    asked: &Asked<'_>,
    stop: &AtomicBool,
    verified: &mut Verified,
) -> Result<(), StudyError> {
    let sound = (0..kept.len()).filter(|at| kept[*at] != Kept::Lost);
    let all: Vec<(usize, u32)> =
        sound.flat_map(|at| (0..study.blocks()[at].count).map(move |run| (at, run))).collect();
    let finals = if kept.contains(&Kept::Finals) {
        Some(Finals::open(&study.path().join(RUNS), study.columns())?.runs()?)
    } else {
        None
    };
    let sample = asked.sample.min(all.len());
    let picked: Vec<(usize, u32)> = (0..sample).map(|nth| all[nth * all.len() / sample]).collect();
    let one = |job: u32, threads: usize| {
        let (at, run) = picked[job as usize];
        let (point, replicate) = study.blocks()[at].run(run);
        let world = World { seed: study.seed(), replicate };
        let scenario = &study.points()[point].scenario;
        let within = threads_within(scenario, threads, picked.len() as u32);
        let simulated =
            parallel::with_threads(within, || hameau_model::observe::run::simulate(scenario, world, |_| ()));
        Some(match simulated {
            Ok(run) => Ok(RunRecord::new(world.replicate, &run.months, &run.groups, study.head())),
            Err(Undone::Panicked(panic)) => Ok(RunRecord::failed(world.replicate, panic.0)),
            Err(Undone::NoThreads(why)) => Err(StudyError::NoThreads { threads, why }),
        })
    };
    for threads in asked.threads {
        let mut found = Vec::new();
        let compare = |job: u32, now: Result<RunRecord, StudyError>| {
            let now = now?;
            let (at, run) = picked[job as usize];
            let block = &study.blocks()[at];
            let (point, replicate) = block.run(run);
            let why = match &finals {
                Some(finals) if kept[at] == Kept::Finals => now.finals().and_then(|now| {
                    let place = study.points()[point].worlds.place(replicate).unwrap_or_default();
                    match finals.get(study.first_row(point) + place as usize) {
                        Some(kept) => Known::of(study, &[]).final_difference(None, kept, now),
                        None => Some("the table of runs does not hold it".to_owned()),
                    }
                }),
                _ => {
                    let content = study.folder.part(&block.name)?.unwrap_or_default();
                    let part = decode(content, &study.block_runs(block), study.head());
                    part.map_or_else(Some, |part| {
                        Known::of(study, &part.unknown).difference(&part.records[run as usize], &now)
                    })
                }
            };
            if let Some(why) = why {
                let scenario = study.points()[point].name.clone();
                found.push(Difference::Run { scenario, replicate: now.replicate, threads: *threads, why });
            }
            Ok::<(), StudyError>(())
        };
        match parallel::in_order(picked.len() as u32, *threads, stop, |job| one(job, *threads), compare) {
            Ok(()) => verified.runs = picked.len(),
            Err(Ended::Refused(error)) => return Err(error),
            Err(Ended::NoThreads(why)) => return Err(StudyError::NoThreads { threads: *threads, why }),
            Err(Ended::Stopped) => return Ok(()),
            Err(Ended::Panicked { panic, .. }) => std::panic::resume_unwind(Box::new(panic.0)),
        }
        verified.differences.append(&mut found);
    }
    Ok(())
}
