//! Builds the workshop page: one file with the model inside, `web/hameau-workshop.html`.
//!
//! `cargo run --release -p xtask -- page` writes it; `page --check` builds it anew and says whether the committed one is the
//! same; `page --fresh` only asks whether it was made from the sources as they are. The target `wasm32-unknown-unknown` must
//! be installed.

mod model;
mod pack;
mod put_together;
mod sources;

use crate::common::root;
use std::io;

/// The most that the page may weigh, in bytes, and what a web server sends of it.
const MOST: (usize, usize) = (900_000, 420_000);

/// Whether the page is as it should be.
pub fn run(mode: Option<&str>) -> io::Result<bool> {
    let root = &root();
    let committed = root.join(sources::PAGE);
    let sources = sources::digest(root)?;
    if mode == Some("--fresh") {
        let fresh = std::fs::read_to_string(&committed)?.contains(&sources);
        println!("{}: {}", sources::PAGE, if fresh { "made from these sources" } else { "STALE" });
        return Ok(fresh);
    }
    let wasm = model::build(root)?;
    let packed = pack::packed(&wasm)?;
    let page = put_together::page(root, &sources, &packed)?;
    let sent = pack::gzipped(page.as_bytes())?;
    let kb = |bytes: usize| bytes as f64 / 1000.0;
    println!(
        "model {:.0} kB, packed {:.0} kB; page {:.0} kB, {:.0} kB as sent by a web server",
        kb(wasm.len()),
        kb(packed.len()),
        kb(page.len()),
        kb(sent)
    );
    if page.len() > MOST.0 || sent > MOST.1 {
        eprintln!("more than the {:.0} kB and {:.0} kB that a page may weigh", kb(MOST.0), kb(MOST.1));
        return Ok(false);
    }
    if mode == Some("--check") {
        let same = std::fs::read_to_string(&committed)? == page;
        println!("{}: {}", sources::PAGE, if same { "the same" } else { "DIFFERENT" });
        return Ok(same);
    }
    std::fs::write(&committed, page)?;
    println!("{}", sources::PAGE);
    Ok(true)
}
