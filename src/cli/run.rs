//! `hameau run`.

use super::options::{self, How, Office, Telling, Wanted};
use super::progress::Reporter;
use super::vary::{self, Varying};
use super::{Exit, outcome, own_up, say, signals};
use crate::api::{self, End, Ran};
use hameau_analysis::statistics::Summary;
use hameau_analysis::trajectory::Trajectory;
use hameau_model::inputs::scenario::Scenario;
use hameau_model::kernel::random::World;
use hameau_model::observe::indicators::Indicator;
use hameau_report::{chart, headline_table};
use hameau_study::engine::{self, StudyError};
use hameau_study::store::{Kind, Manifest};
use hameau_words::{number, size};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;

/// The indicators whose course is drawn: one from each question a council asks.
const DRAWN: [Indicator; 4] =
    [Indicator::Inhabitants, Indicator::ActiveUsers, Indicator::HelpGiven, Indicator::ProductiveAnchored];

type Summaries = Vec<(Indicator, Summary)>;

/// Simulates one scenario in many worlds and writes a folder of results
///
/// What is in the folder already is gone on with: the same command again after an interruption, or with more worlds,
/// simulates only what is missing.
///
/// Exit codes: 0 done, 1 a mistake in the command, its files or the folder for results, 2 a bug of the program,
/// 3 done, and some worlds failed, 130 stopped by Ctrl-C: what was finished is kept.
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// Scenario file; `hameau:baseline` and the like come with the program
    #[arg(value_name = "FILE")]
    file: String,
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    varying: Varying,
    #[command(flatten)]
    how: How,
    /// Simulates one world only and prints its final values; writes nothing
    #[arg(long, value_name = "REPLICATE", conflicts_with_all = ["replicates", "out", "vary", "series", "force", "dry_run", "shard", "threads", "on_error", "retry_failed", "csv"])]
    only: Option<u32>,
    #[command(flatten)]
    office: Office,
    #[command(flatten)]
    telling: Telling,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    match study(arguments) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn study(arguments: &Arguments) -> Result<Exit, Exit> {
    let Arguments { file, wanted, how, telling, .. } = arguments;
    let language = telling.language();
    if !arguments.varying.vary.is_empty() {
        return vary::study(file, &arguments.varying, wanted, how, &arguments.office, telling);
    }
    let recorded = wanted.scenario(file, language)?;
    let (replicates, seed) = wanted.worlds(&recorded);
    if let Some(replicate) = arguments.only {
        return Ok(only(&recorded.scenario, World { seed, replicate }, &how.rehearse_failure, telling));
    }
    let folder = wanted.folder(&recorded.scenario.name);
    let scenarios = [&recorded.scenario];
    let estimate = api::estimate(&scenarios, replicates, seed, how.threads(), wanted.series());
    if wanted.dry_run {
        return Ok(say(&options::dry_run(&estimate, &scenarios, wanted, telling, &folder)));
    }
    let stop = signals::stop_when_asked(telling.quiet, language);
    let reporter = Reporter::new(&estimate, telling.quiet, language);
    let scenarios = std::slice::from_ref(&recorded);
    let wanted = engine::Wanted {
        scenarios,
        replicates,
        seed,
        kind: &Kind::Run,
        sources: &[],
        series: wanted.series(),
        replace: wanted.force,
    };
    let ran = api::run(&folder, &wanted, &how.ways(), &stop, &reporter);
    reporter.end(ran.is_ok());
    let mut ran = ran.map_err(|error| outcome::refused(&error, language))?;
    outcome::in_office_forms(&mut ran, &arguments.office, language)?;
    let exit = outcome::told(&ran, telling.quiet, language);
    if let End::Complete(manifest) = &ran.end {
        let text = shown(&ran, manifest, &recorded.scenario.name, telling)
            .map_err(|error| outcome::refused(&error, language))?;
        if say(&text) != Exit::Done {
            return Ok(Exit::Mistake);
        }
    }
    Ok(exit)
}

/// One world, for whoever wants to see it fail or to look at it alone.
fn only(scenario: &Scenario, world: World, rehearse: &[u32], telling: &Telling) -> Exit {
    let run = match api::only(scenario, world, rehearse) {
        Ok(run) => run,
        Err(panic) => {
            own_up(&format!("replicate {} under seed {}: {}", world.replicate, world.seed, panic.0));
            return Exit::Bug;
        }
    };
    let last = &run.months[run.months.len() - 1];
    let summaries: Summaries =
        Indicator::all().map(|indicator| (indicator, Summary::new(&[last.of(indicator)]))).collect();
    if telling.json {
        return say(&as_json(&scenario.name, world.seed, [1, run.months.len() as u32], 0, &summaries));
    }
    say(&headline_table(&summaries, 1, telling.language()))
}

/// What is printed when all is there.
fn shown(ran: &Ran, manifest: &Manifest, name: &str, telling: &Telling) -> Result<String, StudyError> {
    let of = manifest.scenarios.iter().find(|scenario| scenario.name == name).expect("it was planned");
    let summaries = engine::summaries(ran.study.tables(), name)?;
    if telling.json {
        let counts = [of.replicates, of.months];
        return Ok(as_json(name, manifest.seed, counts, of.failed, &summaries));
    }
    if telling.quiet {
        return Ok(String::new());
    }
    let language = telling.language();
    let count = |value: f64| number(value, 0, language);
    let (worlds, months) = (count(f64::from(of.replicates)), count(f64::from(of.months)));
    let mut text = String::from("\n");
    let title = language.of((
        format!("{name}: after {months} months, over {worlds} worlds (seed {})", manifest.seed),
        format!("{name} : après {months} mois, sur {worlds} mondes (graine {})", manifest.seed),
    ));
    let _ = writeln!(text, "{title}\n");
    text.push_str(&headline_table(&summaries, of.replicates, language));
    for trajectory in drawn(&engine::course(ran.study.tables(), name)?) {
        let drawn = chart(trajectory, language);
        if !drawn.is_empty() {
            let _ = write!(text, "\n{drawn}");
        }
    }
    let bytes = manifest.files.iter().map(|file| file.bytes).sum();
    let (size, folder) = (size(bytes, language), ran.study.path().display());
    let all = count(ran.study.columns().count() as f64);
    let _ = writeln!(
        text,
        "\n{}",
        language.of((
            format!("Results in {folder} ({size}); all {all} indicators in {folder}/summary.csv"),
            format!("Résultats dans {folder} ({size}) ; les {all} indicateurs dans {folder}/summary.csv"),
        ))
    );
    Ok(text)
}

fn drawn(course: &[Trajectory]) -> impl Iterator<Item = &Trajectory> {
    DRAWN.iter().filter_map(|drawn| course.iter().find(|of| of.indicator == *drawn))
}

/// The final values over all worlds; null where no world defines one.
fn as_json(
    name: &str,
    seed: u64,
    [replicates, months]: [u32; 2],
    failed: u32,
    summaries: &Summaries,
) -> String {
    let one =
        |(indicator, of): &(Indicator, Summary)| (indicator.row().id.to_owned(), values(*indicator, of));
    let indicators: Map<_, _> = summaries.iter().map(one).collect();
    let all = json!({
        "scenario": name,
        "seed": seed,
        "replicates": replicates,
        "months": months,
        "failed": failed,
        "indicators": indicators,
    });
    format!("{all:#}\n")
}

/// The final values of an indicator.
pub(super) fn values(indicator: Indicator, of: &Summary) -> Value {
    let unit = indicator.row().unit.words().0;
    json!({ "unit": unit, "mean": of.mean, "q05": of.q05, "q50": of.q50, "q95": of.q95, "n": of.n })
}
