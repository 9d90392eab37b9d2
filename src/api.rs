//! The verbs: what each command means, typed in and typed out. Command line, page and cluster job call the same ones.

mod check;
mod digest;
#[cfg(not(target_family = "wasm"))]
mod estimate;
mod explain;
#[cfg(not(target_family = "wasm"))]
mod run;
mod why;

pub use check::{Checked, EntrySummary, Overridden, ScenarioSummary, check};
pub use digest::run_digest;
#[cfg(not(target_family = "wasm"))]
pub use estimate::{Estimate, Speed, estimate};
pub use explain::{Explained, explain};
#[cfg(not(target_family = "wasm"))]
pub use run::{End, Progress, Ran, Task, Ways, merge, run, simulate};
pub use why::{
    Asked, CallFacts, ChainFacts, ChangeFacts, DifferenceFacts, LinkFacts, MilestoneFacts, PartingFacts, Why,
    WhyFacts, why,
};

pub use crate::documents::{SchemaKind, schema};
