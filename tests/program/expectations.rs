//! Does `hameau test` hold expectations against worlds, and tell mistakes where they stand?

use crate::tiny::{Tiny, answer};
use hameau_model::inputs::scenario::{Claim, Memory, expectations};
use serde_json::Value;
use std::fs;
use std::path::Path;

const PAGE: &str = include_str!("../../docs/scenario-tests.md");

/// A test in the folder, about the small scenario.
fn tested(text: &str, arguments: &[&str]) -> (i32, String, String) {
    let tiny = Tiny::new();
    fs::write(tiny.path("t.toml"), text).expect("written");
    tiny.hameau(&[&["test", "t.toml"], arguments].concat())
}

const RIGHT: &str = "scenario = \"tiny.toml\"

[[expect]]
indicator = \"inhabitants_persons\"
every_world = { at_least = 100, at_most = 2000 }

[[expect]]
indicator = \"inhabitants_persons\"
at = \"2022-09\"
mean = { at_least = 100 }

[[expect]]
indicator = \"inhabitants_persons\"
versus = \"tiny.toml\"
verdict = \"identical\"
";

#[test]
fn expectations_that_hold_end_with_0_and_others_with_1() {
    let (code, out, err) = tested(RIGHT, &["--lang", "en"]);
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.starts_with("t.toml: tiny, 2 worlds, seed 1\n"), "{out}");
    assert!(out.contains("passed  line 3: Inhabitants, every world in 2022-12: 2 of 2 worlds"), "{out}");
    assert!(out.contains("mean in 2022-09") && out.ends_with("3 of 3 expectations hold\n"), "{out}");
    let wrong = RIGHT.replace("at_most = 2000", "at_most = 200").replace("identical", "better");
    let (code, out, _) = tested(&wrong, &["--lang", "fr", "--replicates", "3"]);
    assert_eq!(code, 1, "{out}");
    assert!(
        out.contains("manquée  ligne 3\u{202f}: Habitants, chaque monde en 2022-12\u{202f}: 0 mondes sur 3"),
        "{out}"
    );
    assert!(out.contains("identique\u{202f}; attendu\u{202f}: better"), "{out}");
    assert!(out.ends_with("attentes tenues\u{202f}: 1 sur 3\n"), "{out}");
    let (code, out, err) = tested(RIGHT, &["--quiet"]);
    assert_eq!((code, out.as_str(), err.as_str()), (0, "", ""));
}

#[test]
fn the_same_test_gives_the_same_answer_with_any_threads() {
    let told = |threads| tested(RIGHT, &["--json", "--quiet", "--threads", threads, "--replicates", "5"]).1;
    let one = told("1");
    assert_eq!(one, told("3"));
    let json: Value = serde_json::from_str(&one).expect("JSON");
    assert_eq!((&json["expectations"], &json["held"]), (&3.into(), &3.into()));
    let second = &json["tests"][0]["expectations"][1];
    assert_eq!((&second["at"], &second["claim"]), (&"2022-09".into(), &"mean".into()));
    assert_eq!(second["judged"]["worlds_used"], 5);
    assert!(second["judged"]["interval"]["low"].as_f64() < second["judged"]["found"].as_f64(), "{second}");
}

/// All of them at once, in the file and in what it names, each where it stands.
#[test]
fn every_mistake_is_told_where_it_stands() {
    let wrong = RIGHT
        .replace("inhabitants_persons\"\nevery", "inhabitant_persons\"\nevery")
        .replace("2022-09", "2023-09")
        .replace("at_least = 100 }", "at_last = 100 }")
        .replace("identical", "identic")
        .replace("versus = \"tiny.toml\"", "versus = \"tinny.toml\"")
        + "\n[[expect]]\nindicator = \"x\"\n";
    let (code, out, err) = tested(&wrong, &["--lang", "en"]);
    assert_eq!((code, out.as_str()), (1, ""), "{err}");
    for part in [
        "unknown key `at_last` in `mean`",
        "there is no indicator `inhabitant_persons`",
        "did you mean `inhabitants_persons`?",
        "--> t.toml:9:6",
        "`at` = \"2023-09\" is out of range: 2022-07 to 2022-12",
        "cannot read `tinny.toml`: no such file",
        "--> t.toml:14:10",
        "`verdict` = \"identic\" is not one of \"identical\", \"better\"",
        "did you mean `identical`?",
        "this expectation says nothing of its indicator",
        "7 mistakes in 1 file",
    ] {
        assert!(err.contains(part), "{part}\n{err}");
    }
    let (_, _, french) = tested(&wrong, &["--lang", "fr"]);
    assert!(french.contains("cette attente ne dit rien de son indicateur"), "{french}");
    assert!(french.contains("7 erreurs dans 1 fichier"), "{french}");
    let (code, _, err) = tested("scenario = \"tiny.toml\"", &["--lang", "fr"]);
    assert!(code == 1 && err.contains("il manque `expect`\u{202f}: le test n'en a pas"), "{err}");
}

#[test]
fn other_people_are_not_compared() {
    let wrong = RIGHT.replace("versus = \"tiny.toml\"", "versus = \"hameau:baseline\"");
    let (code, _, err) = tested(&wrong, &["--lang", "en"]);
    assert_eq!(code, 1);
    assert!(err.contains("is not about the same territory and months"), "{err}");
}

/// The shipped test, in a few of its worlds: what it claims of single scenarios holds there too.
#[test]
fn the_shipped_test_holds_in_its_first_worlds() {
    let mut program = std::process::Command::new(assert_cmd::cargo::cargo_bin!("hameau"));
    let file = "scenarios/tests/facilitator-stays.toml";
    let command = ["test", file, "--replicates", "4", "--json", "--quiet"];
    let (code, out, err) = answer(program.current_dir(env!("CARGO_MANIFEST_DIR")).args(command));
    let json: Value = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{code} {err}"));
    let list = json["tests"][0]["expectations"].as_array().expect("a list");
    assert!(list.len() >= 8, "{out}");
    for expected in list.iter().filter(|expected| expected["claim"] != "verdict") {
        assert_eq!(expected["judged"]["holds"], true, "{expected:#}");
    }
}

/// The page shows a test that can be read, and names every key and every verdict.
#[test]
fn the_page_says_how_a_test_is_written() {
    let block = PAGE.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a block");
    let (found, mistakes) = expectations("t.toml", &Memory::default().with("t.toml", block));
    assert!(mistakes.0.is_empty(), "{mistakes}");
    assert!(matches!(found.expect("a test").list[0].claim, Some(Claim::Mean(_))));
    for key in ["scenario", "replicates", "seed", "expect", "indicator", "at", "versus", "mean", "median"]
        .into_iter()
        .chain(["every_world", "share_of_worlds", "difference", "verdict"])
    {
        assert!(PAGE.contains(&format!("\n| `{key}` |")), "{key}");
    }
    for verdict in hameau_analysis::effects::Verdict::ALL {
        let id = hameau::api::verdict_id(verdict);
        assert!(PAGE.contains(&format!("`{id}`")) || id.starts_with("perhaps_"), "{id}");
    }
    assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/tests").is_dir());
}
