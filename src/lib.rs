//! hameau simulates what attractiveness policies produce in a rural territory: cooperation, closure, residential and
//! productive economy, population and public money, resident by resident and month by month.
//!
//! This page is the tour of the house. The commands are in `README.md`, the guide to scenarios in `scenarios/README.md`.
//!
//! # From a file to a world
//!
//! A scenario is TOML. [`scenario::resolve`] reads it with its bases, its territory and its overrides, and gives either a
//! [`scenario::Scenario`], valid by construction, or [`mistakes::Mistakes`], all of them at once. A scenario holds a
//! [`territory::Territory`] (facts about communes), [`parameters::Values`] (a number for each parameter) and a programme
//! of dated instruments. [`population::Founders`] are drawn from the facts; from there the model goes month by month, and
//! every draw has an address ([`random`]): two policies meet the same people and the same luck until they act.
//!
//! ```
//! use hameau_model::inputs::scenario;
//! use hameau_model::kernel::random::World;
//! use hameau_model::observe::{indicators::Indicator, run::simulate};
//!
//! let set = vec!["simulation.duration_months=2".to_owned()];
//! let overrides = scenario::Overrides { set, ..Default::default() };
//! let baseline = scenario::resolve("hameau:baseline", &overrides, &scenario::Memory::default())?;
//! let run = simulate(&baseline, World { seed: 1, replicate: 0 }, |_| ());
//! assert!(run.months[1].of(Indicator::Adults) > Some(9_000.0));
//! # Ok::<(), hameau_model::inputs::mistakes::Mistakes>(())
//! ```
//!
//! # The crates and their rooms
//!
//! Each crate uses only those below it, which the compiler holds; each room of a crate only those before it, without a
//! circle, which `tests/house/layers.rs` holds.
//!
//! ```text
//!   .                  the program    api: what each command means; cli: parses, reads files, prints, exit code; serve: the
//!     |                               page over a network, and the votes of a room
//!     |   crates/page                 the door from the page, WebAssembly
//!     |     |
//!     |   crates/workshop             what the page asks: worlds that are shown, stories, levers
//!     |     |
//!   crates/report      |              the report of a folder of results, its charts, tables of a terminal
//!     |    \           |
//!     |     crates/words              numbers, amounts and sentences in two languages; documents made from the tables
//!     |           |
//!   crates/tables |                   tables as spreadsheets write them, made plain
//!   crates/study  |                   store: the folder of results; engine: scenarios times replicates, planned,
//!     |           |                   simulated, merged, verified
//!   crates/analysis                   statistics, effects of policies, sensitivity, trajectories, where two worlds part
//!     |
//!   crates/model                      observe: indicators, a world from its first month to its last
//!                                     rules: the mechanisms, and the month in which they follow each other
//!                                     programme: one file for each instrument
//!                                     state: the columns of a world
//!                                     inputs: parameters, territories, scenarios, and every mistake in them
//!                                     kernel: draws, units, the same bits everywhere; parallel alone owns threads
//! ```
//!
//! `crates/xtask` makes documents, figures and the page. The model, `analysis`, `words` and `workshop` are pure and also
//! built for WebAssembly; what a file, a process or a network needs is in `study`, `report` and the program.
//!
//! The science is the list of twelve calls in [`step`]; `docs/model.md` writes it out.
//!
//! # Add a parameter
//!
//! 1. A variant in [`parameters::Key`], at its place in the order of the table.
//! 2. A row in its section's file of `crates/model/src/inputs/parameters/`: full name ending with its unit, default and
//!    range, meaning in English and French, source. A row out of place does not compile.
//! 3. `cargo run --release -p xtask -- documents` writes it into `docs/parameters.md` and `scenarios/reference.toml`; a test
//!    fails until it is done. Scenarios, `--set`, `--explain` and the schema know it already.
//! 4. Shares of one whole are listed in `crates/model/src/inputs/scenario/together.rs`, so that their sum is held to 1.
//!
//! # Add an instrument
//!
//! 1. A variant in [`parameters::InstrumentKind`], and one in [`parameters::Key`] for each lever. From here on the compiler
//!    asks for the rest.
//! 2. Its record, a file in `crates/model/src/inputs/parameters/instruments/`: name, titles, where it may act, its levers
//!    with the value that switches each off, what it adds to the attraction of the territory.
//! 3. What it does and what it costs, a file in `crates/model/src/programme/`, which reads its levers in the months in which
//!    its entry acts. At zero strength the world keeps the bits that it has without it; a test tries that for every
//!    instrument. What it decides by chance is a row of [`random::DRAWS`].
//! 4. Documents as above, and a line in `scenarios/README.md`.
//!
//! # Add an indicator
//!
//! 1. A variant in [`indicators::Indicator`], at its place in its theme.
//! 2. A row in the theme's file of `crates/model/src/observe/indicators/`: unit, formula, aggregation, which way is better,
//!    the smallest effect worth talking about and why, labels in English and French. The formula says when it is
//!    undefined, which is not zero.
//! 3. Its value where the model is observed; documents as above.
//!
//! The model stays the model: no digest of the state moves, and folders of results begun before are read and grown without it.
//!
//! [`scenario::resolve`]: hameau_model::inputs::scenario::resolve
//! [`scenario::Scenario`]: hameau_model::inputs::scenario::Scenario
//! [`mistakes::Mistakes`]: hameau_model::inputs::mistakes::Mistakes
//! [`territory::Territory`]: hameau_model::inputs::territory::Territory
//! [`parameters::Values`]: hameau_model::inputs::parameters::Values
//! [`parameters::Key`]: hameau_model::inputs::parameters::Key
//! [`parameters::InstrumentKind`]: hameau_model::inputs::parameters::InstrumentKind
//! [`population::Founders`]: hameau_model::state::population::Founders
//! [`random`]: hameau_model::kernel::random
//! [`random::DRAWS`]: hameau_model::kernel::random::DRAWS
//! [`step`]: hameau_model::rules::step
//! [`indicators::Indicator`]: hameau_model::observe::indicators::Indicator

pub mod api;
pub mod cli;
pub mod serve;
