//! Without any policy, do ties hold their number for fifteen years?

use crate::common::{reference, world};
use hameau_model::observe::indicators::Indicator;
use hameau_model::observe::run::simulate;

#[test]
fn mean_degree_and_strong_ties_drift_by_less_than_five_percent() {
    let scenario = reference(180, "", &[]);
    let worlds = 3;
    let runs: Vec<_> = (0..worlds).map(|replicate| simulate(&scenario, world(replicate), |_| ())).collect();
    for indicator in [Indicator::Degree, Indicator::StrongDegree] {
        let mean = |month: usize| {
            runs.iter().map(|run| run.months[month].of(indicator).unwrap()).sum::<f64>() / f64::from(worlds)
        };
        let start = mean(0);
        for month in [11, 35, 59, 119, 179] {
            let drift = mean(month) / start - 1.0;
            assert!(drift.abs() < 0.05, "{indicator:?} drifts by {drift:+.3} at month {month}");
        }
        if indicator == Indicator::StrongDegree {
            assert!((4.0..6.5).contains(&start), "about five strong ties, not {start}");
        }
    }
}
