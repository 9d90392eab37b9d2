//! Whether a folder of results is what it says: hashes of files, values of parts, tables made anew, runs made anew.

use super::block::threads_within;
use super::same::Known;
use super::{Study, StudyError, current, merge::tables_of};
use crate::store::{Finals, MANIFEST, Manifest, RUNS, RunRecord, decode, fingerprint, part_path};
use hameau_model::kernel::parallel::{self, Ended, Undone};
use hameau_model::kernel::random::World;
use std::sync::atomic::AtomicBool;

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

/// Verifies a study: every file, and `sample` runs, evenly spread over all, simulated again at each number of threads.
///
/// # Errors
/// When the disk refuses. What differs is no error.
pub fn verify(study: &Study, asked: &Asked<'_>, stop: &AtomicBool) -> Result<Verified, StudyError> {
    let mut verified = Verified::default();
    let kept = parts(study, asked.present, &mut verified)?;
    files(study, asked.present, &mut verified)?;
    runs(study, &kept, asked, stop, &mut verified)?;
    Ok(verified)
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
fn parts(study: &Study, present: bool, verified: &mut Verified) -> Result<Vec<Kept>, StudyError> {
    let mut kept = Vec::new();
    for block in study.blocks() {
        let name = part_path(&block.name);
        let content = study.folder.part(&block.name)?;
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

/// Holds the files against the manifest, and the manifest against tables made anew where all parts are there.
fn files(study: &Study, present: bool, verified: &mut Verified) -> Result<(), StudyError> {
    let Some(manifest) = current::manifest(study) else {
        differs(verified, MANIFEST, "it is not there, or cannot be read");
        return Ok(());
    };
    let mut all = true;
    for file in &manifest.files {
        let path = study.path().join(&file.name);
        if present && !path.exists() {
            all = false;
            continue;
        }
        verified.files += 1;
        match fingerprint(&path) {
            Err(_) => differs(verified, &file.name, "it is not there, or cannot be read"),
            Ok((_, sha256)) if sha256.to_string() != file.sha256 => {
                differs(verified, &file.name, "its SHA-256 is not the one in the manifest");
            }
            Ok(_) => {}
        }
    }
    if all && verified.differences.is_empty() {
        anew(study, &manifest, verified)?;
    }
    Ok(())
}

fn anew(study: &Study, manifest: &Manifest, verified: &mut Verified) -> Result<(), StudyError> {
    let (_, made) = tables_of(study, &std::env::temp_dir())?;
    if made.digest != manifest.digest {
        let why = format!("its digest is not that of the parts, {}", made.digest);
        differs(verified, MANIFEST, why);
    }
    // Another version of the program may write other bytes for the same values.
    let tables = made.files.iter().filter(|_| manifest.version == made.version);
    for file in tables {
        match manifest.files.iter().find(|listed| listed.name == file.name) {
            Some(listed) if listed.sha256 == file.sha256 => {}
            Some(_) => differs(verified, &file.name, "it is not what the parts give"),
            None => differs(verified, &file.name, "the manifest does not list it"),
        }
    }
    Ok(())
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
        let block = &study.blocks()[at];
        let world = World { seed: study.seed(), replicate: block.first + run };
        let scenario = &study.points()[block.point].scenario;
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
            let why = match &finals {
                Some(finals) if kept[at] == Kept::Finals => now.finals().and_then(|now| {
                    match finals.get(study.first_row(block.point) + (block.first + run) as usize) {
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
                let scenario = study.points()[block.point].name.clone();
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
