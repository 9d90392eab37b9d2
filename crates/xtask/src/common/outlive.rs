//! Ties followed from year to year, and what outlives a facilitator.

use super::life::Life;
use super::ties::{CASUAL, Pair, STRONG, bridges, pair, present, ties};
use hameau_model::kernel::random::Who;
use hameau_model::rules::step::State;
use hameau_model::state::works::Stage;
use std::collections::HashSet;

/// Which ties are followed through a year.
pub const FOLLOWED: [&str; 6] = [
    "any tie",
    "a tie younger than a year",
    "a tie below 50 h",
    "a bridge (no tie in common)",
    "a bridge younger than a year",
    "a strong tie (90 h and more)",
];

/// Positions among [`FOLLOWED`].
pub const BRIDGE: usize = 3;
pub const STRONG_TIE: usize = 5;

/// Shares of the ties of each kind of [`FOLLOWED`], a year before `month`, that are gone in it, of pairs of whom both are
/// still there.
pub fn lost(life: &mut Life, month: u32) -> [Option<f64>; FOLLOWED.len()] {
    let old = ties(life.to(month - 24));
    let now = ties(life.to(month - 12));
    let bridges = bridges(&now);
    let state = life.to(month);
    let (later, here) = (ties(state), present(state));
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

/// Last funded month of the facilitator of `facilitation`, and two years later.
const FUNDED: u32 = 41;
pub const LATER: u32 = 65;

/// What is alive two years after the end of `facilitation`: works in operation; pairs introduced in the last funded year;
/// ties of 50 h and more between users, as shares of those at the end.
pub fn outlived(life: &mut Life) -> [Option<f64>; 3] {
    let mut introduced: HashSet<Pair> = HashSet::new();
    for month in FUNDED - 11..=FUNDED {
        let state = life.to(month);
        let address = |row: u32| state.residents.address[row as usize];
        introduced.extend(state.introduced.iter().map(|(a, b)| pair(address(*a), address(*b))));
    }
    let state = life.to(FUNDED);
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
    let state = life.to(LATER);
    let (alive, later) = (operating(state), ties(state));
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
