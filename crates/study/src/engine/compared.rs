//! Policies against a base, from the tables of a study.

use super::{StudyError, Tables};
use crate::store::{Finals, Kind, RUNS, StoreError};
use hameau_analysis::effects::{Comparison, Outcomes, Question, compare};

/// The comparison that a folder is, made from its tables; none when it is none.
///
/// # Errors
/// When its tables cannot be read.
pub fn comparison(tables: Tables<'_>) -> Result<Option<Comparison>, StudyError> {
    let Kind::Compare { scenarios, worlds, confidence, precision, several_looks } = tables.study.kind()
    else {
        return Ok(None);
    };
    let question = Question {
        confidence: *confidence,
        precision: *precision,
        several_looks: *several_looks,
        seed: tables.study.seed(),
    };
    let names: Vec<&str> = scenarios.iter().map(String::as_str).collect();
    let outcomes = outcomes(tables, &names, *worlds)?;
    Ok(outcomes.split_first().map(|(base, policies)| compare(question, base, policies)))
}

/// What the first `worlds` worlds of some scenarios of a study ended with.
///
/// # Errors
/// When the table of runs cannot be read, or the plan has not these worlds.
pub fn outcomes(tables: Tables<'_>, names: &[&str], worlds: u32) -> Result<Vec<Outcomes>, StudyError> {
    let study = tables.study;
    let planned = |name: &&str| {
        let place = study.place(name).filter(|at| study.points()[*at].worlds.hold_first(worlds));
        place.ok_or_else(|| StudyError::NotPlanned {
            folder: study.path().display().to_string(),
            name: (*name).to_owned(),
            worlds,
        })
    };
    let places: Vec<usize> = names.iter().map(planned).collect::<Result<_, _>>()?;
    rows(tables, places.into_iter().map(|at| (at, worlds)))
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
