//! How does the cost grow with the territory? Made-up ones of one density, a thousand adults to `MOST_ADULTS` (default
//! 100,000).
//!
//! Per adult and month, without the founding: between two sizes, the exponent of the cost is 1 plus the logarithm of the
//! ratio of what is printed over that of the ratio of the adults. The ruler reads and writes the ties once. A million adults
//! take some minutes: `MOST_ADULTS=1000000 cargo bench --bench size`.

mod common;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use hameau_model::inputs::scenario::{Memory, Overrides, Scenario, resolve};
use hameau_model::rules::step::Simulation;

const SIZES: [u32; 4] = [1_000, 10_000, 100_000, 1_000_000];
/// Adults of a commune on average, as in the reference, so that all sizes have one density.
const COMMUNE: u32 = 270;

fn made_up(adults: u32) -> Scenario {
    let communes = (adults / COMMUNE).max(1);
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
    for adults in SIZES.into_iter().filter(|adults| *adults <= most) {
        let scenario = made_up(adults);
        let simulation = Simulation::new(&scenario, common::world(0), None);
        group.throughput(Throughput::Elements(simulation.state().residents.len() as u64));
        group.bench_function(format!("{adults} adults"), |bencher| {
            bencher.iter_batched_ref(|| simulation.clone(), Simulation::step, BatchSize::PerIteration);
        });
        let mut touch = common::touched(simulation.state().residents.len());
        group.bench_function(format!("ruler: ties of {adults} adults"), |bencher| bencher.iter(&mut touch));
    }
    group.finish();
}

criterion_group! {
    name = size;
    config = Criterion::default().sample_size(10).without_plots();
    targets = month
}
criterion_main!(size);
