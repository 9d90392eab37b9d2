//! A shared place: opened, extended, run, closed.

use super::Scene;
use crate::inputs::parameters::Key;
use crate::state::places::shared_place;

pub(super) fn act(scene: &mut Scene) {
    let name = scene.instrument.place.clone().unwrap_or_else(|| scene.instrument.name.clone());
    let commune = scene.moment.commune_of(scene.instrument);
    let known = scene.places.iter().position(|place| place.name == name && place.desks);
    let at = known.unwrap_or_else(|| {
        scene.places.push(shared_place(&name, commune));
        scene.places.len() - 1
    });
    let capacity = scene.lever(Key::PlaceCapacity) as u32;
    let (fee, convivial) = (scene.lever(Key::PlaceDayFee), scene.lever(Key::PlaceConvivial));
    let opening = scene.lever(Key::PlaceOpening);
    let place = &mut scene.places[at];
    place.open = capacity > 0;
    place.capacity = capacity;
    place.fee_eur_per_day = fee;
    place.convivial = convivial;
    place.opening_days = opening;
    scene.pay_at_opening(scene.lever(Key::PlaceBuild));
    scene.pay_yearly(scene.lever(Key::PlaceRunning));
}
