//! Where a folder of results may be: disks without hard links, clones with other ends of lines, paths that are no text.
#![cfg(unix)]

use crate::small::{KINDS, digest, done, made, parts, run, small};
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;
use std::process::Command;

/// exFAT has no hard links. Where a real one can be mounted (as root, with `mkfs.exfat` and `mount.exfat-fuse`), all that the
/// program does with a folder is done on it; elsewhere the test of the store's own claims stands for it.
#[test]
fn a_real_exfat_disk_holds_results() {
    let tiny = small();
    done(&tiny, "undisturbed", &["--replicates", "640"]);
    let image = fs::File::create(tiny.path("disk.img")).and_then(|file| file.set_len(64 << 20));
    image.expect("made");
    fs::create_dir(tiny.path("disk")).expect("made");
    let begin = "mkfs.exfat disk.img >/dev/null 2>&1 || exit 9; L=$(losetup -f --show disk.img 2>/dev/null) || exit 9; \
        trap 'umount disk 2>/dev/null; losetup -d $L' EXIT; mount.exfat-fuse $L disk >/dev/null 2>&1 || exit 9; \
        touch disk/a; ln disk/a disk/b 2>/dev/null && exit 9; rm disk/a";
    let same = "run small.toml --quiet --out disk/x --replicates 640 --lang en";
    let work = format!(
        "\"$0\" {same} & P=$!; sleep 0.15; kill -KILL $P; wait $P 2>/dev/null; ls disk/x >/dev/null; \
         \"$0\" {same} & \"$0\" {same} & \"$0\" {same}; echo code $?; wait; \
         \"$0\" compare small.toml other.toml --quiet --out disk/y --replicates 20 --lang en; echo code $?; \
         \"$0\" verify disk/x --sample 3 --lang en; echo code $?; \"$0\" verify disk/y --lang en; echo code $?; \
         ls -a disk/x disk/x/parts disk/x/plan; cat disk/x/manifest.json; \
         \"$0\" run small.toml --quiet --out disk/x --replicates 5 --force; echo code $?"
    );
    let program = tiny.plain().get_program().to_owned();
    let mut command = Command::new("unshare");
    command.current_dir(tiny.path(".")).args(["-m", "sh", "-c", &format!("{begin}; {work}")]).arg(program);
    let Ok(output) = command.output() else { return println!("no namespaces here") };
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    if output.status.code() == Some(9) || err.contains("unshare failed") {
        return println!(
            "no exFAT disk can be mounted here: a claim is tried on another disk by the store's own test"
        );
    }
    assert_eq!(out.matches("code 0").count(), 5, "{out}{err}");
    assert!(out.contains(&digest(&tiny, "undisturbed")), "{out}{err}");
    assert!(!out.contains("#claim"), "{out}");
    println!("done on a real exFAT disk");
}

/// Gives every text file of a folder the ends of lines of another system, as a clone with `autocrlf` does.
fn with_other_ends(path: &Path) -> usize {
    let mut changed = 0;
    for entry in fs::read_dir(path).expect("a folder").flatten() {
        if entry.path().is_dir() {
            changed += with_other_ends(&entry.path());
            continue;
        }
        let content = fs::read(entry.path()).expect("read");
        if content.contains(&0) || !content.contains(&b'\n') {
            continue;
        }
        let text = String::from_utf8(content).expect("text").replace('\n', "\r\n");
        fs::write(entry.path(), text).expect("written");
        changed += 1;
    }
    changed
}

#[test]
fn a_clone_with_other_ends_of_lines_verifies_and_is_gone_on_with() {
    let tiny = small();
    for kind in KINDS {
        made(&tiny, kind);
        let before = digest(&tiny, kind);
        assert!(with_other_ends(&tiny.path(kind)) > 6, "manifest, tables of text, plan, sources");
        let (code, out, err) = tiny.hameau(&["verify", kind, "--lang", "en"]);
        assert_eq!((code, err.as_str()), (0, ""), "{kind}: {out}");
        for verb in ["status", "merge", "report"] {
            let (code, out, err) = tiny.hameau(&[verb, kind]);
            assert_eq!((code, err.as_str()), (0, ""), "{kind}: {out}");
        }
        assert_eq!(digest(&tiny, kind), before);
    }
    done(&tiny, "run", &["--replicates", "90"]);
    assert_eq!(tiny.hameau(&["verify", "run", "--quiet"]).0, 0);
}

#[test]
fn a_folder_behind_a_dangling_link_is_told() {
    let tiny = small();
    std::os::unix::fs::symlink("nowhere", tiny.path("x")).expect("made");
    let (code, _, err) = run(&tiny, "x", &[]);
    assert_eq!((code, tiny.hameau(&["batch", "x"]).0), (1, 64));
    assert!(err.contains("`x` is a link to what is not there: make the folder that it leads to"), "{err}");
    for verb in ["status", "verify", "merge", "report"] {
        let (code, _, err) = tiny.hameau(&[verb, "x"]);
        assert!(code == 1 && err.contains("`x` is a link to what is not there"), "{verb}: {err}");
    }
    // A link to a folder is as good as the folder.
    fs::create_dir(tiny.path("nowhere")).expect("made");
    done(&tiny, "x", &["--replicates", "20"]);
    assert_eq!(parts(&tiny, "nowhere").len(), 1);
}

#[test]
fn without_a_folder_for_temporary_files_verify_says_what_to_set() {
    let tiny = small();
    done(&tiny, "x", &["--replicates", "20"]);
    for (value, why) in [("nowhere", "no such file or folder"), ("small.toml", "is a file, not a folder")] {
        let mut command = tiny.plain();
        command.args(["verify", "x"]).env("TMPDIR", tiny.path(value));
        let (code, _, err) = crate::tiny::answer(&mut command);
        assert_eq!(code, 1, "{err}");
        let told = ["no files can be made in `", why, "set TMPDIR to a folder where you may write"];
        assert!(told.iter().all(|told| err.contains(told)), "{err}");
        let mut command = tiny.plain();
        command.args(["run", "small.toml", "--quiet", "--replicates", "20", "--out", "x"]);
        command.env("TMPDIR", tiny.path(value));
        assert_eq!(crate::tiny::answer(&mut command).0, 0, "nothing else needs one");
    }
}

#[test]
fn a_path_that_is_no_text_holds_results_too() {
    let tiny = small();
    let name = OsStr::from_bytes(b"r\xe9sultats");
    for arguments in [
        &["run", "small.toml", "--quiet", "--replicates", "20", "--out"][..],
        &["status"],
        &["report"],
        &["verify", "--lang", "en"],
        &["merge"],
        &["batch", "--quiet"],
    ] {
        let mut command = tiny.plain();
        let output = command.args(arguments).arg(name).output().expect("started");
        let told = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {told}");
    }
    // In a folder of results a name that is no text is one of the foreign ones.
    done(&tiny, "x", &["--replicates", "20"]);
    fs::write(tiny.path("x").join(name), "mine").expect("written");
    fs::write(tiny.path("x/parts").join(name), "mine").expect("written");
    let (code, _, err) = tiny.hameau(&["verify", "x", "--lang", "en"]);
    assert!(code == 0 && err.contains("left alone: parts/r\u{fffd}sultats, r\u{fffd}sultats"), "{err}");
    // A scenario of such a name is a mistake in words.
    let mut command = tiny.plain();
    let output = command.arg("run").arg(OsStr::from_bytes(b"a\xff.toml")).output().expect("started");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("invalid UTF-8"));
}
