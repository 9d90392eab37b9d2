//! Meetings that pairs planned when they were introduced.

use crate::kernel::random::Who;
use crate::state::population::Row;
use std::collections::BTreeSet;

/// The meetings of one pair that are still to come.
#[derive(Clone, Copy, Debug)]
pub struct Planned {
    /// The pair.
    pub pair: [Row; 2],
    /// Both addresses mixed.
    pub who: Who,
    /// Meetings to come, one a month.
    pub left: u8,
}

/// Meetings to come of all pairs.
#[derive(Clone, Debug, Default)]
pub struct PlannedMeetings {
    /// By ascending address, each pair once.
    pub pairs: Vec<Planned>,
}

impl PlannedMeetings {
    /// A pair plans so many meetings from the coming month on; one that has some to come plans anew.
    pub fn plan(&mut self, pair: [Row; 2], who: Who, meetings: u8) {
        if meetings == 0 {
            return;
        }
        let planned = Planned { pair, who, left: meetings };
        match self.pairs.binary_search_by_key(&who, |planned| planned.who) {
            Ok(at) => self.pairs[at] = planned,
            Err(at) => self.pairs.insert(at, planned),
        }
    }

    /// Nobody meets those who leave.
    pub fn leave(&mut self, leaving: &[Row]) {
        if self.pairs.is_empty() {
            return;
        }
        let leaving: BTreeSet<Row> = leaving.iter().copied().collect();
        self.pairs.retain(|planned| !planned.pair.iter().any(|row| leaving.contains(row)));
    }
}
