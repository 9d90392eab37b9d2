//! The sections of the table, in order, and the instruments that are sections of levers.

use super::{
    InstrumentKind, Key, Row, attendance, contact, cooperation, economy, enterprises, initial, population,
    setting, works,
};

/// A section: a TOML table of a scenario, or the `params` of one kind of instrument.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// Name of the TOML table, or of the instrument.
    pub name: &'static str,
    /// The instrument whose levers these are (written in `[[programme]]`); none for a table of the scenario.
    pub instrument: Option<InstrumentKind>,
    /// What it is about, in English and in French.
    pub title: (&'static str, &'static str),
    /// Its rows with their keys.
    pub rows: &'static [(Key, Row)],
}

const fn section(
    name: &'static str,
    title: (&'static str, &'static str),
    rows: &'static [(Key, Row)],
) -> Section {
    Section { name, instrument: None, title, rows }
}

const fn instrument(kind: InstrumentKind) -> Section {
    let record = kind.record();
    Section { name: record.name, instrument: Some(kind), title: record.title, rows: record.levers }
}

/// The tables of a scenario.
const TABLES: [Section; 12] = [
    section("simulation", ("Simulation", "Simulation"), setting::SIMULATION),
    section("travel", ("Travel", "Déplacements"), setting::TRAVEL),
    section("initial", ("People at the start", "Population de départ"), initial::INITIAL),
    section(
        "population",
        ("Births, deaths, departures", "Naissances, décès, départs"),
        population::POPULATION,
    ),
    section("arrivals", ("Arrivals", "Arrivées"), population::ARRIVALS),
    section(
        "enterprises",
        ("Occupations and enterprises", "Activités et entreprises"),
        enterprises::ENTERPRISES,
    ),
    section("attendance", ("Entry into a place", "Entrée dans un lieu"), attendance::ATTENDANCE),
    section("engagement", ("Engagement", "Engagement"), attendance::ENGAGEMENT),
    section("contact", ("Contact", "Contacts"), contact::CONTACT),
    section(
        "cooperation",
        ("Mutual help, belief, collaborations", "Entraide, croyance, collaborations"),
        cooperation::COOPERATION,
    ),
    section("works", ("Joint projects", "Projets communs"), works::WORKS),
    section("economy", ("Regional accounts", "Comptes du territoire"), economy::ECONOMY),
];

/// Every section: the tables, then the levers of each instrument.
pub const SECTIONS: &[Section] = &ALL;

const ALL: [Section; TABLES.len() + InstrumentKind::ALL.len()] = {
    let mut all = [TABLES[0]; TABLES.len() + InstrumentKind::ALL.len()];
    let mut next = 0;
    while next < all.len() {
        all[next] = if next < TABLES.len() {
            TABLES[next]
        } else {
            instrument(InstrumentKind::ALL[next - TABLES.len()])
        };
        next += 1;
    }
    all
};
