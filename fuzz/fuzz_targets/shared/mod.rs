//! A folder of results with a plan of two worlds and no part, of this process alone.
#![allow(dead_code, reason = "each target uses its own part")]

use hameau_model::inputs::scenario::{Memory, Overrides, resolve_recorded};
use hameau_study::engine::{Study, Wanted, begin};
use hameau_study::store::Kind;
use std::path::PathBuf;
use std::sync::OnceLock;

/// The folder.
pub fn folder() -> &'static PathBuf {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let path = std::env::temp_dir().join(format!("hameau-fuzz-{}", std::process::id()));
        let scenarios = [resolve_recorded("hameau:baseline", &Overrides::default(), &Memory::default())
            .unwrap_or_else(|mistakes| panic!("{mistakes}"))];
        let wanted = Wanted {
            scenarios: &scenarios,
            replicates: 2,
            seed: 1,
            kind: &Kind::Run,
            sources: &[],
            series: None,
            replace: false,
        };
        begin(&path, &wanted).expect("planned");
        path
    })
}

/// The study in it.
pub fn study() -> &'static Study {
    static STUDY: OnceLock<Study> = OnceLock::new();
    STUDY.get_or_init(|| Study::existing(folder()).expect("a study"))
}
