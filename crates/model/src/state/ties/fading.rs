//! Fading of all ties at once, by a table of what a month leaves of each stock.

use super::ended::{self, Moved};
use super::survey::Thresholds;
use super::{SLOTS, Survey, Ties};
use crate::kernel::parallel;
use crate::state::population::Row;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

/// Slots that are looked at together, so that their number is one of few.
const TOGETHER: usize = 8;

/// Stocks that there are.
pub(crate) const STOCKS: usize = 1 << u16::BITS;

impl Ties {
    /// Makes of every stock what `after` says is left of it, then counts what is left; both sides fade alike, so a tie ends
    /// on both at once. `place[row]` is the number of the place that a resident uses, 0 for none.
    pub(crate) fn fade(
        &mut self,
        after: &[u16; STOCKS],
        thresholds: Thresholds,
        place: &[u8],
        out: &mut [Survey],
    ) {
        let all = self.stock.len();
        let block = if parallel::threads() == 1 { parallel::CHUNK } else { SHARED_OUT };
        for first in (0..all).step_by(block) {
            let rows = first..all.min(first + block);
            let moved = self.fade_rows(after, thresholds, rows.clone(), out);
            self.drop_ended(rows, &moved);
        }
        thresholds.tell(self, place, out);
    }

    /// Fades the ties of some rows and counts what is left; notes which will move when the slots of those that end are
    /// emptied.
    fn fade_rows(
        &mut self,
        after: &[u16; STOCKS],
        thresholds: Thresholds,
        rows: Range<usize>,
        out: &mut [Survey],
    ) -> Vec<Vec<Moved>> {
        let (ends, degrees) = (&self.end, &self.degree);
        let noted = Mutex::new(Vec::new());
        let columns = (&mut self.stock[rows.clone()], &mut out[rows.clone()]);
        parallel::columns(parallel::CHUNK, columns, |first, (stocks, out)| {
            let mut moved = Vec::new();
            for (row, (stocks, out)) in (rows.start + first..).zip(stocks.iter_mut().zip(out)) {
                let (ends, degree) = (&ends[row], degrees[row]);
                // Read and written as a whole: a number just written is not read with its neighbours at once, for which
                // a processor would have to wait. Slots beyond the ties are empty.
                let mut left = [0; SLOTS];
                let taken = usize::from(degree).next_multiple_of(TOGETHER);
                for (left, stock) in left[..taken].iter_mut().zip(&*stocks) {
                    *left = after[*stock as usize];
                }
                *out = thresholds.count(ends, &left);
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
