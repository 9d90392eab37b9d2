//! The same world under two policies: whose ties differ, and how much less noise their difference has than that of two worlds.

use super::Estimate;
use super::life::Life;
use hameau_analysis::statistics::variance;
use hameau_model::kernel::portable::{exp, ln};
use hameau_model::kernel::random::Who;
use hameau_model::observe::indicators::Indicator;
use hameau_model::rules::step::State;
use hameau_model::state::places::NOWHERE;
use std::collections::HashMap;

/// Of the residents who are there in both, how many have other ties or other stocks; and how many there are.
pub fn differing(a: &State, b: &State) -> [u32; 2] {
    let address = &b.residents.address;
    let there: HashMap<Who, u32> =
        b.residents.order().iter().map(|row| (address[*row as usize], *row)).collect();
    let mut counts = [0; 2];
    for row in a.residents.order() {
        if let Some(other) = there.get(&a.residents.address[*row as usize]) {
            counts[0] += u32::from(ties(a, *row) != ties(b, *other));
            counts[1] += 1;
        }
    }
    counts
}

/// Somebody's ties, by the address of the other end.
fn ties(state: &State, row: u32) -> Vec<(Who, u16)> {
    let mut ties: Vec<(Who, u16)> =
        state.ties.of(row).map(|(other, stock)| (state.residents.address[other as usize], stock)).collect();
    ties.sort_unstable();
    ties
}

/// A number read of a world.
pub type Gauge = fn(&Life) -> Option<f64>;

/// What gains are told of.
pub fn gauged() -> [(&'static str, Gauge); 4] {
    [
        ("strong_ties_per_adult", |life| life.observed().of(Indicator::StrongDegree)),
        ("ties_across_origins", |life| {
            let state = life.simulation().state();
            let rows = state.residents.order();
            let ends: u32 = rows.iter().map(|row| u32::from(state.surveys[*row as usize].casual_cross)).sum();
            (!rows.is_empty()).then(|| f64::from(ends) / 2.0 / rows.len() as f64)
        }),
        ("newcomers_ih_index", |life| life.observed().of(Indicator::NewcomersIh)),
        ("users", |life| {
            let users = life.simulation().state().users.place.iter().filter(|place| **place != NOWHERE);
            Some(users.count() as f64)
        }),
    ]
}

/// Variance of the difference of independent worlds over that of the same world. The interval leaves out one world after the
/// other, on the scale of logarithms; it is everything above 0 where a world decides alone.
pub fn gain(worlds: &[[Option<f64>; 2]]) -> Option<Estimate> {
    let pairs: Vec<[f64; 2]> = worlds.iter().filter_map(|[a, b]| Some([(*a)?, (*b)?])).collect();
    let mean = ratio(&pairs)?;
    let without = |left_out: usize| {
        let mut others = pairs.clone();
        others.remove(left_out);
        ratio(&others)
    };
    let count = pairs.len() as f64;
    let pseudo = |left_out| Some(count * ln(mean) - (count - 1.0) * ln(without(left_out)?));
    let pseudo: Vec<f64> = (0..pairs.len()).map(pseudo).collect::<Option<_>>()?;
    if mean == 0.0 || !pseudo.iter().all(|value| value.is_finite()) {
        let low = if mean.is_infinite() { mean } else { 0.0 };
        return Some(Estimate { mean, low, high: f64::INFINITY });
    }
    let Estimate { low, high, .. } = Estimate::of_mean(&pseudo)?;
    Some(Estimate { mean, low: exp(low), high: exp(high) })
}

/// `None` where neither side varies.
fn ratio(pairs: &[[f64; 2]]) -> Option<f64> {
    let of = |value: fn(&[f64; 2]) -> f64| variance(&pairs.iter().map(value).collect::<Vec<f64>>());
    let independent = of(|[a, _]| *a)? + of(|[_, b]| *b)?;
    (independent > 0.0).then_some(independent / of(|[a, b]| a - b)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_without_noise_gains_without_end() {
        let pairs = |more: f64| [1.0, 2.0, 4.0, 3.5].map(|a: f64| [Some(a), Some(a + more * a)]);
        let gain = |more| gain(&pairs(more)).expect("a gain");
        assert_eq!(gain(0.0).low, f64::INFINITY);
        // Variances are those of a, of 2 a, and of a.
        assert!((gain(1.0).mean - 5.0).abs() < 1e-9);
        assert!(super::gain(&[[Some(1.0), Some(1.0)], [Some(1.0), Some(1.0)]]).is_none());
    }
}
