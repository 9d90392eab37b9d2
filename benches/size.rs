//! How does the cost grow with the territory? Made-up ones of a thousand adults to `MOST_ADULTS` (default 100,000).
//!
//! Per adult and month, without the founding. A million adults take a minute: `MOST_ADULTS=1000000 cargo bench --bench size`.

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use hameau::random::World;
use hameau::scenario::{Memory, Overrides, Scenario, resolve};
use hameau::step::Simulation;

/// Adults and communes.
const SIZES: [(u32, u32); 5] =
    [(1_000, 5), (10_000, 35), (100_000, 60), (1_000_000, 200), (10_000_000, 2_000)];

fn made_up(adults: u32, communes: u32) -> Scenario {
    let territory = format!(
        "name = \"made-up\"\ntitle = {{ en = \"made up\", fr = \"fictif\" }}\nsource = \"made up\"\n\
         [synthetic]\ncommunes = {communes}\nadults = {adults}\n"
    );
    let scenario = "name = \"size\"\ntitle = { en = \"size\", fr = \"taille\" }\nbase = \"hameau:baseline\"\n\
                    territory = \"territory.toml\"\n";
    let files = Memory::default().with("territory.toml", territory).with("size.toml", scenario);
    resolve("size.toml", &Overrides::default(), &files).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

fn month(criterion: &mut Criterion) {
    let most = std::env::var("MOST_ADULTS").map_or(100_000, |most| most.parse().expect("a number of adults"));
    let mut group = criterion.benchmark_group("month of a territory");
    for (adults, communes) in SIZES.into_iter().filter(|(adults, _)| *adults <= most) {
        let scenario = made_up(adults, communes);
        let simulation = Simulation::new(&scenario, World { seed: 1, replicate: 0 }, None);
        group.throughput(Throughput::Elements(simulation.state().residents.len() as u64));
        group.bench_function(format!("{adults} adults"), |bencher| {
            bencher.iter_batched_ref(|| simulation.clone(), Simulation::step, BatchSize::PerIteration);
        });
    }
    group.finish();
}

criterion_group! {
    name = size;
    config = Criterion::default().sample_size(10).without_plots();
    targets = month
}
criterion_main!(size);
