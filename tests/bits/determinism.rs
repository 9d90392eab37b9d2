//! Are the bits the same whenever the same world is simulated, however residents are stored?

use crate::common::{RICH, made_up, reference, small, world};
use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::scenario::{Memory, Overrides, Scenario, resolve};
use hameau_model::kernel::parallel::with_threads;
use hameau_model::observe::indicators::{Indicator, Observer};
use hameau_model::observe::run::{Run, simulate};
use hameau_model::rules::step::{Simulation, State};

/// [`simulate`] with founders stored in some order, and the digest of the state in each month.
fn lived(scenario: &Scenario, replicate: u32, placement: Option<&[u32]>) -> (Run, Vec<u64>) {
    let mut simulation = Simulation::new(scenario, world(replicate), placement);
    let mut observer = Observer::new(&simulation);
    let mut digests = vec![simulation.state().digest()];
    for _ in 0..scenario.values[Key::Months] as u32 {
        simulation.step();
        observer.observe(&simulation);
        digests.push(simulation.state().digest());
    }
    let (months, groups) = observer.finish();
    (Run { world: world(replicate), months, groups }, digests)
}

/// What is observed, and the digest of the state in each month, with founders stored in two other orders than their own.
fn stored(scenario: &Scenario, replicate: u32) -> [(Run, Vec<u64>); 2] {
    let n = founders(scenario);
    let reversed: Vec<u32> = (0..n).rev().collect();
    let scattered: Vec<u32> = (0..n).map(|at| (u64::from(at) * 7_919 % u64::from(n)) as u32).collect();
    assert!(!n.is_multiple_of(7_919), "a permutation");
    [&reversed, &scattered].map(|placement| lived(scenario, replicate, Some(placement)))
}

fn founders(scenario: &Scenario) -> u32 {
    Simulation::new(scenario, world(0), None).state().residents.len() as u32
}

#[test]
fn a_replay_gives_the_same_bits_and_another_world_others() {
    let scenario = small(30, RICH, &[]);
    let first = simulate(&scenario, world(0), |_| ());
    assert_eq!(first, simulate(&scenario, world(0), |_| ()));
    assert_ne!(first.digest(), simulate(&scenario, world(1), |_| ()).digest());
}

#[test]
fn the_order_of_residents_in_memory_changes_no_bit() {
    let scenario = small(30, RICH, &[]);
    let (expected, digests) = lived(&scenario, 0, None);
    assert_eq!(expected, simulate(&scenario, world(0), |_| ()));
    for (run, states) in stored(&scenario, 0) {
        assert_eq!(run.months.len(), 30);
        for (month, (found, wanted)) in run.months.iter().zip(&expected.months).enumerate() {
            for indicator in Indicator::all() {
                assert_eq!(found.of(indicator), wanted.of(indicator), "{indicator:?} in month {month}");
            }
        }
        assert_eq!(run.groups, expected.groups);
        assert_eq!(states, digests);
    }
}

#[test]
fn the_order_of_residents_in_memory_changes_no_bit_under_imitation() {
    let scenario = small(24, RICH, &["cooperation.rule=imitation"]);
    let expected = lived(&scenario, 0, None);
    assert!(stored(&scenario, 0).iter().all(|found| *found == expected));
}

#[test]
fn the_reference_territory_too() {
    let scenario = reference(13, "", &[]);
    let expected = lived(&scenario, 3, None);
    assert!(stored(&scenario, 3).iter().all(|found| *found == expected));
}

#[test]
fn threads_within_a_world_change_no_bit() {
    // Rows for several chunks, places and works with every instrument, the other rule.
    let full =
        resolve("hameau:portfolio", &Overrides::default(), &Memory::default()).expect("an embedded scenario");
    let imitation = reference(13, "", &["cooperation.rule=imitation"]);
    for scenario in [full, imitation, made_up(100_000, 40, 6)] {
        let alone = lived(&scenario, 2, None);
        for threads in [1, 2, 3, 8] {
            let shared = with_threads(threads, || lived(&scenario, 2, None));
            assert_eq!(shared.expect("no world fails"), alone, "{threads} threads");
        }
    }
}

#[test]
fn a_number_that_moves_moves_the_digest() {
    let scenario = small(6, "", &[]);
    let mut run = simulate(&scenario, world(0), |_| ());
    let before = run.digest();
    let value = run.months[5].values[Indicator::Adults as usize].expect("there are adults");
    run.months[5].values[Indicator::Adults as usize] = Some(value + 1.0);
    assert_ne!(before, run.digest());
    run.months[5].values[Indicator::Adults as usize] = None;
    assert_ne!(before, run.digest());
}

/// A column that the digest forgot would make it say "the same" of two states that go on differently.
#[test]
fn a_column_that_moves_moves_the_digest_of_the_state() {
    type Change = (&'static str, fn(&mut State));
    fn first(state: &State) -> usize {
        state.residents.order()[0] as usize
    }
    let changes: [Change; 18] = [
        ("occupation", |state| {
            let row = first(state);
            state.residents.occupation[row] = hameau_model::state::population::Occupation::Inactive;
        }),
        ("commune", |state| {
            let row = first(state);
            state.residents.commune[row] += 1;
        }),
        ("birth", |state| {
            let row = first(state);
            state.residents.birth[row] = state.start;
        }),
        ("ties", |state| {
            let row = first(state) as u32;
            state.ties.leave(row);
        }),
        ("belief", |state| {
            let row = first(state);
            state.minds.belief[row] += 1e-15;
        }),
        ("know-how", |state| {
            let row = first(state);
            state.minds.know_how[row] += 1e-15;
        }),
        ("seen", |state| {
            let row = first(state) as u32;
            state.seen.occasion(row, 0.5, false);
        }),
        ("fit", |state| {
            let row = first(state);
            state.users.fit[row] += 1e-15;
        }),
        ("invited", |state| {
            let row = first(state);
            state.users.invited[row] += 1;
        }),
        ("sector", |state| {
            let row = first(state);
            state.enterprises.non_presential[row] = !state.enterprises.non_presential[row];
        }),
        ("supply links", |state| state.enterprises.relax(|_| 0.999)),
        ("starts of enterprises that ended", |state| state.enterprises.closed.push(state.start)),
        ("survey", |state| {
            let row = first(state);
            state.surveys[row].casual += 1;
        }),
        ("children", |state| state.children[0][0] += 1),
        ("place", |state| state.places[0].convivial += 1e-15),
        ("fund", |state| state.works.fund_left.0 += 1),
        ("accounts", |state| state.accounts.leaked.0 += 1),
        ("totals", |state| state.totals.ended += 1),
    ];
    let scenario = small(12, RICH, &[]);
    let mut simulation = Simulation::new(&scenario, world(0), None);
    (0..12).for_each(|_| simulation.step());
    let before = simulation.state().digest();
    assert_eq!(before, simulation.state().clone().digest());
    for (column, change) in changes {
        let mut state = simulation.state().clone();
        change(&mut state);
        assert_ne!(state.digest(), before, "{column}");
    }
}
