//! What do the worlds say to each story of a session? Writes the generated pages of `docs/workshop/`.
//!
//! `cargo run --release --example stories`: as many worlds as `tests/stories.rs` holds the pages to.

use hameau::parallel::available;
use hameau::workshop::story::stories;
use hameau::workshop::{WORLDS, evidence, kit};
use std::path::Path;

fn main() {
    let simulated = evidence(stories(), WORLDS, available()).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    for told in &simulated {
        for fault in told.faults() {
            println!("{}: {fault}", told.story.id);
        }
    }
    for document in kit(&simulated) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(document.path);
        std::fs::write(&path, document.text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        println!("{}", document.path);
    }
}
