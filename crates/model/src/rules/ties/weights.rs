//! A choice among a resident's ties by their stock.

use crate::state::population::Row;
use crate::state::ties::{SLOTS, Ties};

/// Slots whose weights are summed together.
const BLOCK: usize = 4;

/// The ties of a resident, each weighing as much as its stock up to a most, ready for many choices.
pub(super) struct Weights {
    /// Sums of the weights of a block, up to each slot and with it.
    within: [[u32; BLOCK]; SLOTS / BLOCK],
    /// Sums of the weights before each block.
    before: [u32; SLOTS / BLOCK],
    /// Sum of all weights.
    pub(super) total: u32,
}

impl Weights {
    #[inline]
    pub(super) fn new(ties: &Ties, row: Row, most: u16) -> Self {
        let (blocks, _) = ties.stocks(row).as_chunks::<BLOCK>();
        let mut weights = Self { within: [[0; BLOCK]; SLOTS / BLOCK], before: [0; SLOTS / BLOCK], total: 0 };
        // Loops: mapping an array is a call for each of its numbers where code is kept small, as in the page.
        for ((stocks, within), before) in blocks.iter().zip(&mut weights.within).zip(&mut weights.before) {
            let mut sum = 0;
            for (stock, within) in stocks.iter().zip(within) {
                sum += u32::from((*stock).min(most));
                *within = sum;
            }
            *before = weights.total;
            weights.total += sum;
        }
        weights
    }

    /// The slot in which the sum of weights passes `at`, below the total. Nothing here depends on a condition that a
    /// processor would have to foresee.
    #[inline]
    pub(super) fn slot(&self, at: u32) -> usize {
        let block = self.before[1..].iter().map(|before| usize::from(*before <= at)).sum::<usize>();
        let left = at - self.before[block];
        let within = self.within[block].iter().map(|sum| usize::from(*sum <= left)).sum::<usize>();
        block * BLOCK + within
    }
}
