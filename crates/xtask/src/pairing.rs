//! How far two policies part the same world, and what their comparison gains from it: a table on the standard output.
//!
//! `cargo run --release -p xtask -- pairing [WORLDS]`. The table of the rules in force is kept in `benches/RUNS.md`.

use crate::common::life::Life;
use crate::common::pairs::{Gauge, differing, gain, gauged};
use crate::common::{Estimate, mean_told, number, scenario, worlds};

/// Months after which ties are compared, and the one at which gains are told.
const MONTHS: [u32; 4] = [12, 60, 120, 180];
const GAIN: u32 = 120;

/// A shipped scenario with overrides.
type Named = (&'static str, &'static [&'static str]);

/// What is compared: in words, and both scenarios.
const COMPARED: [(&str, [Named; 2]); 2] = [
    (
        "facilitator-stays at .5 post and at .6",
        [
            ("facilitator-stays", &["programme.facilitator.staff_fte=0.5"]),
            ("facilitator-stays", &["programme.facilitator.staff_fte=0.6"]),
        ],
    ),
    ("baseline and shared-place", [("baseline", &[]), ("shared-place", &[])]),
];

/// What is found of one world.
struct Parted {
    /// Residents whose ties differ and residents, after each of [`MONTHS`].
    differing: [[u32; 2]; MONTHS.len()],
    /// What gains are about, of both sides.
    gauged: Vec<[Option<f64>; 2]>,
}

pub fn run(words: &[String]) {
    let count = number(words, 0, 24);
    let gauges = gauged();
    println!("| what | {} |", COMPARED.map(|(name, _)| name).join(" | "));
    println!("|---|---|---|");
    let found = COMPARED.map(|(_, sides)| {
        let sides = sides.map(|(name, set)| scenario(name, set));
        worlds(count, |world| parted(sides.each_ref().map(|side| Life::new(side, world)), &gauges))
    });
    for (at, month) in MONTHS.into_iter().enumerate() {
        let shares = found.each_ref().map(|worlds| {
            let of = |read: fn([u32; 2]) -> f64| -> Vec<f64> {
                worlds.iter().map(|parted| read(parted.differing[at])).collect()
            };
            let share = mean_told(&of(|[differing, all]| f64::from(differing) / f64::from(all.max(1))), 4);
            format!("{share}; {} adults", mean_told(&of(|[differing, _]| f64::from(differing)), 0))
        });
        println!("| share and number of adults whose ties differ, month {month} | {} |", shares.join(" | "));
    }
    for (at, (name, _)) in gauges.iter().enumerate() {
        let gains = found.each_ref().map(|worlds| {
            let pairs: Vec<[Option<f64>; 2]> = worlds.iter().map(|parted| parted.gauged[at]).collect();
            gain(&pairs).map_or("undefined".to_owned(), Estimate::told_to_three_digits)
        });
        println!("| gain of pairing, {name}, month {GAIN} | {} |", gains.join(" | "));
    }
}

fn parted([mut a, mut b]: [Life; 2], gauges: &[(&str, Gauge)]) -> Parted {
    let mut gauged = Vec::new();
    let differing = MONTHS.map(|month| {
        let counts = differing(a.to(month), b.to(month));
        if month == GAIN {
            gauged = gauges.iter().map(|(_, gauge)| [gauge(&a), gauge(&b)]).collect();
        }
        counts
    });
    Parted { differing, gauged }
}
