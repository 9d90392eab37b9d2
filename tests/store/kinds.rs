//! What a folder is stands in its plan: whatever makes its tables anew makes all that it held.

use crate::small::{KINDS, Numbers, done, made, run, small, unmerge};
use crate::tiny::{Tiny, sha256};
use std::collections::BTreeMap;
use std::fs;

/// Every file at the top of a folder: its hash by its name.
pub fn shown(tiny: &Tiny, out: &str) -> BTreeMap<String, String> {
    let names = tiny.files(out).into_iter().filter(|name| tiny.path(out).join(name).is_file());
    names.map(|name| (name.clone(), sha256(&tiny.read(&format!("{out}/{name}"))))).collect()
}

#[test]
fn merge_report_and_batch_make_all_that_a_folder_held() {
    let tiny = small();
    for (kind, own) in KINDS.into_iter().zip([
        &["report.en.html"][..],
        &["comparison.csv", "comparison.json", "report.fr.html"],
        &["factors.json", "findings.md", "report.en.html"],
        &["ledger.json", "findings.md", "report.en.html"],
    ]) {
        made(&tiny, kind);
        let before = shown(&tiny, kind);
        assert!(own.iter().all(|name| before.contains_key(*name)), "{kind}: {before:?}");
        for verb in [&["merge", kind][..], &["report", kind], &["batch", kind, "--quiet"]] {
            // All of it gone, then each file alone, gone or damaged.
            unmerge(&tiny, kind);
            assert_eq!(tiny.hameau(verb).0, 0, "{verb:?}");
            assert_eq!(shown(&tiny, kind), before, "{verb:?}");
        }
        for (at, name) in before.keys().enumerate() {
            let path = tiny.path(kind).join(name);
            let mut content = fs::read(&path).expect("read");
            if at % 2 == 0 {
                fs::remove_file(&path).expect("taken away");
            } else {
                let place = Numbers(at as u64).below(content.len() as u64) as usize;
                content[place] ^= 1;
                fs::write(&path, content).expect("written");
            }
            let verb = ["merge", "report"][at / 2 % 2];
            assert_eq!(tiny.hameau(&[verb, kind]).0, 0, "{verb} {kind} {name}");
            assert_eq!(shown(&tiny, kind), before, "{verb} {kind} {name}");
        }
        let (code, out, err) = tiny.hameau(&["verify", kind, "--lang", "en"]);
        assert_eq!(code, 0, "{out}{err}");
    }
}

#[test]
fn a_folder_that_grows_keeps_what_it_is_and_another_kind_is_refused() {
    let tiny = small();
    made(&tiny, "compare");
    let comparison = tiny.read("compare/comparison.json");
    let (code, _, err) = run(&tiny, "compare", &["--replicates", "90"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(tiny.read("compare/comparison.json"), comparison, "of the same 70 worlds");
    assert_eq!(tiny.manifest("compare")["runs"], 160);
    assert_eq!(tiny.manifest("compare")["kind"]["is"], "compare");
    assert_eq!(tiny.hameau(&["verify", "compare", "--quiet"]).0, 0);
    let (code, _, err) = tiny.hameau(&["explore", "two.toml", "--out", "compare", "--quiet"]);
    assert_eq!(code, 1);
    assert!(err.contains("`compare` is a comparison, not a factorial study: name another folder"), "{err}");
    // A folder of worlds becomes a comparison when it is asked for one.
    done(&tiny, "x", &["--replicates", "20"]);
    let compare = ["compare", "small.toml", "other.toml", "--replicates", "20", "--quiet", "--out", "x"];
    assert_eq!(tiny.hameau(&compare), (0, String::new(), String::new()));
    assert_eq!(tiny.manifest("x")["kind"]["is"], "compare");
}

#[test]
fn shards_and_a_merge_make_the_comparison_too() {
    let tiny = small();
    made(&tiny, "compare");
    let compare = ["compare", "small.toml", "other.toml", "--replicates", "70", "--quiet", "--out", "x"];
    for shard in ["0/3", "1/3"] {
        assert_eq!(tiny.hameau(&[&compare[..], &["--shard", shard]].concat()).0, 0);
    }
    assert!(!tiny.path("x/comparison.json").exists());
    assert_eq!(tiny.hameau(&["batch", "x", "--shard", "2/3", "--quiet"]).0, 0);
    assert_eq!(shown(&tiny, "x"), shown(&tiny, "compare"));
}

/// A ledger made in another folder is kept in the plan of the one that tells it.
#[test]
fn a_ledger_added_to_a_comparison_is_made_again_with_it() {
    let tiny = small();
    made(&tiny, "compare");
    let ledger =
        ["explore", "--ledger", "small.toml", "other.toml", "--worlds", "2", "--sections", "contact"];
    let into = ["--out", "ledger", "--into", "compare", "--quiet"];
    assert_eq!(tiny.hameau(&[&ledger[..], &into].concat()).0, 0);
    assert_eq!(tiny.read("compare/ledger.json"), tiny.read("ledger/ledger.json"));
    let before = shown(&tiny, "compare");
    unmerge(&tiny, "compare");
    assert_eq!(tiny.hameau(&["merge", "compare"]).0, 0);
    assert_eq!(shown(&tiny, "compare"), before);
    assert_eq!(tiny.hameau(&["verify", "compare", "--quiet"]).0, 0);
}

/// Many small rows share their blocks.
#[test]
fn a_block_holds_runs_of_several_rows() {
    let tiny = small();
    made(&tiny, "ledger");
    let (rows, parts) = (
        tiny.manifest("ledger")["scenarios"].as_array().map_or(0, Vec::len),
        tiny.files("ledger/parts").len(),
    );
    assert!(rows > 100 && parts <= rows * 2 / 64 + 2, "{rows} rows in {parts} parts");
}
