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
//! use hameau::{batch::simulate, indicators::Indicator, random::World, scenario};
//!
//! let set = vec!["simulation.duration_months=2".to_owned()];
//! let overrides = scenario::Overrides { set, ..Default::default() };
//! let baseline = scenario::resolve("hameau:baseline", &overrides, &scenario::Memory::default())?;
//! let run = simulate(&baseline, World { seed: 1, replicate: 0 }, |_| ());
//! assert!(run.months[1].of(Indicator::Adults) > Some(9_000.0));
//! # Ok::<(), hameau::mistakes::Mistakes>(())
//! ```
//!
//! # The layers
//!
//! Each room uses only its own layer and those below it; `tests/layers.rs` holds the arrows.
//!
//! ```text
//!   doors       cli, serve, main, wasm   parse arguments, read files, print, exit code; the page over a network, and the
//!     |                                votes of a room
//!     |
//!   verbs       api, workshop          check, explain, schema, run: what each command means; what the workshop page
//!     |                                asks, and its stories
//!     |
//!   report      documents, report, charts, printer   pages made from the tables, numbers as read, the report of a folder of
//!     |                                results, mistakes as text
//!     |
//!   experiment  batch, study, compare, explore, why   worlds observed; scenarios times replicates, simulated and merged;
//!                                      policies against a base in the same worlds; where two worlds part
//!     |
//!   store       store                  the folder of results
//!     |
//!   model       population, ties, places, cooperation, economy, programme, indicators, step
//!     |
//!   inputs      parameters, territory, library, scenario    numbers, facts, TOML as written and as meant
//!     |
//!   ground      portable, order, units, random, statistics, mistakes, parallel   the last is the only room that owns threads
//! ```
//!
//! The science is the list of twelve calls in [`step`]; `docs/model.md` writes it out.
//!
//! # Add a parameter
//!
//! 1. A variant in [`parameters::Key`], at its place in the order of the table.
//! 2. A row in its section's file of `src/parameters/`: full name ending with its unit, default and range, meaning in
//!    English and French, source. A row out of place does not compile.
//! 3. `cargo run --release --example documents` writes it into `docs/parameters.md` and `scenarios/reference.toml`; a test
//!    fails until it is done. Scenarios, `--set`, `--explain` and the schema know it already.
//! 4. Shares of one whole are listed in `src/scenario/together.rs`, so that their sum is held to 1.
//!
//! # Add an instrument
//!
//! 1. A variant in [`parameters::InstrumentKind`], and one in [`parameters::Key`] for each lever. From here on the compiler asks
//!    for the rest.
//! 2. Its record, a file in `src/parameters/instruments/`: name, titles, where it may act, its levers with the value that switches
//!    each off, what it adds to the attraction of the territory.
//! 3. What it does and what it costs, a file in `src/programme/`, which reads its levers in the months in which its entry acts.
//!    At zero strength the world keeps the bits that it has without it; a test tries that for every instrument. What it decides
//!    by chance is a row of [`random::DRAWS`].
//! 4. Documents as above, and a line in `scenarios/README.md`.
//!
//! # Add an indicator
//!
//! 1. A variant in [`indicators::Indicator`], at its place in its theme.
//! 2. A row in the theme's file of `src/indicators/`: unit, formula, aggregation, which way is better, the smallest effect
//!    worth talking about and why, labels in English and French. The formula says when it is undefined, which is not zero.
//! 3. Its value where the model is observed; documents as above.
//!
//! The model stays the model: no digest of the state moves, and folders of results begun before are read and grown without it.

pub mod api;
pub mod batch;
#[cfg(not(target_family = "wasm"))]
pub mod charts;
#[cfg(not(target_family = "wasm"))]
pub mod cli;
pub mod compare;
pub mod cooperation;
pub mod documents;
pub mod economy;
pub mod explore;
pub mod indicators;
pub mod library;
pub mod mistakes;
pub mod moment;
pub mod order;
pub mod parallel;
pub mod parameters;
pub mod places;
pub mod population;
pub mod portable;
pub mod printer;
pub mod programme;
pub mod random;
pub mod report;
pub mod scenario;
#[cfg(not(target_family = "wasm"))]
pub mod serve;
pub mod statistics;
pub mod step;
#[cfg(not(target_family = "wasm"))]
pub mod store;
#[cfg(not(target_family = "wasm"))]
pub mod study;
pub mod territory;
pub mod ties;
pub mod units;
#[cfg(target_family = "wasm")]
mod wasm;
pub mod why;
pub mod workshop;

/// Version of the model. It moves whenever the same scenario and seed give other bits, and is written beside all results.
pub const MODEL_VERSION: u32 = 2;
