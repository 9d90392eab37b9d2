//! What differs between communes, and how much people meet.

use crate::common::life::Life;
use crate::common::ties::strong;
use crate::predictions::rows::Row;
use hameau_model::state::ties::{Channel, UNITS_PER_HOUR};

/// Inhabitants below which a commune with a care home is a small one.
const SMALL: u32 = 500;

/// Growth in % a year of the inhabitants at the start, the largest of small communes with somebody in a care home then.
pub fn largest_growth(life: &mut Life, row: &Row) -> Option<f64> {
    let state = life.to(0);
    let before = state.inhabitants();
    let mut in_care = vec![false; before.len()];
    for row in state.residents.order() {
        in_care[state.residents.commune[*row as usize] as usize] |= state.residents.secluded[*row as usize];
    }
    let years = f64::from(row.month) / 12.0;
    let after = life.to(row.month).inhabitants();
    let growth =
        |commune: usize| 100.0 * (f64::from(after[commune]) / f64::from(before[commune]) - 1.0) / years;
    let counts = |commune: &usize| in_care[*commune] && (1..SMALL).contains(&before[*commune]);
    (0..before.len()).filter(counts).map(growth).max_by(f64::total_cmp)
}

/// Adults below which a commune is a small one, and above which a large one.
const FEW: u32 = 80;
const MANY: u32 = 700;

/// Mean number of strong ties of adults outside care homes in small communes, less that in large ones.
pub fn small_less_large(life: &mut Life, row: &Row) -> Option<f64> {
    let state = life.to(row.month);
    let residents = &state.residents;
    let mut adults = vec![0; state.children.len()];
    for row in residents.order() {
        adults[residents.commune[*row as usize] as usize] += 1;
    }
    let mean = |is: &dyn Fn(u32) -> bool| {
        let there = |row: &&u32| {
            let at = **row as usize;
            !residents.secluded[at] && is(adults[residents.commune[at] as usize])
        };
        let counts: Vec<u32> =
            residents.order().iter().filter(there).map(|row| strong(state, *row)).collect();
        (!counts.is_empty()).then(|| f64::from(counts.iter().sum::<u32>()) / counts.len() as f64)
    };
    Some(mean(&|adults| adults < FEW)? - mean(&|adults| adults > MANY)?)
}

/// Hours of the encounters in the village and in associations of an adult in a month; each counts for both.
pub fn hours_of_contact(life: &mut Life, row: &Row) -> Option<f64> {
    let state = life.to(row.month);
    let mut units = 0;
    state.encounters.each(&state.residents, |met| {
        if met.channel == Channel::Village {
            units += u64::from(met.units);
        }
    });
    let adults = state.residents.len();
    (adults > 0).then(|| 2.0 * units as f64 / UNITS_PER_HOUR / adults as f64)
}
