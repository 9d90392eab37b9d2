//! Whose lives change most: a distance between two lives of one resident.

use super::Pair;
use super::people::Id;
use super::witness::{Sum, Sums};
use crate::statistics;
use hameau_model::kernel::order;

/// How much the life of a resident differs between two worlds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Who.
    pub id: Id,
    /// The distance between both lives.
    pub size: f64,
    /// The sums of both lives, in the order of [`Sum`].
    pub sums: [Sums; 2],
}

/// What makes lives differ: the scatter of each sum over all lives of both worlds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scatter(Sums);

impl Scatter {
    /// The standard deviation of each sum over all residents of both worlds.
    #[must_use]
    pub fn of(pair: &Pair) -> Self {
        let deviation = |sum: usize| {
            let ids = 0..pair.people.len() as Id;
            let lives = ids.flat_map(|id| pair.witnesses.each_ref().map(|witness| witness.sums(id)[sum]));
            let lives: Vec<f64> = lives.collect();
            statistics::variance(&lives).unwrap_or(0.0).sqrt()
        };
        Self(std::array::from_fn(deviation))
    }
}

impl Change {
    /// How much a life changes: the root of the sum of squares of the differences of its sums, each over its scatter. A sum
    /// that is the same for everybody counts for nothing.
    #[must_use]
    pub fn of(id: Id, pair: &Pair, scatter: &Scatter) -> Self {
        let sums = pair.witnesses.each_ref().map(|witness| witness.sums(id));
        let [a, b] = &sums;
        let squares = (0..Sum::ALL.len()).filter(|at| scatter.0[*at] > 0.0).fold(0.0, |total, at| {
            let distance = (b[at] - a[at]) / scatter.0[at];
            total + distance * distance
        });
        Self { id, size: squares.sqrt(), sums }
    }

    /// The `most` residents whose lives change most, largest first; by address where they change alike. Nobody whose life
    /// does not change is among them.
    #[must_use]
    pub fn largest(pair: &Pair, most: usize) -> Vec<Self> {
        let scatter = Scatter::of(pair);
        let all = (0..pair.people.len() as Id).map(|id| Self::of(id, pair, &scatter));
        let mut all: Vec<Self> = all.filter(|change| change.size > 0.0).collect();
        order::by(&mut all, |one, other| {
            let who = |change: &Self| pair.people.person(change.id).who;
            other.size.total_cmp(&one.size).then_with(|| who(one).cmp(&who(other)))
        });
        all.truncate(most);
        all
    }
}
