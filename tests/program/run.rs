//! Does `hameau run` do what it says: exit codes, files, JSON, the same bytes for any threads, nothing half-written?

use crate::tiny::{RUNS, Tiny, answer, rows};
use serde_json::Value;
use std::fs;
use std::time::{Duration, Instant};

/// `hameau run tiny.toml ...` in the folder, without any locale or with this one.
trait Run {
    fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        self.run_in(&[], arguments)
    }

    fn run_in(&self, variables: &[(&str, &str)], arguments: &[&str]) -> (i32, String, String);
}

impl Run for Tiny {
    fn run_in(&self, variables: &[(&str, &str)], arguments: &[&str]) -> (i32, String, String) {
        answer(self.plain().args(["run", "tiny.toml"]).args(arguments).envs(variables.iter().copied()))
    }
}

/// What a folder of results holds.
const ALL: [&str; 9] = [
    "course.csv",
    "failures.parquet",
    "groups.parquet",
    "manifest.json",
    "parts",
    "plan",
    "runs.parquet",
    "series.parquet",
    "summary.csv",
];

#[test]
fn results_are_complete_and_described() {
    let tiny = Tiny::new();
    let (code, out, err) = tiny.run(&["--lang", "en"]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(tiny.files("results/tiny"), ALL);
    assert_eq!(tiny.files("results"), ["tiny"], "nothing is left beside the results");
    let manifest = tiny.manifest("results/tiny");
    assert_eq!((&manifest["runs"], &manifest["failed"]), (&2.into(), &0.into()));
    assert_eq!(manifest["commands"], serde_json::json!(["hameau run tiny.toml --seed 1 --replicates 2"]));
    assert_eq!(manifest["series"], "monthly");
    let scenario = &manifest["scenarios"][0];
    assert_eq!((&scenario["name"], &scenario["file"]), (&"tiny".into(), &"tiny.toml".into()));
    assert_eq!(scenario["replicates"], 2);
    assert_eq!(scenario["programme"][0]["levers"]["capacity_persons"], 20.0);
    for file in manifest["files"].as_array().expect("files") {
        let name = file["name"].as_str().expect("a name");
        let bytes = tiny.read(&format!("results/tiny/{name}"));
        assert_eq!(file["bytes"], bytes.len(), "{name}");
        assert_eq!(file["sha256"], crate::tiny::sha256(&bytes), "{name}");
    }
    let tables = manifest["files"].as_array().expect("files").len();
    assert_eq!(tables, 6 + tiny.files("results/tiny/parts").len());
    assert!(out.contains("Inhabitants"), "{out}");
    assert!(out.contains("results/tiny/summary.csv"), "{out}");
    assert!(out.lines().all(|line| line.chars().count() <= 80), "{out}");
    assert!(!out.contains('\u{1b}') && !err.contains('\u{1b}'), "a pipe gets plain text");
    assert!(err.starts_with("tiny: worlds 2, months 6, adults about 500, seed 1"), "{err}");
    assert!(err.lines().count() <= 12, "{err}");
}

#[test]
fn tables_have_a_row_for_everything() {
    let tiny = Tiny::new();
    assert_eq!(tiny.run(&["--quiet"]).0, 0);
    let count = hameau_model::observe::indicators::Indicator::COUNT;
    let runs = rows(&tiny.path("results/tiny/runs.parquet"));
    assert_eq!(runs.len(), 2);
    assert_eq!(runs[0].len(), 2 + count);
    assert_eq!((&runs[1]["scenario"], &runs[1]["replicate"]), (&"tiny".into(), &1.into()));
    let series = rows(&tiny.path("results/tiny/series.parquet"));
    assert_eq!(series.len(), 2 * 6 * count);
    let months: Vec<&Value> = series.iter().step_by(count).map(|row| &row["month"]).collect();
    assert_eq!(months[..3], ["2022-07", "2022-08", "2022-09"]);
    let last: Vec<_> = series.iter().filter(|row| row["month"] == "2022-12").collect();
    assert_eq!(last.len(), 2 * count);
    for row in last {
        let run = &runs[row["replicate"].as_u64().expect("a number") as usize];
        assert_eq!(row["value"], run[row["indicator"].as_str().expect("an id")]);
    }
    let groups = rows(&tiny.path("results/tiny/groups.parquet"));
    assert!(groups.iter().all(|row| row["year"] == 2022));
    let kinds: std::collections::BTreeSet<&str> =
        groups.iter().filter_map(|row| row["group_kind"].as_str()).collect();
    assert!(kinds.contains("commune") && kinds.contains("origin"), "{kinds:?}");
}

#[test]
fn threads_change_no_byte_of_the_tables() {
    let tiny = Tiny::new();
    let mut first: Option<Vec<Vec<u8>>> = None;
    for threads in ["1", "2", "3", "8"] {
        let out = format!("t{threads}");
        let (code, _, err) =
            tiny.run(&["--quiet", "--replicates", "11", "--threads", threads, "--out", &out]);
        assert_eq!(code, 0, "{err}");
        let files = ["runs.parquet", "series.parquet", "groups.parquet", "summary.csv", "manifest.json"];
        let bytes: Vec<Vec<u8>> = files.iter().map(|name| tiny.read(&format!("{out}/{name}"))).collect();
        match &first {
            None => first = Some(bytes),
            Some(first) => assert!(*first == bytes, "{threads} threads"),
        }
    }
}

#[test]
fn more_replicates_leave_the_first_ones_as_they_were() {
    let tiny = Tiny::new();
    assert_eq!(tiny.run(&["--quiet", "--out", "two"]).0, 0);
    assert_eq!(tiny.run(&["--quiet", "--out", "five", "--replicates", "5"]).0, 0);
    assert_eq!(tiny.run(&["--quiet", "--out", "other", "--seed", "2"]).0, 0);
    let runs = |out: &str| rows(&tiny.path(&format!("{out}/{RUNS}")));
    assert_eq!(runs("two")[..], runs("five")[..2]);
    assert_ne!(runs("two"), runs("other"));
}

#[test]
fn what_is_undefined_is_null_null_and_empty() {
    let tiny = Tiny::new();
    let (code, out, err) = tiny.run(&["--json", "--quiet"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let json: Value = serde_json::from_str(&out).expect("one JSON object");
    let keys: Vec<&str> = json.as_object().expect("an object").keys().map(String::as_str).collect();
    assert_eq!(keys, ["scenario", "seed", "replicates", "months", "failed", "indicators"]);
    let runs = rows(&tiny.path("results/tiny/runs.parquet"));
    let summary = String::from_utf8(tiny.read("results/tiny/summary.csv")).expect("UTF-8");
    assert!(summary.starts_with("scenario,indicator,unit,n_defined,mean,sd,q05,q50,q95\n"), "{summary}");
    let (mut defined, mut undefined) = (0, 0);
    for (id, of) in json["indicators"].as_object().expect("an object") {
        let keys: Vec<&str> = of.as_object().expect("an object").keys().map(String::as_str).collect();
        assert_eq!(keys, ["unit", "mean", "q05", "q50", "q95", "n"], "{id}");
        let known = runs.iter().filter(|run| !run[id].is_null()).count();
        assert_eq!(of["n"], known, "{id}");
        if known == 0 {
            undefined += 1;
            assert!(["mean", "q05", "q50", "q95"].iter().all(|key| of[key].is_null()), "{id}");
            let line = summary.lines().find(|line| line.starts_with(&format!("tiny,{id},"))).expect("a line");
            assert!(line.ends_with(",0,,,,,"), "{line}");
        } else {
            defined += 1;
            assert!(of["mean"].is_f64(), "{id}");
        }
    }
    assert!(defined > 50 && undefined > 0, "{defined} defined, {undefined} not");
    assert_eq!(json["indicators"].as_object().expect("an object").len(), summary.lines().count() - 1);
}

#[test]
fn a_series_is_monthly_yearly_or_none() {
    let tiny = Tiny::new();
    let count = hameau_model::observe::indicators::Indicator::COUNT;
    let long = ["--set", "simulation.start=\"2022-10\"", "--set", "simulation.duration_months=17"];
    assert_eq!(tiny.run(&[&long[..], &["--quiet", "--series", "yearly", "--out", "y"]].concat()).0, 0);
    let series = rows(&tiny.path("y/series.parquet"));
    let months: Vec<&Value> = series.iter().step_by(count).map(|row| &row["month"]).collect();
    assert_eq!(months[..3], ["2022-12", "2023-12", "2024-02"]);
    assert_eq!(series.len(), 2 * 3 * count);
    assert_eq!(tiny.manifest("y")["series"], "yearly");
    assert_eq!(tiny.run(&["--quiet", "--series", "none", "--out", "n"]).0, 0);
    let without: Vec<&str> = ALL.into_iter().filter(|name| *name != "series.parquet").collect();
    assert_eq!(tiny.files("n"), without);
}

#[test]
fn a_dry_run_tells_and_writes_nothing() {
    let tiny = Tiny::new();
    let before = tiny.files(".");
    let (code, out, err) = tiny.run(&["--dry-run", "--lang", "en", "--replicates", "1000"]);
    assert_eq!((code, err.as_str()), (0, ""));
    for told in
        ["1,000", "about 500", "about 3,000,000", "results/tiny", "series.parquet", "nothing was written"]
    {
        assert!(out.contains(told), "{told} in {out}");
    }
    let (_, french, _) = tiny.run(&["--dry-run", "--lang", "fr", "--replicates", "1000"]);
    assert!(french.contains("3\u{202f}000\u{202f}000"), "{french}");
    let (_, json, _) = tiny.run(&["--dry-run", "--json", "--series", "none"]);
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["plan"]["adult_months"], 6_000);
    assert_eq!(json["plan"]["files"].as_array().expect("files").len(), ALL.len() - 1);
    assert_eq!(json["budgets"][0]["budget"]["investment_eur"], 160_000.0);
    for (out, told) in [
        (&out, "budget        172,500 EUR: 160,000 of investment, 12,500 of running costs"),
        (&out, "left to the commune: 172,500 EUR (160,000 of investment, 12,500 of running costs)"),
        (&french, "reste à charge de la commune : 172\u{202f}500 € (160\u{202f}000 d'investissement"),
    ] {
        assert!(out.contains(told), "{told} in {out}");
    }
    assert_eq!(tiny.files("."), before);
}

#[test]
fn results_are_not_overwritten_unless_asked_and_never_what_is_not_ours() {
    let tiny = Tiny::new();
    assert_eq!(tiny.run(&["--quiet"]).0, 0);
    let before = tiny.read("results/tiny/runs.parquet");
    let (code, _, err) = tiny.run(&["--seed", "5", "--quiet"]);
    assert_eq!(code, 1);
    assert!(err.contains("`results/tiny` holds worlds of seed 1, not 5"), "{err}");
    assert!(err.contains("begin again with --force"), "{err}");
    assert!(tiny.read("results/tiny/runs.parquet") == before);
    assert_eq!(tiny.run(&["--seed", "5", "--quiet", "--force"]).0, 0);
    assert!(tiny.read("results/tiny/runs.parquet") != before);
    assert_eq!(tiny.files("results"), ["tiny"]);

    fs::write(tiny.path("results/tiny/notes.txt"), "mine").expect("written");
    let (code, _, err) = tiny.run(&["--quiet", "--force"]);
    assert_eq!(code, 1);
    assert!(err.contains("`notes.txt`, which is no part of a folder of results"), "{err}");
    assert_eq!(tiny.read("results/tiny/notes.txt"), b"mine");

    fs::create_dir(tiny.path("empty")).expect("made");
    assert_eq!(tiny.run(&["--quiet", "--out", "empty"]).0, 0);
    assert_eq!(tiny.files("empty"), ALL);
    assert_eq!(tiny.run(&["--quiet", "--out", "a/b/c/"]).0, 0);
    assert_eq!(tiny.files("a/b"), ["c"]);
}

#[test]
fn a_place_that_cannot_be_written_is_told() {
    let tiny = Tiny::new();
    for (out, told) in [
        ("tiny.toml", "`tiny.toml` is no folder"),
        ("tiny.toml/x", "cannot write `tiny.toml/x`: a part of its path is a file"),
        (".", "`.` holds `"),
        ("..", "which is no part of a folder of results: nothing in it is touched"),
    ] {
        let (code, text, err) = tiny.run(&["--quiet", "--out", out]);
        assert_eq!((code, text.as_str()), (1, ""), "{out}: {err}");
        assert!(err.contains(told), "{out}: {err}");
    }
}

/// The system's own folder of devices refuses everybody, whatever their rights.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_where_nobody_may_write_is_told_before_anything_is_simulated() {
    let tiny = Tiny::new();
    let begun = Instant::now();
    let (code, _, err) = tiny.run(&["--quiet", "--replicates", "100000", "--out", "/sys/hameau/results"]);
    assert_eq!(code, 1, "{err}");
    assert!(err.contains("cannot write `/sys/hameau/results`: "), "{err}");
    assert!(["read-only", "may not write"].iter().any(|why| err.contains(why)), "{err}");
    assert!(begun.elapsed() < Duration::from_secs(10));
}

#[test]
fn a_mistake_has_code_1_and_writes_nothing() {
    let tiny = Tiny::new();
    let before = tiny.files(".");
    for arguments in [
        &["--threads", "0"][..],
        &["--threads", "1025"],
        &["--replicates", "0"],
        &["--replicates", "many"],
        &["--seed", "-1"],
        &["--series", "weekly"],
        &["--lang", "de"],
        &["--set", "travel.speed=3"],
        &["--set", "simulation.replicates_count=0"],
    ] {
        let (code, out, err) = tiny.run(arguments);
        assert_eq!((code, out.as_str()), (1, ""), "{arguments:?}: {err}");
        assert!(!err.is_empty(), "{arguments:?}");
    }
    assert_eq!(tiny.hameau(&["run", "nowhere.toml"]).0, 1);
    assert_eq!(tiny.hameau(&["run"]).0, 1);
    assert_eq!(tiny.files("."), before);
}

#[test]
fn the_language_is_that_of_the_locale() {
    let tiny = Tiny::new();
    for (variables, french) in [
        (&[("LC_ALL", "fr_FR.UTF-8"), ("LANG", "en_US")][..], true),
        (&[("LC_ALL", ""), ("LC_MESSAGES", "fr_FR"), ("LANG", "C")], true),
        (&[("LANG", "fr")], true),
        (&[("LC_ALL", "C"), ("LANG", "fr_FR")], false),
        (&[], false),
    ] {
        let (code, out, _) = tiny.run_in(variables, &["--force"]);
        assert_eq!(code, 0);
        assert_eq!(out.contains("Habitants"), french, "{variables:?}: {out}");
    }
}
