//! The verbs: what each command means, typed in and typed out. Command line, page and cluster job call the same ones.

mod check;
mod digest;
mod explain;
#[cfg(not(target_family = "wasm"))]
mod plan;
#[cfg(not(target_family = "wasm"))]
mod run;

pub use check::{Checked, EntrySummary, Overridden, ScenarioSummary, check};
pub use digest::run_digest;
pub use explain::{Explained, explain};
#[cfg(not(target_family = "wasm"))]
pub use plan::{Plan, Speed, plan};
#[cfg(not(target_family = "wasm"))]
pub use run::{Destination, Progress, Ran, RunError, RunOptions, run};

pub use crate::documents::{SchemaKind, schema};
