//! Gateway housing: homes lent to people who try out the territory.

use super::{InstrumentRecord, Site};
use crate::inputs::parameters::Key;
use crate::inputs::parameters::row::{Kind, Row, Unit};

/// What a scenario can say of it.
pub(super) const RECORD: InstrumentRecord = InstrumentRecord {
    name: "gateway_housing",
    title: ("Gateway housing", "Logements passerelles"),
    site: Site::Territory,
    levers: LEVERS,
    attraction: |levers, values| levers(Key::GatewayHomes) * values[Key::GatewayEffect],
    ..InstrumentRecord::PLAIN
};

const LEVERS: &[(Key, Row)] = &[
    (
        Key::GatewayHomes,
        Row::lever("gateway_housing.homes_count", Unit::Count, [3.0, 0.0, 500.0])
            .of(Kind::Integer)
            .off(0.0)
            .means(
                "Homes lent to people who try out the territory.",
                "Logements prêtés à ceux qui essaient le territoire.",
            )
            .sourced("Murat 2011: one scheme; number assumed"),
    ),
    (
        Key::GatewayCost,
        Row::lever("gateway_housing.cost_per_home_eur_per_year", Unit::EurPerYear, [6_000.0, 0.0, 100_000.0])
            .means("Cost of a home.", "Coût d'un logement.")
            .assumed("rent and charges"),
    ),
];
