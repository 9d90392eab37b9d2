//! Changes of occupation: first jobs, losses, finds, retirement; proximity jobs follow the population.

use crate::inputs::parameters::{Key, Values};
use crate::kernel::order;
use crate::kernel::parallel;
use crate::kernel::portable::{exp, ln};
use crate::kernel::random::{Draw, Who};
use crate::kernel::units::{Month, monthly_probability};
use crate::state::enterprises::Enterprises;
use crate::state::moment::Moment;
use crate::state::population::{Occupation, Residents, Row};

/// Jobs in services to residents that the population of the communes calls for.
///
/// For one inhabitant they grow with the size of the commune, as `size^b` (Lenormand, Huet, Deffuant 2012: fewer in small
/// communes); the level is that of the start.
#[derive(Clone, Copy, Debug)]
pub struct ProximityJobs {
    per_weight: f64,
}

impl ProximityJobs {
    /// Calibrated so that these inhabitants by commune call for this many jobs.
    #[must_use]
    pub fn new(values: &Values, inhabitants: &[u32], jobs: u32) -> Self {
        let weight = Self::weight(values, inhabitants);
        Self { per_weight: if weight > 0.0 { f64::from(jobs) / weight } else { 0.0 } }
    }

    /// Jobs that these inhabitants by commune call for.
    #[must_use]
    pub fn called_for(&self, values: &Values, inhabitants: &[u32]) -> f64 {
        self.per_weight * Self::weight(values, inhabitants)
    }

    fn weight(values: &Values, inhabitants: &[u32]) -> f64 {
        let exponent = 1.0 + values[Key::ProximityExponent];
        inhabitants.iter().filter(|n| **n > 0).map(|n| exp(exponent * ln(f64::from(*n)))).sum()
    }
}

/// One month of occupations. `hiring` holds the weights of a new job: productive, residential, public.
pub fn month(
    moment: &Moment,
    residents: &mut Residents,
    enterprises: &mut Enterprises,
    hiring: [f64; 3],
    called_for: f64,
) {
    const HIRED: [Occupation; 3] =
        [Occupation::ProductiveEmployee, Occupation::ResidentialEmployee, Occupation::PublicEmployee];
    let source = moment.source(Draw::JobChange);
    let new_job = moment.source(Draw::NewJob);
    let retirement = moment.value(Key::RetirementAge) as u32;
    let succession = moment.value(Key::FarmSuccession);
    let first_job = moment.value(Key::FirstJobAge) as u32;
    let present = count(residents, Occupation::ResidentialEmployee);
    let tension = if present > 0 { called_for / f64::from(present) } else { 1.0 };
    let losing = moment.value(Key::JobLoss);
    let loses = monthly_probability(losing);
    let loses_residential = monthly_probability(losing / tension.max(0.01));
    let finds = monthly_probability(moment.value(Key::JobFound));
    let mut chances = [0.0; Occupation::ALL.len()];
    for (occupation, chance) in [
        (Occupation::ProductiveEmployee, loses),
        (Occupation::ResidentialEmployee, loses_residential),
        (Occupation::PublicEmployee, loses),
        (Occupation::RemoteEmployee, loses),
        (Occupation::Unemployed, finds),
    ] {
        chances[occupation as usize] = chance;
    }
    let chance = |now: Occupation| chances[now as usize];
    let weights = [hiring[0], hiring[1] * tension, hiring[2]];
    let now_of = &*residents;
    let changes = parallel::chunks(now_of.order(), |rows| {
        let mut changes = Vec::new();
        let active = |at: usize| now_of.occupation[at] != Occupation::Retired;
        now_of.each_drawn(source, moment.month, 0, rows, active, |row, [draw, ..]| {
            let at = row as usize;
            let (now, who) = (now_of.occupation[at], now_of.address[at]);
            let age = now_of.age(row, moment.month);
            let leaves_or_finds = draw.value() < chance(now);
            // Combined without a branch each: nothing changes for most, whom one comparison sets aside.
            let reasons = [leaves_or_finds, age + 2 >= retirement, age == first_job].map(u8::from);
            if reasons == [0; 3] {
                return;
            }
            if age + 2 >= retirement && age >= retirement_age(moment, who, retirement) {
                changes.push((row, Occupation::Retired));
                return;
            }
            let starting = now == Occupation::Inactive
                && age == first_job
                && moment.month.since(now_of.birth[at]) % 12 == 0;
            let next = match now {
                Occupation::Inactive if starting => Occupation::Unemployed,
                Occupation::Unemployed if leaves_or_finds => {
                    HIRED[new_job.draw(who, moment.month, 0).choose(&weights)]
                }
                Occupation::ProductiveEmployee
                | Occupation::ResidentialEmployee
                | Occupation::PublicEmployee
                | Occupation::RemoteEmployee
                    if leaves_or_finds =>
                {
                    Occupation::Unemployed
                }
                _ => return,
            };
            changes.push((row, next));
        });
        changes
    });
    let mut farms = 0.0;
    for (row, next) in changes.into_iter().flatten() {
        let now = std::mem::replace(&mut residents.occupation[row as usize], next);
        if next == Occupation::Retired {
            enterprises.close(row);
            enterprises.planned.remove(&row);
            farms += if now == Occupation::Farmer { succession } else { 0.0 };
        }
    }
    take_over_farms(moment, residents, farms);
}

/// A resident's own age of retirement: within two years of the mean, by the address.
fn retirement_age(moment: &Moment, who: Who, mean: u32) -> u32 {
    let draw = moment.source(Draw::RetirementAge).draw(who, Month::FIRST, 0);
    mean - 2 + draw.index(5)
}

/// Unemployed residents under 50 take over the farms that are left this month, the lowest draws first.
fn take_over_farms(moment: &Moment, residents: &mut Residents, farms: f64) {
    let fraction = moment.source(Draw::FarmsLeft).draw(Who::TERRITORY, moment.month, 0);
    let farms = (farms + fraction.value()) as usize;
    if farms == 0 {
        return;
    }
    let may = |row: &Row| {
        residents.occupation[*row as usize] == Occupation::Unemployed
            && residents.age(*row, moment.month) < 50
    };
    let mut candidates: Vec<Row> = residents.order().iter().copied().filter(may).collect();
    let rank = moment.source(Draw::FarmTakenOver);
    order::by_key(&mut candidates, |row| {
        let who = residents.address[*row as usize];
        (rank.draw(who, moment.month, 0), who)
    });
    for row in candidates.into_iter().take(farms) {
        residents.occupation[row as usize] = Occupation::Farmer;
    }
}

/// Residents with this occupation.
#[must_use]
pub fn count(residents: &Residents, occupation: Occupation) -> u32 {
    residents.order().iter().filter(|row| residents.occupation[**row as usize] == occupation).count() as u32
}
