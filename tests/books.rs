//! Are people, ties, teams and cents conserved, every month?

mod common;

use common::{RICH, reference, small, world};
use hameau::parameters::Key;
use hameau::places::{NOWHERE, Rung};
use hameau::scenario::Scenario;
use hameau::step::{Simulation, State};
use hameau::units::Cents;

fn every_month(scenario: &Scenario, mut check: impl FnMut(&State, &State, u32)) {
    let mut simulation = Simulation::new(scenario, world(0), None);
    for month in 0..scenario.values[Key::Months] as u32 {
        let before = simulation.state().clone();
        simulation.step();
        check(&before, simulation.state(), month);
    }
}

fn children(state: &State) -> i64 {
    state.children.iter().flatten().map(|count| i64::from(*count)).sum()
}

#[test]
fn people_come_and_go_and_are_counted() {
    every_month(&small(40, RICH, &[]), |before, after, month| {
        let flows = &after.flows;
        let count = |counts: &[u32]| counts.iter().map(|count| i64::from(*count)).sum::<i64>();
        let arrived = count(&flows.arrived) + i64::from(flows.arrived_in_care + flows.children_arrived);
        let gone = count(&flows.departed) + i64::from(flows.children_departed);
        let expected = before.residents.len() as i64 + children(before) + i64::from(flows.births)
            - i64::from(flows.deaths)
            + arrived
            - gone;
        assert_eq!(after.residents.len() as i64 + children(after), expected, "month {month}");
    });
}

#[test]
fn every_room_knows_the_same_people() {
    every_month(&small(40, RICH, &[]), |_, state, month| {
        let present: Vec<u32> = state.residents.order().to_vec();
        let sociable = present.iter().filter(|row| !state.residents.secluded[**row as usize]).count();
        let slots: u32 = (0..state.communes.groups()).map(|group| state.communes.members(group)).sum();
        assert_eq!(slots as usize, sociable, "month {month}: slots");
        let members = present.iter().filter(|row| state.association[**row as usize].is_some()).count();
        let listed: usize =
            (0..state.associations.groups()).map(|group| state.associations.of(group).count()).sum();
        assert_eq!(listed, members, "month {month}: associations");
        for row in &present {
            let at = *row as usize;
            for (other, stock) in state.ties.of(*row) {
                assert_eq!(state.ties.between(other, *row), stock, "month {month}: a tie has two sides");
                assert!(present.contains(&other), "month {month}: a tie with someone who left");
            }
            let place = state.users.place[at];
            if place != NOWHERE {
                assert!(state.places[place as usize - 1].users.contains(row), "month {month}: user");
                assert!(state.users.rung[at] > Rung::Outsider, "month {month}: a user is no outsider");
            }
            let teams = state.works.list.iter().filter(|work| work.team.contains(row)).count();
            assert_eq!(teams, state.works.of_resident[at] as usize, "month {month}: teams");
        }
        for place in &state.places {
            assert!(place.users.len() <= place.capacity as usize || !place.open, "month {month}: room");
            assert!(place.users.iter().all(|row| present.contains(row)), "month {month}: a user who left");
        }
    });
}

#[test]
fn every_cent_that_enters_leaves() {
    every_month(&reference(6, "", &[]), |_, state, month| {
        let basic: Cents = state.accounts.basic.iter().copied().sum();
        assert!(basic > Cents(0));
        assert_eq!(state.accounts.leaked, basic, "month {month}");
        assert!(state.accounts.total >= basic);
        let productive = &state.accounts.productive;
        assert_eq!(state.accounts.basic[0], productive.origin);
        assert!(productive.anchored <= productive.origin);
    });
}

#[test]
fn grants_stay_within_the_fund() {
    let budget = Cents::from_eur(30_000.0);
    let mut granted = Cents(0);
    every_month(&small(48, RICH, &["cooperation.initial_belief_probability=0.9"]), |_, state, month| {
        if month % 12 == 0 {
            granted = Cents(0);
        }
        granted += state.works.grants[0];
        assert!(granted <= budget, "month {month}: {granted:?} granted");
        assert!(state.works.fund_left >= Cents(0));
    });
}
