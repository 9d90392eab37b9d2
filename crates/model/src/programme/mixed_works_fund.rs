//! Fund for mixed common works: grants to teams that hold both origins.

use super::Scene;
use crate::inputs::parameters::Key;
use crate::kernel::units::Cents;

pub(super) fn act(scene: &mut Scene) {
    let budget = Cents::from_eur(scene.lever(Key::FundBudget));
    if budget > Cents(0) {
        let amount = Cents::from_eur(scene.lever(Key::FundGrant));
        scene.acts.support.mixed_grant = Some((amount, scene.lever(Key::FundCost)));
        scene.acts.fund_per_year += budget;
        scene.acts.grantors[0] = Some(scene.index);
    }
}
