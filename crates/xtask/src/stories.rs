//! What do the worlds say to each story of a session? Writes the generated pages of `docs/workshop/`.
//!
//! `cargo run --release -p xtask -- stories`: as many worlds as `tests/evidence/stories.rs` holds the pages to.

use crate::common::root;
use hameau_model::kernel::parallel::available;
use hameau_workshop::story::stories;
use hameau_workshop::{WORLDS, evidence, kit};

pub fn run() {
    let simulated = evidence(stories(), WORLDS, available()).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    for told in &simulated {
        for fault in told.faults() {
            println!("{}: {fault}", told.story.id);
        }
    }
    for document in kit(&simulated) {
        let path = root().join(document.path);
        std::fs::write(&path, document.text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        println!("{}", document.path);
    }
}
