//! A world that is looked into on its way.

use hameau_model::inputs::scenario::Scenario;
use hameau_model::kernel::random::World;
use hameau_model::observe::indicators::{Observation, Observer};
use hameau_model::rules::step::{Phase, Simulation, State};

/// What a measure does to a world in a month, once the month has chosen who meets whom.
pub type Act = fn(&mut Simulation, u32);

/// A world month by month; months are counted from 1, and 0 is its start.
pub struct Life<'a> {
    simulation: Simulation<'a>,
    done: u32,
    act: Option<Act>,
}

impl<'a> Life<'a> {
    /// A world at its start, in which only the scenario acts.
    pub fn new(scenario: &'a Scenario, world: World) -> Self {
        Self::with(scenario, world, None)
    }

    /// A world at its start, in which a measure may act too.
    pub fn with(scenario: &'a Scenario, world: World, act: Option<Act>) -> Self {
        Self { simulation: Simulation::new(scenario, world, None), done: 0, act }
    }

    /// Simulates what is missing to the end of a month, and shows what is there then.
    pub fn to(&mut self, month: u32) -> &State {
        while self.done < month {
            self.done += 1;
            while self.call() != Phase::Close {}
        }
        self.simulation.state()
    }

    fn call(&mut self) -> Phase {
        let call = self.simulation.advance();
        if let (Phase::Contact, Some(act)) = (call, self.act) {
            act(&mut self.simulation, self.done);
        }
        call
    }

    /// The world as it stands.
    pub fn simulation(&self) -> &Simulation<'a> {
        &self.simulation
    }

    /// What is observed at the end of the month that was simulated last; sums over a year are left undefined.
    pub fn observed(&self) -> Observation {
        let mut observer = Observer::new(&self.simulation);
        observer.observe(&self.simulation);
        observer.finish().0.swap_remove(0)
    }
}
