//! A study: scenarios times replicates, planned, simulated block by block, committed, gone on with, merged and verified.
//!
//! A [`Study`] is a folder of results and the plan in it. The plan only grows: a scenario or a replicate more leaves every
//! run planned before as it is, with its id. [`execute`] simulates the blocks whose parts are missing, alone or as one
//! shard of many; [`merge`] makes the tables that people open; [`verify`] simulates some runs again and compares bits.

mod attach;
mod block;
mod compared;
mod current;
mod error;
mod examine;
mod execute;
mod grow;
mod merge;
mod remake;
mod same;
mod singles;
mod status;
mod tables;
mod verify;

pub use block::{Block, Shard, adults, run_cost, run_id, threads_within};
pub use compared::{compared, comparison, outcomes};
pub use current::{current, with_current_tables};
pub use error::StudyError;
pub use examine::{Damaged, Examined, FailedRun, examine};
pub use execute::{Executed, Hooks, OnError, Simulate, Work, execute};
pub use grow::{Wanted, begin};
pub use merge::merge;
pub use remake::quoted;
pub use singles::{Single, singles};
pub use status::{Status, status};
pub use tables::{course, summaries};
pub use verify::{Asked, Difference, Verified, verify};

use crate::store::{BlockRuns, Columns, Digest, Folder, Head, PointEntry, RangeEntry, Series, StoreError};
use hameau_model::inputs::scenario::{Overrides, Reads, Scenario, resolve};
use std::path::Path;

/// A folder of results and the plan in it.
#[derive(Debug)]
pub struct Study {
    folder: Folder,
    points: Vec<Point>,
    blocks: Vec<Block>,
    additions: usize,
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
    /// Replicates planned: 0 to this number less one.
    pub replicates: u32,
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
        let mut study = Self { folder, points: Vec::new(), blocks: Vec::new(), additions: 0 };
        study.reload()?;
        Ok(Some(study))
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

    /// Reads what was added to the plan since it was last read.
    fn reload(&mut self) -> Result<(), StudyError> {
        for addition in self.folder.additions(self.additions)? {
            for entry in &addition.points {
                if self.point(&entry.name).is_none() {
                    let point = self.read(entry)?;
                    self.points.push(point);
                }
            }
            for range in &addition.ranges {
                self.plan(range)?;
            }
            self.additions += 1;
        }
        Ok(())
    }

    fn read(&self, entry: &PointEntry) -> Result<Point, StudyError> {
        let mut reads = Reads::new();
        for (path, digest) in &entry.reads {
            reads.insert(path.clone(), self.folder.source(digest)?);
        }
        let overrides = Overrides { sweep: entry.sweep.clone(), set: entry.set.clone() };
        let changed = |differences: Vec<String>| StudyError::OtherContent {
            folder: self.folder.path().display().to_string(),
            name: entry.name.clone(),
            differences,
        };
        let scenario = resolve(&entry.file, &overrides, &reads)
            .map_err(|_| changed(vec!["this version of the program refuses it".to_owned()]))?;
        let content = content(&scenario);
        if content.to_string() != entry.content {
            return Err(changed(vec!["this version of the program reads it otherwise".to_owned()]));
        }
        let cost = run_cost(&scenario);
        Ok(Point { name: entry.name.clone(), scenario, overrides, content, replicates: 0, cost })
    }

    /// Adds the blocks of a range; what is planned already, by somebody quicker, is not planned again.
    fn plan(&mut self, range: &RangeEntry) -> Result<(), StudyError> {
        let Some(at) = self.points.iter().position(|point| point.name == range.point) else {
            return Err(StudyError::Torn { folder: self.folder.path().display().to_string() });
        };
        if range.from > self.points[at].replicates {
            return Err(StudyError::Torn { folder: self.folder.path().display().to_string() });
        }
        let from = self.points[at].replicates.max(range.from);
        for first in (from..range.to).step_by(range.block.max(1) as usize) {
            let count = (range.to - first).min(range.block.max(1));
            let block = Block::new(&self.points, at, first, count, self.folder.head().seed);
            self.blocks.push(block);
        }
        self.points[at].replicates = self.points[at].replicates.max(range.to);
        Ok(())
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
        self.points.iter().find(|point| point.name == name)
    }

    /// Its blocks, in the order in which they were planned.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Runs planned.
    #[must_use]
    pub fn runs(&self) -> u32 {
        self.points.iter().map(|point| point.replicates).sum()
    }

    /// The blocks of the runs of each scenario, in the order of points and replicates: the order of all tables.
    fn ordered(&self) -> Vec<&Block> {
        let mut blocks: Vec<&Block> = self.blocks.iter().collect();
        blocks.sort_by_key(|block| (block.point, block.first));
        blocks
    }

    fn block_runs(&self, block: &Block) -> BlockRuns {
        block::block_runs(&self.points[block.point].content, self.seed(), block.first, block.count)
    }
}

/// Digest of all on which the worlds of a scenario depend.
fn content(scenario: &Scenario) -> Digest {
    Digest::of(scenario.content().to_string().as_bytes())
}
