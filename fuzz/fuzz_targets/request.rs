//! Any bytes are a request of the page or a sentence why they are none; any text of a link is a scenario or its mistakes.

#![no_main]

use hameau_workshop::Workshop;
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let mut workshop = Workshop::new();
    let ask = |workshop: &mut Workshop, request: &str| {
        let answer = workshop.call(request);
        let answer: Value = serde_json::from_str(&answer).expect("every answer is JSON");
        assert!(answer.is_object(), "{answer}");
    };
    // What simulates is left out: any number of months may be asked for.
    if !["open", "step", "go", "pair", "digest"].iter().any(|verb| text.contains(verb)) {
        ask(&mut workshop, &text);
    }
    ask(&mut workshop, &json!({ "do": "check", "toml": text }).to_string());
    ask(&mut workshop, &json!({ "do": "edit", "toml": text, "drop": [text], "set": [text] }).to_string());
});
