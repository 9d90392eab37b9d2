//! Emptying the slots of ties that ended, one resident after the other or all side by side.
//!
//! Side by side, each row closes its own gaps: the last tie moves into the gap, so a tie's new slot follows from the gaps and the degree
//! alone. Then whoever is at the other end of a tie that moved is told, at the slot that it now has itself.

use super::{End, SLOTS, Ties};
use crate::parallel;
use crate::population::Row;
use std::sync::{Mutex, PoisonError};

/// A tie that stands in another slot of its row than before.
#[derive(Clone, Copy)]
struct Moved {
    row: Row,
    slot: usize,
    /// As the slot held it: with whom, and where the other end stood before anything moved.
    end: End,
}

/// Where a tie stands once the gaps of a row are closed that had this degree, from the last gap to the first.
fn closed(gaps: u32, degree: usize, slot: usize) -> usize {
    let (mut left, mut degree, mut slot) = (gaps, degree, slot);
    while left != 0 {
        let gap = left.ilog2();
        left ^= 1 << gap;
        degree -= 1;
        if slot == degree {
            slot = gap as usize;
        }
    }
    slot
}

impl Ties {
    /// Empties the slots of the ties that ended; `ending` has their bits for every row.
    pub(super) fn drop_ended(&mut self, ending: &[u32]) {
        for (row, ended) in ending.iter().enumerate() {
            let mut left = *ended;
            // From the last to the first, so that what moves into a slot goes on.
            while left != 0 {
                let slot = left.ilog2();
                left ^= 1 << slot;
                self.drop_slot(row as Row, slot as usize);
            }
        }
    }

    /// [`Ties::drop_ended`] for all rows side by side, to the same effect.
    pub(super) fn drop_ended_side_by_side(&mut self, ending: &[u32]) {
        let told = Mutex::new(Vec::new());
        let columns = ((&mut self.end[..], &mut self.stock[..]), (&mut self.degree[..], ending));
        parallel::columns(parallel::CHUNK, columns, |first, ((ends, stocks), (degrees, gaps))| {
            let mut moved = Vec::new();
            for (at, gaps) in gaps.iter().enumerate().filter(|(_, gaps)| **gaps != 0) {
                let row = (&mut ends[at], &mut stocks[at], &mut degrees[at]);
                close(row, *gaps, (first + at) as Row, &mut moved);
            }
            told.lock().unwrap_or_else(PoisonError::into_inner).push(moved);
        });
        let told = told.into_inner().unwrap_or_else(PoisonError::into_inner);
        let part = self.end.len().div_ceil(parallel::threads());
        let columns = (&mut self.end[..], (&self.degree[..], ending));
        parallel::columns(part, columns, |first, (ends, (degrees, gaps))| {
            for moved in told.iter().flatten() {
                let at = (moved.end.other() as usize).wrapping_sub(first);
                if let Some(end) = ends.get_mut(at) {
                    let before = usize::from(degrees[at]) + gaps[at].count_ones() as usize;
                    let told = &mut end[closed(gaps[at], before, moved.end.back())];
                    *told = told.moved(moved.row, moved.slot);
                }
            }
        });
    }
}

/// Closes the gaps of a row, and notes which ties moved.
fn close(
    (ends, stocks, degree): (&mut [End; SLOTS], &mut [u16; SLOTS], &mut u8),
    gaps: u32,
    row: Row,
    moved: &mut Vec<Moved>,
) {
    let own = moved.len();
    let mut left = gaps;
    while left != 0 {
        let gap = left.ilog2() as usize;
        left ^= 1 << gap;
        *degree -= 1;
        let last = usize::from(*degree);
        let end = std::mem::replace(&mut ends[last], End::NONE);
        let stock = std::mem::take(&mut stocks[last]);
        if gap < last {
            (ends[gap], stocks[gap]) = (end, stock);
            // Of a tie that moves twice only the last slot is told.
            match moved[own..].iter_mut().find(|note| note.slot == last) {
                Some(note) => note.slot = gap,
                None => moved.push(Moved { row, slot: gap, end }),
            }
        }
    }
}
