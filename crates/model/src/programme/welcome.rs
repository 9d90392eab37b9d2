//! Welcome and search programme: brings people on top of other arrivals, and makes the territory known.

use super::Scene;
use crate::inputs::parameters::Key;
use crate::kernel::units::Cents;

pub(super) fn act(scene: &mut Scene) {
    scene.acts.brought_per_year += scene.lever(Key::WelcomePersons);
    scene.acts.pack = Some((scene.index, Cents::from_eur(scene.lever(Key::WelcomePack))));
}
