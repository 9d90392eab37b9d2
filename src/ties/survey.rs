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
        let mut counts = 0;
        for (other, stock) in ties.of(row) {
            let mark = self.of_row[other as usize];
            let place = mark & 0x7f;
            let closeness = usize::from(stock >= self.casual) + usize::from(stock >= self.strong);
            let cross = usize::from((mark ^ own) >> 7);
            let user = usize::from(place != 0);
            let fellow = usize::from(place == own_place) & user;
            counts += COUNTED[closeness * 8 + cross * 4 + user * 2 + fellow];
        }
        let [casual, casual_cross, strong, strong_cross, known_users, fellow_friends, fellow_cross, _] =
            counts.to_le_bytes();
        Survey { casual, casual_cross, strong, strong_cross, known_users, fellow_friends, fellow_cross }
    }
}

/// What a tie adds to the seven counts, a byte each: by closeness (less than casual, casual, strong), whether it crosses
/// origins, whether the other uses a place, and whether it is one's own. A resident has too few ties for a byte to overflow.
static COUNTED: [u64; 24] = {
    let mut table = [0; 24];
    let mut at = 0;
    while at < 24 {
        let casual = (at >= 8) as u64;
        let strong = (at >= 16) as u64;
        let cross = (at / 4 % 2) as u64;
        let user = (at / 2 % 2) as u64;
        let fellow = (at % 2) as u64;
        table[at] = casual
            | (casual * cross) << 8
            | strong << 16
            | (strong * cross) << 24
            | user << 32
            | (casual * fellow) << 40
            | (casual * fellow * cross) << 48;
        at += 1;
    }
    table
};
