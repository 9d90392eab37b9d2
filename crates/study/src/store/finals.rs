//! The final values of all runs, read from the table of runs one column at a time.

use super::Columns;
use super::error::StoreError;
use super::parquet_columns::{Cells, ParquetColumns};
use super::regular;
use hameau_model::kernel::parallel::guarded;
use hameau_model::observe::indicators::Indicator;
use std::fs::File;
use std::path::{Path, PathBuf};

/// The table of runs, open for reading.
pub struct Finals {
    path: PathBuf,
    table: ParquetColumns<File>,
    columns: Columns,
}

impl Finals {
    /// Opens the table of runs at `path`, of a folder with these columns.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn open(path: &Path, columns: &Columns) -> Result<Self, StoreError> {
        let file = regular::open(path).map_err(|error| StoreError::read(path, &error))?;
        let table = ParquetColumns::open(file).map_err(|why| StoreError::damaged(path, why))?;
        Ok(Self { path: path.to_owned(), table, columns: columns.clone() })
    }

    /// The final value of one indicator in every run, in the order of the plan; `None` where undefined or failed, and
    /// everywhere when the folder lacks it.
    ///
    /// # Errors
    /// When the table cannot be read.
    pub fn of(&self, indicator: Indicator) -> Result<Vec<Option<f64>>, StoreError> {
        self.columns.of(indicator).map_or_else(|| Ok(vec![None; self.table.rows()]), |at| self.column(at))
    }

    /// The final value in one column of the folder in every run, in the order of the plan.
    ///
    /// # Errors
    /// When the table cannot be read.
    pub fn column(&self, at: usize) -> Result<Vec<Option<f64>>, StoreError> {
        match self.table.column(&self.columns.list()[at].id) {
            Ok(Cells::Value(values)) => Ok(values),
            Ok(_) => Err(StoreError::damaged(&self.path, "a column of it is of another kind")),
            Err(why) => Err(StoreError::damaged(&self.path, why)),
        }
    }

    /// The final values of every run in the order of the folder's columns, runs in the order of the plan.
    ///
    /// # Errors
    /// When the table cannot be read.
    pub fn runs(&self) -> Result<Vec<Vec<Option<f64>>>, StoreError> {
        let columns: Vec<_> =
            (0..self.columns.count()).map(|at| self.column(at)).collect::<Result<_, _>>()?;
        Ok((0..self.table.rows()).map(|run| columns.iter().map(|column| column[run]).collect()).collect())
    }
}

/// Who wrote a Parquet file, as its footer says.
#[must_use]
pub fn created_by(path: &Path) -> Option<String> {
    let file = regular::open(path).ok()?;
    guarded(|| ParquetColumns::open(file).ok()?.created_by().map(str::to_owned)).ok()?
}
