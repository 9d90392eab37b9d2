//! hameau simulates what attractiveness policies produce in a rural territory.

pub mod api;
pub mod batch;
#[cfg(not(target_family = "wasm"))]
pub mod cli;
pub mod cooperation;
pub mod documents;
pub mod economy;
pub mod indicators;
pub mod library;
pub mod mistakes;
pub mod moment;
pub mod parallel;
pub mod parameters;
pub mod places;
pub mod population;
pub mod portable;
#[cfg(not(target_family = "wasm"))]
pub mod printer;
pub mod programme;
pub mod random;
pub mod report;
pub mod scenario;
pub mod statistics;
pub mod step;
#[cfg(not(target_family = "wasm"))]
pub mod store;
pub mod territory;
pub mod ties;
pub mod units;
#[cfg(target_family = "wasm")]
mod wasm;

/// Version of the model. It moves whenever the same scenario and seed give other bits, and is written beside all results.
pub const MODEL_VERSION: u32 = 1;
