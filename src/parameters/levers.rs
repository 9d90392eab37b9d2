//! The levers of each instrument.

use super::Key;
use super::row::{Kind, Row, Unit};

pub(super) const SHARED_PLACE: &[(Key, Row)] = &[
    (
        Key::PlaceCapacity,
        Row::lever("shared_place.capacity_persons", Unit::Persons, [14.0, 1.0, 500.0])
            .of(Kind::Integer)
            .means("Desks: users present at once.", "Postes : usagers présents à la fois.")
            .sourced("Murat: 4 offices in 2007, extended in 2011"),
    ),
    (
        Key::PlaceDayFee,
        Row::lever("shared_place.fee_eur_per_day", Unit::EurPerDay, [20.0, 0.0, 200.0])
            .means("Price of a day.", "Prix d'une journée.")
            .sourced("Murat, about 2012: 20 EUR a day"),
    ),
];

pub(super) const FACILITATION: &[(Key, Row)] = &[(
    Key::FacilitationFte,
    Row::lever("facilitation.staff_fte", Unit::Fte, [1.0, 0.0, 20.0])
        .off(0.0)
        .means("Facilitators.", "Animateurs.")
        .assumed("model 4.9"),
)];
