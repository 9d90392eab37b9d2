//! What each resident's ties look like at the end of a month: the counts that other rules read in the next one.

use super::{End, SLOTS, Ties, slots, units};
use crate::inputs::parameters::{Key, Values};

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

/// Least stocks of casual and of strong ties; above 0, which is the stock of a slot without a tie.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Thresholds {
    casual: u16,
    strong: u16,
}

impl Thresholds {
    pub fn new(values: &Values) -> Self {
        let [casual, strong] = [Key::CasualHours, Key::StrongHours].map(|hours| units(values[hours]).max(1));
        Self { casual, strong }
    }

    /// Counts over someone's slots; whether the others use a place they tell themselves ([`Thresholds::tell`]).
    #[inline]
    pub fn count(self, ends: &[End; SLOTS], stocks: &[u16; SLOTS]) -> Survey {
        let count = |slots: u32| slots.count_ones() as u8;
        let (casual, strong) = (slots::at_least(stocks, self.casual), slots::at_least(stocks, self.strong));
        let across = slots::across(ends);
        Survey {
            casual: count(casual),
            casual_cross: count(casual & across),
            strong: count(strong),
            strong_cross: count(strong & across),
            ..Survey::default()
        }
    }

    /// Users are few: each is counted by those who know him, and `place[row]` is the number of the place that a resident
    /// uses, 0 for none.
    pub fn tell(self, ties: &Ties, place: &[u8], surveys: &mut [Survey]) {
        for (row, used) in place.iter().enumerate().filter(|(_, used)| **used != 0) {
            let degree = ties.degree[row] as usize;
            for (end, stock) in ties.end[row][..degree].iter().zip(&ties.stock[row]) {
                let other = end.other() as usize;
                let fellow = u8::from(place[other] == *used && *stock >= self.casual);
                surveys[other].known_users += 1;
                surveys[other].fellow_friends += fellow;
                surveys[other].fellow_cross += fellow & u8::from(end.across());
            }
        }
    }
}
