//! The observer: reads the state after each month and turns it into indicators.

use super::{GroupValue, Indicator, Observation};
use crate::step::Simulation;

/// What is remembered from month to month.
#[derive(Clone, Debug, Default)]
pub struct Observer {
    months: Vec<Observation>,
    groups: Vec<GroupValue>,
}

impl Observer {
    /// An observer of a world at its start.
    #[must_use]
    pub fn new(_simulation: &Simulation) -> Self {
        Self::default()
    }

    /// Observes the month that was just simulated.
    pub fn observe(&mut self, simulation: &Simulation) {
        let mut values = vec![None; Indicator::COUNT];
        let state = simulation.state();
        values[Indicator::Adults as usize] = Some(state.residents.len() as f64);
        let month = crate::units::Month::from_index(simulation.month().index() - 1);
        self.months.push(Observation { month, values });
    }

    /// All that was observed.
    #[must_use]
    pub fn finish(self) -> (Vec<Observation>, Vec<GroupValue>) {
        (self.months, self.groups)
    }
}
