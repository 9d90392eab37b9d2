//! Where does a month go? Each phase of the reference territory, beside what its state and its draws cost at least.
//!
//! Everything is per adult and month. The rulers: `state` reads and writes each adult's ties once in a plain loop, which is
//! the limit of the memory; `draws` makes as many draws as the month's encounters need, which is that of the arithmetic.

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use hameau::cooperation::{help, remember};
use hameau::indicators::Observer;
use hameau::moment::Moment;
use hameau::population::{LifeTable, live};
use hameau::random::{Stream, Uniform, Who, World};
use hameau::scenario::{Memory, Overrides, resolve};
use hameau::step::{Simulation, State};
use hameau::territory::Travel;
use hameau::ties::{Encounter, Encounters, Fading, Neighbourhood, SLOTS, meet_in_village};
use std::hint::black_box;

/// Months after which a world is looked at.
const LATER: u32 = 24;

fn whole(criterion: &mut Criterion) {
    let scenario = resolve("hameau:baseline", &Overrides::default(), &Memory::default()).expect("a scenario");
    let mut simulation = Simulation::new(&scenario, World { seed: 1, replicate: 0 }, None);
    let mut observer = Observer::new(&simulation);
    for _ in 0..LATER {
        simulation.step();
        observer.observe(&simulation);
    }
    let (state, moment) = (simulation.state(), simulation.moment());
    let mut group = criterion.benchmark_group("month");
    group.throughput(Throughput::Elements(state.residents.len() as u64));
    group.bench_function("all twelve calls", |bencher| {
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
    let met = contact(criterion, state, &moment);
    after_contact(criterion, state, &moment, &met);
    rulers(criterion, state, &moment, &met);
}

/// Lives, encounters in the village, and their contact added to the ties.
fn contact(criterion: &mut Criterion, state: &State, moment: &Moment) -> Encounters {
    let mut group = criterion.benchmark_group("phase");
    group.throughput(Throughput::Elements(state.residents.len() as u64));
    let table = LifeTable::new(moment.values);
    group.bench_function("lives", |bencher| {
        bencher.iter_batched_ref(
            || (state.children.clone(), state.newborns.clone()),
            |(children, newborns)| {
                let (people, surveys, fit) = (&state.residents, &state.surveys, &state.users.fit);
                live(moment, &table, people, surveys, fit, children, newborns)
            },
            BatchSize::LargeInput,
        );
    });
    let communes = moment.territory.communes.len();
    let members: Vec<u32> = (0..communes).map(|commune| state.communes.members(commune)).collect();
    let neighbourhood =
        Neighbourhood::new(moment.values, &Travel::new(moment.territory, moment.values), &members);
    let choose = |met: &mut Encounters| {
        meet_in_village(
            moment,
            &state.residents,
            &state.ties,
            &state.communes,
            &state.associations,
            &state.association,
            &neighbourhood,
            met,
        );
    };
    let mut met = Encounters::default();
    group.bench_function("choosing encounters", |bencher| bencher.iter(|| choose(&mut met)));
    choose(&mut met);
    group.bench_function("adding contact to ties", |bencher| {
        bencher.iter_batched_ref(
            || state.ties.clone(),
            |ties| ties.meet_all(&state.residents, &met),
            BatchSize::LargeInput,
        );
    });
    group.finish();
    met
}

/// Help, what is made of it, and fading.
fn after_contact(criterion: &mut Criterion, state: &State, moment: &Moment, met: &Encounters) {
    let mut group = criterion.benchmark_group("phase");
    group.throughput(Throughput::Elements(state.residents.len() as u64));
    let mut seen = state.seen.clone();
    group.bench_function("help", |bencher| {
        bencher.iter(|| help(moment, &state.residents, &state.minds, met, &mut seen));
    });
    let mut minds = state.minds.clone();
    group.bench_function("belief and know-how", |bencher| {
        bencher.iter(|| remember(moment.values, &mut seen, &mut minds));
    });
    let fading = Fading::new(moment.values);
    group.bench_function("fading and counts over ties", |bencher| {
        bencher.iter_batched_ref(
            || (state.ties.clone(), state.surveys.clone()),
            |(ties, surveys)| fading.month(ties, &state.users.place, surveys),
            BatchSize::LargeInput,
        );
    });
    group.finish();
}

fn rulers(criterion: &mut Criterion, state: &State, moment: &Moment, met: &Encounters) {
    let mut group = criterion.benchmark_group("ruler");
    group.throughput(Throughput::Elements(state.residents.len() as u64));
    let mut rows = vec![([1_u32; SLOTS], [1_u16; SLOTS]); state.residents.len()];
    group.bench_function("state: 192 bytes of ties read and written", |bencher| {
        bencher.iter(|| {
            for (others, stocks) in black_box(&mut rows) {
                others.iter_mut().zip(stocks).for_each(|(other, stock)| {
                    *other = other.wrapping_add(1);
                    *stock = stock.wrapping_add(1);
                });
            }
        });
    });
    let met: Vec<Encounter> = met.iter(&state.residents).collect();
    let at: Vec<(Who, u32)> = met.iter().map(|meeting| (meeting.who, u32::from(meeting.ordinal))).collect();
    let mut draws = vec![[Uniform::default(); 4]; at.len()];
    group.bench_function("draws: one block for each encounter", |bencher| {
        bencher.iter(|| {
            let at = black_box(&at);
            moment.stream(Stream::Help).fill_at(moment.month, &mut draws, |number| at[number]);
        });
    });
    group.finish();
}

criterion_group! {
    name = month;
    config = Criterion::default().sample_size(30).measurement_time(std::time::Duration::from_millis(1500))
        .warm_up_time(std::time::Duration::from_millis(300)).without_plots();
    targets = whole
}
criterion_main!(month);
