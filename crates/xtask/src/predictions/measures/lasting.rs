//! What is left of ties after some time.

use crate::common::life::Life;
use crate::common::outlive::{BRIDGE, STRONG_TIE, lost, outlived};
use crate::common::ties::{STRONG, ties};
use crate::predictions::rows::Row;

/// Share of the strong ties of a year before, of pairs who are both still here, that are gone.
pub fn strong_gone(life: &mut Life, row: &Row) -> Option<f64> {
    lost(life, row.month)[STRONG_TIE]
}

/// The same of bridges.
pub fn bridges_gone(life: &mut Life, row: &Row) -> Option<f64> {
    lost(life, row.month)[BRIDGE]
}

/// Share of the strong ties of `months` before that exist at all.
pub fn strong_left(life: &mut Life, month: u32, months: u32) -> Option<f64> {
    let before = ties(life.to(month.checked_sub(months)?));
    let now = ties(life.to(month));
    let strong = || before.iter().filter(|(_, stock)| **stock >= STRONG);
    let (left, all) = (strong().filter(|(pair, _)| now.contains_key(pair)).count(), strong().count());
    (all > 0).then(|| left as f64 / all as f64)
}

/// Share of the ties of pairs introduced in the last funded year that are alive two years later.
pub fn introduced_alive(life: &mut Life, _row: &Row) -> Option<f64> {
    outlived(life)[1]
}
