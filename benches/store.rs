//! What does keeping results cost, beside simulating them?
//!
//! Per world of the reference scenario, monthly series: encoding and reading back the part of a block, putting it on the
//! disk, and making the tables of twenty worlds. The ruler is the simulation of one world, on one thread.

mod common;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use hameau::api;
use hameau_model::inputs::scenario::Recorded;
use hameau_model::kernel::random::World;
use hameau_model::observe::run::simulate;
use hameau_study::engine::{self, Study, Wanted};
use hameau_study::store::{Kind, Part, RunRecord, Series, decode, encode};
use std::hint::black_box;
use std::sync::atomic::AtomicBool;

const WORLDS: u32 = 20;

/// A finished study of the reference scenario in `folder`.
fn finished(reference: &Recorded, folder: &std::path::Path) -> Study {
    let scenarios = std::slice::from_ref(reference);
    let series = Some(Series::Monthly);
    let wanted = Wanted {
        scenarios,
        replicates: WORLDS,
        seed: 1,
        kind: &Kind::Run,
        sources: &[],
        series,
        replace: false,
    };
    api::run(folder, &wanted, &common::ways(1), &AtomicBool::new(false), &common::Silent)
        .expect("simulated")
        .study
}

fn store(criterion: &mut Criterion) {
    let reference = common::recorded("hameau:baseline");
    let folder = tempfile::tempdir().expect("a folder");
    let study = finished(&reference, folder.path());
    let (block, point) = (&study.blocks()[0], &study.points()[0]);
    let runs = study.block_runs(block);
    let records: Vec<RunRecord> = block
        .each()
        .map(|(_, replicate)| {
            let run = simulate(&point.scenario, World { seed: study.seed(), replicate }, |_| ());
            RunRecord::new(replicate, &run.months, &run.groups, study.head())
        })
        .collect();
    let whole = Part { records, unknown: Vec::new(), to_the_byte: true };
    let part = encode(&runs, study.head(), &whole);

    let mut group = criterion.benchmark_group("store");
    group.sample_size(10);
    group.bench_function("ruler: simulate a world", |bencher| {
        bencher.iter(|| black_box(simulate(&point.scenario, World { seed: 1, replicate: 0 }, |_| ())));
    });
    group.throughput(Throughput::Elements(u64::from(block.count)));
    group.bench_function(format!("encode a part of {} worlds", block.count), |bencher| {
        bencher.iter(|| black_box(encode(&runs, study.head(), &whole)));
    });
    group.bench_function(format!("decode a part of {} worlds", block.count), |bencher| {
        let read = || bytes::Bytes::from(part.clone());
        bencher.iter_batched(
            read,
            |part| black_box(decode(part, &runs, study.head())),
            BatchSize::SmallInput,
        );
    });
    group.bench_function(format!("bring a part of {} worlds to the disk", block.count), |bencher| {
        let path = folder.path().join("parts").join("bench");
        bencher.iter(|| {
            std::fs::write(&path, &part).expect("written");
            std::fs::File::open(&path).and_then(|file| file.sync_all()).expect("settled");
            std::fs::remove_file(&path).expect("taken away");
        });
    });
    group.throughput(Throughput::Elements(u64::from(WORLDS)));
    group.bench_function(format!("merge {WORLDS} worlds"), |bencher| {
        bencher.iter(|| black_box(engine::make(&study, study.path()).expect("made").show().expect("shown")));
    });
    group.finish();
}

criterion_group!(benches, store);
criterion_main!(benches);
