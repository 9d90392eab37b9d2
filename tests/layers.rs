//! Does every room of `src/` use only its own layer and those before it?

use std::fs;
use std::path::Path;

/// The layers, ground first. A room is a top-level module; a new one gets its layer here.
const LAYERS: [(&str, &[&str]); 8] = [
    ("ground", &["portable", "order", "units", "random", "statistics", "mistakes", "parallel"]),
    ("inputs", &["parameters", "territory", "library", "scenario"]),
    (
        "model",
        &[
            "moment",
            "population",
            "ties",
            "places",
            "cooperation",
            "economy",
            "programme",
            "indicators",
            "step",
        ],
    ),
    ("store", &["store"]),
    ("experiment", &["batch", "study", "compare", "explore", "calibrate", "search", "why"]),
    ("report", &["documents", "report", "charts", "printer"]),
    ("verbs", &["api", "workshop"]),
    ("doors", &["cli", "serve", "wasm", "main"]),
];

fn layer(room: &str) -> Option<usize> {
    LAYERS.iter().position(|(_, rooms)| rooms.contains(&room))
}

/// A path below `src/` and the text of that file.
type Source = (String, String);

fn sources(folder: &Path, below: &str, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a plain name").to_owned();
        let inside = if below.is_empty() { name } else { format!("{below}/{name}") };
        if path.is_dir() {
            sources(&path, &inside, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push((inside, fs::read_to_string(&path).expect("a readable source")));
        }
    }
}

fn room(path: &str) -> &str {
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs")
}

/// The rooms that a source names by `crate::` or, in the program, `hameau::`; in braces too.
fn used(text: &str) -> Vec<String> {
    let code =
        text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut rooms = Vec::new();
    for start in ["crate::", "hameau::"] {
        for (at, _) in code.match_indices(start) {
            let part_of_a_name = code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            if !part_of_a_name {
                rooms.extend(first_names(&code[at + start.len()..]));
            }
        }
    }
    // What the crate's root itself defines (a constant, a type) belongs to no room.
    rooms.retain(|name| name.starts_with(|c: char| c.is_ascii_lowercase()));
    rooms
}

/// The first name of a path, or of every path of a group in braces.
fn first_names(path: &str) -> Vec<String> {
    let name =
        |text: &str| text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = path.strip_prefix('{') else { return vec![name(path)] };
    let (mut depth, mut start, mut names) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' if depth == 0 => {
                names.push(name(&group[start..at]));
                start = at + 1;
            }
            '}' => {
                names.push(name(&group[start..at]));
                break;
            }
            _ => {}
        }
    }
    names
}

/// One line for each arrow that points the wrong way, and each room without a layer.
fn faults(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, text) in sources.iter().filter(|(path, _)| path != "lib.rs") {
        let Some(own) = layer(room(path)) else {
            faults.push(format!("src/{path}: the room `{}` has no layer; give it one in LAYERS", room(path)));
            continue;
        };
        for name in used(text) {
            match layer(&name) {
                None => {
                    faults.push(format!("src/{path}: the room `{name}` has no layer; give it one in LAYERS"));
                }
                Some(other) if other > own => faults.push(format!(
                    "src/{path}: `{}` ({}) uses `{name}` ({}), a later layer",
                    room(path),
                    LAYERS[own].0,
                    LAYERS[other].0
                )),
                Some(_) => {}
            }
        }
    }
    faults
}

#[test]
fn a_layer_uses_only_those_before_it() {
    let mut found = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut found);
    found.sort();
    assert!(found.iter().any(|(path, _)| path == "random/mod.rs"), "the sources are not where they were");
    let arrows: usize = found.iter().map(|(_, text)| used(text).len()).sum();
    assert!(arrows > 5, "only {arrows} uses of another room: the reader of sources has gone blind");
    let faults = faults(&found);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_wrong_arrow_and_a_room_without_layer_are_named() {
    let source = |path: &str, text: &str| (path.to_owned(), text.to_owned());
    let house = [
        source("lib.rs", "pub mod random;\npub use crate::step::month;"),
        source("units.rs", "use crate::portable;\n/// As in [`crate::step`].\n// use crate::api;\nfn f() {}"),
        source("step.rs", "use crate::{random::{Who, Source}, units::Month};\nlet x = crate::MODEL_VERSION;"),
        source(
            "random/address.rs",
            "use std::fmt;\nuse crate::{\n    units::{Month, Cents},\n    territory,\n};",
        ),
        source("store.rs", "fn f() { crate::report::write() }"),
        source("main.rs", "fn main() { hameau::cli::run() }"),
        source("helpers.rs", "pub fn f() {}"),
        source("api.rs", "use crate::misc::f; use other_crate::report;"),
    ];
    assert_eq!(
        faults(&house),
        [
            "src/random/address.rs: `random` (ground) uses `territory` (inputs), a later layer",
            "src/store.rs: `store` (store) uses `report` (report), a later layer",
            "src/helpers.rs: the room `helpers` has no layer; give it one in LAYERS",
            "src/api.rs: the room `misc` has no layer; give it one in LAYERS",
        ]
    );
}
