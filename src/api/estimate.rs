//! `--dry-run`: what a study would be, before anything is simulated or written.

use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::scenario::Scenario;
use hameau_model::kernel::parallel::with_threads;
use hameau_model::kernel::random::World;
use hameau_model::observe::indicators::{Group, Indicator};
use hameau_model::observe::run;
use hameau_study::engine;
use hameau_study::store::{Series, planned_files};
use serde::Serialize;

/// Months of the trial by which speed is measured.
const TRIAL_MONTHS: u32 = 7;

/// Bytes of a value in each table, all its columns included, as measured on the reference territory.
const BYTES_OF_SERIES: f64 = 5.6;
/// See [`BYTES_OF_SERIES`].
const BYTES_OF_GROUPS: f64 = 2.9;
/// See [`BYTES_OF_SERIES`].
const BYTES_OF_RUNS: f64 = 10.0;
/// Bytes of everything that does not grow with the runs: what describes columns, the summary, the manifest.
const BYTES_AT_LEAST: f64 = 36_000.0;

/// What a study would be.
#[derive(Clone, Debug, Serialize)]
pub struct Estimate {
    /// Names of the scenarios.
    pub scenarios: Vec<String>,
    /// Seed.
    pub seed: u64,
    /// Worlds of each scenario.
    pub replicates: u32,
    /// Months of the first scenario.
    pub months: u32,
    /// Adults at the start of the first scenario.
    pub adults: u64,
    /// Months lived by adults, in all worlds of all scenarios together.
    pub adult_months: u64,
    /// Threads.
    pub threads: usize,
    /// Expected bytes on the disk.
    pub bytes: u64,
    /// Files and folders that would be written.
    pub files: Vec<&'static str>,
}

/// How fast this machine simulates a scenario, by a short trial.
#[derive(Clone, Copy, Debug)]
pub struct Speed {
    /// Seconds before the first month.
    pub founding: f64,
    /// Seconds of a month.
    pub month: f64,
}

impl Speed {
    /// Simulates a few months of one world, on the threads that each of `runs` worlds has when there are `threads` in all;
    /// `clock` tells seconds since some fixed time.
    #[must_use]
    pub fn measure(scenario: &Scenario, runs: u32, threads: usize, clock: impl Fn() -> f64 + Sync) -> Self {
        let within = engine::threads_within(scenario, threads, runs);
        let alone = || Self::trial(scenario, &clock);
        // Whatever is wrong, simulating tells it better.
        with_threads(within, alone).unwrap_or_else(|_| alone())
    }

    fn trial(scenario: &Scenario, clock: &impl Fn() -> f64) -> Self {
        let mut short = scenario.clone();
        let months = scenario.values[Key::Months].min(f64::from(TRIAL_MONTHS));
        short.values.set(Key::Months, months);
        let world = World { seed: scenario.values[Key::Seed] as u64, replicate: 0 };
        let begun = clock();
        let mut marks = vec![];
        let _ = run::simulate(&short, world, |_| marks.push(clock()));
        let (first, last) = (marks[0], marks[marks.len() - 1]);
        let month = if marks.len() > 1 { (last - first) / (marks.len() - 1) as f64 } else { first - begun };
        Self { founding: (first - begun - month).max(0.0), month }
    }

    /// Seconds that `runs` runs of `months` months take: in as many rounds as the threads need.
    #[must_use]
    pub fn seconds(&self, runs: u32, months: u32, threads: usize) -> f64 {
        let rounds = runs.div_ceil(threads.max(1) as u32);
        f64::from(rounds) * (self.founding + f64::from(months) * self.month)
    }
}

/// What a study of these scenarios would be, each in `replicates` worlds.
#[must_use]
pub fn estimate(
    scenarios: &[&Scenario],
    replicates: u32,
    seed: u64,
    threads: usize,
    series: Option<Series>,
) -> Estimate {
    let runs = replicates.saturating_mul(scenarios.len() as u32);
    let series = series.unwrap_or(Series::by_default(runs));
    let adult_months = |scenario: &&Scenario| {
        engine::adults(scenario) * u64::from(replicates) * scenario.values[Key::Months] as u64
    };
    Estimate {
        scenarios: scenarios.iter().map(|scenario| scenario.name.clone()).collect(),
        seed,
        replicates,
        months: scenarios[0].values[Key::Months] as u32,
        adults: engine::adults(scenarios[0]),
        adult_months: scenarios.iter().map(adult_months).sum(),
        threads,
        bytes: scenarios.iter().map(|scenario| bytes(scenario, replicates, series)).sum(),
        files: planned_files(series),
    }
}

fn bytes(scenario: &Scenario, replicates: u32, series: Series) -> u64 {
    let (first, last) = (scenario.start(), scenario.last());
    let months = (first.index()..=last.index()).map(hameau_model::kernel::units::Month::from_index);
    let kept = months.filter(|month| series.keeps(*month, last)).count();
    let years = (last.year() - first.year() + 1) as usize;
    let groups = |group: &Group| match group {
        Group::Commune => scenario.territory.communes.len(),
        Group::Origin => 2,
        Group::Cohort => years,
        Group::Instrument => scenario.programme.len(),
    };
    let by_group: usize = Indicator::all().flat_map(|indicator| indicator.row().groups).map(groups).sum();
    let of_series = (kept * Indicator::COUNT) as f64 * BYTES_OF_SERIES;
    let of_groups = (by_group * years) as f64 * BYTES_OF_GROUPS;
    let of_run = of_series + of_groups + Indicator::COUNT as f64 * BYTES_OF_RUNS;
    (BYTES_AT_LEAST + f64::from(replicates) * of_run) as u64
}
