//! Many processes, one folder: shards in any order, two at once, somebody who begins again meanwhile.

use crate::small::{Numbers, digest, done, parts, small, started, wait};
use std::fs;

const WORLDS: &str = "2000";

#[test]
fn threads_and_seven_shards_two_of_them_killed_give_the_same_digest() {
    let tiny = small();
    done(&tiny, "one", &["--replicates", WORLDS, "--threads", "1"]);
    done(&tiny, "two", &["--replicates", WORLDS, "--threads", "2"]);
    let mut order: Vec<u64> = (0..7).collect();
    let mut numbers = Numbers(7);
    (1..7).rev().for_each(|at| order.swap(at, numbers.below(at as u64 + 1) as usize));
    for (nth, shard) in order.iter().enumerate() {
        let shard = format!("{shard}/7");
        let plan: Vec<&str> = if nth == 0 {
            vec!["run", "small.toml", "--out", "shards", "--replicates", WORLDS]
        } else {
            vec!["batch", "shards"]
        };
        let arguments = [&plan[..], &["--quiet", "--threads", "1", "--shard", &shard]].concat();
        if nth == 2 || nth == 4 {
            let before = parts(&tiny, "shards").len();
            let mut killed = started(&tiny, &arguments);
            wait("a part of the shard", || parts(&tiny, "shards").len() > before);
            killed.0.kill().expect("killed");
            assert!(!killed.0.wait().expect("ended").success(), "it had ended before it was killed");
        }
        let (code, _, err) = tiny.hameau(&arguments);
        assert_eq!(code, 0, "{err}");
        assert_eq!(tiny.path("shards/manifest.json").exists(), nth == 6);
    }
    fs::remove_file(tiny.path("shards/manifest.json")).expect("taken away");
    let (code, out, err) = tiny.hameau(&["merge", "shards"]);
    assert_eq!(code, 0, "{err}");
    let one = digest(&tiny, "one");
    assert!(out.contains(&one), "{out}");
    for folder in ["two", "shards"] {
        assert_eq!(digest(&tiny, folder), one, "{folder}");
        assert_eq!(parts(&tiny, folder), parts(&tiny, "one"), "{folder}");
        assert_eq!(tiny.read(&format!("{folder}/manifest.json")), tiny.read("one/manifest.json"));
    }
}

#[test]
fn a_merge_names_what_is_missing() {
    let tiny = small();
    let (code, _, err) = tiny.hameau(&[
        "run",
        "small.toml",
        "--lang",
        "en",
        "--out",
        "x",
        "--replicates",
        "192",
        "--shard",
        "1/3",
    ]);
    assert_eq!(code, 0, "{err}");
    assert!(
        err.contains("this shard is done; 128 of 192 worlds, of other shards, are still missing in x"),
        "{err}"
    );
    let (code, _, err) = tiny.hameau(&["merge", "x"]);
    assert_eq!(code, 1);
    assert!(err.contains("128 runs in 2 blocks are missing, such as replicates 0 to 63 of `small`"), "{err}");
}

/// Two that begin at the same moment share one plan, and both see it done.
#[test]
fn two_processes_on_one_folder_agree() {
    let tiny = small();
    done(&tiny, "alone", &["--replicates", "256"]);
    for round in 0..4 {
        let out = format!("both{round}");
        let arguments = ["run", "small.toml", "--quiet", "--out", &out, "--replicates", "256"];
        let mut children = [started(&tiny, &arguments), started(&tiny, &arguments)];
        for child in &mut children {
            assert_eq!(child.0.wait().expect("ended").code(), Some(0));
        }
        assert_eq!(digest(&tiny, &out), digest(&tiny, "alone"));
        assert_eq!(parts(&tiny, &out), parts(&tiny, "alone"));
    }
}

/// Of two that ask for different things, one is refused, and the folder is that of the other.
#[test]
fn two_seeds_at_once_do_not_mix() {
    let tiny = small();
    let mut children = ["1", "2"].map(|seed| {
        started(&tiny, &["run", "small.toml", "--out", "x", "--replicates", "64", "--seed", seed])
    });
    let codes = children.each_mut().map(|child| child.0.wait().expect("ended").code().expect("a code"));
    assert!(codes == [0, 1] || codes == [1, 0], "{codes:?}");
    let seed = if codes[0] == 0 { "1" } else { "2" };
    done(&tiny, "alone", &["--replicates", "64", "--seed", seed]);
    assert_eq!(digest(&tiny, "x"), digest(&tiny, "alone"));
}

/// Whoever is at work when another begins again may be refused, and never spoils what the other makes.
#[test]
fn beginning_again_while_another_is_at_work_ends_well() {
    let tiny = small();
    done(&tiny, "alone", &["--replicates", "256", "--seed", "2"]);
    let mut at_work = started(&tiny, &["run", "small.toml", "--out", "x", "--replicates", "640"]);
    wait("a part", || !parts(&tiny, "x").is_empty());
    let again = ["--replicates", "256", "--seed", "2", "--force"];
    let (code, _, err) = crate::small::run(&tiny, "x", &again);
    assert!(code == 0 || (code == 1 && err.contains("cannot write")), "{code} {err}");
    at_work.0.wait().expect("ended");
    // What the other committed after that belongs to no run of the plan: it is named and left alone.
    let (code, _, err) = crate::small::run(&tiny, "x", if code == 0 { &again[..4] } else { &again });
    assert_eq!(code, 0, "{err}");
    assert_eq!(digest(&tiny, "x"), digest(&tiny, "alone"));
}
