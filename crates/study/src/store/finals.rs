//! The final values of all runs, read from the table of runs one indicator at a time.

use super::digest::Digest;
use super::error::{StoreError, shown};
use super::parquet_columns::{Cells, ParquetColumns};
use hameau_model::observe::indicators::Indicator;
use std::fs::File;
use std::path::{Path, PathBuf};

/// Columns before those of the indicators.
const OWN: usize = 2;

/// The table of runs, open for reading.
pub struct Finals {
    path: PathBuf,
    table: ParquetColumns<File>,
}

impl Finals {
    /// Opens the table of runs at `path`.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let file = File::open(path).map_err(|error| StoreError::read(path, &error))?;
        let table =
            ParquetColumns::open(file).map_err(|error| StoreError::damaged(path, error.to_string()))?;
        Ok(Self { path: path.to_owned(), table })
    }

    /// The final value of one indicator in every run, in the order of the plan; `None` where undefined or failed.
    ///
    /// # Errors
    /// When the table cannot be read.
    pub fn of(&self, indicator: Indicator) -> Result<Vec<Option<f64>>, StoreError> {
        match self.table.column(OWN + indicator as usize) {
            Ok(Cells::Value(values)) => Ok(values),
            Ok(_) => Err(StoreError::damaged(&self.path, "a column of it is of another kind")),
            Err(error) => Err(StoreError::damaged(&self.path, error.to_string())),
        }
    }

    /// The final values of every run in the order of the table of indicators, runs in the order of the plan.
    ///
    /// # Errors
    /// When the table cannot be read.
    pub fn runs(&self) -> Result<Vec<Vec<Option<f64>>>, StoreError> {
        let columns = Indicator::all().map(|indicator| self.of(indicator)).collect::<Result<Vec<_>, _>>()?;
        Ok((0..columns[0].len()).map(|run| columns.iter().map(|column| column[run]).collect()).collect())
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
