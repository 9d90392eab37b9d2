//! Pairs that do small jobs together.

use crate::kernel::random::Who;
use crate::kernel::units::Month;
use crate::state::population::Row;
use std::collections::BTreeSet;

/// One collaboration.
#[derive(Clone, Copy, Debug)]
pub struct Collaboration {
    /// The pair, the one with the lower address first.
    pub pair: [Row; 2],
    /// Both addresses mixed.
    pub who: Who,
    /// Month of its start.
    pub since: Month,
}

/// All collaborations that go on.
#[derive(Clone, Debug, Default)]
pub struct Collaborations {
    /// By order of their start.
    pub going_on: Vec<Collaboration>,
    /// Started this month.
    pub started: u32,
    /// Started this month between the two origins.
    pub started_cross: u32,
}

impl Collaborations {
    /// Ends the collaborations of those who leave.
    pub fn leave(&mut self, leaving: &[Row]) {
        let leaving: BTreeSet<Row> = leaving.iter().copied().collect();
        self.going_on.retain(|job| !job.pair.iter().any(|row| leaving.contains(row)));
    }
}
