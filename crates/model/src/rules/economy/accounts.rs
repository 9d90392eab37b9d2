//! The regional accounts of a month, in integer cents, conserved exactly.

use crate::inputs::parameters::{Key, Values};
use crate::kernel::units::Cents;
use crate::rules::works::venture_sales;
use crate::state::accounts::Accounts;
use crate::state::enterprises::Enterprises;
use crate::state::moment::Moment;
use crate::state::population::{Occupation, Residents};
use crate::state::works::Works;

/// What a first income becomes, basic or kept by buying here: `Y = (B + V)/(1 - s)` by rounds of spending in whole cents.
///
/// Of each round the share `s` is spent again in the territory, rounded down; the rest leaves. Returns the income of all
/// rounds, of the first three (LM3: over the first), and what left.
#[must_use]
pub fn circulate(first: Cents, share: f64) -> [Cents; 3] {
    let (mut total, mut three, mut leaked) = (Cents(0), Cents(0), Cents(0));
    let mut round = first;
    let mut number = 0;
    while round > Cents(0) {
        total += round;
        if number < 3 {
            three += round;
        }
        let again = round.part(share);
        leaked += round - again;
        round = again;
        number += 1;
    }
    [total, three, leaked]
}

fn monthly(eur_per_year: f64) -> Cents {
    Cents::from_eur(eur_per_year / 12.0)
}

fn thousandths(jobs: u64, share: f64) -> u64 {
    (jobs as f64 * 1000.0 * share) as u64
}

/// Closes the accounts of a month.
#[must_use]
pub fn close_month(
    moment: &Moment,
    residents: &Residents,
    enterprises: &Enterprises,
    works: &Works,
    second_homes: u32,
    children: u32,
) -> Accounts {
    let values = moment.values;
    let mut accounts = Accounts::default();
    let mut counts = [0_u64; 9];
    let mut hires = [0_u64; 2];
    for row in residents.order() {
        let occupation = residents.occupation[*row as usize];
        counts[occupation as usize] += 1;
        if occupation == Occupation::Entrepreneur {
            hires[usize::from(!enterprises.non_presential[*row as usize])] +=
                u64::from(enterprises.of(*row).own_jobs(values)) - 1;
            accounts.add_enterprise(values, enterprises, *row);
        }
    }
    accounts.add_employers(values, &counts, hires);
    for work in &works.list {
        let sales = venture_sales(values, residents, work).over(12);
        accounts.add_anchored_sales(values, sales);
    }
    accounts.add_transfers(values, &counts, second_homes, children);
    let basic: Cents = accounts.basic.iter().copied().sum();
    let [total, _, leaked] = circulate(basic + accounts.substituted, values[Key::LocalSpending]);
    accounts.total = total;
    accounts.leaked = leaked;
    accounts
}

impl Accounts {
    fn add_enterprise(&mut self, values: &Values, enterprises: &Enterprises, row: u32) {
        let enterprise = enterprises.of(row);
        let added = values[Key::ValueAdded] / 12.0;
        let outside = enterprise.sold_outside.part(added);
        let local = enterprise.sold_locally.part(added);
        let supplied = enterprise.supplied.part(added);
        let anchored = outside.part(enterprise.linkage());
        // What was bought outside before brings income that would have left. The jobs come with it: they take nobody from
        // whom residents hire already, and who holds them (unemployed, a commuter, somebody from outside) is not followed.
        self.substituted += supplied;
        self.basic[0] += outside;
        self.productive.origin += outside;
        self.productive.anchored += anchored;
        let own = u64::from(enterprise.own_jobs(values));
        let outside_share = enterprise.outside_share();
        self.jobs.origin += thousandths(own, outside_share);
        self.jobs.anchored += thousandths(own, outside_share * enterprise.linkage());
        let jobs = 1000 * (own + u64::from(enterprise.supplied_jobs(values)));
        if enterprises.non_presential[row as usize] {
            self.productive.sector += outside + local + supplied;
            self.jobs.sector += jobs;
            self.jobs.by_sphere[0] += jobs;
        } else {
            self.jobs.by_sphere[1] += jobs;
        }
    }

    /// Farms and employers: residents who work here and are paid here. `hires` are the employees of the enterprises already
    /// counted, productive and presential: no job counts twice.
    fn add_employers(&mut self, values: &Values, counts: &[u64; 9], hires: [u64; 2]) {
        let stay = 1.0 - values[Key::CommuterShare];
        let here = |occupation: Occupation| thousandths(counts[occupation as usize], stay);
        let farmers = counts[Occupation::Farmer as usize];
        let employees = here(Occupation::ProductiveEmployee);
        let added = monthly(values[Key::FarmIncome]).times(farmers)
            + monthly(values[Key::ProductiveWage]).times(employees).over(1000);
        self.productive.sector += added;
        self.add_anchored_value(values, added);
        let jobs = farmers * 1000 + employees.saturating_sub(hires[0] * 1000);
        let outside = values[Key::ProductiveOutside];
        self.jobs.sector += jobs;
        self.jobs.origin += (jobs as f64 * outside) as u64;
        self.jobs.anchored += (jobs as f64 * outside * values[Key::ProductiveLinkage]) as u64;
        self.jobs.by_sphere[0] += jobs;
        self.jobs.by_sphere[1] += here(Occupation::ResidentialEmployee).saturating_sub(hires[1] * 1000);
        self.jobs.by_sphere[2] += here(Occupation::PublicEmployee);
    }

    fn add_anchored_sales(&mut self, values: &Values, sales: Cents) {
        let added = sales.part(values[Key::ValueAdded]);
        self.productive.sector += added;
        self.add_anchored_value(values, added);
    }

    fn add_anchored_value(&mut self, values: &Values, added: Cents) {
        let outside = added.part(values[Key::ProductiveOutside]);
        self.basic[0] += outside;
        self.productive.origin += outside;
        self.productive.anchored += outside.part(values[Key::ProductiveLinkage]);
    }

    /// Residential, public and social bases.
    fn add_transfers(&mut self, values: &Values, counts: &[u64; 9], second_homes: u32, children: u32) {
        let of = |occupation: Occupation| counts[occupation as usize];
        let employees = of(Occupation::ProductiveEmployee)
            + of(Occupation::ResidentialEmployee)
            + of(Occupation::PublicEmployee);
        let commuters = thousandths(employees, values[Key::CommuterShare]);
        let public = thousandths(of(Occupation::PublicEmployee), 1.0 - values[Key::CommuterShare]);
        let inhabitants: u64 = counts.iter().sum::<u64>() + u64::from(children);
        self.basic[1] = monthly(values[Key::Pension]).times(of(Occupation::Retired))
            + monthly(values[Key::RemoteWage]).times(of(Occupation::RemoteEmployee))
            + monthly(values[Key::SecondHome]).times(u64::from(second_homes))
            + monthly(values[Key::CommuterWage]).times(commuters).over(1000);
        self.basic[2] = monthly(values[Key::PublicWage]).times(public).over(1000);
        self.basic[3] = monthly(values[Key::UnemployedBenefit]).times(of(Occupation::Unemployed))
            + monthly(values[Key::InactiveBenefit]).times(of(Occupation::Inactive))
            + monthly(values[Key::ChildBenefit]).times(u64::from(children))
            + monthly(values[Key::HealthTransfer]).times(inhabitants);
    }
}
