//! `hameau compare`.

use super::options::{self, How, Office, Telling, Wanted};
use super::progress::Reporter;
use super::signals::stop_when_asked;
use super::{Exit, mistake, outcome, report, say};
use crate::api::{self, Asked, Compared, Found, Worlds};
use hameau_model::inputs::library;
use hameau_model::inputs::scenario::Recorded;
use hameau_model::kernel::units::Month;
use hameau_model::observe::indicators::Indicator;
use hameau_report::{costs_table, effects_table};
use hameau_study::store::{NOTE_EN, NOTE_FR, Series};
use hameau_words::{Language, number, size};
use serde_json::json;
use std::fmt::Write as _;
use std::path::Path;

/// Worlds at most when a precision is asked for and nobody says otherwise.
const MOST_WORLDS: u32 = 500;

/// Compares policies with a base in the same worlds, and writes a folder of results with its report
///
/// Without any file it compares the policies that come with the program with no policy at all, on the reference
/// territory. Every difference is taken world by world; a verdict is never more than its interval allows.
///
/// Exit codes: 0 done, 1 a mistake in the command, its files or the folder for results, 2 a bug of the program,
/// 3 done, and some worlds failed, 130 stopped by Ctrl-C: what was finished is kept.
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// Scenario files: the base, then the policies; `hameau:baseline` and the like come with the program
    #[arg(value_name = "BASE POLICY")]
    files: Vec<String>,
    #[command(flatten)]
    wanted: Wanted,
    /// Adds worlds until every interval asked for is this narrow: half its width, in units of the smallest effect of
    /// interest of its indicator
    #[arg(long, value_name = "P", allow_negative_numbers = true, conflicts_with = "replicates", value_parser = precision)]
    precision: Option<f64>,
    /// Worlds at most, with --precision [default: 500]
    #[arg(long, value_name = "N", allow_negative_numbers = true, requires = "precision", value_parser = clap::value_parser!(u32).range(2..=10_000_000))]
    max_replicates: Option<u32>,
    /// Indicators to show, and to know as precisely as asked: their ids, `headline` or `all`
    #[arg(long, value_name = "ID,ID", value_delimiter = ',', default_value = "headline")]
    indicators: Vec<String>,
    /// Months at the end of which the policies are compared, beside the last; else after 5, 10 and 15 years
    #[arg(long, value_name = "YYYY-MM,YYYY-MM", value_delimiter = ',', value_parser = month)]
    at: Vec<Month>,
    /// Opens the report in the reader's language
    #[arg(long)]
    open: bool,
    #[command(flatten)]
    how: How,
    #[command(flatten)]
    office: Office,
    #[command(flatten)]
    telling: Telling,
}

fn precision(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(value) if value > 0.0 && value.is_finite() => Ok(value),
        _ => Err("a precision is a number above 0, such as 0.5".to_owned()),
    }
}

fn month(text: &str) -> Result<Month, String> {
    Month::parse(text).ok_or_else(|| "a month is written like 2031-12".to_owned())
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    match study(arguments) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn study(arguments: &Arguments) -> Result<Exit, Exit> {
    let Arguments { wanted, how, telling, .. } = arguments;
    let language = telling.language();
    let indicators = options::indicators(&arguments.indicators, language)?;
    let scenarios = scenarios(arguments, language)?;
    let (replicates, seed) = wanted.worlds(&scenarios[0]);
    let worlds = match arguments.precision {
        Some(precision) => Worlds::Until { precision, most: arguments.max_replicates.unwrap_or(MOST_WORLDS) },
        None => Worlds::Exactly(replicates),
    };
    let at = horizons(arguments, &scenarios, worlds, language)?;
    let folder = wanted.folder(&name(&scenarios));
    let all: Vec<_> = scenarios.iter().map(|recorded| &recorded.scenario).collect();
    let estimate = api::estimate(&all, worlds.first(), seed, how.threads(), wanted.series());
    if wanted.dry_run {
        return Ok(say(&options::dry_run(&estimate, &all, wanted, telling, &folder)));
    }
    let stop = stop_when_asked(telling.quiet, language);
    let reporter = Reporter::new(&estimate, telling.quiet, language);
    let asked = Asked {
        scenarios: &scenarios,
        worlds,
        seed,
        series: wanted.series(),
        replace: wanted.force,
        indicators: &indicators,
        at: &at,
    };
    let compared = api::compare(&folder, &asked, &how.ways(), &stop, &reporter);
    reporter.end(compared.is_ok());
    let Compared { mut ran, found } = compared.map_err(|error| outcome::refused(&error, language))?;
    outcome::in_office_forms(&mut ran, &arguments.office, language)?;
    let exit = outcome::told(&ran, telling.quiet, language);
    if let Some(found) = found {
        let text = if telling.json {
            as_json(&found)
        } else if telling.quiet {
            String::new()
        } else {
            shown(&found, &indicators, ran.study.path(), language)
        };
        if say(&text) != Exit::Done {
            return Ok(Exit::Mistake);
        }
        if arguments.open {
            report::show(&report::pages(ran.study.path(), language)[0], language);
        }
    }
    Ok(exit)
}

/// The base, then the policies: as named, or those that come with the program.
fn scenarios(arguments: &Arguments, language: Language) -> Result<Vec<Recorded>, Exit> {
    let shipped = || library::COMPARED.iter().map(|name| format!("{}{name}", library::PREFIX)).collect();
    let files = if arguments.files.is_empty() { shipped() } else { arguments.files.clone() };
    if files.len() < 2 {
        return Err(mistake(
            language,
            (
                "a comparison needs a base and a policy or more: `hameau compare BASE POLICY...`",
                "une comparaison demande une base et au moins une politique : `hameau compare BASE POLITIQUE...`",
            ),
        ));
    }
    let mut scenarios: Vec<Recorded> = Vec::new();
    for file in &files {
        scenarios.push(arguments.wanted.scenario(file, language)?);
    }
    let base = &scenarios[0].scenario;
    for Recorded { scenario, .. } in &scenarios[1..] {
        if scenario.territory != base.territory {
            let [one, other] =
                [base, scenario].map(|scenario| format!("`{}` ({})", scenario.file, scenario.territory_file));
            return Err(mistake(
                language,
                (
                    format!(
                        "{one} and {other} are not about the same territory: only the same people can be compared"
                    ),
                    format!(
                        "{one} et {other} ne portent pas sur le même territoire : on ne compare que les mêmes personnes"
                    ),
                ),
            ));
        }
        if (scenario.start(), scenario.last()) != (base.start(), base.last()) {
            let [first, last, start, end] = [base.start(), base.last(), scenario.start(), scenario.last()];
            let (one, other) = (&base.file, &scenario.file);
            return Err(mistake(
                language,
                (
                    format!(
                        "`{one}` lasts from {first} to {last}, `{other}` from {start} to {end}: only the same months can be compared"
                    ),
                    format!(
                        "`{one}` va de {first} à {last}, `{other}` de {start} à {end} : on ne compare que les mêmes mois"
                    ),
                ),
            ));
        }
    }
    Ok(scenarios)
}

/// The months at which policies are compared beside the last: as asked, and then kept by the worlds; else the usual ones.
fn horizons(
    arguments: &Arguments,
    scenarios: &[Recorded],
    worlds: Worlds,
    language: Language,
) -> Result<Vec<Month>, Exit> {
    let base = &scenarios[0].scenario;
    if arguments.at.is_empty() {
        return Ok(api::default_horizons(base));
    }
    let (start, last) = (base.start(), base.last());
    let runs = worlds.first().saturating_mul(scenarios.len() as u32);
    let series = arguments.wanted.series().unwrap_or(Series::by_default(runs));
    for month in &arguments.at {
        if !(start..=last).contains(month) {
            return Err(mistake(
                language,
                (
                    format!(
                        "--at {month}: the scenarios last from {start} to {last}; give a month between these"
                    ),
                    format!(
                        "--at {month} : les scénarios vont de {start} à {last} ; donner un mois entre les deux"
                    ),
                ),
            ));
        }
        if *month != last && !series.keeps(*month, last) {
            let kept = series.id();
            return Err(mistake(
                language,
                (
                    format!(
                        "--at {month}: with `--series {kept}` this month is not kept; give `--series monthly`, or `yearly` and a December"
                    ),
                    format!(
                        "--at {month} : avec `--series {kept}`, ce mois n'est pas gardé ; donner `--series monthly`, ou `yearly` et un mois de décembre"
                    ),
                ),
            ));
        }
    }
    Ok(arguments.at.clone())
}

/// The name of the folder: that of the scenarios where they are two, else of the base.
fn name(scenarios: &[Recorded]) -> String {
    let base = &scenarios[0].scenario.name;
    match scenarios {
        [_, policy] => format!("{base}-and-{}", policy.scenario.name),
        _ => format!("{base}-and-{}-policies", scenarios.len() - 1),
    }
}

fn as_json(found: &Found) -> String {
    let (last, earlier) = found.horizons.split_last().expect("a comparison has its last month");
    let all = json!({
        "comparison": api::all(last, earlier),
        "precise_enough": found.open.is_empty(),
        "digest": found.manifest.digest,
    });
    format!("{all:#}\n")
}

fn shown(found: &Found, indicators: &[Indicator], folder: &Path, language: Language) -> String {
    let report = report::pages(folder, language)[0].display().to_string();
    let note = folder.join(language.of((NOTE_EN, NOTE_FR))).display().to_string();
    let folder = folder.display();
    let comparison = &found.comparison;
    let count = |value: usize| number(value as f64, 0, language);
    let worlds = count(comparison.worlds);
    let base = &comparison.base;
    let months: Vec<String> = found.horizons.iter().map(|at| at.month.to_string()).collect();
    let months = months.join(", ");
    let mut text = language.of((
        format!(
            "\n{worlds} paired worlds against {base}, in the last month. Effect: policy less base in the same world, its\n\
             mean and interval (~ rough); > 0: worlds above zero; undecided (N): worlds it would take; tied: worlds\n\
             without a difference, few signs decide; assumed: a lever of the programme multiplies the outcome;\n\
             ** the best, * may be the best, all ranked at once. Marks, in {months}: ● surely\n\
             there, ◐ perhaps too small to matter, ○ no difference that matters, ■ ◧ for the worse, ? undecided.\n\n"
        ),
        format!(
            "\n{worlds} mondes appariés face à {base}, au dernier mois. Effet : politique moins base dans le même\n\
             monde, moyenne et intervalle (~ approximatif) ; > 0 : mondes au-dessus de zéro ; indécis (N) : mondes\n\
             qu'il faudrait ; à égalité : mondes sans écart, peu de signes décident ; supposé : un levier du programme\n\
             multiplie le résultat ; ** la meilleure, * peut-être. Signes, en {months} :\n\
             ● effet sûr, ◐ peut-être trop petit pour compter, ○ pas de différence qui compte, ■ ◧ en mal, ? indécis.\n\n"
        ),
    ));
    text += &effects_table(&found.horizons, indicators, language);
    let costs = costs_table(comparison, indicators, language);
    if !costs.is_empty() {
        text += language.of((
            "What an effect costs the public, over the whole period:\n",
            "Ce qu'un effet coûte au public, sur toute la période :\n",
        ));
        text += &costs;
        text.push('\n');
    }
    for policy in comparison.policies.iter().filter(|policy| policy.identical) {
        let _ = writeln!(
            text,
            "{}",
            language.of((
                format!("{} gives the same bits as {base} in every world: identical.", policy.policy),
                format!("{} donne les mêmes bits que {base} dans chaque monde : identique.", policy.policy),
            ))
        );
    }
    if !found.open.is_empty() {
        let open = count(found.open.len());
        let _ = writeln!(
            text,
            "{}",
            language.of((
                format!("{open} effects are not known as precisely as asked after {worlds} worlds: see --max-replicates."),
                format!("{open} effets ne sont pas connus aussi précisément que demandé après {worlds} mondes : voir --max-replicates."),
            ))
        );
    }
    let bytes = found.manifest.files.iter().map(|file| file.bytes).sum();
    let size = size(bytes, language);
    let _ = writeln!(
        text,
        "{}",
        language.of((
            format!("Results in {folder} ({size}), all indicators in {folder}/comparison.csv and tables.en.xlsx\nNote for a council, two pages: {note}\nReport: {report}"),
            format!("Résultats dans {folder} ({size}), tous les indicateurs dans {folder}/comparison.csv et tables.fr.xlsx\nNote pour les élus, deux pages : {note}\nRapport : {report}"),
        ))
    );
    text
}
