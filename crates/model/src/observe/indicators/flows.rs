//! What happened in each month, kept so that indicators can sum over twelve of them.

use crate::inputs::scenario::{Funder, Instrument};
use crate::kernel::units::Cents;
use crate::rules::step::State;

/// Quantities of one month that are summed over time.
#[derive(Clone, Debug, Default)]
pub struct MonthFlows {
    /// Helps given, and occasions.
    pub helps: [u64; 2],
    /// Adults helped.
    pub helped: u64,
    /// Adults.
    pub adults: u64,
    /// Inhabitants.
    pub inhabitants: u64,
    /// Births, deaths.
    pub vital: [u64; 2],
    /// Arrivals, care homes and programme included; of them adult newcomers.
    pub arrivals: [u64; 2],
    /// Departures.
    pub departures: u64,
    /// Users present, by origin.
    pub users: [u64; 2],
    /// Users who left.
    pub leavers: u64,
    /// Hours in places, by origin.
    pub hours: [f64; 2],
    /// Hours in places times the newcomers' share of adults.
    pub hours_expected: f64,
    /// Basic incomes, substituted income, total income, income that left.
    pub income: [Cents; 7],
    /// Productive: sector, origin, anchored.
    pub productive: [Cents; 3],
    /// Growth of sales: within the territory, outside.
    pub growth: [Cents; 2],
    /// Public spending: by the councils, by other public bodies.
    pub spending: [Cents; 2],
    /// Pairs introduced.
    pub introduced: u64,
}

impl MonthFlows {
    /// The month that the state has just gone through.
    #[must_use]
    pub fn of(state: &State, programme: &[Instrument], adults: [u64; 2], children: u64) -> Self {
        let flows = &state.flows;
        let adults_total = adults[0] + adults[1];
        let newcomers = if adults_total > 0 { adults[1] as f64 / adults_total as f64 } else { 0.0 };
        let accounts = &state.accounts;
        let [productive, residential, public, social] = accounts.basic;
        let arrived: u32 = flows.arrived.iter().sum();
        Self {
            helps: [state.seen.total_helps, state.seen.total_occasions],
            helped: state.seen.helped_adults,
            adults: adults_total,
            inhabitants: adults_total + children,
            vital: [u64::from(flows.births), flows.died.len() as u64],
            arrivals: [
                u64::from(arrived + flows.arrived_in_care + flows.children_arrived),
                u64::from(flows.arrived[1]),
            ],
            departures: u64::from(flows.departed.iter().sum::<u32>() + flows.children_departed),
            users: flows.users.map(u64::from),
            leavers: flows.stays_ended.len() as u64,
            hours: flows.hours,
            hours_expected: (flows.hours[0] + flows.hours[1]) * newcomers,
            income: [
                productive,
                residential,
                public,
                social,
                accounts.substituted,
                accounts.total,
                accounts.leaked,
            ],
            productive: [
                accounts.productive.sector,
                accounts.productive.origin,
                accounts.productive.anchored,
            ],
            growth: state.enterprises.growth,
            spending: spending(state, programme),
            introduced: state.introduced.len() as u64,
        }
    }
}

/// Public spending of the month: what councils pay, what other public bodies pay.
fn spending(state: &State, programme: &[Instrument]) -> [Cents; 2] {
    let mut total = [Cents(0); 2];
    for (spent, instrument) in state.acts.spent.iter().zip(programme) {
        let (councils, others) = shares(instrument);
        total[0] += spent.part(councils);
        total[1] += spent.part(others);
    }
    total
}

/// Shares of an instrument that councils and other public bodies pay.
fn shares(instrument: &Instrument) -> (f64, f64) {
    let of = |funders: &[Funder]| {
        funders.iter().filter_map(|funder| instrument.funding.get(funder)).fold(0.0, |sum, share| sum + share)
    };
    (
        of(&[Funder::Council, Funder::Intercommunality]),
        of(&[Funder::Department, Funder::Region, Funder::State, Funder::Europe]),
    )
}
