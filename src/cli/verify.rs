//! `hameau verify`.

use super::options::Telling;
use super::{Exit, outcome, say, signals};
use crate::api;
use hameau_model::kernel::parallel::{self, MOST_THREADS};
use hameau_study::engine::{Asked, Difference, Study, Verified};
use hameau_words::Language;
use serde_json::json;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::atomic::Ordering;

/// Runs simulated again when nobody says otherwise.
const SAMPLE: usize = 5;
/// Differences told one by one; the rest is counted.
const TOLD: usize = 20;

/// Verifies a folder of results: every file, all of it made anew, then some runs again, bit for bit
///
/// Every file is held against its hash; tables, reports and the manifest are made anew from the parts and the plan and
/// compared, and some runs are simulated again. What that proves and what it cannot is in docs/trust.md.
///
/// Exit codes: 0 all is as it was written, 1 something differs or the folder is none of results, 130 stopped by Ctrl-C.
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The folder of results
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Runs to simulate again, evenly spread over all
    #[arg(long, value_name = "N", conflicts_with = "all", default_value_t = SAMPLE)]
    sample: usize,
    /// Simulates every run again
    #[arg(long)]
    all: bool,
    /// Leaves out files that are not there, for a folder of which only a part was kept: worlds without a part are held
    /// against the table of runs
    #[arg(long)]
    present: bool,
    /// Numbers of threads, each of which must give the same bits; else as many as the machine runs at once
    #[arg(long, value_name = "1,2,8", allow_negative_numbers = true, value_delimiter = ',', value_parser = clap::value_parser!(u16).range(1..=MOST_THREADS as i64))]
    threads: Vec<u16>,
    #[command(flatten)]
    telling: Telling,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let telling = &arguments.telling;
    let language = telling.language();
    let sample = if arguments.all { usize::MAX } else { arguments.sample };
    let mut threads: Vec<usize> = arguments.threads.iter().map(|threads| usize::from(*threads)).collect();
    if threads.is_empty() {
        threads.push(parallel::available());
    }
    let stop = signals::stop_when_asked(telling.quiet, language);
    let asked = Asked { sample, threads: &threads, present: arguments.present };
    let verified = Study::existing(&arguments.folder).and_then(|study| {
        outcome::folder(&study, language);
        api::verify(&study, &asked, &stop)
    });
    let verified = match verified {
        Ok(verified) => verified,
        Err(error) => return outcome::refused(&error, language),
    };
    if stop.load(Ordering::Relaxed) {
        return Exit::Interrupted;
    }
    let text = if telling.json { as_json(&verified) } else { shown(&verified, &threads, language) };
    let told = if telling.quiet && !telling.json && verified.differences.is_empty() {
        Exit::Done
    } else {
        say(&text)
    };
    if verified.differences.is_empty() { told } else { Exit::Mistake }
}

fn as_json(verified: &Verified) -> String {
    let differences: Vec<_> = verified
        .differences
        .iter()
        .map(|difference| match difference {
            Difference::File { name, why } => json!({ "file": name, "why": why }),
            Difference::Run { scenario, replicate, threads, why } => {
                json!({ "scenario": scenario, "replicate": replicate, "threads": threads, "why": why })
            }
        })
        .collect();
    let all = json!({
        "files": verified.files,
        "parts": verified.parts,
        "runs": verified.runs,
        "differences": differences,
    });
    format!("{all:#}\n")
}

fn shown(verified: &Verified, threads: &[usize], language: Language) -> String {
    let mut text = String::new();
    for difference in verified.differences.iter().take(TOLD) {
        let line = match difference {
            Difference::File { name, why } => format!("{name}: {why}"),
            Difference::Run { scenario, replicate, threads, why } => language.of((
                format!("replicate {replicate} of {scenario}, {threads} threads: {why}"),
                format!("réplicat {replicate} de {scenario}, {threads} fils : {why}"),
            )),
        };
        let _ = writeln!(text, "{line}");
    }
    let count = verified.differences.len();
    let (files, parts, runs) = (verified.files, verified.parts, verified.runs);
    let threads: Vec<String> = threads.iter().map(usize::to_string).collect();
    let threads = threads.join(", ");
    let found = language.of(match count {
        0 => ("all as it was written".to_owned(), "tout est comme écrit".to_owned()),
        1 => ("1 difference".to_owned(), "1 différence".to_owned()),
        _ => (format!("{count} differences"), format!("{count} différences")),
    });
    let _ = writeln!(
        text,
        "{}",
        language.of((
            format!("{files} files and {parts} parts read, {runs} runs simulated again with {threads} threads: {found}"),
            format!("{files} fichiers et {parts} parties lus, {runs} mondes simulés de nouveau avec {threads} fils : {found}"),
        ))
    );
    text
}
