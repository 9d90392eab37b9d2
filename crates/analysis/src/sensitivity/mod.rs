//! Exploring what results hang on: factors switched on and off together, and assumptions one at a time.

mod factorial;
mod ledger;

pub use factorial::{Cause, Factors, OutcomeEffects, SettingMeans, factors};
pub use ledger::{
    Assumed, Ledger, LedgerRow, Measured, TornadoBar, Variant, ledger, measured, survives, variants,
};
