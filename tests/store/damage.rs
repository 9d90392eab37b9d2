//! Parts that are torn, changed, of somebody else, or that hold other values.

use crate::small::{Killed, digest, done, part, parts, run, small, unmerge};
use crate::tiny::Tiny;
use hameau_study::engine::Study;
use hameau_study::store::{RunRecord, decode, encode, part_path};
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::process::Stdio;

const WORLDS: [&str; 2] = ["--replicates", "192"];

/// What is done to a part, and what is told of it.
fn damages(whole: &[u8], other: &[u8]) -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let mut flipped = whole.to_vec();
    let at = whole.len() / 3;
    flipped[at] ^= 4;
    let mut footer = whole.to_vec();
    let at = whole.len() - 20;
    footer[at] ^= 4;
    vec![
        ("truncated", whole[..whole.len() * 2 / 3].to_vec(), "it is no whole Parquet file"),
        ("empty", Vec::new(), "it is no whole Parquet file"),
        ("flipped", flipped, ""),
        ("flipped in its footer", footer, ""),
        ("of another block", other.to_vec(), "it belongs to another block"),
        ("something else", b"a list of things to buy".to_vec(), "it is no whole Parquet file"),
    ]
}

#[test]
fn a_damaged_part_is_made_anew_and_only_that_one() {
    let tiny = small();
    done(&tiny, "sound", &WORLDS);
    done(&tiny, "x", &WORLDS);
    let (sound, name) = (parts(&tiny, "sound"), part(&tiny, "x", 1));
    let (whole, other) = (tiny.read(&name), tiny.read(&part(&tiny, "x", 0)));
    for merged in [true, false] {
        for (damage, content, told) in damages(&whole, &other) {
            if !merged {
                unmerge(&tiny, "x");
            }
            fs::write(tiny.path(&name), content).expect("written");
            let dates = || {
                let date =
                    |name| fs::metadata(tiny.path(&part(&tiny, "x", name))).and_then(|data| data.modified());
                [0, 2].map(|at| date(at).expect("a date"))
            };
            let before = dates();
            let (code, _, err) = run(&tiny, "x", &[&WORLDS[..], &["--lang", "en"]].concat());
            assert_eq!(code, 0, "{damage}, {merged}: {err}");
            let mended = "a damaged part was taken away to be made anew (replicates 64 to 127 of `small`: ";
            assert!(err.contains(mended) && err.contains(told), "{damage}, {merged}: {err}");
            assert_eq!(err.lines().count(), 1, "{err}");
            assert_eq!(parts(&tiny, "x"), sound, "{damage}, {merged}");
            assert_eq!(dates(), before, "the others were not touched");
            assert_eq!(digest(&tiny, "x"), digest(&tiny, "sound"), "{damage}, {merged}");
        }
    }
}

#[test]
fn a_merge_refuses_a_damaged_part_and_says_what_to_do() {
    let tiny = small();
    done(&tiny, "x", &WORLDS);
    unmerge(&tiny, "x");
    let name = part(&tiny, "x", 2);
    fs::write(tiny.path(&name), "torn").expect("written");
    let (code, _, err) = tiny.hameau(&["merge", "x"]);
    assert_eq!(code, 1);
    assert!(err.contains(&format!("`{name}` is damaged: ")), "{err}");
    assert!(err.contains("the same command again makes it anew"), "{err}");
    assert!(tiny.files("x").iter().all(|name| ["parts", "plan"].contains(&&name[..])));
    let (code, _, err) = tiny.hameau(&["batch", "x", "--quiet"]);
    assert_eq!(code, 0, "{err}");
}

#[test]
fn a_stranger_among_the_parts_is_named_and_left_alone() {
    let tiny = small();
    done(&tiny, "x", &WORLDS);
    let sound = digest(&tiny, "x");
    let strangers = ["notes.txt", "0123456789abcdef0123456789abcdef.parquet"];
    for name in strangers {
        fs::write(tiny.path("x/parts").join(name), "mine").expect("written");
    }
    let (code, _, err) = run(&tiny, "x", &[&WORLDS[..], &["--lang", "en"]].concat());
    assert_eq!(code, 0, "{err}");
    for name in strangers {
        assert!(err.contains(&format!("parts/{name}")) && err.contains("left alone"), "{err}");
    }
    assert_eq!(digest(&tiny, "x"), sound);
    let (code, _, err) = run(&tiny, "x", &["--force"]);
    assert_eq!(code, 1);
    assert!(err.contains("`parts/notes.txt`, which is no part of a folder of results"), "{err}");
    assert_eq!(tiny.read("x/parts/notes.txt"), b"mine");
    assert_eq!(digest(&tiny, "x"), sound, "nothing was taken away");
}

/// The part of the only block of a study in which one value is another, and all else is right.
fn another_value(tiny: &Tiny, out: &str) -> (String, Vec<u8>) {
    let study = Study::open(&tiny.path(out)).expect("readable").expect("a study");
    let block = &study.blocks()[0];
    let runs = study.block_runs(block);
    let path = format!("{out}/{}", part_path(&block.name));
    let mut part = decode(tiny.read(&path).into(), &runs, study.head()).expect("whole");
    let RunRecord { outcome: Ok(rows), .. } = &mut part.records[5] else { panic!("a run that ended well") };
    let value = rows[0].values.iter_mut().flatten().next().expect("a value");
    *value += 1.0;
    (path, encode(&runs, study.head(), &part))
}

/// Two that simulate the same block must have the same bits: the one that comes second looks.
#[test]
fn other_values_for_the_same_run_are_a_bug_that_is_told() {
    let tiny = small();
    let slow = ["--set", "simulation.duration_months=24", "--replicates", "50", "--threads", "1"];
    let command = [&["run", "tiny.toml", "--lang", "en", "--out", "x"][..], &slow].concat();
    assert_eq!(tiny.hameau(&command).0, 0);
    assert_eq!(Study::open(&tiny.path("x")).expect("readable").expect("a study").blocks().len(), 1);
    let (path, other) = another_value(&tiny, "x");
    for (arguments, code) in [(&command[..], 2), (&["batch", "x", "--threads", "1", "--lang", "en"], 66)] {
        unmerge(&tiny, "x");
        fs::remove_file(tiny.path(&path)).expect("taken away");
        let mut process = tiny.plain();
        process.args(arguments).stderr(Stdio::piped()).stdout(Stdio::null());
        let mut child = Killed(process.spawn().expect("started"));
        let mut err = BufReader::new(child.0.stderr.take().expect("piped"));
        let mut line = String::new();
        while !line.starts_with(" 10 %") {
            line.clear();
            assert!(err.read_line(&mut line).expect("read") > 0, "it ended before it was half-way");
        }
        fs::write(tiny.path("other.parquet"), &other).expect("written");
        fs::rename(tiny.path("other.parquet"), tiny.path(&path)).expect("put");
        assert_eq!(child.0.wait().expect("ended").code(), Some(code));
        let mut rest = String::new();
        err.read_to_string(&mut rest).expect("read");
        let told = format!("error: replicate 5 of `tiny` gave other values than those in `{path}`");
        assert!(rest.contains(&told) && rest.contains("nothing was replaced"), "{rest}");
        assert!(tiny.read(&path) == other);
        assert!(!tiny.path("x/manifest.json").exists());
    }
    // Consistent in itself, such a part is taken for what it says, until it is simulated again.
    assert_eq!(tiny.hameau(&["merge", "x"]).0, 0);
    let (code, out, _) = tiny.hameau(&["verify", "x", "--all", "--lang", "en"]);
    assert_eq!(code, 1);
    assert!(
        out.contains("replicate 5 of tiny") && out.contains(" kept, ") && out.contains("1 difference"),
        "{out}"
    );
}
