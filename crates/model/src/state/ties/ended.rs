//! Emptying the slots of ties that ended, for many residents side by side.
//!
//! Each row closes its own gaps: the last tie moves into the gap. Before anything moves, whoever is at the other end of a tie
//! that will move is told, in the slot where the tie stands there now; so rows need not know of each other's gaps.

use super::{End, SLOTS, Ties, slots};
use crate::kernel::parallel;
use crate::state::population::Row;
use std::ops::Range;

/// A tie that will stand in another slot of its row.
#[derive(Clone, Copy)]
pub(super) struct Moved {
    row: Row,
    slot: u8,
    /// As the slot holds it: with whom, and where the other end stands.
    end: End,
}

/// Slots of a row whose ties ended.
#[inline]
pub(super) fn gaps(stocks: &[u16; SLOTS], degree: u8) -> u32 {
    let taken = ((1_u64 << degree) - 1) as u32;
    taken & !slots::at_least(stocks, 1)
}

/// Moves the last tie of a row into each gap, from the last gap to the first: `step` is shown the slot of the tie that goes
/// on, and the gap, which may be the same slot.
fn close(gaps: u32, degree: &mut u8, mut step: impl FnMut(usize, usize)) {
    let mut left = gaps;
    while left != 0 {
        let gap = left.ilog2() as usize;
        left ^= 1 << gap;
        *degree -= 1;
        step(usize::from(*degree), gap);
    }
}

/// Notes which ties of a row will move when its gaps are closed.
pub(super) fn note(row: Row, gaps: u32, ends: &[End; SLOTS], mut degree: u8, moved: &mut Vec<Moved>) {
    let own = moved.len();
    close(gaps, &mut degree, |last, gap| {
        // Of a tie that moves twice only the last slot is told.
        match moved[own..].iter_mut().find(|note| usize::from(note.slot) == last) {
            Some(note) => note.slot = gap as u8,
            None if gap < last => moved.push(Moved { row, slot: gap as u8, end: ends[last] }),
            None => {}
        }
    });
}

impl Ties {
    /// Empties the slots of the ties that ended in some rows, which `moved` is noted of.
    pub(super) fn drop_ended(&mut self, rows: Range<usize>, moved: &[Vec<Moved>]) {
        let part = self.end.len().div_ceil(parallel::threads());
        parallel::columns(part, &mut self.end[..], |first, ends| {
            for moved in moved.iter().flatten() {
                let at = (moved.end.other() as usize).wrapping_sub(first);
                if let Some(end) = ends.get_mut(at) {
                    let told = &mut end[moved.end.back()];
                    *told = told.moved(moved.row, usize::from(moved.slot));
                }
            }
        });
        let columns = (&mut self.end[rows.clone()], (&mut self.stock[rows.clone()], &mut self.degree[rows]));
        parallel::columns(parallel::CHUNK, columns, |_, (ends, (stocks, degrees))| {
            for ((ends, stocks), degree) in ends.iter_mut().zip(stocks).zip(degrees) {
                close(gaps(stocks, *degree), degree, |last, gap| {
                    let (end, stock) =
                        (std::mem::replace(&mut ends[last], End::NONE), std::mem::take(&mut stocks[last]));
                    if gap < last {
                        (ends[gap], stocks[gap]) = (end, stock);
                    }
                });
            }
        });
    }
}
