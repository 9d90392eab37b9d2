//! `run` and every verb that simulates: a study is planned, what is missing of it simulated, and its tables made.

use super::make::show;
use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::scenario::Scenario;
use hameau_model::kernel::parallel::{Panicked, guarded};
use hameau_model::kernel::random::World;
use hameau_model::observe::run::{Run, simulate_while};
use hameau_study::engine::{
    Executed, Hooks, OnError, Shard, Study, StudyError, Wanted, Work, begin, examine, execute,
    with_current_tables,
};
use hameau_study::store::Manifest;
use std::path::Path;
use std::sync::atomic::AtomicBool;

/// How a study is simulated. What is simulated is in its plan.
#[derive(Clone, Debug)]
pub struct Ways {
    /// Threads.
    pub threads: usize,
    /// What becomes of the others when a run fails.
    pub on_error: OnError,
    /// Whether runs that failed are simulated again.
    pub retry_failed: bool,
    /// Which blocks: all, or one share of them.
    pub shard: Shard,
    /// Replicates that are made to fail, to rehearse what happens then.
    pub rehearse: Vec<u32>,
}

/// What is to be simulated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    /// Runs planned.
    pub runs: u32,
    /// Runs that are there already.
    pub there: u32,
    /// Runs to simulate now.
    pub now: u32,
    /// Months to simulate now, over all those runs.
    pub months: u64,
    /// Months lived by adults in them, about.
    pub adult_months: u64,
}

/// Whoever wants to know how far it has come.
pub trait Progress: Sync {
    /// Called once, before anything is simulated.
    fn begin(&self, task: &Task);
    /// A month of one world was simulated. Called from every thread.
    fn month(&self);
    /// A world was simulated.
    fn world(&self);
}

/// What came of simulating a study.
#[derive(Debug)]
pub struct Ran {
    /// The study.
    pub study: Study,
    /// What there was to do.
    pub task: Task,
    /// Parts that were found damaged and taken away: their blocks, in words.
    pub mended: Vec<String>,
    /// What was done.
    pub executed: Executed,
    /// How it ended.
    pub end: End,
}

/// How simulating a study ended.
#[derive(Debug)]
pub enum End {
    /// Every run is there, and the tables are made.
    Complete(Box<Manifest>),
    /// This shard is done; runs of others are missing.
    Shard {
        /// How many.
        missing: u32,
    },
    /// Somebody asked to stop. What was committed stays.
    Interrupted,
    /// A run failed, and the others were to stop.
    Failed,
}

/// Plans `wanted` in the folder `path`, simulates what is missing of it, and makes its tables.
///
/// # Errors
/// When the folder holds something else, the disk refuses, or a run gives other values than those already there.
pub fn run(
    path: &Path,
    wanted: &Wanted<'_>,
    ways: &Ways,
    stop: &AtomicBool,
    progress: &dyn Progress,
) -> Result<Ran, StudyError> {
    simulate(begin(path, wanted)?, ways, stop, progress)
}

/// Simulates what is missing of a study, and makes its tables.
///
/// # Errors
/// When the disk refuses, or a run gives other values than those already there.
pub fn simulate(
    study: Study,
    ways: &Ways,
    stop: &AtomicBool,
    progress: &dyn Progress,
) -> Result<Ran, StudyError> {
    let mut examined = examine(&study)?;
    for damaged in &examined.damaged {
        study.drop_damaged(damaged)?;
    }
    if ways.retry_failed {
        study.drop_failed(&mut examined)?;
    }
    let (task, work) = task(&study, &examined.whole, ways);
    progress.begin(&task);
    let executed = if work.blocks.is_empty() {
        Executed::default()
    } else {
        worlds(&study, &work, ways, stop, progress)?
    };
    let mended = examined.damaged.iter().map(|damaged| study.told(damaged)).collect();
    let end = if executed.stopped {
        if executed.failed > 0 && ways.on_error == OnError::Stop { End::Failed } else { End::Interrupted }
    } else {
        // What was there, and as the manifest lists it, was hashed just now.
        let as_listed = examined.as_listed && work.blocks.is_empty();
        end(&study, ways.shard, as_listed)?
    };
    Ok(Ran { study, task, mended, executed, end })
}

fn end(study: &Study, shard: Shard, as_listed: bool) -> Result<End, StudyError> {
    let there = if as_listed { with_current_tables(study) } else { None };
    match there.map_or_else(|| show(study), Ok) {
        Ok(manifest) => Ok(End::Complete(Box::new(manifest))),
        Err(StudyError::Incomplete { runs, .. }) if shard != Shard::WHOLE => Ok(End::Shard { missing: runs }),
        Err(error) => Err(error),
    }
}

/// What is to be done: the blocks of the shard that are not there.
fn task(study: &Study, whole: &[bool], ways: &Ways) -> (Task, Work) {
    let mut blocks = ways.shard.of(study.blocks());
    blocks.retain(|at| !whole[*at]);
    let of = |at: &usize| &study.blocks()[*at];
    let months = |at: &usize| -> u64 {
        let months = |point: usize| study.points()[point].scenario.values[Key::Months] as u64;
        of(at).spans.iter().map(|span| u64::from(span.count) * months(span.point)).sum()
    };
    let task = Task {
        runs: study.runs(),
        there: study.runs_in(|block| whole[block]).0,
        now: blocks.iter().map(|at| of(at).count).sum(),
        months: blocks.iter().map(months).sum(),
        adult_months: blocks.iter().map(|at| of(at).cost).sum(),
    };
    (task, Work { blocks, threads: ways.threads, on_error: ways.on_error })
}

/// One world, alone, with nothing written: for whoever wants to look at it, or to see it fail.
///
/// # Errors
/// With the words of its failure.
///
/// # Panics
/// Never: nobody asks to stop.
pub fn only(scenario: &Scenario, world: World, rehearse: &[u32]) -> Result<Run, Panicked> {
    guarded(|| one(scenario, world, rehearse, &mut || true)).map(|run| run.expect("nobody asked to stop"))
}

/// Simulates one world for as long as `go_on` agrees; it fails where that is to be rehearsed.
pub(super) fn one(
    scenario: &Scenario,
    world: World,
    rehearse: &[u32],
    go_on: &mut (dyn FnMut() -> bool + Send),
) -> Option<Run> {
    assert!(!rehearse.contains(&world.replicate), "a failure that was asked for, to rehearse it");
    simulate_while(scenario, world, |_| go_on())
}

fn worlds(
    study: &Study,
    work: &Work,
    ways: &Ways,
    stop: &AtomicBool,
    progress: &dyn Progress,
) -> Result<Executed, StudyError> {
    let simulate = |scenario: &Scenario, world: World, go_on: &mut (dyn FnMut() -> bool + Send)| {
        one(scenario, world, &ways.rehearse, go_on)
    };
    let hooks = Hooks { simulate: &simulate, stop, month: &|| progress.month(), world: &|| progress.world() };
    execute(study, work, &hooks)
}
