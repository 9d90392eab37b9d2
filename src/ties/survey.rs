//! What each resident's ties look like at the end of a month: the counts that other rules read in the next one.

use super::{SLOTS, units};
use crate::parallel;
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
pub const MOST_PLACES: usize = PLACE as usize;

/// Bits of a mark that number the place used; the other is the origin.
const PLACE: u8 = 0x7f;

/// What others need to know of a resident, in one byte by row: origin in the highest bit, number of the place used (0 for
/// none) in the others.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    of_row: Vec<u8>,
    /// Least stocks of casual and of strong ties; above 0, which is the stock of a slot without a tie.
    casual: u16,
    strong: u16,
}

impl Marks {
    /// Marks everybody present; `place[row]` is the number of the place that a resident uses.
    pub fn take(&mut self, values: &Values, residents: &Residents, place: &[u8]) {
        [self.casual, self.strong] =
            [Key::CasualHours, Key::StrongHours].map(|hours| units(values[hours]).max(1));
        self.of_row.resize(residents.rows(), 0);
        let columns = (&mut self.of_row[..], &residents.origin[..], place);
        parallel::columns(parallel::CHUNK, columns, |_, (marks, origins, places)| {
            for ((mark, origin), place) in marks.iter_mut().zip(origins).zip(places) {
                *mark = ((*origin as u8) << 7) | place;
            }
        });
    }

    /// The mark of a resident.
    pub(super) fn of(&self, row: Row) -> u8 {
        self.of_row[row as usize]
    }

    /// Counts over the slots of someone with the mark `own`; a slot of stock 0 counts for nothing.
    pub(super) fn count(&self, own: u8, marks: &[u8; SLOTS], stocks: &[u16; SLOTS]) -> Survey {
        let place = own & PLACE;
        let mut counts = Survey::default();
        let (mut tied, mut casual, mut strong) = ([0; SLOTS], [0; SLOTS], [0; SLOTS]);
        for (slot, stock) in stocks.iter().enumerate() {
            tied[slot] = u8::from(*stock > 0);
            casual[slot] = u8::from(*stock >= self.casual);
            strong[slot] = u8::from(*stock >= self.strong);
        }
        for (slot, mark) in marks.iter().enumerate() {
            let (casual, strong) = (casual[slot], strong[slot]);
            let cross = (mark ^ own) >> 7;
            let user = u8::from(mark & PLACE != 0) & tied[slot];
            let fellow = u8::from(mark & PLACE == place) & user & casual;
            counts.casual += casual;
            counts.casual_cross += casual & cross;
            counts.strong += strong;
            counts.strong_cross += strong & cross;
            counts.known_users += user;
            counts.fellow_friends += fellow;
            counts.fellow_cross += fellow & cross;
        }
        counts
    }
}
