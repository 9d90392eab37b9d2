//! The report of a folder of results with its charts, and the tables that a terminal shows, in English and in French.

mod changes;
mod chart;
pub mod charts;
mod claims;
mod effects;
mod findings;
pub mod office;
pub mod page;
mod response;
mod table;

pub use changes::changes_page;
pub use chart::chart;
pub use claims::{Told, claim_line};
pub use effects::{costs_table, effects_table};
pub use findings::{factors_page, ledger_page};
pub use response::response_table;
pub use table::headline_table;
