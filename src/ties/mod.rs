//! Ties between residents: a stock of contact hours for each pair (Hall 2019), met, faded, surveyed.

mod fading;
mod survey;
mod village;

pub use fading::Fading;
pub use survey::{MOST_PLACES, Marks, Survey};
pub use village::{Neighbourhood, encounters};

use crate::population::Row;
use crate::random::Who;

/// Ties that a resident can hold; the weakest goes first.
pub const SLOTS: usize = 32;

/// Stored units in an hour of contact: a quarter hour is 16 units, the largest stock 1,023 hours.
pub const UNITS_PER_HOUR: f64 = 64.0;

/// Who stands in a slot without a tie.
const NOBODY: Row = Row::MAX;

/// Hours of contact as stored units.
#[must_use]
pub fn units(hours: f64) -> u16 {
    (hours * UNITS_PER_HOUR).round() as u16
}

/// Where an encounter takes place, which decides what can be learnt there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// The village and associations.
    Village,
    /// A shared place, a common hour, an introduction, a supplier meeting.
    Structured,
    /// A collaboration or a common work.
    Work,
}

/// One encounter of two residents.
#[derive(Clone, Copy, Debug)]
pub struct Encounter {
    /// Address of the draws about it: of who started it, or of the pair where a place or a job brings it together.
    pub who: Who,
    /// Who started it.
    pub from: Row,
    /// With whom.
    pub with: Row,
    /// Contact in stored units.
    pub units: u16,
    /// Stock of the tie at the start of the month, in stored units.
    pub before: u16,
    /// Slot of the tie in the row of `from`, where it is known: a guess that spares a search, 0 otherwise.
    pub slot: u8,
    /// Number of the encounter among those with this address this month.
    pub ordinal: u16,
    /// Where.
    pub channel: Channel,
}

/// All ties, as rows of [`SLOTS`] slots. Each tie stands in both rows with the same stock.
#[derive(Clone, Debug, Default)]
pub struct Ties {
    other: Vec<[Row; SLOTS]>,
    stock: Vec<[u16; SLOTS]>,
    degree: Vec<u8>,
}

impl Ties {
    /// No ties between `rows` residents.
    #[must_use]
    pub fn new(rows: usize) -> Self {
        Self { other: vec![[NOBODY; SLOTS]; rows], stock: vec![[0; SLOTS]; rows], degree: vec![0; rows] }
    }

    /// Makes room for the row of someone who enters.
    pub fn enter(&mut self, row: Row) {
        let at = row as usize;
        if at == self.degree.len() {
            self.other.push([NOBODY; SLOTS]);
            self.stock.push([0; SLOTS]);
            self.degree.push(0);
        }
        debug_assert_eq!(self.degree[at], 0, "who leaves leaves no tie");
    }

    /// Removes every tie of someone who leaves.
    pub fn leave(&mut self, row: Row) {
        let at = row as usize;
        for slot in 0..self.degree[at] as usize {
            self.forget(self.other[at][slot], row);
        }
        self.other[at] = [NOBODY; SLOTS];
        self.degree[at] = 0;
    }

    /// The ties of a resident: with whom, and the stock in stored units.
    pub fn of(&self, row: Row) -> impl ExactSizeIterator<Item = (Row, u16)> + '_ {
        let at = row as usize;
        let degree = self.degree[at] as usize;
        self.other[at][..degree].iter().copied().zip(self.stock[at][..degree].iter().copied())
    }

    /// Number of ties of a resident.
    #[must_use]
    pub fn degree(&self, row: Row) -> usize {
        self.degree[row as usize] as usize
    }

    /// The tie in a slot below [`Ties::degree`]: with whom, and its stock.
    #[must_use]
    pub fn slot(&self, row: Row, slot: usize) -> (Row, u16) {
        (self.other[row as usize][slot], self.stock[row as usize][slot])
    }

    /// Stock of the tie of a pair in stored units; 0 without a tie.
    #[must_use]
    pub fn between(&self, a: Row, b: Row) -> u16 {
        self.find(a, b).map_or(0, |slot| self.stock[a as usize][slot])
    }

    /// Adds contact to a pair; a new tie takes a free slot on both sides, or that of the weakest.
    ///
    /// # Panics
    /// When a resident meets himself.
    pub fn meet(&mut self, a: Row, b: Row, units: u16) {
        self.meet_at(a, b, units, 0);
    }

    /// [`Ties::meet`] with a guess of the slot of the tie in the row of `a`; a wrong guess costs a search.
    ///
    /// # Panics
    /// When a resident meets himself.
    pub fn meet_at(&mut self, a: Row, b: Row, units: u16, guess: u8) {
        assert_ne!(a, b, "nobody meets himself");
        let guessed = self.other[a as usize][guess as usize] == b;
        let slot = if guessed { Some(guess as usize) } else { self.find(a, b) };
        if let Some(slot) = slot {
            let stock = &mut self.stock[a as usize][slot];
            *stock = stock.saturating_add(units);
            let new = *stock;
            let back = self.find(b, a).expect("a tie stands on both sides");
            self.stock[b as usize][back] = new;
        } else if units > 0 {
            self.make_room(a);
            self.make_room(b);
            self.put(a, b, units);
            self.put(b, a, units);
        }
    }

    /// Sets the stock of a pair without a tie, for a state that starts in the middle of lives.
    pub fn begin(&mut self, a: Row, b: Row, units: u16) {
        if self.find(a, b).is_none() {
            self.meet(a, b, units);
        }
    }

    fn find(&self, a: Row, b: Row) -> Option<usize> {
        // One bit a slot, without a branch: the compiler compares several slots at once.
        let found = self.other[a as usize]
            .iter()
            .enumerate()
            .fold(0_u32, |found, (slot, other)| found | (u32::from(*other == b) << slot));
        (found != 0).then(|| found.trailing_zeros() as usize)
    }

    fn make_room(&mut self, row: Row) {
        let at = row as usize;
        if (self.degree[at] as usize) < SLOTS {
            return;
        }
        let weakest = (0..SLOTS).min_by_key(|slot| self.stock[at][*slot]).expect("there are slots");
        let other = self.other[at][weakest];
        self.forget(row, other);
        self.forget(other, row);
    }

    fn put(&mut self, a: Row, b: Row, units: u16) {
        let at = a as usize;
        let slot = self.degree[at] as usize;
        self.other[at][slot] = b;
        self.stock[at][slot] = units;
        self.degree[at] += 1;
    }

    fn forget(&mut self, a: Row, b: Row) {
        let slot = self.find(a, b).expect("a tie stands on both sides");
        self.drop_slot(a, slot);
    }

    fn drop_slot(&mut self, row: Row, slot: usize) {
        let at = row as usize;
        let last = self.degree[at] as usize - 1;
        self.other[at][slot] = self.other[at][last];
        self.stock[at][slot] = self.stock[at][last];
        self.other[at][last] = NOBODY;
        self.degree[at] -= 1;
    }
}
