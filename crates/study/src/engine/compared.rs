//! Policies against a base, from the tables of a study.

use super::{Study, StudyError};
use crate::store::{COMPARISON, Finals, RUNS, StoreError};
use hameau_analysis::effects::{Comparison, Outcomes, Question, compare};
use serde_json::Value;

/// The comparison of which the folder of a study tells, made anew from its tables; none when none was made.
///
/// # Errors
/// When its tables cannot be read.
pub fn comparison(study: &Study) -> Result<Option<Comparison>, StudyError> {
    let path = study.path().join(COMPARISON);
    let Ok(text) = std::fs::read(&path) else { return Ok(None) };
    let damaged = || StoreError::Damaged {
        path: path.display().to_string(),
        why: "it is not as it was written; run the comparison again".to_owned(),
    };
    let told: Value = serde_json::from_slice(&text).map_err(|_| damaged())?;
    let read = || {
        let asked = &told["question"];
        let question = Question {
            confidence: asked["confidence"].as_f64()?,
            precision: asked["precision"].as_f64()?,
            several_looks: asked["several_looks"].as_bool()?,
            seed: study.seed(),
        };
        let policies = told["policies"].as_array()?;
        let names = policies.iter().map(|policy| policy["policy"].as_str());
        let names: Option<Vec<&str>> = std::iter::once(told["base"].as_str()).chain(names).collect();
        Some((question, names?, u32::try_from(told["worlds"].as_u64()?).ok()?))
    };
    let (question, names, worlds) = read().ok_or_else(damaged)?;
    let there = |name: &&str| study.point(name).is_some_and(|point| point.replicates >= worlds);
    if !names.iter().all(there) {
        return Err(damaged().into());
    }
    compared(study, question, &names, worlds).map(Some)
}

/// Compares the first `worlds` worlds of scenarios of a study whose tables are made: the base, then the policies.
///
/// # Errors
/// When the table of runs cannot be read.
///
/// # Panics
/// When there is no base.
pub fn compared(
    study: &Study,
    question: Question,
    names: &[&str],
    worlds: u32,
) -> Result<Comparison, StudyError> {
    let outcomes = outcomes(study, names, worlds)?;
    let (base, policies) = outcomes.split_first().expect("a comparison has a base");
    Ok(compare(question, base, policies))
}

/// What the first `worlds` worlds of some scenarios of a study ended with.
///
/// # Errors
/// When the table of runs cannot be read.
pub fn outcomes(study: &Study, names: &[&str], worlds: u32) -> Result<Vec<Outcomes>, StudyError> {
    let columns = study.columns();
    let runs = Finals::open(&study.path().join(RUNS), columns)?.runs()?;
    let of = |name: &&str| {
        let before = study.points().iter().take_while(|point| point.name != *name).count();
        let first = study.first_row(before);
        let worlds = runs[first..first + worlds as usize].iter();
        Outcomes::new(name, worlds.map(|kept| columns.in_order_of_table(kept)).collect())
    };
    Ok(names.iter().map(of).collect())
}

impl Study {
    /// The row of the table of runs that holds the first run of a scenario, by its place.
    pub(super) fn first_row(&self, point: usize) -> usize {
        self.points()[..point].iter().map(|point| point.replicates as usize).sum()
    }
}
