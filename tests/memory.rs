//! Is memory bounded by the residents, and does it stay so over the months?

#[path = "shared/common/mod.rs"]
mod common;

use cap::Cap;
use common::{RICH, made_up, small, world};
use hameau_model::inputs::scenario::Scenario;
use hameau_model::rules::step::Simulation;
use std::alloc::System;
use std::sync::{Mutex, PoisonError};

#[global_allocator]
static HEAP: Cap<System> = Cap::new(System, usize::MAX);

/// Whoever looks at the heap has it alone: tests of a file run side by side.
fn alone<T>(look: impl FnOnce() -> T) -> T {
    static HEAD: Mutex<()> = Mutex::new(());
    let _alone = HEAD.lock().unwrap_or_else(PoisonError::into_inner);
    look()
}

/// Residents and bytes on the heap in the first and in the last of these months, above what was there before the world.
/// `leak` is done every month.
fn course(scenario: &Scenario, [first, last]: [u32; 2], mut leak: impl FnMut()) -> [(f64, f64); 2] {
    let before = HEAP.allocated();
    let mut simulation = Simulation::new(scenario, world(0), None);
    let mut seen = Vec::with_capacity(2);
    for month in 1..=last {
        simulation.step();
        leak();
        if month == first || month == last {
            let residents = simulation.state().residents.len() as f64;
            seen.push((residents, (HEAP.allocated() - before) as f64));
        }
    }
    [seen[0], seen[1]]
}

/// How much larger the heap is than the residents explain, as a share.
fn growth([(residents, bytes), (later_residents, later_bytes)]: [(f64, f64); 2]) -> f64 {
    (later_bytes / bytes) / (later_residents / residents) - 1.0
}

/// What the heap may grow by in eight years: whoever knows more people has more encounters, and columns have room to spare.
const ROOM: f64 = 0.12;

#[test]
fn the_heap_does_not_grow_with_the_months() {
    alone(|| {
        for programme in ["", RICH] {
            let seen = course(&small(120, programme, &[]), [24, 120], || ());
            println!("{seen:?} {}", growth(seen));
            assert!(growth(seen).abs() < ROOM, "{seen:?}");
        }
    });
}

#[test]
fn a_leak_is_seen() {
    alone(|| {
        // Two bytes a resident and month.
        let mut kept = Vec::new();
        let seen = course(&small(120, "", &[]), [24, 120], || kept.push(vec![0_u16; 2_000]));
        println!("{seen:?} {}", growth(seen));
        assert!(growth(seen) > ROOM, "{seen:?}");
    });
}

/// Bytes of each resident on the heap at most, at the peak of a month, the observer's included.
const MOST_EACH: f64 = 420.0;

/// The peak of two years of a territory of so many adults, for each of them, with `more` beside it.
fn peak(adults: u32, more: usize) -> f64 {
    let (scenario, before) = (made_up(adults, adults / 270, 24), HEAP.allocated());
    let beside = vec![0_u8; more];
    let run = hameau_model::observe::run::simulate(&scenario, world(0), |_| ());
    drop((run, beside));
    // The peak of the whole program so far: nothing else here is nearly as large.
    (HEAP.max_allocated() - before) as f64 / f64::from(adults)
}

#[test]
fn a_resident_takes_few_bytes() {
    alone(|| {
        let each = peak(30_000, 0);
        println!("{each} bytes an adult");
        assert!(each <= MOST_EACH, "{each} bytes an adult");
        let more = peak(30_000, 30_000 * 200);
        println!("{more} bytes an adult with 200 more");
        assert!(more > each + 199.0, "200 bytes more are not seen: {more} after {each}");
    });
}

/// Bytes on the heap for each commune of a territory of so many, ten adults in each, once its world is founded.
fn of_commune(communes: u32, more: usize) -> f64 {
    let scenario = made_up(10 * communes, communes, 1);
    let before = HEAP.allocated();
    let world = Simulation::new(&scenario, world(0), None);
    let beside = vec![0_u8; more];
    let each = (HEAP.allocated() - before) as f64 / f64::from(communes);
    drop((world, beside));
    each
}

#[test]
fn memory_is_linear_in_the_communes() {
    alone(|| {
        let [few, many] = [1_500, 4_500].map(|communes| of_commune(communes, 0));
        println!("{few} and {many} bytes a commune");
        assert!(many < few * (1.0 + ROOM), "{few} bytes a commune, then {many}");
        // A table of all pairs, a bit each.
        let [few, many] =
            [1_500_u32, 4_500].map(|communes| of_commune(communes, (communes * communes / 8) as usize));
        assert!(many > few * 1.02, "a table of pairs is not seen: {few} bytes a commune, then {many}");
    });
}
