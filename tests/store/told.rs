//! `status` and `verify`: what is told of a folder.

use crate::small::{digest, done, part, parts, run, small, started, unmerge, wait};
use crate::tiny::Tiny;
use serde_json::Value;
use std::fs;

#[test]
fn status_follows_a_batch_from_its_start_to_its_tables() {
    let tiny = small();
    let status = || -> Value {
        let (code, out, err) = tiny.hameau(&["status", "x", "--json"]);
        assert_eq!(code, 0, "{err}");
        serde_json::from_str(&out).expect("JSON")
    };
    let count = |told: &Value, name: &str| told["status"][name].as_u64().expect("a count");
    let mut child =
        started(&tiny, &["run", "small.toml", "--out", "x", "--replicates", "2000", "--threads", "1"]);
    wait("three parts", || parts(&tiny, "x").len() > 2);
    let running = status();
    assert_eq!(count(&running, "runs"), 2000);
    assert!(count(&running, "done") >= 192 && count(&running, "missing") > 0, "{running}");
    assert_eq!(count(&running, "done") + count(&running, "missing"), 2000);
    assert!(running["status"]["pace"].is_f64() && running["seconds_left"].as_f64() > Some(0.0), "{running}");
    child.0.kill().expect("killed");
    child.0.wait().expect("ended");
    let (code, out, _) = tiny.hameau(&["status", "x", "--lang", "en"]);
    assert_eq!(code, 0);
    assert!(out.contains("worlds      2,000\n") && out.contains("tables      to be made\n"), "{out}");
    assert!(out.contains("left        about "), "{out}");

    done(&tiny, "y", &["--replicates", "30"]);
    let (code, out, _) = tiny.hameau(&["status", "y", "--lang", "fr"]);
    assert_eq!(code, 0);
    let all = "small       30/30\nmondes      30\nfaits       30\néchoués     0\nmanquants   0\ntables      faites\n";
    assert_eq!(out, all);
    unmerge(&tiny, "y");
    let torn = part(&tiny, "y", 0);
    fs::write(tiny.path(&torn), "torn").expect("written");
    let (_, out, _) = tiny.hameau(&["status", "y", "--lang", "en"]);
    assert!(out.contains("missing     30\n") && out.contains("damaged     "), "{out}");
}

#[test]
fn what_is_no_folder_of_results_is_told() {
    let tiny = small();
    fs::create_dir_all(tiny.path("empty")).expect("made");
    for verb in ["status", "verify", "merge"] {
        for (folder, told) in [
            ("nowhere", "`nowhere` holds no results"),
            ("empty", "`empty` holds no results"),
            ("small.toml", "`small.toml` is no folder"),
            (".", "which is no part of a folder of results"),
        ] {
            let (code, out, err) = tiny.hameau(&[verb, folder]);
            assert_eq!((code, out.as_str()), (1, ""), "{verb} {folder}");
            assert!(err.contains(told), "{verb} {folder}: {err}");
        }
    }
}

#[test]
fn verify_finds_a_sound_folder_sound_at_any_number_of_threads() {
    let tiny = small();
    done(&tiny, "x", &["--replicates", "150"]);
    let (code, out, err) =
        tiny.hameau(&["verify", "x", "--sample", "20", "--threads", "1,2,8", "--lang", "en"]);
    assert_eq!(code, 0, "{out}{err}");
    let told =
        "9 files and 3 parts read, 20 runs simulated again with 1, 2, 8 threads: all as it was written\n";
    assert_eq!(out, told);
    let (code, out, _) = tiny.hameau(&["verify", "x", "--all", "--json"]);
    let told: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!((code, &told["runs"], &told["differences"]), (0, &150.into(), &serde_json::json!([])));
    assert_eq!(tiny.hameau(&["verify", "x", "--quiet"]), (0, String::new(), String::new()));
}

#[test]
fn verify_says_which_file_differs_and_how() {
    let tiny = small();
    done(&tiny, "x", &["--replicates", "150"]);
    let told = |name: &str, change: &dyn Fn(Vec<u8>) -> Vec<u8>| {
        let path = tiny.path("x").join(name);
        let before = fs::read(&path).expect("read");
        fs::write(&path, change(before.clone())).expect("written");
        let (code, out, err) = tiny.hameau(&["verify", "x", "--lang", "en"]);
        assert_eq!(code, 1, "{name}: {err}");
        fs::write(&path, before).expect("written");
        out
    };
    let flip = |mut bytes: Vec<u8>| {
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        bytes
    };
    for name in ["runs.parquet", "series.parquet", "groups.parquet", "summary.csv", "course.csv"] {
        let out = told(name, &flip);
        assert!(out.contains(&format!("{name}: its SHA-256 is not the one in the manifest")), "{out}");
    }
    let wrong = digest(&tiny, "x");
    let other = wrong.chars().rev().collect::<String>();
    let replace =
        |bytes: Vec<u8>| String::from_utf8(bytes).expect("text").replace(&wrong, &other).into_bytes();
    let out = told("manifest.json", &replace);
    let both = format!("manifest.json: digest is \"{other}\", and \"{wrong}\" made anew");
    assert!(out.contains(&both) && out.contains("manifest.json: its seal is not that of its text"), "{out}");
    let out = told("manifest.json", &|_| b"{}".to_vec());
    assert!(out.contains("manifest.json: it is not there, or cannot be read"), "{out}");
    let broken = part(&tiny, "x", 1);
    let out = told(broken.strip_prefix("x/").expect("below"), &|bytes| bytes[..bytes.len() / 2].to_vec());
    assert!(out.contains("it is no whole Parquet file"), "{out}");
    assert_eq!(tiny.hameau(&["verify", "x", "--quiet"]).0, 0, "all was put back");
    fs::remove_file(tiny.path(&broken)).expect("taken away");
    let (code, out, _) = tiny.hameau(&["verify", "x", "--lang", "en"]);
    assert!(code == 1 && out.contains("its runs are missing"), "{out}");
    let (code, _, err) = run(&tiny, "x", &["--replicates", "150"]);
    assert_eq!((code, err.as_str()), (0, ""), "and the same command mends it");
    assert_eq!(tiny.hameau(&["verify", "x", "--quiet"]).0, 0);
}

/// Tables are light, parts are not: of a folder kept for the record only the tables remain, and they can still be held to
/// account.
#[test]
fn a_folder_without_parts_is_verified_by_its_tables() {
    let tiny = Tiny::new();
    let run = ["run", "tiny.toml", "--quiet", "--replicates", "6", "--out", "x"];
    assert_eq!(tiny.hameau(&run).0, 0);
    std::fs::remove_dir_all(tiny.path("x/parts")).expect("removed");
    std::fs::remove_file(tiny.path("x/series.parquet")).expect("removed");
    let (code, out, _) = tiny.hameau(&["verify", "x", "--sample", "3", "--lang", "en"]);
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("its runs are missing") && out.contains("series.parquet: it is not there"), "{out}");
    let present = ["verify", "x", "--sample", "3", "--present", "--lang", "en"];
    let (code, out, err) = tiny.hameau(&present);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert!(out.contains("3 runs simulated again"), "{out}");
    // Another model would give other values: here the tables of another seed stand for it.
    let other = ["run", "tiny.toml", "--quiet", "--replicates", "6", "--out", "y", "--seed", "9"];
    assert_eq!(tiny.hameau(&other).0, 0);
    std::fs::copy(tiny.path("y/runs.parquet"), tiny.path("x/runs.parquet")).expect("copied");
    let (code, out, _) = tiny.hameau(&present);
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("runs.parquet: it has "), "{out}");
    assert!(out.contains(" kept, "), "{out}");
}

/// Damage, failures, and what killed processes left behind: all of it is listed, and nothing is touched.
#[test]
fn status_lists_damage_failures_and_leftovers() {
    let tiny = small();
    let fails = ["--replicates", "150", "--rehearse-failure", "70"];
    assert_eq!(run(&tiny, "x", &fails).0, 3);
    let status = || {
        let (code, out, err) = tiny.hameau(&["status", "x", "--lang", "en"]);
        assert_eq!((code, err.as_str()), (0, ""), "{out}");
        out
    };
    let out = status();
    let failed = "failure     small 70: a failure that was asked for, to rehearse it";
    assert!(out.contains("failed      1\n") && out.contains(failed), "{out}");
    assert!(
        out.contains("hameau run small.toml --seed 1 --only 70\n") && !out.contains("leftovers"),
        "{out}"
    );
    let left =
        ["parts/0123456789abcdef0123456789abcdef.parquet#1", "plan/000007.json#2", "plan/000008.json#claim"];
    for name in left {
        fs::write(tiny.path("x").join(name), "half").expect("written");
    }
    fs::create_dir(tiny.path("x/.making-abc")).expect("made");
    let flip = |name: &str| {
        let mut content = tiny.read(name);
        let middle = content.len() / 2;
        content[middle] ^= 1;
        fs::write(tiny.path(name), content).expect("written");
    };
    let broken = part(&tiny, "x", 0);
    flip(&broken);
    flip("x/summary.csv");
    fs::remove_file(tiny.path("x/course.csv")).expect("taken away");
    let out = status();
    let broken = broken.strip_prefix("x/").expect("below");
    for told in [
        &format!("damaged     {broken}: its SHA-256 is not the one in the manifest\n")[..],
        "damaged     summary.csv: its SHA-256 is not the one in the manifest\n",
        "damaged     course.csv: it is not there\n",
        "tables      to be made\n",
        "leftovers   ",
        ".making-abc",
    ] {
        assert!(out.contains(told), "{told}: {out}");
    }
    assert!(left.iter().all(|name| out.contains(name)), "{out}");
    flip("x/manifest.json");
    assert!(status().contains("damaged     manifest.json: its seal is not that of its text"));
    let (_, json, _) = tiny.hameau(&["status", "x", "--json"]);
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["status"]["damaged"][0][0], "manifest.json");
    assert_eq!(json["status"]["failures"][0]["replicate"], 70);
    assert_eq!(json["status"]["unfinished"].as_array().map(Vec::len), Some(4));
}
