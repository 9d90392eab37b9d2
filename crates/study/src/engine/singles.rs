//! The course of a few single worlds, from the table of months.

use super::{Point, Study, StudyError, Tables};
use crate::store::{Finals, MonthlyTable, RUNS, SERIES, Series};
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
    let study = tables.study;
    if study.series() == Series::None {
        return Ok(Vec::new());
    }
    // Inhabitants are defined in every run that did not fail.
    let columns = study.columns();
    let finals = Finals::open(&tables.at.join(RUNS), columns)?.of(Indicator::Inhabitants)?;
    let mut wanted: Vec<(u32, Vec<Month>, Vec<Range<usize>>)> = Vec::new();
    let (mut run, mut row) = (0, 0);
    for point in study.points() {
        let kept = study.months_kept(point);
        for replicate in point.worlds.iter() {
            let there = finals.get(run).copied().flatten().is_some();
            run += 1;
            if !there {
                continue;
            }
            if point.name == scenario && wanted.len() < most {
                let read = |at: &usize| *at == 0 || *at + 1 == kept.len() || kept[*at].of_year() == 12;
                let places: Vec<usize> = (0..kept.len()).filter(read).collect();
                let rows = |at: &usize| row + at * columns.count()..row + (at + 1) * columns.count();
                let months = places.iter().map(|at| kept[*at]).collect();
                wanted.push((replicate, months, places.iter().map(rows).collect()));
            }
            row += kept.len() * columns.count();
        }
    }
    let ranges: Vec<Range<usize>> = wanted.iter().flat_map(|(_, _, rows)| rows.iter().cloned()).collect();
    let values = MonthlyTable::open(&tables.at.join(SERIES))?.values(&ranges)?;
    let mut values = values.iter().map(|kept| columns.in_order_of_table(kept));
    let single = |(replicate, months, rows): (u32, Vec<Month>, Vec<Range<usize>>)| Single {
        replicate,
        months,
        values: values.by_ref().take(rows.len()).collect(),
    };
    Ok(wanted.into_iter().map(single).collect())
}

impl Study {
    /// The months that the runs of a scenario keep.
    pub(super) fn months_kept(&self, point: &Point) -> Vec<Month> {
        let (first, last) = (point.scenario.start(), point.scenario.last());
        let months = (first.index()..=last.index()).map(Month::from_index);
        months.filter(|month| self.series().keeps(*month, last)).collect()
    }
}
