//! Runs that fail are rows; nothing else is lost.

use crate::small::{digest, done, parts, run, small};
use crate::tiny::{RUNS, rows};

const FAIL: [&str; 4] = ["--rehearse-failure", "3", "--replicates", "192"];
const WORDS: &str = "a failure that was asked for, to rehearse it";

#[test]
fn a_failed_run_is_a_row_with_the_command_that_repeats_it() {
    let tiny = small();
    done(&tiny, "sound", &["--replicates", "192"]);
    let (code, out, err) = run(&tiny, "x", &FAIL);
    assert_eq!((code, out.as_str()), (3, ""), "{err}");
    assert!(err.contains("1 of 192 worlds failed, a bug of the program: see x/failures.parquet"), "{err}");
    let failures = rows(&tiny.path("x/failures.parquet"));
    assert_eq!(failures.len(), 1);
    let row = &failures[0];
    assert_eq!(
        (&row["scenario"], &row["replicate"], &row["seed"]),
        (&"small".into(), &3.into(), &1.0.into())
    );
    assert_eq!(row["message"], WORDS);
    let command = row["command"].as_str().expect("a command");
    assert_eq!(command, "hameau run small.toml --seed 1 --only 3");
    assert!(err.contains(command), "{err}");
    let arguments: Vec<&str> = command.split(' ').skip(1).collect();
    let (code, alone, err) = tiny.hameau(&[&arguments[..], &["--json"]].concat());
    assert_eq!(code, 0, "{err}");
    let alone: serde_json::Value = serde_json::from_str(&alone).expect("JSON");
    let sound = &rows(&tiny.path("sound").join(RUNS))[3];
    assert_eq!(alone["indicators"]["inhabitants_persons"]["mean"], sound["inhabitants_persons"]);

    let runs = rows(&tiny.path("x").join(RUNS));
    assert_eq!(runs.len(), 192, "the one that failed has a row too");
    assert!(runs[3].iter().skip(2).all(|(_, value)| value.is_null()));
    let others = |folder: &str| {
        let mut runs = rows(&tiny.path(folder).join(RUNS));
        runs.remove(3);
        runs
    };
    assert_eq!(others("x"), others("sound"));
    assert_eq!((&tiny.manifest("x")["failed"], &tiny.manifest("x")["runs"]), (&1.into(), &192.into()));
    let (code, _, err) = run(&tiny, "x", &["--replicates", "192"]);
    assert_eq!(code, 3, "the same command says so again: {err}");
    let (code, _, err) = run(&tiny, "x", &["--replicates", "192", "--retry-failed"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(digest(&tiny, "x"), digest(&tiny, "sound"));
    assert_eq!(parts(&tiny, "x"), parts(&tiny, "sound"));
    assert!(rows(&tiny.path("x/failures.parquet")).is_empty());
}

#[test]
fn on_error_stop_begins_no_other_block() {
    let tiny = small();
    let (code, out, err) = run(&tiny, "x", &[&FAIL[..], &["--on-error", "stop", "--threads", "1"]].concat());
    assert_eq!((code, out.as_str()), (2, ""), "{err}");
    assert!(err.contains("stopped at a world that failed: 64 of 192 worlds are kept in x"), "{err}");
    assert!(err.contains(WORDS) && err.contains("--only 3"), "{err}");
    assert_eq!(parts(&tiny, "x").len(), 1);
    assert!(!tiny.path("x/manifest.json").exists());
    let (code, _, err) =
        tiny.hameau(&["batch", "x", "--quiet", "--on-error", "stop", "--rehearse-failure", "70"]);
    assert_eq!(code, 70, "{err}");
    let (code, _, err) = run(&tiny, "x", &["--replicates", "192", "--on-error", "stop"]);
    assert_eq!(code, 3, "nothing fails any more, and two did: {err}");
    assert_eq!(rows(&tiny.path("x/failures.parquet")).len(), 2);
    let (code, _, err) = tiny.hameau(&["batch", "x", "--quiet", "--retry-failed"]);
    assert_eq!(code, 0, "{err}");
}

#[test]
fn a_world_that_fails_alone_has_code_2() {
    let tiny = small();
    let (code, out, err) = tiny.hameau(&["run", "small.toml", "--only", "3", "--rehearse-failure", "3"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains(WORDS) && err.contains("replicate 3 under seed 1"), "{err}");
}

#[test]
fn verify_says_that_a_failure_does_not_happen_again() {
    let tiny = small();
    assert_eq!(run(&tiny, "x", &FAIL).0, 3);
    let (code, out, _) = tiny.hameau(&["verify", "x", "--all", "--lang", "en", "--threads", "2"]);
    assert_eq!(code, 1);
    let told = format!("replicate 3 of small, 2 threads: it failed with `{WORDS}`, and does not now");
    assert!(out.contains(&told), "{out}");
    assert!(out.contains("192 runs simulated again with 2 threads: 1 difference"), "{out}");
}
