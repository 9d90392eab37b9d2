//! The sections of the table, in order, and the instruments that are sections of levers.

use super::{Key, Row, initial, levers, setting};

/// A section: a TOML table of a scenario, or the `params` of one kind of instrument.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// Name of the TOML table, or of the instrument.
    pub name: &'static str,
    /// Whether these are the levers of an instrument (written in `[[programme]]`), not a table of the scenario.
    pub instrument: bool,
    /// What it is about, in English and in French.
    pub title: (&'static str, &'static str),
    /// Its rows with their keys.
    pub rows: &'static [(Key, Row)],
}

/// Every section.
pub const SECTIONS: &[Section] = &[
    Section {
        name: "simulation",
        instrument: false,
        title: ("Simulation", "Simulation"),
        rows: setting::SIMULATION,
    },
    Section { name: "travel", instrument: false, title: ("Travel", "Déplacements"), rows: setting::TRAVEL },
    Section {
        name: "initial",
        instrument: false,
        title: ("People at the start", "Population de départ"),
        rows: initial::INITIAL,
    },
    Section {
        name: "shared_place",
        instrument: true,
        title: ("Shared place", "Lieu partagé"),
        rows: levers::SHARED_PLACE,
    },
    Section {
        name: "facilitation",
        instrument: true,
        title: ("Facilitation", "Animation"),
        rows: levers::FACILITATION,
    },
];
