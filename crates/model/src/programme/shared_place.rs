//! A shared place: opened, extended, run, closed.

use super::Scene;
use crate::inputs::parameters::Key;
use crate::state::places::shared_place;

pub(super) fn act(scene: &mut Scene) {
    let name = scene.instrument.place.as_ref().unwrap_or(&scene.instrument.name);
    let place = shared_place(name, scene.moment.commune_of(scene.instrument));
    let capacity = scene.lever(Key::PlaceCapacity) as u32;
    let (fee, convivial) = (scene.lever(Key::PlaceDayFee), scene.lever(Key::PlaceConvivial));
    let opening = scene.lever(Key::PlaceOpening);
    if let Some(place) = scene.open(place, capacity) {
        place.fee_eur_per_day = fee;
        place.convivial = convivial;
        place.opening_days = opening;
    }
}
