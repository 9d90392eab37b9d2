//! Business anchoring: supplier meetings between enterprises of both origins.

use super::{InstrumentRecord, Site};
use crate::inputs::parameters::row::{Kind, Row, Unit};
use crate::inputs::parameters::{Key, Price, Total};

/// What a scenario can say of it.
pub(super) const RECORD: InstrumentRecord = InstrumentRecord {
    name: "business_anchoring",
    title: ("Business anchoring", "Ancrage des entreprises"),
    site: Site::Territory,
    levers: LEVERS,
    totals: &[Total {
        key: Key::AnchoringCost,
        fixed: Some(Key::AnchoringFixed),
        prices: &[
            Price { of: Key::AnchoringMeeting, by: &[Key::AnchoringMeetings] },
            Price { of: Key::AnchoringPair, by: &[Key::AnchoringMeetings, Key::AnchoringPairs] },
        ],
    }],
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
                "Part of what linkage lacks that each of a pair buys from the other from now on.",
                "Part du manque d'ancrage que chacun des deux achète désormais à l'autre.",
            )
            .assumed("no study"),
    ),
    (
        Key::AnchoringCost,
        Row::lever(
            "business_anchoring.running_cost_eur_per_year",
            Unit::EurPerYear,
            [25_000.0, 0.0, 20_000_000.0],
        )
        .means(
            "Organisation of meetings and local purchasing. Follows the meetings and their pairs unless an amount is written.",
            "Organisation des rencontres et de l'achat local. Suit les rencontres et leurs paires, à moins d'écrire un montant.",
        )
        .assumed("order of magnitude"),
    ),
    (
        Key::AnchoringFixed,
        Row::lever("business_anchoring.running_fixed_cost_eur_per_year", Unit::EurPerYear, [1_000.0, 0.0, 1_000_000.0])
            .means(
                "Part of it that is the same for any number of meetings: a directory of who sells what.",
                "Sa part fixe, la même pour tout nombre de rencontres : un annuaire de qui vend quoi.",
            )
            .assumed("share of the 25,000 EUR"),
    ),
    (
        Key::AnchoringMeeting,
        Row::lever("business_anchoring.cost_per_meeting_eur", Unit::Eur, [2_500.0, 0.0, 50_000.0])
            .means(
                "Its part for each meeting: room, invitations, days of an organiser.",
                "Sa part par rencontre : salle, invitations, journées de préparation.",
            )
            .assumed("most of the 25,000 EUR over 6 meetings"),
    ),
    (
        Key::AnchoringPair,
        Row::lever("business_anchoring.cost_per_pair_eur", Unit::Eur, [125.0, 0.0, 600.0])
            .means(
                "Its part for each pair at a meeting: who fits whom, and what comes of it.",
                "Sa part par paire à chaque rencontre : mise en relation et suivi.",
            )
            .assumed("the rest of the 25,000 EUR over 72 pairs: about three hours each"),
    ),
];
