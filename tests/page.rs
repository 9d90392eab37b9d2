//! Was the committed workshop page made from the sources as they are?

#[path = "../examples/page/sources.rs"]
mod sources;

use std::fs;
use std::path::Path;

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(sources::PAGE);
    fs::read_to_string(path).expect("the page is committed")
}

#[test]
fn the_page_was_made_from_these_sources() {
    let digest = sources::digest(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("readable sources");
    assert!(page().contains(&digest), "{} is stale: cargo run --release --example page", sources::PAGE);
}

#[test]
fn the_page_asks_for_nothing_and_names_no_folder_of_a_machine() {
    let page = page();
    for outside in
        ["src=\"http", "href=\"http", "url(http", "@import", "fetch(", "XMLHttpRequest", "/home/", "/root/"]
    {
        assert!(!page.contains(outside), "the page holds {outside}");
    }
    assert!(!page.contains(env!("CARGO_MANIFEST_DIR")), "the page holds the folder of this checkout");
    assert!(page.len() <= 900_000, "the page weighs {} bytes", page.len());
}
