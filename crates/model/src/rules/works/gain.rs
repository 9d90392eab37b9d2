//! The choice of joining: what a contribution gains in each order, and the chance of giving it.

use crate::inputs::parameters::{Key, Values};
use crate::kernel::portable::{exp, ln, logistic};
use crate::state::works::{Order, Purpose};

/// What someone asked to join a work knows of it.
#[derive(Clone, Copy, Debug)]
pub struct Offer {
    /// N: people asked, oneself included.
    pub asked: u32,
    /// M: contributors needed among them.
    pub needed: u32,
    /// B/c: benefit for each member over the cost of contributing.
    pub benefit: f64,
    /// e: part of the benefit that outsiders do not have when the work runs without them (Buchanan 1965).
    pub excludable: f64,
    /// Part of the cost that the public bears in any case.
    pub cost_borne: f64,
    /// Part of what is left that a grant bears when the work commits.
    pub granted: f64,
}

impl Offer {
    /// Cost left to a member, over the whole: without the grant, and with it.
    fn costs(&self) -> [f64; 2] {
        let cost = 1.0 - self.cost_borne;
        [cost, cost * (1.0 - self.granted)]
    }
}

/// e of a purpose.
#[must_use]
pub fn excludability(values: &Values, purpose: Purpose) -> f64 {
    values[match purpose {
        Purpose::MutualService => Key::ExcludeMutual,
        Purpose::ProductiveVenture => Key::ExcludeVenture,
        Purpose::CulturalCommons => Key::ExcludeCommons,
    }]
}

/// Upper tail of the number of others who join, `k ~ Bin(n, x)`: `a = P(k >= m - 1)` and `b = P(k >= m)`.
///
/// Sums the terms in logarithms, exact to about 1e-13 for teams of the sizes asked.
#[must_use]
pub fn tail(others: u32, needed: u32, chance: f64) -> [f64; 2] {
    let sure = |joining: u32| [joining + 1 >= needed, joining >= needed].map(|met| f64::from(u8::from(met)));
    if chance <= 0.0 {
        return sure(0);
    }
    if chance >= 1.0 {
        return sure(others);
    }
    let odds = chance / (1.0 - chance);
    let mut term = exp(f64::from(others) * ln(1.0 - chance));
    let mut tails = [0.0; 2];
    for joining in 0..=others {
        for (tail, met) in tails.iter_mut().zip(sure(joining)) {
            *tail += term * met;
        }
        term *= f64::from(others - joining) / f64::from(joining + 1) * odds;
    }
    tails
}

/// Gain of joining over the cost of contributing, when each other joins with chance `x` (model 4.7). Members have the benefit
/// B of a work that runs; who stays out has `(1 - e) B` when it runs without him. With `a = P(k >= M-1)`, `b = P(k >= M)`:
/// commitment first `B [a - (1-e) b] - c' a`, tool first `B [a - (1-e) b] - (c - (c - c') a)`, where c' is what a grant that
/// is paid on commitment leaves of c; a given tool costs its users nothing.
#[must_use]
pub fn gain(order: Order, offer: &Offer, x: f64) -> f64 {
    let [a, b] = tail(offer.asked - 1, offer.needed, x);
    let [cost, granted] = offer.costs();
    let benefit = offer.benefit * (a - (1.0 - offer.excludable) * b);
    benefit
        - match order {
            Order::GivenTool => 0.0,
            Order::ToolFirst => cost - (cost - granted) * a,
            Order::CommitmentFirst => granted * a,
        }
}

/// Probability of joining: `logit P = w (gain / c - g0)`, plus the shift of having taken part in deciding. The same for
/// every order.
#[must_use]
pub fn join_probability(values: &Values, gain: f64, decided: bool) -> f64 {
    let shift = if decided { values[Key::DecidingShift] } else { 0.0 };
    logistic(values[Key::ChoiceWeight] * (gain - values[Key::ChoiceThreshold]) + shift)
}
