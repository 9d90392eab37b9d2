//! Facilitation: hours of a host, in a place or for a circle of people without one.

use super::{InstrumentRecord, Site};
use crate::inputs::parameters::Key;
use crate::inputs::parameters::row::{Row, Unit};

/// What a scenario can say of it.
pub(super) const RECORD: InstrumentRecord = InstrumentRecord {
    name: "facilitation",
    title: ("Facilitation", "Animation"),
    site: Site::ServesOrGathers,
    levers: LEVERS,
    shares_of_one: &[Key::CommonHoursShare, Key::IntroductionsShare, Key::OutreachShare, Key::ConveningShare],
    ..InstrumentRecord::PLAIN
};

const LEVERS: &[(Key, Row)] = &[
    (
        Key::FacilitationFte,
        Row::lever("facilitation.staff_fte", Unit::Fte, [1.0, 0.0, 20.0])
            .off(0.0)
            .means("Facilitators.", "Postes d'animation.")
            .assumed("one host"),
    ),
    (
        Key::FacilitationCost,
        Row::lever("facilitation.cost_per_fte_eur_per_year", Unit::EurPerYear, [40_000.0, 0.0, 200_000.0])
            .means("Cost of a full-time equivalent.", "Coût d'un équivalent temps plein.")
            .assumed("model 4.9: 35,000-45,000"),
    ),
    (
        Key::FacilitationHours,
        Row::lever("facilitation.usable_hours_per_month", Unit::HoursPerMonth, [130.0, 0.0, 170.0])
            .means("Usable hours of a full-time equivalent.", "Heures utiles d'un équivalent temps plein.")
            .assumed("model 4.9"),
    ),
    (
        Key::CirclePersons,
        Row::lever("facilitation.circle_per_fte_persons", Unit::Persons, [40.0, 0.0, 500.0])
            .means(
                "People whom a full-time equivalent can gather in a circle, without a place.",
                "Personnes qu'un équivalent temps plein peut réunir en cercle, sans lieu.",
            )
            .assumed("order of magnitude of a facilitator's address book in use"),
    ),
    (
        Key::CommonHoursShare,
        Row::lever("facilitation.common_hours_share", Unit::Share, [0.1, 0.0, 1.0])
            .off(0.0)
            .means(
                "Hours spent on common hours (3 hours each).",
                "Part du temps consacrée aux heures communes (3 heures chacune).",
            )
            .assumed("one a week for a full-time equivalent"),
    ),
    (
        Key::IntroductionsShare,
        Row::lever("facilitation.introductions_share", Unit::Share, [0.2, 0.0, 1.0])
            .off(0.0)
            .means(
                "Hours spent on introducing pairs (2 hours each).",
                "Part du temps consacrée à présenter des personnes (2 heures par paire).",
            )
            .assumed("model 4.4"),
    ),
    (
        Key::OutreachShare,
        Row::lever("facilitation.outreach_share", Unit::Share, [0.2, 0.0, 1.0])
            .off(0.0)
            .means(
                "Hours spent on visiting locals (2 hours each).",
                "Part du temps consacrée à visiter des habitants de longue date (2 heures chacun).",
            )
            .assumed("model 4.4"),
    ),
    (
        Key::ConveningShare,
        Row::lever("facilitation.convening_share", Unit::Share, [0.1, 0.0, 1.0])
            .off(0.0)
            .means(
                "Hours spent on project meetings: the facilitator brings people together around a joint project. The four shares add up to 1 at most; the rest runs the place.",
                "Part du temps que l'animatrice passe à réunir les gens autour d'un projet commun. Les quatre parts font 1 au plus ; le reste fait vivre le lieu.",
            )
            .assumed("model 4.4"),
    ),
    (
        Key::CrossIntroductions,
        Row::lever("facilitation.cross_origin_introductions_share", Unit::Share, [0.5, 0.0, 1.0])
            .means(
                "Introductions of a user to a resident of the other origin; the others are between users.",
                "Part des présentations d'un usager à un habitant de l'autre origine ; les autres sont entre usagers.",
            )
            .assumed("half and half"),
    ),
];
