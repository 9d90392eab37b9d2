//! What do the ties cost? Their operations on the reference territory, beside what reading and writing them costs at least.
//!
//! Everything is per adult and month. Each operation has a plain loop, which touches the same bytes in the same order and
//! decides nothing, and a limit: what no way of doing it can spare.

mod common;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use hameau_model::rules::step::{Simulation, State};
use hameau_model::rules::ties::Fading;
use hameau_model::state::moment::Moment;
use hameau_model::state::population::Row;
use hameau_model::state::ties::{Encounter, Encounters, SLOTS};
use std::hint::black_box;

/// A stock for each slot of each resident.
type Stocks = Vec<[u16; SLOTS]>;

fn network(criterion: &mut Criterion) {
    let scenario = common::embedded("hameau:baseline");
    let simulation = common::settled(&scenario);
    let (state, moment) = (simulation.state(), simulation.moment());
    let met = choosing(criterion, &simulation);
    adding(criterion, state, &met);
    fading(criterion, state, &moment);
}

fn stocks(state: &State) -> Stocks {
    (0..state.residents.rows() as Row).map(|row| *state.ties.stocks(row)).collect()
}

fn choosing(criterion: &mut Criterion, simulation: &Simulation) -> Encounters {
    let (state, moment) = (simulation.state(), simulation.moment());
    let mut group = criterion.benchmark_group("choosing encounters");
    group.throughput(Throughput::Elements(state.residents.len() as u64));
    let mut met = Encounters::default();
    group.bench_function("ours", |bencher| {
        bencher.iter(|| common::choose(simulation, &mut met));
    });
    common::choose(simulation, &mut met);
    let all = common::listed(state, &met);
    let stocks = stocks(state);
    let mut noted = vec![[0_u16; 5]; all.len()];
    group.bench_function("plain loop: stocks of both read, ten bytes written", |bencher| {
        bencher.iter(|| {
            for (meeting, noted) in black_box(&all).iter().zip(&mut noted) {
                let [a, b] = [meeting.from, meeting.with].map(|row| &stocks[row as usize]);
                let sum = a.iter().zip(b).fold(0_u16, |sum, (a, b)| sum.wrapping_add(a ^ b));
                *noted = [meeting.from as u16, meeting.with as u16, sum, meeting.before, meeting.ordinal];
            }
            black_box(&mut noted);
        });
    });
    let mut draw = common::drawn(state, &moment, &met);
    group.bench_function("limit: one block of draws for each encounter", |bencher| bencher.iter(&mut draw));
    group.finish();
    met
}

fn adding(criterion: &mut Criterion, state: &State, met: &Encounters) {
    let mut group = criterion.benchmark_group("adding contact to ties");
    group.throughput(Throughput::Elements(state.residents.len() as u64));
    group.bench_function("ours", |bencher| {
        bencher.iter_batched_ref(
            || state.ties.clone(),
            |ties| ties.meet_all(&state.residents, met),
            BatchSize::LargeInput,
        );
    });
    // Both ends of the tie of each encounter; whoever has none yet is written into the first slots.
    let slot = |a: Row, b: Row| state.ties.tie(a, b).map_or(0, |(_, slot)| slot);
    let ends: Vec<(Row, u8, Row, u8)> = common::listed(state, met)
        .into_iter()
        .map(|Encounter { from, with, .. }| (from, slot(from, with), with, slot(with, from)))
        .collect();
    let mut stocks = stocks(state);
    group.bench_function("plain loop: two stocks written for each encounter", |bencher| {
        bencher.iter(|| {
            for (from, slot, with, back) in black_box(&ends) {
                let stock = &mut stocks[*from as usize][*slot as usize];
                *stock = stock.saturating_add(1);
                let new = *stock;
                stocks[*with as usize][*back as usize] = new;
            }
        });
    });
    group.bench_function("limit: all stocks read and written in order", |bencher| {
        bencher.iter(|| {
            for stock in black_box(&mut stocks).as_flattened_mut() {
                *stock = stock.wrapping_add(1);
            }
        });
    });
    group.finish();
}

fn fading(criterion: &mut Criterion, state: &State, moment: &Moment) {
    let mut group = criterion.benchmark_group("fading and counts over ties");
    group.throughput(Throughput::Elements(state.residents.len() as u64));
    let fading = Fading::new(moment.values);
    group.bench_function("ours", |bencher| {
        bencher.iter_batched_ref(
            || (state.ties.clone(), state.surveys.clone()),
            |(ties, surveys)| fading.month(ties, &state.users.place, surveys),
            BatchSize::LargeInput,
        );
    });
    let after: Vec<u16> = (0..=u16::MAX).map(|stock| stock - stock / 16).collect();
    let (mut stocks, mut counts) = (stocks(state), vec![[0_u8; 4]; state.residents.rows()]);
    let others = vec![[1_u32; SLOTS]; stocks.len()];
    group.bench_function("plain loop: each stock looked up, two thresholds counted", |bencher| {
        bencher.iter(|| {
            for ((stocks, counts), others) in black_box(&mut stocks).iter_mut().zip(&mut counts).zip(&others)
            {
                let left: [u16; SLOTS] = std::array::from_fn(|slot| after[stocks[slot] as usize]);
                let count = |least: u16, mark: u32| {
                    let held = |(stock, other): (&u16, &u32)| u8::from(*stock >= least && *other & mark != 0);
                    left.iter().zip(others).map(held).sum::<u8>()
                };
                *counts = [count(64, 1), count(64, 3), count(3_200, 1), count(3_200, 3)];
                *stocks = left;
            }
        });
    });
    let mut touch = common::touched(stocks.len());
    group.bench_function("limit: 192 bytes of ties read and written", |bencher| bencher.iter(&mut touch));
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(30).measurement_time(std::time::Duration::from_millis(1500))
        .warm_up_time(std::time::Duration::from_millis(300)).without_plots();
    targets = network
}
criterion_main!(benches);
