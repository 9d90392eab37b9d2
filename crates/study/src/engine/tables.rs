//! The two small tables of numbers over all runs: `summary.csv` and `course.csv`, written and read back.

use super::{Study, StudyError, Tables};
use crate::store::{COURSE, Columns, Finals, SUMMARY, StoreError, open_regular};
use csv::{ReaderBuilder, StringRecord, Writer};
use hameau_analysis::statistics::Summary;
use hameau_analysis::trajectory::{Point as Moment, Trajectory};
use hameau_model::kernel::units::Month;
use hameau_model::observe::indicators::Indicator;
use std::collections::BTreeMap;
use std::num::ParseFloatError;

const SUMMARY_COLUMNS: [&str; 9] =
    ["scenario", "indicator", "unit", "n_defined", "mean", "sd", "q05", "q50", "q95"];
const COURSE_COLUMNS: [&str; 6] = ["scenario", "indicator", "month", "q05", "q50", "q95"];

/// A number of a table; what is undefined is an empty field. The shortest text that reads back to the same bits.
fn written(value: Option<f64>) -> String {
    value.map_or(String::new(), |value| value.to_string())
}

fn text(table: Writer<Vec<u8>>) -> String {
    String::from_utf8(table.into_inner().expect("memory takes any record")).expect("words and numbers")
}

fn table(columns: &[&str]) -> Writer<Vec<u8>> {
    let mut table = Writer::from_writer(Vec::new());
    table.write_record(columns).expect("memory takes any record");
    table
}

/// `summary.csv`: final values over all runs of each scenario.
pub(super) fn summary(study: &Study, finals: &Finals) -> Result<String, StudyError> {
    let mut summaries: Vec<Vec<Summary>> = vec![Vec::new(); study.points().len()];
    let columns = study.columns();
    for at in 0..columns.count() {
        let values = finals.column(at)?;
        let mut from = 0;
        for (point, summaries) in study.points().iter().zip(&mut summaries) {
            let to = from + point.worlds.count() as usize;
            summaries.push(Summary::new(&values[from..to]));
            from = to;
        }
    }
    let mut table = table(&SUMMARY_COLUMNS);
    for (point, summaries) in study.points().iter().zip(&summaries) {
        for (column, of) in columns.list().iter().zip(summaries) {
            let numbers = [of.mean, of.sd, of.q05, of.q50, of.q95].map(written);
            let words = [point.name.clone(), column.id.clone(), column.unit.clone(), of.n.to_string()];
            table.write_record(words.iter().chain(&numbers)).expect("memory takes any record");
        }
    }
    Ok(text(table))
}

/// The months of the followed columns of one scenario, each by its place.
type Followed = Vec<(usize, Vec<Moment>)>;

/// `course.csv`: the course of the followed columns over all runs of each scenario.
pub(super) fn courses(columns: &Columns, of: &[(&str, Followed)]) -> String {
    let mut table = table(&COURSE_COLUMNS);
    for (scenario, followed) in of {
        for (at, points) in followed {
            for point in points {
                let [q05, q50, q95] = [point.q05, point.q50, point.q95].map(written);
                let id = &columns.list()[*at].id;
                let record = [scenario, &id[..], &point.month.to_string(), &q05, &q50, &q95];
                table.write_record(record).expect("memory takes any record");
            }
        }
    }
    text(table)
}

/// The final values over all runs of one scenario, in the order of the table of indicators, as `summary.csv` says. What the
/// folder lacks is undefined; what this program does not know is left out.
///
/// # Errors
/// When the table cannot be read.
pub fn summaries(tables: Tables<'_>, scenario: &str) -> Result<Vec<(Indicator, Summary)>, StudyError> {
    let runs = tables.study.point(scenario).map_or(0, |point| point.worlds.count() as usize);
    let of = |record: &StringRecord| {
        let n = record.get(3)?.parse().ok()?;
        let [mean, sd, q05, q50, q95] = [4, 5, 6, 7, 8].map(|at| number(record, at).ok());
        Some(Summary {
            n,
            undefined: runs.checked_sub(n)?,
            mean: mean?,
            sd: sd?,
            q05: q05?,
            q50: q50?,
            q95: q95?,
        })
    };
    let found: BTreeMap<Indicator, Summary> = rows(tables, SUMMARY, scenario, of)?.into_iter().collect();
    let lacking = Summary::new(&vec![None; runs]);
    Ok(Indicator::all().map(|indicator| (indicator, *found.get(&indicator).unwrap_or(&lacking))).collect())
}

/// The course of the followed indicators over all runs of one scenario, as `course.csv` says; those that this program does
/// not know are left out.
///
/// # Errors
/// When the table cannot be read.
pub fn course(tables: Tables<'_>, scenario: &str) -> Result<Vec<Trajectory>, StudyError> {
    let of = |record: &StringRecord| {
        let month = Month::parse(record.get(2)?)?;
        let [q05, q50, q95] = [3, 4, 5].map(|at| number(record, at).ok());
        Some(Moment { month, q05: q05?, q50: q50?, q95: q95? })
    };
    let mut trajectories: Vec<Trajectory> = Vec::new();
    for (indicator, point) in rows(tables, COURSE, scenario, of)? {
        match trajectories.last_mut() {
            Some(last) if last.indicator == indicator => last.points.push(point),
            _ => trajectories.push(Trajectory { indicator, points: vec![point] }),
        }
    }
    Ok(trajectories)
}

/// An empty field is undefined. Every record has all fields: the reader refuses others.
fn number(record: &StringRecord, at: usize) -> Result<Option<f64>, ParseFloatError> {
    match record.get(at).unwrap_or_default() {
        "" => Ok(None),
        text => text.parse().map(Some),
    }
}

/// What `of` reads in each row of a table that is of one scenario and of an indicator known to this program.
fn rows<T>(
    tables: Tables<'_>,
    name: &str,
    scenario: &str,
    of: impl Fn(&StringRecord) -> Option<T>,
) -> Result<Vec<(Indicator, T)>, StudyError> {
    let (study, path) = (tables.study, tables.at.join(name));
    let damaged = |why: &str| {
        StudyError::Store(StoreError::Damaged { path: path.display().to_string(), why: why.to_owned() })
    };
    let file = open_regular(&path).map_err(|error| damaged(&error.to_string()))?;
    let mut reader = ReaderBuilder::new().from_reader(file);
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| damaged(&error.to_string()))?;
        if record.get(0) == Some(scenario) {
            let strange = || damaged("a row of it is not as it was written");
            let column = record.get(1).and_then(|id| study.columns().named(id)).ok_or_else(strange)?;
            if let Some(indicator) = study.columns().indicator(column) {
                rows.push((indicator, of(&record).ok_or_else(strange)?));
            }
        }
    }
    Ok(rows)
}
