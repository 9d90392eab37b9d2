//! Without any policy, do ties hold their number for fifteen years, and closure its level from the first month on?
//!
//! People grow fewer and older in that time and newcomers more of them, so that nothing holds to the last digit:
//! `docs/predictions.md` says by how much in more worlds.

use crate::common::{reference, world};
use hameau_model::inputs::scenario::Scenario;
use hameau_model::observe::indicators::Indicator;
use hameau_model::observe::run::{Run, simulate};

const WORLDS: u32 = 3;

fn runs(scenario: &Scenario) -> Vec<Run> {
    (0..WORLDS).map(|replicate| simulate(scenario, world(replicate), |_| ())).collect()
}

fn mean(runs: &[Run], indicator: Indicator, month: usize) -> f64 {
    runs.iter().map(|run| run.months[month].of(indicator).unwrap()).sum::<f64>() / runs.len() as f64
}

#[test]
fn ties_hold_their_number_and_closure_its_level() {
    let runs = runs(&reference(180, "", &[]));
    for indicator in [Indicator::Degree, Indicator::StrongDegree] {
        let start = mean(&runs, indicator, 0);
        for (month, most) in [(11, 0.03), (35, 0.06), (59, 0.06), (119, 0.05), (179, 0.03)] {
            let drift = mean(&runs, indicator, month) / start - 1.0;
            assert!(drift.abs() < most, "{indicator:?} drifts by {drift:+.3} at month {month}");
        }
    }
    let strong = mean(&runs, Indicator::StrongDegree, 0);
    assert!((4.0..6.5).contains(&strong), "about five strong ties, not {strong}");
    let change = mean(&runs, Indicator::NewcomersIh, 35) - mean(&runs, Indicator::NewcomersIh, 0);
    assert!(change.abs() < 0.015, "closure moves by {change:+.3} in three years");
}

/// Ties that are grown over four years only are too few, and closure is not what it will be.
#[test]
fn a_founding_that_remembers_little_drifts() {
    let runs = runs(&reference(36, "", &["initial.remembered_contact_years=4"]));
    let drift = mean(&runs, Indicator::StrongDegree, 35) / mean(&runs, Indicator::StrongDegree, 0) - 1.0;
    assert!(drift > 0.2, "{drift}");
}
