//! One world on its own, as it goes on: its people, and what happens to them.

use super::people::People;
use super::side::Roll;
use super::witness::Witness;
use hameau_model::rules::step::{Phase, Simulation};

/// What is known of the people of one world, and what happened to them month by month; friendships are left out.
#[derive(Clone, Debug)]
pub struct Diary {
    people: People,
    roll: Roll,
    witness: Witness,
}

impl Diary {
    /// The diary of a world that stands at the start of its first month.
    #[must_use]
    pub fn new(simulation: &Simulation<'_>) -> Self {
        let mut people = People::default();
        let mut roll = Roll::default();
        roll.call(simulation.state(), simulation.month(), &mut people);
        let witness = Witness::new(simulation, &roll, &people, (false, false));
        Self { people, roll, witness }
    }

    /// Simulates one month, phase by phase, and takes note of what happens.
    pub fn month(&mut self, simulation: &mut Simulation<'_>) {
        let month = simulation.month();
        for call in Phase::ALL {
            if call == Phase::MutualHelp {
                self.witness.help(simulation, &self.roll, month);
            }
            simulation.advance();
            let state = simulation.state();
            let went = self.roll.call(state, month, &mut self.people);
            self.witness.see((call, month), state, &self.roll, &self.people, &went);
        }
    }

    /// Everybody who ever lived there.
    #[must_use]
    pub fn people(&self) -> &People {
        &self.people
    }

    /// What happened.
    #[must_use]
    pub fn witness(&self) -> &Witness {
        &self.witness
    }
}
