//! Do the commands of the documents work, with the right exit code?

use assert_cmd::Command;
use hameau_model::inputs::parameters::Section;
use std::process::{Command as Plain, Stdio};

fn hameau(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::cargo_bin("hameau")
        .expect("built")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .output()
        .expect("started");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("a code"), text(output.stdout), text(output.stderr))
}

fn parent(arguments: &[&str]) -> (i32, String, String) {
    hameau(&[&["check", "tests/broken/with/parent.toml"], arguments].concat())
}

#[test]
fn shipped_scenarios_have_no_mistake() {
    let files: Vec<String> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios"))
        .expect("a folder")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| std::path::Path::new(name).extension().is_some_and(|end| end == "toml"))
        .map(|name| format!("scenarios/{name}"))
        .collect();
    assert!(!files.is_empty());
    let arguments: Vec<&str> = std::iter::once("check").chain(files.iter().map(String::as_str)).collect();
    let (code, out, err) = hameau(&arguments);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert_eq!(out.matches("no mistake").count(), files.len());
    assert_eq!(out.matches("remark").count(), 0, "{out}");
}

/// A cost that follows says from what; one that is written far from it is remarked, with what to write, in both languages.
#[test]
fn costs_say_where_they_come_from_and_what_does_not_fit() {
    let check = |language: &str, set: &[&str]| {
        let mut arguments = vec!["check", "hameau:portfolio", "--lang", language];
        arguments.extend(set.iter().flat_map(|one| ["--set", one]));
        let (code, out, err) = hameau(&arguments);
        assert_eq!((code, err.as_str()), (0, ""), "{out}");
        out.replace('\u{202f}', " ")
    };
    let meetings = ["programme.anchoring.meetings_per_year=12"];
    for (language, told) in [
        (
            "en",
            "follows meetings_per_year, pairs_per_meeting_count: 500 + 12 × 2,500 + 12 × 12 × 125 = 48,500 EUR",
        ),
        (
            "fr",
            "suit meetings_per_year, pairs_per_meeting_count : 500 + 12 × 2 500 + 12 × 12 × 125 = 48 500 €",
        ),
    ] {
        let out = check(language, &meetings);
        assert!(out.contains(told) && !out.contains("remar"), "{out}");
        let (_, explained, _) = hameau(&[
            "check",
            "hameau:portfolio",
            "--lang",
            language,
            "--set",
            meetings[0],
            "--explain",
            "programme.anchoring.running_cost_eur_per_year",
        ]);
        assert!(explained.replace('\u{202f}', " ").contains(told), "{explained}");
    }
    let little = ["programme.opening.build_cost_eur=40000"];
    for (language, parts) in [
        (
            "en",
            [
                "opening: build_cost_eur is written as 40,000 EUR, while capacity_persons would make it 100,000 + 20 × 3,000 = 160,000 EUR  (--set:1)",
                "take the line away to pay 160,000 EUR; if 40,000 EUR is right, write instead the prices that make it: build_fixed_cost_eur = 25000, build_cost_per_person_eur = 750",
            ],
        ),
        (
            "fr",
            [
                "opening : build_cost_eur est fixé à 40 000 € ; d'après capacity_persons, ce serait 100 000 + 20 × 3 000 = 160 000 €  (--set:1)",
                "ôtez la ligne pour payer 160 000 € ; si 40 000 € est juste, écrivez plutôt les prix qui y mènent : build_fixed_cost_eur = 25000, build_cost_per_person_eur = 750",
            ],
        ),
    ] {
        let out = check(language, &little);
        assert!(parts.iter().all(|part| out.contains(part)), "{out}");
    }
    // What it says to write says it.
    let prices =
        ["programme.opening.build_fixed_cost_eur=25000", "programme.opening.build_cost_per_person_eur=750"];
    let out = check("en", &prices);
    assert!(!out.contains("remark") && out.contains("25,000 + 20 × 750 = 40,000 EUR"), "{out}");
    let out = check("en", &["programme.opening.build_cost_eur=0"]);
    assert!(
        out.contains("say why nothing is paid: build_cost_eur = { value = 0, source = \"...\" }"),
        "{out}"
    );
    let out = check("en", &["programme.opening.build_cost_eur=160000", prices[1]]);
    assert!(
        out.contains("build_cost_per_person_eur changes nothing, for build_cost_eur is written"),
        "{out}"
    );
}

/// Nothing that is told in French is an English word of the program's own.
#[test]
fn a_french_summary_is_in_french() {
    let (code, out, _) = hameau(&["check", "hameau:portfolio", "--lang", "fr"]);
    assert_eq!(code, 0);
    insta::assert_snapshot!(out);
    let own = ["intercommunality", "department", "users", "scenario,", "(default", "paid by", " from "];
    assert!(own.iter().all(|word| !out.contains(word)), "{out}");
}

#[test]
fn what_is_in_force_is_printed() {
    let (code, out, _) =
        parent(&["--set", "programme.facilitator.staff_fte=0.5", "--set", "travel.fixed_minutes=3"]);
    assert_eq!(code, 0);
    insta::assert_snapshot!(out);
}

/// Which facts describe the start is told where it is not in the year of the census.
#[test]
fn facts_of_another_year_are_told() {
    let at = |month: &str| {
        let start = format!("simulation.start={month}");
        let (code, out, err) = hameau(&["check", "hameau:baseline", "--set", &start]);
        assert_eq!(code, 0, "{err}");
        out
    };
    assert!(!at("2022-06").contains("facts of the census"));
    assert!(at("2007-01").contains("moved to the start, 1.134 times the inhabitants"), "{}", at("2007-01"));
    assert!(at("1950-01").contains("more than 25 years away"), "{}", at("1950-01"));
}

#[test]
fn embedded_scenarios_are_read_without_a_file() {
    for name in ["hameau:baseline", "hameau:baseline.toml"] {
        let (code, out, err) = hameau(&["check", name]);
        assert_eq!(code, 0, "{err}");
        assert!(out.contains("35 communes"), "{out}");
    }
    let (code, _, err) = hameau(&["check", "hameau:basline"]);
    assert_eq!(code, 1);
    assert!(err.contains("did you mean `hameau:baseline`"), "{err}");
}

#[test]
fn mistakes_go_to_standard_error_with_code_1() {
    let (code, out, err) = hameau(&[
        "check",
        "tests/broken/unknown-key.toml",
        "scenarios/baseline.toml",
        "tests/broken/nan.toml",
    ]);
    assert_eq!(code, 1);
    assert_eq!(out.matches("no mistake").count(), 1);
    assert!(err.contains("did you mean `speed_km_per_hour`?"), "{err}");
    assert!(err.ends_with("2 mistakes in 2 files\n"), "{err}");
    assert!(err.is_ascii() && !err.contains('\u{1b}'), "{err}");
}

#[test]
fn a_base_with_a_mistake_is_told_once() {
    let twice = "tests/broken/mistakes-in-two-files.toml";
    let (_, _, err) = hameau(&["check", twice, "tests/broken/with/broken-parent.toml"]);
    assert_eq!(err.matches("spead_km_per_hour = 60").count(), 1, "{err}");
}

#[test]
fn usage_errors_have_code_1_and_help_code_0() {
    for arguments in [
        &["check"][..],
        &["chekc", "a.toml"],
        &["check", "--explian", "a"],
        &[],
        &["check", "a", "--at", "2017-03"],
    ] {
        let (code, out, err) = hameau(arguments);
        assert_eq!((code, out.as_str()), (1, ""), "{arguments:?}: {err}");
        assert!(!err.is_empty());
    }
    for arguments in [&["--help"][..], &["check", "--help"], &["--version"], &["help"]] {
        let (code, out, err) = hameau(arguments);
        assert_eq!((code, err.as_str()), (0, ""), "{arguments:?}");
        assert!(out.contains("hameau") || out.contains("check"), "{out}");
    }
}

#[test]
fn missing_files_and_folders_have_code_1() {
    for path in ["scenarios/baselin.toml", "scenarios", "nowhere/at-all.toml", ""] {
        let (code, _, err) = hameau(&["check", path]);
        assert_eq!(code, 1, "{path}: {err}");
        assert!(err.contains("cannot read"), "{path}: {err}");
    }
    assert!(hameau(&["check", "scenarios/baselin.toml"]).2.contains("`baseline.toml`"));
}

#[test]
fn explain_tells_value_layer_and_line() {
    let explained = [
        parent(&["--explain", "travel.speed_km_per_hour"]).1,
        parent(&[
            "--explain",
            "travel.speed_km_per_hour",
            "--set",
            "travel.speed_km_per_hour={ value = 60, source = \"measured\" }",
        ])
        .1,
        parent(&["--explain", "facilitation.staff_fte", "--at", "2024-12"]).1,
        parent(&["--explain", "programme.facilitator.staff_fte", "--at", "2025-01"]).1,
        parent(&["--explain", "simulation.start"]).1,
        hameau(&["check", "scenarios/baseline.toml", "--explain", "facilitation.staff_fte"]).1,
    ];
    insta::assert_snapshot!(explained.join("----\n"));
}

#[test]
fn a_section_or_an_entry_is_explained_as_a_whole() {
    let rows = |name| Section::named(name).expect("a section").rows.len();
    for (key, count) in [
        ("travel", rows("travel")),
        ("programme.facilitator", rows("facilitation")),
        ("facilitation", rows("facilitation")),
        ("fablab", 0),
    ] {
        let (code, out, err) = parent(&["--explain", key]);
        assert_eq!((code, err.as_str()), (0, ""), "{key}");
        assert_eq!(out.matches("set by").count(), count, "{key}: {out}");
    }
}

#[test]
fn what_is_no_file_is_refused_and_nothing_waits() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_str().expect("a plain name").to_owned();
    let huge = path("huge.toml");
    std::fs::File::create(&huge).and_then(|file| file.set_len(1 << 33)).expect("a sparse file");
    std::fs::write(
        path("bom.toml"),
        "\u{feff}base = \"hameau:baseline\"\r\n[travel]\r\n\tfixed_minutes\t=\t5\r\n",
    )
    .expect("written");
    let (code, out, err) = hameau(&["check", &path("bom.toml")]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("travel.fixed_minutes = 5"), "{out}");
    let (code, _, err) = hameau(&["check", &huge]);
    assert_eq!(code, 1);
    assert!(err.contains("8589934592 bytes"), "{err}");
    if cfg!(unix) {
        let pipe = path("pipe.toml");
        let made = Plain::new("mkfifo").arg(&pipe).status().expect("mkfifo");
        assert!(made.success());
        for device in [&pipe, "/dev/null", "/dev/zero"] {
            let (code, _, err) = hameau(&["check", device]);
            assert_eq!(code, 1, "{device}");
            assert!(err.contains("a pipe or a device"), "{err}");
        }
    }
}

#[test]
fn schemas_are_printed_as_json() {
    for what in ["scenario", "parameters", "indicators"] {
        let (code, out, err) = hameau(&["schema", what]);
        assert_eq!((code, err.as_str()), (0, ""), "{what}");
        serde_json::from_str::<serde_json::Value>(&out).expect("JSON");
    }
    let (code, _, err) = hameau(&["schema", "scenarios"]);
    assert_eq!(code, 1);
    assert!(err.contains("scenario"), "{err}");
}

#[test]
fn explain_of_what_does_not_exist_has_code_1() {
    let mut told = Vec::new();
    for key in [
        "travel.speed",
        "speed_km_per_hour",
        "travels.speed_km_per_hour",
        "programme.facilitators.staff_fte",
        "programme.facilitator.staf_fte",
        "programme.facilitator.until",
        "programme.facilitators",
        "xyz",
        "",
    ] {
        let (code, out, err) = parent(&["--explain", key]);
        assert_eq!((code, out.as_str()), (1, ""), "{key}");
        told.push(err);
    }
    let (code, _, err) = parent(&["--explain", "travel.speed_km_per_hour", "--at", "2017-13"]);
    assert_eq!(code, 1);
    told.push(err);
    insta::assert_snapshot!(told.join("----\n"));
}

#[test]
fn json_carries_scenarios_and_mistakes() {
    let (code, out, err) =
        hameau(&["check", "--json", "tests/broken/with/parent.toml", "tests/broken/nan.toml"]);
    assert_eq!((code, err.as_str()), (1, ""));
    let all: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(all["scenarios"][0]["programme"][1]["name"], "facilitator");
    assert_eq!(all["mistakes"][0]["line"], 4);
}

#[test]
fn json_carries_budgets_remarks_and_what_follows() {
    let set = ["--set", "programme.opening.running_cost_eur_per_year=1000"];
    let (_, out, _) = hameau(&[&["check", "--json", "hameau:portfolio"][..], &set].concat());
    let all: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    let scenario = &all["scenarios"][0];
    let remark = &scenario["remarks"][0];
    assert_eq!(remark["parameter"], "shared_place.running_cost_eur_per_year");
    assert_eq!((&remark["entry"], &remark["written"]), (&"opening".into(), &"--set:1".into()));
    let follows = &scenario["programme"][0]["follows"][0];
    assert_eq!(
        (&follows["name"], &follows["value"]),
        (&"shared_place.build_cost_eur".into(), &"160000".into())
    );
    let left = &scenario["budget"]["left_eur"];
    assert_eq!(left["intercommunality"]["investment_eur"], 32_000.0);
    assert!(left["council"].is_null(), "{left}");
}

#[test]
fn nobody_listening_is_no_failure() {
    let mut child = Plain::new(assert_cmd::cargo::cargo_bin!("hameau"))
        .args(["check", "scenarios/baseline.toml", "--json"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("ended");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty());
}
