//! From parts to the tables that people open.

use super::remake::{repeat_command, run_command};
use super::{Block, Point, Study, StudyError, tables};
use crate::store::{
    COURSE, Digest, Failure, FileEntry, Finals, Hasher, MANIFEST, Manifest, ManifestEntry, ManifestScenario,
    ManifestValue, RUNS, RowOf, RunRecord, SUMMARY, StoreError, ViewFiles, ViewWriter, decode, part_path,
};
use hameau_analysis::trajectory::Course;
use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::scenario::{Instrument, Written};
use std::path::Path;

/// Months of a course at most: enough for a chart.
const POINTS: usize = 60;

/// Makes the tables from the parts of a complete study, and shows them in its folder.
///
/// # Errors
/// When parts are missing or damaged, or the disk refuses; the tables of before stay then.
pub fn merge(study: &Study) -> Result<Manifest, StudyError> {
    let (files, manifest) = tables_of(study, study.path())?;
    files.show(study.path())?;
    Ok(manifest)
}

/// The tables and the manifest of a complete study, made in a folder within `within` and not yet shown.
pub(super) fn tables_of(study: &Study, within: &Path) -> Result<(ViewFiles, Manifest), StudyError> {
    let ordered = study.ordered();
    let columns = study.columns();
    let followed: Vec<usize> = (0..columns.count()).filter(|at| columns.list()[*at].headline).collect();
    complete(study)?;
    let mut writer = ViewWriter::begin(within, study.head())?;
    let mut courses = Vec::new();
    let mut parts = Vec::new();
    let mut digest = Hasher::default();
    let mut failed = vec![0; study.points().len()];
    for (at, point) in study.points().iter().enumerate() {
        digest.text(&point.name);
        digest.digest(&point.content);
        let mut course = Course::new(&study.months_kept(point), &followed, point.replicates as usize, POINTS);
        for block in ordered.iter().filter(|block| block.point == at) {
            let path = part_path(&block.name);
            let damaged = |why: String| {
                let path = study.path().join(&path).display().to_string();
                StudyError::Store(StoreError::Damaged {
                    path,
                    why: format!("{why}; the same command again makes it anew"),
                })
            };
            let content = study.folder.part(&block.name)?.ok_or_else(|| damaged("it is gone".to_owned()))?;
            parts.push(FileEntry {
                name: path.clone(),
                bytes: content.len() as u64,
                sha256: Digest::of(&content).to_string(),
            });
            let runs = study.block_runs(block);
            let records = decode(content, &runs, study.head()).map_err(damaged)?.records;
            runs.digests(&records).iter().for_each(|of_run| digest.digest(of_run));
            for record in &records {
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
    files.text(SUMMARY, &summary)?;
    files.text(COURSE, &tables::courses(columns, &courses))?;
    // A block that two scenarios share is one part.
    parts.sort_by(|a, b| a.name.cmp(&b.name));
    parts.dedup();
    let listed = files.entries().iter().cloned().chain(parts).collect();
    let manifest = manifest(study, digest.finish(), &failed, listed);
    files.text(MANIFEST, &manifest.text())?;
    Ok((files, manifest))
}

/// Whether every block has its part.
fn complete(study: &Study) -> Result<(), StudyError> {
    let there = study.folder.parts()?;
    let is_missing = |block: &&Block| !there.contains_key(&part_path(&block.name));
    let missing: Vec<&Block> = study.blocks().iter().filter(is_missing).collect();
    let Some(first) = missing.first() else { return Ok(()) };
    let name = &study.points()[first.point].name;
    Err(StudyError::Incomplete {
        folder: study.path().display().to_string(),
        runs: missing.iter().map(|block| block.count).sum(),
        blocks: missing.len(),
        example: format!("replicates {} to {} of `{name}`", first.first, first.first + first.count - 1),
    })
}

fn add_to(course: &mut Course, record: &RunRecord) {
    for row in record.outcome.iter().flatten() {
        if let RowOf::Month(month) = row.of {
            course.add(month, &row.values);
        }
    }
}

fn manifest(study: &Study, digest: Digest, failed: &[u32], files: Vec<FileEntry>) -> Manifest {
    let command = |point: &Point| run_command(study, point, &format!("--replicates {}", point.replicates));
    Manifest {
        program: "hameau".to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        model_version: hameau_model::MODEL_VERSION,
        target: target(),
        commands: study.points().iter().map(command).collect(),
        digest: digest.to_string(),
        seed: study.seed(),
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
        replicates: point.replicates,
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
