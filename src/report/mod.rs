//! What people read: numbers, tables and small charts, in English and in French.

mod chart;
mod language;
mod number;
mod table;
pub mod why;

pub use chart::chart;
pub use language::Language;
pub use number::{clock_time, number, size};
pub use table::headline_table;

/// Columns of a terminal that everything fits.
pub const WIDTH: usize = 80;
