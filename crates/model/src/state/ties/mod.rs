//! Ties between residents: a stock of contact hours for each pair (Hall 2019), met, faded, surveyed.

mod added;
mod encounters;
mod ended;
mod fading;
mod slots;
mod survey;

pub use encounters::{Encounter, Encounters};
pub(crate) use encounters::{Meeting, Started};
pub(crate) use fading::STOCKS;
pub use survey::Survey;
pub(crate) use survey::Thresholds;

use crate::state::population::{Origin, Row, lengthen};

/// Ties that a resident can hold; the weakest go first.
pub const SLOTS: usize = 32;

/// Stored units in an hour of contact: a quarter hour is 16 units, the largest stock 1,023 hours.
pub const UNITS_PER_HOUR: f64 = 64.0;

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

/// One end of a tie, as a slot holds it: with whom, whether of the other origin, which of both has the lower address, and in
/// which slot of the other's row the other end stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct End(u32);

impl End {
    /// Bit that says whether the tie joins two origins, above those of the slot's number.
    const ACROSS: u32 = SLOTS.ilog2();
    /// Bit that says whether whoever has this end has the lower address of both: what is done once for a tie is done there.
    const FIRST: u32 = Self::ACROSS + 1;
    /// First bit of the row.
    const ROW: u32 = Self::FIRST + 1;
    /// In a slot without a tie.
    const NONE: Self = Self(u32::MAX);
    /// Rows that can be told apart from each other and from nobody.
    const ROWS: usize = (u32::MAX >> Self::ROW) as usize;

    fn new(other: Row, back: usize, across: bool, first: bool) -> Self {
        let marks = (u32::from(across) << Self::ACROSS) | (u32::from(first) << Self::FIRST);
        Self((other << Self::ROW) | marks | back as u32)
    }

    pub(crate) fn other(self) -> Row {
        self.0 >> Self::ROW
    }

    pub(crate) fn across(self) -> bool {
        (self.0 >> Self::ACROSS) & 1 == 1
    }

    pub(crate) fn first(self) -> bool {
        (self.0 >> Self::FIRST) & 1 == 1
    }

    fn back(self) -> usize {
        self.0 as usize % SLOTS
    }

    /// The same tie, whose other end now stands in the slot `back` of the row of `other`.
    fn moved(self, other: Row, back: usize) -> Self {
        Self::new(other, back, self.across(), self.first())
    }
}

/// All ties, as rows of [`SLOTS`] slots. Each tie stands in both rows with the same stock; a slot without one has stock 0.
/// Whoever has no row has no ties: the default is a territory of strangers.
#[derive(Clone, Debug, Default)]
pub struct Ties {
    end: Vec<[End; SLOTS]>,
    stock: Vec<[u16; SLOTS]>,
    degree: Vec<u8>,
    /// Origin of whoever has the row.
    origin: Vec<Origin>,
}

impl Ties {
    /// No ties between residents of these origins, one for each row.
    ///
    /// # Panics
    /// When there are more rows than an end can tell apart, 33 million.
    #[must_use]
    pub fn new(origins: &[Origin]) -> Self {
        let rows = origins.len();
        assert!(rows <= End::ROWS, "more residents than ties can tell apart");
        Self {
            end: vec![[End::NONE; SLOTS]; rows],
            stock: vec![[0; SLOTS]; rows],
            degree: vec![0; rows],
            origin: origins.to_vec(),
        }
    }

    /// Makes room for the row of someone who enters.
    ///
    /// # Panics
    /// When there are more rows than an end can tell apart, 33 million.
    pub fn enter(&mut self, row: Row, origin: Origin) {
        let at = row as usize;
        assert!(at < End::ROWS, "more residents than ties can tell apart");
        lengthen(&mut self.end, at + 1, [End::NONE; SLOTS]);
        lengthen(&mut self.stock, at + 1, [0; SLOTS]);
        lengthen(&mut self.degree, at + 1, 0);
        lengthen(&mut self.origin, at + 1, origin);
        debug_assert_eq!(self.degree[at], 0, "who leaves leaves no tie");
        self.origin[at] = origin;
    }

    /// Removes every tie of someone who leaves.
    pub fn leave(&mut self, row: Row) {
        let at = row as usize;
        for slot in 0..self.degree(row) {
            let end = self.end[at][slot];
            self.drop_slot(end.other(), end.back());
        }
        self.end[at] = [End::NONE; SLOTS];
        self.stock[at] = [0; SLOTS];
        self.degree[at] = 0;
    }

    /// The ties of a resident: with whom, and the stock in stored units.
    pub fn of(&self, row: Row) -> impl ExactSizeIterator<Item = (Row, u16)> + '_ {
        let at = row as usize;
        let degree = self.degree[at] as usize;
        self.end[at][..degree].iter().map(|end| end.other()).zip(self.stock[at][..degree].iter().copied())
    }

    /// The ends of the ties of a resident.
    pub(crate) fn ends(&self, row: Row) -> impl Iterator<Item = End> + '_ {
        self.row(row).0[..self.degree(row)].iter().copied()
    }

    /// Number of ties of a resident.
    #[must_use]
    pub fn degree(&self, row: Row) -> usize {
        self.degree.get(row as usize).map_or(0, |degree| *degree as usize)
    }

    /// The slots of a resident: the ends in them, and their stocks.
    #[inline]
    pub(crate) fn row(&self, row: Row) -> (&[End; SLOTS], &[u16; SLOTS]) {
        (self.end.get(row as usize).unwrap_or(&[End::NONE; SLOTS]), self.stocks(row))
    }

    /// Stocks of a resident's slots, 0 in those without a tie.
    #[must_use]
    pub fn stocks(&self, row: Row) -> &[u16; SLOTS] {
        self.stock.get(row as usize).unwrap_or(&[0; SLOTS])
    }

    /// Stock of the tie of a pair in stored units; 0 without a tie.
    #[must_use]
    pub fn between(&self, a: Row, b: Row) -> u16 {
        self.tie(a, b).map_or(0, |(stock, _)| stock)
    }

    /// The tie of a pair: its stock in stored units, and its slot in the row of `a`.
    #[inline]
    #[must_use]
    pub fn tie(&self, a: Row, b: Row) -> Option<(u16, u8)> {
        self.find(a, b).map(|slot| (self.stock[a as usize][slot], slot as u8))
    }

    #[expect(
        clippy::inline_always,
        reason = "where code is kept small, as in the page, a call costs more than this"
    )]
    #[inline(always)]
    fn find(&self, a: Row, b: Row) -> Option<usize> {
        let ends = self.end.get(a as usize)?;
        let found = slots::with(ends, b);
        (found != 0).then(|| found.trailing_zeros() as usize)
    }

    fn put(&mut self, row: Row, end: End, units: u16) {
        let at = row as usize;
        let slot = self.degree[at] as usize;
        self.end[at][slot] = end;
        self.stock[at][slot] = units;
        self.degree[at] += 1;
    }

    /// Empties one side's slot: the last tie of the row moves there, and its other end is told.
    fn drop_slot(&mut self, row: Row, slot: usize) {
        let at = row as usize;
        let last = self.degree[at] as usize - 1;
        let moved = std::mem::replace(&mut self.end[at][last], End::NONE);
        let stock = std::mem::take(&mut self.stock[at][last]);
        self.degree[at] = last as u8;
        if slot < last {
            (self.end[at][slot], self.stock[at][slot]) = (moved, stock);
            let told = &mut self.end[moved.other() as usize][moved.back()];
            *told = told.moved(row, slot);
        }
    }
}
