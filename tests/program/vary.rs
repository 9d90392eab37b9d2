//! Does `hameau run --vary` simulate every value in the same worlds, and tell what they change?

use crate::tiny::{RUNS, Tiny, rows};
use serde_json::Value;

const CAPACITY: &str = "programme.place.capacity_persons=10,40";

fn varied(tiny: &Tiny, arguments: &[&str]) -> (i32, String, String) {
    tiny.hameau(&[&["run", "tiny.toml"], arguments].concat())
}

#[test]
fn every_combination_is_a_scenario_of_one_folder() {
    let tiny = Tiny::new();
    let options = ["--vary", CAPACITY, "--vary", "travel.fixed_minutes=1,2,9", "--replicates", "3"];
    let (code, out, err) = varied(&tiny, &[&options[..], &["--lang", "en"]].concat());
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("By capacity_persons / fixed_minutes, in the same 3 worlds.\n"), "{out}");
    let (table, end) = out.split_once("\nResults in ").expect("an end");
    assert!(table.lines().all(|line| line.chars().count() <= 80), "{table}");
    let (_, french, _) = varied(&tiny, &[&options[..], &["--lang", "fr"]].concat());
    assert!(
        french.contains("Selon capacity_persons / fixed_minutes, dans les mêmes 3 mondes.\n"),
        "{french}"
    );
    for head in ["10 / 1", "10 / 9", "40 / 9"] {
        assert!(out.contains(head), "{head} in {out}");
    }
    let folder = "results/tiny-by-capacity_persons-and-fixed_minutes";
    assert!(end.starts_with(folder), "{end}");
    let manifest = tiny.manifest(folder);
    assert_eq!((&manifest["runs"], manifest["scenarios"].as_array().map(Vec::len)), (&18.into(), Some(6)));
    let last = &manifest["scenarios"][5];
    assert_eq!(last["name"], "tiny-capacity_persons-40-fixed_minutes-9");
    assert_eq!(last["programme"][0]["levers"]["capacity_persons"], 40.0);
    // More values, and what was there is not simulated again.
    let more = ["--vary", CAPACITY, "--vary", "travel.fixed_minutes=1,2,9,12", "--replicates", "3"];
    let (code, _, err) = varied(&tiny, &[&more[..], &["--lang", "en"]].concat());
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("18 of 24 worlds are there already, 6 to simulate"), "{err}");
    assert_eq!(rows(&tiny.path(&format!("{folder}/{RUNS}"))).len(), 24);
}

/// The values of a combination are those of the scenario with `--set`, to the bit.
#[test]
fn a_combination_is_what_set_makes_of_the_scenario() {
    let tiny = Tiny::new();
    let options = ["--vary", CAPACITY, "--replicates", "4", "--json", "--quiet", "--out", "v"];
    let (code, out, err) = varied(&tiny, &[&options[..], &["--set", "travel.fixed_minutes=2"]].concat());
    assert_eq!((code, err.as_str()), (0, ""));
    let json: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(json["keys"], serde_json::json!(["capacity_persons"]));
    let point = &json["points"][1];
    assert_eq!(point["values"]["capacity_persons"], "40");
    let alone = ["--set", "programme.place.capacity_persons=40", "--set", "travel.fixed_minutes=2"];
    let rest = ["--replicates", "4", "--json", "--quiet", "--out", "s"];
    let alone: Value = serde_json::from_str(&varied(&tiny, &[&alone[..], &rest].concat()).1).expect("JSON");
    for (id, of) in point["indicators"].as_object().expect("an object") {
        assert_eq!(of["mean"], alone["indicators"][id]["mean"], "{id}");
        assert_eq!(of["effect"]["worlds_used"], of["n"], "{id}");
    }
    assert!(json["points"][0]["indicators"]["inhabitants_persons"]["effect"].is_null());
    let few = ["--vary", CAPACITY, "--indicators", "inhabitants_persons", "--json", "--quiet"];
    let few: Value = serde_json::from_str(&varied(&tiny, &few).1).expect("JSON");
    assert_eq!(few["points"][0]["indicators"].as_object().map(serde_json::Map::len), Some(1));
}

#[test]
fn a_dry_run_counts_the_combinations_and_writes_nothing() {
    let tiny = Tiny::new();
    let before = tiny.files(".");
    let (code, out, err) = varied(&tiny, &["--vary", CAPACITY, "--dry-run", "--lang", "en"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("tiny-capacity_persons-10, tiny-capacity_persons-40"), "{out}");
    assert!(out.contains("results/tiny-by-capacity_persons") && out.contains("nothing was written"), "{out}");
    assert_eq!(tiny.files("."), before);
}

#[test]
fn mistakes_are_told_where_the_values_were_given() {
    let tiny = Tiny::new();
    let before = tiny.files(".");
    let told = |arguments: &[&str]| {
        let (code, out, err) = varied(&tiny, arguments);
        assert_eq!((code, out.as_str()), (1, ""), "{arguments:?}: {err}");
        err
    };
    let err = told(&["--vary", "travel.fixed_minutes=1,99,x", "--vary", "travel.speed=60", "--lang", "en"]);
    for part in [
        "--> --vary:1:24",
        "`fixed_minutes` = 99 is out of range",
        "`fixed_minutes` = x: expected a number",
        "--> --vary:2:8",
        "write `speed_km_per_hour`",
        "3 mistakes in 1 file",
    ] {
        assert!(err.contains(part), "{part}\n{err}");
    }
    for (arguments, english, french) in [
        (
            &["--vary", "travel.fixed_minutes"][..],
            "not of the form KEY=VALUE,VALUE",
            "n'a pas la forme CLÉ=VALEUR,VALEUR",
        ),
        (
            &["--vary", "travel.fixed_minutes=1,2", "--set", "travel.fixed_minutes=3"],
            "is given by both --set and --vary",
            "est donné à la fois par --set et par --vary",
        ),
        (
            &["--vary", "travel.fixed_minutes=1", "--vary", "travel.fixed_minutes=2"],
            "is given twice",
            "est donné deux fois",
        ),
        (&["--vary", "simulation.seed=1,2"], "which worlds there are", "quels mondes il y a"),
    ] {
        assert!(told(&[arguments, &["--lang", "en"]].concat()).contains(english), "{english}");
        assert!(told(&[arguments, &["--lang", "fr"]].concat()).contains(french), "{french}");
    }
    let many: Vec<String> = (0..201).map(|value| format!("{}", f64::from(value) / 100.0)).collect();
    let many = format!("travel.fixed_minutes={}", many.join(","));
    assert!(told(&["--vary", &many, "--lang", "en"]).contains("201 combinations, at most 200 are allowed"));
    assert_eq!(tiny.files("."), before);
}
