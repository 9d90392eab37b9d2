//! `docs/predictions.md`.

use super::first_rules::FirstRules;
use super::measures::EXPLAINED;
use super::rows::{Predictions, Row};
use super::{Found, SEED};
use crate::common::verdict::Verdict;
use std::fmt::Write;

/// The document.
pub fn text(predictions: &Predictions, first: &FirstRules, found: &[Found], default: u32) -> String {
    let count = |verdict: Option<Verdict>| found.iter().filter(|found| found.verdict == verdict).count();
    let mut text = format!(
        "# Predictions\n\nWritten down on {} in [predictions.toml](predictions.toml), before any run of the rules that they are about, \
         number {}; the rules before them are called the first. Measured by \
         `cargo run --release -p xtask -- predictions {default}` in worlds of seed {SEED}; calibration used seed 7 and looked at the \
         rows that are marked fitted, at no other.\n\n**{} met, {} not met, {} undecided, {} not measurable.** A row is never mended \
         after its result is known.\n\n",
        predictions.written,
        predictions.version,
        count(Some(Verdict::Met)),
        count(Some(Verdict::NotMet)),
        count(Some(Verdict::Undecided)),
        count(None),
    );
    text += "A result is the mean over worlds with its interval of 95 % (Student); `A less B` is a difference within the same world. \
             A range is met when the mean lies in it; above, below and within when the whole interval does, and they are undecided \
             while it holds the limit.";
    if !first.said.is_empty() {
        let _ = write!(text, " First rules: {}", first.said);
    }
    text += "\n\n| prediction | expected | first rules | now | worlds | verdict | why |\n|---|---|---|---|---|---|---|\n";
    for (row, found) in predictions.row.iter().zip(found) {
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} | {} | {} |",
            asked(row),
            row.expectation().told(),
            first.told(&row.id).replace('|', "/"),
            found.told.replace('|', "/"),
            found.worlds,
            found.verdict.map_or("not measurable", Verdict::words),
            row.why,
        );
    }
    text += "\n## What is measured\n\nIndicators are those of [indicators.md](indicators.md). The other names:\n\n";
    for (name, means) in EXPLAINED {
        let _ = writeln!(text, "- `{name}`: {means}");
    }
    text
}

/// What a row asks, in words.
fn asked(row: &Row) -> String {
    let Row { id, measure, scenario, month, .. } = row;
    let set =
        |set: &[String]| if set.is_empty() { String::new() } else { format!(" with `{}`", set.join("`, `")) };
    let mut text = format!("**{id}** `{measure}`: {scenario}{}", set(&row.set));
    if let Some(against) = &row.against {
        let _ = write!(text, " less {against}{}", set(&row.set_against));
    }
    let _ = match row.over {
        1 => write!(text, ", month {month}"),
        over => write!(text, ", months {} to {month}", month - over + 1),
    };
    text + if row.fitted { "; fitted" } else { "" }
}
