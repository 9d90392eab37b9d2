//! What is observed of a world: the table of indicators, a world from its first month to its last, its bits as one number.

mod digest;
pub mod fidelity;
pub mod indicators;
pub mod run;

pub use digest::run_digest;
