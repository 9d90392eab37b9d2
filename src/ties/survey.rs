//! What each resident's ties look like at the end of a month: the counts that other rules read in the next one.

use super::{Ties, units};
use crate::parameters::{Key, Values};
use crate::population::{Origin, Residents, Row};

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

/// Surveys every resident; `place[row]` is the place that a resident uses, 0 for none. Rows of people who are not present
/// keep what they had.
pub fn survey(values: &Values, residents: &Residents, ties: &Ties, place: &[u8], out: &mut [Survey]) {
    let casual = units(values[Key::CasualHours]);
    let strong = units(values[Key::StrongHours]);
    for row in residents.order() {
        out[*row as usize] = of_one(*row, residents, ties, place, casual, strong);
    }
}

fn of_one(row: Row, residents: &Residents, ties: &Ties, place: &[u8], casual: u16, strong: u16) -> Survey {
    let own_place = place[row as usize];
    let own: Origin = residents.origin[row as usize];
    let mut counts = Survey::default();
    for (other, stock) in ties.of(row) {
        let other_place = place[other as usize];
        counts.known_users += u8::from(other_place != 0);
        if stock >= casual {
            let cross = u8::from(residents.origin[other as usize] != own);
            let fellow = u8::from(own_place != 0 && other_place == own_place);
            let friend = u8::from(stock >= strong);
            counts.casual += 1;
            counts.casual_cross += cross;
            counts.strong += friend;
            counts.strong_cross += friend * cross;
            counts.fellow_friends += fellow;
            counts.fellow_cross += fellow * cross;
        }
    }
    counts
}
