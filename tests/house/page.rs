//! Was the committed workshop page made from the sources as they are?

#[path = "../../crates/xtask/src/page/sources.rs"]
mod sources;

use lzma_rust2::LzmaReader;
use std::fs;
use std::io::Read as _;
use std::path::Path;

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(sources::PAGE);
    fs::read_to_string(path).expect("the page is committed")
}

#[test]
fn the_page_was_made_from_these_sources() {
    let digest = sources::digest(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("readable sources");
    assert!(page().contains(&digest), "{} is stale: cargo run --release -p xtask -- page", sources::PAGE);
}

/// What the page unpacks when it is opened: its words, its stories, its code.
fn unpacked(page: &str) -> String {
    let (_, after) = page.split_once(" id=\"packed\">").expect("a pack");
    let (packed, _) = after.split_once("</script>").expect("its end");
    let mut text = String::new();
    let packed = bytes(packed.trim());
    let mut reader = LzmaReader::new_mem_limit(&packed[..], u32::MAX, None).expect("a pack");
    reader.read_to_string(&mut text).expect("text");
    text
}

/// The bytes of a text in base64.
fn bytes(text: &str) -> Vec<u8> {
    let sixth = |letter: u8| match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => panic!("{letter} is no letter of base64"),
    };
    let letters: Vec<u32> =
        text.trim_end_matches('=').bytes().map(|letter| u32::from(sixth(letter))).collect();
    let four = |letters: &[u32]| {
        let bits = letters.iter().fold(0, |bits, sixth| bits << 6 | sixth) << (6 * (4 - letters.len()));
        bits.to_be_bytes()[1..letters.len()].to_vec()
    };
    letters.chunks(4).flat_map(four).collect()
}

#[test]
fn the_page_asks_for_nothing_and_names_no_folder_of_a_machine() {
    let page = page();
    let inside = unpacked(&page);
    assert!(inside.contains("postMessage"), "no code");
    for outside in
        ["src=\"http", "href=\"http", "url(http", "@import", "fetch(", "XMLHttpRequest", "/home/", "/root/"]
    {
        assert!(!page.contains(outside) && !inside.contains(outside), "the page holds {outside}");
    }
    assert!(!page.contains(env!("CARGO_MANIFEST_DIR")), "the page holds the folder of this checkout");
    assert!(page.len() <= 900_000, "the page weighs {} bytes", page.len());
}
