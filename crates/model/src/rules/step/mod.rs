//! One month: the list of the twelve phases, in this order (model 3).

mod digest;
mod founding;
mod paused;
mod people;
mod phase;
mod state;
mod together;

pub use paused::Paused;
pub use phase::Phase;
pub use state::{Fixed, Flows, State, Totals};

use crate::inputs::parameters::Key;
use crate::inputs::scenario::Scenario;
use crate::kernel::parallel;
use crate::kernel::random::World;
use crate::kernel::units::{Cents, Month};
use crate::programme::{act, reach_out, supplier_meetings, train};
use crate::rules::cooperation::{donation_payoffs, help, imitate, remember};
use crate::rules::economy::{Relations, change_occupations, close_month, run_enterprises, run_supply};
use crate::rules::places;
use crate::rules::population::{Lives, Pull, Young, live};
use crate::rules::ties::{Village, displace, meet_again, meet_in_village};
use crate::rules::works;
use crate::state::moment::Moment;
use crate::state::places::{MOST_PLACES, SharedPlace, found, own_place};
use crate::state::population::Entrant;

/// One world under one scenario, month by month.
#[derive(Clone, Debug)]
pub struct Simulation<'a> {
    scenario: &'a Scenario,
    paused: Paused,
}

impl<'a> Simulation<'a> {
    /// A world at the start of its first month: people drawn from the facts, ties grown in the months before.
    ///
    /// `placement[i]` is the row at which the `i`-th founder is stored; `None` for their order. It changes no result.
    #[must_use]
    pub fn new(scenario: &'a Scenario, world: World, placement: Option<&[u32]>) -> Self {
        let month = scenario.start();
        let (fixed, state) = founding::found(scenario, world, placement);
        Self { scenario, paused: Paused { world, month, next: Phase::Programme, fixed, state } }
    }

    /// The month that comes next.
    #[must_use]
    pub fn month(&self) -> Month {
        self.paused.month()
    }

    /// The state as the last month left it.
    #[must_use]
    pub fn state(&self) -> &State {
        self.paused.state()
    }

    /// What was tabulated for this world.
    #[must_use]
    pub fn fixed(&self) -> &Fixed {
        &self.paused.fixed
    }

    /// What contact reads of the state as it stands.
    #[must_use]
    pub fn village(&self) -> Village<'_> {
        self.paused.state.village(&self.paused.fixed)
    }

    /// The scenario that is simulated.
    #[must_use]
    pub fn scenario(&self) -> &'a Scenario {
        self.scenario
    }

    /// What the rules may look at in the coming month.
    #[must_use]
    pub fn moment(&self) -> Moment<'a> {
        Moment {
            world: self.paused.world,
            month: self.paused.month,
            values: &self.scenario.values,
            territory: &self.scenario.territory,
        }
    }

    /// Adds a resident before the coming month.
    ///
    /// # Panics
    /// When the address is not above that of everybody present.
    pub fn settle(&mut self, entrant: &Entrant) {
        let moment = self.moment();
        self.paused.state.enter(&moment, entrant);
    }

    /// Simulates one month, or what is left of it.
    pub fn step(&mut self) {
        while self.advance() != Phase::Close {}
    }

    /// Makes the next phase of the month, and says which it was. [`Simulation::step`] makes all twelve.
    pub fn advance(&mut self) -> Phase {
        let moment = self.moment();
        let Paused { month, next, fixed, state, .. } = &mut self.paused;
        let phase = *next;
        match phase {
            Phase::Programme => programme(state, fixed, &moment, self.scenario), // 1
            Phase::Lives => lives(state, fixed, &moment),                        // 2
            Phase::Arrivals => arrivals(state, fixed, &moment),                  // 3
            Phase::EnterprisesAndOccupations => enterprises_and_occupations(state, fixed, &moment), // 4
            Phase::Attendance => attendance(state, fixed, &moment),              // 5
            Phase::Contact => contact(state, fixed, &moment),                    // 6
            Phase::MutualHelp => mutual_help(state, &moment),                    // 7
            Phase::Engagement => engagement(state, &moment),                     // 8
            Phase::CommonWorks => common_works(state, &moment),                  // 9
            Phase::Accounts => accounts(state, &moment),                         // 10
            Phase::Fading => fading(state, fixed),                               // 11
            Phase::Close => state.close(moment.month), // 12: the observer reads the state
        }
        if phase == Phase::Close {
            *month = month.plus(1);
        }
        *next = phase.next();
        phase
    }
}

/// Phase 1: calendar and programme.
fn programme(state: &mut State, fixed: &Fixed, moment: &Moment, scenario: &Scenario) {
    state.flows = Flows::default();
    state.acts = act(moment, &scenario.programme, &mut state.places, &mut state.users);
    for (who, commune) in std::mem::take(&mut state.works.new_places) {
        if state.places.len() < MOST_PLACES {
            let place = own_place(moment.values, who, commune);
            found(&mut state.places, &mut state.users, place);
        }
    }
    for place in state.places.iter_mut().filter(|place| place.minutes.is_empty()) {
        let to = place.commune;
        let minutes = |commune: usize| f64::from(fixed.travel.minutes(commune as u16, to));
        place.minutes = (0..moment.territory.communes.len()).map(minutes).collect();
    }
    if moment.month.of_year() == 1 || state.works.fund_left > state.acts.fund_per_year {
        state.works.fund_left = state.acts.fund_per_year;
    }
    if state.acts.fund_per_year > Cents(0) && !state.funded {
        state.works.fund_left = state.acts.fund_per_year;
    }
    state.funded = state.acts.fund_per_year > Cents(0);
}

/// Phase 2: deaths, births, birthdays, departures.
fn lives(state: &mut State, fixed: &Fixed, moment: &Moment) {
    state.grow_up(fixed, moment);
    let lives = Lives { residents: &state.residents, surveys: &state.surveys, fit: &state.users.fit };
    let mut young = Young { children: &mut state.children, newborns: &mut state.newborns };
    let events = live(moment, &fixed.life_table, &lives, &mut young);
    state.count_exits(moment, &events);
    let leaving: Vec<u32> =
        events.died.iter().copied().chain(events.departed.iter().map(|(row, _)| *row)).collect();
    state.leave(&leaving);
}

/// Phase 3: arrivals.
fn arrivals(state: &mut State, fixed: &Fixed, moment: &Moment) {
    let kept_open = |place: &&SharedPlace| place.open && place.desks && !place.made_by_work;
    let pull = Pull {
        attraction: state.acts.attraction,
        brought_per_year: state.acts.brought_per_year,
        places: state.places.iter().filter(kept_open).map(|place| (place.who, place.commune)).collect(),
    };
    for arrival in fixed.pools.month(moment, &pull) {
        state.arrive(moment, &arrival);
    }
}

/// Phase 4: enterprises and occupations.
fn enterprises_and_occupations(state: &mut State, fixed: &Fixed, moment: &Moment) {
    let exemption = state.acts.exemption;
    run_enterprises(moment, &mut state.residents, &state.minds, exemption, &mut state.enterprises);
    let called_for = fixed.proximity.called_for(moment.values, &state.inhabitants());
    change_occupations(moment, &mut state.residents, &mut state.enterprises, fixed.hiring, called_for);
    let relations = Relations { residents: &state.residents, ties: &state.ties, works: &state.works };
    run_supply(moment, &relations, &mut state.enterprises);
    train(moment, &state.residents, &state.places, &mut state.minds, &mut state.acts);
    state.exempt(moment);
}

/// Phase 5: attendance.
fn attendance(state: &mut State, _fixed: &Fixed, moment: &Moment) {
    places::attend(
        moment,
        &state.residents,
        &state.enterprises,
        &state.surveys,
        &mut state.users,
        &mut state.places,
    );
    state.count_attendance(moment);
}

/// Phase 6: who meets whom, chosen from the ties as they stand.
fn contact(state: &mut State, fixed: &Fixed, moment: &Moment) {
    let mut encounters = std::mem::take(&mut state.encounters);
    meet_again(moment, &state.village(fixed), &fixed.meeting, &mut encounters);
    meet_in_village(moment, &state.village(fixed), |_| true, &mut encounters);
    let people = &state.residents;
    let met = &mut encounters.others;
    met.clear();
    for place in state.places.iter().filter(|place| place.open) {
        places::encounters(moment, people, &state.ties, &state.users, place, met);
    }
    state.introduced =
        reach_out(moment, people, &state.ties, &state.communes, &state.places, &mut state.users, met);
    supplier_meetings(moment, people, &state.ties, &state.acts, &mut state.enterprises, met);
    state.collaborations.encounters(moment, &state.ties, met);
    works::encounters(moment, people, &state.ties, &state.works, met);
    displace(moment, people, &mut encounters);
    state.encounters = encounters;
}

/// Phase 7: the encounters take place: contact is added to the ties, people help, learn, and believe.
fn mutual_help(state: &mut State, moment: &Moment) {
    let (people, minds, seen) = (&state.residents, &state.minds, &mut state.seen);
    // Contact is added in the order of encounters, which takes one thread; help, which does not look at ties, has the others.
    let (ties, met) = (&mut state.ties, &state.encounters);
    parallel::join(|| ties.meet_all(people, met), || help(moment, people, minds, met, seen));
    remember(moment.values, &mut state.seen, &mut state.minds);
    if moment.value(Key::Rule) == 1.0 {
        donation_payoffs(moment, &state.residents, &state.ties, &state.minds, &mut state.payoffs);
        imitate(moment, &state.residents, &state.ties, &state.payoffs, &mut state.minds);
    }
}

/// Phase 8: engagement.
fn engagement(state: &mut State, moment: &Moment) {
    let willingness = State::willingness(&state.minds, moment);
    let ladder = places::Ladder {
        surveys: &state.surveys,
        willingness: &willingness,
        works: &state.works.of_resident,
        association: &state.association,
    };
    state.flows.stays_ended =
        places::engage(moment, &state.residents, &ladder, &mut state.users, &mut state.places);
}

/// Phase 9: collaborations and common works.
fn common_works(state: &mut State, moment: &Moment) {
    let (people, ties) = (&state.residents, &state.ties);
    state.collaborations.month(moment, people, ties, &state.surveys, &state.introduced);
    state.works.begin_month();
    works::live(
        moment,
        &state.residents,
        &state.ties,
        &state.minds,
        &mut state.users,
        &mut state.seen,
        &mut state.works,
    );
    let sources = works::Sources {
        residents: &state.residents,
        ties: &state.ties,
        surveys: &state.surveys,
        users: &state.users,
        places: &state.places,
        associations: &state.associations,
        association: &state.association_facts,
        communes: &state.communes,
    };
    for idea in works::ideas(moment, &sources, state.acts.support.association_ideas) {
        works::decide(
            moment,
            &state.residents,
            &state.ties,
            &state.minds,
            &state.acts.support,
            &mut state.users,
            &mut state.seen,
            &mut state.works,
            &idea,
        );
    }
    state.pay_grants();
}

/// Phase 10: regional accounts and jobs.
fn accounts(state: &mut State, moment: &Moment) {
    let children = state.children.iter().flatten().sum();
    state.accounts =
        close_month(moment, &state.residents, &state.enterprises, &state.works, state.second_homes, children);
}

/// Phase 11: ties fade; what they look like now is read by the next month.
fn fading(state: &mut State, fixed: &Fixed) {
    fixed.fading.month(&mut state.ties, &state.users.place, &mut state.surveys);
}
