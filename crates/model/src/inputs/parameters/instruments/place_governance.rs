//! Governance of a place: how far its users decide with the council.

use super::{InstrumentRecord, Site};
use crate::inputs::parameters::row::{Row, Unit};
use crate::inputs::parameters::{Key, Price, Total};

/// What a scenario can say of it.
pub(super) const RECORD: InstrumentRecord = InstrumentRecord {
    name: "place_governance",
    title: ("Governance of a shared place", "Gouvernance d'un tiers-lieu"),
    site: Site::Serves,
    levers: LEVERS,
    totals: &[Total {
        key: Key::GovernanceCost,
        fixed: Some(Key::GovernanceFixed),
        prices: &[Price { of: Key::GovernanceFull, by: &[Key::CoGovernance] }],
    }],
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
            .means(
                "Meetings and training of the bodies. Follows the share of decisions unless an amount is written.",
                "Réunions et formation des instances. Suit la part des décisions, à moins d'écrire un montant.",
            )
            .assumed("order of magnitude"),
    ),
    (
        Key::GovernanceFixed,
        Row::lever("place_governance.running_fixed_cost_eur_per_year", Unit::EurPerYear, [1_000.0, 0.0, 100_000.0])
            .means(
                "Part of it that is the same whoever decides.",
                "Sa part fixe, la même quel que soit le partage des décisions.",
            )
            .assumed("two meetings a year of a council of users"),
    ),
    (
        Key::GovernanceFull,
        Row::lever("place_governance.full_co_governance_cost_eur_per_year", Unit::EurPerYear, [4_000.0, 0.0, 400_000.0])
            .means(
                "What is added to it when every decision is taken with the users.",
                "Ce qui s'y ajoute quand toutes les décisions sont prises avec les usagers.",
            )
            .assumed("the rest of the 3,000 EUR, for half of the decisions"),
    ),
];
