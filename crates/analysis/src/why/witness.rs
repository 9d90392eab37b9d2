//! What happens in one world, told by comparing it before and after each phase.

mod ledger;
mod things;

pub use ledger::{End, Sum, Sums};
pub use things::{PlaceFacts, WorkFacts};
pub(super) use things::{Places, facts};

use super::event::{Event, What};
use super::kind::Kind;
use super::people::{Id, People};
use super::side::Roll;
use hameau_model::inputs::parameters::Key;
use hameau_model::kernel::random::Who;
use hameau_model::kernel::units::{Cents, Month};
use hameau_model::rules::cooperation::helps;
use hameau_model::rules::step::{Phase, Simulation, State};
use hameau_model::state::places::Rung;
use hameau_model::state::population::{Brought, Occupation, Row};
use hameau_model::state::ties::{Channel, units};
use ledger::Ledger;
use std::collections::BTreeMap;
use things::Things;

/// What was last seen of somebody.
#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "what came to pass in a life is a list of yes and no")]
struct Trace {
    occupation: Occupation,
    firm: bool,
    place: Option<Who>,
    invited: u8,
    helped: bool,
    decided: bool,
    gave: bool,
    /// Casual friends, in the order in which ties are kept.
    friends: Vec<Id>,
}

/// What happened in a world, and what its residents came to.
#[derive(Clone, Debug)]
pub struct Witness {
    /// What happened, in order; the frequent kinds only where they were asked for.
    pub events: Vec<Event>,
    /// Happenings of each month by kind, in the order of [`Kind`].
    pub counts: Vec<[u32; Kind::ALL.len()]>,
    /// Helps given since the start: in the village, in places and at introductions, at jobs and works.
    pub helps: [u64; 3],
    /// Places and circles that were ever open.
    pub places: BTreeMap<Who, PlaceFacts>,
    /// Works that ever committed.
    pub works: BTreeMap<Who, WorkFacts>,
    ledger: Ledger,
    things: Things,
    traces: Vec<Option<Trace>>,
    casual: u16,
    all: bool,
    friendships: bool,
    start: Month,
}

impl Witness {
    /// A witness who knows how things stand at the start of a world; keeps every event when `all`, and does not look at
    /// friendships, which takes longest, unless `friendships`.
    pub(super) fn new(
        simulation: &Simulation,
        roll: &Roll,
        people: &People,
        (all, friendships): (bool, bool),
    ) -> Self {
        let state = simulation.state();
        let mut witness = Self {
            events: Vec::new(),
            counts: Vec::new(),
            helps: [0; 3],
            places: BTreeMap::new(),
            works: BTreeMap::new(),
            ledger: Ledger::default(),
            things: Things::default(),
            traces: Vec::new(),
            casual: units(simulation.scenario().values[Key::CasualHours]),
            all,
            friendships,
            start: simulation.month(),
        };
        witness.traces.resize(people.len(), None);
        for (row, id) in roll.present() {
            let mut trace = Trace::of(state, row);
            if friendships {
                trace.friends = friends(state, row, roll, witness.casual).collect();
            }
            witness.traces[id as usize] = Some(trace);
        }
        witness
    }

    /// Sums over the life of somebody; zeros for whoever never lived here.
    #[must_use]
    pub fn sums(&self, id: Id) -> Sums {
        self.ledger.sums(id)
    }

    /// How somebody was when last seen at the end of a month; `None` for whoever was never here at one.
    #[must_use]
    pub fn end(&self, id: Id) -> Option<&End> {
        self.ledger.end(id)
    }

    /// Happenings of a kind since the start.
    #[must_use]
    pub fn total(&self, kind: Kind) -> u64 {
        self.counts.iter().map(|month| u64::from(month[kind as usize])).sum()
    }

    /// Tells who helps whom at the encounters of the month, before anybody learns from it.
    pub(super) fn help(&mut self, simulation: &Simulation, roll: &Roll, month: Month) {
        let state = simulation.state();
        let mut seen = state.seen.clone();
        helps(
            &simulation.moment(),
            &state.residents,
            &state.minds,
            &state.encounters,
            &mut seen,
            |meeting, helped| {
                for (row, other, gives) in
                    [(meeting.from, meeting.with, helped.given), (meeting.with, meeting.from, helped.taken)]
                {
                    if gives {
                        self.gives(meeting.channel, [roll.id(row), roll.id(other)], month);
                    }
                }
            },
        );
    }

    fn gives(&mut self, channel: Channel, [giver, other]: [Id; 2], month: Month) {
        self.helps[channel as usize] += 1;
        self.ledger.help(giver);
        if channel == Channel::Village {
            return;
        }
        let trace = self.traces[giver as usize].as_mut().expect("whoever helps is here");
        if !std::mem::replace(&mut trace.helped, true) {
            let kind = Kind::FirstHelp;
            let (resident, other) = (Some(giver), Some(other));
            self.tell(Event { month, call: Phase::MutualHelp, kind, resident, other, what: What::Nothing });
        }
    }

    /// Takes note of what a phase did; `went` are those who are here no more.
    pub(super) fn see(
        &mut self,
        (call, month): (Phase, Month),
        state: &State,
        roll: &Roll,
        people: &People,
        went: &[Id],
    ) {
        self.counts.resize(month.since(self.start) as usize + 1, [0; Kind::ALL.len()]);
        self.traces.resize(people.len(), None);
        let mut found = Vec::new();
        let now = Now { call, month };
        self.things.see(state, roll, (&mut self.places, &mut self.works), &mut found, now);
        for id in went {
            self.leaves(state, *id, people, &mut found, now);
        }
        for (row, id) in roll.present() {
            match &mut self.traces[id as usize] {
                Some(trace) => trace.compare(state, row, id, &mut found, now),
                None => self.traces[id as usize] = Some(comes(state, row, id, people, &mut found, now)),
            }
        }
        if self.friendships && call.moves_ties() {
            self.count_friends(state, roll, people, &mut found, now);
        }
        if call == Phase::Close {
            self.ledger.close(state, roll, people.len());
        }
        for event in found {
            self.tell(event);
        }
    }

    fn tell(&mut self, event: Event) {
        let month = event.month.since(self.start) as usize;
        self.counts.resize(self.counts.len().max(month + 1), [0; Kind::ALL.len()]);
        self.counts[month][event.kind as usize] += event.count();
        if self.all || !event.kind.is_frequent() {
            self.events.push(event);
        }
    }

    /// Somebody dies or moves away, and with them goes what they had.
    fn leaves(&mut self, state: &State, id: Id, people: &People, found: &mut Vec<Event>, now: Now) {
        let trace = self.traces[id as usize].take().expect("whoever goes was here");
        let died = state.flows.died.contains(&people.person(id).who);
        let (how, user) =
            if died { (Kind::Died, Kind::UserDied) } else { (Kind::Departed, Kind::UserDeparted) };
        found.push(now.event(how, id, What::Nothing));
        found.extend(trace.place.map(|place| now.event(user, id, What::Place(place))));
        if trace.firm {
            found.push(now.event(Kind::FirmEnded, id, What::Nothing));
        }
        for friend in &trace.friends {
            // The other side is brought up to date too: a friendship that goes is told once.
            if let Some(other) = &mut self.traces[*friend as usize] {
                other.friends.retain(|of| *of != id);
            }
            found.push(lost(id, *friend, people, now));
        }
    }

    /// Friendships made and lost, each told once.
    fn count_friends(
        &mut self,
        state: &State,
        roll: &Roll,
        people: &People,
        found: &mut Vec<Event>,
        now: Now,
    ) {
        for (row, id) in roll.present() {
            let trace = self.traces[id as usize].as_mut().expect("whoever is here was seen");
            if friends(state, row, roll, self.casual).eq(trace.friends.iter().copied()) {
                continue;
            }
            let after = friends(state, row, roll, self.casual).collect();
            let before = std::mem::replace(&mut trace.friends, after);
            for other in trace.friends.iter().filter(|other| id < **other && !before.contains(other)) {
                let kind = if across(id, *other, people) { Kind::FriendAcross } else { Kind::FriendWithin };
                found.push(Event { other: Some(*other), ..now.event(kind, id, What::Nothing) });
            }
            for other in before.iter().filter(|other| id < **other && !trace.friends.contains(other)) {
                found.push(lost(id, *other, people, now));
            }
        }
    }
}

/// When something is seen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Now {
    pub call: Phase,
    pub month: Month,
}

impl Now {
    fn event(self, kind: Kind, id: Id, what: What) -> Event {
        Event { month: self.month, call: self.call, kind, resident: Some(id), other: None, what }
    }

    pub fn of_nobody(self, kind: Kind, what: What) -> Event {
        Event { month: self.month, call: self.call, kind, resident: None, other: None, what }
    }
}

fn across(id: Id, other: Id, people: &People) -> bool {
    people.person(id).origin != people.person(other).origin
}

fn lost(id: Id, other: Id, people: &People, now: Now) -> Event {
    let kind = if across(id, other, people) { Kind::FriendLostAcross } else { Kind::FriendLostWithin };
    Event { other: Some(other), ..now.event(kind, id, What::Nothing) }
}

/// Casual friends of somebody, by number, in the order in which ties are kept.
fn friends<'a>(state: &'a State, row: Row, roll: &'a Roll, casual: u16) -> impl Iterator<Item = Id> + 'a {
    state.ties.of(row).filter(move |(_, stock)| *stock >= casual).map(|(other, _)| roll.id(other))
}

/// Somebody who was not here before.
fn comes(state: &State, row: Row, id: Id, people: &People, found: &mut Vec<Event>, now: Now) -> Trace {
    let person = people.person(id);
    let how = if now.call == Phase::Lives { Kind::CameOfAge } else { Kind::Arrived };
    found.push(now.event(how, id, What::Commune(person.commune)));
    if person.brought != Brought::No {
        found.push(now.event(Kind::Brought, id, What::Commune(person.commune)));
    }
    let trace = Trace::of(state, row);
    if trace.firm {
        found.push(now.event(Kind::FirmStarted, id, What::Nothing));
    }
    trace
}

impl Trace {
    fn of(state: &State, row: Row) -> Self {
        let at = row as usize;
        Self {
            occupation: state.residents.occupation[at],
            firm: state.enterprises.of(row).turnover() > Cents(0),
            place: place(state, at),
            invited: state.users.invited[at],
            helped: false,
            decided: state.users.rung[at] == Rung::CoDecider,
            gave: state.users.past(row).first_giving.is_some(),
            friends: Vec::new(),
        }
    }

    /// What changed for somebody who was here before the phase.
    fn compare(&mut self, state: &State, row: Row, id: Id, found: &mut Vec<Event>, now: Now) {
        let at = row as usize;
        let (people, users) = (&state.residents, &state.users);
        let occupation = people.occupation[at];
        if occupation != self.occupation {
            let before = std::mem::replace(&mut self.occupation, occupation);
            found.push(now.event(Kind::OccupationChanged, id, What::Occupation(before, occupation)));
        }
        let firm = state.enterprises.of(row).turnover() > Cents(0);
        if firm != std::mem::replace(&mut self.firm, firm) {
            let kind = if firm { Kind::FirmStarted } else { Kind::FirmEnded };
            found.push(now.event(kind, id, What::Nothing));
        }
        let place = place(state, at);
        let before = std::mem::replace(&mut self.place, place);
        if place != before {
            let kind = if now.call == Phase::Programme { Kind::Displaced } else { Kind::QuitPlace };
            found.extend(before.map(|before| now.event(kind, id, What::Place(before))));
            found.extend(place.map(|place| now.event(Kind::EnteredPlace, id, What::Place(place))));
        }
        if users.invited[at] > self.invited {
            found.push(now.event(Kind::Invited, id, What::Nothing));
        }
        self.invited = users.invited[at];
        if users.past(row).first_giving.is_some() && !std::mem::replace(&mut self.gave, true) {
            found.push(now.event(Kind::BeganGiving, id, What::Nothing));
        }
        if users.rung[at] == Rung::CoDecider && !std::mem::replace(&mut self.decided, true) {
            found.push(now.event(Kind::Decided, id, What::Nothing));
        }
    }
}

fn place(state: &State, at: usize) -> Option<Who> {
    let number = (state.users.place[at] as usize).checked_sub(1)?;
    Some(state.places[number].who)
}
