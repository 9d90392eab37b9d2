//! Tax exemption of new enterprises.

use super::Scene;
use crate::inputs::parameters::Key;
use crate::kernel::units::Cents;

pub(super) fn act(scene: &mut Scene) {
    scene.acts.exemption = Some((scene.index, Cents::from_eur(scene.lever(Key::TaxCost) / 12.0)));
}
