//! Policies against a base, from the tables of a study.

use super::months::outcomes_at;
use super::{Study, StudyError, Tables};
use crate::store::{Finals, Kind, RUNS, StoreError};
use hameau_analysis::effects::{Comparison, Outcomes, Question, compare};
use hameau_model::kernel::units::Month;

/// The base and the policies at the end of one month.
#[derive(Clone, Debug)]
pub struct Horizon {
    /// The month.
    pub month: Month,
    /// The worlds of the base, then of each policy.
    pub outcomes: Vec<Outcomes>,
    /// The policies against the base.
    pub comparison: Comparison,
}

/// The comparison that a folder is, in the last month, made from its tables; none when it is none.
///
/// # Errors
/// When its tables cannot be read.
pub fn comparison(tables: Tables<'_>) -> Result<Option<Comparison>, StudyError> {
    let Some((question, names, worlds)) = asked(tables.study) else { return Ok(None) };
    let outcomes = outcomes(tables, &names, worlds)?;
    Ok(outcomes.split_first().map(|(base, policies)| compare(question, base, policies)))
}

/// The comparison that a folder is, in each month asked for and in the last, which comes last; empty when it is none. A
/// month that the folder does not keep is left out.
///
/// # Errors
/// When its tables cannot be read.
pub fn horizons(tables: Tables<'_>) -> Result<Vec<Horizon>, StudyError> {
    let study = tables.study;
    let Some((question, names, worlds)) = asked(study) else { return Ok(Vec::new()) };
    let places = places(study, &names, worlds)?;
    let Some(base) = places.first().map(|at| &study.points()[*at]) else { return Ok(Vec::new()) };
    let last = base.scenario.last();
    let kept = study.months_kept(base);
    let Kind::Compare { at, .. } = study.kind() else { return Ok(Vec::new()) };
    let mut months: Vec<Month> = at.iter().filter_map(|month| Month::parse(month)).collect();
    months.retain(|month| *month < last && kept.contains(month));
    months.sort_unstable();
    months.dedup();
    let mut found = outcomes_at(tables, &places, worlds, &months)?;
    found.push(rows(tables, places.into_iter().map(|at| (at, worlds)))?);
    let horizon = |(month, outcomes): (Month, Vec<Outcomes>)| {
        let (base, policies) = outcomes.split_first()?;
        let comparison = compare(question, base, policies);
        Some(Horizon { month, outcomes, comparison })
    };
    Ok(months.into_iter().chain([last]).zip(found).filter_map(horizon).collect())
}

/// What a folder compares: the question, the names, the number of worlds.
fn asked(study: &Study) -> Option<(Question, Vec<&str>, u32)> {
    let Kind::Compare { scenarios, worlds, confidence, precision, several_looks, .. } = study.kind() else {
        return None;
    };
    let question = Question {
        confidence: *confidence,
        precision: *precision,
        several_looks: *several_looks,
        seed: study.seed(),
    };
    Some((question, scenarios.iter().map(String::as_str).collect(), *worlds))
}

/// What the first `worlds` worlds of some scenarios of a study ended with.
///
/// # Errors
/// When the table of runs cannot be read, or the plan has not these worlds.
pub fn outcomes(tables: Tables<'_>, names: &[&str], worlds: u32) -> Result<Vec<Outcomes>, StudyError> {
    let places = places(tables.study, names, worlds)?;
    rows(tables, places.into_iter().map(|at| (at, worlds)))
}

/// The places of some scenarios of which these worlds are planned.
fn places(study: &Study, names: &[&str], worlds: u32) -> Result<Vec<usize>, StudyError> {
    let planned = |name: &&str| {
        let place = study.place(name).filter(|at| study.points()[*at].worlds.hold_first(worlds));
        place.ok_or_else(|| StudyError::NotPlanned {
            folder: study.path().display().to_string(),
            name: (*name).to_owned(),
            worlds,
        })
    };
    names.iter().map(planned).collect()
}

/// What every world of some scenarios of a study ended with, by their places.
///
/// # Errors
/// When the table of runs cannot be read.
pub fn all_outcomes(tables: Tables<'_>, points: &[usize]) -> Result<Vec<Outcomes>, StudyError> {
    let worlds = |at: &usize| tables.study.points()[*at].worlds.count();
    rows(tables, points.iter().map(|at| (*at, worlds(at))))
}

/// The first rows of some scenarios in the table of runs, by their places.
fn rows(tables: Tables<'_>, wanted: impl Iterator<Item = (usize, u32)>) -> Result<Vec<Outcomes>, StudyError> {
    let (study, columns) = (tables.study, tables.study.columns());
    let path = tables.at.join(RUNS);
    let runs = Finals::open(&path, columns)?.runs()?;
    let of = |(at, worlds): (usize, u32)| {
        let first = study.first_row(at);
        let rows = runs.get(first..first + worlds as usize).ok_or_else(|| StoreError::Damaged {
            path: path.display().to_string(),
            why: "it has fewer rows than its plan".to_owned(),
        })?;
        let values = rows.iter().map(|kept| columns.in_order_of_table(kept)).collect();
        Ok(Outcomes::new(&study.points()[at].name, values))
    };
    wanted.map(of).collect()
}
