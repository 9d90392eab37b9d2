//! Does `hameau compare` say what the worlds allow, and no more; and does it go on from what is there?

use crate::tiny::{RUNS, Tiny, rows};
use hameau_study::engine::Study;
use serde_json::Value;
use std::fs;

/// A base, a policy on it, the base under another name, and one of other months.
fn scenarios() -> Tiny {
    let tiny = Tiny::new();
    let write = |name: &str, text: &str| fs::write(tiny.path(name), text).expect("written");
    write("base.toml", "base = \"tiny.toml\"\nname = \"base\"\n[simulation]\nduration_months = 18\n");
    write("same.toml", "base = \"base.toml\"\nname = \"same\"\n");
    write(
        "facilitated.toml",
        "base = \"base.toml\"\nname = \"facilitated\"\n[[programme]]\ninstrument = \"facilitation\"\n\
         name = \"facilitator\"\nplace = \"place\"\nfrom = \"2022-11\"\nparams = { staff_fte = 1 }\n",
    );
    write("shorter.toml", "base = \"base.toml\"\nname = \"shorter\"\n[simulation]\nduration_months = 17\n");
    write("namesake.toml", "base = \"facilitated.toml\"\nname = \"base\"\n");
    tiny
}

fn compared(tiny: &Tiny, arguments: &[&str]) -> Value {
    let (code, out, err) =
        tiny.hameau(&[&["compare", "base.toml"], arguments, &["--json", "--quiet"]].concat());
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    let json: Value = serde_json::from_str(&out).expect("one JSON object");
    json
}

fn effect<'j>(json: &'j Value, policy: usize, indicator: &str) -> &'j Value {
    let effects = json["comparison"]["policies"][policy]["effects"].as_array().expect("effects");
    effects.iter().find(|effect| effect["indicator"] == indicator).expect("an effect on every indicator")
}

#[test]
fn a_policy_that_is_the_base_is_identical_in_everything() {
    let tiny = scenarios();
    let json = compared(&tiny, &["same.toml", "facilitated.toml", "--replicates", "4"]);
    let same = &json["comparison"]["policies"][0];
    assert_eq!(same["identical"], true);
    for effect in same["effects"].as_array().expect("effects") {
        assert_eq!(effect["verdict"], "identical");
        assert!(effect["difference"].is_null() || effect["difference"] == 0.0, "{effect}");
        assert_eq!(effect["cost"]["kind"], "unknown");
    }
    assert_eq!(json["comparison"]["policies"][1]["identical"], false);
    // The worlds of both are simulated once: they are the same.
    let study = Study::existing(&tiny.path("results/base-and-2-policies")).expect("a study");
    let simulated: u32 = study.blocks().iter().map(|block| block.count).sum();
    assert_eq!(study.runs() - simulated, study.point("same").map_or(0, |point| point.worlds.count()));
    assert_eq!(simulated * 3, study.runs() * 2);
}

#[test]
fn one_world_gives_differences_and_no_verdict() {
    let tiny = scenarios();
    let json = compared(&tiny, &["facilitated.toml", "--replicates", "1"]);
    for effect in json["comparison"]["policies"][0]["effects"].as_array().expect("effects") {
        assert!(effect["interval"].is_null(), "{effect}");
        assert_eq!(effect["verdict"], "undecided", "{effect}");
    }
    assert!(!effect(&json, 0, "adults_persons")["difference"].is_null());
}

#[test]
fn what_never_happens_and_what_is_undefined_are_said_so() {
    let tiny = scenarios();
    // Nothing that takes five years to build operates within eighteen months.
    let json =
        compared(&tiny, &["facilitated.toml", "--replicates", "6", "--set", "works.building_months=60"]);
    let never = effect(&json, 0, "mixed_work_operating_event");
    assert_eq!((&never["base_mean"], &never["policy_mean"]), (&0.0.into(), &0.0.into()), "{never}");
    assert_eq!(never["method"], "newcombe_paired");
    assert_ne!(never["verdict"], "identical");
    let gap = effect(&json, 0, "attendance_newcomer_share_gap");
    let (used, undefined) = (gap["worlds_used"].as_u64(), gap["worlds_undefined"].as_u64());
    assert_eq!(used.zip(undefined).map(|(used, undefined)| used + undefined), Some(6));
    assert!(undefined > Some(0), "in a village this small some worlds have no user: {gap}");
}

#[test]
fn the_folder_holds_what_was_printed() {
    let tiny = scenarios();
    let arguments = ["compare", "base.toml", "facilitated.toml", "--replicates", "5", "--out", "x"];
    let (code, out, _) = tiny.hameau(&[&arguments[..], &["--lang", "en"]].concat());
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("5 paired worlds against base") && out.contains("facilitated"), "{out}");
    let json: Value = serde_json::from_slice(&tiny.read("x/comparison.json")).expect("JSON");
    assert_eq!((&json["base"], &json["worlds"]), (&"base".into(), &5.into()));
    let table = String::from_utf8(tiny.read("x/comparison.csv")).expect("UTF-8");
    assert_eq!(table.lines().count(), 1 + hameau_model::observe::indicators::Indicator::COUNT);
    let manifest = tiny.manifest("x");
    for name in ["comparison.json", "comparison.csv", "runs.parquet"] {
        let listed = manifest["files"].as_array().expect("files").iter().find(|file| file["name"] == name);
        assert_eq!(
            listed.expect("listed")["sha256"],
            crate::tiny::sha256(&tiny.read(&format!("x/{name}"))),
            "{name}"
        );
    }
    // The difference is that of the runs, world by world.
    let runs = rows(&tiny.path(&format!("x/{RUNS}")));
    let value = |run: usize| runs[run]["adults_persons"].as_f64().expect("a number");
    let mean = (0..5).map(|world| value(5 + world) - value(world)).sum::<f64>() / 5.0;
    let effects = json["policies"][0]["effects"].as_array().expect("effects");
    let adults = effects.iter().find(|effect| effect["indicator"] == "adults_persons").expect("adults");
    assert!((adults["difference"].as_f64().expect("a number") - mean).abs() < 1e-9);
    let (code, out, err) = tiny.hameau(&["verify", "x"]);
    assert_eq!(code, 0, "{out}{err}");
}

#[test]
fn more_worlds_and_more_policies_go_on_from_what_is_there() {
    let tiny = scenarios();
    let first = compared(&tiny, &["facilitated.toml", "--replicates", "3", "--out", "x"]);
    let parts = tiny.files("x/parts");
    let again = ["compare", "base.toml", "facilitated.toml", "same.toml", "--replicates", "5", "--out", "x"];
    let (code, _, err) = tiny.hameau(&[&again[..], &["--lang", "en"]].concat());
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("going on: 9 of 15 worlds are there already, 4 to simulate"), "{err}");
    assert!(parts.iter().all(|part| tiny.files("x/parts").contains(part)));
    // The first worlds are what they were.
    assert_eq!(
        compared(&tiny, &["facilitated.toml", "--replicates", "3", "--out", "x"])["comparison"],
        first["comparison"]
    );
}

#[test]
fn a_precision_is_met_or_said_to_be_missed() {
    let tiny = scenarios();
    let asked = |precision: &str, most: &str| {
        compared(
            &tiny,
            &[
                "facilitated.toml",
                "--precision",
                precision,
                "--max-replicates",
                most,
                "--indicators",
                "help_given_share",
            ],
        )
    };
    let met = asked("5", "100");
    assert_eq!((&met["precise_enough"], &met["comparison"]["worlds"]), (&true.into(), &30.into()));
    let missed = asked("0.000001", "33");
    assert_eq!((&missed["precise_enough"], &missed["comparison"]["worlds"]), (&false.into(), &33.into()));
}

#[test]
fn what_cannot_be_compared_is_refused_with_a_reason() {
    let tiny = scenarios();
    for (arguments, told) in [
        (&["base.toml"][..], "a comparison needs a base and a policy or more"),
        (&["base.toml", "shorter.toml"], "only the same months can be compared"),
        (&["base.toml", "hameau:shared-place"], "only the same people can be compared"),
        (&["base.toml", "namesake.toml"], "two scenarios are named `base`"),
        (&["base.toml", "same.toml", "--indicators", "adult_persons"], "did you mean `adults_persons`?"),
        (&["base.toml", "same.toml", "--precision", "0"], "a number above 0"),
        (&["base.toml", "same.toml", "--precision", "1", "--replicates", "3"], "cannot be used with"),
        (&["base.toml", "same.toml", "--max-replicates", "3"], "--precision"),
        (&["base.toml", "nowhere.toml"], "nowhere.toml"),
    ] {
        let (code, out, err) = tiny.hameau(&[&["compare"], arguments].concat());
        assert_eq!((code, out.as_str()), (1, ""), "{arguments:?}: {err}");
        assert!(err.contains(told), "{arguments:?}: {err}");
    }
    assert!(!tiny.path("results").exists());
}

#[test]
fn french_is_french() {
    let tiny = scenarios();
    let (code, out, err) =
        tiny.hameau(&["compare", "base.toml", "facilitated.toml", "--replicates", "2", "--lang", "fr"]);
    assert_eq!(code, 0, "{err}");
    for words in ["2 mondes appariés face à base", "politique", "Résultats dans"] {
        assert!(out.contains(words), "{words}: {out}");
    }
    for words in ["policy", "worlds", "undecided"] {
        assert!(!out.contains(words), "{words}: {out}");
    }
}
