//! Occupations: how many of each in every commune, then who.
//!
//! Counts come from the census where it has them, and are whole numbers that keep the territory's total:
//! - active and unemployed residents aged 15 to 64, all taken to be adults, at most the adults under 65: a cap that no
//!   commune of the reference reaches at the defaults;
//! - the self-employed: jobs less salaried jobs, at the workplace and taken to live where they work, at most the employed;
//! - farmers: a share of the territory's self-employed, dealt by area, since land makes farms, at most the self-employed
//!   of the commune; the other self-employed are entrepreneurs;
//! - remote employees: a share of the territory's employees, dealt in proportion to them;
//! - public, productive and residential employees: shares of the territory's other employees, tilted in each commune by
//!   its own establishments (public and health; farming and industry; construction, trade and services) against the
//!   territory's mix, shrunk towards it because people commute.
//!
//! Who: each step takes the first of a race (`selection`) among those left, in the order of this list.

use super::selection::first_in;
use crate::inputs::parameters::{Key, Values};
use crate::inputs::territory::{Commune, Territory, allot, apportion, apportion_table};
use crate::kernel::random::Uniform;
use crate::state::population::Occupation;

/// Counts of one commune.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counts {
    pub(super) active: u32,
    pub(super) unemployed: u32,
    farmers: u32,
    entrepreneurs: u32,
    remote: u32,
    public: u32,
    productive: u32,
}

/// Counts of every commune; `workable` are its adults under 65, whom the active cannot exceed.
pub(super) fn counts(territory: &Territory, workable: &[u32], values: &Values) -> Vec<Counts> {
    let facts = |fact: fn(&Commune) -> f64| territory.communes.iter().map(fact).collect::<Vec<f64>>();
    let at_most = |counts: Vec<u32>, most: &[u32]| -> Vec<u32> {
        counts.iter().zip(most).map(|(count, most)| *count.min(most)).collect()
    };
    let less = |from: &[u32], away: &[u32]| -> Vec<u32> {
        from.iter().zip(away).map(|(from, away)| from - away).collect()
    };
    let real = |counts: &[u32]| counts.iter().map(|count| f64::from(*count)).collect::<Vec<f64>>();
    let share_of = |counts: &[u32], share: f64| (real(counts).iter().sum::<f64>() * share).round() as u32;

    let active = at_most(apportion(&facts(|commune| commune.active_15_64)), workable);
    let unemployed = at_most(apportion(&facts(|commune| commune.unemployed_15_64)), &active);
    let employed = less(&active, &unemployed);
    let own_account = at_most(apportion(&facts(|commune| commune.self_employed_jobs().max(0.0))), &employed);
    let employees = less(&employed, &own_account);
    let areas = facts(|commune| commune.area_km2);
    let farmers = allot(share_of(&own_account, values[Key::FarmerShare]), &areas, &own_account);
    let remote = allot(share_of(&employees, values[Key::RemoteShare]), &real(&employees), &employees);
    let others = less(&employees, &remote);
    let kinds = kinds(territory, &others, values);
    (0..active.len())
        .map(|at| Counts {
            active: active[at],
            unemployed: unemployed[at],
            farmers: farmers[at],
            entrepreneurs: own_account[at] - farmers[at],
            remote: remote[at],
            public: kinds[at][0],
            productive: kinds[at][1],
        })
        .collect()
}

/// Public, productive and residential employees among the `others` of each commune: tilted, then fitted to the
/// territory's shares by turns of rows and columns (iterative proportional fitting, Deming, Stephan 1940), then rounded.
fn kinds(territory: &Territory, others: &[u32], values: &Values) -> Vec<[u32; 3]> {
    const TURNS: u32 = 50;
    let (public, productive) = (values[Key::PublicShare], values[Key::ProductiveEmployees]);
    let shares = [public, productive, (1.0 - public - productive).max(0.0)];
    let in_reach = values[Key::WorkplaceSmoothing];
    let tilts = [
        tilts(territory, |commune| commune.establishments[4], in_reach),
        tilts(territory, |commune| commune.establishments[0] + commune.establishments[1], in_reach),
        tilts(territory, |commune| commune.establishments[2] + commune.establishments[3], in_reach),
    ];
    let rows: Vec<f64> = others.iter().map(|others| f64::from(*others)).collect();
    let total: f64 = rows.iter().sum();
    let mut cells: Vec<[f64; 3]> = (0..rows.len())
        .map(|at| std::array::from_fn(|kind| rows[at] * shares[kind] * tilts[kind][at]))
        .collect();
    let scale = |wanted: f64, sum: f64| if sum > 0.0 { wanted / sum } else { 0.0 };
    for _ in 0..TURNS {
        for kind in 0..shares.len() {
            let factor = scale(total * shares[kind], cells.iter().map(|cells| cells[kind]).sum());
            for cells in &mut cells {
                cells[kind] *= factor;
            }
        }
        for (cells, row) in cells.iter_mut().zip(&rows) {
            let factor = scale(*row, cells.iter().sum());
            *cells = cells.map(|cell| cell * factor);
        }
    }
    apportion_table(&cells, others)
}

/// How many times the territory's share of a sector each commune has, shrunk towards once (a location quotient).
fn tilts(territory: &Territory, sector: fn(&Commune) -> f64, shared: f64) -> Vec<f64> {
    let all = |commune: &Commune| commune.establishments.iter().sum::<f64>();
    let total = territory.total(all);
    let share = if total > 0.0 { territory.total(sector) / total } else { 0.0 };
    territory
        .communes
        .iter()
        .map(|commune| {
            let own = (sector(commune) + shared * share) / (all(commune) + shared);
            if share > 0.0 { own / share } else { 1.0 }
        })
        .collect()
}

/// What a race for an occupation knows of a candidate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// Completed years of age.
    pub(super) age_years: u32,
    /// Whether they are a newcomer.
    pub(super) newcomer: bool,
    /// Their draws: active, unemployed, farmer, entrepreneur, remote, public, productive, one to spare.
    pub(super) draws: [Uniform; 8],
}

/// The occupations of a commune's adults.
pub(super) fn occupations(adults: &[Candidate], counts: Counts, values: &Values) -> Vec<Occupation> {
    let mut occupations: Vec<Occupation> = adults
        .iter()
        .map(|adult| if adult.age_years < 60 { Occupation::Inactive } else { Occupation::Retired })
        .collect();
    let of_age: Vec<u32> =
        (0..adults.len() as u32).filter(|at| adults[*at as usize].age_years < 65).collect();
    let by_age = |at: u32| {
        let adult = &adults[at as usize];
        let weight = match adult.age_years {
            ..25 => values[Key::ActivityYoung],
            25..55 => 1.0,
            55..60 => values[Key::ActivityFifties],
            60.. => values[Key::ActivitySixties],
        };
        adult.draws[0].arrival(weight)
    };
    let (mut left, _) = first_in(&of_age, counts.active, by_age);
    let steps = [
        (Occupation::Unemployed, counts.unemployed, 1.0),
        (Occupation::Farmer, counts.farmers, values[Key::NewcomerFarmer]),
        (Occupation::Entrepreneur, counts.entrepreneurs, values[Key::NewcomerEntrepreneur]),
        (Occupation::RemoteEmployee, counts.remote, values[Key::NewcomerRemote]),
        (Occupation::PublicEmployee, counts.public, 1.0),
        (Occupation::ProductiveEmployee, counts.productive, 1.0),
    ];
    for (step, (occupation, count, newcomer_weight)) in steps.into_iter().enumerate() {
        let (chosen, others) = first_in(&left, count, |at| {
            let adult = &adults[at as usize];
            adult.draws[step + 1].arrival(if adult.newcomer { newcomer_weight } else { 1.0 })
        });
        for at in chosen {
            occupations[at as usize] = occupation;
        }
        left = others;
    }
    for at in left {
        occupations[at as usize] = Occupation::ResidentialEmployee;
    }
    occupations
}
