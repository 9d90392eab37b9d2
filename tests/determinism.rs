//! Are the bits the same whenever the same world is simulated, however residents are stored?

mod common;

use common::{RICH, made_up, reference, small, world};
use hameau::batch::{Run, simulate};
use hameau::indicators::{Indicator, Observer};
use hameau::parallel::with_threads;
use hameau::parameters::Key;
use hameau::scenario::{Memory, Overrides, Scenario, resolve};
use hameau::step::Simulation;

/// [`simulate`] with founders stored in another order.
fn stored(scenario: &Scenario, replicate: u32, placement: &[u32]) -> Run {
    let mut simulation = Simulation::new(scenario, world(replicate), Some(placement));
    let mut observer = Observer::new(&simulation);
    for _ in 0..scenario.values[Key::Months] as u32 {
        simulation.step();
        observer.observe(&simulation);
    }
    let (months, groups) = observer.finish();
    Run { world: world(replicate), months, groups }
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
    let n = founders(&scenario);
    let reversed: Vec<u32> = (0..n).rev().collect();
    let scattered: Vec<u32> = (0..n).map(|at| (u64::from(at) * 7_919 % u64::from(n)) as u32).collect();
    let expected = simulate(&scenario, world(0), |_| ());
    assert!(!n.is_multiple_of(7_919), "a permutation");
    for placement in [&reversed, &scattered] {
        let run = stored(&scenario, 0, placement);
        assert_eq!(run.months.len(), 30);
        for (month, (found, wanted)) in run.months.iter().zip(&expected.months).enumerate() {
            for indicator in Indicator::all() {
                assert_eq!(found.of(indicator), wanted.of(indicator), "{indicator:?} in month {month}");
            }
        }
        assert_eq!(run.groups, expected.groups);
    }
}

#[test]
fn the_order_of_residents_in_memory_changes_no_bit_under_imitation() {
    let scenario = small(24, RICH, &["cooperation.rule=imitation"]);
    let n = founders(&scenario);
    let reversed: Vec<u32> = (0..n).rev().collect();
    assert_eq!(stored(&scenario, 0, &reversed), simulate(&scenario, world(0), |_| ()));
}

#[test]
fn the_reference_territory_too() {
    let scenario = reference(13, "", &[]);
    let n = founders(&scenario);
    let reversed: Vec<u32> = (0..n).rev().collect();
    assert_eq!(stored(&scenario, 3, &reversed), simulate(&scenario, world(3), |_| ()));
}

#[test]
fn threads_within_a_world_change_no_bit() {
    // Rows for several chunks, places and works with every instrument, the other rule.
    let full =
        resolve("hameau:portfolio", &Overrides::default(), &Memory::default()).expect("an embedded scenario");
    let imitation = reference(13, "", &["cooperation.rule=imitation"]);
    for scenario in [full, imitation, made_up(100_000, 40, 6)] {
        let alone = simulate(&scenario, world(2), |_| ());
        for threads in [1, 2, 3, 8] {
            let shared = with_threads(threads, || simulate(&scenario, world(2), |_| ()));
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
