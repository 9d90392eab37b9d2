//! Any bytes are the small tables of a folder of results or a sentence why they are none.

#![no_main]

mod shared;

use hameau_study::engine::{course, summaries};
use libfuzzer_sys::fuzz_target;
use std::fs;

/// The first line of each, so that the bytes are read as its rows.
const HEADS: [&[u8]; 2] = [
    b"scenario,indicator,unit,n_defined,mean,sd,q05,q50,q95\n",
    b"scenario,indicator,month,q05,q50,q95\n",
];

fuzz_target!(|bytes: &[u8]| {
    let (study, folder) = (shared::study(), shared::folder());
    for whole in [false, true] {
        for (name, head) in ["summary.csv", "course.csv"].into_iter().zip(HEADS) {
            let content = if whole { bytes.to_vec() } else { [head, bytes].concat() };
            fs::write(folder.join(name), content).expect("written");
        }
        let _ = summaries(study.tables(), &study.points()[0].name);
        let _ = course(study.tables(), &study.points()[0].name);
    }
});
