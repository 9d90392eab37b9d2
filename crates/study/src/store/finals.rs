//! The final values of all runs, read from the table of runs one column at a time.

use super::Columns;
use super::digest::Digest;
use super::error::{StoreError, shown};
use super::parquet_columns::{Cells, ParquetColumns};
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
        let file = File::open(path).map_err(|error| StoreError::read(path, &error))?;
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

/// Size and SHA-256 of a file, read in small pieces.
///
/// # Errors
/// When it cannot be read.
pub fn fingerprint(path: &Path) -> Result<(u64, Digest), StoreError> {
    let hash = || {
        let mut hashed = super::digest::Hashed::new(std::io::sink());
        std::io::copy(&mut File::open(path)?, &mut hashed)?;
        Ok(hashed.finish())
    };
    let read: std::io::Result<_> = hash();
    let (_, bytes, digest) =
        read.map_err(|error| StoreError::Read { path: shown(path), why: super::error::plain(&error) })?;
    Ok((bytes, digest))
}
