//! Yearly tables by commune, origin, cohort of newcomers and instrument.

use super::census::{Census, from_census};
use super::{Group, GroupValue, Indicator};
use crate::inputs::parameters::Key;
use crate::kernel::units::{Cents, Month};
use crate::rules::step::Simulation;
use crate::state::population::Origin;
use std::collections::BTreeMap;

/// Name of the cohort of newcomers who were there at the start.
const BEFORE: &str = "before";

/// Yearly tables as they grow.
#[derive(Clone, Debug)]
pub(super) struct Groups {
    values: Vec<GroupValue>,
    spent_before: Vec<Cents>,
    last: Month,
}

impl Groups {
    pub fn new(simulation: &Simulation) -> Self {
        let months = simulation.scenario().values[Key::Months] as u32;
        Self {
            values: Vec::new(),
            spent_before: vec![Cents(0); simulation.scenario().programme.len()],
            last: simulation.month().plus(months - 1),
        }
    }

    pub fn finish(self) -> Vec<GroupValue> {
        self.values
    }

    /// Adds the tables of a year at its last month.
    pub fn year(&mut self, simulation: &Simulation, month: Month, in_work: &[bool]) {
        if month.of_year() != 12 && month != self.last {
            return;
        }
        let state = simulation.state();
        let communes = &simulation.scenario().territory.communes;
        let mut by_commune = vec![Census::default(); communes.len()];
        let mut by_origin = [Census::default(), Census::default()];
        let mut by_cohort: BTreeMap<u32, Census> = BTreeMap::new();
        for row in state.residents.order() {
            let at = *row as usize;
            let works = in_work[at];
            by_commune[state.residents.commune[at] as usize].count(state, *row, month, works);
            by_origin[state.residents.origin[at] as usize].count(state, *row, month, works);
            if state.residents.origin[at] == Origin::Newcomer {
                let arrived = state.residents.arrived[at];
                let cohort = if arrived < state.start { 0 } else { arrived.year() };
                by_cohort.entry(cohort).or_default().count(state, *row, month, works);
            }
        }
        let year = month.year();
        for (commune, census) in communes.iter().zip(&by_commune) {
            self.add(year, Group::Commune, &commune.code_text, census);
        }
        for (name, census) in ["local", "newcomer"].iter().zip(&by_origin) {
            self.add(year, Group::Origin, name, census);
        }
        for (cohort, census) in &by_cohort {
            let name = if *cohort == 0 { BEFORE.to_owned() } else { cohort.to_string() };
            self.add(year, Group::Cohort, &name, census);
        }
        self.spending(simulation, year);
    }

    fn add(&mut self, year: u32, by: Group, group: &str, census: &Census) {
        from_census(census, |indicator, value| {
            if indicator.row().groups.contains(&by) {
                self.values.push(GroupValue { year, by, group: group.to_owned(), indicator, value });
            }
        });
    }

    fn spending(&mut self, simulation: &Simulation, year: u32) {
        let totals = &simulation.state().totals.spent;
        for (at, instrument) in simulation.scenario().programme.iter().enumerate() {
            let spent = totals[at] - self.spent_before[at];
            self.spent_before[at] = totals[at];
            let all = [(Indicator::Spending, spent), (Indicator::SpendingCumulated, totals[at])];
            for (indicator, amount) in all {
                self.values.push(GroupValue {
                    year,
                    by: Group::Instrument,
                    group: instrument.name.clone(),
                    indicator,
                    value: Some(amount.eur()),
                });
            }
        }
    }
}
