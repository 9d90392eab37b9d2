//! What a programme will cost, before anything is simulated.

use super::cost::{Contingent, Cost, Thing};
use crate::inputs::scenario::{Funder, Scenario};
use crate::kernel::units::Month;
use std::collections::BTreeMap;

/// What a programme will cost over the simulated months, in EUR.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Budget {
    /// By instrument, in the order of the scenario.
    pub instruments: Vec<InstrumentBudget>,
    /// By calendar year: investment and running costs.
    pub years: BTreeMap<u32, [f64; 2]>,
    /// What each funder pays of all that can be foreseen: investment and running costs.
    pub funders: BTreeMap<Funder, [f64; 2]>,
}

/// What one instrument will cost.
#[derive(Clone, Debug, PartialEq)]
pub struct InstrumentBudget {
    /// Its name.
    pub name: String,
    /// Simulated months in which it is in force.
    pub months: u32,
    /// Paid when it opens.
    pub investment_eur: f64,
    /// Paid whatever happens, with what is meant to happen.
    pub running_eur: f64,
    /// At most this more.
    pub at_most_eur: f64,
    /// And for each thing that happens, however many.
    pub each: Option<(f64, Thing)>,
}

impl Budget {
    /// The budget of a scenario.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Self {
        let months = scenario.start().index()..=scenario.last().index();
        let mut budget = Self::default();
        for instrument in &scenario.programme {
            let cost = Cost::of(instrument);
            let (about, at_most, each) = match cost.contingent {
                None => (0.0, 0.0, None),
                Some(Contingent::About(eur)) => (eur, 0.0, None),
                Some(Contingent::AtMost(eur)) => (0.0, eur, None),
                Some(Contingent::Each(eur, thing)) => (0.0, 0.0, Some((eur, thing))),
            };
            let mut row = InstrumentBudget {
                name: instrument.name.clone(),
                months: 0,
                investment_eur: 0.0,
                running_eur: 0.0,
                at_most_eur: 0.0,
                each: each.filter(|(eur, _)| *eur > 0.0),
            };
            let acts = |month: &Month| instrument.acts_in(*month);
            for month in months.clone().map(Month::from_index).filter(acts) {
                let opening = if month == instrument.from { cost.opening_eur } else { 0.0 };
                let running = (cost.running_eur_per_year + about) / 12.0;
                row.months += 1;
                row.investment_eur += opening;
                row.running_eur += running;
                // A fund is filled when it begins and each January.
                if row.months == 1 || month.of_year() == 1 {
                    row.at_most_eur += at_most;
                }
                let year = budget.years.entry(month.year()).or_default();
                year[0] += opening;
                year[1] += running;
                for (funder, share) in &instrument.funding {
                    let paid = budget.funders.entry(*funder).or_default();
                    paid[0] += share * opening;
                    paid[1] += share * running;
                }
            }
            row.each = row.each.filter(|_| row.months > 0);
            budget.instruments.push(row);
        }
        budget
    }

    /// Investment and running costs that can be foreseen.
    #[must_use]
    pub fn foreseen_eur(&self) -> [f64; 2] {
        self.years.values().fold([0.0; 2], |[a, b], [opening, running]| [a + opening, b + running])
    }

    /// What those who decide pay themselves, when they do: investment and running costs.
    pub fn left_eur(&self) -> impl Iterator<Item = (Funder, [f64; 2])> {
        let own = Funder::ALL.into_iter().filter(|funder| funder.decides());
        own.filter_map(|funder| Some((funder, *self.funders.get(&funder)?)))
            .filter(|(_, [opening, running])| opening + running > 0.0)
    }

    /// Whether it may cost more than can be foreseen.
    #[must_use]
    pub fn may_cost_more(&self) -> bool {
        self.instruments.iter().any(|row| row.at_most_eur > 0.0 || row.each.is_some())
    }
}
