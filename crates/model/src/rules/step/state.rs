//! The state of a simulation: every column of every room, and what happened in the month.

use crate::inputs::parameters::Key;
use crate::inputs::territory::Travel;
use crate::kernel::random::{CommuneCode, Who};
use crate::kernel::units::{Cents, Month};
use crate::programme::Acts;
use crate::rules::cooperation::HelpRule;
use crate::rules::economy::ProximityJobs;
use crate::rules::population::{LifeTable, Pools};
use crate::rules::ties::{Fading, MeetingLaw, Neighbourhood, Preference, Village};
use crate::state::accounts::Accounts;
use crate::state::collaborations::Collaborations;
use crate::state::enterprises::{Cohorts, Enterprises};
use crate::state::minds::Minds;
use crate::state::moment::Moment;
use crate::state::places::{SharedPlace, Users};
use crate::state::population::{Brought, Children, Group, Residents, Row, Slots};
use crate::state::seen::Seen;
use crate::state::ties::{Encounters, Survey, Ties};
use crate::state::works::Works;

/// What is tabulated once for a world and does not change.
#[derive(Clone, Debug)]
pub struct Fixed {
    /// Chances of death.
    pub life_table: LifeTable,
    /// Fading of ties.
    pub fading: Fading,
    /// Whom the residents of each commune meet elsewhere.
    pub neighbourhood: Neighbourhood,
    /// By which law pairs meet again.
    pub meeting: MeetingLaw,
    /// With whom people take up.
    pub preference: Preference,
    /// Candidates to arrive.
    pub pools: Pools,
    /// Jobs that the population calls for.
    pub proximity: ProximityJobs,
    /// Weights of a new job: productive, residential, public.
    pub hiring: [f64; 3],
    /// Codes of the communes.
    pub codes: Vec<CommuneCode>,
    /// Minutes between communes.
    pub travel: Travel,
}

/// Everything that changes.
#[derive(Clone, Debug)]
pub struct State {
    /// Adults.
    pub residents: Residents,
    /// First month of the simulation.
    pub start: Month,
    /// Children by commune and year of age.
    pub children: Vec<Children>,
    /// Of them, those born since the last January, by commune.
    pub newborns: Vec<u32>,
    /// Second homes of the territory.
    pub second_homes: u32,
    /// What residents are to places, by row.
    pub users: Users,
    /// What residents think and can, by row.
    pub minds: Minds,
    /// What residents saw since they last updated their belief, by row.
    pub seen: Seen,
    /// Payoffs of the donation game, by row; empty under the first rule.
    pub payoffs: Vec<f64>,
    /// Enterprises, by row.
    pub enterprises: Enterprises,
    /// Ties.
    pub ties: Ties,
    /// Counts over ties at the end of last month, by row.
    pub surveys: Vec<Survey>,
    /// Association of which a resident is member, by row.
    pub association: Vec<Option<Group>>,
    /// Residents who can be met, by commune.
    pub communes: Slots,
    /// Members of associations.
    pub associations: Slots,
    /// Address and commune of each association.
    pub association_facts: Vec<(Who, u16)>,
    /// First association of each commune, and one past the last.
    pub association_ranges: Vec<(u32, u32)>,
    /// Shared places and circles, in the order of their addresses.
    pub places: Vec<SharedPlace>,
    /// Common works.
    pub works: Works,
    /// Collaborations.
    pub collaborations: Collaborations,
    /// This month's encounters.
    pub encounters: Encounters,
    /// Pairs introduced this month.
    pub introduced: Vec<(Row, Row)>,
    /// What the programme does this month.
    pub acts: Acts,
    /// Whether the fund for mixed works was in force last month.
    pub funded: bool,
    /// This month's regional accounts.
    pub accounts: Accounts,
    /// What happened this month.
    pub flows: Flows,
    /// What happened since the start.
    pub totals: Totals,
}

/// What happened in a month.
#[derive(Clone, Debug, Default)]
pub struct Flows {
    /// Births.
    pub births: u32,
    /// Who died.
    pub died: Vec<Who>,
    /// Adults who arrived: locals, newcomers (care homes apart).
    pub arrived: [u32; 2],
    /// People who entered a care home from outside.
    pub arrived_in_care: u32,
    /// Children who arrived.
    pub children_arrived: u32,
    /// Persons whom the programme brought: adults, children.
    pub brought: [u32; 2],
    /// Adults who left: locals, newcomers.
    pub departed: [u32; 2],
    /// Children who left.
    pub children_departed: u32,
    /// Users present in a place, by origin.
    pub users: [u32; 2],
    /// Hours spent in places, by origin.
    pub hours: [f64; 2],
    /// Stays in a place that ended: the row, and months.
    pub stays_ended: Vec<(Row, i32)>,
}

/// What happened since the start of the simulation.
#[derive(Clone, Debug, Default)]
pub struct Totals {
    /// Persons brought by the programme.
    pub brought: u32,
    /// Months of all stays that ended, and their number.
    pub stays: (i64, u32),
    /// Works committed by order.
    pub committed: [u32; 4],
    /// Ideas by order.
    pub ideas: [u32; 4],
    /// Works ended.
    pub ended: u32,
    /// Tools given without commitment.
    pub given_tools: u32,
    /// Spent by each instrument of the scenario.
    pub spent: Vec<Cents>,
    /// Newcomers by month of arrival since the start: arrived, left and died within five years.
    pub cohorts: Vec<[u32; 3]>,
    /// Enterprises by month of their start: started, ended within three years and within five.
    pub enterprises: Cohorts,
    /// Entrepreneurs brought by the programme, and those of them who ever used a place.
    pub programme_entrepreneurs: [u32; 2],
    /// Of users who have left the territory: months from first use to first giving, and whether it came.
    pub waits: Vec<(u32, bool)>,
}

impl Totals {
    /// Of the newcomers who arrived 60 to 71 months ago, the share still here after 60; the dead are left out. `months`
    /// were simulated; `None` before 72, or when none arrived.
    #[must_use]
    pub fn retained(&self, months: usize) -> Option<f64> {
        let from = months.checked_sub(72)?;
        let (mut arrived, mut left) = (0, 0);
        for [came, gone, dead] in self.cohorts.iter().skip(from).take(12) {
            arrived += came - dead;
            left += gone;
        }
        (arrived > 0).then(|| f64::from(arrived - left) / f64::from(arrived))
    }
}

impl State {
    /// Inhabitants by commune: adults and children.
    #[must_use]
    pub fn inhabitants(&self) -> Vec<u32> {
        let mut count: Vec<u32> = self.children.iter().map(|ages| ages.iter().sum()).collect();
        for row in self.residents.order() {
            count[self.residents.commune[*row as usize] as usize] += 1;
        }
        count
    }

    /// What contact reads of this state.
    pub(super) fn village<'a>(&'a self, fixed: &'a Fixed) -> Village<'a> {
        Village {
            residents: &self.residents,
            ties: &self.ties,
            communes: &self.communes,
            associations: &self.associations,
            association: &self.association,
            neighbourhood: &fixed.neighbourhood,
            preference: &fixed.preference,
            helped_across: &self.minds.helped_across,
            since: None,
        }
    }

    /// Probability with which the resident of a row helps someone of whom one only knows what one believes of anyone.
    pub(super) fn willingness(minds: &Minds, moment: &Moment) -> impl Fn(usize) -> f64 + Sync {
        let imitation = moment.value(Key::Rule) == 1.0;
        let rule = HelpRule::new(moment.values);
        move |at| {
            if imitation {
                f64::from(u8::from(minds.cooperator[at]))
            } else {
                rule.probability(minds.behaviour[at], minds.belief[at])
            }
        }
    }

    /// Charges this month's grants to the instruments that give them.
    pub(super) fn pay_grants(&mut self) {
        for (pot, grantor) in self.acts.grantors.into_iter().enumerate() {
            if let Some(index) = grantor {
                self.acts.spent[index] += self.works.grants[pot];
            }
        }
    }

    /// Charges the tax not levied on enterprises that are exempt, also after the exemption has ceased for new ones.
    pub(super) fn exempt(&mut self, moment: &Moment) {
        for (row, exemption) in &self.enterprises.exemptions {
            let alive = self.enterprises.of(*row).turnover() > Cents(0);
            if alive && exemption.until > moment.month {
                self.acts.spent[exemption.instrument] += exemption.each;
            }
        }
    }

    /// Counts users and hours of presence of this month, before anyone leaves.
    pub(super) fn count_attendance(&mut self, moment: &Moment) {
        let day = moment.value(Key::DayHours);
        for row in self.places.iter().filter(|place| place.open).flat_map(|place| &place.users) {
            let at = *row as usize;
            let origin = self.residents.origin[at] as usize;
            self.flows.users[origin] += 1;
            self.flows.hours[origin] += f64::from(self.users.days[at]) * day;
            let first = self.users.past(*row).first_use == Some(moment.month);
            if first && self.residents.brought[at] == Brought::Entrepreneur {
                self.totals.programme_entrepreneurs[1] += 1;
            }
        }
    }

    /// Adds the month to the totals and takes note of who used the places.
    pub(super) fn close(&mut self, month: Month) {
        for place in &mut self.places {
            let mut users = [0; 2];
            for row in &place.users {
                users[self.residents.origin[*row as usize] as usize] += 1;
            }
            place.last_users = users;
        }
        let totals = &mut self.totals;
        totals.brought += self.flows.brought.iter().sum::<u32>();
        for (_, months) in &self.flows.stays_ended {
            totals.stays.0 += i64::from(*months);
            totals.stays.1 += 1;
        }
        for order in 0..4 {
            totals.committed[order] += self.works.committed[order];
            totals.ideas[order] += self.works.ideas[order];
        }
        totals.ended += self.works.ended;
        totals.given_tools += self.works.given_tools;
        totals.spent.resize(self.acts.spent.len(), Cents(0));
        for (total, spent) in totals.spent.iter_mut().zip(&self.acts.spent) {
            *total += *spent;
        }
        let started = self.enterprises.started.iter().sum();
        totals.enterprises.month(self.start, month, started, &self.enterprises.closed);
        self.enterprises.closed.clear();
    }
}
