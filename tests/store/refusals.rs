//! A folder of something else: refused with a sentence that says what to do, and nothing in it is touched.

use crate::small::{done, parts, run, small};
use crate::tiny::Tiny;
use hameau_model::MODEL_VERSION;
use std::fs;

/// Exit codes of `run` and `batch`, and the words of the first.
fn both(tiny: &Tiny, arguments: &[&str]) -> (i32, i32, String) {
    let (code, out, err) = run(tiny, "x", arguments);
    assert_eq!(out, "");
    (code, tiny.hameau(&["batch", "x", "--quiet"]).0, err)
}

#[test]
fn another_seed_series_or_content_is_refused() {
    let tiny = small();
    done(&tiny, "x", &["--replicates", "70"]);
    let before = (parts(&tiny, "x"), tiny.read("x/manifest.json"));
    for (arguments, told) in [
        (&["--seed", "2"][..], &["`x` holds worlds of seed 1, not 2", "--out", "--force"][..]),
        (&["--series", "yearly"], &["`x` keeps series monthly, not yearly", "leave --series out"]),
        (
            &["--set", "travel.fixed_minutes=7"],
            &["`x` holds another `small` (travel.fixed_minutes (", ", now 7.0)", "--out", "--force"],
        ),
        (&["--set", "simulation.duration_months=2"], &["simulation.duration_months (1.0, now 2.0)"]),
    ] {
        let (code, batch, err) = both(&tiny, arguments);
        assert_eq!((code, batch), (1, 0), "{err}");
        assert!(told.iter().all(|told| err.contains(told)), "{err}");
        assert_eq!((parts(&tiny, "x"), tiny.read("x/manifest.json")), before);
    }
    let territory = fs::read_to_string(tiny.path("small-territory.toml")).expect("read");
    fs::write(tiny.path("small-territory.toml"), territory.replace("= 20", "= 21")).expect("written");
    let (code, batch, err) = both(&tiny, &[]);
    assert_eq!((code, batch), (1, 0), "the folder has what it was planned with: {err}");
    assert!(err.contains("`x` holds another `small` (the facts of the territory)"), "{err}");
    let (code, _, err) = run(&tiny, "x", &["--force", "--replicates", "5"]);
    assert_eq!(code, 0, "{err}");
}

#[test]
fn another_version_or_a_damaged_plan_is_refused_until_it_is_forced() {
    type Change = fn(&str) -> Option<String>;
    let cases: [(&str, Change, &str); 8] = [
        (
            "plan/study.json",
            |text| {
                Some(text.replace(&format!("\"model_version\": {MODEL_VERSION}"), "\"model_version\": 99"))
            },
            "written by another version of the program (model version 99, not 3)",
        ),
        (
            "plan/study.json",
            |text| Some(text.replace("\"format\": 3", "\"format\": 7")),
            "written by another version of the program (format 7, not 3)",
        ),
        ("plan/study.json", |text| Some(text[..text.len() / 2].to_owned()), "`x/plan/study.json` is damaged"),
        ("plan/study.json", |_| None, "written by another version of the program (it kept no plan)"),
        (
            "plan/000001.json",
            |text| Some(text[..text.len() / 2].to_owned()),
            "`x/plan/000001.json` is damaged",
        ),
        ("plan/000000.json", |_| None, "`x/plan/000000.json` is damaged: it is gone"),
        ("source", |_| None, "is damaged: it is gone; without it the plan cannot be read"),
        ("source", |text| Some(text.replace("small", "other")), "its content is not what its name says"),
    ];
    for (name, change, told) in cases {
        let tiny = small();
        done(&tiny, "x", &["--replicates", "30"]);
        done(&tiny, "x", &["--replicates", "40"]);
        let name = if name == "source" {
            format!("plan/sources/{}", tiny.files("x/plan/sources")[0])
        } else {
            name.to_owned()
        };
        let path = tiny.path("x").join(&name);
        let text = fs::read_to_string(&path).expect("text");
        match change(&text) {
            Some(changed) => {
                assert_ne!(changed, text);
                fs::write(&path, changed).expect("written");
            }
            None => fs::remove_file(&path).expect("taken away"),
        }
        let before = parts(&tiny, "x");
        let (code, batch, err) = both(&tiny, &["--replicates", "40"]);
        assert_eq!((code, batch), (1, 65), "{name}: {err}");
        assert!(err.contains(told) && err.contains("--force"), "{name}: {err}");
        assert_eq!(parts(&tiny, "x"), before, "{name}");
        let (code, _, err) = run(&tiny, "x", &["--replicates", "40", "--force"]);
        assert_eq!((code, err.as_str()), (0, ""), "{name}");
        assert_eq!(tiny.hameau(&["verify", "x", "--quiet"]).0, 0, "{name}");
    }
}

/// A plan without its last addition is the plan of before; its runs are planned again, with the same ids.
#[test]
fn a_plan_that_lost_its_end_is_planned_again() {
    let tiny = small();
    done(&tiny, "x", &["--replicates", "30"]);
    done(&tiny, "x", &["--replicates", "40"]);
    let before = parts(&tiny, "x");
    fs::remove_file(tiny.path("x/plan/000001.json")).expect("taken away");
    done(&tiny, "x", &["--replicates", "40"]);
    assert_eq!(parts(&tiny, "x"), before);
    fs::remove_file(tiny.path("x/plan/000001.json")).expect("taken away");
    fs::remove_file(tiny.path("x/plan/000000.json")).expect("taken away");
    assert_eq!(tiny.hameau(&["batch", "x", "--quiet"]).0, 65, "a plan of nothing is not done");
    let (code, _, err) = run(&tiny, "x", &["--replicates", "30"]);
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("belongs to no run of this plan, left alone"), "the part of ten more: {err}");
    assert_eq!(parts(&tiny, "x"), before);
}

#[test]
fn a_folder_of_something_else_is_refused_and_foreign_files_keep_force_away() {
    let tiny = small();
    done(&tiny, "x", &["--replicates", "30"]);
    fs::write(tiny.path("x/notes.txt"), "mine").expect("written");
    let (code, _, err) = run(&tiny, "x", &["--force"]);
    assert_eq!(code, 1);
    assert!(err.contains("`x` holds `notes.txt`, which is no part of a folder of results"), "{err}");
    assert!(err.contains("name another folder with --out"), "{err}");
    assert_eq!(tiny.read("x/notes.txt"), b"mine");
    assert_eq!(tiny.hameau(&["verify", "x", "--quiet"]).0, 0, "nothing was taken away");
    fs::create_dir(tiny.path("photos")).expect("made");
    fs::write(tiny.path("photos/a.jpg"), "mine").expect("written");
    for arguments in [&["--force"][..], &[]] {
        let (code, _, err) = run(&tiny, "photos", arguments);
        assert!(code == 1 && err.contains("`a.jpg`"), "{err}");
    }
    assert_eq!(tiny.files("photos"), ["a.jpg"]);
}

/// What systems, schedulers, office programs and people leave in a folder of results.
#[test]
fn foreign_files_are_left_alone_and_listed_in_one_line() {
    let tiny = small();
    fs::create_dir(tiny.path("x")).expect("made");
    fs::write(tiny.path("x/.DS_Store"), "of a system").expect("written");
    done_but_for(
        &tiny,
        &["--replicates", "30"],
        "x holds what belongs to no run of this plan, left alone: .DS_Store",
    );
    let names = [
        "Thumbs.db",
        "notes.txt",
        "slurm-123.out",
        ".~lock.comparison.csv#",
        "~$x.xlsx",
        "summary.csv~",
        "#summary.csv#",
        "parts/.DS_Store",
        "plan/.DS_Store",
        "plan/sources/Thumbs.db",
        "parts/slurm-4.out",
    ];
    for name in names {
        fs::write(tiny.path("x").join(name), "mine").expect("written");
    }
    fs::create_dir(tiny.path("x/thesis")).expect("made");
    let all = [&names[..], &[".DS_Store", "thesis"]].concat();
    let listed = |err: &str| {
        let lines: Vec<&str> = err.lines().filter(|line| line.contains("left alone")).collect();
        assert!(lines.len() == 1 && all.iter().all(|name| lines[0].contains(name)), "{err}");
    };
    for arguments in [
        &["run", "small.toml", "--quiet", "--out", "x", "--replicates", "50", "--lang", "en"][..],
        &["batch", "x", "--quiet", "--lang", "en"],
        &["status", "x", "--lang", "en"],
        &["merge", "x"],
        &["report", "x", "--lang", "en"],
        &[
            "compare",
            "small.toml",
            "other.toml",
            "--quiet",
            "--out",
            "x",
            "--replicates",
            "20",
            "--lang",
            "en",
        ],
        &["verify", "x", "--lang", "en"],
    ] {
        let (code, out, err) = tiny.hameau(arguments);
        assert_eq!(code, 0, "{arguments:?}: {out}{err}");
        listed(&err);
    }
    assert!(names.iter().all(|name| tiny.read(&format!("x/{name}")) == b"mine"));
}

fn done_but_for(tiny: &Tiny, arguments: &[&str], told: &str) {
    let (code, _, err) = run(tiny, "x", &[arguments, &["--lang", "en"]].concat());
    assert_eq!((code, err.trim_end()), (0, told));
}

#[test]
fn a_cluster_is_told_by_exit_codes() {
    let tiny = small();
    done(&tiny, "x", &["--replicates", "30"]);
    for (arguments, code) in [
        (&["batch", "x", "--quiet"][..], 0),
        (&["batch", "x", "--shard", "7/7"], 64),
        (&["batch", "x", "--shard", "1"], 64),
        (&["batch"], 64),
        (&["batch", "x", "--frobnicate"], 64),
        (&["batch", "nowhere"], 64),
        (&["batch", "small.toml"], 64),
    ] {
        let (found, out, err) = tiny.hameau(arguments);
        assert_eq!((found, out.as_str()), (code, ""), "{arguments:?}: {err}");
        assert_eq!(err.is_empty(), code == 0, "{arguments:?}");
    }
}
