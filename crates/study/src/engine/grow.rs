//! Planning: what a study is to hold is added to what it holds.

use super::{Study, StudyError, Worlds, block, content};
use crate::store::{Addition, Base, Folder, Head, Kind, MOST_RUNS, RowEntry, RowWorlds, Series, Table, Work};
use hameau_model::inputs::scenario::{Reads, Recorded};
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

/// What a study is to hold.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'w> {
    /// Scenarios, each in every world.
    pub scenarios: &'w [Recorded],
    /// Replicates of each: 0 to this number less one.
    pub replicates: u32,
    /// Seed of every world.
    pub seed: u64,
    /// What the folder is to be.
    pub kind: &'w Kind,
    /// Content that this names by its digest: it is kept among the sources.
    pub sources: &'w [&'w [u8]],
    /// Which months are kept; `None` for what is kept already, else what fits the number of runs.
    pub series: Option<Series>,
    /// Whether what is there is taken away first.
    pub replace: bool,
}

/// The study in the folder `path`, which holds `wanted` once it is simulated. What is planned there already stays.
///
/// # Errors
/// When the folder holds something else: other files, another version, seed or series, or a scenario of the same name
/// with another content. Nothing is changed then.
pub fn begin(path: &Path, wanted: &Wanted<'_>) -> Result<Study, StudyError> {
    let names = names(wanted.scenarios)?;
    if wanted.replace {
        Folder::clear(path)?;
    }
    let mut study = if let Some(study) = Study::open(path)? {
        study
    } else {
        let runs = wanted.replicates.saturating_mul(wanted.scenarios.len() as u32);
        let head = Head::new(wanted.seed, wanted.series.unwrap_or(Series::by_default(runs)));
        Study::empty(Folder::create(path, &head)?)
    };
    loop {
        study.reload()?;
        fits(&study, wanted)?;
        study.folder.sweep();
        let addition = missing(&study, wanted, &names)?;
        if addition == Addition::default() {
            return Ok(study);
        }
        for content in wanted.sources {
            study.folder.keep_source(content)?;
        }
        // Whoever was quicker added this number; what is still missing is added after it.
        study.folder.append(study.additions, &addition, &study.seal)?;
    }
}

impl Study {
    /// Plans that a report is made of it.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn plan_report(&mut self) -> Result<(), StudyError> {
        while !self.has_report() {
            self.append(&Addition { report: true, ..Addition::default() })?;
        }
        Ok(())
    }

    /// Plans that its tables of text have a copy with semicolons.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn plan_semicolons(&mut self) -> Result<(), StudyError> {
        while !self.semicolons {
            self.append(&Addition { semicolons: true, ..Addition::default() })?;
        }
        Ok(())
    }

    /// Plans that a ledger which was made elsewhere is told in it.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn plan_ledger(&mut self, ledger: &str) -> Result<(), StudyError> {
        let digest = Some(self.folder.keep_source(ledger.as_bytes())?);
        while self.ledger != digest {
            self.append(&Addition { ledger: digest.clone(), ..Addition::default() })?;
        }
        Ok(())
    }

    fn append(&mut self, addition: &Addition) -> Result<(), StudyError> {
        self.folder.append(self.additions, addition, &self.seal)?;
        self.reload()
    }
}

/// The scenarios' names, each once.
fn names(scenarios: &[Recorded]) -> Result<Vec<&str>, StudyError> {
    let mut files: BTreeMap<&str, &str> = BTreeMap::new();
    for Recorded { scenario, .. } in scenarios {
        if let Some(first) = files.insert(&scenario.name, &scenario.file) {
            return Err(StudyError::SameName {
                name: scenario.name.clone(),
                first: first.to_owned(),
                second: scenario.file.clone(),
            });
        }
    }
    Ok(scenarios.iter().map(|recorded| &recorded.scenario.name[..]).collect())
}

/// Whether a study can go on to hold what is wanted.
fn fits(study: &Study, wanted: &Wanted<'_>) -> Result<(), StudyError> {
    let folder = study.path().display().to_string();
    if study.seed() != wanted.seed {
        return Err(StudyError::OtherSeed { folder, there: study.seed(), asked: wanted.seed });
    }
    if let Some(asked) = wanted.series.filter(|asked| *asked != study.series()) {
        return Err(StudyError::OtherSeries { folder, there: study.series().id(), asked: asked.id() });
    }
    let mixed = matches!(
        (study.kind(), wanted.kind),
        (Kind::Compare { .. }, Kind::Explore { .. } | Kind::Ledger { .. })
            | (Kind::Explore { .. }, Kind::Compare { .. } | Kind::Ledger { .. })
            | (Kind::Ledger { .. }, Kind::Compare { .. } | Kind::Explore { .. })
    );
    if mixed {
        return Err(StudyError::OtherKind { folder, there: study.kind().name(), asked: wanted.kind.name() });
    }
    let lacking = |one: &Recorded| -> u64 {
        lacking(study, &one.scenario.name, wanted.replicates).iter().map(|range| range.len() as u64).sum()
    };
    let runs = u64::from(study.runs()) + wanted.scenarios.iter().map(lacking).sum::<u64>();
    if runs > MOST_RUNS {
        return Err(StudyError::TooMany { folder, runs, most: MOST_RUNS });
    }
    for Recorded { scenario, .. } in wanted.scenarios {
        let Some(there) = study.point(&scenario.name) else { continue };
        if there.content != content(scenario) {
            let differences = some(scenario.differences(&there.scenario));
            return Err(StudyError::OtherContent { folder, name: scenario.name.clone(), differences });
        }
    }
    Ok(())
}

/// The first few of a list, and how many more there are.
fn some(mut differences: Vec<String>) -> Vec<String> {
    const MOST: usize = 4;
    let more = differences.len().saturating_sub(MOST);
    if more > 0 {
        differences.truncate(MOST);
        differences.push(format!("{more} more"));
    }
    differences
}

/// The first so many worlds of a scenario that are not planned.
fn lacking(study: &Study, name: &str, replicates: u32) -> Vec<Range<u32>> {
    let none = Worlds::default();
    study.point(name).map_or(&none, |point| &point.worlds).lacking(0..replicates)
}

fn missing(study: &Study, wanted: &Wanted<'_>, names: &[&str]) -> Result<Addition, StudyError> {
    let mut addition = Addition::default();
    if study.kind() != wanted.kind && (*wanted.kind != Kind::Run) || study.points().is_empty() {
        addition.kind = Some(wanted.kind.clone());
    }
    let mut rows = study.points().len();
    let mut last: Option<&Reads> = None;
    for (recorded, name) in wanted.scenarios.iter().zip(names) {
        let row = if let Some(at) = study.place(name) {
            at
        } else {
            add_row(study, &mut addition.tables, recorded, &mut last)?;
            rows += 1;
            rows - 1
        };
        let block = block::block_size(block::run_cost(&recorded.scenario));
        for range in lacking(study, name, wanted.replicates) {
            let worlds = RowWorlds { row: row as u32, from: range.start, to: range.end };
            // Worlds that cost alike share their blocks, whatever their scenario.
            match addition.work.last_mut() {
                Some(work) if work.block == block => work.worlds.push(worlds),
                _ => addition.work.push(Work { block, worlds: vec![worlds] }),
            }
        }
    }
    Ok(addition)
}

/// Adds the row of a scenario to the last table where it has the same base and columns, else to a table of its own.
fn add_row<'w>(
    study: &Study,
    tables: &mut Vec<Table>,
    recorded: &'w Recorded,
    last: &mut Option<&'w Reads>,
) -> Result<(), StudyError> {
    let Recorded { scenario, overrides, reads } = recorded;
    let (columns, values): (Vec<String>, Vec<String>) = overrides
        .sweep
        .iter()
        .map(|one| one.split_once('=').unwrap_or((one, "")))
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .unzip();
    let row = RowEntry { name: scenario.name.clone(), values, content: content(scenario).to_string() };
    if let Some(table) = tables.last_mut() {
        let same =
            table.base.file == scenario.file && table.base.set == overrides.set && *last == Some(reads);
        if same && table.columns == columns {
            table.rows.push(row);
            return Ok(());
        }
    }
    let mut kept = BTreeMap::new();
    for (path, content) in reads {
        kept.insert(path.clone(), study.folder.keep_source(content)?);
    }
    *last = Some(reads);
    let base = Base { file: scenario.file.clone(), set: overrides.set.clone(), reads: kept };
    tables.push(Table { base, columns, rows: vec![row] });
    Ok(())
}
