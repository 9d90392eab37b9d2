//! The model: from a scenario as written to what is observed of a world, month by month. Pure, and the same bits wherever
//! it runs, in the page too.
//!
//! Rooms use only those before them; `tests/house/layers.rs` of the workspace holds the arrows.

pub mod inputs;
pub mod kernel;
pub mod observe;
pub mod programme;
pub mod rules;
pub mod state;

/// Version of the model. It moves whenever the same scenario and seed give other bits, and is written beside all results.
pub const MODEL_VERSION: u32 = 3;
