//! The choice of joining: what a contribution gains in each order, and the chance of giving it.

use crate::inputs::parameters::{Key, Values};
use crate::kernel::portable::{ln, logistic};
use crate::state::works::Order;

/// What someone asked to join a work knows of it.
#[derive(Clone, Copy, Debug)]
pub struct Offer {
    /// N: people asked, oneself included.
    pub asked: u32,
    /// M: contributors needed.
    pub needed: u32,
    /// B/c: benefit for each member over the cost of contributing.
    pub benefit: f64,
    /// F: output of a contribution over its cost (scaled benefit).
    pub factor: f64,
    /// Part of the cost that the public bears.
    pub cost_borne: f64,
}

impl Offer {
    /// Takes a part of what members still pay off them.
    pub fn bear(&mut self, part: f64) {
        self.cost_borne = 1.0 - (1.0 - self.cost_borne) * (1.0 - part);
    }
}

/// Distribution of the number of others who join, `k ~ Bin(n, x)`: `[P(k = m - 1), P(k >= m - 1)]`.
///
/// Sums the terms in logarithms, exact to about 1e-13 for teams of the sizes asked.
#[must_use]
pub fn tail(others: u32, needed: u32, chance: f64) -> [f64; 2] {
    let pivotal = needed.saturating_sub(1);
    if chance <= 0.0 {
        let met = f64::from(u8::from(pivotal == 0));
        return [met, met];
    }
    if chance >= 1.0 {
        return [f64::from(u8::from(pivotal == others)), f64::from(u8::from(pivotal <= others))];
    }
    let odds = chance / (1.0 - chance);
    let mut term = crate::kernel::portable::exp(f64::from(others) * ln(1.0 - chance));
    let (mut exactly, mut at_least) = (0.0, 0.0);
    for k in 0..=others {
        if k == pivotal {
            exactly = term;
        }
        if k >= pivotal {
            at_least += term;
        }
        term *= f64::from(others - k) / f64::from(k + 1) * odds;
    }
    [exactly, at_least]
}

/// Gain of joining over the cost of contributing, when each other joins with chance `x` (model 4.7):
/// tool first `B P(k = M-1) - c`, commitment first `B P(k = M-1) - c P(k >= M-1)`,
/// scaled benefit `-c [1 - (F/N) R(x)]` with `R = P(k >= M) + M P(k = M-1)` (Pacheco et al. 2009). A given tool asks for
/// nothing and gains nothing.
#[must_use]
pub fn gain(order: Order, offer: &Offer, x: f64) -> f64 {
    gain_from(order, offer, tail(offer.asked - 1, offer.needed, x))
}

/// The same when the number of others is known: a work in operation that asks for replacements.
#[must_use]
pub fn gain_given(order: Order, offer: &Offer, others: u32) -> f64 {
    let pivotal = offer.needed.saturating_sub(1);
    let known = |yes: bool| f64::from(u8::from(yes));
    gain_from(order, offer, [known(others == pivotal), known(others >= pivotal)])
}

fn gain_from(order: Order, offer: &Offer, [exactly, at_least]: [f64; 2]) -> f64 {
    let cost = 1.0 - offer.cost_borne;
    match order {
        Order::GivenTool => 0.0,
        Order::ToolFirst => offer.benefit * exactly - cost,
        Order::CommitmentFirst => offer.benefit * exactly - cost * at_least,
        Order::Scaled => {
            let reward = (at_least - exactly) + f64::from(offer.needed) * exactly;
            offer.factor / f64::from(offer.asked) * reward - cost
        }
    }
}

/// Probability of joining: `logit P = w (gain / c - g0)`, plus the shift of having taken part in deciding. The same for
/// every order.
#[must_use]
pub fn join_probability(values: &Values, gain: f64, decided: bool) -> f64 {
    let shift = if decided { values[Key::DecidingShift] } else { 0.0 };
    logistic(values[Key::ChoiceWeight] * (gain - values[Key::ChoiceThreshold]) + shift)
}
