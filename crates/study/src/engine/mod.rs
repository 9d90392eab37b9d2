//! A study: scenarios times replicates, planned, simulated block by block, committed, gone on with, merged and verified.
//!
//! A [`Study`] is a folder of results and the plan in it. The plan only grows: a scenario or a replicate more leaves every
//! run planned before as it is, with its id. [`execute`] simulates the blocks whose parts are missing, alone or as one
//! shard of many; [`merge`] makes the tables that people open; [`verify`] simulates some runs again and compares bits.

mod block;
mod compared;
mod contrast;
mod current;
mod differences;
mod error;
mod examine;
mod execute;
mod grow;
mod merge;
mod months;
mod other_version;
mod plan;
mod remake;
mod same;
mod singles;
mod status;
mod tables;
mod verify;
mod worlds;
mod written_parts;

pub use block::{Block, Shard, Span, adults, run_cost, run_id, threads_within};
pub use compared::{Horizon, all_outcomes, comparison, horizons, outcomes, outcomes_at};
pub use contrast::{Contrast, Fact, Part, Redefined, Subject, contrast};
pub use current::{current, with_current_tables};
pub use error::StudyError;
pub use examine::{Damaged, Examined, FailedRun, examine};
pub use execute::{Executed, Hooks, OnError, Simulate, Work, execute};
pub use grow::{Wanted, begin};
pub use merge::{Made, make};
pub use other_version::of_other_version;
pub use plan::Piece;
pub use remake::quoted;
pub use singles::{Single, singles};
pub use status::{Status, status};
pub use tables::{course, summaries};
pub use verify::{Asked, Difference, Make, Verified, verify};
pub use worlds::Worlds;

use crate::store::{
    BlockRuns, COMPARISON_TABLE, Columns, Digest, Folder, Head, Kind, SEMICOLONS, Series, StoreError,
    part_path,
};
use hameau_model::inputs::scenario::{Overrides, Scenario};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A folder of results and the plan in it.
#[derive(Debug)]
pub struct Study {
    folder: Folder,
    points: Vec<Point>,
    names: BTreeMap<String, usize>,
    blocks: Vec<Block>,
    /// Where the runs of each content are, by their replicates.
    pieces: BTreeMap<Digest, Vec<Piece>>,
    /// Runs planned.
    runs: u32,
    kind: Kind,
    report: bool,
    semicolons: bool,
    ledger: Option<String>,
    additions: usize,
    /// The seal of the last addition.
    seal: Digest,
}

/// The tables of a study: those that its folder shows, or those in the making.
#[derive(Clone, Copy, Debug)]
pub struct Tables<'s> {
    /// The study.
    pub study: &'s Study,
    /// The folder in which they are.
    pub at: &'s Path,
}

/// One scenario of a study.
#[derive(Debug)]
pub struct Point {
    /// Its name in the study.
    pub name: String,
    /// The scenario.
    pub scenario: Scenario,
    /// What overrode its files.
    pub overrides: Overrides,
    /// Digest of all on which its worlds depend.
    pub content: Digest,
    /// Worlds planned.
    pub worlds: Worlds,
    /// What a run costs, in adult-months.
    cost: u64,
}

impl Study {
    /// The study in the folder `path`, if there is one, read from nothing but that folder.
    ///
    /// # Errors
    /// When something else is there, it is of another version, or it cannot be read.
    pub fn open(path: &Path) -> Result<Option<Self>, StudyError> {
        let Some(folder) = Folder::open(path)? else { return Ok(None) };
        let mut study = Self::empty(folder);
        study.reload()?;
        Ok(Some(study))
    }

    fn empty(folder: Folder) -> Self {
        let seal = folder.seal();
        Self {
            folder,
            points: Vec::new(),
            names: BTreeMap::new(),
            blocks: Vec::new(),
            pieces: BTreeMap::new(),
            runs: 0,
            kind: Kind::Run,
            report: false,
            semicolons: false,
            ledger: None,
            additions: 0,
            seal,
        }
    }

    /// The study in the folder `path`, which must be there.
    ///
    /// # Errors
    /// When there is none, it is of another version, or it cannot be read.
    pub fn existing(path: &Path) -> Result<Self, StudyError> {
        let folder = path.display().to_string();
        let study = Self::open(path)?;
        let study = study.ok_or_else(|| StoreError::NoStudy { folder: folder.clone() })?;
        // A head alone is what a process leaves that was killed before its first addition, or a plan that was lost.
        if study.points.is_empty() { Err(StudyError::Torn { folder }) } else { Ok(study) }
    }

    /// Its folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// What holds for every run in it.
    #[must_use]
    pub fn head(&self) -> &Head {
        self.folder.head()
    }

    /// Its indicators, which may be one more or fewer than this program knows.
    #[must_use]
    pub fn columns(&self) -> &Columns {
        &self.head().indicators
    }

    /// Seed of every world.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.folder.head().seed
    }

    /// Which months are kept.
    #[must_use]
    pub fn series(&self) -> Series {
        self.folder.head().series
    }

    /// Its scenarios, in the order in which they were planned.
    #[must_use]
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// A scenario by its name.
    #[must_use]
    pub fn point(&self, name: &str) -> Option<&Point> {
        self.place(name).map(|at| &self.points[at])
    }

    /// The place of a scenario by its name.
    #[must_use]
    pub fn place(&self, name: &str) -> Option<usize> {
        self.names.get(name).copied()
    }

    /// Its blocks, in the order in which they were planned.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Runs planned.
    #[must_use]
    pub fn runs(&self) -> u32 {
        self.runs
    }

    /// What the folder is.
    #[must_use]
    pub fn kind(&self) -> &Kind {
        &self.kind
    }

    /// Whether a report is made of it.
    #[must_use]
    pub fn has_report(&self) -> bool {
        self.report || matches!(self.kind, Kind::Compare { .. })
    }

    /// The tables of text that have a copy with semicolons, each with the name of its copy; none where none is planned.
    #[must_use]
    pub fn semicolons(&self) -> Vec<(&'static str, &'static str)> {
        let compared = matches!(self.kind, Kind::Compare { .. });
        let all = SEMICOLONS.into_iter().filter(|(table, _)| *table != COMPARISON_TABLE || compared);
        if self.semicolons { all.collect() } else { Vec::new() }
    }

    /// A ledger that was made elsewhere and is told in this folder.
    ///
    /// # Errors
    /// When its content is gone or changed.
    pub fn kept_ledger(&self) -> Result<Option<Vec<u8>>, StudyError> {
        Ok(self.ledger.as_ref().map(|digest| self.folder.source(digest)).transpose()?)
    }

    /// The content of a file that the plan was read from.
    ///
    /// # Errors
    /// When it is gone or changed.
    pub fn source(&self, digest: &str) -> Result<Vec<u8>, StudyError> {
        Ok(self.folder.source(digest)?)
    }

    /// The tables that the folder shows.
    #[must_use]
    pub fn tables(&self) -> Tables<'_> {
        Tables { study: self, at: self.path() }
    }

    /// What is in the folder and is none of its plan's: foreign files, and parts of no block.
    #[must_use]
    pub fn strangers(&self) -> Vec<String> {
        let mut found = self.folder.foreign();
        let planned: BTreeSet<String> = self.blocks.iter().map(|block| part_path(&block.name)).collect();
        let parts = self.folder.parts().unwrap_or_default().into_keys();
        found.extend(parts.filter(|name| !planned.contains(name)));
        found.sort_unstable();
        found.dedup();
        found
    }

    /// What a part must hold.
    #[must_use]
    pub fn block_runs(&self, block: &Block) -> BlockRuns {
        block.runs(&self.points, self.seed())
    }

    /// The row of the table of runs that holds the first run of a scenario, by its place.
    fn first_row(&self, point: usize) -> usize {
        self.points[..point].iter().map(|point| point.worlds.count() as usize).sum()
    }
}

/// Digest of all on which the worlds of a scenario depend.
fn content(scenario: &Scenario) -> Digest {
    Digest::of(scenario.content().to_string().as_bytes())
}
