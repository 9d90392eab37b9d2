//! What does a world cost, from its founding to its last month?
//!
//! Per month and adult of the start. Several at once are in `batch`.

mod common;

use common::{embedded, world};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::scenario::Scenario;
use hameau_model::observe::run::simulate;
use hameau_model::rules::step::Simulation;

fn adult_months(scenario: &Scenario) -> u64 {
    let adults = Simulation::new(scenario, world(0), None).state().residents.len() as u64;
    adults * scenario.values[Key::Months] as u64
}

fn one(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("one world");
    for name in ["hameau:baseline", "hameau:murat-history"] {
        let scenario = embedded(name);
        group.throughput(Throughput::Elements(adult_months(&scenario)));
        group.bench_function(name, |bencher| bencher.iter(|| simulate(&scenario, world(0), |_| ())));
    }
    group.finish();
    let scenario = embedded("hameau:baseline");
    criterion.bench_function("founding and burn-in", |bencher| {
        bencher.iter(|| Simulation::new(&scenario, world(0), None));
    });
}

criterion_group! {
    name = replicate;
    config = Criterion::default().sample_size(10).without_plots();
    targets = one
}
criterion_main!(replicate);
