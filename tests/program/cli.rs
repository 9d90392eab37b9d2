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
