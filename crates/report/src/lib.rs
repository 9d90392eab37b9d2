//! The report of a folder of results with its charts, and the tables that a terminal shows, in English and in French.

mod chart;
pub mod charts;
mod effects;
mod findings;
pub mod office;
pub mod page;
mod table;

pub use chart::chart;
pub use effects::{costs_table, effects_table};
pub use findings::{factors_page, ledger_page};
pub use table::headline_table;
