//! `hameau run --vary`.

use super::options::{self, How, Office, Telling, Wanted};
use super::progress::Reporter;
use super::run::values;
use super::{Disk, Exit, outcome, say, signals};
use crate::api::{self, VaryAsked};
use hameau_analysis::response::{Answer, Point, Response};
use hameau_model::inputs::scenario::Scenario;
use hameau_report::response_table;
use hameau_words::size;
use serde_json::{Map, Value, json};
use std::path::Path;

/// Options of `run` that say what varies.
#[derive(clap::Args)]
pub(super) struct Varying {
    /// Simulates it with each of these values, in the same worlds, and tells what they change; several of it, every
    /// combination. 200 combinations at most
    #[arg(long, value_name = "KEY=VALUE,VALUE")]
    pub vary: Vec<String>,
    /// With --vary: indicators to show, by their ids, `headline` or `all` [default: headline]
    #[arg(long, value_name = "ID,ID", value_delimiter = ',', requires = "vary")]
    pub indicators: Vec<String>,
}

/// Simulates every combination, and tells what the indicators answer.
pub(super) fn study(
    file: &str,
    varying: &Varying,
    wanted: &Wanted,
    how: &How,
    office: &Office,
    telling: &Telling,
) -> Result<Exit, Exit> {
    let language = telling.language();
    let headline = ["headline".to_owned()];
    let asked = if varying.indicators.is_empty() { &headline[..] } else { &varying.indicators };
    let indicators = options::indicators(asked, language)?;
    let name = wanted.scenario(file, language)?.scenario.name;
    let (varied, points) = api::varied_points(file, &varying.vary, &wanted.set, &Disk)
        .map_err(|mistakes| options::told_of(&mistakes, &wanted.set, &varying.vary, language))?;
    let (worlds, seed) = wanted.worlds(&points[0]);
    let folder = wanted.folder(&format!("{name}-by-{}", api::key_names(&varied).join("-and-")));
    let scenarios: Vec<&Scenario> = points.iter().map(|recorded| &recorded.scenario).collect();
    let estimate = api::estimate(&scenarios, worlds, seed, how.threads(), wanted.series());
    if wanted.dry_run {
        return Ok(say(&options::dry_run(&estimate, &scenarios, wanted, telling, &folder)));
    }
    let stop = signals::stop_when_asked(telling.quiet, language);
    let reporter = Reporter::new(&estimate, telling.quiet, language);
    let asked = VaryAsked {
        varied: &varied,
        points: &points,
        worlds,
        seed,
        series: wanted.series(),
        replace: wanted.force,
        indicators: &indicators,
    };
    let explored = api::run_varied(&folder, &asked, &how.ways(), &stop, &reporter);
    reporter.end(explored.is_ok());
    let mut explored = explored.map_err(|error| outcome::refused(&error, language))?;
    outcome::in_office_forms(&mut explored.ran, office, language)?;
    let exit = outcome::told(&explored.ran, telling.quiet, language);
    let Some(found) = explored.found else { return Ok(exit) };
    let text = if telling.json {
        as_json(&name, seed, &found)
    } else if telling.quiet {
        String::new()
    } else {
        shown(&found, explored.ran.study.path(), telling)
    };
    Ok(if say(&text) == Exit::Done { exit } else { Exit::Mistake })
}

fn shown(found: &Response, folder: &Path, telling: &Telling) -> String {
    let language = telling.language();
    let table = response_table(found, language);
    let files =
        hameau_study::store::Manifest::read(folder).map(|manifest| manifest.files).unwrap_or_default();
    let bytes = size(files.iter().map(|file| file.bytes).sum(), language);
    let folder = folder.display();
    let end = language.of((
        format!("Results in {folder} ({bytes}); all indicators in {folder}/summary.csv"),
        format!("Résultats dans {folder} ({bytes})\u{202f}; tous les indicateurs dans {folder}/summary.csv"),
    ));
    format!("\n{table}\n{end}\n")
}

fn as_json(name: &str, seed: u64, found: &Response) -> String {
    let answer = |answer: &Answer| {
        let mut of = values(answer.indicator, &answer.summary);
        of["effect"] = json!(answer.effect);
        (answer.indicator.row().id.to_owned(), of)
    };
    let point = |point: &Point| {
        let values = found.keys.iter().cloned().zip(point.values.iter().cloned().map(Value::String));
        json!({
            "name": point.name,
            "values": values.collect::<Map<_, _>>(),
            "indicators": point.answers.iter().map(answer).collect::<Map<_, _>>(),
        })
    };
    let all = json!({
        "scenario": name,
        "seed": seed,
        "replicates": found.worlds,
        "keys": found.keys,
        "points": found.points.iter().map(point).collect::<Vec<_>>(),
    });
    format!("{all:#}\n")
}
