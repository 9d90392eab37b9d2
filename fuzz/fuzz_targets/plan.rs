//! Any bytes are a piece of a plan or a sentence why they are none: as the head, as an addition, and as an addition with the
//! right seal.

#![no_main]

mod shared;

use hameau_study::engine::Study;
use hameau_study::store::{sealed, text_digest};
use libfuzzer_sys::fuzz_target;
use std::fs;

fuzz_target!(|bytes: &[u8]| {
    let folder = shared::folder();
    let (head, piece) = (folder.join("plan/study.json"), folder.join("plan/000000.json"));
    let (own_head, own_piece) = (fs::read(&head).expect("read"), fs::read(&piece).expect("read"));
    let open = || drop(Study::open(folder).map(|study| study.map(|study| study.runs())));
    fs::write(&head, bytes).expect("written");
    open();
    fs::write(&head, &own_head).expect("written");
    fs::write(&piece, bytes).expect("written");
    open();
    if let Ok(value @ serde_json::Value::Object(_)) = serde_json::from_slice::<serde_json::Value>(bytes)
        && value != serde_json::json!({})
    {
        fs::write(&piece, sealed(&value, Some(&text_digest(&own_head))).0).expect("written");
        open();
    }
    fs::write(&piece, own_piece).expect("written");
});
