//! How much are two threads worth to a batch of worlds, beside a plain loop of the same worlds and one that shares nothing?
//!
//! `processor` is the time of a world on a processor: what it gains or loses by another one beside it. `threads at work` is
//! the time on processors over that on the clock: 2 when none ever waits. The gain of two threads is the product of the
//! second with the ratio of the first. On a busy machine all three ways wait alike, and the last one is the most there is.

mod common;

use cpu_time::ProcessTime;
use criterion::measurement::{Measurement, ValueFormatter};
use criterion::{Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::scenario::Scenario;
use hameau_model::kernel::parallel::in_order;
use hameau_model::observe::run::simulate;
use std::hint::black_box;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

const THREADS: u32 = 2;
const WORLDS: u32 = 8;
/// Draws of a job that shares nothing: about as long as a world.
const DRAWS: u64 = 100_000_000;

/// Two years of the reference territory.
fn scenario() -> Scenario {
    let mut scenario = common::embedded("hameau:baseline");
    scenario.values.set(Key::Months, 24.0);
    scenario
}

/// As the program does it: in order, each when a thread is free.
fn ours(threads: u32, job: impl Fn(u32) -> u64 + Sync) {
    let job = |number| Some(job(number));
    let each = |_, digest| {
        black_box(digest);
        Ok::<(), ()>(())
    };
    in_order(WORLDS, threads as usize, &AtomicBool::new(false), job, each).expect("worlds are simulated");
}

/// Each thread does its share, and that is all.
fn plain(job: impl Fn(u32) -> u64 + Sync) {
    let job = &job;
    std::thread::scope(|scope| {
        for first in 0..THREADS {
            scope.spawn(move || {
                for number in (first..WORLDS).step_by(THREADS as usize) {
                    black_box(job(number));
                }
            });
        }
    });
}

/// Stays in registers.
fn nothing_shared(number: u32) -> u64 {
    (0..DRAWS).fold(u64::from(number), |state, _| {
        let bits = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits ^ (bits >> 27)
    })
}

fn processor(criterion: &mut Criterion) {
    let scenario = scenario();
    let job = |replicate| simulate(&scenario, common::world(replicate), |_| ()).digest();
    let mut group = criterion.benchmark_group("processor");
    group.sampling_mode(SamplingMode::Flat).throughput(Throughput::Elements(u64::from(WORLDS)));
    let spent = |run: &dyn Fn(), times: u64| {
        let begun = ProcessTime::now();
        (0..times).for_each(|_| run());
        begun.elapsed()
    };
    group.bench_function("worlds on one thread", |bencher| {
        bencher.iter_custom(|times| spent(&|| ours(1, job), times));
    });
    group.bench_function("worlds on two", |bencher| {
        bencher.iter_custom(|times| spent(&|| ours(THREADS, job), times));
    });
    group.bench_function("plain loop: worlds on two", |bencher| {
        bencher.iter_custom(|times| spent(&|| plain(job), times));
    });
    group.finish();
}

/// Threads at work at once, on average.
struct AtWork;

impl AtWork {
    /// The mean of doing something so many times, once for each: criterion divides by how many there were.
    fn of(self, run: &dyn Fn(), times: u64) -> f64 {
        let begun = self.start();
        (0..times).for_each(|_| run());
        self.end(begun) * times as f64
    }
}

impl Measurement for AtWork {
    type Intermediate = (Instant, ProcessTime);
    type Value = f64;

    fn start(&self) -> Self::Intermediate {
        (Instant::now(), ProcessTime::now())
    }

    fn end(&self, (clock, processor): Self::Intermediate) -> f64 {
        processor.elapsed().as_secs_f64() / clock.elapsed().as_secs_f64()
    }

    fn add(&self, a: &f64, b: &f64) -> f64 {
        a + b
    }

    fn zero(&self) -> f64 {
        0.0
    }

    fn to_f64(&self, value: &f64) -> f64 {
        *value
    }

    fn formatter(&self) -> &dyn ValueFormatter {
        &Self
    }
}

impl ValueFormatter for AtWork {
    fn scale_values(&self, _: f64, _: &mut [f64]) -> &'static str {
        "threads"
    }

    fn scale_throughputs(&self, _: f64, _: &Throughput, _: &mut [f64]) -> &'static str {
        "threads"
    }

    fn scale_for_machines(&self, _: &mut [f64]) -> &'static str {
        "threads"
    }
}

fn at_work(criterion: &mut Criterion<AtWork>) {
    let scenario = scenario();
    let job = |replicate| simulate(&scenario, common::world(replicate), |_| ()).digest();
    let mut group = criterion.benchmark_group("threads at work");
    group.sampling_mode(SamplingMode::Flat);
    group.bench_function("worlds on two", |bencher| {
        bencher.iter_custom(|times| AtWork.of(&|| ours(THREADS, job), times));
    });
    group.bench_function("plain loop: worlds on two", |bencher| {
        bencher.iter_custom(|times| AtWork.of(&|| plain(job), times));
    });
    group.bench_function("limit: two that share nothing", |bencher| {
        bencher.iter_custom(|times| AtWork.of(&|| plain(nothing_shared), times));
    });
    group.finish();
}

fn settings() -> Criterion {
    Criterion::default().sample_size(10).warm_up_time(Duration::from_secs(1)).without_plots()
}

criterion_group! {
    name = of_processors;
    config = settings();
    targets = processor
}
criterion_group! {
    name = of_threads;
    config = settings().with_measurement(AtWork);
    targets = at_work
}
criterion_main!(of_processors, of_threads);
