//! What a session with a room needs: stories, each two scenarios in the same worlds, a question, bets, and what to say.

mod claim;
#[cfg(not(target_family = "wasm"))]
mod kit;
pub mod story;

pub use claim::{Claim, Evidence, FEWEST_WORLDS, Finding, LEAST_SHARE, WORLDS, Weighed, evidence};
#[cfg(not(target_family = "wasm"))]
pub use kit::kit;
