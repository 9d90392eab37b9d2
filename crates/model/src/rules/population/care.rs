//! Who lives in care homes: as many as were counted, or, where no fact says it, where people move in and die.

use crate::inputs::parameters::{Key, Values};
use crate::inputs::territory::{Commune, Territory, allot, apportion};
use crate::kernel::order;

/// People aged 75 and more who live in a care home, by commune.
///
/// Where the column `in_care` is known, they are its numbers, rounded so that the territory keeps its total, at most those
/// aged 75 and more. Elsewhere the territory's number is a share of those aged 75 to 89 and one of those aged 90 and more. It is dealt in proportion
/// to the lesser of two excesses, where both are positive: deaths beyond the territory's median rate for those aged 75
/// and more, and apparent net migration. In the reference this finds Murat, Massiac, Allanche and Marcenat, whose
/// populations keep up by arrivals in care homes. Where no commune shows both, everybody aged 75 and more counts alike.
pub(super) fn residents(territory: &Territory, old: &[[u32; 2]], values: &Values) -> Vec<u32> {
    let caps: Vec<u32> = old.iter().map(|people| people[0] + people[1]).collect();
    if let Some(counted) = territory.known(|commune| commune.in_care) {
        return apportion(&counted).iter().zip(&caps).map(|(people, most)| *people.min(most)).collect();
    }
    let [all_old, all_oldest] =
        [0, 1].map(|class: usize| old.iter().map(|people| f64::from(people[class])).sum::<f64>());
    let total =
        (all_old * values[Key::CareHomeOld] + all_oldest * values[Key::CareHomeOldest]).round() as u32;
    let median = median_death_rate(&territory.communes);
    let excess = |commune: &Commune| {
        let deaths = commune.deaths - median * commune.aged_75_and_more();
        deaths.min(commune.net_migration).max(0.0)
    };
    let weights: Vec<f64> = territory.communes.iter().map(excess).collect();
    allot(total, &weights, &caps)
}

fn median_death_rate(communes: &[Commune]) -> f64 {
    let mut rates: Vec<f64> = communes
        .iter()
        .filter(|commune| commune.aged_75_and_more() > 0.0)
        .map(|commune| commune.deaths / commune.aged_75_and_more())
        .collect();
    order::by(&mut rates, f64::total_cmp);
    rates.get(rates.len() / 2).copied().unwrap_or(0.0)
}
