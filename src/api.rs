//! The verbs: what each command means, typed in and typed out. Command line, page and cluster job call the same ones.

mod check;
mod explain;

pub use check::{Checked, EntrySummary, Overridden, ScenarioSummary, check};
pub use explain::{Explained, explain};

pub use crate::documents::{SchemaKind, schema};
