//! What several benches start from.
#![allow(dead_code, reason = "each bench uses its own part")]

use hameau::api::{Progress, Task, Ways};
use hameau_model::inputs::scenario::{Memory, Overrides, Recorded, Scenario, resolve, resolve_recorded};
use hameau_model::kernel::random::{Draw, Uniform, Who, World};
use hameau_model::rules::step::{Simulation, State};
use hameau_model::rules::ties::{meet_again, meet_in_village};
use hameau_model::state::moment::Moment;
use hameau_model::state::ties::{Encounter, Encounters, SLOTS};
use hameau_study::engine::{OnError, Shard};
use std::hint::black_box;

/// Months after which a world is looked at.
const LATER: u32 = 24;

pub fn world(replicate: u32) -> World {
    World { seed: 1, replicate }
}

pub fn embedded(name: &str) -> Scenario {
    resolve(name, &Overrides::default(), &Memory::default()).expect("an embedded scenario")
}

pub fn recorded(name: &str) -> Recorded {
    resolve_recorded(name, &Overrides::default(), &Memory::default()).expect("an embedded scenario")
}

/// A world two years after its start.
pub fn settled(scenario: &Scenario) -> Simulation<'_> {
    let mut simulation = Simulation::new(scenario, world(0), None);
    (0..LATER).for_each(|_| simulation.step());
    simulation
}

/// The month's encounters in the village: present ties, then whoever is at hand.
pub fn choose(simulation: &Simulation, met: &mut Encounters) {
    let (moment, village) = (simulation.moment(), simulation.village());
    meet_again(&moment, &village, &simulation.fixed().meeting, met);
    meet_in_village(&moment, &village, |_| true, met);
}

/// As many bytes as the ties of these residents take, each read and written once: the limit of the memory.
pub fn touched(residents: usize) -> impl FnMut() {
    let mut rows = vec![([1_u32; SLOTS], [1_u16; SLOTS]); residents];
    move || {
        for (others, stocks) in black_box(&mut rows) {
            others.iter_mut().zip(stocks).for_each(|(other, stock)| {
                *other = other.wrapping_add(1);
                *stock = stock.wrapping_add(1);
            });
        }
    }
}

/// Every encounter, in order.
pub fn listed(state: &State, met: &Encounters) -> Vec<Encounter> {
    let mut all = Vec::with_capacity(met.len());
    met.each(&state.residents, |meeting| all.push(*meeting));
    all
}

/// One block of draws for each encounter: the limit of the arithmetic.
pub fn drawn(state: &State, moment: &Moment, met: &Encounters) -> impl FnMut() + use<> {
    let address = |meeting: Encounter| (meeting.who, u32::from(meeting.ordinal));
    let at: Vec<(Who, u32)> = listed(state, met).into_iter().map(address).collect();
    let mut draws = vec![[Uniform::default(); 4]; at.len()];
    let (source, month) = (moment.source(Draw::VillageEncounter), moment.month);
    move || {
        let at = black_box(&at);
        source.fill_at(month, &mut draws, |number| at[number]);
    }
}

/// Simulates what there is to simulate, on so many threads.
pub fn ways(threads: usize) -> Ways {
    Ways { threads, on_error: OnError::Stop, retry_failed: false, shard: Shard::WHOLE, rehearse: Vec::new() }
}

/// Nobody wants to know how far it has come.
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _: &Task) {}
    fn month(&self) {}
    fn world(&self) {}
}
