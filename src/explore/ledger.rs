//! The ledger of assumptions: what becomes of each conclusion when a mechanism is taken out, or an assumption moved to
//! the ends of its range, in the same worlds.

use crate::statistics::Interval;
use serde::{Deserialize, Serialize};

/// What the conclusions of a comparison hang on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ledger {
    /// Name of the base.
    pub base: String,
    /// Worlds in which each effect was measured.
    pub worlds: u32,
    /// Seed of the worlds.
    pub seed: u64,
    /// The conclusions as the model stands: effects of the policies on the headline indicators.
    pub conclusions: Vec<Measured>,
    /// Each mechanism taken out in turn, in the order of the table of parameters.
    pub mechanisms: Vec<LedgerRow>,
    /// Assumptions at the ends of their ranges, for each conclusion the most telling first.
    pub tornado: Vec<TornadoBar>,
}

/// The effect of a policy on an indicator, as measured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// The policy.
    pub policy: String,
    /// The indicator's id.
    pub indicator: String,
    /// Mean paired difference, in the unit of the indicator; none where no pair of worlds defines it.
    pub difference: Option<f64>,
    /// Its interval; none of fewer than two worlds.
    pub interval: Option<Interval>,
    /// What the interval allows to say, as [`crate::compare::Verdict`] is written.
    pub verdict: String,
}

/// One mechanism taken out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LedgerRow {
    /// What was set.
    pub assumed: Assumed,
    /// The conclusions without it, in the order of [`Ledger::conclusions`].
    pub without: Vec<Measured>,
    /// For each, whether the conclusion survives: the same verdict, or the same side of zero where one was told.
    pub survives: Vec<bool>,
}

/// A parameter and the value that it was given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assumed {
    /// Its full name.
    pub key: String,
    /// The value.
    pub value: f64,
}

/// One assumption at the two ends of its range.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TornadoBar {
    /// Its full name.
    pub key: String,
    /// The ends of its range.
    pub range: [f64; 2],
    /// The effect at the lower end.
    pub at_low: Measured,
    /// The effect at the upper end.
    pub at_high: Measured,
}
