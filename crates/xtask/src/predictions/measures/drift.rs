//! How far a world without change has moved from its first month.

use crate::common::life::Life;
use crate::common::ties::strong;
use crate::predictions::rows::Row;
use hameau_model::observe::indicators::Indicator;
use hameau_model::rules::step::State;
use hameau_model::state::population::Row as Resident;

/// Mean number of ties of an adult over that of the first month, less 1.
pub fn of_ties(life: &mut Life, row: &Row) -> Option<f64> {
    let degree = |state: &State, resident| state.ties.degree(resident) as u32;
    drift(life, row.month, degree)
}

/// The same of strong ties.
pub fn of_strong_ties(life: &mut Life, row: &Row) -> Option<f64> {
    drift(life, row.month, strong)
}

fn drift(life: &mut Life, month: u32, count: fn(&State, Resident) -> u32) -> Option<f64> {
    let mean = |state: &State| {
        let adults = state.residents.order();
        let sum: u32 = adults.iter().map(|row| count(state, *row)).sum();
        (sum > 0).then(|| f64::from(sum) / adults.len() as f64)
    };
    let first = mean(life.to(1))?;
    Some(mean(life.to(month))? / first - 1.0)
}

/// Index of newcomers less that of the first month.
pub fn of_index(life: &mut Life, row: &Row) -> Option<f64> {
    let mut index = |month| {
        life.to(month);
        life.observed().of(Indicator::NewcomersIh)
    };
    let first = index(1)?;
    Some(index(row.month)? - first)
}
