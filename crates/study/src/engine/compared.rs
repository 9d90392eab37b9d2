//! Policies against a base, from the tables of a study.

use super::{StudyError, Tables};
use crate::store::{Finals, Kind, RUNS};
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
    let (study, columns) = (tables.study, tables.study.columns());
    let runs = Finals::open(&tables.at.join(RUNS), columns)?.runs()?;
    let of = |name: &&str| {
        let planned = study.place(name).filter(|at| study.points()[*at].worlds.hold_first(worlds));
        let first = planned.map(|at| study.first_row(at));
        let rows = first.and_then(|first| runs.get(first..first + worlds as usize));
        let rows = rows.ok_or_else(|| StudyError::NotPlanned {
            folder: study.path().display().to_string(),
            name: (*name).to_owned(),
            worlds,
        })?;
        Ok(Outcomes::new(name, rows.iter().map(|kept| columns.in_order_of_table(kept)).collect()))
    };
    names.iter().map(of).collect()
}
