//! A public service in a place: gives locals a reason to come.

use super::{InstrumentRecord, Site};
use crate::inputs::parameters::Key;
use crate::inputs::parameters::row::{Kind, Row, Unit};

/// What a scenario can say of it.
pub(super) const RECORD: InstrumentRecord = InstrumentRecord {
    name: "public_service",
    title: ("Public service in a shared place", "Service public dans un tiers-lieu"),
    site: Site::Serves,
    levers: LEVERS,
    ..InstrumentRecord::PLAIN
};

const LEVERS: &[(Key, Row)] = &[
    (
        Key::ServiceRunning,
        Row::lever(
            "public_service.running_cost_eur_per_year",
            Unit::EurPerYear,
            [35_000.0, 0.0, 5_000_000.0],
        )
        .means("Cost of the service desk.", "Coût du guichet.")
        .sourced("France services: about 35,000 EUR of yearly grant for one"),
    ),
    (
        Key::ServiceCapacity,
        Row::lever("public_service.added_capacity_persons", Unit::Persons, [60.0, 0.0, 2_000.0])
            .of(Kind::Integer)
            .off(0.0)
            .means("Users whom the place admits on top.", "Usagers que le lieu admet en plus.")
            .assumed("visitors pass quickly"),
    ),
];
