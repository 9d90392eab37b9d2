//! The course of a few single worlds, from the table of months.

use super::months::{Kept, kept};
use super::{StudyError, Tables};
use crate::store::{MonthlyTable, SERIES, Series};
use hameau_model::kernel::units::Month;
use hameau_model::observe::indicators::Indicator;
use std::ops::Range;

/// One world of one scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Single {
    /// Its replicate.
    pub replicate: u32,
    /// The months read.
    pub months: Vec<Month>,
    /// For each of these months the value of every indicator, in the order of the table.
    values: Vec<Vec<Option<f64>>>,
}

impl Single {
    /// One indicator, where it is defined.
    pub fn of(&self, indicator: Indicator) -> impl Iterator<Item = (Month, f64)> {
        let months = self.months.iter().zip(&self.values);
        months.filter_map(move |(month, values)| Some((*month, values[indicator as usize]?)))
    }
}

/// The first `most` worlds of a scenario that did not fail, in every December and in the first and last months kept; none
/// where no months are kept.
///
/// # Errors
/// When a table cannot be read.
pub fn singles(tables: Tables<'_>, scenario: &str, most: usize) -> Result<Vec<Single>, StudyError> {
    let (study, columns) = (tables.study, tables.study.columns());
    let point = study.place(scenario);
    let Some(point) = point.filter(|_| study.series() != Series::None) else { return Ok(Vec::new()) };
    let months = study.months_kept(&study.points()[point]);
    let read = |at: &usize| *at == 0 || *at + 1 == months.len() || months[*at].of_year() == 12;
    let places: Vec<usize> = (0..months.len()).filter(read).collect();
    let runs: Vec<_> = kept(tables)?.into_iter().filter(|run| run.point == point).take(most).collect();
    let rows = |run| places.iter().map(move |at| Kept::rows(run, *at, columns.count()));
    let ranges: Vec<Range<usize>> = runs.iter().flat_map(rows).collect();
    let values = MonthlyTable::open(&tables.at.join(SERIES))?.values(&ranges)?;
    let mut values = values.iter().map(|kept| columns.in_order_of_table(kept));
    let single = |run: Kept| Single {
        replicate: run.replicate,
        months: places.iter().map(|at| months[*at]).collect(),
        values: values.by_ref().take(places.len()).collect(),
    };
    Ok(runs.into_iter().map(single).collect())
}
