//! Counts over residents: of the whole territory, of a commune, of an origin, of a cohort.

use super::Indicator;
use super::homophily::{Ends, Network};
use crate::kernel::parallel;
use crate::kernel::units::Month;
use crate::rules::step::State;
use crate::state::places::{NOWHERE, Rung};
use crate::state::population::{Occupation, Origin, Row};

/// Counts from which every indicator about a set of residents follows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Census {
    /// Adults by origin: locals, newcomers.
    pub adults: [u64; 2],
    /// Of them, those who do not live in a care home, among whom ties are counted.
    pub sociable: [u64; 2],
    /// Adults of 18 to 39, 40 to 64, 65 and more.
    pub ages: [u64; 3],
    /// Adults by rung of the ladder of engagement.
    pub rungs: [u64; 5],
    /// Users of a place by origin.
    pub users: [u64; 2],
    /// Users who never gave.
    pub only_taking: u64,
    /// Adults outside care homes without a strong tie, by origin.
    pub isolated: [u64; 2],
    /// Ends of ties of casual friends or better, by origin.
    pub ends: [Ends; 2],
    /// The same among users of the same place.
    pub fellow_ends: [Ends; 2],
    /// Sum of the squares of the numbers of such ties.
    pub squared_degrees: u64,
    /// Ends of strong ties.
    pub strong: u64,
    /// Strong ties of locals with newcomers.
    pub strong_cross_of_locals: u64,
    /// Adults in the team of an operating work.
    pub in_work: u64,
    /// Enterprises by origin of their owner.
    pub enterprises: [u64; 2],
    /// Sum over enterprises of the share sold outside, by origin.
    pub outside_share: [f64; 2],
    /// Sum over enterprises of local linkage.
    pub linkage: f64,
    /// Enterprises that sell more outside than in the territory.
    pub selling_outside: u64,
}

impl Census {
    /// Counts everybody.
    #[must_use]
    pub fn of_all(state: &State, month: Month, in_operating_work: &[bool]) -> Self {
        let people = parallel::chunks(state.residents.order(), |rows| {
            let mut census = Self::default();
            for row in rows {
                census.count_person(state, *row, month, in_operating_work[*row as usize]);
            }
            census
        });
        let mut all = Self::default();
        for census in &people {
            all.add_people(census);
        }
        // Sums of numbers that are not whole depend on their order.
        for row in state.residents.order() {
            all.count_enterprise(state, *row);
        }
        all
    }

    /// Counts one resident.
    pub fn count(&mut self, state: &State, row: Row, month: Month, in_operating_work: bool) {
        self.count_person(state, row, month, in_operating_work);
        self.count_enterprise(state, row);
    }

    /// Adds counts of people; those of enterprises are left alone.
    fn add_people(&mut self, other: &Self) {
        let pairs = |ours: &mut [u64], theirs: &[u64]| {
            ours.iter_mut().zip(theirs).for_each(|(ours, theirs)| *ours += theirs);
        };
        pairs(&mut self.adults, &other.adults);
        pairs(&mut self.sociable, &other.sociable);
        pairs(&mut self.ages, &other.ages);
        pairs(&mut self.rungs, &other.rungs);
        pairs(&mut self.users, &other.users);
        pairs(&mut self.isolated, &other.isolated);
        for (ours, theirs) in [(&mut self.ends, other.ends), (&mut self.fellow_ends, other.fellow_ends)] {
            for (ours, theirs) in ours.iter_mut().zip(theirs) {
                ours.same += theirs.same;
                ours.cross += theirs.cross;
            }
        }
        self.only_taking += other.only_taking;
        self.squared_degrees += other.squared_degrees;
        self.strong += other.strong;
        self.strong_cross_of_locals += other.strong_cross_of_locals;
        self.in_work += other.in_work;
    }

    #[inline]
    fn count_person(&mut self, state: &State, row: Row, month: Month, in_operating_work: bool) {
        let at = row as usize;
        let residents = &state.residents;
        let origin = residents.origin[at];
        let of = origin as usize;
        let survey = &state.surveys[at];
        // What is true by chance is added and not asked for: a processor cannot foresee it.
        let count = u64::from;
        self.adults[of] += 1;
        let age = residents.age(row, month);
        self.ages[usize::from(age >= 40) + usize::from(age >= 65)] += 1;
        self.rungs[state.users.rung[at] as usize] += 1;
        let uses = state.users.place[at] != NOWHERE;
        self.users[of] += count(uses);
        if uses {
            self.only_taking += count(state.users.past(row).first_giving.is_none());
        }
        let sociable = !residents.secluded[at];
        self.sociable[of] += count(sociable);
        self.isolated[of] += count(sociable) * count(survey.strong == 0);
        add(&mut self.ends[of], survey.casual, survey.casual_cross);
        add(&mut self.fellow_ends[of], survey.fellow_friends, survey.fellow_cross);
        self.squared_degrees += u64::from(survey.casual) * u64::from(survey.casual);
        self.strong += u64::from(survey.strong);
        self.strong_cross_of_locals += u64::from(survey.strong_cross) * count(origin == Origin::Local);
        self.in_work += count(in_operating_work);
    }

    /// Counts the enterprise of one resident, if there is one.
    fn count_enterprise(&mut self, state: &State, row: Row) {
        let (residents, enterprises) = (&state.residents, &state.enterprises);
        if residents.occupation[row as usize] != Occupation::Entrepreneur {
            return;
        }
        let of = residents.origin[row as usize] as usize;
        let enterprise = enterprises.of(row);
        let share = enterprise.outside_share();
        self.enterprises[of] += 1;
        self.outside_share[of] += share;
        self.linkage += enterprise.linkage();
        self.selling_outside += u64::from(share > 0.5);
    }

    /// Adults of both origins.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.adults[0] + self.adults[1]
    }

    /// Newcomers among adults, w.
    #[must_use]
    pub fn newcomers_share(&self) -> Option<f64> {
        ratio(self.adults[1], self.total())
    }

    /// Newcomers among the adults who can have ties.
    #[must_use]
    pub fn sociable_newcomers_share(&self) -> f64 {
        ratio(self.sociable[1], self.sociable[0] + self.sociable[1]).unwrap_or(0.0)
    }

    /// The network of ties of casual friends or better.
    #[must_use]
    pub fn network(&self) -> Network {
        Network { people: self.sociable, ends: self.ends, squared_degrees: self.squared_degrees }
    }

    /// Adults on this rung.
    #[must_use]
    pub fn on(&self, rung: Rung) -> u64 {
        self.rungs[rung as usize]
    }
}

fn add(ends: &mut Ends, all: u8, cross: u8) {
    ends.same += u64::from(all - cross);
    ends.cross += u64::from(cross);
}

/// A share; `None` of nothing.
#[must_use]
pub fn ratio(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// Every indicator that follows from counts over a set of residents; the same for the territory and for a group.
pub(super) fn from_census(census: &Census, mut put: impl FnMut(Indicator, Option<f64>)) {
    let mut count = |indicator: Indicator, value: u64| put(indicator, Some(value as f64));
    count(Indicator::RungOutsiders, census.on(Rung::Outsider));
    count(Indicator::RungUsers, census.on(Rung::User));
    count(Indicator::RungMembers, census.on(Rung::Member));
    count(Indicator::RungContributors, census.on(Rung::Contributor));
    count(Indicator::RungCoDeciders, census.on(Rung::CoDecider));
    let users = census.users[0] + census.users[1];
    count(Indicator::ActiveUsers, users);
    count(Indicator::EnterprisesLocals, census.enterprises[0]);
    count(Indicator::EnterprisesNewcomers, census.enterprises[1]);
    count(Indicator::EnterprisesOutward, census.selling_outside);
    count(Indicator::Adults, census.total());
    count(Indicator::Newcomers, census.adults[1]);
    count(Indicator::Locals, census.adults[0]);
    count(Indicator::Adults18To39, census.ages[0]);
    count(Indicator::Adults40To64, census.ages[1]);
    count(Indicator::Adults65Plus, census.ages[2]);
    let adults = census.total();
    put(Indicator::UsersOnlyTaking, ratio(census.only_taking, users));
    put(Indicator::AdultsInWork, ratio(census.in_work, adults));
    put(Indicator::NewcomersShare, census.newcomers_share());
    put(
        Indicator::Isolated,
        ratio(census.isolated[0] + census.isolated[1], census.sociable[0] + census.sociable[1]),
    );
    put(Indicator::IsolatedNewcomers, ratio(census.isolated[1], census.sociable[1]));
    put(Indicator::IsolatedLocals, ratio(census.isolated[0], census.sociable[0]));
    put(Indicator::StrongAcross, ratio(census.strong_cross_of_locals, census.adults[0]));
    put(Indicator::Degree, ratio(census.ends.iter().map(|ends| ends.same + ends.cross).sum(), adults));
    put(Indicator::StrongDegree, ratio(census.strong, adults));
    let enterprises = census.enterprises[0] + census.enterprises[1];
    let mean = |sum: f64, count: u64| (count > 0).then(|| sum / count as f64);
    put(Indicator::OutsideSalesLocals, mean(census.outside_share[0], census.enterprises[0]));
    put(Indicator::OutsideSalesNewcomers, mean(census.outside_share[1], census.enterprises[1]));
    put(Indicator::LocalLinkage, mean(census.linkage, enterprises));
}
