//! Simulating worlds: one scenario in one world, observed from its first month to its last.

use crate::indicators::{GroupValue, Observation, Observer};
use crate::parameters::Key;
use crate::random::World;
use crate::scenario::Scenario;
use crate::step::Simulation;

/// One world under one scenario, as observed.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Which world.
    pub world: World,
    /// Every month, in order.
    pub months: Vec<Observation>,
    /// Yearly tables by group.
    pub groups: Vec<GroupValue>,
}

/// Simulates one world. `watch` is called after each month with the number of months done.
#[must_use]
pub fn simulate(scenario: &Scenario, world: World, mut watch: impl FnMut(u32)) -> Run {
    let mut simulation = Simulation::new(scenario, world, None);
    let mut observer = Observer::new(&simulation);
    for done in 1..=scenario.values[Key::Months] as u32 {
        simulation.step();
        observer.observe(&simulation);
        watch(done);
    }
    let (months, groups) = observer.finish();
    Run { world, months, groups }
}
