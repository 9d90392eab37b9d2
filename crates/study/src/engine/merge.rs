//! From parts to the tables that people open.

use super::remake::{repeat_command, run_command};
use super::{Block, Point, Study, StudyError, tables};
use crate::store::{
    COURSE, Digest, Failure, FileEntry, Finals, Hasher, MANIFEST, Manifest, ManifestEntry, ManifestScenario,
    ManifestValue, RUNS, RowOf, RunRecord, SUMMARY, StoreError, ViewFiles, ViewWriter, decode, in_words,
    part_path,
};
use hameau_analysis::trajectory::Course;
use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::scenario::{Instrument, Written};
use std::collections::BTreeMap;
use std::path::Path;

/// Months of a course at most: enough for a chart.
const POINTS: usize = 60;

/// The files of a complete study in the making: they are shown together, or vanish.
pub struct Made<'s> {
    study: &'s Study,
    files: ViewFiles,
    parts: Vec<FileEntry>,
    digest: Digest,
    failed: Vec<u32>,
}

impl Made<'_> {
    /// The folder in which they are.
    #[must_use]
    pub fn at(&self) -> &Path {
        self.files.at()
    }

    /// The manifest of what is there so far.
    #[must_use]
    pub fn manifest(&self) -> Manifest {
        let listed = self.files.entries().iter().chain(&self.parts).cloned().collect();
        manifest_of(self.study, &self.digest.to_string(), &self.failed, listed)
    }

    /// Adds a file made from the tables.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn add(&mut self, name: &str, content: &[u8]) -> Result<(), StudyError> {
        Ok(self.files.add(name, content)?)
    }

    /// A file of text among them.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn text(&self, name: &str) -> Result<String, StudyError> {
        let path = self.files.path(name);
        std::fs::read_to_string(&path).map_err(|error| {
            StoreError::Damaged { path: path.display().to_string(), why: in_words(&error) }.into()
        })
    }

    /// Completes them with their manifest, and shows them in the folder of the study.
    ///
    /// # Errors
    /// When the disk refuses; what was there before stays then.
    pub fn show(mut self) -> Result<Manifest, StudyError> {
        let manifest = self.manifest();
        self.files.add(MANIFEST, manifest.text().as_bytes())?;
        self.files.show(self.study.path())?;
        Ok(manifest)
    }
}

/// Makes the tables from the parts of a complete study, in a folder within `within`.
///
/// # Errors
/// When parts are missing or damaged, or the disk refuses.
pub fn make<'s>(study: &'s Study, within: &Path) -> Result<Made<'s>, StudyError> {
    let columns = study.columns();
    let followed: Vec<usize> = (0..columns.count()).filter(|at| columns.list()[*at].headline).collect();
    complete(study)?;
    let mut writer = ViewWriter::begin(within, study.head())?;
    let mut courses = Vec::new();
    let mut parts = Parts { study, last: None, entries: BTreeMap::new() };
    let mut digest = Hasher::default();
    let mut failed = vec![0; study.points().len()];
    for (at, point) in study.points().iter().enumerate() {
        digest.text(&point.name);
        digest.digest(&point.content);
        let worlds = point.worlds.count() as usize;
        let mut course = Course::new(&study.months_kept(point), &followed, worlds, POINTS);
        for piece in study.pieces(point) {
            let (records, digests) = parts.read(piece.block)?;
            let range = piece.place as usize..(piece.place + piece.count) as usize;
            digests[range.clone()].iter().for_each(|of_run| digest.digest(of_run));
            for record in &records[range] {
                failed[at] += u32::from(record.outcome.is_err());
                add_to(&mut course, record);
                let command = if record.outcome.is_err() {
                    repeat_command(study, point, record.replicate)
                } else {
                    String::new()
                };
                writer.add(&point.name, record, &Failure { seed: study.seed(), command: &command })?;
            }
        }
        courses.push((&point.name[..], course.points()));
    }
    let mut files = writer.complete()?;
    let summary = tables::summary(study, &Finals::open(&files.path(RUNS), columns)?)?;
    files.add(SUMMARY, summary.as_bytes())?;
    files.add(COURSE, tables::courses(columns, &courses).as_bytes())?;
    let parts = parts.entries.into_values().collect();
    Ok(Made { study, files, parts, digest: digest.finish(), failed })
}

/// The parts as they are read; scenarios that follow each other may share one, which is read once then.
struct Parts<'s> {
    study: &'s Study,
    last: Option<(usize, Vec<RunRecord>, Vec<Digest>)>,
    entries: BTreeMap<String, FileEntry>,
}

impl Parts<'_> {
    /// The runs of a block, and the digest of each.
    fn read(&mut self, at: usize) -> Result<(&[RunRecord], &[Digest]), StudyError> {
        if self.last.as_ref().is_none_or(|(last, ..)| *last != at) {
            let block = &self.study.blocks()[at];
            let name = part_path(&block.name);
            let damaged = |why: String| {
                let path = self.study.path().join(&name).display().to_string();
                let why = format!("{why}; the same command again makes it anew");
                StudyError::Store(StoreError::Damaged { path, why })
            };
            let content =
                self.study.folder.part(&block.name)?.ok_or_else(|| damaged("it is gone".to_owned()))?;
            let (bytes, sha256) = (content.len() as u64, Digest::of(&content).to_string());
            let runs = self.study.block_runs(block);
            let records = decode(content, &runs, self.study.head()).map_err(damaged)?.records;
            let digests = runs.digests(&records);
            self.entries.insert(name.clone(), FileEntry { name, bytes, sha256 });
            self.last = Some((at, records, digests));
        }
        let (_, records, digests) = self.last.as_ref().expect("it was just read");
        Ok((records, digests))
    }
}

impl Study {
    /// Whether every block has its part.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn is_complete(&self) -> Result<bool, StudyError> {
        match complete(self) {
            Ok(()) => Ok(true),
            Err(StudyError::Incomplete { .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// Refuses where a block has no part.
fn complete(study: &Study) -> Result<(), StudyError> {
    let there = study.folder.parts()?;
    let is_missing = |block: &&Block| !there.contains_key(&part_path(&block.name));
    let missing: Vec<&Block> = study.blocks().iter().filter(is_missing).collect();
    let Some(first) = missing.first() else { return Ok(()) };
    Err(StudyError::Incomplete {
        folder: study.path().display().to_string(),
        runs: missing.iter().map(|block| block.count).sum(),
        blocks: missing.len(),
        example: first.told(study.points()),
    })
}

fn add_to(course: &mut Course, record: &RunRecord) {
    for row in record.outcome.iter().flatten() {
        if let RowOf::Month(month) = row.of {
            course.add(month, &row.values);
        }
    }
}

/// The manifest of a study with this digest over all runs, these counts of runs that failed, and these files.
pub(super) fn manifest_of(study: &Study, digest: &str, failed: &[u32], files: Vec<FileEntry>) -> Manifest {
    let command =
        |point: &Point| run_command(study, point, &format!("--replicates {}", point.worlds.count()));
    Manifest {
        program: "hameau".to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        model_version: hameau_model::MODEL_VERSION,
        target: target(),
        commands: study.points().iter().map(command).collect(),
        digest: digest.to_owned(),
        seed: study.seed(),
        kind: study.kind().clone(),
        series: study.series(),
        runs: study.runs(),
        failed: failed.iter().sum(),
        scenarios: study.points().iter().zip(failed).map(scenario).collect(),
        files,
    }
}

fn scenario((point, failed): (&Point, &u32)) -> ManifestScenario {
    let scenario = &point.scenario;
    let sets = point.overrides.sweep.iter().chain(&point.overrides.set);
    ManifestScenario {
        name: point.name.clone(),
        file: scenario.file.clone(),
        set: sets.cloned().collect(),
        territory: scenario.territory.name.clone(),
        territory_file: scenario.territory_file.clone(),
        content: point.content.to_string(),
        replicates: point.worlds.count(),
        worlds: if point.worlds.are_first() {
            Vec::new()
        } else {
            point.worlds.ranges().iter().map(|range| [range.start, range.end - 1]).collect()
        },
        failed: *failed,
        first_month: scenario.start().to_string(),
        months: scenario.values[Key::Months] as u32,
        parameters: scenario.origins.iter().map(parameter).collect(),
        programme: scenario.programme.iter().map(entry).collect(),
    }
}

fn parameter((key, written): (&Key, &Written<f64>)) -> ManifestValue {
    let row = key.row();
    ManifestValue {
        name: row.name.to_owned(),
        value: written.value,
        default: row.default,
        layer: written.layer.to_string(),
        source: written.source.clone(),
    }
}

fn entry(entry: &Instrument) -> ManifestEntry {
    let levers = entry.levers.values.iter();
    ManifestEntry {
        name: entry.name.clone(),
        instrument: entry.kind.name().to_owned(),
        from: entry.from.to_string(),
        until: entry.until.map(|until| until.to_string()),
        place: entry.place.clone(),
        commune: entry.commune.as_ref().map(|commune| commune.code.clone()),
        levers: levers.map(|(key, value)| (key.row().key().to_owned(), *value)).collect(),
        funding: entry.funding.iter().map(|(funder, share)| (funder.key().to_owned(), *share)).collect(),
    }
}

/// Processor, system and C library for which the program was built, such as `x86_64-linux-gnu`.
fn target() -> String {
    let library = if cfg!(target_env = "gnu") {
        "-gnu"
    } else if cfg!(target_env = "musl") {
        "-musl"
    } else if cfg!(target_env = "msvc") {
        "-msvc"
    } else {
        ""
    };
    format!("{}-{}{library}", std::env::consts::ARCH, std::env::consts::OS)
}
