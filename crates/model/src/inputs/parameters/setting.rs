//! Length and seed of a simulation; travel.

use super::Key;
use super::row::{Kind, Row, Unit};

pub(super) const SIMULATION: &[(Key, Row)] = &[
    (
        Key::Start,
        Row::constant("simulation.start", Unit::Date, [24264.0, 22800.0, 25200.0])
            .of(Kind::Date)
            .means("First simulated month.", "Premier mois simulé.")
            .sourced("Insee RP2022 describes January 2022"),
    ),
    (
        Key::Months,
        Row::constant("simulation.duration_months", Unit::Months, [180.0, 1.0, 1200.0])
            .of(Kind::Integer)
            .means("Simulated months.", "Nombre de mois simulés.")
            .assumed("fifteen years: a place, its funding and what follows"),
    ),
    (
        Key::Replicates,
        Row::constant("simulation.replicates_count", Unit::Count, [20.0, 1.0, 10_000_000.0])
            .of(Kind::Integer)
            .means("Worlds simulated.", "Nombre de mondes simulés.")
            .assumed("enough for a first look"),
    ),
    (
        Key::Seed,
        Row::constant("simulation.seed", Unit::None, [1.0, 0.0, 9_007_199_254_740_991.0])
            .of(Kind::Integer)
            .means(
                "Seed of the draws: the same seed and the same number of a world give the same world.",
                "Graine des tirages : même graine et même numéro de monde, même monde.",
            )
            .assumed("any number serves"),
    ),
];

pub(super) const TRAVEL: &[(Key, Row)] = &[
    (
        Key::CrowFliesRatio,
        Row::assumption("travel.road_to_crow_flies_ratio", Unit::Ratio, [1.4, 1.0, 2.0])
            .means(
                "Kilometres by road for one kilometre as the crow flies.",
                "Kilomètres de route pour un kilomètre à vol d'oiseau.",
            )
            .assumed("mountain roads; no measured matrix"),
    ),
    (
        Key::Speed,
        Row::assumption("travel.speed_km_per_hour", Unit::KmPerHour, [50.0, 30.0, 80.0])
            .means("Mean speed by road.", "Vitesse moyenne sur route.")
            .assumed("mountain roads"),
    ),
    (
        Key::FixedMinutes,
        Row::assumption("travel.fixed_minutes", Unit::Minutes, [4.0, 0.0, 15.0])
            .means("Minutes of any trip, however short.", "Minutes de tout trajet, même le plus court.")
            .assumed("parking and walking"),
    ),
];
