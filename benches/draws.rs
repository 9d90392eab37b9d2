//! What does a draw cost, beside the plainest generator and beside the distribution itself?
//!
//! `sweep` and `single` are per four uniforms (one block of 128 bits, two `u64`); `ruler` is per `u64`;
//! every distribution is per value and starts from uniforms already drawn.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use hameau_model::kernel::random::{Categorical, CommuneCode, Draw, Source, Uniform, Who, World};
use hameau_model::kernel::units::Month;
use rand::{RngExt as _, SeedableRng as _};
use std::hint::black_box;

/// Residents in one sweep: 6 KiB of addresses and draws, well within the first cache.
const SWEEP: usize = 256;

fn source() -> Source {
    World { seed: 1, replicate: 0 }.source(Draw::Help)
}

fn residents() -> Vec<Who> {
    let commune = CommuneCode::parse("26108").expect("a code");
    (0..SWEEP as u32).map(|index| Who::founder(commune, index)).collect()
}

fn splitmix64(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut bits = *state;
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

/// The plainest ways to fill a buffer: no address, no replay.
fn rulers(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("ruler");
    group.throughput(Throughput::Elements(SWEEP as u64));
    let mut out = vec![0_u64; SWEEP];
    group.bench_function("splitmix64", |bencher| {
        let mut state = 1;
        bencher.iter(|| {
            out.fill_with(|| splitmix64(&mut state));
            black_box(&mut out);
        });
    });
    let mut out = vec![0_u64; SWEEP];
    group.bench_function("xoshiro256++ (SmallRng)", |bencher| {
        let mut generator = rand::rngs::SmallRng::seed_from_u64(1);
        bencher.iter(|| {
            out.fill_with(|| generator.random::<u64>());
            black_box(&mut out);
        });
    });
    group.finish();
}

fn blocks(criterion: &mut Criterion) {
    let whos = residents();
    let mut out = vec![[Uniform::default(); 4]; SWEEP];
    let mut group = criterion.benchmark_group("block of four uniforms");
    group.throughput(Throughput::Elements(SWEEP as u64));
    group.bench_function("sweep", |bencher| {
        bencher.iter(|| source().fill(black_box(&whos), Month::FIRST, 0, black_box(&mut out)));
    });
    group.bench_function("single", |bencher| {
        let source = source();
        bencher.iter(|| {
            for (who, row) in whos.iter().zip(&mut out) {
                *row = black_box(source).draws(*who, Month::FIRST, 0);
            }
            black_box(&mut out);
        });
    });
    group.bench_function("single, one used", |bencher| {
        let source = source();
        bencher.iter(|| {
            for (who, row) in whos.iter().zip(&mut out) {
                row[0] = black_box(source).draw(*who, Month::FIRST, 2);
            }
            black_box(&mut out);
        });
    });
    group.finish();
}

fn sum(draws: &[Uniform], transform: impl Fn(Uniform) -> f64) -> f64 {
    draws.iter().fold(0.0, |sum, draw| sum + transform(*draw))
}

fn distributions(criterion: &mut Criterion) {
    let mut uniforms = vec![[Uniform::default(); 4]; SWEEP];
    source().fill(&residents(), Month::FIRST, 0, &mut uniforms);
    let uniforms = uniforms.as_flattened().to_vec();
    let weights = [0.3, 0.2, 0.1, 0.1, 0.1, 0.1, 0.05, 0.05];
    let ready = Categorical::new(&weights);
    let mut group = criterion.benchmark_group("distribution");
    group.throughput(Throughput::Elements(uniforms.len() as u64));
    let mut measure = |name: &str, transform: &dyn Fn(&[Uniform]) -> f64| {
        group.bench_with_input(BenchmarkId::from_parameter(name), &uniforms[..], |bencher, uniforms| {
            bencher.iter(|| transform(black_box(uniforms)));
        });
    };
    let (p, n, sigma) = (black_box(0.3), black_box(1_000), black_box(0.5));
    measure("value", &|draws| sum(draws, Uniform::value));
    measure("bernoulli", &|draws| sum(draws, |u| f64::from(u8::from(u.bernoulli(p)))));
    measure("index", &|draws| sum(draws, |u| f64::from(u.index(n))));
    measure("categorical of 8", &|draws| sum(draws, |u| u.categorical(&ready) as f64));
    measure("choose of 8", &|draws| sum(draws, |u| u.choose(&weights) as f64));
    measure("exponential", &|draws| sum(draws, |u| u.exponential(p)));
    measure("standard normal", &|draws| sum(draws, Uniform::standard_normal));
    measure("lognormal", &|draws| sum(draws, |u| u.lognormal(p, sigma)));
    measure("kumaraswamy", &|draws| sum(draws, |u| u.kumaraswamy(p, sigma)));
    measure("logit-normal", &|draws| sum(draws, |u| u.logit_normal(p, sigma)));
    measure("geometric", &|draws| sum(draws, |u| f64::from(u.geometric(p))));
    for mean in [0.1, 1.0, 8.0, 100.0, 1e4, 1e6].map(black_box) {
        measure(&format!("poisson {mean}"), &|draws| sum(draws, |u| f64::from(u.poisson(mean))));
    }
    for n in [10, 1_000, 100_000].map(black_box) {
        measure(&format!("binomial {n} {p}"), &|draws| sum(draws, |u| f64::from(u.binomial(n, p))));
    }
    group.finish();
}

criterion_group! {
    name = draws;
    config = Criterion::default().sample_size(30).measurement_time(std::time::Duration::from_millis(1500))
        .warm_up_time(std::time::Duration::from_millis(300)).without_plots();
    targets = rulers, blocks, distributions
}
criterion_main!(draws);
