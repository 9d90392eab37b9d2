//! Is what the pages show what the program prints and accepts?

use assert_cmd::Command;
use hameau_model::inputs::scenario::{Memory, Overrides, resolve};

const README: &str = include_str!("../README.md");

/// The blocks of a page in this language.
fn blocks<'a>(page: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("```{language}\n");
    page.split(fence.as_str()).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

fn printed(command: &str) -> String {
    let arguments = command.strip_prefix("$ cargo run --release -- ").expect("a command of the program");
    let output = Command::cargo_bin("hameau")
        .expect("built")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments.split(' '))
        .output()
        .expect("started");
    String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8")
}

#[test]
fn every_command_prints_what_the_readme_shows() {
    let blocks = blocks(README, "console");
    assert!(blocks.len() >= 2, "the reader of the page has gone blind");
    for block in blocks {
        let (command, shown) = block.split_once('\n').expect("a command on a line");
        assert_eq!(printed(command).trim_end(), shown.trim_end(), "{command}");
    }
}

#[test]
fn every_scenario_of_the_pages_is_a_scenario() {
    for page in [README, include_str!("../scenarios/README.md")] {
        for block in blocks(page, "toml") {
            let base = if block.contains("base =") { "" } else { "base = \"hameau:baseline\"\n" };
            let files = Memory::default().with("shown.toml", format!("{base}{block}"));
            if let Err(mistakes) = resolve("shown.toml", &Overrides::default(), &files) {
                panic!("{mistakes}");
            }
        }
    }
}
