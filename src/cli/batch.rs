//! `hameau batch`.

use super::options::{How, Office, Telling};
use super::progress::Reporter;
use super::{Exit, outcome, signals};
use crate::api::{self, End};
use hameau_study::engine::{Study, StudyError};
use std::path::PathBuf;

/// Simulates what is missing in a folder of results that was planned, alone or as one shard of many
///
/// This is what a job on a cluster starts, many times, anywhere, in any order, twice if it likes. The plan in the folder
/// says what to do; no other file is read. `hameau merge DIR` makes the tables when all shards are done.
///
/// Exit codes: 0 done, 64 no such plan, 65 a plan of another version, or damaged, 66 a run gave other values than those
/// already there, 70 stopped at a run that failed, 75 asked to end before all was done: start it again.
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The folder of results
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    #[command(flatten)]
    how: How,
    #[command(flatten)]
    office: Office,
    #[command(flatten)]
    telling: Telling,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    match batch(arguments) {
        Ok(exit) => exit,
        Err(error) => {
            outcome::refused(&error, arguments.telling.language());
            code(&error)
        }
    }
}

fn batch(Arguments { folder, how, office, telling }: &Arguments) -> Result<Exit, StudyError> {
    let mut study = Study::existing(folder)?;
    if office.semicolons() {
        study.plan_semicolons()?;
    }
    let language = telling.language();
    let scenarios: Vec<_> = study.points().iter().map(|point| &point.scenario).collect();
    let replicates = study.points().iter().map(|point| point.worlds.count()).max().unwrap_or(0);
    let series = Some(study.series());
    let estimate = api::estimate(&scenarios, replicates, study.seed(), how.threads(), series);
    let stop = signals::stop_when_asked(telling.quiet, language);
    let reporter = Reporter::new(&estimate, telling.quiet, language);
    let ran = api::simulate(study, &how.ways(), &stop, &reporter);
    reporter.end(ran.is_ok());
    let ran = ran?;
    outcome::told(&ran, telling.quiet, language);
    Ok(match ran.end {
        End::Interrupted => Exit::Incomplete,
        End::Failed => Exit::Failed,
        End::Shard { .. } | End::Complete(_) => Exit::Done,
    })
}

/// What a cluster is told of a refusal.
fn code(error: &StudyError) -> Exit {
    use hameau_study::store::StoreError::{Dangling, Foreign, NoStudy, NotAFolder, OtherVersion, Plan};
    match error {
        StudyError::Differs { .. } => Exit::Differs,
        StudyError::Store(Dangling { .. } | Foreign { .. } | NoStudy { .. } | NotAFolder { .. })
        | StudyError::NoThreads { .. } => Exit::Usage,
        StudyError::Store(OtherVersion { .. } | Plan { .. })
        | StudyError::OtherContent { .. }
        | StudyError::NotPlanned { .. }
        | StudyError::Unmade { .. }
        | StudyError::Torn { .. } => Exit::Plan,
        _ => Exit::Incomplete,
    }
}
