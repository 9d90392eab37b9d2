//! hameau simulates what attractiveness policies produce in a rural territory.

pub mod api;
#[cfg(not(target_family = "wasm"))]
pub mod cli;
pub mod library;
pub mod mistakes;
pub mod parameters;
pub mod portable;
#[cfg(not(target_family = "wasm"))]
pub mod printer;
pub mod random;
pub mod scenario;
pub mod units;
