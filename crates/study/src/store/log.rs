//! What a study is to hold: a head that never changes, and additions, each a file of its own, none ever changed.
//!
//! Every addition ends with a seal over the head, all additions before it, and itself: a byte changed in any of them is
//! found, and a head under which the additions were not made is refused.

use super::{Columns, Series};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The file of the head.
pub const HEAD: &str = "plan/study.json";
/// The form of these files.
pub const FORMAT: u32 = 3;
/// Worlds of a row are numbered below this.
pub const MOST_WORLDS: u32 = 10_000_000;
/// Runs of a study at most.
pub const MOST_RUNS: u64 = 100_000_000;
/// Runs of a block at most, whoever planned it.
pub const MOST_IN_A_BLOCK: u32 = 10_000;

/// What holds for every run of a study.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// `hameau`.
    pub program: String,
    /// [`FORMAT`].
    pub format: u32,
    /// Version of the model.
    pub model_version: u32,
    /// Seed of every world.
    pub seed: u64,
    /// Which months are kept.
    pub series: Series,
    /// The indicators that are kept, in the order of their columns.
    pub indicators: Columns,
}

impl Head {
    /// The head of a study begun by this program.
    #[must_use]
    pub fn new(seed: u64, series: Series) -> Self {
        Self {
            program: "hameau".to_owned(),
            format: FORMAT,
            model_version: hameau_model::MODEL_VERSION,
            seed,
            series,
            indicators: Columns::of_program(),
        }
    }
}

/// What was added at one time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Addition {
    /// What the folder is from now on; absent when it stays what it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// Whether a report is made of it from now on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub report: bool,
    /// Whether tables of text have a copy with semicolons from now on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub semicolons: bool,
    /// A ledger of assumptions that was made in another folder and is told in this one: its digest; the content is kept
    /// among the sources.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ledger: Option<String>,
    /// Rows not there before.
    pub tables: Vec<Table>,
    /// Worlds not there before.
    pub work: Vec<Work>,
}

/// What a folder is: what is made of its runs beside the tables that every folder has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "lowercase", deny_unknown_fields)]
pub enum Kind {
    /// Worlds of scenarios.
    Run,
    /// Policies against a base.
    Compare {
        /// Rows by name: the base, then the policies.
        scenarios: Vec<String>,
        /// How many worlds are compared, from the first.
        worlds: u32,
        /// Confidence of the intervals.
        confidence: f64,
        /// Half-width that is wanted, in units of the smallest effect of interest.
        precision: f64,
        /// Whether the number of worlds was decided by looking at the results.
        several_looks: bool,
        /// Months, beside the last, at the end of which they are compared too: `2026-12`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        at: Vec<String>,
    },
    /// Every setting of a factorial study.
    Explore {
        /// The file of the study, as the user named it.
        design: String,
        /// The digest of its content, which is kept among the sources.
        content: String,
        /// How many worlds of each setting, from the first.
        worlds: u32,
    },
    /// A comparison under every assumption.
    Ledger {
        /// Rows by name: the base, then the policies, as the model stands.
        scenarios: Vec<String>,
        /// Sections of parameters whose ranges are walked.
        sections: Vec<String>,
        /// How many worlds of each row, from the first.
        worlds: u32,
    },
}

impl Kind {
    /// Its name in sentences: `a comparison`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Run => "worlds of scenarios",
            Self::Compare { .. } => "a comparison",
            Self::Explore { .. } => "a factorial study",
            Self::Ledger { .. } => "a ledger of assumptions",
        }
    }
}

/// Rows of one base: each is a scenario, the base with a value of its own for each column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// The base scenario.
    pub base: Base,
    /// Keys that the rows set in it, as `--set` names them; none where the only row is the base itself.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<RowEntry>,
}

/// A scenario as read, with all that is needed to read it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Base {
    /// Its file, as the user named it.
    pub file: String,
    /// What `--set` sets, seed and replicates apart; it comes after the columns.
    pub set: Vec<String>,
    /// The digest of each file read, by its path; the content is kept beside under that digest.
    pub reads: BTreeMap<String, String>,
}

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RowEntry {
    /// Its name in this study.
    pub name: String,
    /// A value for each column, as `--set` reads it.
    pub values: Vec<String>,
    /// The digest of all on which its worlds depend.
    pub content: String,
}

/// Worlds of rows, in the order in which they are cut into blocks of a size that never changes. A block may end one row and
/// begin the next. Worlds that are planned already, of a row of the same content, are not simulated twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Work {
    /// Runs of a block; the last one may have fewer.
    pub block: u32,
    /// Worlds of rows.
    pub worlds: Vec<RowWorlds>,
}

/// A range of worlds of one row; it may begin anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RowWorlds {
    /// The row, by its place among the rows of all tables.
    pub row: u32,
    /// First world.
    pub from: u32,
    /// One beyond the last.
    pub to: u32,
}
