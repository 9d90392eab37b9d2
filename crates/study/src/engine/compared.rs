//! Policies against a base, from the tables of a study.

use super::{Study, StudyError, Tables, months};
use crate::store::{Finals, Kind, RUNS, StoreError};
use hameau_analysis::effects::{Comparison, Outcomes, Question, assumed, compare};
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
    let study = tables.study;
    let Some((question, names, worlds)) = wanted(study) else { return Ok(None) };
    let places = places(study, &names, worlds)?;
    let outcomes = rows(tables, places.iter().map(|at| (*at, worlds)))?;
    let last = places.first().map(|at| study.points()[*at].scenario.last());
    Ok(last.and_then(|last| marked(study, question, &places, &outcomes, last)))
}

/// The comparison that a folder is, in each month asked for and in the last, which comes last; empty when it is none. A
/// month that the folder does not keep is left out.
///
/// # Errors
/// When its tables cannot be read.
pub fn horizons(tables: Tables<'_>) -> Result<Vec<Horizon>, StudyError> {
    let study = tables.study;
    let Some((question, names, worlds)) = wanted(study) else { return Ok(Vec::new()) };
    let places = places(study, &names, worlds)?;
    let Some(base) = places.first().map(|at| &study.points()[*at]) else { return Ok(Vec::new()) };
    let last = base.scenario.last();
    let kept = study.months_kept(base);
    let Kind::Compare { at, .. } = study.kind() else { return Ok(Vec::new()) };
    let mut asked: Vec<Month> = at.iter().filter_map(|month| Month::parse(month)).collect();
    asked.retain(|month| *month < last && kept.contains(month));
    asked.sort_unstable();
    asked.dedup();
    let mut found = months::outcomes_at(tables, &places, worlds, &asked)?;
    found.push(rows(tables, places.iter().map(|at| (*at, worlds)))?);
    let horizon = |(month, outcomes): (Month, Vec<Outcomes>)| {
        let comparison = marked(study, question, &places, &outcomes, month)?;
        Some(Horizon { month, outcomes, comparison })
    };
    Ok(asked.into_iter().chain([last]).zip(found).filter_map(horizon).collect())
}

/// The comparison of some scenarios at the end of a month, effects that were assumed marked.
fn marked(
    study: &Study,
    question: Question,
    places: &[usize],
    outcomes: &[Outcomes],
    month: Month,
) -> Option<Comparison> {
    let (base, policies) = outcomes.split_first()?;
    let mut comparison = compare(question, base, policies);
    let scenario = |place: usize| &study.points()[place].scenario;
    for (policy, place) in comparison.policies.iter_mut().zip(&places[1..]) {
        for effect in &mut policy.effects {
            let pair = (scenario(*place), scenario(places[0]));
            let lever = assumed(pair, effect.indicator, month, effect.difference.unwrap_or_default());
            effect.assumed = lever.map(|key| key.row().name);
        }
    }
    Some(comparison)
}

/// What a folder compares: the question, the names, the number of worlds.
fn wanted(study: &Study) -> Option<(Question, Vec<&str>, u32)> {
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

/// What the first `worlds` worlds of some scenarios of a study were like at the end of some months: by month, then by
/// scenario. A month that is not kept, and a world that failed, define nothing.
///
/// # Errors
/// When a table cannot be read, or the plan has not these worlds.
pub fn outcomes_at(
    tables: Tables<'_>,
    names: &[&str],
    worlds: u32,
    months: &[Month],
) -> Result<Vec<Vec<Outcomes>>, StudyError> {
    months::outcomes_at(tables, &places(tables.study, names, worlds)?, worlds, months)
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
