//! What does a world cost, from its founding to its last month, and several at once?
//!
//! Per month and adult of the start. Worlds at once are for the scaling over threads: time of one on one thread against
//! that of one for each thread.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hameau::batch::simulate;
use hameau::parallel::{available, in_order};
use hameau::parameters::Key;
use hameau::random::World;
use hameau::scenario::{Memory, Overrides, Scenario, resolve};
use hameau::step::Simulation;
use std::sync::atomic::AtomicBool;

fn scenario(name: &str) -> Scenario {
    resolve(name, &Overrides::default(), &Memory::default()).expect("an embedded scenario")
}

fn world(replicate: u32) -> World {
    World { seed: 1, replicate }
}

fn adult_months(scenario: &Scenario) -> u64 {
    let adults = Simulation::new(scenario, world(0), None).state().residents.len() as u64;
    adults * scenario.values[Key::Months] as u64
}

fn one(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("one world");
    for name in ["hameau:baseline", "hameau:murat-history"] {
        let scenario = scenario(name);
        group.throughput(Throughput::Elements(adult_months(&scenario)));
        group.bench_function(name, |bencher| bencher.iter(|| simulate(&scenario, world(0), |_| ())));
    }
    group.finish();
    let scenario = scenario("hameau:baseline");
    criterion.bench_function("founding and burn-in", |bencher| {
        bencher.iter(|| Simulation::new(&scenario, world(0), None));
    });
}

fn at_once(criterion: &mut Criterion) {
    let scenario = scenario("hameau:baseline");
    let mut group = criterion.benchmark_group("worlds at once");
    for threads in [1, available()] {
        group.throughput(Throughput::Elements(adult_months(&scenario) * threads as u64));
        group.bench_function(format!("{threads} on as many threads"), |bencher| {
            bencher.iter(|| {
                let job = |replicate| Some(simulate(&scenario, world(replicate), |_| ()).digest());
                in_order(threads as u32, threads, &AtomicBool::new(false), job, |_, _| Ok::<(), ()>(()))
                    .expect("worlds are simulated");
            });
        });
    }
    group.finish();
}

criterion_group! {
    name = replicate;
    config = Criterion::default().sample_size(10).without_plots();
    targets = one, at_once
}
criterion_main!(replicate);
