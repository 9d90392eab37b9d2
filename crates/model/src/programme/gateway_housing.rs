//! Gateway housing: homes lent to people who try out the territory.

use super::Scene;
use crate::inputs::parameters::Key;

pub(super) fn act(scene: &mut Scene) {
    scene.pay_yearly(scene.lever(Key::GatewayHomes) * scene.lever(Key::GatewayCost));
}
