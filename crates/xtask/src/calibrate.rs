//! Fits the numbers that patterns P1, P3, P4, P5 and drift name, one after the other, by bisection on the mean of paired worlds.
//!
//! `cargo run --release -p xtask -- calibrate [WORLDS [GROUP]]` prints each fitted value with the interval over which the pattern
//! holds; whoever changes the model copies them into the table of parameters. Worlds are those of seed 7, never those of
//! any other result. Numbers of the other groups keep their values in the table. No other pattern is looked at: P2's
//! arrivals are read, its departures are a check.

use crate::common::number;
use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::scenario::{Memory, Overrides, Scenario, resolve};
use hameau_model::kernel::parallel;
use hameau_model::kernel::random::World;
use hameau_model::observe::indicators::Indicator;
use hameau_model::observe::run::simulate;
use hameau_model::rules::step::Simulation;
use hameau_model::rules::ties::here_since;
use hameau_model::state::population::Origin;
use std::convert::Infallible;
use std::sync::atomic::AtomicBool;

/// Seed of the worlds.
const SEED: u64 = 7;

/// One number and the pattern that it is fitted to.
struct Fit {
    /// The parameter's full name.
    key: &'static str,
    range: [f64; 2],
    scenario: &'static str,
    months: u32,
    /// Months over which the observed value is averaged, from the end.
    over: usize,
    /// The indicator's id, or [`DRIFT`] or [`HERE`].
    indicator: &'static str,
    /// Smallest, aimed at and largest value of the pattern; the indicator rises with the number when `rises`.
    target: [f64; 3],
    rises: bool,
}

/// Numbers that are fitted together: round after round, each with the last values of the others.
struct Group {
    name: &'static str,
    fits: &'static [Fit],
    rounds: u32,
}

/// Strong ties of an adult in the last month over those of the first, less 1.
const DRIFT: &str = "strong ties, last month over first, less 1";
/// Share of the newcomers who are here for ten years or more: that of the last month less that of the first.
const HERE: &str = "newcomers here for ten years, last month less first";

/// The groups, in the order in which they are fitted. The last is fitted only when it is named.
const GROUPS: [Group; 4] = [
    // Ties stand at the start as they last only if people have been there for as long as they stay.
    Group { name: "drift", fits: &PRESENCE, rounds: 2 },
    // Who leaves is not there to give birth, and who is born leaves later: two rounds settle within the pattern.
    Group { name: "flows", fits: &FLOWS, rounds: 2 },
    Group { name: "survival", fits: &SURVIVAL, rounds: 1 },
    Group { name: "place", fits: &PLACE, rounds: 1 },
];

/// A fit of how long people are here at the start to what fifteen years make of it.
const fn of_presence(key: &'static str, range: [f64; 2], indicator: &'static str, either_side: f64) -> Fit {
    let (scenario, target) = ("hameau:baseline", [either_side, 0.0, -either_side]);
    Fit { key, range, scenario, months: 180, over: 1, indicator, target, rises: false }
}

/// Drift.
const PRESENCE: [Fit; 2] = [
    of_presence("initial.newcomer_mean_tenure_years", [4.0, 40.0], HERE, 0.01),
    of_presence("initial.local_mean_presence_years", [10.0, 80.0], DRIFT, 0.02),
];

/// A fit to the means of the first six years without policy.
const fn of_six_years(
    key: &'static str,
    range: [f64; 2],
    indicator: &'static str,
    target: [f64; 3],
    rises: bool,
) -> Fit {
    Fit { key, range, scenario: "hameau:baseline", months: 72, over: 61, indicator, target, rises }
}

/// P1: births and deaths of 2016-2021 and apparent net migration, given the arrivals that are read.
const FLOWS: [Fit; 3] = [
    of_six_years(
        "population.mortality_senescent_per_year",
        [6e-6, 2.4e-5],
        "deaths_persons_per_year",
        [210.0, 1315.0 / 6.0, 229.0],
        true,
    ),
    of_six_years(
        "population.births_per_adult_20_to_39_per_year",
        [0.02, 0.08],
        "births_persons_per_year",
        [65.0, 418.0 / 6.0, 75.0],
        true,
    ),
    of_six_years(
        "population.departure_at_25_per_year",
        [0.03, 0.25],
        "net_migration_percent_per_year",
        [0.4, 0.55, 0.7],
        false,
    ),
];

/// P5: 61 % of enterprises alive after five years (Insee), with what know-how adds in the run.
const SURVIVAL: [Fit; 1] = [Fit {
    key: "enterprises.failure_per_year",
    range: [0.005, 0.14],
    scenario: "hameau:baseline",
    // Every cohort that five years have passed over: one year alone has a hundred starts.
    months: 180,
    over: 109,
    indicator: "enterprises_alive_after_five_years_share",
    target: [0.59, 0.61, 0.63],
    rises: false,
}];

/// P3 and P4: who uses a place.
const PLACE: [Fit; 2] = [
    Fit {
        key: "attendance.entry_log_odds",
        range: [-14.0, -6.0],
        scenario: "hameau:shared-place",
        months: 65,
        over: 12,
        indicator: "active_users_persons",
        target: [4.0, 8.0, 25.0],
        rises: true,
    },
    Fit {
        key: "attendance.invitation_log_odds",
        range: [0.0, 9.0],
        scenario: "hameau:murat-history",
        months: 123,
        over: 1,
        indicator: "programme_entrepreneurs_ever_used_share",
        target: [0.4, 23.0 / 43.0, 0.65],
        rises: true,
    },
];

/// A number and what it is set to.
type Set = (&'static str, f64);

/// What is observed of a world.
#[derive(Clone, Copy)]
enum Measure {
    /// The mean of an indicator over the last months.
    Indicator(Indicator),
    /// See [`DRIFT`].
    Drift,
    /// See [`HERE`].
    Here,
}

impl Measure {
    fn of(self, fit: &Fit, scenario: &Scenario, world: World) -> f64 {
        match self {
            Self::Indicator(indicator) => {
                let run = simulate(scenario, world, |_| ());
                let months = &run.months[run.months.len() - fit.over..];
                months.iter().filter_map(|month| month.of(indicator)).sum::<f64>() / fit.over as f64
            }
            Self::Drift => {
                let run = simulate(scenario, world, |_| ());
                let at = |month: usize| run.months[month].of(Indicator::StrongDegree).unwrap_or(0.0);
                at(run.months.len() - 1) / at(0) - 1.0
            }
            Self::Here => {
                let mut simulation = Simulation::new(scenario, world, None);
                let first = here_for_ten_years(&simulation);
                (0..fit.months).for_each(|_| simulation.step());
                here_for_ten_years(&simulation) - first
            }
        }
    }
}

/// Share of the newcomers who are here for ten years or more.
fn here_for_ten_years(simulation: &Simulation) -> f64 {
    let residents = &simulation.state().residents;
    let newcomer = |row: &&u32| residents.origin[**row as usize] == Origin::Newcomer;
    let long = |row: &&u32| simulation.month().since(here_since(residents, **row)) >= 120;
    let all = residents.order().iter().filter(newcomer).count();
    residents.order().iter().filter(newcomer).filter(long).count() as f64 / all as f64
}

/// What a fit is made with.
struct Bench<'a> {
    fit: &'a Fit,
    measure: Measure,
    /// What the other numbers are set to.
    others: Vec<Set>,
    worlds: u32,
}

impl Bench<'_> {
    fn mean(&self, value: f64) -> f64 {
        let fit = self.fit;
        let mut set: Vec<String> = self.others.iter().map(|(key, value)| format!("{key}={value}")).collect();
        set.push(format!("{}={value}", fit.key));
        set.push(format!("simulation.duration_months={}", fit.months));
        let overrides = Overrides { set, ..Overrides::default() };
        let scenario =
            resolve(fit.scenario, &overrides, &Memory::default()).unwrap_or_else(|error| panic!("{error}"));
        let of = |replicate| Some(self.measure.of(fit, &scenario, World { seed: SEED, replicate }));
        let mut total = 0.0;
        let ended = parallel::in_order(
            self.worlds,
            parallel::available(),
            &AtomicBool::new(false),
            of,
            |_, observed| {
                total += observed;
                Ok::<(), Infallible>(())
            },
        );
        ended.unwrap_or_else(|ended| panic!("{ended:?}"));
        total / f64::from(self.worlds)
    }

    /// The value at which the mean meets the target.
    fn solve(&self, target: f64) -> f64 {
        let [mut low, mut high] = self.fit.range;
        for _ in 0..9 {
            let middle = f64::midpoint(low, high);
            let above = self.mean(middle) > target;
            if above == self.fit.rises {
                high = middle;
            } else {
                low = middle;
            }
        }
        f64::midpoint(low, high)
    }
}

impl Group {
    /// Fits its numbers; `fitted` are those of the groups before and gain its own.
    fn fit(&self, worlds: u32, fitted: &mut Vec<Set>) {
        for round in 1..=self.rounds {
            for fit in self.fits {
                let Some(measure) = known(fit) else { continue };
                let others = fitted.iter().copied().filter(|(key, _)| *key != fit.key).collect();
                let bench = Bench { fit, measure, others, worlds };
                let aim = bench.solve(fit.target[1]);
                fitted.retain(|(key, _)| *key != fit.key);
                fitted.push((fit.key, aim));
                if round == self.rounds {
                    let [low, high] = [fit.target[0], fit.target[2]].map(|target| bench.solve(target));
                    let (id, target) = (fit.indicator, fit.target[1]);
                    let [low, high] = [low.min(high), low.max(high)];
                    println!("{} = {aim:.4e} ({low:.4e} to {high:.4e}) for {id} = {target:.3}", fit.key);
                }
            }
        }
    }
}

/// What is observed for a fit; `None`, told, where the model has no such indicator or no such parameter.
fn known(fit: &Fit) -> Option<Measure> {
    let measure = match fit.indicator {
        DRIFT => Some(Measure::Drift),
        HERE => Some(Measure::Here),
        id => Indicator::from_id(id).map(Measure::Indicator),
    };
    let measure = measure.filter(|_| Key::named(fit.key).is_some());
    if measure.is_none() {
        println!("{} is not fitted: the model does not yet have it, or {}", fit.key, fit.indicator);
    }
    measure
}

/// Fits the group of this name; without a name, all but the last, which two scenarios of a place take long to run.
pub fn run(words: &[String]) {
    let worlds = number(words, 0, 6);
    let named = words.get(1).map(String::as_str);
    let chosen: Vec<&Group> = match named {
        Some(name) => GROUPS.iter().filter(|group| group.name == name).collect(),
        None => GROUPS[..GROUPS.len() - 1].iter().collect(),
    };
    if chosen.is_empty() {
        println!("no such group; there are {}", GROUPS.map(|group| group.name).join(", "));
    }
    let mut fitted = Vec::new();
    for group in chosen {
        group.fit(worlds, &mut fitted);
    }
}
