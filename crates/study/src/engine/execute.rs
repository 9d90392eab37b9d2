//! Simulating the blocks that are missing, and committing each when its last run is done.

use super::block::threads_within;
use super::same::Known;
use super::{Block, Study, StudyError};
use crate::store::{Part, Put, RunRecord, decode, encode, part_path};
use hameau_model::inputs::scenario::Scenario;
use hameau_model::kernel::parallel::{self, Ended, Undone};
use hameau_model::kernel::random::World;
use hameau_model::observe::run::Run;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

/// What becomes of the others when a run fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnError {
    /// No block is begun after the one in which a run failed.
    Stop,
    /// They go on.
    Skip,
}

/// What to simulate, and how.
#[derive(Clone, Debug)]
pub struct Work {
    /// The blocks, by their places in the study, in the order in which they are begun.
    pub blocks: Vec<usize>,
    /// Threads.
    pub threads: usize,
    /// What becomes of the others when a run fails.
    pub on_error: OnError,
}

/// Simulates one world for as long as its last argument agrees.
pub type Simulate<'s> =
    dyn Fn(&Scenario, World, &mut (dyn FnMut() -> bool + Send)) -> Option<Run> + Sync + 's;

/// How the caller takes part.
pub struct Hooks<'h> {
    /// Simulates one world for as long as the last argument, called after each month, agrees.
    pub simulate: &'h Simulate<'h>,
    /// Raised by whoever wants it to end: unfinished blocks are dropped.
    pub stop: &'h AtomicBool,
    /// Called after each month of each world, on any thread.
    pub month: &'h (dyn Fn() + Sync),
    /// Called when a world is done.
    pub world: &'h dyn Fn(),
}

/// What was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Executed {
    /// Runs simulated and committed.
    pub committed: u32,
    /// Runs that somebody else committed meanwhile, with the same bits where both simulated them.
    pub elsewhere: u32,
    /// Runs that failed, among those committed.
    pub failed: u32,
    /// Whether it ended before the last block: somebody asked for it, or a run failed and the others were to stop.
    pub stopped: bool,
}

/// What came of one run.
enum Outcome {
    Done(RunRecord),
    /// Its block is there already.
    Elsewhere,
    /// The system gave no threads for it.
    Refused(StudyError),
}

/// Simulates blocks and commits each.
///
/// # Errors
/// When the disk refuses, the system gives no threads, or a part is there that holds other values for the same runs.
pub fn execute(study: &Study, work: &Work, hooks: &Hooks<'_>) -> Result<Executed, StudyError> {
    let blocks: Vec<&Block> = work.blocks.iter().map(|at| &study.blocks[*at]).collect();
    let starts: Vec<u32> = blocks
        .iter()
        .scan(0, |sum, block| {
            *sum += block.count;
            Some(*sum - block.count)
        })
        .collect();
    let runs: u32 = blocks.iter().map(|block| block.count).sum();
    let there: Vec<OnceLock<bool>> = vec![OnceLock::new(); blocks.len()];
    let refused = AtomicBool::new(false);
    let limit = AtomicU32::new(u32::MAX);
    let place = |job: u32| {
        let at = starts.partition_point(|start| *start <= job) - 1;
        (at, blocks[at], job - starts[at])
    };
    let one = |job: u32| {
        let (at, block, nth) = place(job);
        let (point, replicate) = block.run(nth);
        if job >= limit.load(Ordering::Relaxed) {
            return None;
        }
        if *there[at].get_or_init(|| study.folder.has_part(&block.name)) {
            return Some(Outcome::Elsewhere);
        }
        let world = World { seed: study.seed(), replicate };
        let mut go_on = || {
            (hooks.month)();
            !hooks.stop.load(Ordering::Relaxed) && !refused.load(Ordering::Relaxed)
        };
        let scenario = &study.points[point].scenario;
        let within = threads_within(scenario, work.threads, runs);
        match parallel::with_threads(within, || (hooks.simulate)(scenario, world, &mut go_on)) {
            Ok(run) => run
                .map(|run| Outcome::Done(RunRecord::new(replicate, &run.months, &run.groups, study.head()))),
            Err(Undone::Panicked(panic)) => Some(Outcome::Done(RunRecord::failed(replicate, panic.0))),
            Err(Undone::NoThreads(why)) => {
                Some(Outcome::Refused(StudyError::NoThreads { threads: work.threads, why }))
            }
        }
    };
    let mut executed = Executed::default();
    let mut open: Vec<RunRecord> = Vec::new();
    let consume = |job: u32, outcome: Outcome| {
        let (_, block, nth) = place(job);
        let record = match outcome {
            Outcome::Done(record) => record,
            Outcome::Elsewhere => {
                executed.elsewhere += 1;
                return Ok(());
            }
            Outcome::Refused(error) => {
                refused.store(true, Ordering::Relaxed);
                return Err(error);
            }
        };
        (hooks.world)();
        if record.outcome.is_err() {
            executed.failed += 1;
            if work.on_error == OnError::Stop {
                limit.fetch_min(job - nth + block.count, Ordering::Relaxed);
            }
        }
        open.push(record);
        if open.len() == block.count as usize {
            match commit(study, block, std::mem::take(&mut open)) {
                Ok(Put::Done) => executed.committed += block.count,
                Ok(Put::Exists) => executed.elsewhere += block.count,
                Err(error) => {
                    refused.store(true, Ordering::Relaxed);
                    return Err(error);
                }
            }
        }
        Ok(())
    };
    match parallel::in_order(runs, work.threads, hooks.stop, one, consume) {
        Ok(()) => {}
        Err(Ended::Stopped) => executed.stopped = true,
        Err(Ended::Refused(error)) => return Err(error),
        Err(Ended::NoThreads(why)) => return Err(StudyError::NoThreads { threads: work.threads, why }),
        Err(Ended::Panicked { panic, .. }) => std::panic::resume_unwind(Box::new(panic.0)),
    }
    Ok(executed)
}

/// Puts the part of a block. If one is there, it must hold the same values; one that is not whole is replaced.
fn commit(study: &Study, block: &Block, records: Vec<RunRecord>) -> Result<Put, StudyError> {
    let runs = study.block_runs(block);
    let unknown = study.columns().unknown().into_iter().map(str::to_owned).collect();
    let part = Part { records, unknown, to_the_byte: true };
    loop {
        let content = encode(&runs, study.head(), &part);
        if study.folder.put_part(&block.name, content)? == Put::Done {
            return Ok(Put::Done);
        }
        let Some(there) = study.folder.part(&block.name)? else { continue };
        match decode(there, &runs, study.head()) {
            Ok(there) => {
                let known = Known::of(study, &there.unknown);
                let differs = |(there, own): (&RunRecord, &RunRecord)| known.difference(there, own).is_some();
                return match there.records.iter().zip(&part.records).position(differs) {
                    None => Ok(Put::Exists),
                    Some(at) => Err(StudyError::Differs {
                        scenario: study.points[block.run(at as u32).0].name.clone(),
                        replicate: block.run(at as u32).1,
                        part: study.path().join(part_path(&block.name)).display().to_string(),
                    }),
                };
            }
            Err(_) => study.folder.drop_part(&block.name)?,
        }
    }
}
