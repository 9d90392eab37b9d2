//! Support to existing local collectives (CUMA, associations), without a place.

use super::Scene;
use crate::inputs::parameters::Key;
use crate::kernel::units::Cents;

pub(super) fn act(scene: &mut Scene) {
    scene.acts.support.association_ideas *= scene.lever(Key::SupportIdeas);
    scene.acts.support.association_grant = Cents::from_eur(scene.lever(Key::SupportCost));
    scene.acts.support.association_borne = scene.lever(Key::SupportBorne);
    scene.acts.grantors[1] = Some(scene.index);
}
