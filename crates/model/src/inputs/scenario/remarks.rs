//! What is no mistake and may still not be meant: an amount that is far from what is bought with it.

use super::levers::Levers;
use super::{Scenario, Written};
use crate::inputs::parameters::Total;

/// How many times more, or less, a written amount may be than its price and quantity make it, before it is remarked.
const MOST_TIMES: f64 = 2.0;

/// A written amount that is far from its price times its quantity.
#[derive(Clone, Debug)]
pub struct Remark<'s> {
    /// The entry's name.
    pub entry: &'s str,
    /// Its levers.
    pub levers: &'s Levers,
    /// Which cost.
    pub total: &'static Total,
    /// What is written, and where.
    pub written: &'s Written<f64>,
    /// What it would be if nobody had written it, in EUR or EUR per year.
    pub follows: f64,
}

/// What is remarked in a scenario. Nothing paid, with its reason as the source, is a statement.
#[must_use]
pub fn remarks(scenario: &Scenario) -> Vec<Remark<'_>> {
    let mut found = Vec::new();
    for entry in &scenario.programme {
        let levers = &entry.levers;
        for (total, written) in levers.stated() {
            let follows = levers.sum(total);
            let far = written.value > MOST_TIMES * follows || MOST_TIMES * written.value < follows;
            let nothing_for_a_reason = written.value == 0.0 && written.source.is_some();
            if far && !nothing_for_a_reason {
                found.push(Remark { entry: &entry.name, levers, total, written, follows });
            }
        }
    }
    found
}
