//! `hameau diff`.

use super::options::{self, Telling};
use super::{Exit, outcome, say};
use crate::api::{self, ComparedFolder, Diff};
use hameau_report::changes_page;
use hameau_study::engine::StudyError;
use serde_json::json;
use std::path::{Path, PathBuf};

/// Holds two comparisons against each other: which conclusions changed, and by what
///
/// Policies are matched by their names. Told are the conclusions whose verdict changed, the effects that moved though
/// their verdict stands, how many others there are, and what differs between the two studies: worlds, seed, versions,
/// scenarios, and the values in them. Nothing is simulated or written.
///
/// Exit codes: 0 told, whether or not anything differs; 1 one of them is no folder of a comparison, or its tables are not
/// made.
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The folder of a comparison
    #[arg(value_name = "A")]
    a: PathBuf,
    /// Another one
    #[arg(value_name = "B")]
    b: PathBuf,
    /// Indicators to hold against each other: their ids, `headline` or `all`
    #[arg(long, value_name = "ID,ID", value_delimiter = ',', default_value = "headline")]
    indicators: Vec<String>,
    #[command(flatten)]
    telling: Telling,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let language = arguments.telling.language();
    let indicators = match options::indicators(&arguments.indicators, language) {
        Ok(indicators) => indicators,
        Err(exit) => return exit,
    };
    let open = |path: &Path| -> Result<ComparedFolder, StudyError> {
        let folder = api::open_comparison(path)?;
        if let Some(study) = &folder.study {
            outcome::folder(study, language);
        }
        Ok(folder)
    };
    let found = || -> Result<Diff, StudyError> {
        let (a, b) = (open(&arguments.a)?, open(&arguments.b)?);
        Ok(api::diff([&a, &b], &indicators))
    };
    match found() {
        Ok(found) => say(&shown(&found, arguments)),
        Err(error) => outcome::refused(&error, language),
    }
}

fn shown(found: &Diff, Arguments { a, b, telling, .. }: &Arguments) -> String {
    let (language, [a, b]) = (telling.language(), [a, b].map(|path| path.display().to_string()));
    if telling.json {
        let all = json!({
            "a": a,
            "b": b,
            "nothing_differs": found.none(),
            "conclusions": found.conclusions,
            "studies": found.studies,
        });
        return format!("{all:#}\n");
    }
    if telling.quiet {
        return String::new();
    }
    let colon = language.of((":", "\u{202f}:"));
    let page = changes_page(&found.conclusions, &found.studies, language);
    format!("A{colon} {a}\nB{colon} {b}\n\n{page}")
}
