//! What supplier meetings do, with what they teach about suppliers and without it: a table on the standard output.
//!
//! `cargo run --release -p xtask -- supplier-meetings [WORLDS]`. The table of the rules in force is kept in `benches/RUNS.md`.

use crate::common::{Estimate, OPENING, differences, number, runs};
use hameau_model::observe::indicators::Indicator;

/// Ten years after the first meeting.
const MONTH: usize = OPENING + 120;

/// What is told of.
const TOLD: [(&str, Indicator); 4] = [
    ("all jobs", Indicator::TotalJobs),
    ("local jobs: private jobs that serve those present", Indicator::PresentialPrivateJobs),
    ("anchored jobs", Indicator::ProductiveAnchoredJobs),
    ("all income, EUR a year", Indicator::IncomeTotal),
];

/// Scenarios that are compared with no policy.
const COMPARED: [(&str, &[&str]); 2] = [
    ("supplier meetings less none", &[]),
    (
        "the same without a gain of linkage from a meeting",
        &["programme.anchoring.linkage_gain_per_meeting_share=0"],
    ),
];

pub fn run(words: &[String]) {
    let count = number(words, 0, 40);
    let baseline = runs("baseline", &[], count);
    let with = COMPARED.map(|(_, set)| runs("supplier-meetings", set, count));
    println!("| paired, month {MONTH} | {} |", COMPARED.map(|(name, _)| name).join(" | "));
    println!("|---|---|---|");
    for (name, indicator) in TOLD {
        let effects = with.each_ref().map(|with| {
            let effects = differences(&with.at(indicator, MONTH), &baseline.at(indicator, MONTH));
            Estimate::of_mean(&effects).map_or("undefined".to_owned(), Estimate::told_to_three_digits)
        });
        println!("| {name} | {} |", effects.join(" | "));
    }
}
