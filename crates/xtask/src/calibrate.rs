//! Fits the six numbers that patterns P1, P3, P4 and P5 name, one after the other, by bisection on the mean of paired worlds.
//!
//! `cargo run --release -p xtask -- calibrate [WORLDS [SKIPPED]]` prints each fitted value with the interval over which the pattern
//! holds; whoever changes the model copies them into the table of parameters. Worlds are those of seed 7, never those of
//! any other result. Numbers that are skipped keep their values in the table. The other patterns are not looked at.

use crate::common::number;
use hameau_model::inputs::scenario::{Memory, Overrides, resolve};
use hameau_model::kernel::random::World;
use hameau_model::observe::indicators::Indicator;
use hameau_model::observe::run::simulate;

/// One number and the pattern that it is fitted to.
struct Fit {
    key: &'static str,
    range: [f64; 2],
    scenario: &'static str,
    months: u32,
    /// Months over which the observed value is averaged, from the end.
    over: usize,
    indicator: Indicator,
    /// Smallest, aimed at and largest value of the pattern; the indicator rises with the number when `rises`.
    target: [f64; 3],
    rises: bool,
}

const FITS: [Fit; 6] = [
    Fit {
        key: "population.mortality_senescent_per_year",
        range: [6e-6, 2.4e-5],
        scenario: "hameau:baseline",
        months: 72,
        over: 61,
        indicator: Indicator::Deaths,
        target: [210.0, 1315.0 / 6.0, 229.0],
        rises: true,
    },
    Fit {
        key: "population.births_per_adult_20_to_39_per_year",
        range: [0.02, 0.08],
        scenario: "hameau:baseline",
        months: 72,
        over: 61,
        indicator: Indicator::Births,
        target: [65.0, 418.0 / 6.0, 75.0],
        rises: true,
    },
    Fit {
        key: "population.departure_at_25_per_year",
        range: [0.03, 0.25],
        scenario: "hameau:baseline",
        months: 72,
        over: 61,
        indicator: Indicator::NetMigration,
        target: [0.4, 0.55, 0.7],
        rises: false,
    },
    // Every cohort that five years have passed over: one year alone has a hundred starts.
    Fit {
        key: "enterprises.failure_per_year",
        range: [0.02, 0.14],
        scenario: "hameau:baseline",
        months: 180,
        over: 109,
        indicator: Indicator::EnterprisesAlive5Years,
        target: [0.59, 0.61, 0.63],
        rises: false,
    },
    Fit {
        key: "attendance.entry_log_odds",
        range: [-14.0, -6.0],
        scenario: "hameau:shared-place",
        months: 65,
        over: 12,
        indicator: Indicator::ActiveUsers,
        target: [4.0, 8.0, 25.0],
        rises: true,
    },
    Fit {
        key: "attendance.invitation_log_odds",
        range: [0.0, 9.0],
        scenario: "hameau:murat-history",
        months: 123,
        over: 1,
        indicator: Indicator::EntrepreneursEverUsing,
        target: [0.4, 23.0 / 43.0, 0.65],
        rises: true,
    },
];

fn mean(fit: &Fit, fitted: &[String], value: f64, worlds: u32) -> f64 {
    let mut set = fitted.to_vec();
    set.push(format!("{}={value}", fit.key));
    set.push(format!("simulation.duration_months={}", fit.months));
    let overrides = Overrides { set, ..Overrides::default() };
    let scenario =
        resolve(fit.scenario, &overrides, &Memory::default()).unwrap_or_else(|error| panic!("{error}"));
    let of = |replicate| {
        let run = simulate(&scenario, World { seed: 7, replicate }, |_| ());
        let months = &run.months[run.months.len() - fit.over..];
        months.iter().filter_map(|month| month.of(fit.indicator)).sum::<f64>() / fit.over as f64
    };
    (0..worlds).map(of).sum::<f64>() / f64::from(worlds)
}

/// The value at which the mean meets the target.
fn solve(fit: &Fit, fitted: &[String], target: f64, worlds: u32) -> f64 {
    let [mut low, mut high] = fit.range;
    for _ in 0..9 {
        let middle = f64::midpoint(low, high);
        let above = mean(fit, fitted, middle, worlds) > target;
        if above == fit.rises {
            high = middle;
        } else {
            low = middle;
        }
    }
    f64::midpoint(low, high)
}

pub fn run(words: &[String]) {
    let (worlds, skipped) = (number(words, 0, 6), number(words, 1, 0) as usize);
    let mut fitted = Vec::new();
    for fit in &FITS[skipped..] {
        let [low, aim, high] = fit.target.map(|target| solve(fit, &fitted, target, worlds));
        let id = fit.indicator.row().id;
        println!(
            "{} = {aim:.4e} ({:.4e} to {:.4e}) for {id} = {:.3}",
            fit.key,
            low.min(high),
            low.max(high),
            fit.target[1]
        );
        fitted.push(format!("{}={aim}", fit.key));
    }
}
