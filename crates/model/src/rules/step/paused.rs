//! A world apart from its scenario, so that both can be kept in one place.

use super::{Fixed, Phase, Simulation, State};
use crate::inputs::scenario::Scenario;
use crate::kernel::random::World;
use crate::kernel::units::Month;

/// A world at rest between two phases. Copies of it go on alike.
#[derive(Clone, Debug)]
pub struct Paused {
    pub(super) world: World,
    pub(super) month: Month,
    pub(super) next: Phase,
    pub(super) fixed: Fixed,
    pub(super) state: State,
}

impl Paused {
    /// The month that comes next.
    #[must_use]
    pub fn month(&self) -> Month {
        self.month
    }

    /// The state as the last phase left it.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// A copy of this world for another scenario, where it would begin exactly so: this one was founded under `founded` and
    /// nothing happened to it yet.
    #[must_use]
    pub fn again<'a>(
        &self,
        founded: &Scenario,
        scenario: &'a Scenario,
        world: World,
    ) -> Option<Simulation<'a>> {
        let unlived = self.month == scenario.start() && self.next == Phase::Programme;
        let alike = unlived && self.world == world && scenario.begins_like(founded);
        alike.then(|| self.clone().resume(scenario))
    }

    /// Lets the world go on under its scenario.
    #[must_use]
    pub fn resume(self, scenario: &Scenario) -> Simulation<'_> {
        Simulation { scenario, paused: self }
    }
}

impl Simulation<'_> {
    /// The world without its scenario; [`Paused::resume`] takes it up again.
    #[must_use]
    pub fn pause(self) -> Paused {
        self.paused
    }
}
