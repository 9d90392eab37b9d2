//! Ties fade at two speeds: fresh ones fast, strong ones slowly (Burt 2002 on bridges).

use super::ended::{self, Moved};
use super::survey::Thresholds;
use super::{SLOTS, Survey, Ties, UNITS_PER_HOUR};
use crate::parallel;
use crate::parameters::{Key, Values};
use crate::population::Row;
use crate::portable::exp;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

/// Stocks below a quarter hour are no tie.
const LEAST: u16 = 16;

/// Stocks that there are.
const UNITS: usize = 1 << u16::BITS;

/// The stock after a month without contact, for every stock.
#[derive(Clone, Debug)]
pub struct Fading {
    after: Box<[u16; UNITS]>,
    thresholds: Thresholds,
}

impl Fading {
    /// Tabulates `h - h (d1 + d0 exp(-h / h0))`, rounded to the stored unit.
    ///
    /// # Panics
    /// Never: every stock is tabulated.
    #[must_use]
    pub fn new(values: &Values) -> Self {
        let after = |units: u16| {
            let hours = f64::from(units) / UNITS_PER_HOUR;
            let lost = Self::monthly_loss(values, hours);
            let left = (f64::from(units) * (1.0 - lost)).round() as u16;
            if left < LEAST { 0 } else { left }
        };
        let after: Box<[u16]> = (0..=u16::MAX).map(after).collect();
        Self { after: after.try_into().expect("one for every stock"), thresholds: Thresholds::new(values) }
    }

    /// Share of its hours that a tie of `hours` loses in a month without contact.
    #[must_use]
    pub fn monthly_loss(values: &Values, hours: f64) -> f64 {
        (values[Key::FadeSlow] + values[Key::FadeFast] * exp(-hours / values[Key::FadeScale])).min(1.0)
    }

    /// Fades every tie by one month, then counts what is left; both sides fade alike, so a tie ends on both at once.
    /// `place[row]` is the number of the place that a resident uses, 0 for none.
    pub fn month(&self, ties: &mut Ties, place: &[u8], out: &mut [Survey]) {
        let all = ties.stock.len();
        let block = if parallel::threads() == 1 { parallel::CHUNK } else { SHARED_OUT };
        for first in (0..all).step_by(block) {
            let rows = first..all.min(first + block);
            let moved = self.fade(ties, rows.clone(), out);
            ties.drop_ended(rows, &moved);
        }
        self.thresholds.tell(ties, place, out);
    }

    /// Fades the ties of some rows and counts what is left; notes which will move when the slots of those that end are
    /// emptied.
    fn fade(&self, ties: &mut Ties, rows: Range<usize>, out: &mut [Survey]) -> Vec<Vec<Moved>> {
        let (ends, degrees) = (&ties.end, &ties.degree);
        let noted = Mutex::new(Vec::new());
        let columns = (&mut ties.stock[rows.clone()], &mut out[rows.clone()]);
        parallel::columns(parallel::CHUNK, columns, |first, (stocks, out)| {
            let mut moved = Vec::new();
            for (row, (stocks, out)) in (rows.start + first..).zip(stocks.iter_mut().zip(out)) {
                let (ends, degree) = (&ends[row], degrees[row]);
                // Read and written as a whole: a number just written is not read with its neighbours at once, for which
                // a processor would have to wait.
                let mut left = [0; SLOTS];
                for (left, stock) in left.iter_mut().zip(&*stocks) {
                    *left = self.after[*stock as usize];
                }
                *out = self.thresholds.count(ends, &left);
                ended::note(row as Row, ended::gaps(&left, degree), ends, degree, &mut moved);
                *stocks = left;
            }
            noted.lock().unwrap_or_else(PoisonError::into_inner).push(moved);
        });
        noted.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Rows whose ties fade before what ended of them is emptied, where threads share them out: few enough that what is noted
/// in between takes little room. One thread takes a chunk, which is still near when it comes back to it.
const SHARED_OUT: usize = 32 * parallel::CHUNK;
