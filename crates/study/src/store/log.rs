//! What a study is to hold: a head that never changes, and additions, each a file of its own, none ever changed.

use super::{Columns, Series};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The file of the head.
pub const HEAD: &str = "plan/study.json";
/// The form of these files.
pub const FORMAT: u32 = 2;

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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Addition {
    /// Scenarios not there before.
    pub points: Vec<PointEntry>,
    /// Worlds not there before.
    pub ranges: Vec<RangeEntry>,
}

/// One scenario, with all that is needed to read it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PointEntry {
    /// Its name in this study.
    pub name: String,
    /// Its file, as the user named it.
    pub file: String,
    /// What a sweep sets.
    pub sweep: Vec<String>,
    /// What `--set` sets, seed and replicates apart.
    pub set: Vec<String>,
    /// The digest of each file read, by its path; the content is kept beside under that digest.
    pub reads: BTreeMap<String, String>,
    /// The digest of all on which its worlds depend.
    pub content: String,
}

/// Replicates of one scenario, in blocks of a size that never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RangeEntry {
    /// The scenario's name.
    pub point: String,
    /// First replicate.
    pub from: u32,
    /// One beyond the last.
    pub to: u32,
    /// Replicates of a block; the last one of a range may have fewer.
    pub block: u32,
}
