//! A choice among a resident's ties by their stock.

use super::{SLOTS, Ties};
use crate::population::Row;

/// Slots whose weights are summed together.
const BLOCK: usize = 8;

/// The ties of a resident, each weighing as much as its stock up to a most, ready for many choices.
pub(super) struct Weights {
    capped: [u16; SLOTS],
    /// Sums of the weights before each block.
    before: [u32; SLOTS / BLOCK],
    /// Sum of all weights.
    pub(super) total: u32,
}

impl Weights {
    pub(super) fn new(ties: &Ties, row: Row, most: u16) -> Self {
        let stocks = ties.stocks(row);
        let capped: [u16; SLOTS] = std::array::from_fn(|slot| stocks[slot].min(most));
        let mut total = 0;
        let before = std::array::from_fn(|block| {
            let sum: u32 = capped[block * BLOCK..][..BLOCK].iter().map(|weight| u32::from(*weight)).sum();
            total += sum;
            total - sum
        });
        Self { capped, before, total }
    }

    /// The slot in which the sum of weights passes `at`, below the total. Nothing here depends on a condition that a
    /// processor would have to foresee.
    pub(super) fn slot(&self, at: u32) -> usize {
        let block = self.before[1..].iter().map(|before| usize::from(*before <= at)).sum::<usize>();
        let mut sum = self.before[block];
        let within = self.capped[block * BLOCK..][..BLOCK].iter().map(|weight| {
            sum += u32::from(*weight);
            usize::from(sum <= at)
        });
        block * BLOCK + within.sum::<usize>()
    }
}
