//! Training for people of one origin or of both, in a place or anywhere.

use super::{InstrumentRecord, Site};
use crate::inputs::parameters::Key;
use crate::inputs::parameters::row::{Row, Unit};

/// What a scenario can say of it.
pub(super) const RECORD: InstrumentRecord = InstrumentRecord {
    name: "training",
    title: ("Training", "Formation"),
    site: Site::ServesOrTerritory,
    levers: LEVERS,
    ..InstrumentRecord::PLAIN
};

const LEVERS: &[(Key, Row)] = &[
    (
        Key::Trainees,
        Row::lever("training.trainees_persons_per_year", Unit::PersonsPerYear, [13.0, 0.0, 2_000.0])
            .off(0.0)
            .means("People trained in a year.", "Personnes formées par an.")
            .sourced("Murat: groups of 12 to 15"),
    ),
    (
        Key::TrainingFor,
        Row::lever("training.audience", Unit::None, [2.0, 0.0, 2.0])
            .choice(&["newcomers", "locals", "everyone"])
            .means("Whom it is meant for.", "À qui elle est destinée.")
            .sourced("Murat: newcomers"),
    ),
    (
        Key::TrainingKnowHow,
        Row::lever("training.know_how_gain_strength", Unit::Strength, [0.08, 0.0, 1.0])
            .off(0.0)
            .means(
                "Know-how gained by a trainee without experience; less the nearer to the ceiling.",
                "Savoir-faire gagné par une personne sans expérience ; d'autant moins qu'elle approche du plafond.",
            )
            .assumed("as much as a year of structured meetings (Cai, Szeidl 2018)"),
    ),
    (
        Key::TrainingCost,
        Row::lever("training.cost_per_trainee_eur", Unit::Eur, [1_500.0, 0.0, 50_000.0])
            .means("Cost of training one person.", "Coût de la formation d'une personne.")
            .assumed("ten remote modules and two weeks on site"),
    ),
];
