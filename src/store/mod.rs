//! The store: a folder of results that other tools open as it is.
//!
//! ```text
//! results/NAME/manifest.json    what was run, with which program, and the hash of every other file
//!              runs.parquet     a row for each run: the final value of every indicator
//!              series.parquet   a row for each run, month and indicator
//!              groups.parquet   a row for each run, year, group and indicator
//!              summary.csv      a row for each indicator, over all runs
//! ```
//!
//! A folder appears whole or not at all: everything is written in a folder beside it, brought to the disk, then renamed.
//! The bytes of the tables depend on what was simulated and on nothing else: neither on threads nor on the clock.

mod error;
mod folder;
mod hashed;
mod manifest;
mod parquet_table;
mod results;
mod series;

pub use error::StoreError;
pub use manifest::{FileEntry, Manifest, ManifestEntry, ManifestValue};
pub use results::{Results, planned_files};
pub use series::Series;

/// The file that says what a folder of results holds.
pub const MANIFEST: &str = "manifest.json";
