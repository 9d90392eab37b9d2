//! Makes documents, figures and the page: `cargo run --release -p xtask -- TASK`.

mod bits;
mod calibrate;
mod common;
mod documents;
mod mechanisms;
mod orders;
mod page;
mod pairing;
mod patterns;
mod phase_diagram;
mod predictions;
mod promoter;
mod stories;
mod supplier_meetings;
mod territory_table;

use std::io;
use std::process::ExitCode;

/// What there is to do, as it is said when something else is asked for.
const TASKS: &str = "usage: cargo run --release -p xtask -- TASK

  bits               digests of draws and worlds, to be compared with those of the page: SEED, run ... or world ...
  calibrate          numbers that patterns are fitted to, on the standard output: [WORLDS [flows | survival | place]]
  documents          files that are generated from the tables of parameters and indicators
  mechanisms         docs/mechanisms.md: [WORLDS [MURAT_WORLDS]]
  orders             docs/orders.md: [WORLDS [GRID_WORLDS]]
  page               the workshop page: [--check | --fresh]
  pairing            how far two policies part the same world, on the standard output: [WORLDS]
  patterns           docs/patterns.md: [WORLDS]
  phase-diagram      tables of docs/verification.md on the standard output; with svg, the drawing in docs/figures/
  predictions        docs/predictions.md: [WORLDS [MOST]] [--save-first-rules]
  promoter           docs/promoter.md: [WORLDS]
  stories            generated pages of docs/workshop/
  supplier-meetings  what supplier meetings do, on the standard output: [WORLDS]
  territory-table    docs/territory.md on the standard output
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (task, words) = words.split_first().map_or(("", &[][..]), |(task, words)| (task.as_str(), words));
    match run(task, words) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{task}: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Whether all is as it should be.
fn run(task: &str, words: &[String]) -> io::Result<bool> {
    match task {
        "bits" => bits::run(words),
        "calibrate" => calibrate::run(words),
        "documents" => documents::run()?,
        "mechanisms" => mechanisms::run(words),
        "orders" => orders::run(words),
        "page" => return page::run(words.first().map(String::as_str)),
        "pairing" => pairing::run(words),
        "patterns" => patterns::run(words),
        "phase-diagram" => phase_diagram::run(words),
        "predictions" => predictions::run(words)?,
        "promoter" => promoter::run(words),
        "stories" => stories::run(),
        "supplier-meetings" => supplier_meetings::run(words),
        "territory-table" => territory_table::run(),
        _ => {
            eprint!("{TASKS}");
            return Ok(false);
        }
    }
    Ok(true)
}
