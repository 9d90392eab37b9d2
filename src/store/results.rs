//! Writing a folder of results, run by run.

use super::error::StoreError;
use super::folder::Folder;
use super::hashed::Hashed;
use super::parquet_table::{Cell, Kind, ParquetTable};
use super::{FileEntry, MANIFEST, Manifest, Series};
use crate::indicators::{Group, GroupValue, Indicator, Observation};
use crate::random::World;
use crate::statistics::Summary;
use parquet::data_type::ByteArray;
use std::io::Write as _;
use std::path::Path;

const RUNS: &str = "runs.parquet";
const SERIES: &str = "series.parquet";
const GROUPS: &str = "groups.parquet";
const SUMMARY: &str = "summary.csv";

/// Rows of a row group of the long tables: what `DuckDB` hands to one thread.
const LONG_GROUP: usize = 131_072;
/// Rows of a row group of the wide table of runs.
const WIDE_GROUP: usize = 8_192;

/// The files that a run with this series writes.
#[must_use]
pub fn planned_files(series: Series) -> Vec<&'static str> {
    let all = [MANIFEST, RUNS, SERIES, GROUPS, SUMMARY];
    all.into_iter().filter(|name| *name != SERIES || series != Series::None).collect()
}

/// A folder of results in the making. Nothing is seen of it before [`Results::finish`], and nothing left when it is dropped.
pub struct Results {
    scenario: ByteArray,
    /// Ids in the order of the table of indicators.
    ids: Vec<ByteArray>,
    kept: Series,
    runs: ParquetTable,
    series: Option<ParquetTable>,
    groups: ParquetTable,
    // Last, so that the files above are closed before the folder vanishes.
    folder: Folder,
}

impl Results {
    /// Begins the folder `target` for the runs of `scenario`. Results already there are replaced only if `replace`.
    ///
    /// # Errors
    /// When something is there already, or the disk refuses.
    pub fn begin(target: &Path, scenario: &str, kept: Series, replace: bool) -> Result<Self, StoreError> {
        let folder = Folder::begin(target, replace)?;
        let own = [("scenario", Kind::Text), ("replicate", Kind::Count)];
        let observed = [("indicator", Kind::Text), ("value", Kind::Value)];
        let table = |name: &str, columns: &[(&str, Kind)], rows: usize| {
            ParquetTable::create(&folder, name, columns, rows)
        };
        let finals: Vec<_> = Indicator::all().map(|indicator| (indicator.row().id, Kind::Value)).collect();
        let runs = table(RUNS, &[&own[..], &finals].concat(), WIDE_GROUP)?;
        let month = [("month", Kind::Text)];
        let series = match kept {
            Series::None => None,
            _ => Some(table(SERIES, &[&own[..], &month, &observed].concat(), LONG_GROUP)?),
        };
        let group = [("year", Kind::Count), ("group_kind", Kind::Text), ("group", Kind::Text)];
        let groups = table(GROUPS, &[&own[..], &group, &observed].concat(), LONG_GROUP)?;
        let ids = Indicator::all().map(|indicator| ByteArray::from(indicator.row().id)).collect();
        Ok(Self { scenario: ByteArray::from(scenario), ids, kept, runs, series, groups, folder })
    }

    /// Whether [`Results::begin`] would find room at `target`.
    ///
    /// # Errors
    /// When something is there already.
    pub fn room(target: &Path, replace: bool) -> Result<(), StoreError> {
        super::folder::vacant(target, replace)
    }

    /// Adds a run; runs come in the order of their replicates.
    ///
    /// # Errors
    /// When the disk refuses.
    ///
    /// # Panics
    /// When the run has no month.
    pub fn add(
        &mut self,
        world: World,
        months: &[Observation],
        groups: &[GroupValue],
    ) -> Result<(), StoreError> {
        let replicate = world.replicate;
        let scenario = &self.scenario;
        let last = months.last().expect("a run has a month");
        let values = last.values.iter().map(|value| Cell::Value(*value));
        self.runs.row([Cell::Text(scenario), Cell::Count(replicate)].into_iter().chain(values))?;
        if let Some(series) = &mut self.series {
            for observed in months.iter().filter(|observed| self.kept.keeps(observed.month, last.month)) {
                let month = ByteArray::from(observed.month.to_string().as_str());
                for (id, value) in self.ids.iter().zip(&observed.values) {
                    series.row([
                        Cell::Text(scenario),
                        Cell::Count(replicate),
                        Cell::Text(&month),
                        Cell::Text(id),
                        Cell::Value(*value),
                    ])?;
                }
            }
        }
        let kinds = [Group::Commune, Group::Origin, Group::Cohort, Group::Instrument]
            .map(|kind| ByteArray::from(kind.id()));
        for of_group in groups {
            let group = ByteArray::from(of_group.group.as_str());
            self.groups.row([
                Cell::Text(scenario),
                Cell::Count(replicate),
                Cell::Count(of_group.year),
                Cell::Text(&kinds[of_group.by as usize]),
                Cell::Text(&group),
                Cell::Text(&self.ids[of_group.indicator as usize]),
                Cell::Value(of_group.value),
            ])?;
        }
        Ok(())
    }

    /// Completes every file, writes the manifest, and puts the folder in its place.
    ///
    /// # Errors
    /// When the disk refuses, or something came to stand in the folder's place.
    ///
    /// # Panics
    /// Never: a manifest is JSON.
    pub fn finish(
        self,
        summaries: &[(Indicator, Summary)],
        mut manifest: Manifest,
    ) -> Result<Manifest, StoreError> {
        let mut files = vec![self.runs.finish()?];
        if let Some(series) = self.series {
            files.push(series.finish()?);
        }
        files.push(self.groups.finish()?);
        files.push(text(&self.folder, SUMMARY, &summary(summaries))?);
        manifest.files = files;
        let mut shown = serde_json::to_string_pretty(&manifest).expect("a manifest is JSON");
        shown.push('\n');
        text(&self.folder, MANIFEST, &shown)?;
        self.folder.publish()?;
        Ok(manifest)
    }
}

/// Writes one small file.
fn text(folder: &Folder, name: &str, content: &str) -> Result<FileEntry, StoreError> {
    let path = folder.path(name);
    let write = || {
        let mut file = Hashed::create(&path)?;
        file.write_all(content.as_bytes())?;
        file.finish(name)
    };
    write().map_err(|error| StoreError::write(&folder.target().join(name), &error))
}

/// `summary.csv`. A number that is undefined is an empty field.
fn summary(summaries: &[(Indicator, Summary)]) -> String {
    let mut table = csv::Writer::from_writer(Vec::new());
    let mut record = |fields: [&str; 8]| table.write_record(fields).expect("memory takes any record");
    record(["indicator", "unit", "n_defined", "mean", "sd", "q05", "q50", "q95"]);
    let number = |value: Option<f64>| value.map_or(String::new(), |value| value.to_string());
    for (indicator, of) in summaries {
        let row = indicator.row();
        let numbers = [of.mean, of.sd, of.q05, of.q50, of.q95].map(number);
        let [mean, sd, q05, q50, q95] = numbers.each_ref().map(String::as_str);
        record([row.id, row.unit.words().0, &of.n.to_string(), mean, sd, q05, q50, q95]);
    }
    String::from_utf8(table.into_inner().expect("memory takes any record")).expect("words and numbers")
}
