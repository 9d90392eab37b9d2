//! The observer: reads the state after each month and turns it into indicators.

use super::census::{Census, from_census, ratio};
use super::flows::MonthFlows;
use super::giving::kaplan_meier_median;
use super::groups::Groups;
use super::homophily::{homophily, inbreeding_homophily};
use super::{GroupValue, Indicator, Observation};
use crate::inputs::parameters::Key;
use crate::inputs::scenario::Instrument;
use crate::kernel::random::Who;
use crate::kernel::units::{Cents, Month};
use crate::rules::step::{Simulation, State};
use crate::state::works::{CommonWork, Order, Purpose, Stage};

/// What is remembered from month to month.
#[derive(Clone, Debug)]
pub struct Observer {
    months: Vec<Observation>,
    groups: Groups,
    flows: Vec<MonthFlows>,
    spent: [Cents; 2],
    first_work: Option<usize>,
    anchored_at_start: Option<f64>,
    endings: Vec<Ending>,
}

/// An instrument that ended, and the works that were in operation then.
#[derive(Clone, Debug)]
struct Ending {
    month: Month,
    works: Vec<Who>,
    survived: Option<usize>,
}

/// Months after the end of funding at which survivors are counted.
const AFTER_FUNDING: i32 = 24;

/// Values of one month, to be filled in.
struct Values(Vec<Option<f64>>);

impl Values {
    fn put(&mut self, indicator: Indicator, value: impl Into<Option<f64>>) {
        self.0[indicator as usize] = value.into();
    }

    fn count(&mut self, indicator: Indicator, value: u64) {
        self.put(indicator, value as f64);
    }
}

impl Observer {
    /// An observer of a world at its start.
    #[must_use]
    pub fn new(simulation: &Simulation) -> Self {
        Self {
            months: Vec::new(),
            groups: Groups::new(simulation),
            flows: Vec::new(),
            spent: [Cents(0); 2],
            first_work: None,
            anchored_at_start: None,
            endings: Vec::new(),
        }
    }

    /// Observes the month that was just simulated.
    pub fn observe(&mut self, simulation: &Simulation) {
        let state = simulation.state();
        let month = Month::from_index(simulation.month().index() - 1);
        let in_work = in_operating_work(state);
        let census = Census::of_all(state, month, &in_work);
        let children: u64 = state.children.iter().flatten().map(|count| u64::from(*count)).sum();
        let flows = MonthFlows::of(state, &simulation.scenario().programme, census.adults, children);
        for (total, spent) in self.spent.iter_mut().zip(flows.spending) {
            *total += spent;
        }
        self.flows.push(flows);
        let mut values = Values(vec![None; Indicator::COUNT]);
        from_census(&census, |indicator, value| values.put(indicator, value));
        self.cooperation(&mut values, simulation, &census);
        self.works(&mut values, simulation, month);
        self.passage(&mut values, state);
        Self::closure(&mut values, &census);
        self.economy(&mut values, state);
        self.population(&mut values, simulation, &census, children);
        self.money(&mut values);
        self.groups.year(simulation, month, &in_work);
        self.months.push(Observation { month, values: values.0 });
    }

    /// The months observed so far.
    #[must_use]
    pub fn months(&self) -> &[Observation] {
        &self.months
    }

    /// All that was observed.
    #[must_use]
    pub fn finish(self) -> (Vec<Observation>, Vec<GroupValue>) {
        (self.months, self.groups.finish())
    }

    /// The last twelve months; `None` before there are as many.
    fn year(&self) -> Option<&[MonthFlows]> {
        self.flows.len().checked_sub(12).map(|from| &self.flows[from..])
    }

    /// The last twelve months, or as many as there are.
    fn recent(&self) -> &[MonthFlows] {
        &self.flows[self.flows.len().saturating_sub(12)..]
    }

    fn flow(&self, of: impl Fn(&MonthFlows) -> f64) -> Option<f64> {
        self.year().map(|year| year.iter().map(of).sum())
    }

    /// Sums over the last twelve months divided; `None` when there is nothing to divide by.
    fn mean(&self, part: impl Fn(&MonthFlows) -> f64, whole: impl Fn(&MonthFlows) -> f64) -> Option<f64> {
        let recent = self.recent();
        let whole: f64 = recent.iter().map(whole).sum();
        (whole > 0.0).then(|| recent.iter().map(part).sum::<f64>() / whole)
    }

    fn cooperation(&self, values: &mut Values, simulation: &Simulation, census: &Census) {
        let state = simulation.state();
        values.put(
            Indicator::HelpGiven,
            self.mean(|flows| flows.helps[0] as f64, |flows| flows.helps[1] as f64),
        );
        values.put(
            Indicator::AdultsHelped,
            self.mean(|flows| flows.helped as f64, |flows| flows.adults as f64),
        );
        let going_on = state.collaborations.going_on.len() as u64;
        values.count(Indicator::CollaborationsActive, going_on);
        let introduced: u64 = self.recent().iter().map(|flows| flows.introduced).sum();
        let pairs = census.network().ties() + introduced;
        values.put(Indicator::CollaborationsPerPair, ratio(1000 * going_on, pairs));
        let mut waits = state.totals.waits.clone();
        let now = simulation.month();
        for row in state.residents.order() {
            waits.extend(state.users.wait(*row, now));
        }
        values.put(Indicator::MonthsToGiving, kaplan_meier_median(&mut waits));
    }

    fn works(&mut self, values: &mut Values, simulation: &Simulation, month: Month) {
        let state = simulation.state();
        let totals = &state.totals;
        let operating: Vec<&CommonWork> =
            state.works.list.iter().filter(|work| work.stage == Stage::Operating).collect();
        let count =
            |is: &dyn Fn(&CommonWork) -> bool| operating.iter().filter(|work| is(work)).count() as u64;
        let sum = |by_order: &[u32; 4]| by_order.iter().map(|count| u64::from(*count)).sum::<u64>();
        values.count(Indicator::WorksStarted, sum(&totals.ideas));
        let committed = sum(&totals.committed);
        values.count(Indicator::WorksCommitted, committed);
        let decided = sum(&totals.ideas) - u64::from(totals.ideas[Order::GivenTool as usize]);
        values.put(Indicator::WorksConversion, ratio(committed, decided));
        values.count(Indicator::WorksOperating, operating.len() as u64);
        values.count(Indicator::WorksEnded, u64::from(totals.ended));
        values.count(Indicator::WorksGivenTool, u64::from(totals.given_tools));
        for (indicator, order) in [
            (Indicator::WorksToolFirst, Order::ToolFirst),
            (Indicator::WorksCommitmentFirst, Order::CommitmentFirst),
            (Indicator::WorksScaled, Order::Scaled),
        ] {
            values.count(indicator, count(&|work| work.order == order));
        }
        for (indicator, purpose) in [
            (Indicator::WorksMutualService, Purpose::MutualService),
            (Indicator::WorksProductiveVenture, Purpose::ProductiveVenture),
            (Indicator::WorksCulturalCommons, Purpose::CulturalCommons),
        ] {
            values.count(indicator, count(&|work| work.purpose == purpose));
        }
        values.count(Indicator::WorksWithCouncil, count(&|work| work.with_council));
        let least = simulation.scenario().values[Key::MixedShare];
        let mixed = count(&|work| work.is_mixed(&state.residents, least));
        values.put(Indicator::WorksMixed, ratio(mixed, operating.len() as u64));
        values.put(Indicator::MixedWork, f64::from(u8::from(mixed > 0)));
        if !operating.is_empty() {
            self.first_work.get_or_insert(self.flows.len());
        }
        values.put(Indicator::MonthsToFirstWork, self.first_work.map(|months| months as f64));
        self.after_funding(values, simulation, month, &operating);
    }

    fn after_funding(
        &mut self,
        values: &mut Values,
        simulation: &Simulation,
        month: Month,
        operating: &[&CommonWork],
    ) {
        let programme = &simulation.scenario().programme;
        let goes_on = |ended: &Instrument| {
            programme.iter().any(|next| {
                next.from.since(month) == 1 && next.kind == ended.kind && next.place == ended.place
            })
        };
        if programme.iter().any(|instrument| instrument.until == Some(month) && !goes_on(instrument)) {
            let works = operating.iter().map(|work| work.who).collect();
            self.endings.push(Ending { month, works, survived: None });
        }
        for ending in &mut self.endings {
            if month.since(ending.month) == AFTER_FUNDING {
                let alive = |who: &&Who| operating.iter().any(|work| work.who == **who);
                ending.survived = Some(ending.works.iter().filter(alive).count());
            }
        }
        let old = || {
            self.endings
                .iter()
                .filter_map(|ending| Some((ending.survived? as u64, ending.works.len() as u64)))
        };
        let survived: u64 = old().map(|(survived, _)| survived).sum();
        let all: u64 = old().map(|(_, works)| works).sum();
        values.put(Indicator::WorksAfterFunding, ratio(survived, all));
    }

    fn passage(&self, values: &mut Values, state: &State) {
        let (months, stays) = state.totals.stays;
        values.put(Indicator::StayOfLeavers, (stays > 0).then(|| months as f64 / f64::from(stays)));
        values.put(
            Indicator::ExpectedStay,
            self.mean(|flows| (flows.users[0] + flows.users[1]) as f64, |flows| flows.leavers as f64),
        );
        let [came, used] = state.totals.programme_entrepreneurs.map(u64::from);
        values.put(Indicator::EntrepreneursEverUsing, ratio(used, came));
        let hours = |flows: &MonthFlows| flows.hours[0] + flows.hours[1];
        let users = |flows: &MonthFlows| (flows.users[0] + flows.users[1]) as f64;
        values.put(Indicator::UserHours, self.mean(hours, users));
        values.put(Indicator::AttendanceHours, self.mean(|flows| flows.hours[1], hours));
        values.put(Indicator::AttendanceUsers, self.mean(|flows| flows.users[1] as f64, users));
        values.put(Indicator::AttendanceGap, self.mean(|flows| flows.hours[1] - flows.hours_expected, hours));
    }

    fn closure(values: &mut Values, census: &Census) {
        let network = census.network();
        let newcomers = census.sociable_newcomers_share();
        let among_users = ratio(census.users[1], census.users[0] + census.users[1]).unwrap_or(0.0);
        values.put(Indicator::AttendeesNewcomersIh, inbreeding_homophily(census.fellow_ends[1], among_users));
        values.put(
            Indicator::AttendeesLocalsIh,
            inbreeding_homophily(census.fellow_ends[0], 1.0 - among_users),
        );
        values.put(Indicator::NewcomersSameOrigin, homophily(census.ends[1]));
        values.put(Indicator::LocalsSameOrigin, homophily(census.ends[0]));
        values.put(Indicator::NewcomersIh, inbreeding_homophily(census.ends[1], newcomers));
        values.put(Indicator::LocalsIh, inbreeding_homophily(census.ends[0], 1.0 - newcomers));
        values.put(Indicator::EiIndex, network.external_internal());
        values.put(Indicator::EiPermutationMean, network.external_internal_mean());
        values.put(Indicator::EiZ, network.external_z());
        let assortativity = network.assortativity();
        values.put(Indicator::Assortativity, assortativity);
        let moments = network.assortativity_moments();
        values.put(Indicator::AssortativityZ, assortativity.and_then(|value| moments?.z(value)));
    }

    fn economy(&mut self, values: &mut Values, state: &State) {
        let alive = [Indicator::EnterprisesAlive3Years, Indicator::EnterprisesAlive5Years];
        for (horizon, indicator) in alive.into_iter().enumerate() {
            values.put(indicator, state.totals.enterprises.alive(horizon, self.flows.len()));
        }
        let income = [
            Indicator::IncomeProductive,
            Indicator::IncomeResidential,
            Indicator::IncomePublic,
            Indicator::IncomeSocial,
            Indicator::IncomeSubstituted,
            Indicator::IncomeTotal,
        ];
        for (at, indicator) in income.into_iter().enumerate() {
            values.put(indicator, self.flow(|flows| flows.income[at].eur()));
        }
        values
            .put(Indicator::Leakage, self.mean(|flows| flows.income[6].eur(), |flows| flows.income[5].eur()));
        let productive =
            [Indicator::ProductiveSector, Indicator::ProductiveOrigin, Indicator::ProductiveAnchored];
        for (at, indicator) in productive.into_iter().enumerate() {
            values.put(indicator, self.flow(|flows| flows.productive[at].eur()));
        }
        let jobs = &state.accounts.jobs;
        let thousandths = |count: u64| count as f64 / 1000.0;
        let anchored = thousandths(jobs.anchored);
        values.put(Indicator::ProductiveSectorJobs, thousandths(jobs.sector));
        values.put(Indicator::ProductiveOriginJobs, thousandths(jobs.origin));
        values.put(Indicator::ProductiveAnchoredJobs, anchored);
        values.put(Indicator::PresentialPrivateJobs, thousandths(jobs.by_sphere[1]));
        values.put(Indicator::PublicJobs, thousandths(jobs.by_sphere[2]));
        values.put(Indicator::TotalJobs, thousandths(jobs.by_sphere.iter().sum()));
        let growth = |flows: &MonthFlows| flows.growth[0].eur() + flows.growth[1].eur();
        values.put(Indicator::LocalGrowth, self.mean(|flows| flows.growth[0].eur(), growth));
        let gained = anchored - *self.anchored_at_start.get_or_insert(anchored);
        let spent = (self.spent[0] + self.spent[1]).eur();
        values.put(Indicator::CostPerAnchoredJob, (gained > 0.0).then(|| spent / gained));
    }

    fn population(&self, values: &mut Values, simulation: &Simulation, census: &Census, children: u64) {
        let state = simulation.state();
        values.count(Indicator::Inhabitants, census.total() + children);
        values.count(Indicator::Children, children);
        values.put(Indicator::Births, self.flow(|flows| flows.vital[0] as f64));
        values.put(Indicator::Deaths, self.flow(|flows| flows.vital[1] as f64));
        values.put(Indicator::Arrivals, self.flow(|flows| flows.arrivals[0] as f64));
        values.put(Indicator::ArrivalsNewcomers, self.flow(|flows| flows.arrivals[1] as f64));
        values.put(Indicator::Departures, self.flow(|flows| flows.departures as f64));
        let inhabitants = |flows: &MonthFlows| flows.inhabitants as f64 / 1200.0;
        let balance = |of: &dyn Fn(&MonthFlows) -> f64| self.year().and_then(|_| self.mean(of, inhabitants));
        values
            .put(Indicator::NaturalBalance, balance(&|flows| flows.vital[0] as f64 - flows.vital[1] as f64));
        values.put(
            Indicator::NetMigration,
            balance(&|flows| flows.arrivals[0] as f64 - flows.departures as f64),
        );
        values.put(Indicator::NewcomersRetained, state.totals.retained(self.flows.len()));
        values.count(Indicator::ProgrammeArrivals, u64::from(state.totals.brought));
    }

    fn money(&self, values: &mut Values) {
        let both = |spent: &[Cents; 2]| (spent[0] + spent[1]).eur();
        values.put(Indicator::Spending, self.flow(|flows| both(&flows.spending)));
        values.put(Indicator::SpendingCouncil, self.flow(|flows| flows.spending[0].eur()));
        values.put(Indicator::SpendingOthers, self.flow(|flows| flows.spending[1].eur()));
        values.put(Indicator::SpendingCumulated, both(&self.spent));
        values.put(Indicator::SpendingCouncilCumulated, self.spent[0].eur());
        values.put(Indicator::SpendingOthersCumulated, self.spent[1].eur());
        let each = self
            .year()
            .and_then(|_| self.mean(|flows| both(&flows.spending), |flows| flows.inhabitants as f64 / 12.0));
        values.put(Indicator::SpendingPerInhabitant, each);
    }
}

/// Whether each resident, by row, is in the team of a work in operation.
fn in_operating_work(state: &State) -> Vec<bool> {
    let mut in_work = vec![false; state.residents.rows()];
    for work in state.works.list.iter().filter(|work| work.stage == Stage::Operating) {
        for row in &work.team {
            in_work[*row as usize] = true;
        }
    }
    in_work
}
