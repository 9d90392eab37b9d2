//! Does every room use only those before it, and is there no circle of rooms?
//!
//! The compiler holds the arrows between crates. Within a crate they are read from the paths of its sources: `use` with
//! its groups, paths in code, `super::` resolved, names that a module above the rooms passes on traced to their room.

use crate::rooms::{House, Source, workspace};
use std::path::Path;

/// The rooms of every crate, each before those that may use it; crates likewise. What lies in no room are the modules
/// above the rooms, which declare them and pass names on.
const ORDER: [(&str, &[&str]); 10] = [
    (
        "hameau_model",
        &[
            "kernel::language",
            "kernel::letters",
            "kernel::decimal",
            "kernel::portable",
            "kernel::order",
            "kernel::parallel",
            "kernel::units",
            "kernel::random",
            "inputs::mistakes",
            "inputs::printer",
            "inputs::library",
            "inputs::parameters",
            "inputs::territory",
            "inputs::scenario",
            "state::moment",
            "state::population",
            "state::ties",
            "state::places",
            "state::enterprises",
            "state::accounts",
            "state::minds",
            "state::seen",
            "state::collaborations",
            "state::works",
            "programme",
            "rules::population",
            "rules::ties",
            "rules::places",
            "rules::cooperation",
            "rules::works",
            "rules::economy",
            "rules::step",
            "observe::fidelity",
            "observe::indicators",
            "observe::run",
            "observe::digest",
        ],
    ),
    (
        "hameau_analysis",
        &[
            "statistics",
            "trajectory",
            "effects",
            "questions",
            "changes",
            "response",
            "claims",
            "sensitivity",
            "why",
        ],
    ),
    ("hameau_tables", &[]),
    ("hameau_study", &["store", "engine", "french"]),
    ("hameau_words", &["number", "typeset", "amounts", "budget", "costs", "documents", "narrative"]),
    (
        "hameau_report",
        &[
            "charts", "table", "chart", "effects", "changes", "response", "claims", "findings", "page",
            "office",
        ],
    ),
    (
        "hameau_workshop",
        &[
            "words", "refusal", "request", "answer", "claim", "story", "evidence", "kit", "about", "levers",
            "place", "edit", "session", "pair",
        ],
    ),
    ("hameau_page", &[]),
    ("hameau", &["api", "serve", "cli", "main"]),
    (
        "xtask",
        &[
            "common",
            "bits",
            "calibrate",
            "documents",
            "mechanisms",
            "orders",
            "page",
            "pairing",
            "patterns",
            "phase_diagram",
            "predictions",
            "promoter",
            "stories",
            "supplier_meetings",
            "territory_table",
        ],
    ),
];

#[test]
fn a_room_uses_only_those_before_it_and_no_circle_is_left() {
    let sources = workspace(Path::new(env!("CARGO_MANIFEST_DIR")));
    let house = House::new(&ORDER, &sources);
    let arrows = house.arrows();
    println!("{} rooms, {} arrows, {} circles", house.rooms(), arrows, house.circles().len());
    assert!(arrows > 100, "only {arrows} arrows: the reader of sources has gone blind");
    let faults = house.faults();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let circles = house.circles();
    assert!(circles.is_empty(), "circles of rooms:\n{}", circles.join("\n"));
    let empty = house.empty();
    assert!(empty.is_empty(), "rooms without a source: {empty:?}");
}

/// A made-up source.
fn source(of: &str, module: &str, text: &str) -> Source {
    let path = format!("{of}/{}.rs", module.replace("::", "/"));
    let module = module.split("::").filter(|name| !name.is_empty()).map(str::to_owned).collect();
    Source { path, of: of.to_owned(), module, text: text.to_owned() }
}

/// A house with rooms in two crates.
const MADE_UP: [(&str, &[&str]); 2] =
    [("ground", &["units", "random", "rules::ties", "rules::step"]), ("upper", &["store", "report", "main"])];

#[test]
fn arrows_are_read_from_every_kind_of_path() {
    let house = [
        source("ground", "", "pub mod random;\npub mod rules;\nmod units;\npub use units::Month;"),
        source(
            "ground",
            "units",
            "use std::fmt; // use crate::random;\n/* crate::rules::step */ pub struct Month;",
        ),
        source(
            "ground",
            "random",
            "use crate::Month;\nfn f() { let s = \"crate::rules::step\"; let c = '\"'; }",
        ),
        source("ground", "rules", "pub mod step;\npub mod ties;"),
        source("ground", "rules::ties", "use crate::{random::{Who, Source}, units::{self as u}};"),
        source("ground", "rules::step", "mod call;\nuse super::ties::{self, Ties};"),
        source(
            "ground",
            "rules::step::call",
            "mod tests { use super::super::super::super::random::Who; use super::*; }",
        ),
        source(
            "upper",
            "store",
            "fn f<'a>(m: &'a ground::Month) -> ground::rules::step::State { r#\"crate::report\"# }",
        ),
        source("upper", "report", "use crate::store; use other::report::f;"),
        source("upper", "main", "fn main() { upper::report::f() }"),
    ];
    let house = House::new(&MADE_UP, &house);
    assert_eq!(house.faults(), [""; 0]);
    assert_eq!(house.circles(), [""; 0]);
    assert_eq!(house.empty(), [""; 0]);
    // random - units; ties - random, units; step - ties, random; store - units, step; report - store; main - report.
    assert_eq!((house.rooms(), house.arrows()), (7, 9));
}

#[test]
fn wrong_arrows_circles_and_sources_without_a_room_are_named() {
    let sources = [
        source(
            "ground",
            "",
            "pub mod random; pub mod units; pub const VERSION: u32 = 1; pub use random::Who; fn f() { units::f() }",
        ),
        source(
            "ground",
            "units",
            "use crate::{random::{Who, Source}, units::Month};\nlet x = crate::VERSION;",
        ),
        source("ground", "random", "use crate::units::Month;"),
        source("ground", "rules", "pub mod ties; pub mod step;"),
        source("ground", "rules::ties", "mod slots;"),
        source("ground", "rules::ties::slots", "fn f() { super::super::step::month() }"),
        source("ground", "rules::step", "use super::ties::Ties;"),
        source("upper", "store", "pub(crate) use super::report::write;"),
        source("upper", "report", "fn f() { crate::store::write(); let x = ground::misc::f(); }"),
        source("upper", "helpers", "pub fn f() {}"),
    ];
    let house = House::new(&MADE_UP, &sources);
    assert_eq!(
        house.faults(),
        [
            "upper/helpers.rs: `upper::helpers` is in no room; give it one in ORDER",
            "ground/units.rs: `ground::units` uses `ground::random`, which comes later",
            "ground/units.rs: `ground::units` uses `ground`, which comes later",
            "ground/rules/ties/slots.rs: `ground::rules::ties` uses `ground::rules::step`, which comes later",
            "upper/store.rs: `upper::store` uses `upper::report`, which comes later",
        ]
    );
    assert_eq!(
        house.circles(),
        [
            "ground::rules::ties - ground::rules::step",
            "ground::units - ground::random - ground",
            "upper::store - upper::report",
        ]
    );
    assert_eq!(house.empty(), ["upper::main"]);
}
