//! Where two paired worlds part, and why: both are simulated in step, phase by phase, and compared resident by resident.
//!
//! Two scenarios under one seed and replicate meet the same people and the same luck until they act, so the first
//! difference has a cause. Residents are compared by their address, never by the row in which they happen to stand.
//! [`Partings`] finds where residents part, [`Witness`] tells what happens in each world, [`Chain`] follows what leads to
//! an indicator, [`Change`] says whose lives change most.

mod belongings;
mod chain;
mod change;
mod chronicle;
mod diary;
mod event;
mod kind;
mod life;
mod partings;
mod people;
mod side;
mod surroundings;
mod witness;

pub use chain::{Chain, Link, Milestone, farthest};
pub use change::{Change, Scatter};
pub use chronicle::Chronicle;
pub use diary::Diary;
pub use event::{Event, What};
pub use kind::{Kind, leading_to};
pub use life::Quantity;
pub use partings::{Parting, Partings, Where};
pub use people::{Id, People, Person};
pub use surroundings::{Difference, Surrounding};
pub use witness::{End, PlaceFacts, Sum, Sums, Witness, WorkFacts};

use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::scenario::Scenario;
use hameau_model::kernel::random::World;
use hameau_model::kernel::units::Month;
use hameau_model::observe::indicators::Observation;
use hameau_model::rules::step::{Phase, Simulation};
use side::Side;

/// Why two scenarios have no paired worlds.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unpaired {
    /// Other communes or facts.
    #[error(
        "the two scenarios are not about the same territory: {0} and {1}; only worlds of one territory can be compared"
    )]
    Territory(String, String),
    /// Another first or last month.
    #[error(
        "the two scenarios do not cover the same months: {0} and {1}; set `simulation.start` and `simulation.duration_months` alike"
    )]
    Period(String, String),
    /// Nobody of this address lives in either world.
    #[error("nobody of the address {0} lives in either world")]
    Nobody(String),
}

/// Two paired worlds, held side by side from the first month to the last.
#[derive(Clone, Debug)]
pub struct Pair {
    /// Which world.
    pub world: World,
    /// First and last month.
    pub period: [Month; 2],
    /// Everybody who lives in one of them at some time.
    pub people: People,
    /// Where residents part.
    pub comparison: Partings,
    /// What happened in each.
    pub witnesses: [Witness; 2],
    /// What is observed of each.
    pub months: [Vec<Observation>; 2],
}

/// Whether two scenarios have paired worlds.
///
/// # Errors
/// When their territories or their months differ.
pub fn pairable(a: &Scenario, b: &Scenario) -> Result<(), Unpaired> {
    let period = |scenario: &Scenario| format!("{} to {}", scenario.start(), scenario.last());
    if a.territory != b.territory {
        return Err(Unpaired::Territory(a.territory_file.clone(), b.territory_file.clone()));
    }
    if (a.start(), a.last()) != (b.start(), b.last()) {
        return Err(Unpaired::Period(period(a), period(b)));
    }
    Ok(())
}

impl Pair {
    /// Simulates both worlds in step. `watch` is called after each month with the number of months done.
    ///
    /// # Errors
    /// When the scenarios have no paired worlds.
    pub fn simulate(
        a: &Scenario,
        b: &Scenario,
        world: World,
        events: bool,
        watch: impl FnMut(u32),
    ) -> Result<Self, Unpaired> {
        pairable(a, b)?;
        let simulations = [a, b].map(|scenario| Simulation::new(scenario, world, None));
        Ok(Self::of(simulations, world, events, watch))
    }

    /// The same for two worlds that stand at the start of their first month.
    #[must_use]
    pub fn of(
        simulations: [Simulation<'_>; 2],
        world: World,
        events: bool,
        mut watch: impl FnMut(u32),
    ) -> Self {
        let scenario = simulations[0].scenario();
        let mut people = People::default();
        let mut sides = simulations.map(|simulation| Side::new(simulation, &mut people, events));
        let mut comparison = Partings::default();
        comparison.look(None, scenario.start(), &sides);
        for done in 0..scenario.values[Key::Months] as u32 {
            let month = scenario.start().plus(done);
            for call in Phase::ALL {
                for side in &mut sides {
                    side.advance(call, month, &mut people);
                }
                comparison.look(Some(call), month, &sides);
            }
            sides.iter_mut().for_each(Side::observe);
            watch(done + 1);
        }
        let [a, b] = sides.map(Side::finish);
        let period = [scenario.start(), scenario.last()];
        Self { world, period, people, comparison, witnesses: [a.0, b.0], months: [a.1, b.1] }
    }
}
