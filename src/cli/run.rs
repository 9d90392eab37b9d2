//! `hameau run`.

use super::progress::Reporter;
use super::{Disk, Exit, colours, say};
use crate::api::{self, Destination, Plan, Ran, RunError, RunOptions, Speed};
use crate::indicators::Indicator;
use crate::mistakes::Mistakes;
use crate::parallel;
use crate::printer;
use crate::report::{Language, chart, clock_time, headline_table, number, size};
use crate::scenario::{Files, Overrides, SET, Scenario, as_text, resolve};
use crate::store::{Results, Series};
use clap::ValueEnum;
use serde_json::{Map, json};
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

/// The indicators whose course is drawn: one from each question a council asks.
const DRAWN: [Indicator; 4] =
    [Indicator::Inhabitants, Indicator::ActiveUsers, Indicator::HelpGiven, Indicator::ProductiveAnchored];

/// Simulates one scenario in many worlds and writes a folder of results
///
/// Exit codes: 0 done, 1 a mistake in the command, its files or the folder for results, 2 a bug of the program,
/// 130 stopped by Ctrl-C, and then nothing is written.
#[derive(clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(super) struct Arguments {
    /// Scenario file; `hameau:baseline` and the like come with the program
    #[arg(value_name = "FILE")]
    file: String,
    /// Worlds to simulate; else what the scenario says, 20 by default
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    replicates: Option<u32>,
    /// Seed; else what the scenario says, 1 by default
    #[arg(long, value_name = "S", value_parser = clap::value_parser!(u64).range(0..=9_007_199_254_740_991))]
    seed: Option<u64>,
    /// Threads; else as many as the machine runs at once. They change no result
    #[arg(long, value_name = "T", value_parser = clap::value_parser!(u16).range(1..=parallel::MOST_THREADS as i64))]
    threads: Option<u16>,
    /// Folder for the results; else results/NAME, after the scenario's name
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Overrides one key: `travel.speed_km_per_hour=60`, `programme.NAME.until=2019-12`
    #[arg(long, value_name = "KEY=VALUE")]
    set: Vec<String>,
    /// Months kept in series.parquet; else monthly, or yearly above 2,000 worlds
    #[arg(long, value_enum)]
    series: Option<Kept>,
    /// Replaces results that are in the folder already
    #[arg(long)]
    force: bool,
    /// Prints one JSON object: the final values over all worlds
    #[arg(long)]
    json: bool,
    /// Prints nothing but errors, and JSON where it is asked
    #[arg(long)]
    quiet: bool,
    /// Tells what would be done, how long it would take and what it would write; writes nothing
    #[arg(long)]
    dry_run: bool,
    /// Language of what is read; else that of the locale
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Kept {
    Monthly,
    Yearly,
    None,
}

#[derive(Clone, Copy, ValueEnum)]
enum Lang {
    Fr,
    En,
}

impl Arguments {
    /// What is overridden: replicates and seed are parameters like others.
    fn set(&self) -> Vec<String> {
        let replicates = self.replicates.map(|count| format!("simulation.replicates_count={count}"));
        let seed = self.seed.map(|seed| format!("simulation.seed={seed}"));
        self.set.iter().cloned().chain(replicates).chain(seed).collect()
    }

    fn threads(&self) -> usize {
        self.threads.map_or_else(parallel::available, usize::from)
    }

    fn series(&self) -> Option<Series> {
        self.series.map(|kept| match kept {
            Kept::Monthly => Series::Monthly,
            Kept::Yearly => Series::Yearly,
            Kept::None => Series::None,
        })
    }

    fn language(&self) -> Language {
        match self.lang {
            Some(Lang::Fr) => Language::French,
            Some(Lang::En) => Language::English,
            None => {
                let set = |name| std::env::var(name).ok().filter(|value: &String| !value.is_empty());
                let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
                Language::of_locale(&locale.unwrap_or_default())
            }
        }
    }

    fn folder(&self, scenario: &Scenario) -> PathBuf {
        self.out.clone().unwrap_or_else(|| Path::new("results").join(&scenario.name))
    }
}

pub(super) fn run(arguments: &Arguments, command: Vec<String>) -> Exit {
    let overrides = Overrides { sweep: Vec::new(), set: arguments.set() };
    let scenario = match resolve(&arguments.file, &overrides, &Disk) {
        Ok(scenario) => scenario,
        Err(mistakes) => return told(&mistakes, &overrides.set),
    };
    let plan = api::plan(&scenario, arguments.threads(), arguments.series());
    if arguments.dry_run {
        return dry_run(arguments, &scenario, &plan);
    }
    let language = arguments.language();
    let folder = arguments.folder(&scenario);
    let options = RunOptions {
        threads: arguments.threads(),
        destination: Some(Destination {
            folder: folder.clone(),
            series: arguments.series(),
            replace: arguments.force,
            command,
        }),
        follow: DRAWN.to_vec(),
    };
    let stop = stop_on_ctrl_c(arguments.quiet, language);
    let reporter = Reporter::begin(&plan, arguments.quiet, language);
    let ran = api::run(&scenario, &options, &stop, &reporter);
    reporter.end(ran.is_ok());
    match ran {
        Ok(ran) if arguments.json => say(&as_json(&plan, &ran)),
        Ok(_) if arguments.quiet => Exit::Done,
        Ok(ran) => say(&shown(&plan, &ran, &folder, language)),
        Err(error) => failed(&error, arguments),
    }
}

/// A flag that Ctrl-C raises; a second one ends the program at once.
fn stop_on_ctrl_c(quiet: bool, language: Language) -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let raised = Arc::clone(&stop);
    // Without a handler Ctrl-C ends the program at once, which breaks no finished file either.
    let _ = ctrlc::set_handler(move || {
        if raised.swap(true, Ordering::Relaxed) {
            std::process::exit(Exit::Interrupted as i32);
        }
        if !quiet {
            let words =
                ("stopping; Ctrl-C again to end at once", "arrêt ; encore Ctrl-C pour finir aussitôt");
            let _ = writeln!(io::stderr(), "{}", language.of(words));
        }
    });
    stop
}

fn told(mistakes: &Mistakes, set: &[String]) -> Exit {
    let text_of = |file: &str| match file {
        SET => Some(as_text(set)),
        file => crate::scenario::text_of(&Disk as &dyn Files, file),
    };
    let shown = printer::render(mistakes, colours(&io::stderr()), &text_of);
    let _ = io::stderr().write_all(shown.as_bytes());
    Exit::Mistake
}

fn failed(error: &RunError, arguments: &Arguments) -> Exit {
    let _ = writeln!(io::stderr(), "error: {error}");
    match error {
        RunError::Interrupted => Exit::Interrupted,
        RunError::Store(_) | RunError::NoThreads { .. } => Exit::Mistake,
        RunError::World { world, .. } => {
            let set: String = arguments.set.iter().fold(String::new(), |mut all, one| {
                let _ = write!(all, " --set '{one}'");
                all
            });
            let _ = writeln!(
                io::stderr(),
                "nothing was written; to see it again:\n  hameau run {}{set} --seed {} --replicates {} --threads 1",
                arguments.file,
                world.seed,
                world.replicate + 1
            );
            Exit::Bug
        }
    }
}

/// The final values over all worlds; null where no world defines one.
fn as_json(plan: &Plan, ran: &Ran) -> String {
    let one = |(indicator, of): &(Indicator, crate::statistics::Summary)| {
        let row = indicator.row();
        let unit = row.unit.words().0;
        let values =
            json!({ "unit": unit, "mean": of.mean, "q05": of.q05, "q50": of.q50, "q95": of.q95, "n": of.n });
        (row.id.to_owned(), values)
    };
    let indicators: Map<_, _> = ran.summaries.iter().map(one).collect();
    let all = json!({
        "scenario": plan.scenario,
        "seed": plan.seed,
        "replicates": plan.replicates,
        "months": plan.months,
        "indicators": indicators,
    });
    format!("{all:#}\n")
}

fn shown(plan: &Plan, ran: &Ran, folder: &Path, language: Language) -> String {
    let mut text = String::from("\n");
    let count = |value: f64| number(value, 0, language);
    let (worlds, months) = (count(f64::from(plan.replicates)), count(f64::from(plan.months)));
    let title = language.of((
        format!("{}: after {months} months, over {worlds} worlds (seed {})", plan.scenario, plan.seed),
        format!("{} : après {months} mois, sur {worlds} mondes (graine {})", plan.scenario, plan.seed),
    ));
    let _ = writeln!(text, "{title}\n");
    text.push_str(&headline_table(&ran.summaries, plan.replicates, language));
    for trajectory in &ran.trajectories {
        let drawn = chart(trajectory, language);
        if !drawn.is_empty() {
            let _ = write!(text, "\n{drawn}");
        }
    }
    if let Some(manifest) = &ran.manifest {
        let bytes = manifest.files.iter().map(|file| file.bytes).sum();
        let (size, folder) = (size(bytes, language), folder.display());
        let all = count(Indicator::COUNT as f64);
        let _ = writeln!(
            text,
            "\n{}",
            language.of((
                format!("Results in {folder} ({size}); all {all} indicators in {folder}/summary.csv"),
                format!("Résultats dans {folder} ({size}) ; les {all} indicateurs dans {folder}/summary.csv"),
            ))
        );
    }
    text
}

/// What would be done. A few months are simulated to know how long it takes.
fn dry_run(arguments: &Arguments, scenario: &Scenario, plan: &Plan) -> Exit {
    let language = arguments.language();
    let begun = Instant::now();
    let seconds = Speed::measure(scenario, || begun.elapsed().as_secs_f64()).seconds(plan);
    let folder = arguments.folder(scenario);
    if arguments.json {
        let all = json!({ "plan": plan, "seconds": seconds, "folder": folder.display().to_string() });
        return say(&format!("{all:#}\n"));
    }
    let count = |value: u64| number(value as f64, 0, language);
    let about = language.of(("about", "environ"));
    let rows = [
        (("scenario", "scénario"), plan.scenario.clone()),
        (("seed", "graine"), plan.seed.to_string()),
        (("worlds", "mondes"), count(u64::from(plan.replicates))),
        (("months", "mois"), count(u64::from(plan.months))),
        (("adults", "adultes"), format!("{about} {}", count(plan.adults))),
        (("adult-months", "adultes-mois"), format!("{about} {}", count(plan.adult_months))),
        (("threads", "fils"), count(plan.threads as u64)),
        (("time", "durée"), format!("{about} {}", clock_time(seconds, language))),
        (("disk", "disque"), format!("{about} {}", size(plan.bytes, language))),
        (("folder", "dossier"), folder.display().to_string()),
        (("files", "fichiers"), plan.files.join(", ")),
    ];
    let mut text = String::new();
    for (name, value) in rows {
        let _ = writeln!(text, "{:<12}  {value}", language.of(name));
    }
    if let Err(error) = Results::room(&folder, arguments.force) {
        let _ = writeln!(text, "{}{error}", language.of(("note: ", "note : ")));
    }
    let _ = writeln!(text, "{}", language.of(("nothing was written", "rien n'a été écrit")));
    say(&text)
}
