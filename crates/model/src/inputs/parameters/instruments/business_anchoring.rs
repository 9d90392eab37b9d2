//! Business anchoring: supplier meetings between enterprises of both origins.

use super::{InstrumentRecord, Site};
use crate::inputs::parameters::Key;
use crate::inputs::parameters::row::{Kind, Row, Unit};

/// What a scenario can say of it.
pub(super) const RECORD: InstrumentRecord = InstrumentRecord {
    name: "business_anchoring",
    title: ("Business anchoring", "Ancrage des entreprises"),
    site: Site::Territory,
    levers: LEVERS,
    ..InstrumentRecord::PLAIN
};

const LEVERS: &[(Key, Row)] = &[
    (
        Key::AnchoringMeetings,
        Row::lever("business_anchoring.meetings_per_year", Unit::PerYear, [6.0, 0.0, 52.0])
            .off(0.0)
            .means(
                "Supplier meetings, each of pairs of enterprises of both origins.",
                "Rencontres fournisseurs, chacune entre entreprises des deux origines.",
            )
            .assumed("one every two months"),
    ),
    (
        Key::AnchoringPairs,
        Row::lever("business_anchoring.pairs_per_meeting_count", Unit::Count, [12.0, 0.0, 500.0])
            .of(Kind::Integer)
            .off(0.0)
            .means("Pairs who meet at a meeting.", "Paires qui se rencontrent à chaque rencontre.")
            .assumed("order of magnitude"),
    ),
    (
        Key::AnchoringGain,
        Row::lever("business_anchoring.linkage_gain_per_meeting_share", Unit::Share, [0.02, 0.0, 0.5])
            .off(0.0)
            .means(
                "Part of what linkage lacks that both gain from a meeting.",
                "Part du manque d'ancrage que les deux gagnent à une rencontre.",
            )
            .assumed("no study"),
    ),
    (
        Key::AnchoringCost,
        Row::lever(
            "business_anchoring.running_cost_eur_per_year",
            Unit::EurPerYear,
            [25_000.0, 0.0, 5_000_000.0],
        )
        .means(
            "Organisation of meetings and local purchasing.",
            "Organisation des rencontres et de l'achat local.",
        )
        .assumed("order of magnitude"),
    ),
];
