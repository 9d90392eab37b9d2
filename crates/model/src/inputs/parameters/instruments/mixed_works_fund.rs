//! Fund for mixed common works: grants to teams that hold both origins.

use super::{InstrumentRecord, Site};
use crate::inputs::parameters::Key;
use crate::inputs::parameters::row::{Row, Unit};

/// What a scenario can say of it.
pub(super) const RECORD: InstrumentRecord = InstrumentRecord {
    name: "mixed_works_fund",
    title: (
        "Fund for joint projects of locals and newcomers",
        "Fonds pour les projets d'habitants et de néo-habitants",
    ),
    site: Site::Territory,
    levers: LEVERS,
    ..InstrumentRecord::PLAIN
};

const LEVERS: &[(Key, Row)] = &[
    (
        Key::FundBudget,
        Row::lever("mixed_works_fund.budget_eur_per_year", Unit::EurPerYear, [30_000.0, 0.0, 5_000_000.0])
            .off(0.0)
            .means(
                "Money to grant in a year; what is left is lost.",
                "Enveloppe annuelle ; le reliquat est perdu.",
            )
            .assumed("order of magnitude of a LEADER call"),
    ),
    (
        Key::FundGrant,
        Row::lever("mixed_works_fund.grant_per_work_eur", Unit::Eur, [10_000.0, 100.0, 1_000_000.0])
            .means(
                "Grant to a joint project whose team holds locals and newcomers.",
                "Subvention à un projet commun dont l'équipe réunit habitants de longue date et néo-habitants.",
            )
            .assumed("order of magnitude"),
    ),
    (
        Key::FundCost,
        Row::lever("mixed_works_fund.cost_borne_share", Unit::Share, [0.4, 0.0, 0.9])
            .off(0.0)
            .means(
                "Part of each member's cost that the grant bears.",
                "Part du coût de chaque membre que la subvention prend en charge.",
            )
            .assumed("order of magnitude"),
    ),
];
