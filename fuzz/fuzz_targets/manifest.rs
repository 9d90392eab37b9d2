//! Any bytes are a manifest or a sentence why they are none, and nothing is opened that is no file of results.

#![no_main]

mod shared;

use hameau_study::engine::{current, status};
use hameau_study::store::{Manifest, as_listed, may_be_listed};
use libfuzzer_sys::fuzz_target;
use std::fs;
use std::sync::atomic::AtomicBool;
use std::time::SystemTime;

fuzz_target!(|bytes: &[u8]| {
    let (study, folder) = (shared::study(), shared::folder());
    fs::write(folder.join("manifest.json"), bytes).expect("written");
    assert!(current(study).is_none(), "no part is there");
    status(study, SystemTime::UNIX_EPOCH).expect("told");
    let _ = Manifest::read(folder);
    for file in Manifest::read_unsealed(folder).into_iter().flat_map(|manifest| manifest.files) {
        let listed = as_listed(folder, &file, &AtomicBool::new(false));
        assert!(may_be_listed(&file.name) || listed.is_err(), "{}", file.name);
    }
});
