//! Does `hameau diff` tell which conclusions changed between two comparisons, and by what?

use crate::tiny::Tiny;
use serde_json::Value;
use std::fs;

/// A policy that brings so many people a year.
fn policy(tiny: &Tiny, persons: u32) {
    let text = format!(
        "base = \"tiny.toml\"\nname = \"more\"\n[[programme]]\ninstrument = \"welcome\"\nname = \"welcome\"\nfrom = \"2022-07\"\nparams = {{ attraction_gain_share = {} }}\n",
        f64::from(persons) / 100.0
    );
    fs::write(tiny.path("more.toml"), text).expect("written");
}

fn compared(tiny: &Tiny, out: &str, arguments: &[&str]) {
    let command = ["compare", "tiny.toml", "more.toml", "--quiet", "--out", out];
    let (code, _, err) = tiny.hameau(&[&command[..], arguments].concat());
    assert_eq!(code, 0, "{err}");
}

fn diff(tiny: &Tiny, arguments: &[&str]) -> (i32, String, String) {
    tiny.hameau(&[&["diff"], arguments].concat())
}

#[test]
fn the_same_comparison_differs_in_nothing() {
    let tiny = Tiny::new();
    policy(&tiny, 50);
    compared(&tiny, "a", &["--replicates", "3"]);
    compared(&tiny, "b", &["--replicates", "3", "--threads", "1"]);
    let (code, out, err) = diff(&tiny, &["a", "b", "--lang", "en"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("Nothing differs: A and B hold the same values, to the bit (digest "), "{out}");
    let (_, french, _) = diff(&tiny, &["a", "b", "--lang", "fr"]);
    assert!(french.contains("Rien ne diffère\u{202f}: A et B contiennent les mêmes valeurs"), "{french}");
    let json: Value = serde_json::from_str(&diff(&tiny, &["a", "b", "--json"]).1).expect("JSON");
    assert_eq!(json["nothing_differs"], true);
    let (code, out, _) = diff(&tiny, &["a", "b", "--quiet"]);
    assert_eq!((code, out.as_str()), (0, ""));
}

#[test]
fn what_changed_is_told_and_by_what() {
    let tiny = Tiny::new();
    policy(&tiny, 100);
    compared(&tiny, "a", &["--replicates", "12"]);
    policy(&tiny, 0);
    compared(&tiny, "b", &["--replicates", "14", "--set", "travel.fixed_minutes=7"]);
    let (code, out, err) = diff(&tiny, &["a", "b", "--lang", "en", "--indicators", "all"]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert!(out.starts_with("A: a\nB: b\n\nConclusions that changed: "), "{out}");
    for part in [
        "worlds compared  A: 12  B: 14",
        "travel.fixed_minutes",
        "programme.welcome.attraction_gain_share",
        "A: 1 ",
        "B: 7 ",
        "minutes",
    ] {
        assert!(out.contains(part), "{part} in {out}");
    }
    let json: Value =
        serde_json::from_str(&diff(&tiny, &["a", "b", "--json", "--indicators", "all"]).1).expect("JSON");
    let turned = json["conclusions"]["turned"].as_array().expect("a list");
    assert!(!turned.is_empty(), "{json:#}");
    assert!(turned.iter().all(|change| change["a"]["verdict"] != change["b"]["verdict"]));
    let counts = ["turned", "moved"].map(|of| json["conclusions"][of].as_array().map_or(0, Vec::len) as u64);
    let all = counts.iter().sum::<u64>() + json["conclusions"]["unchanged"].as_u64().expect("a number");
    assert_eq!(all, hameau_model::observe::indicators::Indicator::COUNT as u64);
    let parts = &json["studies"]["scenarios"][1]["parts"];
    assert_eq!(parts[0]["unit"], "minutes", "{parts:#}");
    assert_eq!(parts[1]["values"], serde_json::json!(["1", "0"]));
    let (_, french, _) = diff(&tiny, &["a", "b", "--lang", "fr", "--indicators", "all"]);
    assert!(
        french.contains("Conclusions qui changent\u{202f}: ") && french.contains("mondes comparés"),
        "{french}"
    );
}

#[test]
fn scenarios_and_territories_of_one_side_are_told() {
    let tiny = Tiny::new();
    policy(&tiny, 50);
    compared(&tiny, "a", &[]);
    fs::write(tiny.path("other.toml"), "base = \"tiny.toml\"\nname = \"other\"\nwithout = [\"place\"]\n")
        .expect("written");
    let territory = tiny.read("tiny-territory.toml");
    let text = String::from_utf8(territory).expect("text").replace("adults = 500", "adults = 520");
    fs::write(tiny.path("tiny-territory.toml"), text).expect("written");
    let (code, _, err) =
        tiny.hameau(&["compare", "tiny.toml", "other.toml", "--quiet", "--out", "b", "--seed", "2"]);
    assert_eq!(code, 0, "{err}");
    let (code, out, _) = diff(&tiny, &["a", "b", "--lang", "en"]);
    assert_eq!(code, 0);
    for part in [
        "scenarios only in A: more",
        "scenarios only in B: other",
        "facts of the territory (digest)",
        "seed  A: 1  B: 2",
    ] {
        assert!(out.contains(part), "{part} in {out}");
    }
}

#[test]
fn what_is_no_comparison_is_refused() {
    let tiny = Tiny::new();
    assert_eq!(tiny.hameau(&["run", "tiny.toml", "--quiet"]).0, 0);
    for (language, told) in [
        (
            "en",
            "`results/tiny` is worlds of scenarios, not a comparison: only folders that `hameau compare` wrote",
        ),
        ("fr", "`results/tiny` est un ensemble de mondes simulés, pas une comparaison"),
    ] {
        let (code, out, err) = diff(&tiny, &["results/tiny", "results/tiny", "--lang", language]);
        assert_eq!((code, out.as_str()), (1, ""));
        assert!(err.contains(told), "{err}");
    }
    let (code, _, err) = diff(&tiny, &["nowhere", "results/tiny", "--lang", "en"]);
    assert_eq!(code, 1);
    assert!(err.contains("nowhere"), "{err}");
    assert_eq!(diff(&tiny, &["nowhere"]).0, 1);
}

/// A folder of another version of the model: its plan cannot be read, its manifest and its comparison can.
#[test]
fn a_comparison_of_another_model_is_held_against_one_of_this() {
    let tiny = Tiny::new();
    policy(&tiny, 50);
    compared(&tiny, "a", &["--replicates", "3"]);
    compared(&tiny, "b", &["--replicates", "4", "--set", "travel.fixed_minutes=7"]);
    compared(&tiny, "c", &["--replicates", "3"]);
    let head = String::from_utf8(tiny.read("a/plan/study.json")).expect("text");
    let version = hameau_model::MODEL_VERSION;
    let [own, other] = [version, version + 1].map(|version| format!("\"model_version\": {version}"));
    assert!(head.contains(&own), "{head}");
    fs::write(tiny.path("a/plan/study.json"), head.replace(&own, &other)).expect("written");
    let (code, out, err) = diff(&tiny, &["a", "c", "--lang", "en"]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("Nothing differs: A and B hold the same values"), "{out}");
    let (code, out, err) = diff(&tiny, &["a", "b", "--lang", "en"]);
    assert_eq!(code, 0, "{err}");
    for part in ["worlds compared  A: 3  B: 4", "travel.fixed_minutes", "B: 7 ", "minutes"] {
        assert!(out.contains(part), "{part} in {out}");
    }
    fs::write(tiny.path("a/comparison.json"), "{}").expect("written");
    let (code, _, err) = diff(&tiny, &["a", "b", "--lang", "en"]);
    assert_eq!(code, 1);
    assert!(err.contains("was written by another version of the program"), "{err}");
}
