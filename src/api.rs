//! The verbs: what each command means, typed in and typed out. Command line, page and cluster job call the same ones.

mod check;
#[cfg(not(target_family = "wasm"))]
mod compare;
mod digest;
#[cfg(not(target_family = "wasm"))]
mod estimate;
mod explain;
#[cfg(not(target_family = "wasm"))]
mod explore;
#[cfg(not(target_family = "wasm"))]
mod report;
#[cfg(not(target_family = "wasm"))]
mod run;
mod why;

pub use check::{Checked, EntrySummary, Overridden, ScenarioSummary, check};
#[cfg(not(target_family = "wasm"))]
pub use compare::{Asked, CONFIDENCE, Compared, Found, Worlds, compare};
pub use digest::run_digest;
#[cfg(not(target_family = "wasm"))]
pub use estimate::{Estimate, Speed, estimate};
pub use explain::{Explained, explain};
#[cfg(not(target_family = "wasm"))]
pub use explore::{Explored, LedgerAsked, Variations, add_ledger, explore, ledger, settings, variations};
#[cfg(not(target_family = "wasm"))]
pub use report::{attach_report, report};
#[cfg(not(target_family = "wasm"))]
pub use run::{End, Progress, Ran, Task, Ways, merge, only, run, simulate};
pub use why::{
    CallFacts, ChainFacts, ChangeFacts, DifferenceFacts, LinkFacts, MilestoneFacts, PartingFacts, Why,
    WhyAsked, WhyFacts, why,
};

pub use crate::documents::{SchemaKind, schema};
#[cfg(not(target_family = "wasm"))]
pub use crate::study::{comparison, outcomes};
