//! Tax exemption of new enterprises.

use super::{InstrumentRecord, Site};
use crate::inputs::parameters::Key;
use crate::inputs::parameters::row::{Row, Unit};

/// What a scenario can say of it.
pub(super) const RECORD: InstrumentRecord = InstrumentRecord {
    name: "tax_exemption",
    title: ("Tax exemption", "Exonération fiscale"),
    site: Site::Territory,
    levers: LEVERS,
    ..InstrumentRecord::PLAIN
};

const LEVERS: &[(Key, Row)] = &[(
    Key::TaxCost,
    Row::lever("tax_exemption.cost_per_enterprise_eur_per_year", Unit::EurPerYear, [2_000.0, 0.0, 100_000.0])
        .means(
            "Tax not levied on each enterprise started while it is in force, for five years.",
            "Impôt non perçu sur chaque entreprise créée pendant la mesure, durant cinq ans.",
        )
        .assumed("order of magnitude of a ZRR exemption"),
)];
