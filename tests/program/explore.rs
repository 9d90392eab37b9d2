//! Does `hameau explore` tell effects, causes and what conclusions hang on, from the same worlds?

use crate::tiny::Tiny;
use hameau_study::engine::Study;
use serde_json::Value;
use std::fs;

const STUDY: &str = "base = \"full.toml\"
name = \"two\"
replicates_count = 3
outcomes = [\"mixed_work_operating_event\", \"active_users_persons\"]

[[factor]]
name = \"place\"
off = { without = [\"place\", \"governance\"] }

[[factor]]
name = \"governance\"
off = { without = [\"governance\"] }
";

fn study() -> Tiny {
    let tiny = Tiny::new();
    let full = "base = \"tiny.toml\"\n[simulation]\nduration_months = 12\n[[programme]]\n\
                instrument = \"place_governance\"\nname = \"governance\"\nplace = \"place\"\nfrom = \"2022-10\"\n\
                params = { co_governance_share = 1 }\n";
    fs::write(tiny.path("full.toml"), full).expect("written");
    fs::write(tiny.path("study.toml"), STUDY).expect("written");
    tiny
}

fn json(tiny: &Tiny, arguments: &[&str]) -> Value {
    let (code, out, err) = tiny.hameau(&[&["explore"], arguments, &["--json", "--quiet"]].concat());
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    serde_json::from_str(&out).expect("one JSON object")
}

#[test]
fn every_setting_is_simulated_once_in_the_same_worlds() {
    let tiny = study();
    let found = json(&tiny, &["study.toml"]);
    let names: Vec<&str> =
        found["settings"].as_array().expect("settings").iter().filter_map(|of| of["name"].as_str()).collect();
    assert_eq!(names, ["none", "place", "governance", "place+governance"]);
    // Governance without a place is nothing: three settings to simulate, not four.
    let study = Study::existing(&tiny.path("results/two")).expect("a study");
    let simulated: u32 = study.blocks().iter().map(|block| block.count).sum();
    assert_eq!((study.runs(), simulated, tiny.files("results/two/parts").len()), (4 * 3, 3 * 3, 1));
    let users = |setting: usize| found["settings"][setting]["means"][1].as_f64().expect("a mean");
    assert_eq!((users(0), users(2)), (0.0, 0.0));
    let effects = found["effects"][1]["factorial"]["effects"].as_array().expect("effects");
    let main = effects[0]["effect"].as_f64().expect("an effect");
    let expected = f64::midpoint(users(1) - users(0), users(3) - users(2));
    assert!((main - expected).abs() < 1e-9, "{main} against {expected}");
    assert_eq!(effects.len(), 3, "two factors and what they do together");
}

#[test]
fn causes_are_told_for_each_setting_of_the_others() {
    let tiny = study();
    let found = json(&tiny, &["study.toml", "--worlds", "5"]);
    let causes = found["causes"].as_array().expect("causes");
    assert_eq!(causes.len(), 4, "two factors, each with and without the other");
    let idle: Vec<bool> = causes.iter().filter_map(|cause| cause["idle"].as_bool()).collect();
    assert_eq!(idle, [false, false, true, false]);
    for cause in causes {
        let counts = &cause["causation"]["counts"];
        let all: u64 = ["both", "only_with", "only_without", "neither"]
            .iter()
            .filter_map(|of| counts[of].as_u64())
            .sum();
        assert_eq!(all, 5);
        // The event never comes in this village: nothing can be said of necessity.
        assert!(cause["causation"]["necessity"]["share"].is_null(), "{cause}");
        assert_eq!(cause["causation"]["sufficiency"]["share"], 0.0, "{cause}");
    }
    let (_, text, _) = tiny.hameau(&["explore", "study.toml", "--worlds", "5", "--lang", "en"]);
    for words in ["# two", "Is place necessary, is it sufficient?", "undefined", "Tian, Pearl 2000"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert_eq!(String::from_utf8(tiny.read("results/two/findings.md")).expect("UTF-8"), text);
}

#[test]
fn mistakes_of_a_study_are_told_all_at_once() {
    let tiny = study();
    let wrong =
        STUDY.replace("active_users_persons", "active_user_persons").replace("mixed_work", "mixt_work");
    fs::write(tiny.path("wrong.toml"), wrong).expect("written");
    let (code, _, err) = tiny.hameau(&["explore", "wrong.toml"]);
    assert_eq!(code, 1);
    for words in
        ["wrong.toml:4:", "did you mean `active_users_persons`?", "`mixt_work_operating_event`", "2 mistakes"]
    {
        assert!(err.contains(words), "{words}: {err}");
    }
    fs::write(tiny.path("wrong.toml"), STUDY.replace("\"place\", \"governance\"", "\"plaice\""))
        .expect("written");
    let (code, _, err) = tiny.hameau(&["explore", "wrong.toml"]);
    assert_eq!(code, 1);
    assert!(err.contains("plaice"), "{err}");
    assert_eq!(tiny.hameau(&["explore", "study.toml", "full.toml"]).0, 1);
    assert_eq!(tiny.hameau(&["explore"]).0, 1);
    assert!(!tiny.path("results").exists());
}

#[test]
fn a_ledger_takes_each_mechanism_out_in_the_same_worlds() {
    let tiny = study();
    let found = json(
        &tiny,
        &[
            "--ledger",
            "tiny.toml",
            "full.toml",
            "--worlds",
            "2",
            "--sections",
            "contact",
            "--set",
            "simulation.duration_months=6",
        ],
    );
    let conclusions = found["conclusions"].as_array().expect("conclusions").len();
    assert_eq!(
        conclusions,
        hameau_model::observe::indicators::Indicator::all().filter(|of| of.row().headline).count()
    );
    let mechanisms = found["mechanisms"].as_array().expect("mechanisms");
    assert!(mechanisms.len() > 40, "{}", mechanisms.len());
    for row in mechanisms {
        assert_eq!(row["without"].as_array().map(Vec::len), Some(conclusions));
        assert_eq!(row["survives"].as_array().map(Vec::len), Some(conclusions));
    }
    let bars = found["tornado"].as_array().expect("a tornado");
    assert!(!bars.is_empty());
    assert!(bars.iter().all(|bar| bar["key"].as_str().is_some_and(|key| key.starts_with("contact."))));
    assert!(
        mechanisms.iter().any(|row| row["assumed"]["key"] == "cooperation.rule"),
        "the other rule is one of them"
    );
}

#[test]
fn the_study_that_comes_with_the_program_can_be_run() {
    let tiny = Tiny::new();
    let (code, out, err) = tiny.hameau(&["explore", "hameau:studies/questions", "--dry-run", "--lang", "en"]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("64 in all"), "{out}");
    let row =
        |name: &str| out.lines().find(|line| line.split_whitespace().next() == Some(name)).expect("a row");
    let cells = |name| row(name).split_whitespace().skip(1).collect::<Vec<_>>();
    assert_eq!(cells("none"), ["0"; 4]);
    assert_eq!(cells("place"), ["889,167", "160,000", "729,167", "889,167"]);
    assert!(out.contains("left commune\n") && out.contains("... and 44 more"), "{out}");
}
