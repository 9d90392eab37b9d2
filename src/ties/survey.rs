//! What each resident's ties look like at the end of a month: the counts that other rules read in the next one.

use super::{Ties, units};
use crate::parameters::{Key, Values};
use crate::population::{Residents, Row};

/// Counts over a resident's ties.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    /// Ties of casual friendship or more.
    pub casual: u8,
    /// Of them, with someone of the other origin.
    pub casual_cross: u8,
    /// Friends or better: strong ties.
    pub strong: u8,
    /// Of them, with someone of the other origin.
    pub strong_cross: u8,
    /// Ties of any stock with users of a shared place.
    pub known_users: u8,
    /// Casual friends or better who use the same place.
    pub fellow_friends: u8,
    /// Of them, of the other origin.
    pub fellow_cross: u8,
}

/// Most places that can be told apart in a mark.
pub const MOST_PLACES: usize = 127;

/// What others need to know of a resident, in one byte by row: origin in the highest bit, number of the place used (0 for
/// none) in the others.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    of_row: Vec<u8>,
    casual: u16,
    strong: u16,
}

impl Marks {
    /// Marks everybody present; `place[row]` is the number of the place that a resident uses.
    pub fn take(&mut self, values: &Values, residents: &Residents, place: &[u8]) {
        self.casual = units(values[Key::CasualHours]);
        self.strong = units(values[Key::StrongHours]);
        self.of_row.resize(residents.rows(), 0);
        for row in residents.order() {
            let at = *row as usize;
            self.of_row[at] = ((residents.origin[at] as u8) << 7) | place[at];
        }
    }

    /// Counts over the ties of one resident.
    #[must_use]
    pub fn survey(&self, ties: &Ties, row: Row) -> Survey {
        let own = self.of_row[row as usize];
        let own_place = own & 0x7f;
        let mut counts = Survey::default();
        for (other, stock) in ties.of(row) {
            let mark = self.of_row[other as usize];
            let place = mark & 0x7f;
            let casual = u8::from(stock >= self.casual);
            let strong = u8::from(stock >= self.strong);
            let cross = (mark ^ own) >> 7;
            let fellow = casual & u8::from(place == own_place) & u8::from(place != 0);
            counts.known_users += u8::from(place != 0);
            counts.casual += casual;
            counts.casual_cross += casual & cross;
            counts.strong += strong;
            counts.strong_cross += strong & cross;
            counts.fellow_friends += fellow;
            counts.fellow_cross += fellow & cross;
        }
        counts
    }
}
