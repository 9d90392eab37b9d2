//! `hameau explore`.

use super::options::{self, How, Telling, Wanted, told};
use super::progress::Reporter;
use super::signals::stop_when_asked;
use super::{Disk, Exit, mistake, outcome, say};
use crate::api::{self, FactorsAsked, LedgerAsked};
use hameau_model::inputs::scenario::{design, text_of};
use hameau_report::{factors_page, ledger_page};
use hameau_study::engine::Study;
use serde_json::json;
use std::path::PathBuf;

/// Sections whose ranges a ledger walks when nobody says otherwise: how people behave.
const SECTIONS: [&str; 4] = ["attendance", "contact", "cooperation", "works"];
/// Worlds of a ledger when nobody says otherwise: a quarter of an hour on two cores.
const LEDGER_WORLDS: u32 = 4;

/// Explores what results hang on: factors on and off together, or assumptions one at a time
///
/// `hameau explore STUDY.toml` simulates every combination of a few factors in the same worlds: main effects,
/// interactions, and whether each factor is necessary or sufficient for an event.
/// `hameau explore --ledger BASE POLICY...` takes each mechanism out in turn and moves each assumption to the ends of its
/// range, and says which conclusion survives.
///
/// Exit codes: 0 done, 1 a mistake in the command, its files or the folder for results, 2 a bug of the program,
/// 3 done, and some worlds failed, 130 stopped by Ctrl-C: what was finished is kept.
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The file of a study; with --ledger the scenarios, base first. `hameau:studies/questions` comes with the program
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,
    /// Makes the ledger of assumptions of a comparison
    #[arg(long)]
    ledger: bool,
    /// Adds the ledger to this folder of a comparison, and makes its report anew
    #[arg(long, value_name = "DIR", requires = "ledger")]
    into: Option<PathBuf>,
    /// Sections of parameters whose ranges the ledger walks
    #[arg(long, value_name = "SECTION,SECTION", value_delimiter = ',', requires = "ledger", default_values = SECTIONS)]
    sections: Vec<String>,
    /// Same as --replicates
    #[arg(long, value_name = "N", allow_negative_numbers = true, conflicts_with = "replicates", value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    worlds: Option<u32>,
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    how: How,
    #[command(flatten)]
    telling: Telling,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let explored = if arguments.ledger { ledger(arguments) } else { factorial(arguments) };
    match explored {
        Ok(exit) | Err(exit) => exit,
    }
}

fn factorial(arguments: &Arguments) -> Result<Exit, Exit> {
    let Arguments { wanted, how, telling, .. } = arguments;
    let language = telling.language();
    let [file] = &arguments.files[..] else {
        let words = (
            "one study at a time; --ledger takes a base and policies",
            "une étude à la fois ; --ledger prend une base et des politiques",
        );
        return Err(mistake(language, words));
    };
    let design = design(file, &Disk).map_err(|mistakes| told(&mistakes, &wanted.set, language))?;
    let (scenarios, indicators) = api::settings(&design, &wanted.set, &Disk)
        .map_err(|mistakes| told(&mistakes, &wanted.set, language))?;
    let (default, seed) = wanted.worlds(&scenarios[0]);
    let replicates = arguments.worlds.or(wanted.replicates).or(design.replicates).unwrap_or(default);
    let folder = wanted.folder(&design.name);
    let all: Vec<_> = scenarios.iter().map(|recorded| &recorded.scenario).collect();
    let estimate = api::estimate(&all, replicates, seed, how.threads(), wanted.series());
    if wanted.dry_run {
        return Ok(say(&options::dry_run(&estimate, &all, wanted, telling, &folder)));
    }
    let stop = stop_when_asked(telling.quiet, language);
    let reporter = Reporter::new(&estimate, telling.quiet, language);
    let text = text_of(&Disk, &design.file).unwrap_or_default();
    let asked = FactorsAsked {
        design: &design,
        text: &text,
        settings: &scenarios,
        worlds: replicates,
        seed,
        series: wanted.series(),
        replace: wanted.force,
    };
    let explored = api::explore(&folder, &asked, &how.ways(), &stop, &reporter);
    reporter.end(explored.is_ok());
    let explored = explored.map_err(|error| outcome::refused(&error, language))?;
    let exit = outcome::told(&explored.ran, telling.quiet, language);
    let shown = |found: &hameau_analysis::sensitivity::Factors| {
        if telling.json {
            format!("{:#}\n", json!(found))
        } else {
            factors_page(found, &indicators, language)
        }
    };
    Ok(printed(explored.found.as_ref().map(shown), telling, exit))
}

fn ledger(arguments: &Arguments) -> Result<Exit, Exit> {
    let Arguments { wanted, how, telling, files, sections, .. } = arguments;
    let language = telling.language();
    if files.len() < 2 {
        let words = (
            "a ledger needs a base and a policy or more: `hameau explore --ledger BASE POLICY...`",
            "un registre demande une base et au moins une politique : `hameau explore --ledger BASE POLITIQUE...`",
        );
        return Err(mistake(language, words));
    }
    for name in sections {
        options::section(name, language)?;
    }
    if let Some(into) = &arguments.into {
        Study::existing(into).map_err(|error| outcome::refused(&error, language))?;
    }
    let variations = api::variations(files, &wanted.set, sections, &Disk)
        .map_err(|mistakes| told(&mistakes, &wanted.set, language))?;
    let scenarios = &variations.scenarios;
    let (_, seed) = wanted.worlds(&scenarios[0]);
    let worlds = arguments.worlds.or(wanted.replicates).unwrap_or(LEDGER_WORLDS);
    let names: Vec<&str> =
        scenarios[..files.len()].iter().map(|recorded| &recorded.scenario.name[..]).collect();
    let folder = wanted.folder(&format!("ledger-{}", names.join("-")));
    let all: Vec<_> = scenarios.iter().map(|recorded| &recorded.scenario).collect();
    let mut estimate = api::estimate(&all, worlds, seed, how.threads(), wanted.series());
    if wanted.dry_run {
        return Ok(say(&options::dry_run(&estimate, &all[..files.len()], wanted, telling, &folder)));
    }
    // A line for each of hundreds of variants would tell nothing.
    estimate.scenarios.truncate(files.len());
    let stop = stop_when_asked(telling.quiet, language);
    let reporter = Reporter::new(&estimate, telling.quiet, language);
    let asked = LedgerAsked {
        variations: &variations,
        several: files.len(),
        sections,
        worlds,
        seed,
        replace: wanted.force,
    };
    let explored = api::ledger(&folder, &asked, &how.ways(), &stop, &reporter);
    reporter.end(explored.is_ok());
    let explored = explored.map_err(|error| outcome::refused(&error, language))?;
    let exit = outcome::told(&explored.ran, telling.quiet, language);
    if let (Some(found), Some(into)) = (&explored.found, &arguments.into) {
        api::add_ledger(into, found).map_err(|error| outcome::refused(&error, language))?;
    }
    let shown = |found: &hameau_analysis::sensitivity::Ledger| {
        if telling.json { format!("{:#}\n", json!(found)) } else { ledger_page(found, language) }
    };
    Ok(printed(explored.found.as_ref().map(shown), telling, exit))
}

fn printed(text: Option<String>, telling: &Telling, exit: Exit) -> Exit {
    match text {
        Some(text) if telling.json || !telling.quiet => {
            if say(&text) == Exit::Done {
                exit
            } else {
                Exit::Mistake
            }
        }
        _ => exit,
    }
}
