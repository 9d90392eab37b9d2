//! What happens to places, jobs and works, and to their people through them.

use super::super::event::{Event, What};
use super::super::kind::Kind;
use super::super::people::Id;
use super::super::side::Roll;
use super::Now;
use hameau_model::kernel::random::Who;
use hameau_model::rules::step::{Phase, State};
use hameau_model::state::works::{CommonWork, Order, Purpose, Stage, Starter};
use std::collections::BTreeMap;

/// What is told of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceFacts {
    /// Name in the scenario; empty for a place that a work made.
    pub name: String,
    /// Commune, as index into the territory.
    pub commune: u16,
    /// Has desks; a facilitator's circle has none.
    pub desks: bool,
}

/// What is told of a work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkFacts {
    /// What it is for.
    pub purpose: Purpose,
    /// Order of tool and commitment.
    pub order: Order,
    /// Who started it.
    pub starter: Starter,
    /// Commune, as index into the territory.
    pub commune: u16,
}

/// Which places were last seen open.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Places(Vec<Who>);

/// What was last seen of places, jobs and works.
#[derive(Clone, Debug, Default)]
pub(super) struct Things {
    places: Places,
    jobs: BTreeMap<Who, [Id; 2]>,
    works: BTreeMap<Who, (Stage, Vec<Id>)>,
}

impl Things {
    /// Takes note of what a phase did to them.
    pub fn see(
        &mut self,
        state: &State,
        roll: &Roll,
        (places, works): (&mut BTreeMap<Who, PlaceFacts>, &mut BTreeMap<Who, WorkFacts>),
        found: &mut Vec<Event>,
        now: Now,
    ) {
        match now.call {
            Phase::Programme => found.extend(self.places.see(state, places, now)),
            Phase::Attendance => {
                let refused = state.places.iter().map(|place| place.refused).sum();
                found.extend(counted(Kind::Refused, refused, now));
            }
            Phase::Contact => {
                for (a, b) in &state.introduced {
                    let event = now.event(Kind::Introduced, roll.id(*a), What::Nothing);
                    found.push(Event { other: Some(roll.id(*b)), ..event });
                }
            }
            Phase::CommonWorks => {
                found.extend(counted(Kind::Idea, state.works.ideas.iter().sum(), now));
                self.jobs(state, roll, found, now);
                self.works(state, roll, works, found, now);
            }
            Phase::Lives => {
                self.jobs(state, roll, found, now);
                self.works(state, roll, works, found, now);
            }
            _ => {}
        }
    }

    fn jobs(&mut self, state: &State, roll: &Roll, found: &mut Vec<Event>, now: Now) {
        let jobs: BTreeMap<Who, [Id; 2]> = state
            .collaborations
            .going_on
            .iter()
            .map(|job| (job.who, job.pair.map(|row| roll.id(row))))
            .collect();
        let told = |kind, [a, b]: [Id; 2]| Event { other: Some(b), ..now.event(kind, a, What::Nothing) };
        let is_done = |(who, _): &(&Who, &[Id; 2])| !jobs.contains_key(who);
        found.extend(self.jobs.iter().filter(is_done).map(|(_, pair)| told(Kind::JobDone, *pair)));
        let is_new = |(who, _): &(&Who, &[Id; 2])| !self.jobs.contains_key(who);
        found.extend(jobs.iter().filter(is_new).map(|(_, pair)| told(Kind::JobBegun, *pair)));
        self.jobs = jobs;
    }

    fn works(
        &mut self,
        state: &State,
        roll: &Roll,
        works: &mut BTreeMap<Who, WorkFacts>,
        found: &mut Vec<Event>,
        now: Now,
    ) {
        for work in &state.works.list {
            let about = What::Work(work.who);
            let team: Vec<Id> = work.team.iter().map(|row| roll.id(*row)).collect();
            let before = self.works.insert(work.who, (work.stage, team.clone()));
            let members = before.as_ref().map_or(&[][..], |(_, members)| members);
            if before.is_none() {
                works.insert(work.who, facts(work));
                found.push(now.of_nobody(Kind::WorkCommitted, about));
            }
            let stage = before.as_ref().map_or(Stage::Building, |(stage, _)| *stage);
            if work.stage == Stage::Ended && stage == Stage::Ended {
                continue;
            }
            let stays = |id: &&Id| work.stage != Stage::Ended && team.contains(id);
            let left = members.iter().filter(|id| !stays(id));
            found.extend(left.map(|id| now.event(Kind::LeftWork, *id, about)));
            let joined = team.iter().filter(|id| !members.contains(id));
            found.extend(joined.map(|id| now.event(Kind::JoinedWork, *id, about)));
            let kind = match (stage, work.stage) {
                (Stage::Building, Stage::Operating) => Kind::WorkOperates,
                (Stage::Operating, Stage::Ended) => Kind::WorkEnded,
                (Stage::Building, Stage::Ended) => Kind::WorkAbandoned,
                _ => continue,
            };
            found.push(now.of_nobody(kind, about));
        }
        self.works.retain(|who, _| state.works.list.iter().any(|work| work.who == *who));
    }
}

impl Places {
    /// Places that opened and closed since they were last seen.
    pub fn see(&mut self, state: &State, places: &mut BTreeMap<Who, PlaceFacts>, now: Now) -> Vec<Event> {
        let open: Vec<Who> = state.places.iter().filter(|place| place.open).map(|place| place.who).collect();
        let mut found = Vec::new();
        for place in state.places.iter().filter(|place| place.open && !self.0.contains(&place.who)) {
            let (name, commune, desks) = (place.name.clone(), place.commune, place.desks);
            places.insert(place.who, PlaceFacts { name, commune, desks });
            found.push(now.of_nobody(Kind::PlaceOpened, What::Place(place.who)));
        }
        let closed = self.0.iter().filter(|who| !open.contains(who));
        found.extend(closed.map(|who| now.of_nobody(Kind::PlaceClosed, What::Place(*who))));
        self.0 = open;
        found
    }
}

/// What is told of a work.
pub(in super::super) fn facts(work: &CommonWork) -> WorkFacts {
    WorkFacts { purpose: work.purpose, order: work.order, starter: work.starter, commune: work.commune }
}

fn counted(kind: Kind, count: u32, now: Now) -> Option<Event> {
    (count > 0).then(|| now.of_nobody(kind, What::Count(count)))
}
