//! Measures what was predicted before the rules were run, and writes `docs/predictions.md`.
//!
//! `cargo run --release -p xtask -- predictions [WORLDS [MOST]] [--save-first-rules]`: a row of `docs/predictions.toml` is
//! measured in WORLDS worlds, or in as many as it says itself. With MOST no row has more worlds than that, and nothing is
//! written: a quick try. `--save-first-rules` keeps the results as those of the first rules, once and for all.

mod care;
mod expectation;
mod first_rules;
mod measures;
mod more_meetings;
mod page;
mod rows;
mod side;

use crate::common::verdict::Verdict;
use crate::common::{Estimate, SEED, number, root};
use measures::Observed;
use rows::Row;
use std::io;

/// What was found of a row.
struct Found {
    /// In words.
    told: String,
    /// Worlds in which it was measured.
    worlds: u32,
    /// Of a row that could be measured.
    verdict: Option<Verdict>,
}

pub fn run(words: &[String]) -> io::Result<()> {
    let (switches, numbers): (Vec<String>, Vec<String>) =
        words.iter().cloned().partition(|word| word.starts_with("--"));
    let save = match &switches[..] {
        [] => false,
        [switch] if switch == "--save-first-rules" => true,
        _ => return Err(io::Error::other("the only switch is --save-first-rules")),
    };
    let (default, most) = (number(&numbers, 0, 20), number(&numbers, 1, u32::MAX));
    let text = std::fs::read_to_string(root().join(rows::FILE))?;
    let predictions = rows::read(&text).map_err(io::Error::other)?;
    let first = first_rules::read()?;
    if save && first.is_some() {
        return Err(io::Error::other(format!("{} is written once, and stands already", first_rules::FILE)));
    }
    let mut observed = Observed::default();
    let found: Vec<Found> = predictions
        .row
        .iter()
        .map(|row| {
            let found = measured(row, row.worlds.unwrap_or(default).min(most), &mut observed);
            eprintln!("{}: {}", row.id, found.told);
            found
        })
        .collect();
    let first = if save {
        first_rules::FirstRules::of(&predictions.row, &found, default)
    } else {
        first.unwrap_or_default()
    };
    if most < u32::MAX {
        print!("{}", page::text(&predictions, &first, &found, default));
        return Ok(());
    }
    if save {
        first_rules::write(&first)?;
    }
    crate::common::write("docs/predictions.md", &page::text(&predictions, &first, &found, default));
    Ok(())
}

/// What is found of a row in so many worlds.
fn measured(row: &Row, worlds: u32, observed: &mut Observed) -> Found {
    match measures::measure(row, worlds, observed) {
        Ok(estimate) => {
            let told = estimate.map_or("undefined".to_owned(), Estimate::told_to_three_digits);
            Found { told, worlds, verdict: Some(row.expectation().verdict(estimate)) }
        }
        Err(why) => Found { told: format!("not measurable with these rules: {why}"), worlds, verdict: None },
    }
}
