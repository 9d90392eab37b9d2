//! What predictions are about: indicators by their id, and names of their own.

mod anchored;
mod communes;
mod drift;
mod explained;
mod lasting;
mod newcomers;
mod observed;
mod pairing;

pub use explained::EXPLAINED;
pub use observed::Observed;

use super::rows::Row;
use super::side::Side;
use crate::common::life::Life;
use crate::common::{Estimate, differences, worlds};
use hameau_model::observe::indicators::Indicator;

/// What is read of a world at the month of a row.
type Read = Box<dyn Fn(&mut Life, &Row) -> Option<f64> + Sync>;

/// How a name is measured.
enum How {
    /// From what is observed month by month.
    Observed(observed::Of),
    /// By looking into a world.
    World(Read),
    /// By comparing the same world of both scenarios.
    Both(fn(&mut Life, &mut Life, u32) -> Option<f64>),
    /// By the noise of differences.
    Gain(pairing::Gauge),
    /// What is left of an effect.
    Left,
}

/// How the measure of this name is taken; `None` of a name that nothing bears.
fn how(name: &str) -> Option<How> {
    let read = |read: fn(&mut Life, &Row) -> Option<f64>| Some(How::World(Box::new(read)));
    match name {
        "arrivals_per_thousand" => Some(How::Observed(observed::per_thousand(Indicator::Arrivals))),
        "departures_per_thousand" => Some(How::Observed(observed::per_thousand(Indicator::Departures))),
        "largest_growth_of_a_small_commune_with_a_care_home" => read(communes::largest_growth),
        "drift_of_ties" => read(drift::of_ties),
        "drift_of_strong_ties" => read(drift::of_strong_ties),
        "change_of_newcomers_index_since_the_first_month" => read(drift::of_index),
        "strong_ties_of_stayers_gone_a_year_later" => read(lasting::strong_gone),
        "bridges_of_stayers_gone_a_year_later" => read(lasting::bridges_gone),
        "strong_ties_in_small_communes_less_large_ones" => read(communes::small_less_large),
        "hours_of_contact_of_an_adult_in_a_month" => read(communes::hours_of_contact),
        "share_of_residents_whose_ties_differ" => Some(How::Both(pairing::share_that_differs)),
        "ties_of_introduced_pairs_alive_two_years_after" => read(lasting::introduced_alive),
        "share_of_the_anchored_effect_left_five_years_after_the_meetings" => Some(How::Left),
        _ => with_a_word(name).or_else(|| also_called(name).map(|of| How::Observed(observed::indicator(of)))),
    }
}

/// The indicator of an id, or of a shorter name that predictions give it.
fn also_called(name: &str) -> Option<Indicator> {
    match name {
        "inhabitants" => Some(Indicator::Inhabitants),
        "natural_balance" => Some(Indicator::NaturalBalance),
        "net_migration" => Some(Indicator::NetMigration),
        "cross_origin_strong_ties_per_local" => Some(Indicator::StrongAcross),
        "adults_without_a_strong_tie" => Some(Indicator::Isolated),
        id => Indicator::from_id(id),
    }
}

/// The measures whose names hold a number or another name.
fn with_a_word(name: &str) -> Option<How> {
    let between = |before: &str, after: &str| -> Option<u32> {
        name.strip_prefix(before)?.strip_suffix(after)?.parse().ok()
    };
    if let Some(months) = between("strong_ties_of_newcomers_after_", "_months") {
        return Some(How::World(Box::new(move |life, row| newcomers::strong_after(life, row.month, months))));
    }
    if let Some(months) = between("strong_ties_left_after_", "_months_leaving_included") {
        return Some(How::World(Box::new(move |life, row| lasting::strong_left(life, row.month, months))));
    }
    pairing::gauge(name.strip_prefix("gain_of_pairing:")?).map(How::Gain)
}

/// What is found of a row in so many worlds: nothing where it is undefined in all worlds but one. `Err` says why these rules
/// cannot tell.
pub fn measure(row: &Row, count: u32, observed: &mut Observed) -> Result<Option<Estimate>, String> {
    let how = how(&row.measure).ok_or_else(|| format!("nothing is called `{}`", row.measure))?;
    let with = Side::named(&row.scenario, &row.set)?;
    let against = match &row.against {
        Some(name) => Some(Side::named(name, &row.set_against)?),
        None => None,
    };
    let both = || against.as_ref().ok_or_else(|| format!("`{}` compares two scenarios", row.measure));
    match how {
        How::Observed(of) => observed.estimate(row, (&with, against.as_ref()), count, &of),
        How::World(read) => {
            let values = |side: &Side| worlds(count, |world| read(&mut side.life(world), row));
            let values = match &against {
                Some(against) => differences(&values(&with), &values(against)),
                None => values(&with).into_iter().flatten().collect(),
            };
            Ok(Estimate::of_mean(&values))
        }
        How::Both(compare) => {
            let against = both()?;
            let read = |world| compare(&mut with.life(world), &mut against.life(world), row.month);
            Ok(Estimate::of_mean(&worlds(count, read).into_iter().flatten().collect::<Vec<f64>>()))
        }
        How::Gain(gauge) => {
            let against = both()?;
            let read = |world| {
                [&with, against].map(|side| {
                    let mut life = side.life(world);
                    life.to(row.month);
                    gauge(&life)
                })
            };
            Ok(pairing::gain(&worlds(count, read)))
        }
        How::Left => anchored::left(row, count),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_explained_and_measured() {
        for (name, _) in EXPLAINED {
            let one = name.replace("_N_", "_24_").replace(":X", ":users");
            assert!(how(&one).is_some(), "{name}");
        }
        assert!(how("total_jobs").is_some());
        assert!(how("strong_ties_of_newcomers_after_some_months").is_none());
    }
}
