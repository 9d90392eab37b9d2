//! How people enter and leave every room at once.

use super::{Fixed, State};
use crate::inputs::parameters::Key;
use crate::kernel::random::Draw;
use crate::rules::population::{Arrival, LifeEvents, birthdays};
use crate::state::enterprises::Start;
use crate::state::minds::Behaviour;
use crate::state::moment::Moment;
use crate::state::population::{Brought, Entrant, Group, Occupation, Origin, Row, lengthen};
use crate::state::ties::Survey;

impl State {
    /// Adds a resident to every room; returns the row.
    pub(super) fn enter(&mut self, moment: &Moment, entrant: &Entrant) -> Row {
        let row = self.residents.enter(entrant);
        self.make_rows();
        self.furnish(moment, row);
        self.seen.enter(row, entrant.skill);
        row
    }

    /// Makes the rows of every other room for a resident who stands in the columns of residents.
    pub(super) fn furnish(&mut self, moment: &Moment, row: Row) {
        let at = row as usize;
        let who = self.residents.address[at];
        let origin = self.residents.origin[at];
        let character = moment.source(Draw::Character);
        let [typed, which, cooperates, member] = character.draws(who, moment.month, 0);
        let [_, turnover, sector, _] = character.draws(who, moment.month, 1);
        self.users.enter(row);
        self.enterprises.enter(row);
        self.ties.enter(row, origin);
        self.works.enter(row);
        self.surveys[at] = Survey::default();
        self.association[at] = None;
        self.minds.enter(
            row,
            Behaviour::draw(moment.values, typed, which),
            moment.value(Key::BeliefStart),
            cooperates.bernoulli(moment.value(Key::CooperatorsStart)),
        );
        if self.residents.occupation[at] == Occupation::Entrepreneur {
            let start = Start::draw(moment.values, origin, turnover, sector);
            self.enterprises.open(moment.values, row, &start, 1.0);
        }
        if self.residents.secluded[at] {
            return;
        }
        let commune = self.residents.commune[at] as usize;
        self.communes.add(commune, row, who, &self.residents.address);
        let membership = match origin {
            Origin::Local => Key::AssociationLocals,
            Origin::Newcomer => Key::AssociationNewcomers,
        };
        let (first, end) = self.association_ranges[commune];
        if !member.bernoulli(moment.value(membership)) {
            return;
        }
        let facts = &self.association_facts;
        let of_the_commune = (first..end).map(|group| (group, facts[group as usize].0, 1.0));
        let joined = moment.source(Draw::AssociationJoined).race(who, moment.month, 0, of_the_commune);
        if let Some(group) = joined {
            self.association[at] = Some(Group::new(group));
            self.associations.add(group as usize, row, who, &self.residents.address);
        }
    }

    /// As many rows in every other room as residents have.
    pub(super) fn make_rows(&mut self) {
        let rows = self.residents.rows();
        self.minds.make_rows(rows);
        self.users.make_rows(rows);
        self.seen.make_rows(rows);
        self.enterprises.make_rows(rows);
        self.works.make_rows(rows);
        lengthen(&mut self.surveys, rows, Survey::default());
        lengthen(&mut self.association, rows, None);
    }

    /// Removes residents from every room.
    pub(super) fn leave(&mut self, leaving: &[Row]) {
        for row in leaving {
            let at = *row as usize;
            let who = self.residents.address[at];
            self.ties.leave(*row);
            self.users.quit(&mut self.places, *row);
            self.works.leave(*row);
            self.enterprises.close(*row);
            if !self.residents.secluded[at] {
                self.communes.remove(self.residents.commune[at] as usize, *row, who);
            }
            if let Some(group) = self.association[at].take() {
                self.associations.remove(group.position(), *row, who);
            }
        }
        self.enterprises.end_links();
        self.collaborations.leave(leaving);
        self.residents.leave(leaving);
    }

    /// Children grow a year older each January, but for the first month, which their ages describe; those who turn 18 enter.
    pub(super) fn grow_up(&mut self, fixed: &Fixed, moment: &Moment) {
        if moment.month == self.start {
            return;
        }
        for entrant in birthdays(moment, &fixed.codes, &mut self.children, &mut self.newborns) {
            self.enter(moment, &entrant);
        }
    }

    /// Someone arrives, with children and plans.
    pub(super) fn arrive(&mut self, moment: &Moment, arrival: &Arrival) {
        let entrant = &arrival.entrant;
        let row = self.enter(moment, entrant);
        for age in &arrival.ages[..arrival.children as usize] {
            self.children[entrant.commune as usize][*age as usize] += 1;
        }
        self.enterprises.planned.extend(arrival.planned.map(|month| (row, month)));
        let children = u32::from(arrival.children);
        self.flows.children_arrived += children;
        if entrant.secluded {
            self.flows.arrived_in_care += 1;
        } else {
            self.flows.arrived[entrant.origin as usize] += 1;
        }
        if entrant.brought != Brought::No {
            self.flows.brought[0] += 1;
            self.flows.brought[1] += children;
            self.totals.programme_entrepreneurs[0] += u32::from(entrant.brought == Brought::Entrepreneur);
            self.users.invited[row as usize] = moment.value(Key::InvitationMonths) as u8;
            if let Some((index, pack)) = self.acts.pack {
                self.acts.spent[index] += pack.times(u64::from(1 + children));
            }
        }
        if entrant.origin == Origin::Newcomer {
            self.cohort(row)[0] += 1;
        }
    }

    /// Counts deaths, births and departures.
    pub(super) fn count_exits(&mut self, moment: &Moment, events: &LifeEvents) {
        self.flows.births = events.births;
        self.flows.died = events.died.iter().map(|row| self.residents.address[*row as usize]).collect();
        for row in &events.died {
            self.count_exit(moment, *row, 2);
        }
        for (row, children) in &events.departed {
            self.flows.departed[self.residents.origin[*row as usize] as usize] += 1;
            self.flows.children_departed += children;
            self.count_exit(moment, *row, 1);
        }
    }

    /// Takes note of someone who goes: in the cohort of a recent newcomer (`column` 1 left, 2 died), and among users.
    fn count_exit(&mut self, moment: &Moment, row: Row, column: usize) {
        self.totals.waits.extend(self.users.wait(row, moment.month));
        let at = row as usize;
        let arrived = self.residents.arrived[at];
        let recent = arrived >= self.start && moment.month.since(arrived) < 60;
        if recent && self.residents.origin[at] == Origin::Newcomer {
            self.cohort(row)[column] += 1;
        }
    }

    /// Counts of the newcomers who arrived in the same month since the start.
    fn cohort(&mut self, row: Row) -> &mut [u32; 3] {
        let month = self.residents.arrived[row as usize].since(self.start) as usize;
        let cohorts = &mut self.totals.cohorts;
        if cohorts.len() <= month {
            cohorts.resize(month + 1, [0; 3]);
        }
        &mut cohorts[month]
    }
}
