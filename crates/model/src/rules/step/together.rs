//! Encounters that no rule of the model makes: what a measure does to a world in order to see what follows.

use super::{Phase, Simulation};
use crate::kernel::random::Occasion;
use crate::state::population::Row;
use crate::state::ties::{Channel, Encounter, units};

impl Simulation<'_> {
    /// Adds an encounter of so many hours of each of these pairs to those that the month has chosen. Only measures ask for
    /// it; no scenario can.
    ///
    /// # Panics
    /// When the month has not just chosen its encounters ([`Phase::Contact`]), or somebody is paired with himself.
    pub fn bring_together(&mut self, pairs: &[(Row, Row)], hours: f64) {
        assert_eq!(self.paused.next, Phase::MutualHelp, "encounters are added to those of the month");
        let state = &mut self.paused.state;
        for (from, with) in pairs.iter().copied() {
            assert_ne!(from, with, "nobody meets himself");
            state.encounters.others.push(Encounter {
                // An introduction has the address of the pair at the introduction: the pair alone is nobody else's.
                who: state.residents.address[from as usize].pair(state.residents.address[with as usize]),
                from,
                with,
                units: units(hours),
                before: state.ties.between(from, with),
                slot: 0,
                ordinal: Occasion::Introduction as u16,
                channel: Channel::Structured,
            });
        }
    }
}
