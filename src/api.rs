//! The verbs: what each command means, typed in and typed out. Command line, page and cluster job call the same ones.

mod check;
mod compare;
mod diff;
mod estimate;
mod explain;
mod explore;
mod make;
mod report;
mod run;
mod semicolons;
mod test;
mod vary;
mod why;

pub use check::{
    BudgetSummary, Checked, EntrySummary, Following, Left, Overridden, Remarked, ScenarioSummary, check,
};
pub use compare::{Asked, CONFIDENCE, Compared, Found, Worlds, all, compare, default_horizons};
pub use diff::{Compared as ComparedFolder, Diff, diff, open_comparison};
pub use estimate::{Estimate, Speed, estimate};
pub use explain::{Explained, explain};
pub use explore::{
    Explored, FactorsAsked, LedgerAsked, Variations, add_ledger, explore, ledger, settings, variations,
};
pub use make::{make, merge, verify};
pub use report::{Pages, attach_report, attach_semicolons, report};
pub use run::{End, Progress, Ran, Task, Ways, only, run, simulate};
pub use test::{Expected, Test, Untested, judge_test, read_test, verdict_id};
pub use vary::{VaryAsked, key_names, run_varied, varied_points};
pub use why::{
    CallFacts, ChainFacts, ChangeFacts, DifferenceFacts, LinkFacts, MilestoneFacts, PartingFacts, Why,
    WhyAsked, WhyFacts, why,
};

pub use hameau_study::engine::{comparison, outcomes};
pub use hameau_words::documents::{SchemaKind, schema};
