//! The long tables, of months and of groups, read a row group at a time, so that their length costs no memory.

use super::Columns;
use super::error::StoreError;
use super::parquet_columns::{Cells, ParquetColumns};
use hameau_model::observe::indicators::{Group, Indicator};
use std::fs::File;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// The table of months, open for reading.
pub struct MonthlyTable {
    path: PathBuf,
    table: ParquetColumns<File>,
}

impl MonthlyTable {
    /// Opens the table at `path`.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Ok(Self { path: path.to_owned(), table: open(path)? })
    }

    /// The values of some rows, ranges ascending and apart; a row stands for one run, month and column of the folder,
    /// in this order.
    ///
    /// # Errors
    /// When the table cannot be read, or has fewer rows.
    pub fn values(&self, wanted: &[Range<usize>]) -> Result<Vec<Vec<Option<f64>>>, StoreError> {
        let mut found: Vec<Vec<Option<f64>>> = vec![Vec::new(); wanted.len()];
        let mut first = 0;
        for group in 0..self.table.groups() {
            let rows = first..first + self.table.rows_of(group);
            first = rows.end;
            let meets = |range: &Range<usize>| range.start < rows.end && rows.start < range.end;
            if !wanted.iter().any(meets) {
                continue;
            }
            let values = match self.table.cells(group, "value") {
                Ok(Cells::Value(values)) => values,
                Ok(_) => return Err(self.damaged("a column of it is of another kind".to_owned())),
                Err(why) => return Err(self.damaged(why)),
            };
            for (range, found) in wanted.iter().zip(&mut found).filter(|(range, _)| meets(range)) {
                let (from, to) = (range.start.max(rows.start), range.end.min(rows.end));
                found.extend_from_slice(&values[from - rows.start..to - rows.start]);
            }
        }
        if found.iter().zip(wanted).any(|(found, wanted)| found.len() != wanted.len()) {
            return Err(self.damaged("it has fewer rows than its plan".to_owned()));
        }
        Ok(found)
    }

    fn damaged(&self, why: String) -> StoreError {
        StoreError::damaged(&self.path, why)
    }
}

/// One row of the table of groups.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupRow<'r> {
    /// Name of the scenario.
    pub scenario: &'r str,
    /// Replicate.
    pub replicate: u32,
    /// Year.
    pub year: u32,
    /// Kind of group.
    pub by: Group,
    /// Which one.
    pub group: &'r str,
    /// Indicator.
    pub indicator: Indicator,
    /// Value; `None` where undefined.
    pub value: Option<f64>,
}

/// Hands every row of the table of groups at `path` to `each`, in order; the table is of a folder with these columns, and
/// rows of those that this program does not know are left out.
///
/// # Errors
/// When the table cannot be read.
pub fn each_group_row(
    path: &Path,
    columns: &Columns,
    each: &mut dyn FnMut(&GroupRow<'_>),
) -> Result<(), StoreError> {
    let table = open(path)?;
    let damaged = |why: String| StoreError::damaged(path, why);
    let strange = || damaged("a row of it is not as it was written".to_owned());
    for group in 0..table.groups() {
        let cells = |name: &str| table.cells(group, name).map_err(damaged);
        let names = ["scenario", "replicate", "year", "group_kind", "group", "indicator", "value"];
        let [scenario, replicate, year, kind, name, id, value] = names.map(cells);
        let (
            Cells::Text(scenarios),
            Cells::Count(replicates),
            Cells::Count(years),
            Cells::Text(kinds),
            Cells::Text(names),
            Cells::Text(ids),
            Cells::Value(values),
        ) = (scenario?, replicate?, year?, kind?, name?, id?, value?)
        else {
            return Err(damaged("a column of it is of another kind".to_owned()));
        };
        let mut kind = (&b""[..], Group::Commune);
        let mut ids_known: Vec<(&[u8], Option<Indicator>)> = Vec::new();
        for (at, value) in values.iter().enumerate() {
            let word = kinds[at].data();
            if kind.0 != word {
                let by = Group::ALL.into_iter().find(|by| by.id().as_bytes() == word).ok_or_else(strange)?;
                kind = (word, by);
            }
            let id = ids[at].data();
            let known = ids_known.iter().find(|(known, _)| *known == id).map(|(_, indicator)| *indicator);
            let indicator = if let Some(indicator) = known {
                indicator
            } else {
                let name = std::str::from_utf8(id).map_err(|_| strange())?;
                let indicator = columns.indicator(columns.named(name).ok_or_else(strange)?);
                ids_known.push((id, indicator));
                indicator
            };
            let Some(indicator) = indicator else { continue };
            each(&GroupRow {
                scenario: std::str::from_utf8(scenarios[at].data()).map_err(|_| strange())?,
                replicate: replicates[at],
                year: years[at],
                by: kind.1,
                group: std::str::from_utf8(names[at].data()).map_err(|_| strange())?,
                indicator,
                value: *value,
            });
        }
    }
    Ok(())
}

fn open(path: &Path) -> Result<ParquetColumns<File>, StoreError> {
    let file = super::regular::open(path).map_err(|error| StoreError::read(path, &error))?;
    ParquetColumns::open(file).map_err(|why| StoreError::damaged(path, why))
}
