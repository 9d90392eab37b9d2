//! Exploring what results hang on: factors switched on and off together, and assumptions one at a time.

mod ledger;

pub use ledger::{Assumed, Ledger, LedgerRow, Measured, TornadoBar};
