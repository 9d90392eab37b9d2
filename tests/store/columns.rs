//! A folder begun by a program that knew one indicator fewer, or one more: read, verified, grown, merged, told.

use crate::small::{digest, parts, run, small, unmerge};
use crate::tiny::{RUNS, Tiny, rows};
use hameau_analysis::effects::Verdict;
use hameau_analysis::sensitivity::{Assumed, Ledger, LedgerRow, Measured};
use hameau_model::observe::indicators::Indicator;
use hameau_study::engine::Study;
use hameau_study::store::{
    Column, Columns, GROUPS, Head, Part, RowOf, SERIES, as_json, decode, encode, part_path, sealed,
    text_digest,
};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// What a folder had that this program does not know.
const STRANGE: &str = "strange_count";
/// Its value wherever it was observed.
const OBSERVED: f64 = 7.0;
/// What a folder lacks that this program knows; told first in every table.
const GONE: Indicator = Indicator::HelpGiven;

/// Makes the folder what it would be, had its program known other indicators: head and parts are written anew under the
/// changed list, with the same values, and [`OBSERVED`] for an indicator that was not there.
fn as_if(tiny: &Tiny, out: &str, change: impl FnOnce(&mut Vec<Column>)) {
    let study = Study::existing(&tiny.path(out)).expect("a study");
    let own = study.head();
    let mut list: Vec<Column> = own.indicators.clone().into();
    change(&mut list);
    let head = Head { indicators: Columns::try_from(list).expect("each once"), ..own.clone() };
    for block in study.blocks() {
        let runs = study.block_runs(block);
        let path = tiny.path(out).join(part_path(&block.name));
        let mut part = decode(fs::read(&path).expect("read").into(), &runs, own).expect("whole");
        for row in part.records.iter_mut().flat_map(|record| record.outcome.iter_mut().flatten()) {
            let told = |column: &Column| match own.indicators.named(&column.id) {
                Some(at) => row.values[at],
                None => matches!(row.of, RowOf::Month(_)).then_some(OBSERVED),
            };
            row.values = head.indicators.list().iter().map(told).collect();
        }
        fs::write(&path, encode(&runs, &head, &Part { unknown: Vec::new(), ..part })).expect("written");
    }
    set_head(tiny, out, as_json(&head).as_bytes());
    unmerge(tiny, out);
    assert_eq!(tiny.hameau(&["merge", out]).0, 0);
}

/// Gives a plan another head, and seals its additions anew, as if they had been made under that one.
fn set_head(tiny: &Tiny, out: &str, head: &[u8]) {
    fs::write(tiny.path(out).join("plan/study.json"), head).expect("written");
    let mut follows = text_digest(head);
    for name in tiny.files(&format!("{out}/plan")) {
        if !name.starts_with("00") {
            continue;
        }
        let path = tiny.path(out).join("plan").join(name);
        let mut addition: Value = serde_json::from_slice(&fs::read(&path).expect("read")).expect("JSON");
        addition.as_object_mut().expect("an object").shift_remove("seal");
        let (text, seal) = sealed(&addition, Some(&follows));
        fs::write(path, text).expect("written");
        follows = seal;
    }
}

fn without(list: &mut Vec<Column>) {
    list.retain(|column| column.id != GONE.row().id);
}

fn with(list: &mut Vec<Column>) {
    list.insert(2, Column { id: STRANGE.to_owned(), headline: true, ..GONE.into() });
}

/// A folder of two scenarios that were compared, changed.
fn compared(change: impl FnOnce(&mut Vec<Column>)) -> Tiny {
    let tiny = small();
    assert_eq!(tiny.hameau(&[&COMPARE[..], &["--replicates", "70"]].concat()).0, 0);
    as_if(&tiny, "x", change);
    tiny
}

const COMPARE: [&str; 7] = ["compare", "small.toml", "other.toml", "--out", "x", "--lang", "en"];

/// Every verb that opens a folder; it must do its work, and say what is told of the folder.
fn every_verb_works(tiny: &Tiny, told: &str) {
    let before = (parts(tiny, "x"), digest(tiny, "x"));
    for (arguments, language) in [
        (&["status", "x", "--lang", "en"][..], true),
        (&["verify", "x", "--all", "--threads", "1,2", "--lang", "en"], true),
        (&["merge", "x"], true),
        (&["batch", "x", "--lang", "en"], true),
        (&["verify", "x", "--lang", "fr"], false),
        (&[&COMPARE[..], &["--replicates", "70"]].concat(), true),
        (&["report", "x", "--lang", "en"], true),
        (&["verify", "x", "--all", "--lang", "en"], true),
    ] {
        let (code, out, err) = tiny.hameau(arguments);
        assert_eq!(code, 0, "{arguments:?}: {out}{err}");
        assert_eq!(err.contains(told), language, "{arguments:?}: {err}");
        assert!(!err.contains("bug"), "{arguments:?}: {err}");
    }
    assert_eq!((parts(tiny, "x"), digest(tiny, "x")), before, "nothing moved");
    // Grown: what was there stays as it was, byte for byte.
    let (code, out, err) = tiny.hameau(&[&COMPARE[..], &["--replicates", "100"]].concat());
    assert_eq!(code, 0, "{out}{err}");
    assert!(err.contains(told), "{err}");
    let after = parts(tiny, "x");
    assert!(
        before.0.iter().all(|(name, hash)| after.get(name) == Some(hash)) && after.len() > before.0.len()
    );
    let (code, out, _) = tiny.hameau(&["verify", "x", "--all", "--lang", "en"]);
    assert!(code == 0 && out.contains("200 runs simulated again"), "{out}");
}

#[test]
fn a_folder_with_one_indicator_fewer_is_read_verified_and_grown() {
    let tiny = compared(without);
    let id = GONE.row().id;
    every_verb_works(
        &tiny,
        &format!("x was begun without these indicators, which stay undefined in it: {id}"),
    );
    let runs = rows(&tiny.path("x").join(RUNS));
    assert_eq!((runs.len(), runs[0].len()), (200, 2 + Indicator::COUNT - 1));
    assert!(runs.iter().all(|run| !run.contains_key(id)), "what is lacking is lacking in new worlds too");
    // Undefined, not zero: in numbers, in the comparison, and said in the report.
    let (code, out, _) = run(&tiny, "x", &["--json", "--replicates", "100"]);
    let json: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(
        (code, &json["indicators"][id]["n"], &json["indicators"][id]["mean"]),
        (0, &0.into(), &Value::Null)
    );
    let adults = Indicator::Adults.row().id;
    assert_eq!(json["indicators"][adults]["n"], 100);
    let comparison: Value = serde_json::from_slice(&tiny.read("x/comparison.json")).expect("JSON");
    let effect = &comparison["policies"][0]["effects"][GONE as usize];
    assert_eq!((&effect["indicator"], &effect["difference"]), (&id.into(), &Value::Null));
    for (page, words) in [
        ("x/report.en.html", "simulated without some indicators, which are undefined on this page"),
        ("x/report.fr.html", "simulés sans certains indicateurs, qui sont non définis dans cette page"),
    ] {
        let text = String::from_utf8(tiny.read(page)).expect("UTF-8");
        assert!(text.contains(words) && text.contains(id), "{page}");
    }
}

/// No number of worlds tells of what the folder lacks: it is not waited for.
#[test]
fn a_precision_asked_of_what_is_lacking_adds_no_world() {
    let tiny = compared(without);
    let asked = ["--precision", "0.5", "--max-replicates", "100", "--indicators", GONE.row().id, "--json"];
    let (code, out, err) = tiny.hameau(&[&COMPARE[..], &asked].concat());
    assert_eq!(code, 0, "{err}");
    let json: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(json["comparison"]["worlds"], 30, "the first look is the last");
    assert_eq!(json["precise_enough"], false);
}

#[test]
fn a_folder_with_one_indicator_more_keeps_it_and_is_read_verified_and_grown() {
    let tiny = compared(with);
    every_verb_works(&tiny, &format!("empty in new worlds: {STRANGE}"));
    let runs = rows(&tiny.path("x").join(RUNS));
    assert_eq!((runs.len(), runs[0].len()), (200, 2 + Indicator::COUNT + 1));
    let observed = |run: &serde_json::Map<String, Value>| run[STRANGE] == OBSERVED;
    assert_eq!(runs.iter().filter(|run| observed(run)).count(), 140, "the worlds that were there");
    assert!(runs.iter().all(|run| observed(run) == (run["replicate"].as_u64() < Some(70))), "and no other");
    assert!(runs.iter().all(|run| observed(run) != run[STRANGE].is_null()));
    let summary = String::from_utf8(tiny.read("x/summary.csv")).expect("UTF-8");
    let line = summary.lines().find(|line| line.starts_with(&format!("small,{STRANGE},"))).expect("a line");
    assert_eq!(line, format!("small,{STRANGE},share,70,7,0,7,7,7"), "only where it was observed");
    for table in [SERIES, GROUPS] {
        let rows = rows(&tiny.path("x").join(table));
        assert!(rows.iter().any(|row| row["indicator"] == STRANGE) == (table == SERIES), "{table}");
    }
    let (_, out, _) = run(&tiny, "x", &["--json", "--replicates", "100"]);
    assert!(!out.contains(STRANGE), "nothing is told of what is not known");
}

/// The values of both kinds of worlds, had they been simulated by a program that knows the same: what differs is one column.
#[test]
fn an_indicator_fewer_or_more_moves_no_value_of_another() {
    let tiny = small();
    assert_eq!(run(&tiny, "plain", &["--replicates", "100"]).0, 0);
    assert_eq!(run(&tiny, "x", &["--replicates", "70"]).0, 0);
    as_if(&tiny, "x", |list| {
        without(list);
        with(list);
    });
    assert_eq!(run(&tiny, "x", &["--replicates", "100"]).0, 0);
    let [plain, changed] = ["plain", "x"].map(|out| rows(&tiny.path(out).join(RUNS)));
    for (mut plain, mut changed) in plain.into_iter().zip(changed) {
        plain.remove(GONE.row().id);
        changed.remove(STRANGE);
        assert_eq!(plain, changed);
    }
}

#[test]
fn a_column_that_is_missing_though_the_head_says_it_is_there_is_damage() {
    let tiny = small();
    assert_eq!(run(&tiny, "x", &["--replicates", "100"]).0, 0);
    let head = tiny.read("x/plan/study.json");
    as_if(&tiny, "x", without);
    set_head(&tiny, "x", &head);
    unmerge(&tiny, "x");
    let told = format!("it has no column `{}`", GONE.row().id);
    for verb in ["verify", "merge"] {
        let (code, out, err) = tiny.hameau(&[verb, "x"]);
        assert_eq!(code, 1, "{verb}");
        assert!(format!("{out}{err}").contains(&told), "{verb}: {out}{err}");
        let text = format!("{out}{err}");
        assert!(parts(&tiny, "x").keys().any(|part| text.contains(&part[..])), "{verb}: {text}");
    }
    let (code, _, err) = run(&tiny, "x", &["--replicates", "100", "--lang", "en"]);
    assert!(code == 0 && err.contains(&told) && err.contains("taken away to be made anew"), "{err}");
    assert_eq!(tiny.hameau(&["verify", "x", "--all", "--quiet"]).0, 0);
}

/// A ledger that names an indicator and a parameter which this program does not know.
#[test]
fn a_ledger_of_another_program_is_told_as_far_as_it_is_known() {
    let tiny = compared(without);
    assert_eq!(tiny.hameau(&[&COMPARE[..], &["--replicates", "70"]].concat()).0, 0);
    let measured = |indicator: &str| Measured {
        policy: "other".to_owned(),
        indicator: indicator.to_owned(),
        difference: Some(1.0),
        interval: None,
        verdict: Verdict::Undecided,
    };
    let conclusions = [STRANGE, GONE.row().id].map(measured).to_vec();
    let assumed = Assumed { key: "strange.parameter_count".to_owned(), value: 1.0 };
    let row = LedgerRow { assumed, without: conclusions.clone(), survives: vec![true] };
    let (base, mechanisms) = ("small".to_owned(), vec![row]);
    let ledger = Ledger {
        base,
        worlds: 2,
        seed: 1,
        conclusions,
        mechanisms,
        tornado: Vec::new(),
        left_out: Vec::new(),
    };
    hameau::api::add_ledger(&tiny.path("x"), &ledger).expect("written");
    let (code, _, err) = tiny.hameau(&["report", "x"]);
    assert_eq!(code, 0, "{err}");
    let page = String::from_utf8(tiny.read("x/annex.en.html")).expect("UTF-8");
    assert!(page.contains("strange.parameter_count"));
}

/// Every verb refuses in one sentence, with the code of a mistake, and touches nothing.
fn refused(tiny: &Tiny, out: &str, told: &str) {
    let before = fs::read(tiny.path(out).join("plan/study.json")).expect("read");
    let compare = ["compare", "--replicates", "20", "--out", out, "--lang", "en"];
    for arguments in [&["status", out][..], &["report", out], &["verify", out], &["merge", out], &compare] {
        let (code, text, err) = tiny.hameau(arguments);
        assert_eq!((code, text.as_str()), (1, ""), "{arguments:?}: {err}");
        let sentence = err.lines().find(|line| line.starts_with("error: ")).expect("a sentence");
        assert!(sentence.contains(told) && !err.contains("bug"), "{arguments:?}: {err}");
    }
    assert_eq!(fs::read(tiny.path(out).join("plan/study.json")).expect("read"), before);
}

#[test]
fn a_folder_of_another_model_is_refused_in_a_sentence() {
    let tiny = small();
    assert_eq!(run(&tiny, "x", &["--replicates", "30"]).0, 0);
    let path = tiny.path("x/plan/study.json");
    let head: Value = serde_json::from_slice(&fs::read(&path).expect("read")).expect("JSON");
    let other = hameau_model::MODEL_VERSION + 1;
    let with = |change: &dyn Fn(&mut Value)| {
        let mut changed = head.clone();
        change(&mut changed);
        fs::write(&path, changed.to_string()).expect("written");
    };
    with(&|head| head["model_version"] = other.into());
    refused(&tiny, "x", &format!("another version of the program (model version {other}, not {}", other - 1));
    with(&|head| head["format"] = 99.into());
    refused(&tiny, "x", "another version of the program (format 99, not ");
    with(&|head| head["indicators"] = Value::Null);
    refused(&tiny, "x", "`x/plan/study.json` is damaged: ");
    let list = head["indicators"].as_array().expect("a list");
    with(&|head| head["indicators"] = [&list[..], &list[..1]].concat().into());
    refused(&tiny, "x", "twice");
}

/// A program with a parameter more reads a scenario otherwise than the folder did: its runs are other runs.
#[test]
fn a_folder_planned_with_other_parameters_is_refused_in_a_sentence() {
    let tiny = small();
    assert_eq!(run(&tiny, "x", &["--replicates", "30"]).0, 0);
    let path = tiny.path("x/plan/000000.json");
    let mut plan: Value = serde_json::from_slice(&fs::read(&path).expect("read")).expect("JSON");
    plan["tables"][0]["rows"][0]["content"] = "0".repeat(64).into();
    fs::write(&path, plan.to_string()).expect("written");
    let head = tiny.read("x/plan/study.json");
    set_head(&tiny, "x", &head);
    refused(&tiny, "x", "`x` holds another `small` (this version of the program reads it otherwise)");
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("made");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        if entry.path().is_dir() {
            copy(&entry.path(), &to.join(entry.file_name()));
        } else {
            fs::copy(entry.path(), to.join(entry.file_name())).expect("copied");
        }
    }
}

const REFERENCE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/results/reference");

/// The reference of before heads had a list of indicators.
#[test]
fn a_reference_whose_head_lists_no_indicators_is_refused_in_a_sentence() {
    let tiny = small();
    copy(Path::new(REFERENCE), &tiny.path("reference"));
    let head =
        "{\"program\": \"hameau\", \"format\": 1, \"model_version\": 1, \"seed\": 1, \"series\": \"yearly\"}";
    fs::write(tiny.path("reference/plan/study.json"), head).expect("written");
    refused(&tiny, "reference", "was written by another version of the program (format 1, not 3)");
}

/// Of the committed reference the parts were not kept: what needs none works, the rest says so.
#[test]
fn the_committed_reference_is_read_or_refused_in_a_sentence() {
    let tiny = small();
    copy(Path::new(REFERENCE), &tiny.path("reference"));
    let told = |arguments: &[&str]| {
        let (code, out, err) = tiny.hameau(arguments);
        assert!(!err.contains("bug") && !err.contains("panicked"), "{arguments:?}: {err}");
        (code, format!("{out}{err}"))
    };
    let (code, text) = told(&["status", "reference", "--lang", "en", "--threads", "1"]);
    assert!(code == 0 && text.contains("missing     260"), "{text}");
    let (code, text) = told(&["report", "reference"]);
    assert!(code == 1 && text.contains("the tables in `reference` are not those of its plan"), "{text}");
    let (code, text) = told(&["merge", "reference"]);
    assert!(code == 1 && text.contains("`reference` is not complete: 260 runs"), "{text}");
    let (code, text) = told(&["verify", "reference", "--sample", "0", "--lang", "en"]);
    assert!(code == 1 && text.contains("its runs are missing"), "{text}");
    let (code, text) = told(&["verify", "reference", "--present", "--sample", "0", "--lang", "en"]);
    assert!(code == 0 && text.contains("all as it was written"), "{text}");
    let grow = ["compare", "--replicates", "20", "--series", "yearly", "--out", "reference", "--dry-run"];
    let (code, text) = told(&[&grow[..], &["--lang", "en"]].concat());
    assert!(code == 0 && text.contains("the folder holds a plan of 260 worlds"), "{text}");
}
