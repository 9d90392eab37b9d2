//! `hameau why`.

use super::options::{self, Telling};
use super::{Exit, mistake, own_up, say};
use crate::api::{self, Why, WhyAsked};
use hameau_analysis::why::Unpaired;
use hameau_model::inputs::parameters::Key;
use hameau_model::kernel::language::Language;
use hameau_model::kernel::parallel;
use hameau_model::kernel::random::{Who, World};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Tells where two scenarios part in the same simulated world, and why
///
/// Both are simulated side by side in one world: the first difference, the residents whose lives part and at which
/// mechanism, the events that lead to an indicator, and the residents whose lives change most.
///
/// Exit codes: 0 done, 1 a mistake in the command or its files, 2 a bug of the program.
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The first scenario; `hameau:baseline` and the like come with the program
    #[arg(value_name = "A")]
    a: String,
    /// The second scenario, of the same territory and the same months
    #[arg(value_name = "B")]
    b: String,
    /// Which of the worlds of the seed
    #[arg(long, value_name = "R", default_value_t = 0)]
    replicate: u32,
    /// Seed; else what the first scenario says, 1 by default
    #[arg(long, value_name = "S", allow_negative_numbers = true, value_parser = options::seed)]
    seed: Option<u64>,
    /// Overrides one key in both: `travel.speed_km_per_hour=60`
    #[arg(long, value_name = "KEY=VALUE")]
    set: Vec<String>,
    /// The indicator to be explained; else the headline one that differs most
    #[arg(long, value_name = "ID")]
    indicator: Option<String>,
    /// Residents to tell about
    #[arg(long, value_name = "N", allow_negative_numbers = true, default_value_t = 5, value_parser = clap::value_parser!(u16).range(0..=1_000))]
    residents: u16,
    /// Tells about this resident, by the address that stories and events show
    #[arg(long, value_name = "ADDRESS", conflicts_with = "residents")]
    resident: Option<String>,
    /// Writes every event of both worlds as CSV
    #[arg(long, value_name = "FILE")]
    events: Option<PathBuf>,
    #[command(flatten)]
    telling: Telling,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    match found(arguments) {
        Ok(why) => told(arguments, &why),
        Err(exit) => exit,
    }
}

fn found(arguments: &Arguments) -> Result<Why, Exit> {
    let language = arguments.telling.language();
    let indicator = arguments
        .indicator
        .as_deref()
        .map(|id| options::indicator("--indicator", id, language))
        .transpose()?;
    let resident = arguments.resident.as_deref().map(|label| resident(label, language)).transpose()?;
    let a = options::scenario(&arguments.a, &arguments.set, language)?.scenario;
    let b = options::scenario(&arguments.b, &arguments.set, language)?.scenario;
    if let Some(folder) = arguments.events.as_deref().and_then(Path::parent)
        && !folder.as_os_str().is_empty()
        && !folder.is_dir()
    {
        let file = arguments.events.as_deref().unwrap_or(folder).display();
        let words = (
            format!("cannot write {file}: there is no such folder"),
            format!("impossible d'écrire {file} : ce dossier n'existe pas"),
        );
        return Err(mistake(language, words));
    }
    let seed = arguments.seed.unwrap_or(a.values[Key::Seed] as u64);
    let world = World { seed, replicate: arguments.replicate };
    let residents = usize::from(arguments.residents);
    let asked = WhyAsked { world, indicator, residents, resident, events: arguments.events.is_some() };
    match parallel::guarded(|| api::why(&a, &b, &asked, |_| ())) {
        Ok(Ok(why)) => Ok(why),
        Ok(Err(unpaired)) => Err(refused(&unpaired, language)),
        Err(panic) => {
            own_up(&format!("replicate {} under seed {seed}: {}", world.replicate, panic.0));
            Err(Exit::Bug)
        }
    }
}

fn told(arguments: &Arguments, why: &Why) -> Exit {
    let Telling { json, quiet, .. } = arguments.telling;
    let language = arguments.telling.language();
    if let Some(file) = &arguments.events
        && let Err(error) = write_whole(file, &why.events_csv())
    {
        let file = file.display();
        let words =
            (format!("cannot write {file}: {error}"), format!("impossible d'écrire {file} : {error}"));
        return mistake(language, words);
    }
    if json {
        return match serde_json::to_string_pretty(&why.facts(language)) {
            Ok(text) => say(&format!("{text}\n")),
            Err(error) => {
                own_up(&error.to_string());
                Exit::Bug
            }
        };
    }
    if quiet {
        return Exit::Done;
    }
    say(&why.page(language))
}

fn resident(label: &str, language: Language) -> Result<Who, Exit> {
    Who::parse(label).ok_or_else(|| {
        mistake(
            language,
            (
                format!(
                    "`{label}` is no address of a resident: one is written like 15138-42 (a founder of the commune 15138), 15138-2024-01-3 (turned 18) or arrival-2024-05-12 (came)"
                ),
                format!(
                    "`{label}` n'est pas l'adresse d'un habitant : elle s'écrit comme 15138-42 (présent au départ dans la commune 15138), 15138-2024-01-3 (a eu 18 ans) ou arrival-2024-05-12 (est arrivé)"
                ),
            ),
        )
    })
}

fn refused(unpaired: &Unpaired, language: Language) -> Exit {
    let words = match unpaired {
        Unpaired::Territory(one, other) => {
            format!(
                "les deux scénarios ne portent pas sur le même territoire : {one} et {other} ; on ne compare que des mondes d'un même territoire"
            )
        }
        Unpaired::Period(one, other) => {
            format!(
                "les deux scénarios ne couvrent pas les mêmes mois : {one} et {other} ; donnez-leur les mêmes `simulation.start` et `simulation.duration_months`"
            )
        }
        Unpaired::Nobody(address) => {
            format!("personne de l'adresse {address} ne vit dans l'un des deux mondes")
        }
    };
    mistake(language, (unpaired.to_string(), words))
}

/// Writes a file beside its place and then gives it its name, so that it appears whole or not at all.
fn write_whole(path: &Path, content: &str) -> io::Result<()> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.{}", std::process::id()));
    let write = || {
        let mut file = File::create_new(&beside)?;
        file.write_all(content.as_bytes())?;
        file.sync_all()?;
        fs::rename(&beside, path)
    };
    write().inspect_err(|_| {
        let _ = fs::remove_file(&beside);
    })
}
