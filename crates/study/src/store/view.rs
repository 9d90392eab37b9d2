//! The tables that people open, made from the parts: all runs in the order of the plan, one file for each kind of row.

use super::digest::Hashed;
use super::error::StoreError;
use super::making::Making;
use super::manifest::FileEntry;
use super::parquet_table::{Cell, Kind, ParquetTable, refused};
use super::record::{RowOf, RunRecord};
use super::{FAILURES, GROUPS, Head, MADE, MANIFEST, RUNS, SERIES, Series, VIEW};
use hameau_model::observe::indicators::Group;
use parquet::data_type::ByteArray;
use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

/// Rows of a row group of the long tables: what `DuckDB` hands to one thread.
const LONG_GROUP: usize = 131_072;
/// Rows of a row group of the wide table of runs.
const WIDE_GROUP: usize = 8_192;

type Table = ParquetTable<Hashed<BufWriter<File>>>;

/// The tables in the making, in a folder that vanishes when they are not shown.
pub struct ViewWriter {
    ids: Vec<ByteArray>,
    kinds: [ByteArray; 4],
    /// The places of the columns that each kind of group has a value of.
    of_kind: [Vec<usize>; 4],
    kept: Series,
    runs: Table,
    series: Option<Table>,
    groups: Table,
    failures: Table,
    entries: Vec<FileEntry>,
    // Last, so that the files above are closed before the folder vanishes.
    making: Making,
}

/// What the table of failures says of a run beside its scenario and replicate.
pub struct Failure<'f> {
    /// Seed.
    pub seed: u64,
    /// The command that repeats it.
    pub command: &'f str,
}

impl ViewWriter {
    /// Begins the tables of a folder of results with this head, in a folder within `within`.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn begin(within: &Path, head: &Head) -> Result<Self, StoreError> {
        let (columns, kept) = (&head.indicators, head.series);
        let making = Making::begin(within)?;
        let own = [("scenario", Kind::Text), ("replicate", Kind::Count)];
        let observed = [("indicator", Kind::Text), ("value", Kind::Value)];
        let table = |name: &str, columns: &[(&str, Kind)], rows: usize| {
            let told = making.told(name);
            let file =
                File::create_new(making.path(name)).map_err(|error| StoreError::write(&told, &error))?;
            let out = Hashed::new(BufWriter::new(file));
            ParquetTable::new(out, columns, rows, &[]).map_err(|error| refused(&told, error))
        };
        let finals: Vec<_> = columns.list().iter().map(|column| (&column.id[..], Kind::Value)).collect();
        let runs = table(RUNS, &[&own[..], &finals].concat(), WIDE_GROUP)?;
        let month = [("month", Kind::Text)];
        let series = match kept {
            Series::None => None,
            _ => Some(table(SERIES, &[&own[..], &month, &observed].concat(), LONG_GROUP)?),
        };
        let group = [("year", Kind::Count), ("group_kind", Kind::Text), ("group", Kind::Text)];
        let groups = table(GROUPS, &[&own[..], &group, &observed].concat(), LONG_GROUP)?;
        let why = [("seed", Kind::Value), ("message", Kind::Text), ("command", Kind::Text)];
        let failures = table(FAILURES, &[&own[..], &why].concat(), WIDE_GROUP)?;
        Ok(Self {
            ids: columns.list().iter().map(|column| ByteArray::from(&column.id[..])).collect(),
            kinds: Group::ALL.map(|kind| ByteArray::from(kind.id())),
            of_kind: Group::ALL.map(|by| columns.of_groups(by)),
            kept,
            runs,
            series,
            groups,
            failures,
            entries: Vec::new(),
            making,
        })
    }

    /// Adds a run; runs come in the order of the plan.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn add(&mut self, scenario: &str, run: &RunRecord, failure: &Failure<'_>) -> Result<(), StoreError> {
        self.try_add(&ByteArray::from(scenario), run, failure)
            .map_err(|error| refused(&self.making.told(""), error))
    }

    fn try_add(
        &mut self,
        scenario: &ByteArray,
        run: &RunRecord,
        failure: &Failure<'_>,
    ) -> Result<(), parquet::errors::ParquetError> {
        let own = || [Cell::Text(scenario), Cell::Count(run.replicate)].into_iter();
        let values = (0..self.ids.len()).map(|at| Cell::Value(run.finals().and_then(|finals| finals[at])));
        self.runs.row(own().chain(values))?;
        let rows = match &run.outcome {
            Ok(rows) => rows,
            Err(why) => {
                let (why, command) = (ByteArray::from(&why[..]), ByteArray::from(failure.command));
                let told = [Cell::Value(Some(failure.seed as f64)), Cell::Text(&why), Cell::Text(&command)];
                return self.failures.row(own().chain(told));
            }
        };
        for row in rows {
            match &row.of {
                RowOf::Month(month) => {
                    let Some(series) = &mut self.series else { continue };
                    let month = ByteArray::from(month.to_string().as_str());
                    for (id, value) in self.ids.iter().zip(&row.values) {
                        let observed = [Cell::Text(&month), Cell::Text(id), Cell::Value(*value)];
                        series.row(own().chain(observed))?;
                    }
                }
                RowOf::Group { year, by, group } => {
                    let group = ByteArray::from(&group[..]);
                    let kind = &self.kinds[*by as usize];
                    for at in self.of_kind[*by as usize].iter().copied() {
                        let of = [Cell::Count(*year), Cell::Text(kind), Cell::Text(&group)].into_iter();
                        let observed = [Cell::Text(&self.ids[at]), Cell::Value(row.values[at])];
                        self.groups.row(own().chain(of).chain(observed))?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Completes the Parquet tables; what follows may read them.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn complete(self) -> Result<ViewFiles, StoreError> {
        let Self { runs, series, groups, failures, mut entries, making, kept, .. } = self;
        let tables =
            [(RUNS, Some(runs)), (SERIES, series), (GROUPS, Some(groups)), (FAILURES, Some(failures))];
        for (name, table) in tables {
            let Some(table) = table else { continue };
            let told = making.told(name);
            let written = table.finish().map_err(|error| refused(&told, error))?;
            entries.push(settled(name, written).map_err(|error| StoreError::write(&told, &error))?);
        }
        debug_assert_eq!(kept == Series::None, entries.len() == 3);
        Ok(ViewFiles { entries, making })
    }
}

/// Tables that are complete and not yet shown.
pub struct ViewFiles {
    entries: Vec<FileEntry>,
    making: Making,
}

impl ViewFiles {
    /// The folder in which they are for now.
    #[must_use]
    pub fn at(&self) -> &Path {
        self.making.at()
    }

    /// Where a table is for now.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.making.path(name)
    }

    /// The files so far.
    #[must_use]
    pub fn entries(&self) -> &[FileEntry] {
        &self.entries
    }

    /// Adds a small file, text or not; the manifest comes last and does not list itself.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn add(&mut self, name: &str, content: &[u8]) -> Result<(), StoreError> {
        let path = self.path(name);
        let write = || {
            let mut out = Hashed::new(BufWriter::new(File::create_new(&path)?));
            out.write_all(content)?;
            settled(name, out)
        };
        let entry = write().map_err(|error| StoreError::write(&self.making.told(name), &error))?;
        if name != MANIFEST {
            self.entries.push(entry);
        }
        Ok(())
    }

    /// Shows the tables in `folder`, each whole, the manifest last; tables of before that are no more are taken away.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn show(self, folder: &Path) -> Result<(), StoreError> {
        for name in VIEW.iter().chain(&MADE).filter(|name| !self.path(name).exists()) {
            let _ = fs::remove_file(folder.join(name));
        }
        for name in self.entries.iter().map(|entry| &entry.name[..]).chain([MANIFEST]) {
            let path = folder.join(name);
            fs::rename(self.path(name), &path).map_err(|error| StoreError::write(&path, &error))?;
        }
        sync(folder).map_err(|error| StoreError::write(folder, &error))
    }
}

/// Brings a file to the disk and says what is in it.
fn settled(name: &str, written: Hashed<BufWriter<File>>) -> std::io::Result<FileEntry> {
    let (file, bytes, sha256) = written.finish();
    file.into_inner()?.sync_all()?;
    Ok(FileEntry { name: name.to_owned(), bytes, sha256: sha256.to_string() })
}

/// Brings the names in a folder to the disk, where the system can.
pub(super) fn sync(folder: &Path) -> std::io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
