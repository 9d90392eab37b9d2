//! Plans that today's verbs write, and some that only their format allows.

use crate::small::{digest, done, parts, small, unmerge};
use crate::tiny::{RUNS, Tiny, rows};
use hameau_study::store::{sealed, text_digest};
use serde_json::{Value, json};
use std::fs;

/// Changes the first addition of a plan and seals it anew.
fn replan(tiny: &Tiny, out: &str, change: impl FnOnce(&mut Value)) {
    let path = tiny.path(out).join("plan/000000.json");
    let mut addition: Value = serde_json::from_slice(&fs::read(&path).expect("read")).expect("JSON");
    addition.as_object_mut().expect("an object").shift_remove("seal");
    change(&mut addition);
    let follows = text_digest(&tiny.read(&format!("{out}/plan/study.json")));
    fs::write(path, sealed(&addition, Some(&follows)).0).expect("written");
}

#[test]
fn worlds_of_a_row_may_begin_anywhere() {
    let tiny = small();
    done(&tiny, "all", &["--replicates", "60"]);
    done(&tiny, "x", &["--replicates", "60"]);
    replan(&tiny, "x", |addition| {
        addition["work"] = json!([
            { "block": 7, "worlds": [{ "row": 0, "from": 40, "to": 50 }] },
            { "block": 64, "worlds": [{ "row": 0, "from": 5, "to": 8 }] },
        ]);
    });
    unmerge(&tiny, "x");
    fs::remove_dir_all(tiny.path("x/parts")).expect("taken away");
    let (code, _, err) = tiny.hameau(&["batch", "x", "--quiet"]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(parts(&tiny, "x").len(), 3, "of 7, 3 and 3 worlds");
    let [all, some] = ["all", "x"].map(|out| rows(&tiny.path(out).join(RUNS)));
    assert_eq!(some, [&all[5..8], &all[40..50]].concat(), "the same worlds, in order");
    let manifest = tiny.manifest("x");
    assert_eq!(manifest["scenarios"][0]["worlds"], json!([[5, 7], [40, 49]]));
    assert_eq!(manifest["runs"], 13);
    let (code, out, err) = tiny.hameau(&["verify", "x", "--all", "--lang", "en"]);
    assert!(code == 0 && out.contains("13 runs simulated again"), "{out}{err}");
    assert_eq!(tiny.hameau(&["report", "x"]).0, 0);
    // The worlds between are what a run of the first 60 adds.
    done(&tiny, "x", &["--replicates", "60"]);
    assert_eq!(digest(&tiny, "x"), digest(&tiny, "all"));
}

/// What nobody's verb would write is damage in words, at once.
#[test]
fn a_plan_that_says_what_cannot_be_is_refused() {
    type Change = fn(&mut Value);
    let cases: [(Change, &str); 8] = [
        (|plan| plan["work"][0]["block"] = 0.into(), "a block of 0 runs"),
        (|plan| plan["work"][0]["block"] = 4_000_000_000_u32.into(), "a block of 4000000000 runs"),
        (|plan| plan["work"][0]["worlds"][0]["row"] = 7.into(), "worlds of row 7, which is not there"),
        (|plan| plan["work"][0]["worlds"][0]["to"] = 4_294_967_295_u32.into(), "no range of worlds"),
        (|plan| plan["work"][0]["worlds"][0]["from"] = 30.into(), "no range of worlds"),
        (
            |plan| {
                let first = plan["work"][0].clone();
                plan["work"] = json!([first.clone(), first]);
            },
            "worlds of row 0 twice",
        ),
        (
            |plan| plan["tables"][0]["columns"] = json!(["travel.fixed_minutes"]),
            "not a value for each column",
        ),
        (
            |plan| {
                let first = plan["tables"][0].clone();
                plan["tables"] = json!([first.clone(), first]);
            },
            "it plans `small` a second time",
        ),
    ];
    let tiny = small();
    done(&tiny, "x", &["--replicates", "30"]);
    let before = tiny.read("x/plan/000000.json");
    for (change, told) in cases {
        replan(&tiny, "x", change);
        for (verb, code) in [("status", 1), ("verify", 1), ("merge", 1), ("batch", 65)] {
            let (found, _, err) = tiny.hameau(&[verb, "x"]);
            assert_eq!(found, code, "{verb}: {err}");
            assert!(err.contains("`x/plan/000000.json` is damaged: ") && err.contains(told), "{told}: {err}");
        }
        fs::write(tiny.path("x/plan/000000.json"), &before).expect("written");
    }
}

/// The head is pinned by what was planned under it: another seed is no second study.
#[test]
fn another_seed_in_the_head_is_refused_and_never_simulated() {
    let tiny = small();
    done(&tiny, "x", &["--replicates", "30"]);
    let before = parts(&tiny, "x");
    let head = String::from_utf8(tiny.read("x/plan/study.json")).expect("text");
    for (from, to) in
        [("\"seed\": 1,", "\"seed\": 2,"), ("\"monthly\"", "\"yearly\""), ("\"program\"", " \"program\"")]
    {
        assert!(head.contains(from));
        fs::write(tiny.path("x/plan/study.json"), head.replace(from, to)).expect("written");
        for (verb, code) in [("verify", 1), ("merge", 1), ("report", 1), ("batch", 65)] {
            let (found, _, err) = tiny.hameau(&[verb, "x"]);
            assert_eq!(found, code, "{verb}: {err}");
            assert!(err.contains("`x/plan/000000.json` is damaged: its seal is not that of"), "{err}");
        }
        let (code, _, err) = crate::small::run(&tiny, "x", &["--replicates", "30"]);
        assert!(code == 1 && err.contains("--force"), "{err}");
        assert_eq!(parts(&tiny, "x"), before);
    }
}
