//! One number that moves when anything in the state of a world moves.

use super::{Flows, State, Totals};
use crate::kernel::order;
use crate::kernel::random::{Fnv, Who};
use crate::kernel::units::{Cents, Month};
use crate::state::accounts::{Accounts, Jobs, Productive};
use crate::state::collaborations::Collaboration;
use crate::state::enterprises::{Cohort, Enterprise, Exemption};
use crate::state::places::{FacilitatedHours, NOWHERE, Past, SharedPlace};
use crate::state::population::{Row, Slots};
use crate::state::seen::Sight;
use crate::state::ties::Survey;
use crate::state::works::{CommonWork, Works};

impl State {
    /// A digest of residents with their ties, enterprises, minds and places, of places, works, collaborations and accounts,
    /// and of all that was counted: two states with the same digest go on alike.
    ///
    /// People, places and works are taken by ascending address and named by it, never by the row or the position at which
    /// they are stored. What a month makes anew before it reads it (encounters, payoffs, acts) is left out. No measure is
    /// part of it, so that one more leaves it as it is.
    #[must_use]
    pub fn digest(&self) -> u64 {
        // Every column by name, so that a new one does not compile until it is here.
        let Self {
            residents,
            start,
            children,
            newborns,
            second_homes,
            users: _,
            minds: _,
            seen,
            payoffs: _,
            enterprises,
            ties: _,
            surveys: _,
            association: _,
            communes,
            associations,
            association_facts,
            association_ranges: _,
            places,
            works,
            collaborations,
            encounters: _,
            introduced: _,
            acts: _,
            funded,
            accounts,
            flows,
            totals,
        } = self;
        let mut sum = Sum::default();
        sum.month(*start);
        let mut ties = Vec::new();
        for row in residents.order() {
            self.add_resident(&mut sum, *row, &mut ties);
        }
        sum.counts(children.iter().flatten().chain(newborns).copied());
        sum.word(u64::from(*second_homes));
        sum.counts([seen.total_occasions, seen.helped_adults, seen.total_helps]);
        sum.counts(enterprises.started);
        sum.word(u64::from(enterprises.ended));
        // In whatever order they ended.
        let mut closed: Vec<u64> = enterprises.closed.iter().copied().map(of_month).collect();
        order::by_key(&mut closed, |month| *month);
        sum.counts(closed);
        sum.amounts(enterprises.growth);
        for (parties, link) in enterprises.links.iter() {
            for who in parties {
                sum.who(*who);
            }
            sum.real(link.share);
        }
        for slots in [communes, associations] {
            self.add_slots(&mut sum, slots);
        }
        for (who, commune) in association_facts {
            sum.who(*who);
            sum.word(u64::from(*commune));
        }
        for place in places {
            self.add_place(&mut sum, place);
        }
        self.add_works(&mut sum, works);
        for Collaboration { pair, who, since } in by_address(&collaborations.going_on, |job| job.who) {
            sum.who(*who);
            self.add_people(&mut sum, pair);
            sum.month(*since);
        }
        sum.counts([collaborations.started, collaborations.started_cross]);
        sum.yes(*funded);
        sum.accounts(accounts);
        self.add_flows(&mut sum, flows);
        sum.totals(totals);
        sum.0.finish()
    }

    fn who(&self, row: Row) -> Who {
        self.residents.address[row as usize]
    }

    fn add_resident(&self, sum: &mut Sum, row: Row, ties: &mut Vec<(Who, u16)>) {
        let at = row as usize;
        let (residents, minds, users) = (&self.residents, &self.minds, &self.users);
        sum.who(residents.address[at]);
        sum.word(residents.origin[at] as u64);
        sum.month(residents.birth[at]);
        sum.month(residents.arrived[at]);
        sum.word(u64::from(residents.commune[at]));
        sum.word(residents.occupation[at] as u64);
        sum.yes(residents.secluded[at]);
        sum.word(residents.brought[at] as u64);

        sum.word(minds.behaviour[at] as u64);
        sum.real(minds.belief[at]);
        sum.yes(minds.cooperator[at]);
        sum.reals([minds.know_how[at], minds.helped_across[at]]);
        sum.real(self.seen.skill(row));
        let Sight { predicted, learnt, occasions, helped } = self.seen.of(row);
        sum.reals([predicted, learnt]);
        sum.counts([occasions, helped]);

        let place = users.place[at];
        sum.perhaps((place != NOWHERE).then(|| self.places[place as usize - 1].who.bits()));
        sum.counts([users.days[at], users.invited[at], users.rung[at] as u8]);
        sum.yes(users.ever[at]);
        sum.real(users.fit[at]);
        let Past { since, first_use, first_giving } = users.past(row);
        for month in [since, first_use, first_giving] {
            sum.perhaps(month.map(of_month));
        }

        sum.enterprise(self.enterprises.of(row));
        sum.yes(self.enterprises.non_presential[at]);
        sum.perhaps(self.enterprises.planned.get(&row).copied().map(of_month));
        let exemption = self.enterprises.exemptions.get(&row);
        sum.yes(exemption.is_some());
        // Which instrument is a position in a file, and no part of the world.
        if let Some(Exemption { until, instrument: _, each }) = exemption {
            sum.month(*until);
            sum.cents(*each);
        }

        ties.clear();
        ties.extend(self.ties.of(row).map(|(other, stock)| (self.who(other), stock)));
        order::by_key(ties, |tie| *tie);
        sum.word(ties.len() as u64);
        for (other, stock) in ties {
            sum.who(*other);
            sum.word(u64::from(*stock));
        }
        sum.survey(self.surveys[at]);
        let group = self.association[at].map(|group| self.association_facts[group.position()].0.bits());
        sum.perhaps(group);
        sum.word(u64::from(self.works.of_resident[at]));
    }

    /// Who can be met in which order of slots.
    fn add_slots(&self, sum: &mut Sum, slots: &Slots) {
        for group in 0..slots.groups() {
            sum.word(u64::from(slots.members(group)));
            slots.of(group).for_each(|row| sum.who(self.who(row)));
        }
    }

    fn add_place(&self, sum: &mut Sum, place: &SharedPlace) {
        let SharedPlace {
            name: _,
            who,
            commune,
            minutes: _,
            open,
            capacity,
            fee_eur_per_day,
            convivial,
            opening_days,
            co_governance,
            made_by_work,
            desks,
            fablab,
            public_service,
            trains,
            facilitation: FacilitatedHours { common, introductions, outreach, convening, cross_origin },
            users,
            last_users,
            refused,
        } = place;
        sum.who(*who);
        sum.word(u64::from(*commune));
        sum.counts([*open, *made_by_work, *desks, *fablab, *public_service]);
        sum.counts(*trains);
        sum.counts([*capacity, *refused, last_users[0], last_users[1]]);
        sum.reals([*fee_eur_per_day, *convivial, *opening_days, *co_governance]);
        sum.reals([*common, *introductions, *outreach, *convening, *cross_origin]);
        self.add_people(sum, users);
    }

    fn add_works(&self, sum: &mut Sum, works: &Works) {
        let Works {
            list,
            of_resident: _,
            ideas,
            committed,
            ended,
            given_tools,
            new_places,
            grants,
            fund_left,
        } = works;
        for work in by_address(list, |work| work.who) {
            self.add_work(sum, work);
        }
        sum.counts(*ideas);
        sum.counts(*committed);
        sum.counts([*ended, *given_tools]);
        for (who, commune) in new_places {
            sum.who(*who);
            sum.word(u64::from(*commune));
        }
        sum.amounts(*grants);
        sum.cents(*fund_left);
    }

    fn add_work(&self, sum: &mut Sum, work: &CommonWork) {
        let CommonWork {
            who,
            starter,
            order,
            purpose,
            team,
            needed,
            asked,
            with_council,
            cost_borne,
            commune,
            committed,
            operating_since,
            stage,
            contributing,
            own_place,
        } = work;
        sum.who(*who);
        sum.counts([*starter as u64, *order as u64, *purpose as u64, *stage as u64]);
        // In the order of joining, which is a fact about the work.
        self.add_people(sum, team);
        sum.counts([*needed, *asked, u32::from(*commune)]);
        sum.counts([*with_council, *own_place]);
        sum.reals([*cost_borne, *contributing]);
        sum.month(*committed);
        sum.perhaps(operating_since.map(of_month));
    }

    fn add_people(&self, sum: &mut Sum, rows: &[Row]) {
        sum.word(rows.len() as u64);
        for row in rows {
            sum.who(self.who(*row));
        }
    }

    fn add_flows(&self, sum: &mut Sum, flows: &Flows) {
        let Flows {
            births,
            died,
            arrived,
            arrived_in_care,
            children_arrived,
            brought,
            departed,
            children_departed,
            users,
            hours,
            stays_ended,
        } = flows;
        sum.counts([*births, *arrived_in_care, *children_arrived, *children_departed]);
        sum.counts([arrived, brought, departed, users].into_iter().flatten().copied());
        sum.reals(*hours);
        for who in died {
            sum.who(*who);
        }
        for (row, months) in stays_ended {
            sum.who(self.who(*row));
            sum.word(*months as u64);
        }
    }
}

/// The things of a list by ascending address.
fn by_address<T>(list: &[T], who: impl Fn(&T) -> Who) -> Vec<&T> {
    let mut all: Vec<&T> = list.iter().collect();
    order::by_key(&mut all, |one| who(one));
    all
}

fn of_month(month: Month) -> u64 {
    u64::from(month.index())
}

/// A digest in the making.
#[derive(Default)]
struct Sum(Fnv);

impl Sum {
    fn word(&mut self, word: u64) {
        self.0.add(word);
    }

    fn counts(&mut self, counts: impl IntoIterator<Item = impl Into<u64>>) {
        counts.into_iter().for_each(|count| self.word(count.into()));
    }

    fn real(&mut self, value: f64) {
        self.word(value.to_bits());
    }

    fn reals(&mut self, values: impl IntoIterator<Item = f64>) {
        values.into_iter().for_each(|value| self.real(value));
    }

    fn yes(&mut self, yes: bool) {
        self.word(u64::from(yes));
    }

    fn who(&mut self, who: Who) {
        self.word(who.bits());
    }

    fn month(&mut self, month: Month) {
        self.word(of_month(month));
    }

    fn cents(&mut self, amount: Cents) {
        self.word(amount.0 as u64);
    }

    fn amounts(&mut self, amounts: impl IntoIterator<Item = Cents>) {
        amounts.into_iter().for_each(|amount| self.cents(amount));
    }

    /// Nothing has a word of its own before anything else.
    fn perhaps(&mut self, word: Option<u64>) {
        self.yes(word.is_some());
        if let Some(word) = word {
            self.word(word);
        }
    }

    fn enterprise(&mut self, of: Enterprise) {
        let Enterprise {
            sold_locally,
            sold_outside,
            supplied,
            bought,
            base_linkage,
            linked,
            followed,
            since,
        } = of;
        self.amounts([sold_locally, sold_outside, supplied, bought]);
        self.reals([base_linkage, linked, followed]);
        self.perhaps(since.map(of_month));
    }

    fn survey(&mut self, survey: Survey) {
        let Survey { casual, casual_cross, strong, strong_cross, known_users, fellow_friends, fellow_cross } =
            survey;
        self.counts([casual, casual_cross, strong, strong_cross, known_users, fellow_friends, fellow_cross]);
    }

    fn accounts(&mut self, accounts: &Accounts) {
        let Accounts { basic, substituted, total, leaked, productive, jobs } = accounts;
        let Productive { sector, origin, anchored } = productive;
        self.amounts(*basic);
        self.amounts([*substituted, *total, *leaked, *sector, *origin, *anchored]);
        let Jobs { sector, origin, anchored, by_sphere } = jobs;
        self.counts([*sector, *origin, *anchored]);
        self.counts(*by_sphere);
    }

    fn totals(&mut self, totals: &Totals) {
        let Totals {
            brought,
            stays: (months, stays),
            committed,
            ideas,
            ended,
            given_tools,
            spent,
            cohorts,
            enterprises,
            programme_entrepreneurs,
            waits,
        } = totals;
        self.counts([*brought, *stays, *ended, *given_tools]);
        self.word(*months as u64);
        self.counts(committed.iter().chain(ideas).copied());
        // All instruments together: their order is that of a file.
        self.cents(spent.iter().copied().sum());
        self.counts(cohorts.iter().flatten().chain(programme_entrepreneurs).copied());
        for Cohort { started, ended } in enterprises.all() {
            self.counts([*started, ended[0], ended[1]]);
        }
        for (months, came) in waits {
            self.word(u64::from(*months));
            self.yes(*came);
        }
    }
}
