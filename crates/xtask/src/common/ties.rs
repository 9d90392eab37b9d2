//! Ties as measures see them: by the addresses of their pairs, so that they can be found again in another month or world.

use hameau_model::kernel::random::Who;
use hameau_model::rules::step::State;
use hameau_model::state::population::Row;
use hameau_model::state::ties::UNITS_PER_HOUR;
use std::collections::{HashMap, HashSet};

/// Stock in stored units of a tie that indicators count, and of a strong one.
pub const CASUAL: u16 = 50 * UNITS_PER_HOUR as u16;
pub const STRONG: u16 = 90 * UNITS_PER_HOUR as u16;

pub type Pair = (Who, Who);

pub fn pair(a: Who, b: Who) -> Pair {
    (a.min(b), a.max(b))
}

/// Everybody's ties: the stock by pair.
pub fn ties(state: &State) -> HashMap<Pair, u16> {
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

/// Who is there.
pub fn present(state: &State) -> HashSet<Who> {
    state.residents.order().iter().map(|row| state.residents.address[*row as usize]).collect()
}

/// How many strong ties somebody has.
pub fn strong(state: &State, row: Row) -> u32 {
    state.ties.of(row).filter(|(_, stock)| *stock >= STRONG).count() as u32
}

/// Pairs that share no other tie: bridges.
pub fn bridges(ties: &HashMap<Pair, u16>) -> HashSet<Pair> {
    let mut with: HashMap<Who, HashSet<Who>> = HashMap::new();
    for (a, b) in ties.keys() {
        with.entry(*a).or_default().insert(*b);
        with.entry(*b).or_default().insert(*a);
    }
    ties.keys().filter(|(a, b)| with[a].is_disjoint(&with[b])).copied().collect()
}
