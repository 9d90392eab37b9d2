//! `hameau status`.

use super::options::Telling;
use super::{Exit, outcome, say};
use crate::api::Speed;
use hameau_model::inputs::parameters::Key;
use hameau_study::engine::{self, FailedRun, Status, Study, StudyError};
use hameau_words::{Language, clock_time, number};
use serde_json::json;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::{Instant, SystemTime};

/// Tells how far a folder of results has come: done, missing, failed, time left
///
/// Exit codes: 0 told, 1 the folder is none of results.
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The folder of results
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Threads with which it would go on; else as many as the machine runs at once
    #[arg(long, value_name = "T", allow_negative_numbers = true, value_parser = clap::value_parser!(u16).range(1..=hameau_model::kernel::parallel::MOST_THREADS as i64))]
    threads: Option<u16>,
    #[command(flatten)]
    telling: Telling,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    match text(arguments) {
        Ok(text) => say(&text),
        Err(error) => outcome::refused(&error, arguments.telling.language()),
    }
}

fn text(Arguments { folder, threads, telling }: &Arguments) -> Result<String, StudyError> {
    let study = Study::existing(folder)?;
    outcome::folder(&study, telling.language());
    let status = engine::status(&study, SystemTime::now())?;
    let threads = threads.map_or_else(hameau_model::kernel::parallel::available, usize::from);
    let left = left(&study, &status, threads);
    if telling.json {
        let all = json!({ "folder": folder.display().to_string(), "status": status, "seconds_left": left });
        return Ok(format!("{all:#}\n"));
    }
    Ok(shown(&status, left, threads, telling.language()))
}

/// Seconds that what is missing takes: at the pace of whoever is at work, else by a short trial on this machine.
fn left(study: &Study, status: &Status, threads: usize) -> Option<f64> {
    if status.missing == 0 {
        return None;
    }
    if let Some(pace) = status.pace {
        return Some(status.missing_adult_months as f64 / pace);
    }
    let scenario = &study.points().first()?.scenario;
    let begun = Instant::now();
    let speed = Speed::measure(scenario, status.missing, threads, || begun.elapsed().as_secs_f64());
    Some(speed.seconds(status.missing, scenario.values[Key::Months] as u32, threads))
}

fn shown(status: &Status, left: Option<f64>, threads: usize, language: Language) -> String {
    let count = |value: u32| number(f64::from(value), 0, language);
    let mut text = String::new();
    let mut row = |name: (&str, &str), value: String| {
        let _ = writeln!(text, "{:<10}  {value}", language.of(name));
    };
    for (name, planned, done) in &status.scenarios {
        row((name, name), format!("{}/{}", count(*done), count(*planned)));
    }
    row(("worlds", "mondes"), count(status.runs));
    row(("done", "faits"), count(status.done));
    row(("failed", "échoués"), count(status.failed));
    row(("missing", "manquants"), count(status.missing));
    for (name, why) in &status.damaged {
        row(("damaged", "abîmé"), format!("{name}: {why}"));
    }
    let tables = if status.merged { ("made", "faites") } else { ("to be made", "à faire") };
    row(("tables", "tables"), language.of(tables).to_owned());
    if !status.unfinished.is_empty() {
        let words = (
            "left half-made, or of somebody at work; swept when they are old",
            "laissés inachevés, ou de quelqu'un à l'oeuvre ; balayés quand ils sont vieux",
        );
        row(("leftovers", "restes"), format!("{} ({})", status.unfinished.join(", "), language.of(words)));
    }
    for FailedRun { scenario, replicate, why, command } in &status.failures {
        row(("failure", "échec"), format!("{scenario} {replicate}: {why}\n{:<12}{command}", ""));
    }
    if let Some(seconds) = left {
        let time = clock_time(seconds, language);
        let at = if status.pace.is_some() {
            language
                .of(("at the pace of the last blocks".to_owned(), "au rythme des derniers blocs".to_owned()))
        } else {
            language.of((
                format!("if it goes on here with {threads} threads"),
                format!("si cela reprend ici avec {threads} fils"),
            ))
        };
        let about = language.of(("about", "environ"));
        row(("left", "reste"), format!("{about} {time} {at}"));
    }
    text
}
