//! `run`: every world of one scenario, its results in a folder, and what they say in short.

use crate::batch::{self, Course, Interrupted, Trajectory};
use crate::indicators::Indicator;
use crate::parameters::Key;
use crate::random::World;
use crate::scenario::{Instrument, Scenario, Written};
use crate::statistics::Summary;
use crate::store::{Manifest, ManifestEntry, ManifestValue, Results, Series, StoreError};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use thiserror::Error;

/// Months at which the course of an indicator is kept at most: enough for a chart in a terminal.
const POINTS: usize = 60;

/// How to run a scenario. What to run, replicates and seed included, is in the scenario.
#[derive(Clone, Debug)]
pub struct RunOptions {
    /// Threads.
    pub threads: usize,
    /// Where results are written; `None` keeps them in memory only.
    pub destination: Option<Destination>,
    /// Indicators whose course is kept.
    pub follow: Vec<Indicator>,
}

/// Where results are written.
#[derive(Clone, Debug)]
pub struct Destination {
    /// The folder.
    pub folder: PathBuf,
    /// Which months are written; `None` decides by the number of runs.
    pub series: Option<Series>,
    /// Whether results that are there already are replaced.
    pub replace: bool,
    /// What was typed after the program's name, for the manifest.
    pub command: Vec<String>,
}

/// Whoever wants to know how far a run has come. Called from every thread.
pub trait Progress: Sync {
    /// A month of one world was simulated.
    fn month(&self);
    /// A world was simulated, observed and written.
    fn world(&self);
}

/// What came of a run.
#[derive(Clone, Debug)]
pub struct Ran {
    /// Final values over all worlds, in the order of the table of indicators.
    pub summaries: Vec<(Indicator, Summary)>,
    /// Courses of the indicators that were followed.
    pub trajectories: Vec<Trajectory>,
    /// The manifest of the folder, when there is one.
    pub manifest: Option<Manifest>,
}

/// Why nothing came of a run. Nothing is written then.
#[derive(Debug, Error)]
pub enum RunError {
    /// The results cannot be written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Somebody asked to stop.
    #[error("interrupted: nothing was written")]
    Interrupted,
    /// The system gives no threads.
    #[error("cannot start {threads} threads: {why}")]
    NoThreads {
        /// How many were asked.
        threads: usize,
        /// In words.
        why: String,
    },
    /// A world failed: a bug of the program.
    #[error("replicate {} of `{scenario}` failed under seed {}: {why}", world.replicate, world.seed)]
    World {
        /// The scenario's file.
        scenario: String,
        /// Seed and replicate.
        world: World,
        /// The words of the panic.
        why: String,
    },
}

/// Simulates every world of `scenario` and writes the results. Once `stop` is raised, nothing is written.
///
/// # Errors
/// When the results cannot be written, somebody asked to stop, or a world failed.
///
/// # Panics
/// Never: a scenario has a month or more.
pub fn run(
    scenario: &Scenario,
    options: &RunOptions,
    stop: &AtomicBool,
    progress: &dyn Progress,
) -> Result<Ran, RunError> {
    let replicates = scenario.values[Key::Replicates] as u32;
    let mut results = match &options.destination {
        Some(Destination { folder, series, replace, .. }) => {
            let series = series.unwrap_or(Series::by_default(replicates));
            Some(Results::begin(folder, &scenario.name, series, *replace)?)
        }
        None => None,
    };
    let mut finals = vec![Vec::new(); Indicator::COUNT];
    let mut course = Course::new(scenario, &options.follow, POINTS);
    let month = || progress.month();
    let ended = batch::replicate(scenario, options.threads, stop, month, |run| {
        for (values, value) in finals.iter_mut().zip(&run.months.last().expect("a month").values) {
            values.push(*value);
        }
        course.add(&run);
        if let Some(results) = &mut results {
            results.add(run.world, &run.months, &run.groups)?;
        }
        progress.world();
        Ok(())
    });
    ended.map_err(|ended| match ended {
        Interrupted::Stopped => RunError::Interrupted,
        Interrupted::Refused(error) => RunError::Store(error),
        Interrupted::NoThreads(why) => RunError::NoThreads { threads: options.threads, why },
        Interrupted::Failed { world, why } => RunError::World { scenario: scenario.file.clone(), world, why },
    })?;
    if stop.load(Ordering::Relaxed) {
        return Err(RunError::Interrupted);
    }
    let summaries: Vec<(Indicator, Summary)> =
        Indicator::all().zip(finals.iter().map(|values| Summary::new(values))).collect();
    let manifest = match (results, &options.destination) {
        (Some(results), Some(destination)) => {
            Some(results.finish(&summaries, manifest(scenario, destination))?)
        }
        _ => None,
    };
    Ok(Ran { summaries, trajectories: course.trajectories(), manifest })
}

/// What the folder says of itself; the files are added once they are written.
fn manifest(scenario: &Scenario, destination: &Destination) -> Manifest {
    let replicates = scenario.values[Key::Replicates] as u32;
    Manifest {
        program: "hameau",
        version: env!("CARGO_PKG_VERSION"),
        model_version: crate::MODEL_VERSION,
        target: target(),
        command: destination.command.clone(),
        scenario: scenario.name.clone(),
        scenario_file: scenario.file.clone(),
        territory: scenario.territory.name.clone(),
        territory_file: scenario.territory_file.clone(),
        seed: scenario.values[Key::Seed] as u64,
        replicates,
        first_month: scenario.start().to_string(),
        months: scenario.values[Key::Months] as u32,
        series: destination.series.unwrap_or(Series::by_default(replicates)).id(),
        parameters: scenario.origins.iter().map(parameter).collect(),
        programme: scenario.programme.iter().map(entry).collect(),
        files: Vec::new(),
    }
}

fn parameter((key, written): (&Key, &Written<f64>)) -> ManifestValue {
    let row = key.row();
    ManifestValue {
        name: row.name.to_owned(),
        value: written.value,
        default: row.default,
        layer: written.layer.to_string(),
        source: written.source.clone(),
    }
}

fn entry(entry: &Instrument) -> ManifestEntry {
    let levers = entry.levers.values.iter();
    ManifestEntry {
        name: entry.name.clone(),
        instrument: entry.kind.name.to_owned(),
        from: entry.from.to_string(),
        until: entry.until.map(|until| until.to_string()),
        place: entry.place.clone(),
        commune: entry.commune.as_ref().map(|commune| commune.code.clone()),
        levers: levers.map(|(key, value)| (key.row().key().to_owned(), *value)).collect(),
        funding: entry.funding.iter().map(|(funder, share)| (funder.key().to_owned(), *share)).collect(),
    }
}

/// Processor, system and C library for which the program was built, such as `x86_64-linux-gnu`.
fn target() -> String {
    let library = if cfg!(target_env = "gnu") {
        "-gnu"
    } else if cfg!(target_env = "musl") {
        "-musl"
    } else if cfg!(target_env = "msvc") {
        "-msvc"
    } else {
        ""
    };
    format!("{}-{}{library}", std::env::consts::ARCH, std::env::consts::OS)
}
