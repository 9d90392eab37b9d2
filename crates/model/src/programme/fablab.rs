//! A FabLab in a place: answers farmers and craftspeople.

use super::Scene;
use crate::inputs::parameters::Key;

pub(super) fn act(scene: &mut Scene) {
    let capacity = scene.lever(Key::FablabCapacity) as u32;
    if let Some(place) = scene.place() {
        place.fablab = capacity > 0;
        place.capacity += capacity;
    }
}
