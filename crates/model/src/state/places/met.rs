//! Whom the facilitator of a place has met: the people among whom she can convene.

use super::SharedPlace;
use crate::state::population::{Residents, Row};
use std::collections::BTreeSet;

impl SharedPlace {
    /// The facilitator of this place has met these people, each of whom she may know already.
    pub fn meets(&mut self, residents: &Residents, people: impl IntoIterator<Item = Row>) {
        for row in people {
            let who = residents.address[row as usize];
            let known = self.met.binary_search_by_key(&who, |met| residents.address[*met as usize]);
            if let Err(at) = known {
                self.met.insert(at, row);
            }
        }
    }
}

/// No facilitator knows those who leave the territory.
pub fn lose_sight(places: &mut [SharedPlace], leaving: &[Row]) {
    if places.iter().all(|place| place.met.is_empty()) {
        return;
    }
    let leaving: BTreeSet<Row> = leaving.iter().copied().collect();
    for place in places {
        place.met.retain(|row| !leaving.contains(row));
    }
}
