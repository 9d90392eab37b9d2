//! A FabLab in a place: answers farmers and craftspeople.

use super::{InstrumentRecord, Site};
use crate::inputs::parameters::row::{Kind, Row, Unit};
use crate::inputs::parameters::{Key, Price, Total};

/// What a scenario can say of it.
pub(super) const RECORD: InstrumentRecord = InstrumentRecord {
    name: "fablab",
    title: ("FabLab", "FabLab"),
    site: Site::Serves,
    levers: LEVERS,
    totals: &[
        Total {
            key: Key::FablabBuild,
            fixed: Some(Key::FablabBuildFixed),
            prices: &[Price { of: Key::FablabBuildEach, by: &[Key::FablabCapacity] }],
        },
        Total {
            key: Key::FablabRunning,
            fixed: Some(Key::FablabRunningFixed),
            prices: &[Price { of: Key::FablabRunningEach, by: &[Key::FablabCapacity] }],
        },
    ],
    ..InstrumentRecord::PLAIN
};

const LEVERS: &[(Key, Row)] = &[
    (
        Key::FablabBuild,
        Row::lever("fablab.build_cost_eur", Unit::Eur, [260_000.0, 0.0, 20_000_000.0])
            .means(
                "Fit-out and machines, paid at opening. Follows the users admitted on top unless an amount is written.",
                "Aménagement et machines, payés à l'ouverture. Suit le nombre d'usagers admis en plus, à moins d'écrire un montant.",
            )
            .sourced("Murat 2017: 260,000 EUR, 80 % subsidised (pqn-a.fr)"),
    ),
    (
        Key::FablabBuildFixed,
        Row::lever("fablab.build_fixed_cost_eur", Unit::Eur, [185_000.0, 0.0, 5_000_000.0])
            .means(
                "Part of it that is the same for any number of users: premises, one machine of each kind.",
                "Sa part fixe, la même pour tout nombre d'usagers : locaux, une machine de chaque sorte.",
            )
            .assumed("most of the 260,000 EUR: machines are shared"),
    ),
    (
        Key::FablabBuildEach,
        Row::lever("fablab.build_cost_per_person_eur", Unit::Eur, [5_000.0, 0.0, 30_000.0])
            .means(
                "Its part for each user admitted on top: benches, further machines.",
                "Sa part par usager admis en plus : établis, machines supplémentaires.",
            )
            .assumed("the rest of the 260,000 EUR over 15 users"),
    ),
    (
        Key::FablabRunning,
        Row::lever("fablab.running_cost_eur_per_year", Unit::EurPerYear, [30_000.0, 0.0, 5_000_000.0])
            .means(
                "Upkeep and consumables. Follows the users admitted on top unless an amount is written.",
                "Entretien et consommables. Suit le nombre d'usagers admis en plus, à moins d'écrire un montant.",
            )
            .assumed("order of magnitude"),
    ),
    (
        Key::FablabRunningFixed,
        Row::lever("fablab.running_fixed_cost_eur_per_year", Unit::EurPerYear, [15_000.0, 0.0, 1_000_000.0])
            .means(
                "Part of it that is the same for any number of users: upkeep.",
                "Sa part fixe, la même pour tout nombre d'usagers : entretien.",
            )
            .assumed("half of the 30,000 EUR"),
    ),
    (
        Key::FablabRunningEach,
        Row::lever("fablab.running_cost_per_person_eur_per_year", Unit::EurPerYear, [1_000.0, 0.0, 8_000.0])
            .means(
                "Its part for each user admitted on top: consumables.",
                "Sa part par usager admis en plus : consommables.",
            )
            .assumed("the other half, over 15 users"),
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
