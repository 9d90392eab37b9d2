//! Governance of a place: how far its users decide with the council.

use super::Scene;
use crate::inputs::parameters::Key;

pub(super) fn act(scene: &mut Scene) {
    let shared = scene.lever(Key::CoGovernance);
    if let Some(place) = scene.place() {
        place.co_governance = shared;
    }
}
