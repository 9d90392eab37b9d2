//! Ties followed from year to year, and what outlives a facilitator.

use super::page::{Page, Verdict};
use crate::common::{Estimate, differences, mean_told, scenario, worlds};
use hameau_model::inputs::scenario::Scenario;
use hameau_model::kernel::random::{Who, World};
use hameau_model::rules::step::{Simulation, State};
use hameau_model::state::ties::UNITS_PER_HOUR;
use hameau_model::state::works::Stage;
use std::collections::{HashMap, HashSet};

/// Stock in stored units of a tie that indicators count, and of a strong one.
const CASUAL: u16 = 50 * UNITS_PER_HOUR as u16;
const STRONG: u16 = 90 * UNITS_PER_HOUR as u16;

type Pair = (Who, Who);

fn pair(a: Who, b: Who) -> Pair {
    (a.min(b), a.max(b))
}

/// Everybody's ties: the stock by pair.
fn ties(state: &State) -> HashMap<Pair, u16> {
    let address = &state.residents.address;
    let of = |row: &u32| {
        let row = *row;
        state
            .ties
            .of(row)
            .map(move |(other, stock)| (pair(address[row as usize], address[other as usize]), stock))
    };
    state.residents.order().iter().flat_map(of).collect()
}

fn present(state: &State) -> HashSet<Who> {
    state.residents.order().iter().map(|row| state.residents.address[*row as usize]).collect()
}

/// Pairs that share no other tie: bridges.
fn bridges(ties: &HashMap<Pair, u16>) -> HashSet<Pair> {
    let mut with: HashMap<Who, HashSet<Who>> = HashMap::new();
    for (a, b) in ties.keys() {
        with.entry(*a).or_default().insert(*b);
        with.entry(*b).or_default().insert(*a);
    }
    ties.keys().filter(|(a, b)| with[a].is_disjoint(&with[b])).copied().collect()
}

fn run_to(simulation: &mut Simulation, done: &mut u32, month: u32) {
    while *done < month {
        simulation.step();
        *done += 1;
    }
}

/// Which ties of the end of the second year are followed through the third.
const FOLLOWED: [&str; 6] = [
    "any tie",
    "a tie younger than a year",
    "a tie below 50 h",
    "a bridge (no tie in common)",
    "a bridge younger than a year",
    "a strong tie (90 h and more)",
];

/// Shares of the ties of each kind of [`FOLLOWED`] that are gone a year later, of pairs of whom both are still there.
fn lost(scenario: &Scenario, world: World) -> [Option<f64>; FOLLOWED.len()] {
    let mut simulation = Simulation::new(scenario, world, None);
    let mut done = 0;
    run_to(&mut simulation, &mut done, 12);
    let old = ties(simulation.state());
    run_to(&mut simulation, &mut done, 24);
    let now = ties(simulation.state());
    let bridges = bridges(&now);
    run_to(&mut simulation, &mut done, 36);
    let (later, here) = (ties(simulation.state()), present(simulation.state()));
    let mut counts = [[0_u32; 2]; FOLLOWED.len()];
    for (pair, stock) in now.iter().filter(|((a, b), _)| here.contains(a) && here.contains(b)) {
        let (young, bridge) = (!old.contains_key(pair), bridges.contains(pair));
        let kinds = [true, young, *stock < CASUAL, bridge, young && bridge, *stock >= STRONG];
        for (count, _) in counts.iter_mut().zip(kinds).filter(|(_, is)| *is) {
            count[usize::from(!later.contains_key(pair))] += 1;
        }
    }
    counts.map(|[kept, gone]| (kept + gone > 0).then(|| f64::from(gone) / f64::from(kept + gone)))
}

/// Burt's loss of bridges, measured.
pub fn burt(page: &mut Page, count: u32) {
    let scenario = scenario("baseline", &["simulation.duration_months=36"]);
    let found = worlds(count, |world| lost(&scenario, world));
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

/// Last funded month of the facilitator of `facilitation`, and two years later.
const FUNDED: u32 = 41;
const LATER: u32 = 65;

/// What is alive two years after the end of facilitation: works in operation; pairs introduced in the last funded year; ties
/// of 50 h and more between users, as shares of those at the end.
fn outlived(scenario: &Scenario, world: World) -> [Option<f64>; 3] {
    let mut simulation = Simulation::new(scenario, world, None);
    let mut introduced: HashSet<Pair> = HashSet::new();
    for month in 1..=FUNDED {
        simulation.step();
        let state = simulation.state();
        if month + 12 > FUNDED {
            let address = |row: u32| state.residents.address[row as usize];
            introduced.extend(state.introduced.iter().map(|(a, b)| pair(address(*a), address(*b))));
        }
    }
    let state = simulation.state();
    let works = operating(state);
    let now = ties(state);
    let users: HashSet<Who> = state
        .places
        .iter()
        .flat_map(|place| &place.users)
        .map(|row| state.residents.address[*row as usize])
        .collect();
    let kept = |chosen: &dyn Fn(&Pair, u16) -> bool| -> Vec<Pair> {
        now.iter().filter(|(pair, stock)| chosen(pair, **stock)).map(|(pair, _)| *pair).collect()
    };
    let of_introductions = kept(&|pair, _| introduced.contains(pair));
    let of_users = kept(&|(a, b), stock| stock >= CASUAL && users.contains(a) && users.contains(b));
    let mut done = FUNDED;
    run_to(&mut simulation, &mut done, LATER);
    let (alive, later) = (operating(simulation.state()), ties(simulation.state()));
    let share = |alive: usize, all: usize| (all > 0).then(|| alive as f64 / all as f64);
    let stands = |pairs: &[Pair], least: u16| {
        pairs.iter().filter(|pair| later.get(pair).is_some_and(|stock| *stock >= least)).count()
    };
    [
        share(works.intersection(&alive).count(), works.len()),
        share(stands(&of_introductions, 1), of_introductions.len()),
        share(stands(&of_users, CASUAL), of_users.len()),
    ]
}

fn operating(state: &State) -> HashSet<Who> {
    state.works.list.iter().filter(|work| work.stage == Stage::Operating).map(|work| work.who).collect()
}

/// E10: works outlive the end of facilitation longer than ties of introductions.
pub fn after_facilitation(page: &mut Page, count: u32) {
    let scenario = scenario("facilitation", &["simulation.duration_months=65"]);
    let found = worlds(count, |world| outlived(&scenario, world));
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
