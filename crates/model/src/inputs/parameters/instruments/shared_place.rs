//! A shared place: opened in a commune, run, extended, closed.

use super::{InstrumentRecord, Site};
use crate::inputs::parameters::row::{Kind, Row, Unit};
use crate::inputs::parameters::{Key, Price, Total};

/// What a scenario can say of it.
pub(super) const RECORD: InstrumentRecord = InstrumentRecord {
    name: "shared_place",
    title: ("Shared place", "Tiers-lieu"),
    site: Site::Opens,
    levers: LEVERS,
    totals: &[
        Total {
            key: Key::PlaceBuild,
            fixed: Some(Key::PlaceBuildFixed),
            prices: &[Price { of: Key::PlaceBuildEach, by: &[Key::PlaceCapacity] }],
        },
        Total {
            key: Key::PlaceRunning,
            fixed: Some(Key::PlaceRunningFixed),
            prices: &[Price { of: Key::PlaceRunningEach, by: &[Key::PlaceCapacity] }],
        },
    ],
    ..InstrumentRecord::PLAIN
};

const LEVERS: &[(Key, Row)] = &[
    (
        Key::PlaceCapacity,
        Row::lever("shared_place.capacity_persons", Unit::Persons, [20.0, 0.0, 500.0])
            .of(Kind::Integer)
            .off(0.0)
            .means(
                "Users admitted at once; more are refused.",
                "Usagers admis à la fois ; au-delà, on refuse.",
            )
            .sourced("Murat: 4 offices in 2007, extended in 2011; size of the extension assumed"),
    ),
    (
        Key::PlaceDayFee,
        Row::lever("shared_place.fee_eur_per_day", Unit::EurPerDay, [10.0, 0.0, 200.0])
            .means("Price of a day.", "Prix d'une journée.")
            .sourced(
                "Murat, about 2012: 20 EUR a day, 100 EUR a month, free for two years for trained newcomers",
            ),
    ),
    (
        Key::PlaceConvivial,
        Row::lever("shared_place.convivial_share", Unit::Share, [0.5, 0.0, 1.0])
            .means(
                "Shared and convivial rooms; the rest are private offices.",
                "Part des pièces partagées et conviviales ; le reste sont des bureaux fermés.",
            )
            .assumed("half and half"),
    ),
    (
        Key::PlaceOpening,
        Row::lever("shared_place.opening_days_per_month", Unit::DaysPerMonth, [22.0, 1.0, 22.0])
            .means("Days of opening.", "Jours d'ouverture.")
            .assumed("weekdays"),
    ),
    (
        Key::PlaceBuild,
        Row::lever("shared_place.build_cost_eur", Unit::Eur, [160_000.0, 0.0, 20_000_000.0])
            .means(
                "Fit-out, paid at opening. Follows the capacity unless an amount is written.",
                "Aménagement, payé à l'ouverture. Suit la capacité, à moins d'écrire un montant.",
            )
            .sourced("COcotte Numérique: 160,000 EUR, 80 % subsidised (pqn-a.fr)"),
    ),
    (
        Key::PlaceBuildFixed,
        Row::lever("shared_place.build_fixed_cost_eur", Unit::Eur, [100_000.0, 0.0, 5_000_000.0])
            .means(
                "Part of the fit-out that is the same for any capacity: works, network, meeting room.",
                "Part fixe de l'aménagement, la même pour toute capacité : travaux, réseau, salle de réunion.",
            )
            .assumed("share of the 160,000 EUR; Murat's 4 offices of 2007 cost 220,000 EUR"),
    ),
    (
        Key::PlaceBuildEach,
        Row::lever("shared_place.build_cost_per_person_eur", Unit::Eur, [3_000.0, 0.0, 30_000.0])
            .means(
                "Part of the fit-out for each person admitted.",
                "Part de l'aménagement par personne admise.",
            )
            .assumed("the rest of the 160,000 EUR over 20 persons"),
    ),
    (
        Key::PlaceRunning,
        Row::lever("shared_place.running_cost_eur_per_year", Unit::EurPerYear, [50_000.0, 0.0, 5_000_000.0])
            .means(
                "Rent, network, cleaning, upkeep. Follows the capacity unless an amount is written.",
                "Loyer, réseau, ménage, entretien. Suit la capacité, à moins d'écrire un montant.",
            )
            .assumed("model 4.9: grant of at most 50,000 EUR a year for three years"),
    ),
    (
        Key::PlaceRunningFixed,
        Row::lever("shared_place.running_fixed_cost_eur_per_year", Unit::EurPerYear, [10_000.0, 0.0, 1_000_000.0])
            .means(
                "Part of it that is the same for any capacity: network, insurance, accounts.",
                "Sa part fixe, la même pour toute capacité : réseau, assurances, comptabilité.",
            )
            .assumed("a fifth of the 50,000 EUR"),
    ),
    (
        Key::PlaceRunningEach,
        Row::lever("shared_place.running_cost_per_person_eur_per_year", Unit::EurPerYear, [2_000.0, 0.0, 8_000.0])
            .means(
                "Its part for each person admitted: rent, heating, cleaning.",
                "Sa part par personne admise : loyer, chauffage, ménage.",
            )
            .assumed("the rest of the 50,000 EUR over 20 persons"),
    ),
];
