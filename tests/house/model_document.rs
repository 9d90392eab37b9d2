//! Does `docs/model.md` tell the model as built: the twelve phases, functions and parameters that exist?

use hameau_model::MODEL_VERSION;
use hameau_model::inputs::parameters::Key;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Where the model is.
const MODEL: &str = "crates/model/src";
/// The layers in which its rooms lie; rooms of two layers may bear one name, as columns and rules of the same thing do.
const LAYERS: [&str; 6] = ["", "kernel", "inputs", "state", "rules", "observe"];

/// Every source of the rooms of this name: `room.rs` and all below `room/`, in any layer.
fn sources(room: &str) -> Vec<String> {
    let model = Path::new(env!("CARGO_MANIFEST_DIR")).join(MODEL);
    let mut folders: Vec<PathBuf> = LAYERS.map(|layer| model.join(layer).join(room)).into();
    let mut files: Vec<PathBuf> = LAYERS.map(|layer| model.join(layer).join(format!("{room}.rs"))).into();
    folders.retain(|folder| folder.is_dir());
    files.retain(|file| file.is_file());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.iter().map(|path| fs::read_to_string(path).expect("a readable source")).collect()
}

/// Names of the calls that `Simulation::advance` numbers: `contact(state, fixed, &moment); // 6` is the sixth.
fn calls_of_the_code(source: &str) -> Vec<String> {
    let (_, body) = source.split_once("pub fn advance(&mut self)").expect("calls are made");
    let (body, _) = body.split_once("\n    }\n").expect("the function ends");
    let mut calls = Vec::new();
    for line in body.lines() {
        let Some((code, comment)) = line.split_once("//") else { continue };
        let digits: String = comment.trim().chars().take_while(char::is_ascii_digit).collect();
        let Ok(number) = digits.parse::<usize>() else { continue };
        let (path, _) = code.split_once('(').expect("a call has its parentheses");
        let name = path.trim().rsplit(['.', ':', ' ']).next().expect("a last name");
        assert_eq!(number, calls.len() + 1, "calls are numbered in their order: {line}");
        calls.push(name.to_owned());
    }
    calls
}

/// Names in the fenced block `text twelve-phases`: one line for each phase, number, name, words.
fn calls_of_the_document(document: &str) -> Vec<String> {
    let (_, block) = document.split_once("```text twelve-phases\n").expect("the document has the block");
    let (block, _) = block.split_once("```").expect("the block is closed");
    let mut calls = Vec::new();
    for line in block.lines() {
        let mut words = line.split_whitespace();
        let number = words.next().and_then(|number| number.parse::<usize>().ok());
        assert_eq!(number, Some(calls.len() + 1), "calls are numbered in their order: {line}");
        calls.push(words.next().expect("a number is followed by a name").to_owned());
    }
    calls
}

/// What stands between single backquotes, fenced blocks left out.
fn quoted(document: &str) -> Vec<&str> {
    let outside = document.split("```").step_by(2);
    outside.flat_map(|text| text.split('`').skip(1).step_by(2)).collect()
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

#[test]
fn the_twelve_calls_are_those_of_the_code() {
    let code = calls_of_the_code(&read(&format!("{MODEL}/rules/step/mod.rs")));
    assert_eq!(code.len(), 12, "{code:?}");
    assert_eq!(calls_of_the_document(&read("docs/model.md")), code);
}

#[test]
fn a_call_that_moves_is_noticed() {
    let source = "pub fn advance(&mut self) {\n        Phase::One => one(a), // 1\n        state.two(); // 2: more\n    }\n";
    assert_eq!(calls_of_the_code(source), ["one", "two"]);
    let document = "```text twelve-phases\n 1 two      words\n 2 one      words\n```\n";
    assert_ne!(calls_of_the_document(document), calls_of_the_code(source));
}

/// A public item is written `room::item`; its last name is defined as `pub` in that room, or is the name under which the
/// room hands it on.
#[test]
fn every_function_that_is_named_exists() {
    let document = read("docs/model.md");
    let mut rooms: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut checked = 0;
    for path in quoted(&document) {
        let names: Vec<&str> = path.split("::").collect();
        if names.len() < 2 || !names.iter().all(|name| is_name(name)) {
            continue;
        }
        let last = names[names.len() - 1];
        let sources = rooms.entry(names[0]).or_insert_with(|| sources(names[0]));
        let defined = |source: &String| {
            ["fn", "struct", "enum", "const", "type"].iter().any(|kind| {
                let (open, closed) = (format!("pub {kind} {last}"), format!("pub const fn {last}"));
                let ends = |start: &str| {
                    source.match_indices(start).any(|(at, _)| {
                        !source[at + start.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_')
                    })
                };
                ends(&open) || ends(&closed)
            }) || source.contains(&format!(" as {last}"))
        };
        assert!(sources.iter().any(defined), "docs/model.md names `{path}`, which is not in {MODEL}");
        checked += 1;
    }
    assert!(checked > 50, "only {checked} items are named");
}

/// A parameter is written by its full key; a key whose section exists is in the table.
#[test]
fn every_parameter_that_is_named_exists() {
    let document = read("docs/model.md");
    let known: BTreeSet<&str> = Key::all().map(|key| key.row().name).collect();
    let sections: BTreeSet<&str> = known.iter().filter_map(|key| key.split('.').next()).collect();
    let mut named = BTreeSet::new();
    for key in quoted(&document) {
        let Some((section, rest)) = key.split_once('.') else { continue };
        if sections.contains(section) && is_name(rest) {
            assert!(known.contains(key), "docs/model.md names `{key}`, which is no parameter");
            named.insert(key);
        }
    }
    let missing: Vec<_> = known.difference(&named).collect();
    assert!(missing.is_empty(), "docs/model.md does not name {missing:?}");
}

/// Documents made from runs that take longer than a test.
const MADE_FROM_RUNS: [&str; 7] =
    ["ledger", "mechanisms", "orders", "patterns", "promoter", "questions", "workshop/stories"];

/// Does each document whose figures are older than the model say so?
#[test]
fn documents_made_from_runs_say_with_which_model() {
    for name in MADE_FROM_RUNS {
        let text = read(&format!("docs/{name}.md"));
        let banner = text.lines().find_map(|line| line.strip_prefix("**Made with model version "));
        let banner = banner.unwrap_or_else(|| panic!("docs/{name}.md does not say which model made it"));
        let (version, warning) = banner.split_once(".**").expect("a version in bold");
        let version: u32 = version.parse().expect("a number");
        assert!(version <= MODEL_VERSION, "docs/{name}.md is of a model that does not exist yet");
        let warned = warning.contains(&format!("The program simulates version {MODEL_VERSION}"));
        assert_eq!(warned, version < MODEL_VERSION, "docs/{name}.md: made with {version}");
    }
}
