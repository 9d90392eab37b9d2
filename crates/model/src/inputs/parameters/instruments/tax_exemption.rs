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
            "Tax not levied for five years on each enterprise started while it is in force (FRR zones, which replaced the ZRR on 1 July 2024).",
            "Impôt non perçu cinq ans sur chaque entreprise créée pendant la mesure (France Ruralités Revitalisation, FRR, qui a remplacé les ZRR le 1er juillet 2024).",
        )
        .assumed("order of magnitude of a ZRR exemption"),
)];
