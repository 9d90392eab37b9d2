//! Somebody changes what a folder says of itself, and seals it anew so that nothing looks broken.

use crate::small::{KINDS, below_shell, done, made, small, started, unmerge};
use crate::tiny::{Tiny, sha256};
use hameau_study::store::sealed;
use serde_json::{Value, json};
use std::fs;
use std::time::{Duration, Instant};

/// The manifest of a folder, without its seal.
fn unsealed(tiny: &Tiny, out: &str) -> Value {
    let mut manifest = tiny.manifest(out);
    manifest.as_object_mut().expect("an object").shift_remove("seal");
    manifest
}

fn seal(tiny: &Tiny, out: &str, manifest: &Value) {
    fs::write(tiny.path(out).join("manifest.json"), sealed(manifest, None).0).expect("written");
}

#[test]
fn every_field_of_a_manifest_is_held_against_one_made_anew() {
    let tiny = small();
    made(&tiny, "compare");
    let kept = unsealed(&tiny, "compare");
    let own: Vec<&String> = kept.as_object().expect("an object").keys().collect();
    assert_eq!(own.len(), 13, "a field more is a row more below: {own:?}");
    for (pointer, value, told) in [
        ("/program", json!("x"), "program is \"x\", and \"hameau\" made anew"),
        ("/version", json!("9.9"), "version is \"9.9\", and runs.parquet was written by hameau version"),
        ("/model_version", json!(77), "model_version is 77, and "),
        ("/commands/0", json!("rm -rf x"), "commands[0] is \"rm -rf x\", and \"hameau run small.toml"),
        ("/digest", json!("0"), "digest is \"0\", and "),
        ("/seed", json!(7), "seed is 7, and 1 made anew"),
        ("/kind/worlds", json!(7), "kind.worlds is 7, and 70 made anew"),
        ("/series", json!("none"), "series is \"none\", and \"monthly\" made anew"),
        ("/runs", json!(7), "runs is 7, and 140 made anew"),
        ("/failed", json!(7), "failed is 7, and 0 made anew"),
        (
            "/scenarios/1/territory",
            json!("x"),
            "scenarios[1].territory is \"x\", and \"small-territory\" made",
        ),
        ("/scenarios/1/replicates", json!(7), "scenarios[1].replicates is 7, and 70 made anew"),
        ("/scenarios/1/parameters/0/value", json!(7.5), "scenarios[1].parameters[0].value is 7.5, and "),
        ("/scenarios/0/content", json!("0"), "scenarios[0].content is \"0\", and "),
        ("/files/0/bytes", json!(7), "runs.parquet: it has "),
        ("/files/0/sha256", json!("0"), "runs.parquet: its SHA-256 is not the one in the manifest"),
        ("/files/0/name", json!("/dev/zero"), "/dev/zero: no file of results has this name"),
    ] {
        let mut changed = kept.clone();
        *changed.pointer_mut(pointer).expect(pointer) = value;
        seal(&tiny, "compare", &changed);
        let (code, out, err) = tiny.hameau(&["verify", "compare", "--sample", "0", "--lang", "en"]);
        assert_eq!(code, 1, "{pointer}: {out}{err}");
        assert!(out.contains(told), "{pointer}: {out}");
        // What is not as the plan and the parts give it is made anew, and not blessed.
        if pointer != "/digest" && pointer != "/version" && pointer != "/failed" {
            assert_eq!(tiny.hameau(&["merge", "compare"]).0, 0);
            assert_eq!(unsealed(&tiny, "compare"), kept, "{pointer}");
        }
    }
    // Without its seal the target is held too.
    let mut changed = kept.clone();
    changed["target"] = "x".into();
    fs::write(tiny.path("compare/manifest.json"), changed.to_string()).expect("written");
    let (_, out, _) = tiny.hameau(&["verify", "compare", "--sample", "0", "--lang", "en"]);
    assert!(out.contains("target is \"x\", and ") && out.contains("it has no seal at its end"), "{out}");
    // Of a folder of which the parts were not kept, what the plan says is held.
    fs::remove_dir_all(tiny.path("compare/parts")).expect("taken away");
    let mut changed = kept.clone();
    changed["scenarios"][0]["territory"] = "x".into();
    seal(&tiny, "compare", &changed);
    let (code, out, _) = tiny.hameau(&["verify", "compare", "--present", "--sample", "0", "--lang", "en"]);
    assert!(code == 1 && out.contains("scenarios[0].territory is \"x\""), "{out}");
}

/// A table exchanged, and listed as it now is.
#[test]
fn a_file_that_the_parts_do_not_give_is_found_however_well_it_is_listed() {
    let tiny = small();
    for kind in KINDS {
        made(&tiny, kind);
        let kept = unsealed(&tiny, kind);
        for at in 0..kept["files"].as_array().map_or(0, Vec::len) {
            let name = kept["files"][at]["name"].as_str().expect("a name").to_owned();
            if name.starts_with("parts/") {
                continue;
            }
            let path = tiny.path(kind).join(&name);
            let before = fs::read(&path).expect("read");
            let forged = [&before[..], b" "].concat();
            fs::write(&path, &forged).expect("written");
            let mut changed = kept.clone();
            changed["files"][at]["bytes"] = forged.len().into();
            changed["files"][at]["sha256"] = sha256(&forged).into();
            seal(&tiny, kind, &changed);
            let (code, out, _) = tiny.hameau(&["verify", kind, "--sample", "0", "--lang", "en"]);
            assert!(code == 1 && out.contains(&format!("{name}: it is not what the parts give")), "{out}");
            fs::write(&path, before).expect("written");
        }
        seal(&tiny, kind, &kept);
        assert_eq!(tiny.hameau(&["verify", kind, "--sample", "0", "--quiet"]).0, 0);
    }
}

/// Nothing that is no regular file of the size said is opened: not through the manifest, not in the place of a file.
#[test]
#[cfg(unix)]
fn devices_pipes_folders_and_dangling_links_are_named_and_wait_for_nobody() {
    let tiny = small();
    done(&tiny, "x", &["--replicates", "70"]);
    let part = crate::small::part(&tiny, "x", 0);
    let part = part.strip_prefix("x/").expect("below");
    for (make, told) in [
        ("mkfifo", "it is a pipe or a device, not a file"),
        ("ln -s /dev/zero", "it is a pipe or a device, not a file"),
        ("mkdir", "it is a folder, not a file"),
        ("ln -s nowhere", "it is a link to what is not there"),
    ] {
        for name in ["runs.parquet", "summary.csv", "manifest.json", part] {
            let path = format!("x/{name}");
            let (code, _, err) =
                below_shell(&tiny, &format!("mv {path} kept && {make} {path}"), &["schema", "--help"]);
            assert_eq!(code, 0, "{err}");
            let begun = Instant::now();
            for verb in ["verify", "status", "report"] {
                let (code, out, err) = tiny.hameau(&[verb, "x", "--lang", "en"]);
                let all = format!("{out}{err}");
                let named = all.contains(name.trim_start_matches("parts/")) && all.contains(told);
                // A report is made anew where its parts are there, and nothing that it would have to take away.
                let refused = all.contains("the tables in `x` are not those of its plan");
                let kept = all.contains(&format!("cannot write `x/{name}`: a folder of that name is there"));
                let report = verb == "report" && (code == 0 || kept || (name == part && refused));
                assert!(named || report, "{verb} {make} {name}: {all}");
                assert!(!all.contains("bug") && !all.contains("panicked"), "{verb} {make} {name}: {all}");
            }
            if name == part {
                let (code, _, err) = crate::small::run(&tiny, "x", &["--replicates", "70"]);
                assert!(code == 1 && err.contains(part) && err.contains(told), "{make}: {err}");
            }
            assert!(begun.elapsed() < Duration::from_secs(20), "{make} {name}");
            let (code, _, err) =
                below_shell(&tiny, &format!("rm -rf {path} && mv kept {path}"), &["schema", "--help"]);
            assert_eq!(code, 0, "{err}");
        }
    }
}

/// Hashing looks at the flag: a file of gigabytes does not keep a process that was asked to end.
#[test]
#[cfg(unix)]
fn hashing_ends_when_it_is_asked_to() {
    let tiny = small();
    done(&tiny, "x", &["--replicates", "70"]);
    // Eight gigabytes of nothing, which take no room.
    let size: u64 = 8 << 30;
    fs::File::create(tiny.path("x/runs.parquet")).and_then(|file| file.set_len(size)).expect("made");
    let mut kept = unsealed(&tiny, "x");
    kept["files"][0]["bytes"] = size.into();
    seal(&tiny, "x", &kept);
    let mut child = started(&tiny, &["verify", "x", "--sample", "0"]);
    std::thread::sleep(Duration::from_millis(1_500));
    assert!(child.0.try_wait().expect("asked").is_none(), "it is still at work");
    crate::small::send(&child.0, "-TERM");
    let begun = Instant::now();
    assert_eq!(child.0.wait().expect("ended").code(), Some(130));
    assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
}

/// A byte of a part's footer that no value depends on: once `run` blessed it and wrote its new hash down.
#[test]
fn a_flipped_byte_in_a_footer_is_never_blessed() {
    let tiny = small();
    done(&tiny, "x", &["--replicates", "70"]);
    let (sound, name) = (crate::small::parts(&tiny, "x"), crate::small::part(&tiny, "x", 0));
    let whole = tiny.read(&name);
    let at = whole.windows(14).rposition(|word| word == b"hameau version").expect("who wrote it");
    for (merged, at) in [(true, at + 15), (false, at + 15), (true, at), (false, whole.len() - 9)] {
        if !merged {
            unmerge(&tiny, "x");
        }
        let mut changed = whole.clone();
        changed[at] ^= 1;
        fs::write(tiny.path(&name), changed).expect("written");
        let (code, out, _) = tiny.hameau(&["verify", "x", "--sample", "0", "--lang", "en"]);
        assert!(code == 1 && out.contains(name.strip_prefix("x/").expect("below")), "{out}");
        let (code, _, err) = crate::small::run(&tiny, "x", &["--replicates", "70", "--lang", "en"]);
        assert!(code == 0 && err.contains("a damaged part was taken away to be made anew"), "{err}");
        assert_eq!(crate::small::parts(&tiny, "x"), sound);
        assert_eq!(tiny.hameau(&["verify", "x", "--quiet"]).0, 0);
    }
}
