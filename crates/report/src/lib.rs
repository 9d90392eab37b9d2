//! What people read: numbers, tables and small charts, in English and in French.

#[cfg(not(target_family = "wasm"))]
pub mod amounts;
mod chart;
#[cfg(not(target_family = "wasm"))]
mod effects;
mod findings;
mod language;
mod number;
#[cfg(not(target_family = "wasm"))]
pub mod page;
mod table;
mod typeset;
pub mod why;

pub use chart::chart;
#[cfg(not(target_family = "wasm"))]
pub use effects::{costs_table, effects_table};
pub use findings::{factors_page, ledger_page};
pub use language::Language;
pub use number::{clock_time, month_name, number, size};
pub use table::headline_table;
pub use typeset::typeset;

/// Columns of a terminal that everything fits.
pub const WIDTH: usize = 80;
