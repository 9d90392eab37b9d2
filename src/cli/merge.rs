//! `hameau merge`.

use super::options::Lang;
use super::{Exit, outcome, say};
use crate::api;
use hameau_study::engine::Study;
use std::path::PathBuf;

/// Makes the tables of a folder of results from its parts, once all shards are done, and all else that it is to hold
///
/// What the folder is stands in its plan: a comparison, a study and a report are made too, where they are not there as they
/// were written.
///
/// Exit codes: 0 done, 1 parts are missing or damaged, or the folder is none of results.
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The folder of results
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Language of what is read; else that of the locale
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let language = Lang::or_locale(arguments.lang);
    let merged = Study::existing(&arguments.folder).and_then(|study| {
        outcome::folder(&study, language);
        api::merge(&study)
    });
    match merged {
        Ok(manifest) => say(&format!(
            "{} runs of {} scenarios, {} failed\ndigest {}\n",
            manifest.runs,
            manifest.scenarios.len(),
            manifest.failed,
            manifest.digest
        )),
        Err(error) => outcome::refused(&error, language),
    }
}
