//! Where does a month go? The whole of it and its phases on the reference territory, beside what they cost at least.
//!
//! Everything is per adult and month. The phases that work on ties are in `network`. The rulers: `state` reads and writes
//! each adult's ties once in a plain loop, which is the limit of the memory; `draws` makes as many draws as the month's
//! encounters need, which is that of the arithmetic.

mod common;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use hameau_model::observe::indicators::Observer;
use hameau_model::rules::cooperation::{help, remember};
use hameau_model::rules::population::{LifeTable, Lives, Young, live};
use hameau_model::rules::step::{Simulation, State};
use hameau_model::state::moment::Moment;
use hameau_model::state::ties::Encounters;

fn whole(criterion: &mut Criterion) {
    let scenario = common::embedded("hameau:baseline");
    let mut simulation = common::settled(&scenario);
    let mut observer = Observer::new(&simulation);
    simulation.step();
    observer.observe(&simulation);
    let (state, moment) = (simulation.state(), simulation.moment());
    let mut group = criterion.benchmark_group("month");
    group.throughput(Throughput::Elements(state.residents.len() as u64));
    group.bench_function("all twelve phases", |bencher| {
        bencher.iter_batched_ref(|| simulation.clone(), Simulation::step, BatchSize::LargeInput);
    });
    group.bench_function("observer", |bencher| {
        bencher.iter_batched_ref(
            || observer.clone(),
            |observer| observer.observe(&simulation),
            BatchSize::LargeInput,
        );
    });
    group.finish();
    let mut met = Encounters::default();
    common::choose(&simulation, &mut met);
    phases(criterion, state, &moment, &met);
    rulers(criterion, state, &moment, &met);
}

/// Lives, help, and what is made of it.
fn phases(criterion: &mut Criterion, state: &State, moment: &Moment, met: &Encounters) {
    let mut group = criterion.benchmark_group("phase");
    group.throughput(Throughput::Elements(state.residents.len() as u64));
    let table = LifeTable::new(moment.values);
    group.bench_function("lives", |bencher| {
        bencher.iter_batched_ref(
            || (state.children.clone(), state.newborns.clone()),
            |(children, newborns)| {
                let lives =
                    Lives { residents: &state.residents, surveys: &state.surveys, fit: &state.users.fit };
                live(moment, &table, &lives, &mut Young { children, newborns })
            },
            BatchSize::LargeInput,
        );
    });
    let mut seen = state.seen.clone();
    group.bench_function("help", |bencher| {
        bencher.iter(|| help(moment, &state.residents, &state.minds, met, &mut seen));
    });
    let mut minds = state.minds.clone();
    group.bench_function("belief and know-how", |bencher| {
        bencher.iter(|| remember(moment.values, &mut seen, &mut minds));
    });
    group.finish();
}

fn rulers(criterion: &mut Criterion, state: &State, moment: &Moment, met: &Encounters) {
    let mut group = criterion.benchmark_group("ruler");
    group.throughput(Throughput::Elements(state.residents.len() as u64));
    let (mut touch, mut draw) = (common::touched(state.residents.len()), common::drawn(state, moment, met));
    group.bench_function("state: 192 bytes of ties read and written", |bencher| bencher.iter(&mut touch));
    group.bench_function("draws: one block for each encounter", |bencher| bencher.iter(&mut draw));
    group.finish();
}

criterion_group! {
    name = month;
    config = Criterion::default().sample_size(30).measurement_time(std::time::Duration::from_millis(1500))
        .warm_up_time(std::time::Duration::from_millis(300)).without_plots();
    targets = whole
}
criterion_main!(month);
