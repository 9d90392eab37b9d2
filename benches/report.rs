//! What does a comparison cost once its worlds are simulated: effects, verdicts and ranks, and the report in two languages?
//!
//! Two policies against the base, 180 months. The ruler is one of the worlds it is made of, on one thread; the plain loop
//! reads the tables from the disk and writes as many bytes as the pages have, which is the least that a report does.

mod common;

use criterion::{Criterion, criterion_group, criterion_main};
use hameau::api::{self, Asked, Worlds};
use hameau_model::kernel::parallel::available;
use hameau_model::observe::run::simulate;
use hameau_study::engine::{self, Study};
use std::hint::black_box;
use std::sync::atomic::AtomicBool;

const WORLDS: u32 = 20;

/// A finished comparison in `folder`.
fn compared(folder: &std::path::Path) -> Study {
    let names = ["hameau:baseline", "hameau:facilitation", "hameau:portfolio"];
    let asked = Asked {
        scenarios: &names.map(common::recorded),
        worlds: Worlds::Exactly(WORLDS),
        seed: 1,
        series: None,
        replace: false,
        indicators: &[],
        at: &[],
    };
    let ways = common::ways(available());
    let compared =
        api::compare(folder, &asked, &ways, &AtomicBool::new(false), &common::Silent).expect("a comparison");
    assert!(compared.found.is_some(), "every world is there");
    compared.ran.study
}

fn report(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let study = compared(folder.path());
    let mut group = criterion.benchmark_group(format!("a comparison of {} worlds", study.runs()));
    group.sample_size(10);
    group.bench_function("ruler: simulate one of them", |bencher| {
        let base = &study.points()[0].scenario;
        bencher.iter(|| black_box(simulate(base, common::world(0), |_| ())));
    });
    group.bench_function("effects, verdicts and ranks", |bencher| {
        bencher.iter(|| engine::comparison(study.tables()).expect("compared"));
    });
    group.bench_function("pages in two languages", |bencher| {
        bencher.iter(|| api::report(folder.path()).expect("a report"));
    });
    let pages: Vec<String> = api::report(folder.path()).expect("a report").map(|(_, page)| page).into();
    group.bench_function("plain loop: read the tables, copy the pages", |bencher| {
        bencher.iter(|| {
            for entry in std::fs::read_dir(folder.path()).expect("a folder").flatten() {
                if entry.path().is_file() {
                    black_box(std::fs::read(entry.path()).expect("readable"));
                }
            }
            black_box(pages.clone());
        });
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().without_plots();
    targets = report
}
criterion_main!(benches);
