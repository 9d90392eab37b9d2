//! Where each run's months stand in the table of months, and what worlds were like in some of them.

use super::{Point, Study, StudyError, Tables};
use crate::store::{Finals, MonthlyTable, RUNS, SERIES, Series};
use hameau_analysis::effects::Outcomes;
use hameau_model::kernel::units::Month;
use hameau_model::observe::indicators::Indicator;
use std::ops::Range;

/// One run that did not fail, in the table of months.
pub(super) struct Kept {
    /// The place of its scenario in the study.
    pub point: usize,
    /// Its replicate.
    pub replicate: u32,
    /// Its first row.
    row: usize,
}

impl Kept {
    /// The rows of one of the months that its scenario keeps, by its place among them.
    pub fn rows(&self, month: usize, columns: usize) -> Range<usize> {
        let first = self.row + month * columns;
        first..first + columns
    }
}

/// Every run that did not fail, in the order of the plan.
pub(super) fn kept(tables: Tables<'_>) -> Result<Vec<Kept>, StudyError> {
    let (study, columns) = (tables.study, tables.study.columns());
    // Inhabitants are defined in every run that did not fail.
    let finals = Finals::open(&tables.at.join(RUNS), columns)?.of(Indicator::Inhabitants)?;
    let mut found = Vec::new();
    let (mut run, mut row) = (0, 0);
    for (at, point) in study.points().iter().enumerate() {
        let rows = study.months_kept(point).len() * columns.count();
        for replicate in point.worlds.iter() {
            if finals.get(run).copied().flatten().is_some() {
                found.push(Kept { point: at, replicate, row });
                row += rows;
            }
            run += 1;
        }
    }
    Ok(found)
}

/// What the first `worlds` worlds of some scenarios, by their places, were like at the end of some months: by month, then
/// by scenario. A month that a scenario does not keep, and a run that failed, define nothing.
///
/// # Errors
/// When a table cannot be read.
pub(super) fn outcomes_at(
    tables: Tables<'_>,
    points: &[usize],
    worlds: u32,
    months: &[Month],
) -> Result<Vec<Vec<Outcomes>>, StudyError> {
    let (study, columns) = (tables.study, tables.study.columns());
    let nothing = || vec![vec![None; Indicator::COUNT]; worlds as usize];
    let mut values: Vec<Vec<Vec<Vec<Option<f64>>>>> =
        months.iter().map(|_| points.iter().map(|_| nothing()).collect()).collect();
    if study.series() != Series::None && !months.is_empty() {
        let mut ranges = Vec::new();
        let mut meant = Vec::new();
        for run in kept(tables)? {
            let Some(scenario) = points.iter().position(|point| *point == run.point) else { continue };
            let point = &study.points()[run.point];
            let world = point.worlds.place(run.replicate).filter(|place| *place < worlds);
            let Some(world) = world else { continue };
            let there = study.months_kept(point);
            for (at, month) in months.iter().enumerate() {
                let Ok(place) = there.binary_search(month) else { continue };
                ranges.push(run.rows(place, columns.count()));
                meant.push((at, scenario, world as usize));
            }
        }
        let read = MonthlyTable::open(&tables.at.join(SERIES))?.values(&ranges)?;
        for ((at, scenario, world), kept) in meant.into_iter().zip(read) {
            values[at][scenario][world] = columns.in_order_of_table(&kept);
        }
    }
    let named = |(point, values): (&usize, Vec<Vec<Option<f64>>>)| {
        Outcomes::new(&study.points()[*point].name, values)
    };
    Ok(values.into_iter().map(|of| points.iter().zip(of).map(named).collect()).collect())
}

impl Study {
    /// The months that the runs of a scenario keep.
    pub(super) fn months_kept(&self, point: &Point) -> Vec<Month> {
        let (first, last) = (point.scenario.start(), point.scenario.last());
        let months = (first.index()..=last.index()).map(Month::from_index);
        months.filter(|month| self.series().keeps(*month, last)).collect()
    }
}
