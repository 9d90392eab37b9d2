//! Is the committed reference comparison what this program gives?

use assert_cmd::Command;
use serde_json::Value;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/results/reference");

#[test]
fn the_committed_comparison_is_of_this_program_and_model() {
    let text = std::fs::read_to_string(format!("{FOLDER}/manifest.json")).expect("committed");
    let manifest: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(manifest["model_version"], hameau_model::MODEL_VERSION);
    let names = manifest["scenarios"].as_array().expect("scenarios").iter();
    let names: Vec<&str> = names.filter_map(|scenario| scenario["name"].as_str()).collect();
    assert_eq!(names, hameau_model::inputs::library::COMPARED);
    // Files as committed, the scenarios as the program reads them, and two worlds bit for bit.
    let output = Command::cargo_bin("hameau")
        .expect("built")
        .args(["verify", FOLDER, "--present", "--sample", "2", "--lang", "en"])
        .output()
        .expect("started");
    let told = String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8");
    assert_eq!(output.status.code(), Some(0), "{told}");
    assert!(told.contains("2 runs simulated again"), "{told}");
}

#[test]
fn the_plan_of_the_reference_is_that_of_the_embedded_scenarios() {
    let output = Command::cargo_bin("hameau")
        .expect("built")
        .args([
            "compare",
            "--replicates",
            "20",
            "--series",
            "yearly",
            "--out",
            FOLDER,
            "--dry-run",
            "--lang",
            "en",
        ])
        .output()
        .expect("started");
    let told = String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8");
    assert!(told.contains("the folder holds a plan of 260 worlds"), "{told}");
}
