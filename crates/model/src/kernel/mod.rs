//! What everything else stands on: draws, functions with the same bits everywhere, units, threads, sorting,
//! letters, the two languages.

pub mod decimal;
pub mod language;
pub mod letters;
pub mod order;
pub mod parallel;
pub mod portable;
pub mod random;
pub mod units;
