//! Options shared by the commands that simulate, and what they mean.

use super::{Disk, Exit, colours, mistake};
use crate::api::{BudgetSummary, Estimate, Speed, Ways};
use clap::{Args, ValueEnum};
use hameau_model::inputs::mistakes::{Help, Mistakes, Phrase, Wrong};
use hameau_model::inputs::parameters::{Key, SECTIONS};
use hameau_model::inputs::printer;
use hameau_model::inputs::scenario::{
    Files, Overrides, Recorded, SET, Scenario, VARY, as_text, did_you_mean, listed, resolve_recorded,
};
use hameau_model::kernel::parallel;
use hameau_model::observe::indicators::Indicator;
use hameau_model::programme::Budget;
use hameau_study::engine::{OnError, Shard, Study};
use hameau_study::store::Series;
use hameau_words::{Language, budget_lines, budget_table, clock_time, number, size};
use serde_json::json;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// What is simulated, and where it goes.
#[derive(Args)]
pub(super) struct Wanted {
    /// Worlds to simulate; else what the scenario says, 20 by default
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    pub replicates: Option<u32>,
    /// Seed; else what the scenario says, 1 by default
    #[arg(long, value_name = "S", allow_negative_numbers = true, value_parser = seed)]
    pub seed: Option<u64>,
    /// Folder for the results; else results/NAME
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Overrides one key: `travel.speed_km_per_hour=60`, `programme.NAME.until=2019-12`
    #[arg(long, value_name = "KEY=VALUE")]
    pub set: Vec<String>,
    /// Months kept of each world; else monthly, or yearly above 2,000 worlds
    #[arg(long, value_enum)]
    pub series: Option<Kept>,
    /// Begins again: takes away the results that are in the folder
    #[arg(long)]
    pub force: bool,
    /// Tells what would be done, how long it would take and what it would write; writes nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// How it is simulated.
#[derive(Args)]
pub(super) struct How {
    /// Threads; else as many as the machine runs at once. They change no result
    #[arg(long, value_name = "T", allow_negative_numbers = true, value_parser = clap::value_parser!(u16).range(1..=parallel::MOST_THREADS as i64))]
    pub threads: Option<u16>,
    /// When a world fails: begin no other, or go on; it is recorded in either case
    #[arg(long, value_enum, default_value = "skip")]
    pub on_error: OnFailure,
    /// Simulates again the worlds that failed
    #[arg(long)]
    pub retry_failed: bool,
    /// Simulates only this share of the blocks, K from 0 to N - 1; any number of processes may share a folder
    #[arg(long, value_name = "K/N", default_value = "0/1")]
    pub shard: Shard,
    /// Makes a replicate fail, to rehearse what happens then
    #[arg(long, value_name = "REPLICATE", hide = true)]
    pub rehearse_failure: Vec<u32>,
}

/// What is written for office programs.
#[derive(Args)]
pub(super) struct Office {
    /// Form of the CSV tables: `semicolon` adds copies with semicolons and decimal commas, as French office programs read
    /// them; they then belong to the folder
    #[arg(long, value_enum, value_name = "FORM", default_value = "comma")]
    pub csv: Csv,
}

/// Forms of CSV tables.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Csv {
    /// Commas and decimal points alone
    Comma,
    /// Copies with semicolons and decimal commas too
    Semicolon,
}

/// How it is told.
#[derive(Args)]
pub(super) struct Telling {
    /// Prints one JSON object
    #[arg(long)]
    pub json: bool,
    /// Prints nothing but errors, and JSON where it is asked
    #[arg(long)]
    pub quiet: bool,
    /// Language of what is read; else that of the locale
    #[arg(long, value_enum)]
    pub lang: Option<Lang>,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Kept {
    Monthly,
    Yearly,
    None,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum OnFailure {
    Stop,
    Skip,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Lang {
    Fr,
    En,
}

/// A seed: a whole number that every program reads exactly.
pub(super) fn seed(text: &str) -> Result<u64, String> {
    const MOST: u64 = 9_007_199_254_740_991;
    let seed = text.parse().ok().filter(|seed| *seed <= MOST);
    seed.ok_or_else(|| format!("{text} is not in 0..={MOST}"))
}

impl Wanted {
    pub fn series(&self) -> Option<Series> {
        self.series.map(|kept| match kept {
            Kept::Monthly => Series::Monthly,
            Kept::Yearly => Series::Yearly,
            Kept::None => Series::None,
        })
    }

    /// The scenario in `file`, with what overrides it.
    ///
    /// # Errors
    /// When it has mistakes; they are told.
    pub fn scenario(&self, file: &str, language: Language) -> Result<Recorded, Exit> {
        scenario(file, &self.set, language)
    }

    /// Replicates and seed: as asked, else as the first scenario says.
    pub fn worlds(&self, first: &Recorded) -> (u32, u64) {
        let values = &first.scenario.values;
        let replicates = self.replicates.unwrap_or(values[Key::Replicates] as u32);
        (replicates, self.seed.unwrap_or(values[Key::Seed] as u64))
    }

    pub fn folder(&self, name: &str) -> PathBuf {
        self.out.clone().unwrap_or_else(|| Path::new("results").join(name))
    }
}

impl How {
    pub fn threads(&self) -> usize {
        self.threads.map_or_else(parallel::available, usize::from)
    }

    pub fn ways(&self) -> Ways {
        Ways {
            threads: self.threads(),
            on_error: match self.on_error {
                OnFailure::Stop => OnError::Stop,
                OnFailure::Skip => OnError::Skip,
            },
            retry_failed: self.retry_failed,
            shard: self.shard,
            rehearse: self.rehearse_failure.clone(),
        }
    }
}

impl Office {
    /// Whether tables have a copy with semicolons.
    pub fn semicolons(&self) -> bool {
        self.csv == Csv::Semicolon
    }
}

impl Telling {
    pub fn language(&self) -> Language {
        Lang::or_locale(self.lang)
    }
}

impl Lang {
    /// The language asked for, else that of the locale.
    pub fn or_locale(asked: Option<Self>) -> Language {
        match asked {
            Some(Self::Fr) => Language::French,
            Some(Self::En) => Language::English,
            None => {
                let set = |name| std::env::var(name).ok().filter(|value: &String| !value.is_empty());
                let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
                Language::of_locale(&locale.unwrap_or_default())
            }
        }
    }
}

/// The indicator with this id.
///
/// # Errors
/// When there is none; it is told.
pub(super) fn indicator(option: &str, id: &str, language: Language) -> Result<Indicator, Exit> {
    Indicator::from_id(id).ok_or_else(|| {
        let ids = Indicator::all().map(|indicator| indicator.row().id);
        let help = did_you_mean(id, ids).unwrap_or(Help::SeeIndicators);
        unknown(option, &Wrong::UnknownIndicator { name: id.to_owned() }, Some(&help), language)
    })
}

/// The indicators of `--indicators`: ids, `headline` or `all`.
///
/// # Errors
/// When there is none of an id; it is told.
pub(super) fn indicators(asked: &[String], language: Language) -> Result<Vec<Indicator>, Exit> {
    let mut found = Vec::new();
    for id in asked {
        match &id[..] {
            "all" => found.extend(Indicator::all()),
            "headline" => found.extend(Indicator::all().filter(|indicator| indicator.row().headline)),
            id => found.push(indicator("--indicators", id, language)?),
        }
    }
    Ok(found)
}

/// A section of parameters, by its name.
///
/// # Errors
/// When there is none; it is told.
pub(super) fn section(name: &str, language: Language) -> Result<(), Exit> {
    let sections = || SECTIONS.iter().filter(|section| section.instrument.is_none());
    if sections().any(|section| section.name == name) {
        return Ok(());
    }
    let names = || sections().map(|section| section.name);
    let help = did_you_mean(name, names()).or_else(|| listed(Phrase::Sections, names()));
    Err(unknown("--sections", &Wrong::UnknownSection { name: name.to_owned() }, help.as_ref(), language))
}

/// Tells what an option says that nothing bears the name of.
fn unknown(option: &str, what: &Wrong, help: Option<&Help>, language: Language) -> Exit {
    let said = |language: Language| {
        let help = help.map_or_else(String::new, |help| format!("\n  {}", help.say(language)));
        format!("{option}{}{}{help}", language.of((": ", "\u{202f}: ")), what.say(language))
    };
    mistake(language, (said(Language::English), said(Language::French)))
}

/// The scenario in `file`, with what overrides it.
///
/// # Errors
/// When it has mistakes; they are told.
pub(super) fn scenario(file: &str, set: &[String], language: Language) -> Result<Recorded, Exit> {
    let overrides = Overrides { sweep: Vec::new(), set: set.to_vec() };
    resolve_recorded(file, &overrides, &Disk).map_err(|mistakes| told(&mistakes, set, language))
}

/// Tells mistakes where they stand.
pub(super) fn told(mistakes: &Mistakes, set: &[String], language: Language) -> Exit {
    told_of(mistakes, set, &[], language)
}

/// Tells mistakes where they stand, in what is varied too.
pub(super) fn told_of(mistakes: &Mistakes, set: &[String], vary: &[String], language: Language) -> Exit {
    let text_of = |file: &str| match file {
        SET => Some(as_text(set)),
        VARY => Some(as_text(vary)),
        file => hameau_model::inputs::scenario::text_of(&Disk as &dyn Files, file),
    };
    let shown = printer::render(mistakes, colours(&io::stderr()), language, &text_of);
    let _ = io::stderr().write_all(shown.as_bytes());
    Exit::Mistake
}

/// The names of scenarios; of many the first few.
pub(super) fn named(names: &[String], language: Language) -> String {
    const MOST: usize = 13;
    const FEW: usize = 3;
    if names.len() <= MOST {
        return names.join(", ");
    }
    let (few, all) = (names[..FEW].join(", "), names.len());
    language.of((format!("{few}, ... {all} in all"), format!("{few}, ... {all} en tout")))
}

/// What would be done, and what the programmes of `scenarios` would cost. A few months of the first are simulated to know
/// how long it takes.
pub(super) fn dry_run(
    estimate: &Estimate,
    scenarios: &[&Scenario],
    wanted: &Wanted,
    telling: &Telling,
    folder: &Path,
) -> String {
    let language = telling.language();
    let begun = Instant::now();
    let runs = estimate.replicates.saturating_mul(estimate.scenarios.len() as u32);
    let there = Study::open(folder).map(|study| study.filter(|_| !wanted.force));
    let speed = Speed::measure(scenarios[0], runs, estimate.threads, || begun.elapsed().as_secs_f64());
    let seconds = speed.seconds(runs, estimate.months, estimate.threads);
    if telling.json {
        let budget = |scenario: &&Scenario| json!({ "scenario": scenario.name, "budget": BudgetSummary::from(&Budget::of(scenario)) });
        let budgets: Vec<_> = scenarios.iter().map(budget).collect();
        let folder = folder.display().to_string();
        let all = json!({ "plan": estimate, "seconds": seconds, "folder": folder, "budgets": budgets });
        return format!("{all:#}\n");
    }
    let count = |value: u64| number(value as f64, 0, language);
    let about = language.of(("about", "environ"));
    let rows = [
        (("scenario", "scénario"), named(&estimate.scenarios, language)),
        (("seed", "graine"), estimate.seed.to_string()),
        (("worlds", "mondes"), count(u64::from(estimate.replicates))),
        (("months", "mois"), count(u64::from(estimate.months))),
        (("adults", "adultes"), format!("{about} {}", count(estimate.adults))),
        (("adult-months", "adultes-mois"), format!("{about} {}", count(estimate.adult_months))),
        (("threads", "fils"), count(estimate.threads as u64)),
        (("time", "durée"), format!("{about} {}", clock_time(seconds, language))),
        (("disk", "disque"), format!("{about} {}", size(estimate.bytes, language))),
        (("folder", "dossier"), folder.display().to_string()),
        (("files", "fichiers"), estimate.files.join(", ")),
    ];
    let mut text = String::new();
    for (name, value) in rows {
        let _ = writeln!(text, "{:<12}  {value}", language.of(name));
    }
    text += &budgets(scenarios, language);
    let note = match there {
        Ok(None) => None,
        Ok(Some(study)) => {
            let planned = count(u64::from(study.runs()));
            Some(language.of((
                format!("the folder holds a plan of {planned} worlds: what is there of it is not simulated again"),
                format!("le dossier porte un plan de {planned} mondes : ce qui y est fait ne sera pas simulé de nouveau"),
            )))
        }
        Err(error) => Some(error.say(language)),
    };
    if let Some(note) = note {
        let _ = writeln!(text, "{}{note}", language.of(("note: ", "note : ")));
    }
    let _ = writeln!(text, "{}", language.of(("nothing was written", "rien n'a été écrit")));
    text
}

/// What programmes would cost: of one in a few lines, of several in a table.
fn budgets(scenarios: &[&Scenario], language: Language) -> String {
    let mut text = String::new();
    if let [scenario] = scenarios {
        let mut lines = budget_lines(&Budget::of(scenario), language);
        if lines.is_empty() {
            lines
                .push(language.of(("nothing that can be foreseen", "rien qui puisse se prévoir")).to_owned());
        }
        for (at, line) in lines.iter().enumerate() {
            let _ = writeln!(text, "{:<12}  {line}", if at == 0 { "budget" } else { "" });
        }
    } else {
        let named = |scenario: &&Scenario| (scenario.name.clone(), Budget::of(scenario));
        let budgets: Vec<_> = scenarios.iter().map(named).collect();
        let table = budget_table(&budgets, language);
        let _ = write!(text, "\n{table}\n");
    }
    text
}
