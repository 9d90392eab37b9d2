//! The sections of the table, in order, and the instruments that are sections of levers.

use super::{
    Key, Row, attendance, contact, cooperation, economy, enterprises, initial, levers, population, setting,
    works,
};

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

const fn section(
    name: &'static str,
    instrument: bool,
    title: (&'static str, &'static str),
    rows: &'static [(Key, Row)],
) -> Section {
    Section { name, instrument, title, rows }
}

/// Every section.
pub const SECTIONS: &[Section] = &[
    section("simulation", false, ("Simulation", "Simulation"), setting::SIMULATION),
    section("travel", false, ("Travel", "Déplacements"), setting::TRAVEL),
    section("initial", false, ("People at the start", "Population de départ"), initial::INITIAL),
    section(
        "population",
        false,
        ("Births, deaths, departures", "Naissances, décès, départs"),
        population::POPULATION,
    ),
    section("arrivals", false, ("Arrivals", "Arrivées"), population::ARRIVALS),
    section(
        "enterprises",
        false,
        ("Occupations and enterprises", "Activités et entreprises"),
        enterprises::ENTERPRISES,
    ),
    section("attendance", false, ("Entry into a place", "Entrée dans un lieu"), attendance::ATTENDANCE),
    section("engagement", false, ("Engagement", "Engagement"), attendance::ENGAGEMENT),
    section("contact", false, ("Contact", "Contacts"), contact::CONTACT),
    section(
        "cooperation",
        false,
        ("Mutual help, belief, collaborations", "Entraide, croyance, collaborations"),
        cooperation::COOPERATION,
    ),
    section("works", false, ("Common works", "Œuvres communes"), works::WORKS),
    section("economy", false, ("Regional accounts", "Comptes du territoire"), economy::ECONOMY),
    section(
        "welcome",
        true,
        ("Welcome and search programme", "Programme d'accueil et de prospection"),
        levers::WELCOME,
    ),
    section("gateway_housing", true, ("Gateway housing", "Logements passerelles"), levers::GATEWAY_HOUSING),
    section("shared_place", true, ("Shared place", "Lieu partagé"), levers::SHARED_PLACE),
    section(
        "place_governance",
        true,
        ("Governance of a place", "Gouvernance d'un lieu"),
        levers::PLACE_GOVERNANCE,
    ),
    section("fablab", true, ("FabLab", "FabLab"), levers::FABLAB),
    section(
        "public_service",
        true,
        ("Public service in a place", "Service public dans un lieu"),
        levers::PUBLIC_SERVICE,
    ),
    section("training", true, ("Training", "Formation"), levers::TRAINING),
    section("facilitation", true, ("Facilitation", "Animation"), levers::FACILITATION),
    section(
        "mixed_works_fund",
        true,
        ("Fund for mixed common works", "Fonds pour les œuvres mixtes"),
        levers::MIXED_WORKS_FUND,
    ),
    section(
        "collective_support",
        true,
        ("Support to existing collectives", "Soutien aux collectifs existants"),
        levers::COLLECTIVE_SUPPORT,
    ),
    section(
        "business_anchoring",
        true,
        ("Business anchoring", "Ancrage des entreprises"),
        levers::BUSINESS_ANCHORING,
    ),
    section("tax_exemption", true, ("Tax exemption", "Exonération fiscale"), levers::TAX_EXEMPTION),
];
