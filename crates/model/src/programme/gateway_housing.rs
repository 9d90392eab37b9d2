//! Gateway housing: homes lent to people who try out the territory.

use super::Scene;
use crate::inputs::parameters::Key;

pub(super) fn act(scene: &mut Scene) {
    let homes = scene.lever(Key::GatewayHomes);
    scene.acts.attraction += homes * scene.moment.value(Key::GatewayEffect);
    scene.pay_yearly(homes * scene.lever(Key::GatewayCost));
}
