//! Reading the plan: rows become scenarios, worlds of rows become blocks.

use super::{Block, Point, Span, Study, StudyError, Worlds, content, run_cost, worlds::gaps};
use crate::store::{
    Addition, Base, MOST_IN_A_BLOCK, MOST_RUNS, MOST_WORLDS, RowEntry, RowWorlds, StoreError, Table, Work,
};
use hameau_model::inputs::scenario::{Overrides, Reads, resolve};
use std::ops::Range;

/// Runs of one content that follow each other in one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The block, by its place in the study.
    pub block: usize,
    /// The place of the first run in it.
    pub place: u32,
    /// First replicate.
    pub first: u32,
    /// Replicates.
    pub count: u32,
}

impl Piece {
    fn range(&self) -> Range<u32> {
        self.first..self.first + self.count
    }

    /// What of it lies in a range.
    fn within(&self, range: &Range<u32>) -> Option<Self> {
        let (first, end) = (self.first.max(range.start), self.range().end.min(range.end));
        let within =
            Self { first, count: end.checked_sub(first)?, place: self.place + first - self.first, ..*self };
        (within.count > 0).then_some(within)
    }
}

impl Study {
    /// Reads what was added to the plan since it was last read.
    pub(super) fn reload(&mut self) -> Result<(), StudyError> {
        for (addition, seal) in self.folder.additions(self.additions, self.seal)? {
            self.take(&addition)?;
            self.additions += 1;
            self.seal = seal;
        }
        Ok(())
    }

    fn take(&mut self, addition: &Addition) -> Result<(), StudyError> {
        for table in &addition.tables {
            self.rows(table)?;
        }
        for work in &addition.work {
            self.plan(work)?;
        }
        if let Some(kind) = &addition.kind {
            self.kind = kind.clone();
        }
        self.report |= addition.report;
        self.semicolons |= addition.semicolons;
        if addition.ledger.is_some() {
            self.ledger.clone_from(&addition.ledger);
        }
        Ok(())
    }

    /// A piece of the plan that says what cannot be.
    fn strange(&self, why: impl Into<String>) -> StudyError {
        let path = self.folder.addition(self.additions).display().to_string();
        StoreError::Plan { path, why: why.into() }.into()
    }

    fn rows(&mut self, table: &Table) -> Result<(), StudyError> {
        let mut reads = Reads::new();
        for (path, digest) in &table.base.reads {
            reads.insert(path.clone(), self.folder.source(digest)?);
        }
        for row in &table.rows {
            if self.names.contains_key(&row.name) {
                return Err(self.strange(format!("it plans `{}` a second time", row.name)));
            }
            if row.values.len() != table.columns.len() {
                return Err(self.strange(format!("`{}` has not a value for each column", row.name)));
            }
            let point = self.read(&table.base, &table.columns, row, &reads)?;
            self.names.insert(row.name.clone(), self.points.len());
            self.points.push(point);
        }
        Ok(())
    }

    fn read(
        &self,
        base: &Base,
        columns: &[String],
        row: &RowEntry,
        reads: &Reads,
    ) -> Result<Point, StudyError> {
        let sweep = columns.iter().zip(&row.values).map(|(key, value)| format!("{key}={value}")).collect();
        let overrides = Overrides { sweep, set: base.set.clone() };
        let changed = |why: &str| StudyError::OtherContent {
            folder: self.folder.path().display().to_string(),
            name: row.name.clone(),
            differences: vec![why.to_owned()],
        };
        let mut scenario = resolve(&base.file, &overrides, reads)
            .map_err(|_| changed("this version of the program refuses it"))?;
        let content = content(&scenario);
        if content.to_string() != row.content {
            return Err(changed("this version of the program reads it otherwise"));
        }
        scenario.name.clone_from(&row.name);
        let cost = run_cost(&scenario);
        Ok(Point { name: row.name.clone(), scenario, overrides, content, worlds: Worlds::default(), cost })
    }

    /// Adds the worlds of rows, and the blocks in which they are simulated.
    fn plan(&mut self, work: &Work) -> Result<(), StudyError> {
        if !(1..=MOST_IN_A_BLOCK).contains(&work.block) {
            return Err(self.strange(format!("a block of {} runs", work.block)));
        }
        let (mut open, mut filled) = (Vec::new(), 0);
        for RowWorlds { row, from, to } in &work.worlds {
            let point = *row as usize;
            if point >= self.points.len() {
                return Err(self.strange(format!("it has worlds of row {row}, which is not there")));
            }
            if from >= to || *to > MOST_WORLDS {
                return Err(self.strange(format!("worlds {from} to {to} are no range of worlds")));
            }
            if u64::from(self.runs) + u64::from(to - from) > MOST_RUNS {
                return Err(self.strange(format!("it has more than {MOST_RUNS} runs")));
            }
            if !self.points[point].worlds.add(*from..*to) {
                return Err(self.strange(format!("it has worlds of row {row} twice")));
            }
            self.runs += to - from;
            let pieces = self.pieces.entry(self.points[point].content).or_default();
            for gap in gaps(pieces.iter().map(Piece::range), *from..*to) {
                let mut first = gap.start;
                while first < gap.end {
                    let count = (gap.end - first).min(work.block - filled);
                    let piece = Piece { block: self.blocks.len(), place: filled, first, count };
                    pieces.insert(pieces.partition_point(|other| other.first < first), piece);
                    open.push(Span { point, first, count });
                    (first, filled) = (first + count, filled + count);
                    if filled == work.block {
                        let seed = self.folder.head().seed;
                        self.blocks.push(Block::new(&self.points, std::mem::take(&mut open), seed));
                        filled = 0;
                    }
                }
            }
        }
        if filled > 0 {
            self.blocks.push(Block::new(&self.points, open, self.folder.head().seed));
        }
        Ok(())
    }

    /// Where the runs of a scenario are, in the order of its worlds.
    #[must_use]
    pub fn pieces(&self, point: &Point) -> Vec<Piece> {
        let all: &[Piece] = self.pieces.get(&point.content).map_or(&[], |pieces| pieces);
        let mut found = Vec::new();
        for range in point.worlds.ranges() {
            let from = all.partition_point(|piece| piece.range().end <= range.start);
            found.extend(all[from..].iter().map_while(|piece| piece.within(range)));
        }
        found
    }

    /// Of all runs of all scenarios, and of each scenario, how many are in blocks of which `there` holds.
    #[must_use]
    pub fn runs_in(&self, there: impl Fn(usize) -> bool) -> (u32, Vec<u32>) {
        let of = |point: &Point| {
            let pieces = self.pieces(point).into_iter().filter(|piece| there(piece.block));
            pieces.map(|piece| piece.count).sum()
        };
        let each: Vec<u32> = self.points.iter().map(of).collect();
        (each.iter().sum(), each)
    }
}
