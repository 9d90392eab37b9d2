//! Support to existing local collectives (CUMA, associations), without a place.

use super::{InstrumentRecord, Site};
use crate::inputs::parameters::row::{Row, Unit};
use crate::inputs::parameters::{Key, Price, Total};

/// What a scenario can say of it.
pub(super) const RECORD: InstrumentRecord = InstrumentRecord {
    name: "collective_support",
    title: ("Support to existing collectives", "Soutien aux collectifs existants"),
    site: Site::Territory,
    levers: LEVERS,
    totals: &[Total {
        key: Key::SupportRunning,
        fixed: None,
        prices: &[Price { of: Key::SupportEach, by: &[Key::SupportIdeas] }],
    }],
    ..InstrumentRecord::PLAIN
};

const LEVERS: &[(Key, Row)] = &[
    (
        Key::SupportIdeas,
        Row::lever("collective_support.idea_ratio", Unit::Ratio, [2.0, 1.0, 20.0])
            .off(1.0)
            .means(
                "Ideas of associations and CUMAs, over those without support.",
                "Idées des associations et CUMA, rapportées à celles sans soutien.",
            )
            .assumed("no study"),
    ),
    (
        Key::SupportCost,
        Row::lever("collective_support.cost_per_work_eur", Unit::Eur, [8_000.0, 0.0, 1_000_000.0])
            .means(
                "Grant to a joint project that an association starts.",
                "Subvention à un projet commun lancé par une association.",
            )
            .assumed("order of magnitude"),
    ),
    (
        Key::SupportBorne,
        Row::lever("collective_support.cost_borne_share", Unit::Share, [0.2, 0.0, 0.9])
            .off(0.0)
            .means(
                "Part of each member's cost that the grant bears.",
                "Part du coût de chaque membre que la subvention prend en charge.",
            )
            .assumed("order of magnitude"),
    ),
    (
        Key::SupportRunning,
        Row::lever(
            "collective_support.running_cost_eur_per_year",
            Unit::EurPerYear,
            [20_000.0, 0.0, 5_000_000.0],
        )
        .means(
            "Half a post of support. Follows the ideas that it adds unless an amount is written.",
            "Un demi-poste d'accompagnement. Suit les idées qu'il ajoute, à moins d'écrire un montant.",
        )
        .assumed("order of magnitude"),
    ),
    (
        Key::SupportEach,
        Row::lever("collective_support.running_cost_per_added_ratio_eur_per_year", Unit::EurPerYear, [20_000.0, 0.0, 250_000.0])
            .means(
                "Its price for each time that ideas are added as many as there are without support: a ratio of 3 costs it twice.",
                "Son prix chaque fois que s'ajoutent autant d'idées qu'il y en a sans soutien : un rapport de 3 le coûte deux fois.",
            )
            .assumed("half a post doubles the ideas"),
    ),
];
