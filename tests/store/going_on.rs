//! Interrupted and gone on with, extended, done already.

use crate::small::{digest, done, parts, run, send, small, wait};
use crate::tiny::{RUNS, rows};
use std::process::Stdio;
use std::time::{Duration, Instant};

const WORLDS: &str = "640";

#[test]
fn asked_to_stop_it_keeps_what_is_finished_and_goes_on_from_there() {
    let tiny = small();
    done(&tiny, "undisturbed", &["--replicates", WORLDS]);
    for (signal, batch) in [("-INT", false), ("-TERM", false), ("-USR1", true), ("-TERM", true)] {
        let out = format!("x{signal}{batch}");
        let arguments = ["run", "small.toml", "--lang", "en", "--out", &out, "--replicates", WORLDS];
        if batch {
            assert_eq!(tiny.hameau(&[&arguments[..], &["--shard", "0/10"]].concat()).0, 0);
        }
        let before = parts(&tiny, &out).len();
        let mut command = tiny.plain();
        let same: &[&str] = if batch { &["batch", &out, "--lang", "en"] } else { &arguments };
        command.args(same).args(["--threads", "1"]).stdout(Stdio::piped()).stderr(Stdio::piped());
        let child = command.spawn().expect("started");
        wait("two parts", || parts(&tiny, &out).len() > before + 1);
        send(&child, signal);
        let begun = Instant::now();
        let output = child.wait_with_output().expect("ended");
        assert!(begun.elapsed() < Duration::from_secs(10));
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(if batch { 75 } else { 130 }), "{err}");
        assert!(output.stdout.is_empty());
        let kept = parts(&tiny, &out);
        let worlds = kept.len() * 64;
        assert!(err.contains(&format!("interrupted: {worlds} of 640 worlds are kept in {out}")), "{err}");
        assert!(err.contains("the same command goes on from there"), "{err}");
        let (code, _, err) = tiny.hameau(same);
        assert_eq!(code, 0, "{err}");
        let left = 640 - worlds;
        let told = format!("going on: {worlds} of 640 worlds are there already, {left} to simulate");
        assert!(err.contains(&told), "{err}");
        assert_eq!(digest(&tiny, &out), digest(&tiny, "undisturbed"));
        assert_eq!(parts(&tiny, &out), parts(&tiny, "undisturbed"));
    }
}

#[test]
fn what_is_done_is_not_done_again() {
    let tiny = small();
    done(&tiny, "x", &["--replicates", "128"]);
    let written =
        |name: &str| std::fs::metadata(tiny.path(name)).and_then(|data| data.modified()).expect("a date");
    let before = ["x/manifest.json", "x/runs.parquet", "x/plan/000000.json"].map(written);
    let begun = Instant::now();
    let (code, _, err) =
        tiny.hameau(&["run", "small.toml", "--lang", "en", "--out", "x", "--replicates", "128"]);
    assert!(begun.elapsed() < Duration::from_secs(1));
    assert_eq!(code, 0);
    assert!(err.contains("all 128 worlds are there already: nothing to simulate"), "{err}");
    assert_eq!(["x/manifest.json", "x/runs.parquet", "x/plan/000000.json"].map(written), before);
    let french = ["run", "small.toml", "--lang", "fr", "--out", "x", "--replicates", "100"];
    let (code, _, err) = tiny.hameau(&french);
    assert_eq!(code, 0);
    assert!(err.contains("sont déjà là : rien à simuler"), "fewer are there too: {err}");
}

#[test]
fn more_replicates_leave_earlier_parts_as_they_are() {
    let tiny = small();
    done(&tiny, "grown", &["--replicates", "100", "--series", "yearly"]);
    let (before, runs) = (parts(&tiny, "grown"), rows(&tiny.path("grown").join(RUNS)));
    done(&tiny, "grown", &["--replicates", "150"]);
    done(&tiny, "grown", &["--replicates", "230"]);
    let after = parts(&tiny, "grown");
    assert!(before.iter().all(|(name, hash)| after.get(name) == Some(hash)));
    assert!(after.len() > before.len());
    assert_eq!(rows(&tiny.path("grown").join(RUNS))[..100], runs);
    done(&tiny, "at-once", &["--replicates", "230", "--series", "yearly"]);
    assert_eq!(digest(&tiny, "grown"), digest(&tiny, "at-once"), "whatever the blocks");
    for table in ["runs.parquet", "series.parquet", "groups.parquet", "summary.csv", "course.csv"] {
        let same = tiny.read(&format!("grown/{table}")) == tiny.read(&format!("at-once/{table}"));
        assert!(same, "{table}");
    }
}

#[test]
fn another_scenario_leaves_earlier_parts_as_they_are() {
    let tiny = small();
    done(&tiny, "x", &["--replicates", "70"]);
    let before = parts(&tiny, "x");
    let (code, _, err) = tiny.hameau(&["run", "other.toml", "--quiet", "--out", "x", "--replicates", "30"]);
    assert_eq!(code, 0, "{err}");
    let after = parts(&tiny, "x");
    assert!(before.iter().all(|(name, hash)| after.get(name) == Some(hash)));
    let runs = rows(&tiny.path("x").join(RUNS));
    let of = |name: &str| runs.iter().filter(|run| run["scenario"] == name).count();
    assert_eq!((runs.len(), of("small"), of("other")), (100, 70, 30));
    let summary = String::from_utf8(tiny.read("x/summary.csv")).expect("UTF-8");
    for start in ["small,inhabitants_persons,persons,70,", "other,inhabitants_persons,persons,30,"] {
        assert!(summary.lines().any(|line| line.starts_with(start)), "{start} in {summary}");
    }
    let manifest = tiny.manifest("x");
    assert_eq!(
        (manifest["runs"].as_u64(), manifest["scenarios"].as_array().map(Vec::len)),
        (Some(100), Some(2))
    );
    // Both grow, each by its own command.
    done(&tiny, "x", &["--replicates", "80"]);
    assert_eq!(tiny.manifest("x")["runs"], 110);
}

#[test]
fn a_scenario_of_the_same_content_shares_its_worlds() {
    let tiny = small();
    std::fs::write(tiny.path("twin.toml"), "base = \"small.toml\"\nname = \"twin\"\n").expect("written");
    done(&tiny, "x", &["--replicates", "40"]);
    let before = parts(&tiny, "x");
    let (code, _, err) =
        tiny.hameau(&["run", "twin.toml", "--lang", "en", "--out", "x", "--replicates", "40"]);
    assert_eq!(code, 0);
    assert!(err.contains("all 80 worlds are there already"), "{err}");
    assert_eq!(parts(&tiny, "x"), before);
    assert_eq!(rows(&tiny.path("x").join(RUNS)).len(), 80);
    let (code, _, err) = tiny.hameau(&["verify", "x"]);
    assert_eq!(code, 0, "{err}");
}

/// Somebody stopped before the first block was done.
#[test]
fn an_interruption_before_the_first_part_is_gone_on_with_too() {
    let tiny = small();
    let mut command = tiny.plain();
    command.args(["run", "tiny.toml", "--out", "x", "--replicates", "100000", "--set"]);
    command.args(["simulation.duration_months=600"]).stderr(Stdio::piped());
    let child = command.spawn().expect("started");
    wait("the plan", || tiny.path("x/plan/000000.json").exists());
    send(&child, "-INT");
    let output = child.wait_with_output().expect("ended");
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(130), "{err}");
    assert!(err.contains("interrupted: 0 of 100,000 worlds are kept in x"), "{err}");
    let (code, _, err) = run(&tiny, "x", &["--force"]);
    assert_eq!(code, 0, "{err}");
}
