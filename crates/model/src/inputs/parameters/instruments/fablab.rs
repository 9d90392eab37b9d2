//! A FabLab in a place: answers farmers and craftspeople.

use super::{InstrumentRecord, Site};
use crate::inputs::parameters::Key;
use crate::inputs::parameters::row::{Kind, Row, Unit};

/// What a scenario can say of it.
pub(super) const RECORD: InstrumentRecord = InstrumentRecord {
    name: "fablab",
    title: ("FabLab", "FabLab"),
    site: Site::Serves,
    levers: LEVERS,
    ..InstrumentRecord::PLAIN
};

const LEVERS: &[(Key, Row)] = &[
    (
        Key::FablabBuild,
        Row::lever("fablab.build_cost_eur", Unit::Eur, [260_000.0, 0.0, 20_000_000.0])
            .means("Fit-out and machines, paid at opening.", "Aménagement et machines, payés à l'ouverture.")
            .sourced("Murat 2017: 260,000 EUR, 80 % subsidised (pqn-a.fr)"),
    ),
    (
        Key::FablabRunning,
        Row::lever("fablab.running_cost_eur_per_year", Unit::EurPerYear, [30_000.0, 0.0, 5_000_000.0])
            .means("Upkeep and consumables.", "Entretien et consommables.")
            .assumed("order of magnitude"),
    ),
    (
        Key::FablabCapacity,
        Row::lever("fablab.added_capacity_persons", Unit::Persons, [15.0, 0.0, 500.0])
            .of(Kind::Integer)
            .off(0.0)
            .means("Users whom the place admits on top.", "Usagers que le lieu admet en plus.")
            .assumed("occasional users of the machines"),
    ),
];
