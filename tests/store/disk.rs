//! A disk that is full, a folder where nobody may write.
#![cfg(unix)]

use crate::small::{below_shell, digest, done, part, parts, run, small, unmerge};
use crate::tiny::Tiny;
use std::fs;
use std::process::Command;

const WORLDS: [&str; 2] = ["--replicates", "640"];

/// No file may be larger than this many blocks of 512 bytes: the first is too small for a part, the second for a table.
#[test]
fn a_limit_on_files_is_told_and_loses_nothing() {
    let tiny = small();
    done(&tiny, "undisturbed", &WORLDS);
    let blocks = |name: &str| tiny.read(name).len() / 512;
    let (of_a_part, of_a_table) =
        (blocks(&part(&tiny, "undisturbed", 0)), blocks("undisturbed/runs.parquet"));
    assert!(of_a_table > of_a_part + 20, "{of_a_part} and {of_a_table}");
    for (limit, done_parts) in [(of_a_part / 2, 0), (usize::midpoint(of_a_part, of_a_table), 10)] {
        for (verb, code) in [("run", 1), ("batch", 75)] {
            let out = format!("x{limit}{verb}");
            if verb == "batch" {
                assert_eq!(run(&tiny, &out, &[&WORLDS[..], &["--shard", "0/10"]].concat()).0, 0);
            }
            let same = match verb {
                "run" => [&["run", "small.toml", "--quiet", "--out", &out][..], &WORLDS].concat(),
                _ => vec!["batch", &out, "--quiet"],
            };
            let before = parts(&tiny, &out);
            let (found, text, err) = below_shell(&tiny, &format!("ulimit -f {limit}"), &same);
            assert_eq!((found, text.as_str()), (code, ""), "{err}");
            let why = "the file is larger than this disk, or a limit set for you, allows";
            assert!(err.contains("cannot write `") && err.contains(why), "{err}");
            assert_eq!(parts(&tiny, &out).len(), before.len().max(done_parts));
            assert!(!tiny.path(&out).join("manifest.json").exists());
            assert!(
                tiny.files(&out).iter().all(|name| ["parts", "plan"].contains(&&name[..])),
                "nothing half-made"
            );
            assert_eq!(tiny.hameau(&same).0, 0);
            assert_eq!(digest(&tiny, &out), digest(&tiny, "undisturbed"));
            assert_eq!(parts(&tiny, &out), parts(&tiny, "undisturbed"));
        }
    }
}

/// Where a small disk can be made, it is filled; where not, the test above has to do, and this one says so.
#[test]
fn a_full_disk_is_told_and_loses_nothing() {
    let tiny = small();
    done(&tiny, "undisturbed", &WORLDS);
    fs::create_dir(tiny.path("disk")).expect("made");
    let below = |script: &str| {
        let program = tiny.plain().get_program().to_owned();
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "--mount", "sh", "-c"]).arg(script).arg(program);
        command.current_dir(tiny.path(".")).output()
    };
    let mount = "mount -t tmpfs -o size=160k none disk";
    if !below(mount).is_ok_and(|made| made.status.success()) {
        assert!(std::env::var_os("CI").is_none(), "no small disk can be made where all must be tested");
        println!("no small disk can be made here: a limit on files stands for it");
        return a_limit_on_files_is_told_and_loses_nothing();
    }
    let same = "\"$0\" run small.toml --quiet --out disk/x --replicates 640";
    let script = format!(
        "{mount}; {same}; echo code $?; mount -o remount,size=50m disk; ls disk/x/parts | grep -vc '#'; {same}; echo code $?; cat disk/x/manifest.json"
    );
    let output = below(&script).expect("started");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(err.contains("cannot write `disk/x/") && err.contains("the disk is full"), "{err}");
    let mut lines = out.lines();
    assert_eq!(lines.next(), Some("code 1"), "{out}{err}");
    let kept: u32 = lines.next().and_then(|count| count.parse().ok()).expect("a count");
    assert!((1..10).contains(&kept), "{kept} parts");
    assert_eq!(lines.next(), Some("code 0"), "{out}{err}");
    assert!(out.contains(&digest(&tiny, "undisturbed")), "{out}");
}

/// The program without the right to write where it may not, which root has.
fn bound(tiny: &Tiny, arguments: &[&str]) -> (i32, String, String) {
    let root = fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0);
    if !root {
        return tiny.hameau(arguments);
    }
    let program = tiny.plain().get_program().to_owned();
    let mut command = Command::new("setpriv");
    command.args(["--bounding-set", "-dac_override", "--inh-caps", "-dac_override"]).arg(program);
    crate::tiny::answer(command.args(arguments).current_dir(tiny.path(".")))
}

/// Makes a folder and all below it read-only, or writable again.
fn set_writable(tiny: &Tiny, folder: &str, writable: bool) {
    let mode = if writable { "u+w" } else { "a-w" };
    let changed = Command::new("chmod").args(["-R", mode]).arg(tiny.path(folder)).status();
    assert!(changed.expect("chmod starts").success());
}

#[test]
fn a_read_only_folder_is_told_and_a_finished_one_is_read() {
    let tiny = small();
    done(&tiny, "x", &["--replicates", "128"]);
    fs::create_dir(tiny.path("closed")).expect("made");
    set_writable(&tiny, "closed", false);
    let (code, _, err) = bound(&tiny, &["run", "small.toml", "--quiet", "--out", "closed/x"]);
    assert_eq!(code, 1);
    assert!(err.contains("cannot write `closed/x`: you may not write there"), "{err}");

    let same = ["run", "small.toml", "--quiet", "--out", "x", "--replicates", "128"];
    set_writable(&tiny, "x", false);
    for arguments in [
        &same[..],
        &["verify", "x", "--quiet"],
        &["status", "x"],
        &["merge", "x"],
        &["batch", "x", "--quiet"],
    ] {
        let (code, _, err) = bound(&tiny, arguments);
        assert_eq!((code, err.as_str()), (0, ""), "{arguments:?}");
    }
    set_writable(&tiny, "x", true);
    unmerge(&tiny, "x");
    fs::remove_file(tiny.path(&part(&tiny, "x", 1))).expect("taken away");
    set_writable(&tiny, "x", false);
    for (arguments, expected) in [(&same[..], 1), (&["batch", "x", "--quiet"], 75)] {
        let (code, _, err) = bound(&tiny, arguments);
        assert_eq!(code, expected);
        assert!(err.contains("cannot write `x/parts/") && err.contains("you may not write there"), "{err}");
    }
    set_writable(&tiny, "x", true);
    assert_eq!(parts(&tiny, "x").len(), 1);
    assert_eq!(tiny.hameau(&same).0, 0);
}
