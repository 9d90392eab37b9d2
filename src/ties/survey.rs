//! What each resident's ties look like at the end of a month: the counts that other rules read in the next one.

use super::{SLOTS, Ties, units};
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
        for row in residents.order() {
            let at = *row as usize;
            self.of_row[at] = ((residents.origin[at] as u8) << 7) | place[at];
        }
    }

    /// Counts over the ties of these residents.
    pub fn survey(&self, ties: &Ties, rows: &[Row], out: &mut [Survey]) {
        for rows in rows.chunks(TOGETHER) {
            let mut marks = [[0; SLOTS]; TOGETHER];
            for (marks, row) in marks.iter_mut().zip(rows) {
                // A slot without a tie counts for nothing: its other is of the same origin, uses no place, has no stock.
                *marks = [self.of_row[*row as usize] & !PLACE; SLOTS];
                for (mark, (other, _)) in marks.iter_mut().zip(ties.of(*row)) {
                    *mark = self.of_row[other as usize];
                }
            }
            for (marks, row) in marks.iter().zip(rows) {
                out[*row as usize] = self.count(self.of_row[*row as usize], marks, ties.stocks(*row));
            }
        }
    }

    /// Counts over the slots of someone with the mark `own`.
    fn count(&self, own: u8, marks: &[u8; SLOTS], stocks: &[u16; SLOTS]) -> Survey {
        let place = own & PLACE;
        let mut counts = Survey::default();
        let (mut casual, mut strong) = ([0; SLOTS], [0; SLOTS]);
        for (slot, stock) in stocks.iter().enumerate() {
            casual[slot] = u8::from(*stock >= self.casual);
            strong[slot] = u8::from(*stock >= self.strong);
        }
        for (slot, mark) in marks.iter().enumerate() {
            let (casual, strong) = (casual[slot], strong[slot]);
            let cross = (mark ^ own) >> 7;
            let user = u8::from(mark & PLACE != 0);
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

/// Residents whose ties are counted together: a mark just written by itself is not read with its neighbours at once, for
/// which a processor would have to wait.
const TOGETHER: usize = 8;
