//! Simulating a world: one scenario, observed from its first month to its last; and the course of many.

use crate::inputs::parameters::Key;
use crate::inputs::scenario::Scenario;
use crate::kernel::random::{Fnv, World};
use crate::observe::indicators::{GroupValue, Observation, Observer};
use crate::rules::step::Simulation;

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

impl Run {
    /// A digest of the bits of every value: FNV-1a over the months, then the yearly tables. Undefined values count.
    #[must_use]
    pub fn digest(&self) -> u64 {
        let months = self.months.iter().flat_map(|month| month.values.iter().copied());
        let groups = self.groups.iter().map(|value| value.value);
        let mut hash = Fnv::default();
        // No value is this NaN, so that an undefined one has bits of its own.
        months.chain(groups).for_each(|value| hash.add(value.map_or(u64::MAX, f64::to_bits)));
        hash.finish()
    }
}

/// Simulates one world. `watch` is called after each month with the number of months done.
///
/// # Panics
/// Never: nobody asks to stop.
#[must_use]
pub fn simulate(scenario: &Scenario, world: World, mut watch: impl FnMut(u32)) -> Run {
    let whole = simulate_while(scenario, world, |done| {
        watch(done);
        true
    });
    whole.expect("nobody asked to stop")
}

/// Simulates one world for as long as `go_on`, called after each month with the number of months done, agrees.
#[must_use]
pub fn simulate_while(scenario: &Scenario, world: World, go_on: impl FnMut(u32) -> bool) -> Option<Run> {
    live(Simulation::new(scenario, world, None), go_on)
}

/// [`simulate_while`] of a world that was just founded.
#[must_use]
pub fn live(mut simulation: Simulation<'_>, mut go_on: impl FnMut(u32) -> bool) -> Option<Run> {
    let world = simulation.moment().world;
    let mut observer = Observer::new(&simulation);
    for done in 1..=simulation.scenario().values[Key::Months] as u32 {
        simulation.step();
        observer.observe(&simulation);
        if !go_on(done) {
            return None;
        }
    }
    let (months, groups) = observer.finish();
    Some(Run { world, months, groups })
}
