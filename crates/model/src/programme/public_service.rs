//! A public service in a place: gives locals a reason to come.

use super::Scene;
use crate::inputs::parameters::Key;

pub(super) fn act(scene: &mut Scene) {
    let capacity = scene.lever(Key::ServiceCapacity) as u32;
    if let Some(place) = scene.place() {
        place.public_service = capacity > 0;
        place.capacity += capacity;
    }
}
