//! Burt's loss of bridges, and what outlives a facilitator.

use super::page::Page;
use crate::common::life::Life;
use crate::common::outlive::{FOLLOWED, lost, outlived};
use crate::common::verdict::Verdict;
use crate::common::{Estimate, differences, mean_told, scenario, worlds};

/// Burt's loss of bridges, measured through the third year.
pub fn burt(page: &mut Page, count: u32) {
    let scenario = scenario("baseline", &["simulation.duration_months=36"]);
    let found = worlds(count, |world| lost(&mut Life::new(&scenario, world), 36));
    for (which, name) in FOLLOWED.iter().enumerate() {
        let shares: Vec<f64> = found.iter().filter_map(|shares| shares[which]).collect();
        let name = format!("Burt: {name}, gone a year later, share");
        let told = mean_told(&shares, 3);
        match which {
            3 | 4 => {
                let mean = Estimate::of_mean(&shares).map_or(0.0, |estimate| estimate.mean);
                page.told(&name, "about .9 (Burt 2002)", &told, Verdict::of((0.85..=0.95).contains(&mean)));
            }
            _ => page.told(&name, "for comparison", &told, Verdict::None),
        }
    }
}

/// E10: works outlive the end of facilitation longer than ties of introductions.
pub fn after_facilitation(page: &mut Page, count: u32) {
    let scenario = scenario("facilitation", &["simulation.duration_months=65"]);
    let found = worlds(count, |world| outlived(&mut Life::new(&scenario, world)));
    let of = |which: usize| -> Vec<Option<f64>> { found.iter().map(|shares| shares[which]).collect() };
    let names = [
        "works in operation",
        "ties of pairs introduced in the last funded year (any stock)",
        "ties of 50 h and more between users",
    ];
    for (which, name) in names.iter().enumerate() {
        let name = format!("E10 alive two years after the end of facilitation: {name}, share");
        let values: Vec<f64> = of(which).into_iter().flatten().collect();
        page.told(&name, "", &mean_told(&values, 2), Verdict::None);
    }
    let more = differences(&of(0), &of(1));
    let name = "E10 works less ties of introductions, paired, worlds with both";
    page.sign(name, "above 0", Estimate::of_mean(&more), 2, 1);
}
