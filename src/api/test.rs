//! `test`: what a user expects of a scenario, held against worlds that are simulated and kept nowhere.

use super::explore::indicator;
use super::run::one;
use super::{Progress, Task, Worlds, estimate};
use hameau_analysis::claims::{Claimed, Judged, judge};
use hameau_analysis::effects::{Outcomes, Verdict};
use hameau_model::inputs::mistakes::{Mistakes, Phrase, Wrong};
use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::scenario::{
    Claim, Expectation, Files, Overrides, Scenario, Written, did_you_mean, expectations, resolve,
};
use hameau_model::kernel::parallel::{self, Ended, Undone};
use hameau_model::kernel::random::World;
use hameau_model::kernel::units::Month;
use hameau_model::observe::indicators::Indicator;
use hameau_study::engine::{StudyError, threads_within};
use hameau_study::store::Series;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};

/// A test whose file and scenarios have no mistake.
#[derive(Clone, Debug)]
pub struct Test {
    /// Its file.
    pub file: String,
    /// Worlds.
    pub replicates: u32,
    /// Seed.
    pub seed: u64,
    /// What is expected.
    pub list: Vec<Expected>,
    /// The scenario put to the test, then those that it is compared with.
    pub scenarios: Vec<Scenario>,
}

/// An expectation whose words mean something.
#[derive(Clone, Debug)]
pub struct Expected {
    /// The line on which it is written.
    pub line: usize,
    /// What is claimed.
    pub claim: Claim,
    /// The indicator.
    pub indicator: Indicator,
    /// The month.
    pub at: Month,
    /// The verdicts allowed.
    pub verdicts: Vec<Verdict>,
    /// The scenario compared with, by its place.
    pub versus: Option<usize>,
}

/// Why a test came to no end.
#[derive(Debug)]
pub enum Untested {
    /// Somebody asked to stop.
    Interrupted,
    /// A world failed; in words, a bug of the program.
    Failed(String),
    /// The system gives no threads.
    Refused(StudyError),
}

/// The test in the file `path`.
///
/// # Errors
/// With every mistake of the file and of its scenarios.
pub fn read_test(path: &str, files: &dyn Files) -> Result<Test, Mistakes> {
    let (found, mut mistakes) = expectations(path, files);
    let Some(found) = found else { return Err(mistakes) };
    let tested = found.scenario.as_ref().and_then(|written| named(written, files, &mut mistakes));
    let mut test = Test {
        file: found.file,
        replicates: found.replicates.unwrap_or(default_of(tested.as_ref(), Key::Replicates) as u32),
        seed: found.seed.unwrap_or(default_of(tested.as_ref(), Key::Seed) as u64),
        list: Vec::new(),
        scenarios: tested.iter().cloned().collect(),
    };
    let mut others: Vec<(String, Option<usize>)> = Vec::new();
    for written in found.list {
        let versus = written.versus.as_ref().and_then(|path| {
            if let Some((_, place)) = others.iter().find(|(other, _)| *other == path.value) {
                return *place;
            }
            let other = named(path, files, &mut mistakes);
            let place = other.and_then(|other| test.add(other, path, &mut mistakes));
            others.push((path.value.clone(), place));
            place
        });
        let at = month(&written, tested.as_ref(), &mut mistakes);
        let indicator = written.indicator.as_ref().and_then(|id| indicator(id, &mut mistakes));
        let verdicts = verdicts(written.claim.as_ref(), &mut mistakes);
        let line = written.spot.line;
        if let (Some(at), Some(indicator), Some(claim)) = (at, indicator, written.claim) {
            test.list.push(Expected { line, claim, indicator, at, verdicts, versus });
        }
    }
    mistakes.or(test)
}

/// The value of a key in a scenario, or by default.
fn default_of(scenario: Option<&Scenario>, key: Key) -> f64 {
    scenario.map_or(key.row().default, |scenario| scenario.values[key])
}

/// The scenario in a file that a test names; when it cannot be read, that is told where it is named.
fn named(written: &Written<String>, files: &dyn Files, mistakes: &mut Mistakes) -> Option<Scenario> {
    let found = resolve(&written.value, &Overrides::default(), files);
    found
        .map_err(|found| {
            for mut mistake in found.0 {
                if matches!(&mistake.what, Wrong::Unreadable { path, .. } if *path == written.value) {
                    mistake.spot = written.spot.clone();
                }
                if !mistakes.0.contains(&mistake) {
                    mistakes.0.push(mistake);
                }
            }
        })
        .ok()
}

/// The month of an expectation: the last one, or one that is simulated.
fn month(written: &Expectation, scenario: Option<&Scenario>, mistakes: &mut Mistakes) -> Option<Month> {
    let scenario = scenario?;
    let (first, last) = (scenario.start(), scenario.last());
    let Some(at) = &written.at else { return Some(last) };
    if (first..=last).contains(&at.value) {
        return Some(at.value);
    }
    let range = Phrase::Range { low: first.to_string(), high: last.to_string() };
    let what = Wrong::OutOfRange { key: "at".to_owned(), value: format!("\"{}\"", at.value), range };
    mistakes.push(at.spot.clone(), what, None);
    None
}

/// The verdicts that a claim allows.
fn verdicts(claim: Option<&Claim>, mistakes: &mut Mistakes) -> Vec<Verdict> {
    let Some(Claim::Verdict(words)) = claim else { return Vec::new() };
    let ids: Vec<String> = Verdict::ALL.into_iter().map(verdict_id).collect();
    let mut found = Vec::new();
    for word in words {
        if let Some(at) = ids.iter().position(|id| *id == word.value) {
            found.push(Verdict::ALL[at]);
            continue;
        }
        let list = ids.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(", ");
        let what = Wrong::NotAChoice {
            key: "verdict".to_owned(),
            value: format!("\"{}\"", word.value),
            words: list.into(),
        };
        mistakes.push(word.spot.clone(), what, did_you_mean(&word.value, ids.iter().map(String::as_str)));
    }
    found
}

/// The word of a verdict in files.
///
/// # Panics
/// Never: a verdict is JSON.
#[must_use]
pub fn verdict_id(verdict: Verdict) -> String {
    let json = serde_json::to_value(verdict).expect("a verdict is JSON");
    json.as_str().unwrap_or_default().to_owned()
}

impl Test {
    /// Adds a scenario to be compared with, unless only other worlds can be compared.
    fn add(&mut self, other: Scenario, path: &Written<String>, mistakes: &mut Mistakes) -> Option<usize> {
        let tested = self.scenarios.first()?;
        let same = tested.territory == other.territory
            && (tested.start(), tested.last()) == (other.start(), other.last());
        if !same {
            let what = Wrong::OtherPeople { other: format!("`{}`", path.value) };
            mistakes.push(path.spot.clone(), what, None);
            return None;
        }
        self.scenarios.push(other);
        Some(self.scenarios.len() - 1)
    }

    /// Months of which something is expected.
    fn months(&self) -> BTreeSet<Month> {
        self.list.iter().map(|expected| expected.at).collect()
    }
}

/// Simulates the worlds of a test, and holds every expectation against them, in their order.
///
/// # Errors
/// When somebody asks to stop, a world fails, or the system gives no threads.
///
/// # Panics
/// Never: the months looked at are those of the test.
pub fn judge_test(
    test: &Test,
    threads: usize,
    stop: &AtomicBool,
    progress: &dyn Progress,
) -> Result<Vec<Judged>, Untested> {
    let months = test.months();
    let all = worlds(test, &months, threads, stop, progress)?;
    // Of each scenario and month, what the worlds showed.
    let of = |scenario: usize, at: Month| {
        let place = months.iter().position(|month| *month == at).expect("a month of the test");
        let worlds = &all[scenario * test.replicates as usize..(scenario + 1) * test.replicates as usize];
        Outcomes::new(
            &test.scenarios[scenario].name,
            worlds.iter().map(|world| world[place].clone()).collect(),
        )
    };
    let question = Worlds::Exactly(test.replicates).question(test.seed);
    let judged = |expected: &Expected| {
        let claimed =
            Claimed { claim: &expected.claim, indicator: expected.indicator, verdicts: &expected.verdicts };
        let versus = expected.versus.map(|place| of(place, expected.at));
        judge(claimed, question, &of(0, expected.at), versus.as_ref())
    };
    Ok(test.list.iter().map(judged).collect())
}

/// What each month that is wanted showed, of every world of every scenario.
type Months = Vec<Vec<Option<f64>>>;

fn worlds(
    test: &Test,
    months: &BTreeSet<Month>,
    threads: usize,
    stop: &AtomicBool,
    progress: &dyn Progress,
) -> Result<Vec<Months>, Untested> {
    let scenarios: Vec<&Scenario> = test.scenarios.iter().collect();
    let runs = test.replicates * scenarios.len() as u32;
    let each = u64::from(test.replicates);
    let all = estimate(&scenarios, test.replicates, test.seed, threads, Some(Series::None));
    progress.begin(&Task {
        runs,
        there: 0,
        now: runs,
        months: scenarios.iter().map(|scenario| scenario.values[Key::Months] as u64 * each).sum(),
        adult_months: all.adult_months,
    });
    let job = |job: u32| {
        let scenario = scenarios[(job / test.replicates) as usize];
        let world = World { seed: test.seed, replicate: job % test.replicates };
        let mut go_on = || {
            progress.month();
            !stop.load(Ordering::Relaxed)
        };
        let within = threads_within(scenario, threads, runs);
        match parallel::with_threads(within, || one(scenario, world, &[], &mut go_on)) {
            Ok(run) => run.map(|run| {
                let wanted = run.months.into_iter().filter(|month| months.contains(&month.month));
                Ok(wanted.map(|month| month.values).collect::<Months>())
            }),
            Err(Undone::Panicked(panic)) => Some(Err(Untested::Failed(told(scenario, world, &panic.0)))),
            Err(Undone::NoThreads(why)) => {
                Some(Err(Untested::Refused(StudyError::NoThreads { threads, why })))
            }
        }
    };
    let mut found = Vec::new();
    let ended = parallel::in_order(runs, threads, stop, job, |_, months| {
        progress.world();
        found.push(months?);
        Ok(())
    });
    match ended {
        Ok(()) => Ok(found),
        Err(Ended::Stopped) => Err(Untested::Interrupted),
        Err(Ended::Refused(why)) => Err(why),
        Err(Ended::NoThreads(why)) => Err(Untested::Refused(StudyError::NoThreads { threads, why })),
        Err(Ended::Panicked { panic, .. }) => Err(Untested::Failed(panic.0)),
    }
}

fn told(scenario: &Scenario, world: World, why: &str) -> String {
    format!("replicate {} of `{}` under seed {}: {why}", world.replicate, scenario.name, world.seed)
}
