//! `hameau test`.

use super::options::{self, Telling};
use super::progress::Reporter;
use super::{Disk, Exit, outcome, own_up, say, signals};
use crate::api::{self, Expected, Test, Untested};
use hameau_analysis::claims::Judged;
use hameau_model::inputs::mistakes::Mistakes;
use hameau_model::inputs::scenario::{Bounds, Claim, Scenario};
use hameau_model::kernel::parallel;
use hameau_report::{Told, claim_line};
use hameau_study::store::Series;
use hameau_words::{Language, number};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::sync::atomic::AtomicBool;

/// Holds what you expect of a scenario against its worlds
///
/// A test is a TOML file that names a scenario and what is expected of its indicators: a mean, a median, every world, a
/// share of the worlds, or a difference to another scenario in the same worlds. docs/scenario-tests.md says how it is
/// written. Its worlds are simulated in memory; nothing is written.
///
/// Exit codes: 0 every expectation holds, 1 one does not, or a mistake in the command or its files, 2 a bug of the program,
/// 130 stopped by Ctrl-C.
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// Files of tests
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,
    /// Worlds; else what the file says, else its scenario
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    replicates: Option<u32>,
    /// Seed; else what the file says, else its scenario
    #[arg(long, value_name = "S", allow_negative_numbers = true, value_parser = options::seed)]
    seed: Option<u64>,
    /// Threads; else as many as the machine runs at once. They change no result
    #[arg(long, value_name = "T", allow_negative_numbers = true, value_parser = clap::value_parser!(u16).range(1..=parallel::MOST_THREADS as i64))]
    threads: Option<u16>,
    #[command(flatten)]
    telling: Telling,
}

/// A test, and what its worlds say of each expectation.
type Tested = (Test, Vec<Judged>);

pub(super) fn run(arguments: &Arguments) -> Exit {
    let language = arguments.telling.language();
    let tests = match tests(arguments) {
        Ok(tests) => tests,
        Err(mistakes) => return options::told(&mistakes, &[], language),
    };
    let stop = signals::stop_when_asked(arguments.telling.quiet, language);
    let mut tested: Vec<Tested> = Vec::new();
    for test in tests {
        let judged = match judged(&test, arguments, &stop) {
            Ok(judged) => judged,
            Err(Untested::Interrupted) => return Exit::Interrupted,
            Err(Untested::Refused(error)) => return outcome::refused(&error, language),
            Err(Untested::Failed(why)) => {
                own_up(&why);
                return Exit::Bug;
            }
        };
        if !arguments.telling.json && say(&shown(&test, &judged, &arguments.telling)) != Exit::Done {
            return Exit::Mistake;
        }
        tested.push((test, judged));
    }
    if arguments.telling.json && say(&as_json(&tested)) != Exit::Done {
        return Exit::Mistake;
    }
    let all_hold = tested.iter().flat_map(|(_, judged)| judged).all(|judged| judged.holds);
    if all_hold { Exit::Done } else { Exit::Mistake }
}

/// All tests, or every mistake in any of them.
fn tests(arguments: &Arguments) -> Result<Vec<Test>, Mistakes> {
    let (mut tests, mut mistakes) = (Vec::new(), Mistakes::default());
    for file in &arguments.files {
        match api::read_test(file, &Disk) {
            Ok(mut test) => {
                test.replicates = arguments.replicates.unwrap_or(test.replicates);
                test.seed = arguments.seed.unwrap_or(test.seed);
                tests.push(test);
            }
            Err(found) => {
                mistakes
                    .0
                    .extend(found.0.into_iter().filter(|one| !mistakes.0.contains(one)).collect::<Vec<_>>());
            }
        }
    }
    mistakes.or(tests)
}

fn judged(test: &Test, arguments: &Arguments, stop: &AtomicBool) -> Result<Vec<Judged>, Untested> {
    let threads = arguments.threads.map_or_else(parallel::available, usize::from);
    let scenarios: Vec<&Scenario> = test.scenarios.iter().collect();
    let estimate = api::estimate(&scenarios, test.replicates, test.seed, threads, Some(Series::None));
    let reporter = Reporter::new(&estimate, arguments.telling.quiet, arguments.telling.language());
    let judged = api::judge_test(test, threads, stop, &reporter);
    reporter.end(judged.is_ok());
    judged
}

/// The name of the scenario that an expectation compares with.
fn versus<'t>(test: &'t Test, expected: &Expected) -> Option<&'t str> {
    expected.versus.map(|place| &test.scenarios[place].name[..])
}

/// A line for each expectation; where little is to be said, for those that do not hold.
fn shown(test: &Test, judged: &[Judged], telling: &Telling) -> String {
    let language = telling.language();
    let held = judged.iter().filter(|judged| judged.holds).count();
    if telling.quiet && held == judged.len() {
        return String::new();
    }
    let count = |value: usize| number(value as f64, 0, language);
    let (file, name, seed) = (&test.file, &test.scenarios[0].name, test.seed);
    let (worlds, of, all) = (count(test.replicates as usize), count(held), count(judged.len()));
    let mut text = language.of((
        format!("{file}: {name}, {worlds} worlds, seed {seed}\n"),
        format!("{file}\u{202f}: {name}, {worlds} mondes, graine {seed}\n"),
    ));
    for (expected, judged) in test.list.iter().zip(judged).filter(|(_, one)| !(telling.quiet && one.holds)) {
        text += &line(test, expected, judged, language);
    }
    let _ = writeln!(
        text,
        "{}",
        language.of((
            format!("{of} of {all} expectations hold"),
            format!("attentes tenues\u{202f}: {of} sur {all}"),
        ))
    );
    text
}

fn line(test: &Test, expected: &Expected, judged: &Judged, language: Language) -> String {
    let told = Told {
        line: expected.line,
        claim: &expected.claim,
        indicator: expected.indicator,
        at: expected.at,
        versus: versus(test, expected),
        judged,
    };
    claim_line(&told, language) + "\n"
}

fn as_json(tested: &[Tested]) -> String {
    let one = |test: &Test, expected: &Expected, judged: &Judged| {
        json!({
            "line": expected.line,
            "indicator": expected.indicator,
            "at": expected.at.to_string(),
            "versus": versus(test, expected),
            "claim": expected.claim.key(),
            "expected": expectation(&expected.claim),
            "judged": judged,
        })
    };
    let tests: Vec<Value> = tested
        .iter()
        .map(|(test, judged)| {
            let list = test.list.iter().zip(judged).map(|(expected, judged)| one(test, expected, judged));
            json!({
                "file": test.file,
                "scenario": test.scenarios[0].name,
                "replicates": test.replicates,
                "seed": test.seed,
                "expectations": list.collect::<Vec<_>>(),
            })
        })
        .collect();
    let all = || tested.iter().flat_map(|(_, judged)| judged);
    let held = all().filter(|judged| judged.holds).count();
    format!("{:#}\n", json!({ "tests": tests, "expectations": all().count(), "held": held }))
}

/// What was expected, by the keys of the file.
fn expectation(claim: &Claim) -> Value {
    let ends = |bounds: &Bounds| json!({ "at_least": bounds.at_least, "at_most": bounds.at_most });
    match claim {
        Claim::Mean(bounds)
        | Claim::Median(bounds)
        | Claim::EveryWorld(bounds)
        | Claim::Difference(bounds) => ends(bounds),
        Claim::ShareOfWorlds { share, of } => {
            let mut all = ends(share);
            (all["where_at_least"], all["where_at_most"]) = (json!(of.at_least), json!(of.at_most));
            all
        }
        Claim::Verdict(words) => words.iter().map(|word| word.value.clone()).collect(),
    }
}
