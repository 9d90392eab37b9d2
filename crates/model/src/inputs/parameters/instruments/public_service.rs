//! A public service in a place: gives locals a reason to come.

use super::{InstrumentRecord, Site};
use crate::inputs::parameters::row::{Kind, Row, Unit};
use crate::inputs::parameters::{Key, Price, Total};

/// What a scenario can say of it.
pub(super) const RECORD: InstrumentRecord = InstrumentRecord {
    name: "public_service",
    title: ("Public service in a shared place", "Service public dans un tiers-lieu"),
    site: Site::Serves,
    levers: LEVERS,
    totals: &[Total {
        key: Key::ServiceRunning,
        fixed: Some(Key::ServiceFixed),
        prices: &[Price { of: Key::ServiceEach, by: &[Key::ServiceCapacity] }],
    }],
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
        .means(
            "Cost of the service desk. Follows the users admitted on top unless an amount is written.",
            "Coût du guichet. Suit le nombre d'usagers admis en plus, à moins d'écrire un montant.",
        )
        .sourced("France services: about 35,000 EUR of yearly grant for one"),
    ),
    (
        Key::ServiceFixed,
        Row::lever(
            "public_service.running_fixed_cost_eur_per_year",
            Unit::EurPerYear,
            [5_000.0, 0.0, 1_000_000.0],
        )
        .means(
            "Part of it that is the same for any number of users: equipment, training of agents.",
            "Sa part fixe, la même pour tout nombre d'usagers : équipement, formation des agents.",
        )
        .assumed("share of the 35,000 EUR"),
    ),
    (
        Key::ServiceEach,
        Row::lever(
            "public_service.running_cost_per_person_eur_per_year",
            Unit::EurPerYear,
            [500.0, 0.0, 2_000.0],
        )
        .means(
            "Its part for each user admitted on top: hours of agents.",
            "Sa part par usager admis en plus : heures des agents.",
        )
        .assumed("the rest of the 35,000 EUR over 60 users: a larger desk needs more agents"),
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
