//! What is no mistake and may still not be meant: an amount that is far from what is bought with it, a price that nothing uses.

use super::levers::Levers;
use super::{Scenario, Written};
use crate::inputs::mistakes::Spot;
use crate::inputs::parameters::{Key, Total};

/// How many times more, or less, a written amount may be than prices and quantities make it, before it is remarked.
const MOST_TIMES: f64 = 2.0;

/// Something about a written amount.
#[derive(Clone, Debug)]
pub struct Remark<'s> {
    /// The entry's name.
    pub entry: &'s str,
    /// Its levers.
    pub levers: &'s Levers,
    /// Which cost.
    pub total: &'static Total,
    /// What is written of it.
    pub written: &'s Written<f64>,
    /// What is remarked.
    pub why: Why<'s>,
}

impl Remark<'_> {
    /// Where what is remarked is written.
    #[must_use]
    pub const fn spot(&self) -> &Spot {
        match self.why {
            Why::Far { .. } => &self.written.spot,
            Why::Idle(_, price) => &price.spot,
        }
    }
}

/// What is remarked about a written amount.
#[derive(Clone, Debug)]
pub enum Why<'s> {
    /// It is far from what it would be if nobody had written it.
    Far {
        /// That, in EUR or EUR per year.
        follows: f64,
    },
    /// This price is written too, does not make the amount, and nothing uses it.
    Idle(Key, &'s Written<f64>),
}

/// What is remarked in a scenario. Nothing paid, with its reason as the source, is a statement.
#[must_use]
pub fn remarks(scenario: &Scenario) -> Vec<Remark<'_>> {
    let mut found = Vec::new();
    for entry in &scenario.programme {
        let (entry, levers) = (&entry.name[..], &entry.levers);
        for (total, written) in levers.stated() {
            let about = |why| Remark { entry, levers, total, written, why };
            let follows = levers.sum(total);
            let far = written.value > MOST_TIMES * follows || MOST_TIMES * written.value < follows;
            if far && (written.value != 0.0 || written.source.is_none()) {
                found.push(about(Why::Far { follows }));
            }
            let idle = |part| levers.origins.get(&part).map(|price| about(Why::Idle(part, price)));
            // Prices that make the amount agree with it, as in a scenario that writes every key.
            let differs = written.value.to_bits() != follows.to_bits();
            found.extend(total.parts().filter(|_| differs).filter_map(idle));
        }
    }
    found
}
