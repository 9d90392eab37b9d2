//! Governance of a place: how far its users decide with the council.

use super::{InstrumentRecord, Site};
use crate::inputs::parameters::Key;
use crate::inputs::parameters::row::{Row, Unit};

/// What a scenario can say of it.
pub(super) const RECORD: InstrumentRecord = InstrumentRecord {
    name: "place_governance",
    title: ("Governance of a shared place", "Gouvernance d'un tiers-lieu"),
    site: Site::Serves,
    levers: LEVERS,
    ..InstrumentRecord::PLAIN
};

const LEVERS: &[(Key, Row)] = &[
    (
        Key::CoGovernance,
        Row::lever("place_governance.co_governance_share", Unit::Share, [0.5, 0.0, 1.0])
            .off(0.0)
            .means(
                "Decisions taken with the users: 0 council-run, .5 users' council, 1 co-governed.",
                "Décisions prises avec les usagers : 0 gestion par le conseil, 0,5 conseil d'usagers, 1 cogestion.",
            )
            .assumed("model 2"),
    ),
    (
        Key::GovernanceCost,
        Row::lever("place_governance.running_cost_eur_per_year", Unit::EurPerYear, [3_000.0, 0.0, 500_000.0])
            .means("Meetings and training of the bodies.", "Réunions et formation des instances.")
            .assumed("order of magnitude"),
    ),
];
