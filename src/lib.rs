//! hameau simulates what attractiveness policies produce in a rural territory.

pub mod documents;
pub mod indicators;
pub mod mistakes;
pub mod parameters;
pub mod population;
pub mod portable;
pub mod random;
pub mod statistics;
pub mod territory;
pub mod units;
#[cfg(target_family = "wasm")]
mod wasm;
